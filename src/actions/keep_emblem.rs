//! Keeps the emblem that an office prints above its letters, or takes it away.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use crate::app::{App, Complaint, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::paper::Emblem;
use crate::domain::refusal::Refusal;
use crate::store::emblems;

/// Bytes of a picture at most: it goes into every letter.
pub const LARGEST_EMBLEM: usize = 300 * 1024;

/// Pixels a side at least and at most: sharp at 30 mm, and no more than a printer shows.
const SIDES: std::ops::RangeInclusive<u32> = 200..=3_000;

/// Keeps a PNG or JPEG; `None` takes the emblem away. Letters issued before keep the one they have.
///
/// # Errors
/// When the actor may not, or the picture is of another kind, damaged, too large or too small.
pub async fn keep_emblem(app: &App, actor: &Actor, picture: Option<Vec<u8>>) -> Result<()> {
    if !actor.may(Deed::KeepEmblem) {
        return Err(Refusal::NotAllowed.into());
    }
    let emblem = match picture {
        Some(bytes) => Some(tokio::task::spawn_blocking(move || read(bytes)).await??),
        None => None,
    };
    let tx = app.db.begin().await?;
    emblems::insert(&tx, actor, emblem, app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Decodes the whole picture once: what does not decode here would fail at every letter.
fn read(bytes: Vec<u8>) -> Result<Emblem, Complaint> {
    let refused = || {
        Complaint::new(
            "emblem_unreadable",
            "ตราต้องเป็นไฟล์ PNG หรือ JPEG ที่เปิดได้ กว้างและสูงด้านละ 200 ถึง 3,000 พิกเซล ขนาดไม่เกิน 300 กิโลไบต์",
            "The emblem must be a readable PNG or JPEG, 200 to 3,000 pixels a side, of 300 kilobytes at most.",
        )
    };
    if bytes.len() > LARGEST_EMBLEM {
        return Err(refused());
    }
    let open = || ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
    let format = open().ok().and_then(|reader| reader.format());
    let jpeg = match format {
        Some(ImageFormat::Png) => false,
        Some(ImageFormat::Jpeg) => true,
        _ => return Err(refused()),
    };
    let (width, height) = open().map_err(|_| refused())?.into_dimensions().map_err(|_| refused())?;
    if !SIDES.contains(&width) || !SIDES.contains(&height) {
        return Err(refused());
    }
    open().map_err(|_| refused())?.decode().map_err(|_| refused())?;
    Ok(Emblem { bytes, jpeg })
}

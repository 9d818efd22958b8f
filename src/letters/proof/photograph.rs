//! Any PNG or JPEG as grey pixels: a photograph, a scan, a copy of the screen.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageReader, Limits};

use super::{ProofFailed, raster::Raster};

/// More pixels a side than any telephone takes; a hostile picture could claim billions.
const LARGEST_SIDE: u32 = 16_000;

/// Pixels a side that the decoders look at: enough for a symbol on a sheet of paper.
const LOOKED_AT: u32 = 4_000;

pub fn raster(bytes: &[u8]) -> Result<Raster, ProofFailed> {
    let refuse = || ProofFailed::NoPicture("it is no PNG or JPEG".to_owned());
    // The decoder is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
    let picture = catch_unwind(AssertUnwindSafe(|| open(bytes))).ok().flatten().ok_or_else(refuse)?;
    let fits = picture.width().max(picture.height()) <= LOOKED_AT;
    let picture = if fits { picture } else { picture.thumbnail(LOOKED_AT, LOOKED_AT) };
    let width = usize::try_from(picture.width()).unwrap_or_default();
    Raster::new(width, picture.to_luma8().into_raw(), None).ok_or_else(refuse)
}

fn open(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    reader.limits(limits);
    reader.decode().ok()
}

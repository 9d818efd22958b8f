//! Photographs in, small grey pictures out.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage, ImageDecoder as _, ImageReader, Limits};

use super::NotScanned;

/// Pixels of a photograph at most, and the memory that they may take: what the header says is asked first.
const MOST_PIXELS: u64 = 40_000_000;
const MOST_BYTES: u64 = 4 * MOST_PIXELS;

/// Pixels a side that are looked at: enough for a symbol on a sheet of paper.
const LOOKED_AT: u32 = 4_000;

/// Quality of the pictures that are kept, of 100.
const QUALITY: u8 = 60;

/// A PNG or JPEG as grey pixels, the way up that the telephone says it was held.
pub fn open(bytes: &[u8]) -> Result<GrayImage, NotScanned> {
    // The decoder is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
    let opened = catch_unwind(AssertUnwindSafe(|| decode(bytes)));
    opened.unwrap_or(Err(NotScanned::BrokenPicture))
}

fn decode(bytes: &[u8]) -> Result<GrayImage, NotScanned> {
    let broken = |_| NotScanned::BrokenPicture;
    let reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NotScanned::BrokenPicture)?;
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
        return Err(NotScanned::TooManyPixels);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * MOST_BYTES);
    decoder.set_limits(limits).map_err(broken)?;
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    if width.max(height) > LOOKED_AT {
        picture = picture.thumbnail(LOOKED_AT, LOOKED_AT);
    }
    picture.apply_orientation(orientation);
    Ok(picture.into_luma8())
}

/// A grey JPEG; empty where it has no size.
pub fn jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture);
    if written.is_ok() { bytes } else { Vec::new() }
}

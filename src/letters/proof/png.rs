//! A PNG as pixels, with the size at which it says it prints.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations, Unit};

use super::{ProofFailed, raster::Raster};

/// Decoded bytes at most: 6,000 × 6,000 grey pixels.
const LARGEST: usize = 36_000_000;

pub fn raster(bytes: &[u8]) -> Result<Raster, ProofFailed> {
    let refuse = |reason: &str| ProofFailed::NoPicture(reason.to_owned());
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: LARGEST });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| refuse(&error.to_string()))?;
    if reader.output_color_type().0 != ColorType::Grayscale {
        return Err(refuse("it is not grey"));
    }
    let size = reader.output_buffer_size().filter(|size| *size <= LARGEST);
    let mut pixels = vec![0; size.ok_or_else(|| refuse("it is too large"))?];
    let frame = reader.next_frame(&mut pixels).map_err(|error| refuse(&error.to_string()))?;
    let density = reader.info().pixel_dims.filter(|density| density.unit == Unit::Meter);
    let mm_per_pixel = density
        .filter(|density| density.xppu > 0 && density.xppu == density.yppu)
        .map(|density| 1000.0 / f64::from(density.xppu));
    let width = usize::try_from(frame.width).unwrap_or_default();
    Raster::new(width, pixels, mm_per_pixel).ok_or_else(|| refuse("it is too large"))
}

//! The symbol as a PNG of one bit a pixel that prints at its size in millimetres.

use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};

use super::{QrCode, QrError, Style};

/// Pixels a side at most; beyond, a letter's symbol gains nothing.
const LARGEST_SIDE: u32 = 6_000;

/// Draws the symbol and does not prove it: only what [`super::render`] gives out is fit for paper.
///
/// # Errors
/// When paper would not bear the size of a module, or the density is out of bounds.
pub fn draw(code: &QrCode, style: &Style<'_>) -> Result<Vec<u8>, QrError> {
    let refuse = || QrError::Density(style.dpi);
    let scale = pixels_a_module(code.module_mm(style.size_mm)?, style.dpi).ok_or_else(refuse)?;
    let side = code.side() * scale;
    if side > LARGEST_SIDE {
        return Err(refuse());
    }
    let not_written = |error: png::EncodingError| QrError::NotWritten(error.to_string());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    // With whole pixels a module the picture is a little denser than asked; the size on paper is exact.
    let a_metre = whole(f64::from(side) * 1000.0 / style.size_mm);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: a_metre, yppu: a_metre, unit: Unit::Meter }));
    let caption = style.caption.join(" ");
    if !caption.is_empty() {
        encoder.add_itxt_chunk("Title".to_owned(), caption.replace('\0', "")).map_err(not_written)?;
    }
    let mut writer = encoder.write_header().map_err(not_written)?;
    writer.write_image_data(&rows(code, scale)).map_err(not_written)?;
    writer.finish().map_err(not_written)?;
    Ok(bytes)
}

/// Rows of bits, white 1, each row beginning with a new byte.
fn rows(code: &QrCode, scale: u32) -> Vec<u8> {
    let side = code.side() * scale;
    let mut rows = Vec::new();
    for y in 0..code.side() {
        let row: Vec<u8> = (0..side.div_ceil(8))
            .map(|byte| {
                (0..8).fold(0, |bits, bit| bits << 1 | u8::from(!code.is_dark((byte * 8 + bit) / scale, y)))
            })
            .collect();
        for _ in 0..scale {
            rows.extend_from_slice(&row);
        }
    }
    rows
}

/// The fewest whole pixels a module that reach the density; `None` outside 150 to 1,200 dpi.
fn pixels_a_module(module_mm: f64, dpi: u32) -> Option<u32> {
    (150..=1200).contains(&dpi).then(|| whole((module_mm / 25.4 * f64::from(dpi) - 1e-6).ceil()))
}

/// A positive length as a count; lengths here are bounded by the largest side and density.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bounded positive number")]
fn whole(length: f64) -> u32 {
    length.round() as u32
}

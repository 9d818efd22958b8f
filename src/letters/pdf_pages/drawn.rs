//! A page as pixels.

use std::collections::HashMap;
use std::ops::Range;

use png::{BitDepth, ColorType, Compression, Encoder};

/// A page as pixels on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and what covers it of each pixel, row by row.
    pub(super) rgba: Vec<u8>,
}

impl Drawn {
    /// Its greys, 0 black to 255 white (ITU-R BT.601).
    pub fn luma(&self) -> Vec<u8> {
        decoders::luma(&self.rgba)
    }

    /// The greys of a part of it; none where that reaches beyond.
    pub fn luma_of(&self, columns: Range<usize>, rows: Range<usize>) -> Option<Vec<u8>> {
        let width = usize::try_from(self.width).ok()?;
        let mut part = Vec::with_capacity(columns.len() * rows.len());
        for row in rows {
            let pixels = self.rgba.get((row * width + columns.start) * 4..(row * width + columns.end) * 4)?;
            part.extend(decoders::luma(pixels));
        }
        Some(part)
    }

    /// As a PNG of few colours, to be looked at: sixteen levels of each are all that a page of text has.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let level = |byte: &u8| byte / 17 * 17;
        let mut palette: Vec<[u8; 3]> = Vec::new();
        let mut places = HashMap::new();
        let mut indices = Vec::with_capacity(self.rgba.len() / 4);
        for pixel in self.rgba.chunks_exact(4) {
            let [r, g, b, _] = pixel else { continue };
            let colour = [level(r), level(g), level(b)];
            let index = *places.entry(colour).or_insert_with(|| {
                palette.push(colour);
                palette.len() - 1
            });
            indices.push(u8::try_from(index).unwrap_or(u8::MAX));
        }
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        // A picture on the page may have more colours than a palette holds.
        let is_plain = palette.len() <= 256;
        encoder.set_color(if is_plain { ColorType::Indexed } else { ColorType::Rgba });
        if is_plain {
            encoder.set_palette(palette.concat());
        }
        let mut writer = encoder.write_header()?;
        writer.write_image_data(if is_plain { &indices } else { &self.rgba })?;
        writer.finish()?;
        Ok(bytes)
    }
}

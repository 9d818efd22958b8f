//! Pages of a PDF as pixels: what a printer would put on paper, or what a scanner put into the file.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use png::{BitDepth, ColorType, Compression, Encoder};

/// Pixels a side at most: an A4 sheet at 400 dpi. A page that claims to be larger is drawn coarser.
const LARGEST_SIDE: f32 = 4_700.0;

/// A PDF whose pages can be drawn.
pub struct PdfPages(Pdf);

/// The bytes are no PDF that can be opened: damaged, locked, or something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the PDF cannot be opened")]
pub struct NotAPdf;

/// A page as pixels on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and what covers it of each pixel, row by row.
    rgba: Vec<u8>,
}

impl PdfPages {
    /// Opens a PDF. Any bytes may be given.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(bytes: Vec<u8>) -> Result<Self, NotAPdf> {
        // The parser is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
        let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes).ok()));
        opened.ok().flatten().map(Self).ok_or(NotAPdf)
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        catch_unwind(AssertUnwindSafe(|| self.0.pages().len())).unwrap_or(0)
    }

    /// Draws a page, counted from 0, so many dots an inch; `None` when there is none or it cannot be drawn.
    pub fn draw(&self, index: usize, dpi: f32) -> Option<Drawn> {
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            let page = self.0.pages().get(index)?;
            let (width, height) = page.render_dimensions();
            let scale = (dpi / 72.0).min(LARGEST_SIDE / width.max(height).max(1.0));
            let settings = RenderSettings {
                x_scale: scale,
                y_scale: scale,
                bg_color: WHITE,
                ..RenderSettings::default()
            };
            let pixels = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
            Some(Drawn {
                width: u32::from(pixels.width()),
                height: u32::from(pixels.height()),
                rgba: pixels.data_as_u8_slice().to_vec(),
            })
        }));
        drawn.ok().flatten().filter(|drawn| drawn.width > 0 && drawn.height > 0)
    }
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

//! A drawing as grey pixels: what a camera or a printer makes of it.

use decoders::Greys;

use super::ProofFailed;

/// More pixels a side are never drawn here; a hostile picture could claim billions.
const LARGEST_SIDE: u32 = 6_000;

/// Pixels for the thinnest dark stroke of a vector drawing when it is painted for decoding.
const PIXELS_A_STROKE: f64 = 6.0;

/// Modules a side of a finder pattern (ISO/IEC 18004).
const FINDER: usize = 7;

/// Rows of grey pixels, 0 black to 255 white, and the size at which they print.
pub struct Raster {
    width: usize,
    pixels: Vec<u8>,
    /// Side of a pixel on paper; `None` where the picture does not tell.
    pub mm_per_pixel: Option<f64>,
}

/// A rectangle of a vector drawing in millimetres from the upper left.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// 0 black to 255 white.
    pub luma: u8,
}

impl Raster {
    /// Takes pixels row by row; `None` unless they fill rows of `width` within the limits.
    pub fn new(width: usize, pixels: Vec<u8>, mm_per_pixel: Option<f64>) -> Option<Self> {
        let height = pixels.len().checked_div(width)?;
        let fits = |side: usize| side > 0 && u32::try_from(side).is_ok_and(|side| side <= LARGEST_SIDE);
        (fits(width) && fits(height) && width * height == pixels.len()).then_some(Self {
            width,
            pixels,
            mm_per_pixel,
        })
    }

    /// Paints strokes in their order on a page of transparent, hence dark, ground: what is not painted
    /// white does not count as quiet zone.
    pub fn paint(width_mm: f64, height_mm: f64, strokes: &[Stroke]) -> Result<Self, ProofFailed> {
        let refuse = || ProofFailed::NoPicture("its page has no usable size".to_owned());
        let thinnest = strokes
            .iter()
            .filter(|stroke| stroke.luma < 128)
            .flat_map(|stroke| [stroke.width, stroke.height])
            .fold(f64::INFINITY, f64::min);
        let mm = thinnest / PIXELS_A_STROKE;
        let width = pixels(width_mm / mm).ok_or_else(refuse)?;
        let height = pixels(height_mm / mm).ok_or_else(refuse)?;
        let mut luma = vec![0; width * height];
        for stroke in strokes {
            let span = |from: f64, length: f64, limit: usize| {
                let edge = |mm_from: f64| pixels(mm_from / mm).unwrap_or_default().min(limit);
                edge(from)..edge(from + length)
            };
            let columns = span(stroke.x, stroke.width, width);
            for row in span(stroke.y, stroke.height, height) {
                let start = row * width;
                if let Some(run) = luma.get_mut(start + columns.start..start + columns.end) {
                    run.fill(stroke.luma);
                }
            }
        }
        Self::new(width, luma, Some(mm)).ok_or_else(refuse)
    }

    /// Without its specks, as the programs of scanners make it.
    pub fn despeckled(&self) -> Self {
        Self { width: self.width, pixels: self.greys().despeckled(), mm_per_pixel: self.mm_per_pixel }
    }

    /// At half its size, where specks are half as large too; `None` where nothing is left.
    pub fn halved(&self) -> Option<Self> {
        let (width, pixels) = self.greys().halved();
        Self::new(width, pixels, None)
    }

    pub fn greys(&self) -> Greys<'_> {
        Greys { width: self.width, pixels: &self.pixels }
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Pixels from the first dark column to the last: the side of a symbol that stands alone.
    pub fn symbol_side(&self) -> f64 {
        let (left, right, ..) = self.white_margins();
        pixel_count(self.width.saturating_sub(left + right))
    }

    /// The narrowest of the four white margins, in pixels.
    pub fn margin(&self) -> f64 {
        let (left, right, top, bottom) = self.white_margins();
        pixel_count(left.min(right).min(top).min(bottom))
    }

    /// The modules of a symbol that stands upright and alone: how many a side, and which are dark by column and row. The
    /// upper left finder pattern, seven modules wide, tells how large one is.
    pub fn modules(&self) -> Option<(usize, impl Fn(usize, usize) -> bool)> {
        let (left, right, top, bottom) = self.white_margins();
        let across = self.width.checked_sub(left + right)?;
        let down = (self.pixels.len() / self.width).checked_sub(top + bottom)?;
        let first = self.pixels.get(top * self.width + left..)?;
        let finder = first.iter().take_while(|luma| **luma < 128).count();
        let side = (across * FINDER + finder / 2).checked_div(finder)?;
        let is_symbol = across == down && (21..=177).contains(&side) && side % 4 == 1;
        // The middle of each module, counted in half modules.
        let pixel = move |at: usize| (2 * at + 1) * across / (2 * side);
        let is_dark = move |x: usize, y: usize| {
            self.pixels.get((top + pixel(y)) * self.width + left + pixel(x)).is_some_and(|luma| *luma < 128)
        };
        is_symbol.then_some((side, is_dark))
    }

    fn white_margins(&self) -> (usize, usize, usize, usize) {
        let is_dark = |luma: &u8| *luma < 128;
        let rows = || self.pixels.chunks_exact(self.width);
        let left = rows().filter_map(|row| row.iter().position(is_dark)).min();
        let right = rows().filter_map(|row| row.iter().rev().position(is_dark)).min();
        let top = rows().position(|row| row.iter().any(is_dark));
        let bottom = rows().rev().position(|row| row.iter().any(is_dark));
        (left.unwrap_or(0), right.unwrap_or(0), top.unwrap_or(0), bottom.unwrap_or(0))
    }
}

/// A length in pixels as a count; `None` beyond what is ever painted, and for what is no number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn pixels(length: f64) -> Option<usize> {
    let rounded = length.round();
    (0.0..=f64::from(LARGEST_SIDE)).contains(&rounded).then_some(rounded as usize)
}

/// A count of pixels as a length; counts beyond `u32` cannot arise within the limits.
fn pixel_count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

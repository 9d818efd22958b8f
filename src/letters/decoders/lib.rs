//! Two decoders of QR codes that share no code, rqrr (a port of quirc) and rxing (a port of zxing-cpp), over plain greys;
//! and what scanners and their programs do to greys. Both are fenced in against panics: pictures may be hostile.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::GrayImage;
use image::imageops::blur;
use rqrr::{Grid, PreparedImage, SimpleGrid};
use rxing::common::HybridBinarizer;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BinaryBitmap, DecodeHints, Luma8LuminanceSource, Reader as _};

/// Rows of greys, 0 black to 255 white.
#[derive(Debug, Clone, Copy)]
pub struct Greys<'a> {
    /// Greys a row.
    pub width: usize,
    /// All rows.
    pub pixels: &'a [u8],
}

/// What rqrr tells about a symbol.
#[derive(Debug, Clone, PartialEq)]
pub struct Symbol {
    /// What it says.
    pub text: String,
    /// The two bits of its format information that name its level (ISO/IEC 18004, table 12).
    pub level_bits: u16,
    /// Its version, 1 to 40.
    pub version: usize,
    /// Its four corners in pixels.
    pub corners: [(f64, f64); 4],
}

impl Greys<'_> {
    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.pixels.len().checked_div(self.width).unwrap_or(0)
    }

    /// A grey; white beyond the edges.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels.get(y * self.width + x).copied().unwrap_or(u8::MAX)
    }

    /// Every symbol that rqrr reads.
    pub fn read_with_rqrr(&self) -> Vec<Symbol> {
        self.see_with_rqrr().0
    }

    /// Every symbol that rqrr reads, and how many it sees.
    pub fn see_with_rqrr(&self) -> (Vec<Symbol>, usize) {
        let read = || {
            let mut image =
                PreparedImage::prepare_from_greyscale(self.width, self.height(), |x, y| self.at(x, y));
            let grids = image.detect_grids();
            let symbol = |grid: &rqrr::Grid<_>| {
                let (meta, text) = grid.decode().ok()?;
                Some(Symbol {
                    text,
                    level_bits: meta.ecc_level,
                    version: meta.version.0,
                    corners: grid.bounds.map(|corner| (f64::from(corner.x), f64::from(corner.y))),
                })
            };
            (grids.iter().filter_map(symbol).collect(), grids.len())
        };
        catch_unwind(AssertUnwindSafe(read)).unwrap_or_default()
    }

    /// The symbol that rxing reads.
    pub fn read_with_rxing(&self) -> Option<String> {
        let read = || {
            let (width, height) = (u32::try_from(self.width).ok()?, u32::try_from(self.height()).ok()?);
            let source = Luma8LuminanceSource::new(self.pixels.to_vec(), width, height).ok()?;
            let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
            let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
            // ZXing's older detector misses one symbol in fifty that this one and every telephone reads.
            let result = QrReader.decode_with_hints(&mut bitmap, &hints).ok()?;
            Some(result.getText().to_owned())
        };
        catch_unwind(AssertUnwindSafe(read)).ok().flatten()
    }

    /// Out of focus; `sigma` in pixels.
    pub fn blurred(&self, sigma: f32) -> Option<Vec<u8>> {
        let side = |length: usize| u32::try_from(length).ok();
        let image = GrayImage::from_raw(side(self.width)?, side(self.height())?, self.pixels.to_vec())?;
        Some(blur(&image, sigma).into_raw())
    }

    /// Turned about its middle; what comes in from outside is white. Each point is mixed out of the four it falls between.
    pub fn turned(&self, degrees: f64) -> Vec<u8> {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let half = |length: usize| u32::try_from(length).map_or(0.0, |length| f64::from(length) / 2.0);
        let (middle_x, middle_y) = (half(self.width), half(self.height()));
        let mut turned = Vec::with_capacity(self.pixels.len());
        for y in 0..self.height() {
            for x in 0..self.width {
                let (dx, dy) = (half(2 * x) - middle_x, half(2 * y) - middle_y);
                turned.push(self.mixed(middle_x + dx * cos + dy * sin, middle_y - dx * sin + dy * cos));
            }
        }
        turned
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a grey is 0 to 255, a place floored"
    )]
    fn mixed(&self, x: f64, y: f64) -> u8 {
        let grey = |x: f64, y: f64| {
            let inside = x >= 0.0 && y >= 0.0 && (x as usize) < self.width;
            f64::from(if inside { self.at(x as usize, y as usize) } else { u8::MAX })
        };
        let (left, top) = (x.floor(), y.floor());
        let (right, low) = (x - left, y - top);
        let upper = grey(left, top) * (1.0 - right) + grey(left + 1.0, top) * right;
        let lower = grey(left, top + 1.0) * (1.0 - right) + grey(left + 1.0, top + 1.0) * right;
        (upper * (1.0 - low) + lower * low).round() as u8
    }

    /// At half its size: each point the middle of four.
    pub fn halved(&self) -> (usize, Vec<u8>) {
        let (width, height) = (self.width / 2, self.height() / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let four = [(0, 0), (1, 0), (0, 1), (1, 1)]
                    .map(|(dx, dy)| u16::from(self.at(2 * x + dx, 2 * y + dy)));
                pixels.push(u8::try_from(four.iter().sum::<u16>() / 4).unwrap_or(u8::MAX));
            }
        }
        (width, pixels)
    }

    /// Without its specks: each point the middle one of its nine neighbours, as the programs of scanners do it.
    pub fn despeckled(&self) -> Vec<u8> {
        let (width, height) = (self.width, self.height());
        let near = |at: usize, shift: usize, most: usize| (at + shift).saturating_sub(1).min(most - 1);
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..height {
            for x in 0..width {
                let mut nine = [0; 9];
                for (place, luma) in nine.iter_mut().enumerate() {
                    *luma = self.at(near(x, place % 3, width), near(y, place / 3, height));
                }
                nine.sort_unstable();
                pixels.push(nine[4]);
            }
        }
        pixels
    }
}

/// What rqrr reads in modules that somebody else found: so many a side, dark or not by column and row.
pub fn read_modules_with_rqrr(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Option<Symbol> {
    let read = || {
        let (meta, text) = Grid::new(SimpleGrid::from_func(side, is_dark)).decode().ok()?;
        Some(Symbol {
            text,
            level_bits: meta.ecc_level,
            version: meta.version.0,
            corners: Default::default(),
        })
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// The greys of red, green, blue and alpha, each a byte (ITU-R BT.601).
pub fn luma(rgba: &[u8]) -> Vec<u8> {
    let grey = |pixel: &[u8]| {
        let &[r, g, b, _] = pixel else { return u8::MAX };
        let sum = u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114;
        u8::try_from(sum / 1000).unwrap_or(u8::MAX)
    };
    rgba.chunks_exact(4).map(grey).collect()
}

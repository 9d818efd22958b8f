//! The modules of a symbol: which are dark, and how large they come out on paper.

use qrcode::{
    EcLevel,
    bits::Bits,
    optimize::{Optimizer, Parser},
    types::{Color, Mode, Version},
};

use super::QrError;
use crate::letters::proof::{Level, QUIET_ZONE};

/// Below it a copied or faxed letter no longer reads.
const SMALLEST_MODULE_MM: f64 = 0.4;

/// UTF-8 in ECI: ISO/IEC 18004 reads bytes as Latin letters otherwise.
const ECI_UTF8: u32 = 26;

/// A symbol of the smallest version that holds its text.
#[derive(Clone, Debug)]
pub struct QrCode {
    text: String,
    /// Modules a side without the quiet zone.
    width: u32,
    dark: Vec<bool>,
}

/// A run of dark modules in one row, in modules from the upper left of the quiet zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    pub x: u32,
    pub y: u32,
    pub length: u32,
}

impl QrCode {
    /// Encodes the text; an address all in capitals takes the compact alphanumeric mode by itself.
    pub fn new(text: &str, level: Level) -> Result<Self, QrError> {
        if text.is_empty() {
            return Err(QrError::Empty);
        }
        let level = match level {
            Level::Q => EcLevel::Q,
            Level::H => EcLevel::H,
        };
        let bits = (1..=40).find_map(|version| encoded(text, Version::Normal(version), level));
        let code =
            bits.and_then(|bits| qrcode::QrCode::with_bits(bits, level).ok()).ok_or(QrError::TooLong)?;
        let width = u32::try_from(code.width()).map_err(|_| QrError::TooLong)?;
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { text: text.to_owned(), width, dark })
    }

    /// The text in the symbol.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Modules a side, quiet zone included.
    pub fn side(&self) -> u32 {
        self.width + 2 * QUIET_ZONE
    }

    /// Side of a module in millimetres when the symbol with its quiet zone is `size_mm` wide; an error
    /// when it would be smaller than paper bears: under 20 mm in all or 0.4 mm a module.
    pub fn module_mm(&self, size_mm: f64) -> Result<f64, QrError> {
        if !(20.0..=300.0).contains(&size_mm) {
            return Err(QrError::Size(size_mm));
        }
        let module = size_mm / f64::from(self.side());
        // 0.4 mm are 2/5 mm: the side needed, rounded up to whole millimetres.
        let needed = (self.side() * 2).div_ceil(5);
        if module < SMALLEST_MODULE_MM - 1e-9 { Err(QrError::SmallModules(needed)) } else { Ok(module) }
    }

    /// Whether the module is dark, counted from the upper left of the quiet zone.
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        let inside = |at: u32| at.checked_sub(QUIET_ZONE).filter(|at| *at < self.width);
        let (Some(x), Some(y)) = (inside(x), inside(y)) else { return false };
        usize::try_from(y * self.width + x).is_ok_and(|index| self.dark.get(index) == Some(&true))
    }

    /// The dark modules as runs, row by row: fewer shapes, and no hairlines between neighbours.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for y in 0..self.side() {
            for x in (0..self.side()).filter(|x| self.is_dark(*x, y)) {
                match runs.last_mut() {
                    Some(run) if run.y == y && run.x + run.length == x => run.length += 1,
                    _ => runs.push(Run { x, y, length: 1 }),
                }
            }
        }
        runs
    }
}

/// The text as the bits of one version, or nothing if they are too many.
fn encoded(text: &str, version: Version, level: EcLevel) -> Option<Bits> {
    let data = text.as_bytes();
    // The bytes of Thai in UTF-8 look like Shift-JIS to the parser: kanji mode would be read as Japanese.
    let segments = Parser::new(data).map(|mut segment| {
        if segment.mode == Mode::Kanji {
            segment.mode = Mode::Byte;
        }
        segment
    });
    let mut bits = Bits::new(version);
    if !text.is_ascii() {
        bits.push_eci_designator(ECI_UTF8).ok()?;
    }
    bits.push_segments(data, Optimizer::new(segments, version)).ok()?;
    bits.push_terminator(level).ok()?;
    Some(bits)
}

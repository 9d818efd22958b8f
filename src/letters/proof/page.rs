//! Proof that a symbol reads from a finished page, also from the worn copies that offices pass on.

use std::fmt;

use ::decoders::Greys;

use super::raster::Raster;
use super::wear::Wear;
use super::{Level, ProofFailed, decoders};
use crate::letters::pdf_pages::{Drawn, PdfPages};

/// Dots an inch at which a page is looked at: a printer's, and a fax's or a telephone's at arm's length.
const DENSITIES: [u16; 2] = [300, 150];

/// Pages that are searched for the symbol; those that follow are lists.
const SEARCHED: usize = 20;

/// The least side of a symbol without its quiet zone, and of a module, in millimetres, that are printed.
const LEAST_SIDE_MM: f64 = 20.0;
const LEAST_MODULE_MM: f64 = 0.4;

/// How often a copy that does not read is looked at again, at half the size each time.
const HALVINGS: usize = 3;

/// White that is looked at around a symbol, as a share of its side.
const AROUND: f64 = 0.35;

/// What was seen of a symbol on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageProof {
    /// The page, counted from 1.
    pub page: usize,
    /// Side of a module in millimetres.
    pub module_mm: f64,
    /// Side of the symbol with its quiet zone in millimetres.
    pub side_mm: f64,
    /// Its level of error correction.
    pub level: Level,
    /// Every copy that both decoders read.
    pub readings: Vec<Reading>,
}

/// A copy that both decoders read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Dots an inch.
    pub dpi: u16,
    /// What had happened to it.
    pub wear: Wear,
}

impl PageProof {
    /// Side of a module in thousandths of a millimetre.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a module is a few millimetres at most"
    )]
    pub fn module_um(&self) -> u32 {
        (self.module_mm * 1000.0).round() as u32
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} dpi {}", self.dpi, self.wear)
    }
}

/// Finds the symbol that says `expected`, and reads it from fresh and worn copies of the page at 300 and 150 dpi.
///
/// # Errors
/// When no page has it, it is too small, or a decoder cannot read one of the copies: which, is said.
pub fn prove_page(pages: &PdfPages, expected: &str) -> Result<PageProof, ProofFailed> {
    let [fine, coarse] = DENSITIES;
    let on_page = |index: usize| {
        let page = pages.draw(index, f32::from(coarse))?;
        Some((index, Found::on(&page, expected)?, page))
    };
    let found = (0..pages.count().min(SEARCHED)).find_map(on_page);
    let (index, found, coarse_page) = found.ok_or(ProofFailed::NotOnPage)?;
    let fine_page = pages.draw(index, f32::from(fine)).ok_or(ProofFailed::NotOnPage)?;
    let mm_a_pixel = 25.4 / f64::from(coarse);
    let (symbol_mm, modules) = (found.side * mm_a_pixel, f64::from(17 + 4 * found.version));
    let module_mm = symbol_mm / modules;
    let side_mm = module_mm * (modules + 8.0);
    // A pixel more or less at each edge is the drawing's, not the letter's.
    if side_mm + 2.0 * mm_a_pixel < LEAST_SIDE_MM || module_mm + 0.01 < LEAST_MODULE_MM {
        return Err(ProofFailed::TooSmall { side_mm, module_mm });
    }
    let mut readings = Vec::new();
    for (dpi, page) in [(fine, fine_page), (coarse, coarse_page)] {
        let scale = f64::from(dpi) / f64::from(coarse);
        let copy = found.cut(&page, scale).ok_or(ProofFailed::NotOnPage)?;
        for wear in Wear::ALL {
            let worn = wear.on(&copy, dpi).ok_or(ProofFailed::NotOnPage)?;
            patiently(&worn, expected).map_err(|failed| ProofFailed::Worn {
                dpi,
                wear: *wear,
                failed: Box::new(failed),
            })?;
            readings.push(Reading { dpi, wear: *wear });
        }
    }
    Ok(PageProof { page: index + 1, module_mm, side_mm, level: found.level, readings })
}

/// As programs of scanners and telephones do it: as it is, then without specks, then smaller and smaller.
fn patiently(copy: &Raster, expected: &str) -> Result<(), ProofFailed> {
    let Err(failed) = both(copy, expected) else { return Ok(()) };
    let mut smaller = Some(copy.despeckled());
    for _ in 0..HALVINGS {
        let Some(copy) = smaller else { break };
        if both(&copy, expected).is_ok() {
            return Ok(());
        }
        smaller = copy.halved().map(|half| half.despeckled());
    }
    Err(failed)
}

/// Both decoders read what is expected.
fn both(copy: &Raster, expected: &str) -> Result<(), ProofFailed> {
    decoders::read_with_rqrr(copy)?.text.matches(decoders::RQRR, expected)?;
    decoders::read_with_rxing(copy)?.matches(decoders::RXING, expected)
}

/// Where a symbol stands on a page at 150 dpi.
struct Found {
    middle: (f64, f64),
    side: f64,
    level: Level,
    version: u32,
}

impl Found {
    fn on(page: &Drawn, expected: &str) -> Option<Self> {
        let (width, pixels) = (usize::try_from(page.width).ok()?, page.luma());
        let symbols = Greys { width, pixels: &pixels }.read_with_rqrr();
        let symbol = symbols.into_iter().find(|symbol| symbol.text == expected)?;
        let [a, b, c, d] = symbol.corners;
        let length = |from: (f64, f64), to: (f64, f64)| (from.0 - to.0).hypot(from.1 - to.1);
        Some(Self {
            middle: ((a.0 + b.0 + c.0 + d.0) / 4.0, (a.1 + b.1 + c.1 + d.1) / 4.0),
            side: (length(a, b) + length(b, c) + length(c, d) + length(d, a)) / 4.0,
            level: decoders::level(symbol.level_bits)?,
            version: u32::try_from(symbol.version).ok()?,
        })
    }

    /// The symbol and what stands around it, out of a page drawn at another density.
    fn cut(&self, page: &Drawn, scale: f64) -> Option<Raster> {
        let half = self.side * (0.5 + AROUND) * scale;
        let span = |middle: f64, most: u32| {
            let from = (middle * scale - half).max(0.0);
            let to = (middle * scale + half).min(f64::from(most));
            Some(whole(from)?..whole(to)?)
        };
        let (columns, rows) = (span(self.middle.0, page.width)?, span(self.middle.1, page.height)?);
        let width = columns.len();
        Raster::new(width, page.luma_of(columns, rows)?, None)
    }
}

/// A length of pixels within a page.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn whole(length: f64) -> Option<usize> {
    (0.0..=60_000.0).contains(&length).then_some(length.round() as usize)
}

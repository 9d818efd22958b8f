//! Proof that a drawn QR symbol reads back: two decoders that share no code look at what was drawn.

mod decoders;
mod page;
mod pdf;
mod photograph;
mod png;
mod raster;
mod svg;
mod wear;

use thiserror::Error;

pub use page::{PageProof, Reading, prove_page};
use raster::Raster;
pub use wear::Wear;

/// Error correction of a printed symbol. Lower levels are not drawn: paper is folded, stamped and copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Level {
    /// Reads with a quarter of the symbol damaged.
    Q,
    /// Reads with 30 % of the symbol damaged.
    #[default]
    H,
}

impl Level {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Q => "Q",
            Self::H => "H",
        }
    }
}

/// Modules of white that ISO/IEC 18004 asks for on every side of a symbol.
pub const QUIET_ZONE: u32 = 4;

/// What was seen in a drawn symbol.
#[derive(Clone, PartialEq, Debug)]
pub struct Proof {
    /// Names of the decoders that both read the expected text.
    pub decoders: [&'static str; 2],
    /// Level of error correction, as read from the symbol.
    pub level: Level,
    /// Version of the symbol, 1 to 40: 17 + 4 × version modules a side.
    pub version: u32,
    /// Side of a module in millimetres as it will print; `None` where a picture does not tell its size.
    pub module_mm: Option<f64>,
}

/// Why a drawing is no proof.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum ProofFailed {
    /// The bytes are no picture of the kind, or a larger one than is ever drawn here.
    #[error("the drawing cannot be opened: {0}")]
    NoPicture(String),
    /// A decoder found no symbol or could not correct it.
    #[error("{0} cannot read the symbol")]
    Unreadable(&'static str),
    /// A decoder read something else than was to be drawn.
    #[error("{0} reads another text: {1:?}")]
    OtherText(&'static str, String),
    /// The symbol has less error correction than level Q.
    #[error("error correction is lower than level Q")]
    WeakLevel,
    /// Something dark stands nearer to the symbol than four modules, or the drawing ends there.
    #[error("the quiet zone is narrower than four modules")]
    NarrowQuietZone,
    /// No page has the symbol.
    #[error("no page has the symbol")]
    NotOnPage,
    /// The symbol on the page is under 20 mm a side, or its modules under 0.4 mm.
    #[error(
        "the symbol is {side_mm:.1} mm a side, its modules {module_mm:.2} mm: 20 mm and 0.4 mm are the least"
    )]
    TooSmall {
        /// Its side with the quiet zone.
        side_mm: f64,
        /// A module's.
        module_mm: f64,
    },
    /// A worn copy of the page does not read.
    #[error("{} copy at {dpi} dpi: {failed}", wear.as_str())]
    Worn {
        /// Dots an inch.
        dpi: u16,
        /// What had happened to it.
        wear: Wear,
        /// What was wrong.
        failed: Box<ProofFailed>,
    },
}

/// Proves a PNG: any bytes may be given, and only a picture that both decoders read as `expected`, with
/// level Q or H and its quiet zone, passes.
pub fn prove(png: &[u8], expected: &str) -> Result<Proof, ProofFailed> {
    prove_raster(&png::raster(png)?, expected)
}

/// Proves an SVG made here: its path is read back from the bytes, painted and decoded.
pub fn prove_svg(svg: &[u8], expected: &str) -> Result<Proof, ProofFailed> {
    prove_raster(&svg::raster(svg)?, expected)
}

/// Proves a PDF made here: its page is read back from the bytes, painted and decoded.
pub fn prove_pdf(pdf: &[u8], expected: &str) -> Result<Proof, ProofFailed> {
    prove_raster(&pdf::raster(pdf)?, expected)
}

/// What the first symbol says that can be read in a PNG or JPEG, as people photograph and copy it.
pub fn read(picture: &[u8]) -> Result<String, ProofFailed> {
    decoders::read_with_either(&photograph::raster(picture)?)
}

/// What every symbol says that can be read among grey pixels, 0 black to 255 white, in rows of `width`: all those of a
/// page as it comes from a scanner, in any direction. What is not read at once is looked for again without the specks,
/// and coarser.
pub fn read_all(width: usize, luma: Vec<u8>) -> Vec<String> {
    let Some(page) = Raster::new(width, luma, None) else { return Vec::new() };
    let (mut texts, seen) = decoders::read_all_with_rqrr(&page);
    let mut lacks = |more: Vec<String>| {
        texts.extend(more);
        texts.sort();
        texts.dedup();
        texts.len() < seen.max(1)
    };
    let both = |page: &Raster| {
        let mut read = decoders::read_all_with_rqrr(page).0;
        read.extend(decoders::read_first_with_rxing(page));
        read
    };
    if lacks(Vec::new()) && lacks(decoders::read_first_with_rxing(&page).into_iter().collect()) {
        let calm = page.despeckled();
        if lacks(both(&calm)) {
            lacks(calm.halved().map(|half| both(&half)).unwrap_or_default());
        }
    }
    texts
}

fn prove_raster(raster: &Raster, expected: &str) -> Result<Proof, ProofFailed> {
    let seen = decoders::read_with_rqrr(raster)?;
    decoders::read_with_rxing(raster)?.matches(decoders::RXING, expected)?;
    seen.text.matches(decoders::RQRR, expected)?;
    let modules = 17 + 4 * seen.version;
    let module = raster.symbol_side() / f64::from(modules);
    if raster.margin() + 0.5 < module * f64::from(QUIET_ZONE) {
        return Err(ProofFailed::NarrowQuietZone);
    }
    Ok(Proof {
        decoders: [decoders::RQRR, decoders::RXING],
        level: seen.level,
        version: seen.version,
        module_mm: raster.mm_per_pixel.map(|mm| mm * module),
    })
}

#[cfg(test)]
mod tests;

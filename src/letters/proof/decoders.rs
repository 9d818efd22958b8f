//! The two decoders, as proofs ask them.

use ::decoders::read_modules_with_rqrr;

use super::{Level, ProofFailed, raster::Raster};

pub const RQRR: &str = "rqrr";
pub const RXING: &str = "rxing";

/// A text as one decoder read it.
pub struct ReadText(String);

impl ReadText {
    pub fn matches(self, decoder: &'static str, expected: &str) -> Result<(), ProofFailed> {
        if self.0 == expected { Ok(()) } else { Err(ProofFailed::OtherText(decoder, self.0)) }
    }
}

/// What rqrr tells about a symbol.
pub struct Seen {
    pub text: ReadText,
    pub level: Level,
    pub version: u32,
}

/// A drawn symbol stands upright and alone: its modules are looked up, which takes a tenth of the time of finding them.
/// Where that fails they are found as in any picture.
pub fn read_with_rqrr(raster: &Raster) -> Result<Seen, ProofFailed> {
    let upright = raster.modules().and_then(|(side, is_dark)| read_modules_with_rqrr(side, is_dark));
    let symbol = upright.or_else(|| raster.greys().read_with_rqrr().into_iter().next());
    let symbol = symbol.ok_or(ProofFailed::Unreadable(RQRR))?;
    let level = level(symbol.level_bits).ok_or(ProofFailed::WeakLevel)?;
    let version = u32::try_from(symbol.version).map_err(|_| ProofFailed::Unreadable(RQRR))?;
    Ok(Seen { text: ReadText(symbol.text), level, version })
}

/// The level that the two bits of a symbol's format information name (ISO/IEC 18004, table 12); `None` below Q.
pub fn level(bits: u16) -> Option<Level> {
    match bits {
        0b11 => Some(Level::Q),
        0b10 => Some(Level::H),
        _ => None,
    }
}

pub fn read_with_rxing(raster: &Raster) -> Result<ReadText, ProofFailed> {
    raster.greys().read_with_rxing().map(ReadText).ok_or(ProofFailed::Unreadable(RXING))
}

/// What either decoder reads first, whatever the level.
pub fn read_with_either(raster: &Raster) -> Result<String, ProofFailed> {
    read_with_rxing(raster).or_else(|_| Ok(read_with_rqrr(raster)?.text)).map(|text| text.0)
}

/// What rqrr reads in every symbol, and how many symbols it sees: one it cannot read has no text.
pub fn read_all_with_rqrr(raster: &Raster) -> (Vec<String>, usize) {
    let (symbols, seen) = raster.greys().see_with_rqrr();
    (symbols.into_iter().map(|symbol| symbol.text).collect(), seen)
}

/// What rxing reads in the first symbol that it finds, if any.
pub fn read_first_with_rxing(raster: &Raster) -> Option<String> {
    read_with_rxing(raster).ok().map(|text| text.0)
}

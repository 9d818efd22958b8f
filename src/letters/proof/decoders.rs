//! The two decoders: rqrr (a port of quirc) and rxing (a port of zxing-cpp), fenced in against panics.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rqrr::PreparedImage;
use rxing::{
    BinaryBitmap, DecodeHints, Luma8LuminanceSource, Reader, common::HybridBinarizer,
    qrcode::cpp_port::QrReader,
};

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

pub fn read_with_rqrr(raster: &Raster) -> Result<Seen, ProofFailed> {
    let (meta, text) = fenced(RQRR, || {
        let mut image =
            PreparedImage::prepare_from_greyscale(raster.width(), raster.height(), |x, y| raster.luma(x, y));
        image.detect_grids().iter().find_map(|grid| grid.decode().ok())
    })?;
    let level = level(meta.ecc_level).ok_or(ProofFailed::WeakLevel)?;
    let version = u32::try_from(meta.version.0).map_err(|_| ProofFailed::Unreadable(RQRR))?;
    Ok(Seen { text: ReadText(text), level, version })
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
    fenced(RXING, || {
        let (width, height) = (u32::try_from(raster.width()).ok()?, u32::try_from(raster.height()).ok()?);
        let source = Luma8LuminanceSource::new(raster.pixels().to_vec(), width, height).ok()?;
        let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
        let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
        // ZXing's older detector misses one symbol in fifty that this one and every telephone reads.
        let result = QrReader.decode_with_hints(&mut bitmap, &hints).ok()?;
        Some(ReadText(result.getText().to_owned()))
    })
}

/// What either decoder reads first, whatever the level.
pub fn read_with_either(raster: &Raster) -> Result<String, ProofFailed> {
    read_with_rxing(raster).or_else(|_| Ok(read_with_rqrr(raster)?.text)).map(|text| text.0)
}

/// What rqrr reads in every symbol, and how many symbols it sees: one it cannot read has no text.
pub fn read_all_with_rqrr(raster: &Raster) -> (Vec<String>, usize) {
    let read = fenced(RQRR, || {
        let mut image =
            PreparedImage::prepare_from_greyscale(raster.width(), raster.height(), |x, y| raster.luma(x, y));
        let grids = image.detect_grids();
        let texts = grids.iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
        Some((texts, grids.len()))
    });
    read.unwrap_or_default()
}

/// What rxing reads in the first symbol that it finds, if any.
pub fn read_first_with_rxing(raster: &Raster) -> Option<String> {
    read_with_rxing(raster).ok().map(|text| text.0)
}

/// Runs a decoder over bytes that may be hostile: a panic in it is a symbol that it cannot read.
fn fenced<T>(decoder: &'static str, read: impl FnOnce() -> Option<T>) -> Result<T, ProofFailed> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten().ok_or(ProofFailed::Unreadable(decoder))
}

//! QR symbols for paper: drawn in millimetres, and given out only after two decoders have read them back.

mod draw;
mod error;
mod pdf;
pub mod png;
mod svg;

use super::proof;

pub use super::proof::Level;
pub use draw::QrCode;
pub use error::QrError;

/// How the symbol is written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Black and white pixels that carry their size in millimetres; no caption, for want of a font.
    Png,
    /// A vector drawing with the caption below, for web pages and word processors.
    Svg,
    /// A page as large as the symbol, for print shops; no caption, for want of a font.
    Pdf,
}

impl Format {
    /// The format that the ending of a file's name asks for.
    pub fn of_file_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The media type to serve the bytes with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
        }
    }
}

/// How the symbol shall look on paper.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Style<'a> {
    /// Level of error correction.
    pub level: Level,
    /// Side of the symbol with its quiet zone in millimetres, 20 to 300.
    pub size_mm: f64,
    /// Pixels an inch of a PNG at least, 150 to 1,200; more if a module would not be whole pixels.
    pub dpi: u32,
    /// Up to two lines below the symbol.
    pub caption: &'a [String],
}

impl Default for Style<'_> {
    /// Level H, 30 mm, 300 dpi, no caption: reads from a letter held in the hand.
    fn default() -> Self {
        Self { level: Level::H, size_mm: 30.0, dpi: 300, caption: &[] }
    }
}

/// Draws the text as a symbol and proves what was drawn; the bytes are those that were proven.
pub fn render(text: &str, format: Format, style: &Style<'_>) -> Result<Vec<u8>, QrError> {
    let code = QrCode::new(text, style.level)?;
    let module_mm = code.module_mm(style.size_mm)?;
    if style.caption.len() > 2 {
        return Err(QrError::LongCaption);
    }
    let (drawn, seen) = match format {
        Format::Png => {
            let drawn = png::draw(&code, style)?;
            let seen = proof::prove(&drawn, text)?;
            (drawn, seen)
        }
        Format::Svg => {
            let drawn = svg::draw(&code, style).into_bytes();
            let seen = proof::prove_svg(&drawn, text)?;
            (drawn, seen)
        }
        Format::Pdf => {
            let drawn = pdf::draw(&code, style);
            let seen = proof::prove_pdf(&drawn, text)?;
            (drawn, seen)
        }
    };
    let right_size = seen.module_mm.is_some_and(|seen| (seen - module_mm).abs() < module_mm / 50.0);
    if right_size && seen.level == style.level { Ok(drawn) } else { Err(QrError::OtherSymbol) }
}

#[cfg(test)]
mod tests;

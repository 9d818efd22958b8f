//! Sheets of paper: data in, a PDF out. The layouts are in `assets/letters`, a file a thing that is printed; each reads
//! `/data.json`, and the pictures it names beside it.

mod join;
pub mod letter;
mod lines;
pub mod poster;
mod prose;
pub mod receipt;
pub mod register;
pub mod slips;
pub mod stamps;
mod world;

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use serde::Serialize;
use typst::ecow::EcoString;
use typst::foundations::{Datetime, Smart};
use typst::model::DocumentInfo;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::letters::qr::QrError;
pub use prose::Prose;
use world::World;

/// What can be printed: a layout of its own each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A letter in one of its three forms, with the lists annexed to it.
    Letter,
    /// Slips of schools.
    Slips,
    /// A page to hang up.
    Poster,
    /// A receipt.
    Receipt,
    /// A register of a year.
    Register,
    /// Some pages of a register, to be joined with the others.
    RegisterPart,
    /// The receive stamp.
    ReceiveStamp,
    /// Number and date on a letter written elsewhere.
    NumberStamp,
    /// The QR code on a letter written elsewhere.
    SymbolStamp,
}

impl Layout {
    /// The name of its file.
    fn file(self) -> &'static str {
        match self {
            Self::Letter => "letter.typ",
            Self::Slips => "slips.typ",
            Self::Poster => "poster.typ",
            Self::Receipt => "receipt.typ",
            Self::Register | Self::RegisterPart => "register.typ",
            Self::ReceiveStamp => "receive_stamp.typ",
            Self::NumberStamp => "number_stamp.typ",
            Self::SymbolStamp => "symbol_stamp.typ",
        }
    }

    /// The standard of a document to be archived: tagged, but for one that is joined of parts. A stamp becomes part of
    /// another document and has none.
    fn standard(self) -> Option<PdfStandard> {
        match self {
            Self::Letter | Self::Poster | Self::Receipt | Self::Register => Some(PdfStandard::A_3a),
            Self::RegisterPart | Self::Slips => Some(PdfStandard::A_2b),
            Self::ReceiveStamp | Self::NumberStamp | Self::SymbolStamp => None,
        }
    }

    /// In how many later prints its results may be used again. A letter's pages are asked for one after another; those
    /// of a register or of slips are many, and come once.
    fn kept_for(self) -> usize {
        if matches!(self, Self::Register | Self::RegisterPart | Self::Slips) { 0 } else { 12 }
    }
}

/// A picture or a file that a layout takes by its name, without the slash: `qr.svg`.
#[derive(Debug, Clone)]
pub struct Enclosed {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a document says about itself. It is not the layout's to say: paragraphs that are the same in letters of another
/// number would be laid out anew.
#[derive(Debug, Clone, Copy, Default)]
struct About<'a> {
    title: &'a str,
    /// Who issued it; empty for a stamp.
    author: &'a str,
    /// The number of its letter; empty where it has none.
    reference: &'a str,
}

impl About<'_> {
    fn tell(&self, info: &mut DocumentInfo) {
        let said = |text: &str| Some(EcoString::from(text)).filter(|text| !text.is_empty());
        info.title = said(self.title);
        info.author = said(self.author).into_iter().collect();
        info.keywords = said(self.reference).into_iter().collect();
    }
}

/// Why nothing was printed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NotPrinted {
    /// The font of letters lacks these characters: a PDF that shows boxes for them is no official paper.
    #[error("the font has no {0:?}")]
    NoGlyph(String),
    /// The QR code would not read from paper.
    #[error(transparent)]
    Symbol(#[from] QrError),
    /// The layout failed.
    #[error("the layout failed: {0}")]
    Layout(String),
}

impl NotPrinted {
    /// The stable word.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoGlyph(_) => "paper_no_glyph",
            Self::Symbol(error) => error.code(),
            Self::Layout(_) => "paper_not_printed",
        }
    }

    /// The sentence in Thai.
    pub fn message_th(&self) -> String {
        match self {
            Self::NoGlyph(characters) => {
                format!("แบบอักษร TH SarabunPSK ไม่มีอักขระ {characters} จึงพิมพ์ไม่ได้ แก้ไขข้อความแล้วลองใหม่")
            }
            Self::Symbol(error) => error.message_th(),
            Self::Layout(_) => "จัดหน้าเอกสารนี้ไม่ได้".to_owned(),
        }
    }

    /// The sentence in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::NoGlyph(characters) => {
                format!("The font TH SarabunPSK has no {characters}: change the text and try again.")
            }
            Self::Symbol(error) => error.message_en(),
            Self::Layout(_) => "This document cannot be laid out.".to_owned(),
        }
    }
}

/// Lays out and writes a PDF/A-3a (ISO 19005-3): tagged, with its language and title, all fonts and files inside. Part of
/// a register is a PDF/A-2b, a stamp a plain PDF. The same data at the same time give the same bytes.
///
/// # Errors
/// When the font lacks a character of the data, or the layout fails.
fn print(
    layout: Layout,
    about: &About<'_>,
    data: &impl Serialize,
    enclosed: Vec<Enclosed>,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, NotPrinted> {
    let data = serde_json::to_string(data).map_err(|error| NotPrinted::Layout(error.to_string()))?;
    let missing = world::missing_glyphs(&data);
    if !missing.is_empty() {
        return Err(NotPrinted::NoGlyph(missing));
    }
    let world = World::new(layout, data, enclosed);
    let told = |errors: typst::ecow::EcoVec<typst::diag::SourceDiagnostic>| {
        NotPrinted::Layout(
            errors.into_iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "),
        )
    };
    let mut document = typst::compile::<PagedDocument>(&world).output.map_err(told)?;
    about.tell(document.info_mut());
    let pdf = typst_pdf::pdf(&document, &options(layout, at)?).map_err(told);
    typst::comemo::evict(layout.kept_for());
    pdf
}

fn options(layout: Layout, at: DateTime<Utc>) -> Result<PdfOptions, NotPrinted> {
    let options = PdfOptions {
        creator: Smart::Custom(Some(concat!("Wian ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: datetime(at).map(Timestamp::new_utc),
        tagged: layout.standard() == Some(PdfStandard::A_3a),
        ..PdfOptions::default()
    };
    let Some(standard) = layout.standard() else { return Ok(options) };
    let standards = PdfStandards::new(&[standard]);
    let standards = standards.map_err(|error| NotPrinted::Layout(error.message().to_string()))?;
    Ok(PdfOptions { standards, ..options })
}

fn datetime(at: DateTime<Utc>) -> Option<Datetime> {
    let small = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

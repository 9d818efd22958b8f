//! Stamps on a finished PDF: what is there stays byte for byte, and the stamps are appended (ISO 32000-1, 7.5.6), so no
//! text of it is touched and a signature on it still covers what it covered.

mod free;
mod overlay;
mod place;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, IncrementalDocument, LoadOptions, Object, ObjectId, Stream};

pub use free::is_free;
use overlay::Overlay;
pub use place::Place;
use place::Sheet;

/// The most that one stream may unpack to, in bytes.
const MAX_STREAM: usize = 16 * 1024 * 1024;

/// A page of a size of its own that is laid over another.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The page it goes on, counted from 0.
    pub page: usize,
    /// Where.
    pub place: Place,
    /// A PDF of one page, which shows through where nothing is drawn.
    pub overlay: Vec<u8>,
}

/// Why a PDF cannot be stamped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotStamped {
    /// It cannot be read.
    #[error("the PDF is damaged")]
    Damaged,
    /// It is under a password or encrypted.
    #[error("the PDF is locked")]
    Locked,
    /// It has no such page.
    #[error("the PDF has no such page")]
    NoPage,
    /// Something stands at the place already.
    #[error("something stands there already: choose another place")]
    Taken,
}

impl NotStamped {
    /// The stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Damaged => "pdf_damaged",
            Self::Locked => "pdf_locked",
            Self::NoPage => "pdf_page_missing",
            Self::Taken => "stamp_place_taken",
        }
    }

    /// The sentence in Thai.
    pub fn message_th(self) -> &'static str {
        match self {
            Self::Damaged => "ไฟล์ PDF เสียหาย ประทับตราไม่ได้ บันทึกไฟล์ใหม่จากโปรแกรมเดิมแล้วลองอีกครั้ง",
            Self::Locked => "ไฟล์ PDF ถูกล็อกหรือเข้ารหัส ประทับตราไม่ได้ บันทึกไฟล์แบบไม่ล็อกแล้วลองอีกครั้ง",
            Self::NoPage => "ไฟล์ PDF ไม่มีหน้าที่เลือกไว้",
            Self::Taken => "ที่ที่เลือกไว้มีข้อความอยู่แล้ว ประทับทับไม่ได้ เลือกที่วางอื่น",
        }
    }

    /// The sentence in English.
    pub fn message_en(self) -> &'static str {
        match self {
            Self::Damaged => "The PDF is damaged and cannot be stamped: save it anew and try again.",
            Self::Locked => {
                "The PDF is locked or encrypted and cannot be stamped: save it unlocked and try again."
            }
            Self::NoPage => "The PDF has no such page.",
            Self::Taken => "Something stands there already: choose another place.",
        }
    }
}

/// Lays the stamps over their pages. Any bytes may be given.
///
/// # Errors
/// When the PDF is damaged, locked or lacks a page.
pub fn stamp(pdf: Vec<u8>, stamps: Vec<Stamp>) -> Result<Vec<u8>, NotStamped> {
    // The parser is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
    catch_unwind(AssertUnwindSafe(|| stamped(pdf, stamps))).unwrap_or(Err(NotStamped::Damaged))
}

fn stamped(pdf: Vec<u8>, stamps: Vec<Stamp>) -> Result<Vec<u8>, NotStamped> {
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(&pdf, options).map_err(|error| match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Unimplemented(_) | lopdf::Error::Decryption(_) => {
            NotStamped::Locked
        }
        _ => NotStamped::Damaged,
    })?;
    if document.is_encrypted() {
        return Err(NotStamped::Locked);
    }
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut of_page: BTreeMap<usize, Vec<Stamp>> = BTreeMap::new();
    for stamp in stamps {
        of_page.entry(stamp.page).or_default().push(stamp);
    }
    let mut update = IncrementalDocument::create_from(pdf, document);
    for (page, stamps) in of_page {
        let page = pages.get(page).copied().ok_or(NotStamped::NoPage)?;
        lay(&mut update, page, stamps).map_err(|_| NotStamped::Damaged)?;
    }
    let mut written = Vec::new();
    update.save_to(&mut written).map_err(|_| NotStamped::Damaged)?;
    Ok(written)
}

/// What was on the page is drawn within `q` and `Q`, so that whatever it leaves behind does not move the stamps.
fn lay(update: &mut IncrementalDocument, page: ObjectId, stamps: Vec<Stamp>) -> lopdf::Result<()> {
    let sheet = Sheet::of(update.get_prev_documents(), page)?;
    let mut drawn = String::from("\nQ\n");
    for stamp in stamps {
        let overlay = Overlay::read(&stamp.overlay)?;
        let matrix = sheet.matrix(stamp.place, overlay.size());
        let form = overlay.add_to(&mut update.new_document)?;
        let name = format!("WianStamp{}", form.0);
        update.add_xobject(page, name.as_bytes(), form)?;
        let matrix = matrix.map(|number| format!("{number:.3}")).join(" ");
        // A stamp is no part of the letter's own text for who has it read aloud: it is told by the page around it.
        drawn = format!("{drawn}/Artifact BMC\nq {matrix} cm /{name} Do Q\nEMC\n");
    }
    let before = update.get_prev_documents().get_page_contents(page);
    let new = &mut update.new_document;
    let open = new.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
    let close = new.add_object(Stream::new(Dictionary::new(), drawn.into_bytes()));
    let contents = std::iter::once(open).chain(before).chain([close]).map(Object::Reference).collect();
    new.get_object_mut(page)?.as_dict_mut()?.set("Contents", Object::Array(contents));
    Ok(())
}

#[cfg(test)]
mod tests;

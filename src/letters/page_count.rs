//! How large an enclosure is for its reader: pages of a PDF, pixels of a picture.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::ImageReader;
use lopdf::Document;

/// More pages are no handbook but a mistake or an attack: no count is better than an absurd one.
const MOST_PAGES: u32 = 20_000;

/// Pages of a PDF as its page tree counts them; `None` for what cannot be read, such as a file under a
/// password. Any bytes may be given: only the page tree is loaded, and streams are unpacked within limits.
pub fn pdf_pages(bytes: &[u8]) -> Option<u32> {
    // The parser is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
    let metadata =
        catch_unwind(AssertUnwindSafe(|| Document::load_metadata_mem(bytes).ok())).ok().flatten()?;
    (1..=MOST_PAGES).contains(&metadata.page_count).then_some(metadata.page_count)
}

/// Width and height in pixels of a PNG, JPEG, GIF or WebP, from its header alone; `None` for anything else.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let size = catch_unwind(AssertUnwindSafe(|| reader.into_dimensions().ok())).ok().flatten()?;
    (size.0 > 0 && size.1 > 0).then_some(size)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::letters::qr::{Format, Style, render};

    fn drawn(format: Format) -> Vec<u8> {
        render("HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD", format, &Style::default()).unwrap()
    }

    fn handbook(pages: i32) -> Vec<u8> {
        let mut pdf = pdf_writer::Pdf::new();
        pdf.catalog(pdf_writer::Ref::new(1)).pages(pdf_writer::Ref::new(2));
        let kids = (0..pages).map(|page| pdf_writer::Ref::new(3 + page));
        pdf.pages(pdf_writer::Ref::new(2)).kids(kids.clone()).count(pages);
        for page in kids {
            pdf.page(page)
                .parent(pdf_writer::Ref::new(2))
                .media_box(pdf_writer::Rect::new(0.0, 0.0, 595.0, 842.0));
        }
        pdf.finish()
    }

    #[test]
    fn a_handbook_tells_its_pages_and_a_picture_its_size() {
        assert_eq!(pdf_pages(&handbook(24)), Some(24));
        assert_eq!(pdf_pages(&drawn(Format::Pdf)), Some(1));
        assert_eq!(picture_size(&drawn(Format::Png)), Some((369, 369)));
        let gif = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
        assert_eq!(picture_size(gif), Some((1, 1)));
    }

    #[test]
    fn what_is_neither_has_no_count() {
        assert_eq!(pdf_pages(&drawn(Format::Png)), None);
        assert_eq!(pdf_pages(b"%PDF-1.7\n%%EOF"), None);
        assert_eq!(picture_size(&handbook(1)), None);
    }

    #[test]
    fn a_page_tree_that_leads_to_itself_ends() {
        let looped = String::from_utf8_lossy(&handbook(1)).replace("/Kids [3 0 R]", "/Kids [2 0 R]");
        let _ = pdf_pages(looped.as_bytes());
        let nested = [b"%PDF-1.7\n1 0 obj ".as_slice(), &b"[".repeat(1_000_000)].concat();
        assert_eq!(pdf_pages(&nested), None);
    }

    proptest! {
        #[test]
        fn any_broken_file_gives_an_answer(at: prop::sample::Index, byte: u8, junk: Vec<u8>) {
            for mut bytes in [handbook(3), drawn(Format::Png), junk] {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = byte;
                }
                let _ = (pdf_pages(&bytes), picture_size(&bytes));
            }
        }
    }
}

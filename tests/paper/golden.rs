//! Pages as they looked when somebody last looked at them. `WIAN_PICTURES=keep` keeps what they look like now.

use std::path::{Path, PathBuf};

use image::imageops::{FilterType, resize};
use image::{GrayImage, load_from_memory};
use wian::domain::letter::LetterForm;
use wian::domain::paper::{Corner, PaperDigits, PaperStyle};
use wian::letters::pdf_pages::PdfPages;

use super::sample::{circular, printed};

/// By how many levels of grey, of 255, a point must differ to count.
const LEVELS: u8 = 48;
/// The share of points that may differ, in thousandths: another version of the drawing, not another place.
const THOUSANDTHS: usize = 4;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paper/golden").join(format!("{name}.png"))
}

/// A page in few greys, small enough to keep and large enough to see a line move.
fn small(pages: &PdfPages, index: usize) -> GrayImage {
    let drawn = pages.draw(index, 150.0).expect("a page").png().expect("a PNG");
    let page = load_from_memory(&drawn).expect("a picture").into_luma8();
    let mut small = resize(&page, page.width() / 3, page.height() / 3, FilterType::Triangle);
    small.pixels_mut().for_each(|point| point.0[0] |= 0x0F);
    small
}

/// Compares pages of a PDF with the kept ones.
pub fn look(name: &str, pdf: &[u8], indices: std::ops::Range<usize>) {
    let pages = PdfPages::open(pdf.to_vec()).expect("a PDF");
    for index in indices {
        let fresh = small(&pages, index);
        let file = file(&format!("{name}-{}", index + 1));
        if std::env::var("WIAN_PICTURES").as_deref() == Ok("keep") {
            fresh.save(&file).expect("kept");
            continue;
        }
        let kept =
            image::open(&file).unwrap_or_else(|_| panic!("no kept picture {}", file.display())).into_luma8();
        assert_eq!(fresh.dimensions(), kept.dimensions(), "{name}");
        let points = fresh.pixels().zip(kept.pixels());
        let other = points.filter(|(now, then)| now.0[0].abs_diff(then.0[0]) > LEVELS).count();
        let all = usize::try_from(fresh.width() * fresh.height()).expect("a count");
        let wrong = other * 1000 > all * THOUSANDTHS;
        if wrong {
            let seen = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.png", index + 1));
            fresh.save(&seen).expect("a picture to look at");
            panic!(
                "{name}, page {}: {other} of {all} points differ; it looks like {}",
                index + 1,
                seen.display()
            );
        }
    }
}

#[test]
fn letters_look_as_they_were_approved() {
    let style = PaperStyle { digits: PaperDigits::Thai, corner: Corner::Right };
    look("stamped", &printed(&circular(LetterForm::Stamped), style), 0..3);
    look("external", &printed(&circular(LetterForm::External), style), 0..1);
    let left = PaperStyle { digits: PaperDigits::Ascii, corner: Corner::Left };
    look("memo", &printed(&circular(LetterForm::Memo), left), 0..1);
}

#[test]
fn a_page_that_moved_is_seen() {
    let one = PdfPages::open(printed(&circular(LetterForm::External), PaperStyle::default())).expect("a PDF");
    let mut longer = circular(LetterForm::External);
    longer.letter.enclosures.push("แบบตอบรับ จำนวน 1 ชุด".to_owned());
    let other = PdfPages::open(printed(&longer, PaperStyle::default())).expect("a PDF");
    let (one, other) = (small(&one, 0), small(&other, 0));
    let differ = one.pixels().zip(other.pixels()).filter(|(a, b)| a.0[0].abs_diff(b.0[0]) > LEVELS).count();
    let all = usize::try_from(one.width() * one.height()).expect("a count");
    assert!(differ * 1000 > all * THOUSANDTHS, "{differ} of {all}: one line lower would pass");
}

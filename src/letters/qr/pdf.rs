//! The symbol as a PDF page of its own size: filled rectangles, black only, sharp at every density.

use pdf_writer::{Content, Finish, Pdf, Rect, Ref, TextStr};

use super::{QrCode, Style, draw::Run};

const POINTS_PER_MM: f64 = 72.0 / 25.4;

pub fn draw(code: &QrCode, style: &Style<'_>) -> Vec<u8> {
    let [catalog, pages, page, content, info] = [1, 2, 3, 4, 5].map(Ref::new);
    let side = style.size_mm * POINTS_PER_MM;
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages).viewer_preferences().display_doc_title(true);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, narrow(side), narrow(side))).parent(pages).contents(content);
    sheet.resources();
    sheet.finish();
    pdf.stream(content, &shapes(code, side));
    let title = if style.caption.is_empty() { code.text().to_owned() } else { style.caption.join(" ") };
    pdf.document_info(info).title(TextStr(&title));
    pdf.finish()
}

/// White ground, then the dark runs, on a grid of modules whose rows count upwards.
fn shapes(code: &QrCode, side: f64) -> pdf_writer::Buf {
    let modules = code.side();
    let module = narrow(side / f64::from(modules));
    let count = |modules: u32| narrow(f64::from(modules));
    let mut content = Content::new();
    content.transform([module, 0.0, 0.0, module, 0.0, 0.0]);
    content.set_fill_gray(1.0).rect(0.0, 0.0, count(modules), count(modules)).fill_nonzero();
    content.set_fill_gray(0.0);
    for Run { x, y, length } in code.runs() {
        content.rect(count(x), count(modules - 1 - y), count(length), 1.0);
    }
    content.fill_nonzero();
    content.finish()
}

/// PDF numbers are single floats: seven digits, far finer than any printer.
#[expect(clippy::cast_possible_truncation, reason = "precision beyond seven digits is not printed")]
fn narrow(length: f64) -> f32 {
    length as f32
}

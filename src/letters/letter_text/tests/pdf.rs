//! PDFs with a text layer, and those without.

use pdf_writer::types::{CidFontType, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str};

use super::*;

const INFO: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A page whose lines stand one below the other.
pub(super) fn of_lines(lines: &[&str]) -> Vec<u8> {
    let placed: Vec<(f32, f32, &str)> =
        (0_u8..).zip(lines).map(|(row, line)| (60.0, 800.0 - f32::from(row) * 20.0, *line)).collect();
    of_strings(&placed, |content, _| content.finish().to_vec())
}

/// A page with a string at each place; every character is a glyph of its own, named by a `ToUnicode` map alone.
fn of_strings(strings: &[(f32, f32, &str)], wrap: impl Fn(Content, &mut Pdf) -> Vec<u8>) -> Vec<u8> {
    let [catalog, pages, page, contents, font, cid, map] = [1, 2, 3, 4, 5, 6, 7].map(Ref::new);
    let mut glyphs: Vec<char> = strings.iter().flat_map(|(_, _, text)| text.chars()).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    let mut unicode = UnicodeCmap::new(Name(b"Custom"), INFO);
    for (code, glyph) in (1_u16..).zip(&glyphs) {
        unicode.pair(code, *glyph);
    }
    let codes = |text: &str| -> Vec<u8> {
        let code =
            |c: char| u16::try_from(glyphs.binary_search(&c).expect("a glyph") + 1).expect("few glyphs");
        text.chars().flat_map(|c| code(c).to_be_bytes()).collect()
    };
    let mut content = Content::new();
    for (x, y, text) in strings {
        content.begin_text().set_font(Name(b"F"), 16.0).set_text_matrix([1.0, 0.0, 0.0, 1.0, *x, *y]);
        content.show(Str(&codes(text))).end_text();
    }
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.parent(pages).media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).contents(contents);
    let mut resources = sheet.resources();
    resources.fonts().pair(Name(b"F"), font);
    resources.x_objects().pair(Name(b"X"), Ref::new(9));
    resources.finish();
    sheet.finish();
    pdf.type0_font(font)
        .base_font(Name(b"Custom"))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(map);
    pdf.cid_font(cid)
        .subtype(CidFontType::Type2)
        .base_font(Name(b"Custom"))
        .system_info(INFO)
        .default_width(400.0);
    pdf.cmap(map, &unicode.finish());
    let content = wrap(content, &mut pdf);
    pdf.stream(contents, &content);
    pdf.finish()
}

fn text(bytes: &[u8]) -> String {
    read_letter(bytes, None).expect("a text layer").text
}

#[test]
fn a_thai_text_layer_is_read_line_by_line() {
    let bytes = of_lines(&["ถึง สำนักงานตัวอย่างจังหวัด", "ด้วยขอให้ส่งผลงาน ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖"]);
    assert_eq!(text(&bytes).trim(), "ถึง สำนักงานตัวอย่างจังหวัด\nด้วยขอให้ส่งผลงาน ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖");
    let (reading, ..) = reading::of(&bytes, None).expect("a letter");
    assert_eq!((reading.to.as_str(), reading.duties.len()), ("สำนักงานตัวอย่างจังหวัด", 1));
}

#[test]
fn what_stands_at_one_height_shares_a_line_whatever_was_drawn_first() {
    let bytes = of_strings(
        &[
            (300.0, 760.0, "กรมตัวอย่าง"),
            (60.0, 760.0, "ที่ มท 1/ว 2"),
            (60.0, 800.0, "ด่วน"),
            (60.0, 700.0, "เรียน ก"),
        ],
        |content, _| content.finish().to_vec(),
    );
    let text = text(&bytes);
    let lines: Vec<String> =
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        lines[..3],
        ["ด่วน", "ที่ มท 1/ว 2 กรมตัวอย่าง", ""],
        "an empty line stands for the room left: {text}"
    );
}

#[test]
fn a_page_that_draws_itself_ends() {
    let bytes = of_strings(&[(60.0, 800.0, "ถึง จังหวัด")], |mut content, pdf| {
        content.x_object(Name(b"X"));
        let content = content.finish().to_vec();
        let mut form = pdf.form_xobject(Ref::new(9), &content);
        form.bbox(Rect::new(0.0, 0.0, 595.0, 842.0));
        form.resources().x_objects().pair(Name(b"X"), Ref::new(9));
        form.finish();
        content
    });
    assert!(text(&bytes).contains("ถึง จังหวัด"));
}

#[test]
fn a_simple_font_is_read_by_its_encoding() {
    let mut content = Content::new();
    content
        .begin_text()
        .set_font(Name(b"F"), 12.0)
        .next_line(50.0, 700.0)
        .show(Str(b"To: the office"))
        .end_text();
    let [catalog, pages, page, contents, font] = [1, 2, 3, 4, 5].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.parent(pages).media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).contents(contents);
    sheet.resources().fonts().pair(Name(b"F"), font);
    sheet.finish();
    pdf.type1_font(font).base_font(Name(b"Helvetica")).encoding_predefined(Name(b"WinAnsiEncoding"));
    pdf.stream(contents, &content.finish());
    assert_eq!(text(&pdf.finish()).trim(), "To: the office");
}

#[test]
fn a_scan_and_a_damaged_file_are_refused() {
    assert_eq!(read_letter(&of_lines(&[]), None), Err(NotRead::ScannedPdf));
    assert_eq!(read_letter(b"%PDF-1.7\n%%EOF", None), Err(NotRead::BrokenPdf));
    let nested = [b"%PDF-1.7\n1 0 obj ".as_slice(), &b"[".repeat(1_000_000)].concat();
    assert_eq!(read_letter(&nested, None), Err(NotRead::BrokenPdf));
    let whole = of_lines(&["ถึง จังหวัด"]);
    let unmapped =
        String::from_utf8_lossy(&whole).replace("/ToUnicode 7 0 R", "/ToUnicodeX 7 0 R").into_bytes();
    assert_eq!(read_letter(&unmapped, None), Err(NotRead::UnmappedPdf));
}

//! Signed slips as a scanner gives them back: a PDF with a grey JPEG a page.

use std::io::Cursor;

use image::imageops::{FilterType, overlay, resize};
use image::{GrayImage, ImageFormat, Luma};
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref};
use wian::letters::qr::{Format, Level, Style, render};

/// An A4 sheet at 150 dpi.
const SHEET: (u32, u32) = (1_240, 1_754);

/// A sheet with the symbols of these addresses, 42 mm a side, one below the other.
pub fn sheet(addresses: &[String]) -> GrayImage {
    let mut sheet = GrayImage::from_pixel(SHEET.0, SHEET.1, Luma([255]));
    let style = Style { level: Level::Q, size_mm: 42.0, ..Style::default() };
    for (place, address) in (0..).zip(addresses) {
        let drawn = render(address, Format::Png, &style).expect("a symbol");
        let drawn = image::load_from_memory(&drawn).expect("a picture").to_luma8();
        overlay(&mut sheet, &resize(&drawn, 248, 248, FilterType::Triangle), 90, 100 + 550 * place);
    }
    sheet
}

/// A photograph of a sheet.
pub fn photograph(sheet: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    sheet.write_to(&mut bytes, ImageFormat::Jpeg).expect("a photograph");
    bytes.into_inner()
}

/// A stack of sheets.
pub fn stack(sheets: &[GrayImage]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let [catalog, tree] = [1, 2].map(Ref::new);
    let of = |page: usize, part: i32| Ref::new(3 + 3 * i32::try_from(page).expect("a page") + part);
    pdf.catalog(catalog).pages(tree);
    let count = i32::try_from(sheets.len()).expect("pages");
    pdf.pages(tree).kids((0..sheets.len()).map(|page| of(page, 0))).count(count);
    for (index, sheet) in sheets.iter().enumerate() {
        let mut page = pdf.page(of(index, 0));
        page.parent(tree).media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).contents(of(index, 1));
        page.resources().x_objects().pair(Name(b"I"), of(index, 2));
        page.finish();
        let mut content = Content::new();
        content.transform([595.0, 0.0, 0.0, 842.0, 0.0, 0.0]).x_object(Name(b"I"));
        pdf.stream(of(index, 1), &content.finish());
        let bytes = photograph(sheet);
        let mut picture = pdf.image_xobject(of(index, 2), &bytes);
        picture.filter(Filter::DctDecode);
        picture.bits_per_component(8).color_space().device_gray();
        picture.width(i32::try_from(sheet.width()).expect("a side"));
        picture.height(i32::try_from(sheet.height()).expect("a side"));
    }
    pdf.finish()
}

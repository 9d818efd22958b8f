//! Papers as scanners and telephones give them back.

use image::imageops::{overlay, rotate90, rotate180, rotate270};
use image::{GrayImage, ImageFormat, Luma};
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref};
use proptest::prelude::*;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::*;
use crate::letters::qr::{Format, Level, Style, render};

/// An A4 sheet at 150 dpi.
const SHEET: (u32, u32) = (1_240, 1_754);

fn address(school: u32) -> String {
    format!("HTTPS://WIAN.EXAMPLE.GO.TH/S/R7KM42XD{school}")
}

/// A sheet with the symbols of so many schools, one below the other, each 42 mm a side.
fn sheet(schools: u32) -> GrayImage {
    let mut sheet = GrayImage::from_pixel(SHEET.0, SHEET.1, Luma([255]));
    for (place, school) in (2..2 + schools).enumerate() {
        let style = Style { level: Level::Q, size_mm: 42.0, ..Style::default() };
        let drawn = render(&address(school), Format::Png, &style).unwrap();
        let drawn = image::load_from_memory(&drawn).unwrap().to_luma8();
        let small = image::imageops::resize(&drawn, 248, 248, image::imageops::FilterType::Triangle);
        overlay(&mut sheet, &small, 90, 100 + 550 * i64::try_from(place).unwrap());
    }
    sheet
}

/// Laid on the glass so many degrees askew.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is outside is white")]
fn askew(sheet: &GrayImage, degrees: f64) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (middle_x, middle_y) = (f64::from(sheet.width()) / 2.0, f64::from(sheet.height()) / 2.0);
    GrayImage::from_fn(sheet.width(), sheet.height(), |x, y| {
        let (dx, dy) = (f64::from(x) - middle_x, f64::from(y) - middle_y);
        let (x, y) = (middle_x + dx * cos + dy * sin, middle_y - dx * sin + dy * cos);
        let inside =
            (0.0..f64::from(sheet.width())).contains(&x) && (0.0..f64::from(sheet.height())).contains(&y);
        if inside { *sheet.get_pixel(x as u32, y as u32) } else { Luma([255]) }
    })
}

/// With specks on one point in two hundred and an uneven sensor.
fn noisy(sheet: &GrayImage) -> GrayImage {
    let mut chance = StdRng::seed_from_u64(2566);
    let mut worn = sheet.clone();
    for Luma([grey]) in worn.pixels_mut() {
        let uneven = i16::from(*grey) + chance.random_range(-20..=20);
        *grey = u8::try_from(uneven.clamp(0, 255)).unwrap();
        if chance.random_bool(0.005) {
            *grey = 255 - *grey;
        }
    }
    worn
}

fn png(sheet: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    sheet.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn jpeg(sheet: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    sheet.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A PDF as scanners make it: a JPEG a page, on pages of this size.
fn pdf(sheets: &[GrayImage], (width, height): (f32, f32)) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree) = (Ref::new(1), Ref::new(2));
    let of = |page: usize, part: i32| Ref::new(3 + 3 * i32::try_from(page).unwrap() + part);
    pdf.catalog(catalog).pages(tree);
    let count = i32::try_from(sheets.len()).unwrap();
    pdf.pages(tree).kids((0..sheets.len()).map(|page| of(page, 0))).count(count);
    for (index, sheet) in sheets.iter().enumerate() {
        let mut page = pdf.page(of(index, 0));
        page.parent(tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(of(index, 1));
        page.resources().x_objects().pair(Name(b"I"), of(index, 2));
        page.finish();
        let mut content = Content::new();
        content.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(Name(b"I"));
        pdf.stream(of(index, 1), &content.finish());
        let bytes = jpeg(sheet);
        let mut picture = pdf.image_xobject(of(index, 2), &bytes);
        picture.filter(Filter::DctDecode);
        picture.bits_per_component(8).color_space().device_gray();
        picture.width(i32::try_from(sheet.width()).unwrap());
        picture.height(i32::try_from(sheet.height()).unwrap());
    }
    pdf.finish()
}

const A4: (f32, f32) = (595.0, 842.0);

fn opened(bytes: Vec<u8>) -> Result<Scan, NotScanned> {
    open_scan(bytes, &Drawer::new(None))
}

fn texts(bytes: Vec<u8>) -> Vec<Vec<String>> {
    opened(bytes).unwrap().map(|page| page.texts).collect()
}

#[test]
fn a_slip_is_read_however_it_lay_on_the_glass() {
    let straight = sheet(1);
    let turned = [rotate90(&straight), rotate180(&straight), rotate270(&straight)];
    let skewed = [askew(&straight, 5.0), askew(&straight, -5.0)];
    for sheet in [&straight].into_iter().chain(&turned).chain(&skewed) {
        assert_eq!(texts(jpeg(sheet)), [[address(2)]]);
    }
    assert_eq!(texts(png(&noisy(&askew(&straight, 5.0)))), [[address(2)]]);
}

#[test]
fn each_page_of_a_pdf_is_read_and_kept_as_a_picture() {
    let empty = GrayImage::from_pixel(SHEET.0, SHEET.1, Luma([255]));
    let scan = opened(pdf(&[sheet(1), empty, rotate180(&noisy(&sheet(3)))], A4)).unwrap();
    let pages: Vec<ScannedPage> = scan.collect();
    let read: Vec<&[String]> = pages.iter().map(|page| page.texts.as_slice()).collect();
    assert_eq!(read, [&[address(2)][..], &[], &[address(2), address(3), address(4)]]);
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3]);
    for page in pages {
        let picture = image::load_from_memory(&page.picture).unwrap();
        assert!(picture.height() == KEPT_SIDE && page.picture.len() < 400_000);
    }
}

#[test]
fn what_is_no_scan_is_refused_with_the_reason() {
    assert_eq!(opened(Vec::new()).unwrap_err(), NotScanned::OtherKind);
    assert_eq!(opened("ใบนำส่ง".into()).unwrap_err(), NotScanned::OtherKind);
    assert_eq!(opened(b"%PDF-1.7\n%%EOF".to_vec()).unwrap_err(), NotScanned::BrokenPdf);
    let broken = png(&sheet(1)).into_iter().take(60).collect();
    assert_eq!(opened(broken).unwrap_err(), NotScanned::BrokenPicture);
    let dot = GrayImage::from_pixel(1, 1, Luma([255]));
    let pages = MOST_PAGES + 1;
    let too_many = opened(pdf(&vec![dot; pages], A4)).unwrap_err();
    assert_eq!(too_many, NotScanned::TooManyPages { pages, most: MOST_PAGES });
}

#[test]
fn what_claims_to_be_huge_costs_no_more_than_what_is_large() {
    let mut claimed = png(&sheet(1));
    claimed[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let sum = crc(&claimed[12..29]);
    claimed[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(opened(claimed).unwrap_err(), NotScanned::TooManyPixels);
    assert_eq!(texts(pdf(&[sheet(1)], (595_000.0, 842_000.0))), [[address(2)]]);
}

/// The checksum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_broken_file_gives_an_answer(at: prop::sample::Index, byte: u8, junk: Vec<u8>) {
        let small = GrayImage::from_pixel(40, 40, Luma([255]));
        for mut bytes in [pdf(std::slice::from_ref(&small), (60.0, 60.0)), png(&small), jpeg(&small), junk] {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let _ = opened(bytes).map(Iterator::count);
        }
    }
}

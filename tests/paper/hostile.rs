//! PDFs that were made to do harm: a page that never ends, a page that unpacks to more than there is of memory. Each costs
//! no more than its page.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use wian::letters::pdf_pages::{Drawer, PdfPages};

/// Forms, each of which draws the next one twice: the last is drawn as often as two to this power.
const DOUBLINGS: usize = 60;

fn apart() -> Drawer {
    Drawer::new(Some(env!("CARGO_BIN_EXE_wian").into())).within(Duration::from_secs(3))
}

/// A PDF with a page of each content, with what it draws under the name X.
fn pdf(pages: &[fn(&mut Document) -> ObjectId]) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for page in pages {
        let drawn = page(&mut document);
        let content = document.add_object(Stream::new(Dictionary::new(), b"/X Do 20 20 60 60 re f".to_vec()));
        let page = document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => drawn } },
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).expect("a few");
    let tree_of = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(tree, Object::Dictionary(tree_of));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    bytes
}

fn form(document: &mut Document, inner: Option<ObjectId>, content: &[u8]) -> ObjectId {
    let mut about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
    };
    if let Some(inner) = inner {
        about.set("Resources", dictionary! { "XObject" => dictionary! { "X" => inner } });
    }
    document.add_object(Stream::new(about, content.to_vec()))
}

fn harmless(document: &mut Document) -> ObjectId {
    form(document, None, b"")
}

fn endless(document: &mut Document) -> ObjectId {
    let last = form(document, None, b"10 10 5 5 re f");
    (0..DOUBLINGS).fold(last, |inner, _| form(document, Some(inner), b"/X Do /X Do"))
}

/// Some kilobytes that unpack to four gigabytes, in two steps.
fn bomb(document: &mut Document) -> ObjectId {
    // A run of 128 zeros (ISO 32000-1, 7.4.5).
    let runs = [129, 0].repeat(32 * 1024 * 1024);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&runs).expect("packed");
    let about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => 2,
        "Height" => 2,
        "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceGray",
        "Filter" => vec![Object::Name(b"FlateDecode".to_vec()), Object::Name(b"RunLengthDecode".to_vec())],
    };
    document.add_object(Stream::new(about, packed.finish().expect("packed")))
}

#[test]
fn a_page_that_does_harm_is_left_out_and_those_after_it_are_drawn() {
    let hostile = pdf(&[harmless, endless, bomb, harmless]);
    let pages = apart().open(hostile).expect("a PDF");
    assert_eq!(pages.count(), 4);
    let drawn: Vec<bool> = (0..4).map(|page| pages.draw(page, 72.0).is_some()).collect();
    assert_eq!(drawn, [true, false, false, true]);
}

#[test]
fn drawing_apart_gives_the_same_pixels() {
    let pdf = pdf(&[harmless]);
    let (here, there) = (PdfPages::open(pdf.clone()).expect("a PDF"), apart().open(pdf).expect("a PDF"));
    let page = there.draw(0, 150.0).expect("a page");
    assert!(page.luma().contains(&0), "the square is drawn");
    assert_eq!(Some(page), here.draw(0, 150.0));
    assert!(there.draw(1, 150.0).is_none(), "there is no such page");
    assert!(apart().open(b"%PDF-1.7 rubbish".to_vec()).is_err());
}

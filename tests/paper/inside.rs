//! What travels inside a letter's PDF: how it is archived, what reads it aloud, and its data.

use lopdf::{Document, Object};
use wian::domain::letter::LetterForm;
use wian::domain::paper::PaperStyle;

use super::sample::{circular, printed};

/// The file attached to a PDF, as text.
pub fn attached(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let files = document.objects.values().filter_map(|object| object.as_stream().ok());
    let mut files = files.filter(|file| {
        file.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"EmbeddedFile")
    });
    let file = files.next().expect("an attached file");
    assert!(files.next().is_none(), "one file alone");
    String::from_utf8(file.get_plain_content().expect("its content")).expect("UTF-8")
}

#[test]
fn it_is_an_archive_with_tags_a_language_and_a_title() {
    for form in [LetterForm::Stamped, LetterForm::External, LetterForm::Memo] {
        let circular = circular(form);
        let pdf = printed(&circular, PaperStyle::default());
        assert_eq!(pdf, printed(&circular, PaperStyle::default()), "the same letter gives the same bytes");
        let document = Document::load_mem(&pdf).expect("a PDF");
        let catalog = document.catalog().expect("a catalog");
        let language = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(language, b"th-TH");
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"AF"), "tags, and the file it belongs to");
        let about = catalog.get_deref(b"Metadata", &document).and_then(Object::as_stream).expect("metadata");
        let about = String::from_utf8(about.get_plain_content().expect("XMP")).expect("UTF-8");
        for said in
            ["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", &circular.title]
        {
            assert!(about.contains(said), "{said}\n{about}");
        }
        let told = document.objects.values().filter_map(|object| object.as_dict().ok());
        let told =
            told.filter_map(|tag| tag.get(b"Alt").ok()).filter_map(|alt| lopdf::decode_text_string(alt).ok());
        assert!(told.into_iter().any(|alt| alt.contains("/L/R7KM42XD")), "the symbol says where it leads");
    }
}

#[test]
fn its_data_is_inside_for_whoever_receives_it() {
    let data = attached(&printed(&circular(LetterForm::External), PaperStyle::default()));
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(data["kind"], "wian/circular/1");
    assert_eq!(data["reference"], "มท 0816.3/ว 679");
    assert_eq!(data["dated"], "2023-05-24");
    assert_eq!(data["letter"]["owner"]["office"], "กรมตัวอย่างการปกครอง");
    assert_eq!(data["recipients"][1]["schools"][0]["name"], "โรงเรียนเทศบาล 1 (วัดตัวอย่าง)");
}

#[test]
fn an_ordinary_letter_is_small() {
    let bytes = wian::letters::paper::letter::letter(&super::sample::setting(
        &circular(LetterForm::Stamped),
        PaperStyle::default(),
        &[],
    ));
    let kilobytes = bytes.expect("a letter").len() / 1024;
    assert!(kilobytes < 80, "{kilobytes} KB");
}

//! A letter that its office wrote elsewhere, as a PDF: stamped with code and number, or refused before a number is taken.

use futures_util::stream;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use wian::actions::{self, Draft, Issuance};
use wian::app::Error;
use wian::domain::enclosure;
use wian::domain::event::What;
use wian::domain::paper::{OwnPaper, PaperStyle, StampedPage};
use wian::letters::letter_text::read_letter;
use wian::letters::reading;
use wian::store;

use super::pdftotext;
use crate::support::app::TestApp;
use crate::support::story::{LETTER, ROSTER, actor};
use wian::domain::actor::Role;

/// A sheet of A4 full of lines from 20 mm below its upper edge to 90 mm above its lower edge.
fn written_elsewhere() -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font =
        document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" });
    let lines = (0..30).map(|line| {
        format!("1 0 0 1 85 {} Tm (line {line} of a letter written in a word processor) Tj ", 780 - line * 17)
    });
    let text = format!("BT /F 14 Tf {} ET", lines.collect::<String>());
    let content = document.add_object(Stream::new(Dictionary::new(), text.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    });
    let kids = vec![Object::Reference(page)];
    document
        .objects
        .insert(pages, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    bytes
}

#[tokio::test]
async fn it_is_issued_only_where_its_code_reads() {
    let test = TestApp::start().await;
    test.appoints("DLA", Role::Issuer).await;
    let app = &test.app;
    let issuer = actor(app, "issuer.dla@example.go.th").await;
    let (letter, _, source) = reading::of(LETTER.as_bytes(), Some("text/plain")).expect("a letter");
    let draft =
        Draft { register_title: "ประกวดสวนสมมุติ".to_owned(), source, letter };
    let id = actions::create_draft(app, &issuer, draft).await.expect("a draft").id;
    actions::put_roster(app, &issuer, id, ROSTER.into(), None, false).await.expect("a roster");
    let place = |symbol_mm| Some(OwnPaper { page: StampedPage::Last, symbol_mm, number_mm: Some((30, 2)) });
    let style = PaperStyle::default();
    let refused = actions::set_paper(app, &issuer, id, style, place((20, 20))).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "there is no file yet: {refused:?}");

    let written = written_elsewhere();
    let file = stream::iter([Ok::<_, std::io::Error>(written.clone())]);
    let (role, title) = (enclosure::Role::Letter, "หนังสือ");
    actions::add_enclosure(app, &issuer, id, role, title, "หนังสือ.pdf", file).await.expect("the letter");
    let how = Issuance { dated: None, accept_warnings: true };

    actions::set_paper(app, &issuer, id, style, place((60, 150))).await.expect("a place over the text");
    let refused = actions::issue(app, &issuer, id, how).await.expect_err("nothing is issued");
    assert!(refused.to_string().contains("choose another place"), "{refused}");

    actions::set_paper(app, &issuer, id, style, place((15, 12))).await.expect("a free place");
    let sent = actions::issue(app, &issuer, id, how).await.expect("issued");
    assert_eq!(sent.issued.number, 1, "the refused try took no number");
    let pdf = actions::print_letter(app, &sent.circular, false).await.expect("a PDF");
    assert!(pdf.starts_with(&written), "the office's own file stays byte for byte");
    let words = pdftotext(&pdf);
    for said in
        ["line 29 of a letter", "ที่ มท ๐๙๙๙.๑/ว ๑", "๒๔ พฤษภาคม ๒๕๖๖", &format!("/L/{}", sent.issued.link)]
    {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    assert!(read_letter(&pdf, None).expect("text").text.contains("line 0 of a letter"));

    let trail = store::reports::trail(&app.db, &issuer.scope(), id, 0, 50).await.expect("the trail");
    let proven = trail.into_iter().find_map(|line| match line.event.what {
        What::SymbolProven { module_um, level, readings, page, .. } => {
            Some((module_um, level, readings.len(), page))
        }
        _ => None,
    });
    let (module_um, level, readings, page) = proven.expect("the proof is in the log");
    assert!((600..900).contains(&module_um), "{module_um}");
    assert_eq!((level.as_str(), readings, page), ("H", 10, 1));
}

//! What a page gives back is what was typed, character for character.

use wian::domain::letter::LetterForm;
use wian::domain::paper::{Corner, PaperDigits, PaperStyle};
use wian::letters::letter_text::read_letter;
use wian::letters::paper::NotPrinted;
use wian::letters::paper::letter::letter;

use super::sample::{ADDRESS, BODY, annex, circular, printed, setting};
use super::{flat, pdftotext};

const FORMS: [LetterForm; 3] = [LetterForm::Stamped, LetterForm::External, LetterForm::Memo];
const ASCII: PaperStyle = PaperStyle { digits: PaperDigits::Ascii, corner: Corner::Right };

#[test]
fn every_form_gives_back_what_was_typed() {
    for form in FORMS {
        let circular = circular(form);
        let pdf = printed(&circular, ASCII);
        let own = read_letter(&pdf, None).expect("text").text;
        for (reader, text) in [("poppler", pdftotext(&pdf)), ("wian read", own)] {
            let flat_text = flat(&text);
            let letter = &circular.letter;
            let mut heads = Vec::new();
            if form != LetterForm::Stamped {
                heads.push(circular.title.clone());
                heads.extend(letter.signatory.iter().cloned());
            }
            if form == LetterForm::External {
                heads.extend(letter.owner.address.clone());
            }
            let typed = [letter.to.clone(), letter.owner.office.clone(), "มท 0816.3/ว 679".to_owned()];
            let ends = [
                "24 พฤษภาคม 2566",
                "โทร. 0 2000 9000 ต่อ 5313",
                "saraban@example.go.th",
                "wian.example.go.th/L/R7KM42XD",
            ];
            let more = letter.qr.caption.iter().cloned().chain(ends.map(str::to_owned));
            for said in BODY.split("\n\n").map(str::to_owned).chain(heads).chain(typed).chain(more) {
                assert!(flat_text.contains(&flat(&said)), "{form:?} by {reader}: {said}\n{text}");
            }
            let invisible = ['\u{2060}', '\u{200b}', '\u{fffd}'];
            assert!(!text.contains(invisible), "{form:?} by {reader} holds what nobody typed");
        }
    }
}

#[test]
fn the_digits_are_thai_but_for_addresses_and_codes() {
    let text = flat(&pdftotext(&printed(&circular(LetterForm::External), PaperStyle::default())));
    for said in [
        "มท๐๘๑๖.๓/ว๖๗๙",
        "๒๔พฤษภาคม๒๕๖๖",
        "๑.รายชื่อโรงเรียนจำนวน๑ชุด",
        "-๒-",
        "work1@example.go.th",
        "example.go.th/a1",
        "L/R7KM42XD",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn what_repeats_or_shortens_never_begins_a_line() {
    // At every width of the lines before it: a word more at the paragraph's beginning moves all breaks.
    for words in 0..24 {
        let mut circular = circular(LetterForm::Stamped);
        circular.letter.body =
            format!("{}{}", "คำ ".repeat(words), "เด็กเล็กต่าง ๆ และโครงการฯ ของครู นักเรียน ฯลฯ ด้วย ".repeat(20));
        let text = pdftotext(&printed(&circular, ASCII));
        let bad: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with(['ๆ', 'ฯ'])).collect();
        assert!(bad.is_empty(), "{words} words before: {bad:?}");
    }
}

#[test]
fn what_everybody_may_read_names_no_coordinator() {
    let mut circular = circular(LetterForm::Stamped);
    circular.letter.body.push_str("\n\nสอบถาม นายตัวอย่าง ประสาน โทร. 081-000-0000");
    let annex = annex();
    let setting = setting(&circular, ASCII, &annex);
    let named = letter(&setting).expect("a letter");
    let public =
        letter(&wian::letters::paper::letter::Setting { public: true, ..setting }).expect("a letter");
    assert!(flat(&pdftotext(&named)).contains("นายตัวอย่างประสาน"));
    for bytes in [pdftotext(&public), super::inside::attached(&public)] {
        assert!(!flat(&bytes).contains("นายตัวอย่างประสาน") && !bytes.contains("081-000-0000"), "{bytes}");
    }
}

#[test]
fn a_letter_that_the_font_cannot_show_is_refused_by_name() {
    let mut circular = circular(LetterForm::Stamped);
    circular.letter.body.push_str(" ☎ 😀");
    let refused = letter(&setting(&circular, ASCII, &[])).expect_err("no letter");
    assert_eq!(refused, NotPrinted::NoGlyph("☎😀".to_owned()));
    assert!(refused.message_th().contains('☎') && refused.message_en().contains('☎'));
    assert!(ADDRESS.starts_with("HTTPS"));
}

//! The letter that the program was begun for; read where it lies beside the project, and nowhere copied.

use std::path::Path;

use super::*;
use crate::domain::letter::finding::Level;

fn source() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/letters/dla-quality-schools-2566.txt");
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: the real letter does not lie beside this clone");
    }
    text
}

#[test]
fn everything_in_it_is_found() {
    let Some(source) = source() else { return };
    let reading = read(&source);
    assert_eq!(reading.form, LetterForm::Stamped);
    assert_eq!(reading.salutation, "ถึง");
    assert_eq!(reading.to, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามรายชื่อจังหวัดแนบท้าย)");
    assert_eq!((reading.reference.as_ref(), reading.subject.as_ref()), (None, None));
    assert!(reading.signatory.is_empty(), "it is sealed, and nobody signs it");
    let dated = reading.dated.as_ref().expect("a date");
    assert_eq!((dated.year, dated.month, dated.day, dated.date), (Some(2023), Some(5), None, None));
    assert_eq!(
        duties_told(&reading),
        ["event 2023-09-09..2023-09-10", "submission 2023-06-01..2023-07-28 via tpipst@proj.ipst.ac.th"]
    );
    let counts: Vec<_> = reading.counts.iter().map(|count| (count.n, count.unit.as_str())).collect();
    assert_eq!(counts, [(102, "แห่ง")]);
    assert_eq!(reading.emails, ["tpipst@proj.ipst.ac.th", "saraban@dla.go.th"]);
    assert_eq!(phones_told(&reading), ["022419000 ext 5313", "022419021 ext 218 fax"]);
    let [office, division, group] = owner_told(&reading);
    assert_eq!(office, "กรมส่งเสริมการปกครองท้องถิ่น");
    assert!(division.starts_with("กองส่งเสริม") && group.starts_with("กลุ่มงานส่งเสริม"), "{division}, {group}");
    assert!(reading.qr.mentioned);
    assert!(
        reading.qr.caption.len() == 2 && reading.qr.caption[1].starts_with("และแนวทาง"),
        "{:?}",
        reading.qr
    );
    assert_eq!(reading.body.split("\n\n").count(), 3);
}

#[test]
fn its_coordinator_is_found_with_the_mobile_and_kept_from_the_telephones() {
    let Some(source) = source() else { return };
    let line = source.lines().find(|line| line.contains("ผู้ประสานงาน")).expect("a coordinator");
    let (name, phone) =
        line.split_once(':').and_then(|(_, rest)| rest.split_once("โทร.")).expect("a name and a telephone");
    let reading = read(&source);
    let contact = reading.contact.expect("a contact");
    assert_eq!((contact.name.as_str(), contact.phone.as_str()), (name.trim(), phone.trim()));
    assert!(reading.phones.iter().all(|found| found.text != phone.trim()));
}

#[test]
fn its_findings_are_those_an_officer_would_make() {
    let Some(source) = source() else { return };
    let reading = read(&source);
    let mut found: Vec<_> = reading
        .findings
        .iter()
        .map(|finding| (finding.level, finding.code.as_str(), finding.where_.as_str()))
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            (Level::Note, "date_without_day", "dated"),
            (Level::Note, "number_missing", "reference"),
            (Level::Note, "personal_mobile", "contact"),
            (Level::Warning, "lost_characters", "qr"),
            (Level::Warning, "mixed_digits", "phones"),
            (Level::Error, "register_title_missing", "subject"),
        ]
    );
    let mixed = reading.findings.iter().find(|finding| finding.code == "mixed_digits").expect("mixed digits");
    assert!(mixed.message_th.contains("“๐ ๒๒๔๑ ๙000”"), "{}", mixed.message_th);
}

#[test]
fn padding_and_broken_lines_change_nothing_but_paragraphs() {
    let Some(source) = source() else { return };
    let whole = read(&source);
    let padded = source.lines().map(|line| format!("   {line}   ")).collect::<Vec<_>>().join("\r\n");
    let mut read = read(&padded);
    read.body.clone_from(&whole.body);
    assert_eq!(read, whole);
}

//! Word documents.

use super::*;

fn text(body: &str) -> String {
    read_letter(&word(body), None).expect("a document").text
}

#[test]
fn tabs_breaks_and_cells_keep_words_apart() {
    assert_eq!(
        text(
            "<w:p><w:r><w:t>ที่</w:t><w:tab/><w:t>มท 1/ว 2</w:t><w:br/><w:t>ลง &amp; &#x0E01;</w:t></w:r></w:p>"
        ),
        "ที่\tมท 1/ว 2\nลง & ก\n"
    );
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell("เรื่อง"),
        cell("ตัวอย่าง"),
        cell("เรียน")
    );
    assert_eq!(text(&table), "เรื่อง\tตัวอย่าง\nเรียน\n");
    let set_in = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:ind w:firstLine=\"1418\"/></w:pPr><w:r><w:t>ด้วย</w:t></w:r></w:p>";
    assert_eq!(text(set_in), "\tด้วย\n");
}

#[test]
fn what_is_deleted_hidden_or_moved_away_is_not_read() {
    let body = "<w:p><w:r><w:t>ถึง</w:t></w:r><w:del><w:r><w:delText>ลบ</w:delText><w:t>ลบ</w:t></w:r></w:del>\
        <w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>เห็น</w:t></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins></w:p>";
    assert_eq!(text(body), "ถึงเห็นเพิ่ม\n");
}

#[test]
fn a_text_box_stands_below_its_paragraph_and_once() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>รายชื่อโรงเรียน</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>ก่อน</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>หลัง</w:t></w:r></w:p><w:p><w:r><w:t>จบ</w:t></w:r></w:p>"
    );
    assert_eq!(text(&body), "ก่อนหลัง\nรายชื่อโรงเรียน\nจบ\n");
}

#[test]
fn a_zip_bomb_is_refused() {
    let deflated: SimpleFileOptions =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("[Content_Types].xml", deflated).expect("entry");
    writer.start_file("word/document.xml", deflated).expect("entry");
    for _ in 0..26 {
        writer.write_all(&vec![b' '; 1 << 20]).expect("block");
    }
    let bytes = writer.finish().expect("archive").into_inner();
    assert_eq!(read_letter(&bytes, None), Err(NotRead::UnpacksTooLarge));
}

#[test]
fn broken_markup_is_refused_and_deep_nesting_is_read() {
    assert_eq!(read_letter(&word("<w:p><w:r></w:p>"), None), Err(NotRead::BrokenDocx));
    let deep = format!("{}<w:r><w:t>ลึก</w:t></w:r>{}", "<w:p>".repeat(50_000), "</w:p>".repeat(50_000));
    assert!(text(&deep).starts_with("ลึก"));
}

#[test]
fn a_letter_typed_in_word_is_read_with_its_paragraphs() {
    let line = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let set_in = |text: &str| {
        format!("<w:p><w:pPr><w:ind w:firstLine=\"1440\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [
        line("ที่ มท 0816.3/ว 12"),
        line("5 มิถุนายน 2566"),
        line("เรื่อง  ตัวอย่าง"),
        line("เรียน  ผู้ว่าราชการจังหวัด"),
        set_in("ด้วยกรมตัวอย่างจะจัดอบรม ในวันที่ 9 กันยายน 2566"),
        set_in("จึงขอให้แจ้งสถานศึกษา จำนวน 102 แห่ง"),
        line("ขอแสดงความนับถือ"),
        line("(นายตัวอย่าง ใจดี)"),
        line("อธิบดีกรมตัวอย่าง"),
    ];
    let (reading, ..) = reading::of(&word(&body.concat()), None).expect("a letter");
    assert_eq!(reading.body.split("\n\n").count(), 2, "{}", reading.body);
    assert_eq!((reading.duties.len(), reading.counts.len()), (1, 1));
    assert_eq!(reading.owner.office, "กรมตัวอย่าง");
}

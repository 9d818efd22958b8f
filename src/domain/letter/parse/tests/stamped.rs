//! หนังสือประทับตรา: letters with a seal and no signature.

use super::*;

#[test]
fn a_draft_copied_from_a_web_page() {
    let reading = read(
        "ที่\nมท ๐๘๑๖.๕/ว\n\nถึง\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด\n(ตามบัญชีรายชื่อแนบท้าย)\n\nด้วยกรมตัวอย่าง เปิดรับสมัครเข้าร่วมการแข่งขันทักษะทางวิชาการ\nระหว่างวันที่ ๑ – ๓๑ สิงหาคม ๒๕๖๙\nและกำหนดจัดการแข่งขันรอบชิงชนะเลิศ ในวันเสาร์ที่ ๑๒ และวันอาทิตย์ที่ ๑๓ กันยายน ๒๕๖๙\nผู้สนใจสมัครได้ที่ bit.ly/abc-DEF\nทั้งนี้ ดาวน์โหลดเกณฑ์การแข่งขันได้ที่ http://www.example.ac.th/rules.pdf\n\nกรมตัวอย่าง\n......... กรกฎาคม ๒๕๖๙\n\nกองตัวอย่าง\nฝ่ายบริหารทั่วไป\nโทร\n๐ ๒๐๐๐ ๐๐๐๐\nต่อ\n๑๒๐๑\nโทรสาร\n-\nอีเมล\ncontest@example.go.th",
    );
    assert_eq!(reading.form, LetterForm::Stamped);
    assert_eq!(reading.to, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามบัญชีรายชื่อแนบท้าย)");
    let reference = reading.reference.as_ref().expect("a prefix");
    assert_eq!((reference.text.as_str(), reference.number), ("มท 0816.5/ว", None));
    assert_eq!(
        reading.dated.as_ref().map(|dated| (dated.year, dated.month, dated.day)),
        Some((Some(2026), Some(7), None))
    );
    assert_eq!(
        duties_told(&reading),
        ["submission 2026-08-01..2026-08-31 via bit.ly/abc-DEF", "event 2026-09-12..2026-09-13"]
    );
    assert_eq!(reading.urls, ["bit.ly/abc-DEF", "http://www.example.ac.th/rules.pdf"]);
    assert_eq!(phones_told(&reading), ["020000000 ext 1201"]);
    assert_eq!(owner_told(&reading), ["กรมตัวอย่าง", "กองตัวอย่าง", "ฝ่ายบริหารทั่วไป"]);
    assert_eq!(codes(&reading), ["register_title_missing", "number_missing", "date_without_day"]);
}

#[test]
fn rounds_of_a_training_are_events_of_their_own() {
    let reading = read(
        "ที่ มท ๐๘๑๖.๔/ว ๐๒๘๙\n\nถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดทุกจังหวัด และเมืองพัทยา\n\n          ด้วยสภาตัวอย่าง แจ้งว่าจะจัดอบรมออนไลน์หลักสูตรครูปฐมวัย จำนวน ๓ รุ่น รุ่นละ ๒๐๐ คน\nดังนี้\n          รุ่นที่ ๑ วันที่ ๑ - ๓, ๘ - ๑๐ มิถุนายน ๒๕๖๖\n          รุ่นที่ ๒ ระหว่างวันที่ ๓๐ มิ.ย. - ๒ ก.ค. ๖๖\n          รุ่นที่ ๓ วันที่ ๑๕ และ ๒๒ กรกฎาคม ๒๕๖๖\n          ผู้สนใจสมัครผ่าน https://edu.example.go.th/apply หรือ QR code ภายใน ๑๕ วัน นับแต่ได้รับหนังสือ และไม่เกินวันที่ ๒๕ พ.ค. ๒๕๖๖ เวลา ๑๖.๓๐ น.\nจึงขอให้จังหวัดประชาสัมพันธ์\n\n                      กรมตัวอย่าง\n                       พฤษภาคม ๒๕๖๖\n(ตราชื่อส่วนราชการ)\nรายละเอียดหลักสูตร\nhttps://qr.example.go.th/a1\n\nกองตัวอย่าง\nกลุ่มงานตัวอย่าง\nโทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๕๓๑๕, ๕๓๑๖ โทรสาร ต่อ ๒๑๘",
    );
    assert_eq!(
        duties_told(&reading),
        [
            "event 2023-06-01..2023-06-03",
            "event 2023-06-08..2023-06-10",
            "event 2023-06-30..2023-07-02",
            "event 2023-07-15",
            "event 2023-07-22",
            "deadline 2023-05-25 via https://edu.example.go.th/apply",
        ]
    );
    assert_eq!(reading.reference.as_ref().map(|reference| reference.text.as_str()), Some("มท 0816.4/ว 289"));
    assert_eq!(reading.qr.caption, ["รายละเอียดหลักสูตร"]);
    assert_eq!(
        reading.counts.iter().map(|count| count.text.as_str()).collect::<Vec<_>>(),
        ["จำนวน 3 รุ่น", "200 คน"]
    );
    assert_eq!(phones_told(&reading), ["020000000 ext 5315, 5316"]);
    assert_eq!(owner_told(&reading), ["กรมตัวอย่าง", "กองตัวอย่าง", "กลุ่มงานตัวอย่าง"]);
    assert_eq!(codes(&reading), ["register_title_missing", "date_without_day", "two_digit_year"]);
}

#[test]
fn one_that_only_sends_something_on_has_no_duties() {
    let reading = read(
        "ที่ มท ๐๘๑๐.๖/ว ๗๙๐\nถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด\n\nพร้อมหนังสือนี้ กรมตัวอย่างขอส่งสำเนาประกาศ ลงวันที่ ๙ มกราคม ๒๕๖๗ เพื่อแจ้งให้องค์กรปกครองส่วนท้องถิ่น ๗,๘๕๐ แห่งถือปฏิบัติ โดยมีผลใช้บังคับตั้งแต่วันที่ ๑ กุมภาพันธ์ ๒๕๖๗ เป็นต้นไป รายละเอียดตาม QR Code ที่ปรากฏท้ายหนังสือนี้\n\nกรมตัวอย่าง\n๒๕ มกราคม ๒๕๖๗\n\nสำนักบริหารการคลังท้องถิ่น\nกลุ่มงานจัดสรรเงินอุดหนุน\nโทร. ๐-๒๐๐๐-๐๐๐๐ ต่อ ๑๕๐๓, ๑๕๐๔\nไปรษณีย์อิเล็กทรอนิกส์ : saraban@example.go.th\n\nสำเนาประกาศ",
    );
    assert_eq!(reading.duties, []);
    assert_eq!(reading.counts.iter().map(|count| count.n).collect::<Vec<_>>(), [7850]);
    assert_eq!(phones_told(&reading), ["020000000 ext 1503, 1504"]);
    assert_eq!(owner_told(&reading), ["กรมตัวอย่าง", "สำนักบริหารการคลังท้องถิ่น", "กลุ่มงานจัดสรรเงินอุดหนุน"]);
    assert_eq!(reading.qr.caption, ["สำเนาประกาศ"]);
    assert_eq!(codes(&reading), ["register_title_missing"]);
}

#[test]
fn one_that_lost_its_line_breaks_reads_the_same() {
    let letter = "ที่ มท ๐๘๑๙.๒/ว ๓๒๑๐\n\nถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด\n\nด้วยกรมตัวอย่าง ได้รับแจ้งจากกระทรวงตัวอย่างว่า จะจัดอบรม ระหว่างวันที่ ๕ – ๗ ก.ค. ๖๗ ณ โรงแรมตัวอย่าง จึงขอให้แจ้งสถานศึกษาในสังกัดส่งใบสมัคร ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๗ ผ่านทาง https://forms.example.go.th/abc รายละเอียดตามสิ่งที่ส่งมาด้วย\n\nกรมตัวอย่าง\n๑๐ มิถุนายน ๒๕๖๗\n\nกองตัวอย่างการศึกษา\nกลุ่มงานตัวอย่าง\nโทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๐๓\nไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th";
    let whole = read(letter);
    assert_eq!(duties_told(&whole).len(), 2);
    for run_together in
        [letter.replacen("\n\n", " ", 1), letter.replacen("\n\n", "  ", 2), letter.replace('\n', " ")]
    {
        assert_eq!(read(&run_together), whole, "{run_together}");
    }
}

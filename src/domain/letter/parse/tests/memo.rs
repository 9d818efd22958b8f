//! หนังสือภายใน: บันทึกข้อความ with number and date on one line.

use super::*;

#[test]
fn number_and_date_share_a_line() {
    let reading = read(
        "บันทึกข้อความ\nส่วนราชการ  กองส่งเสริมการศึกษา (กลุ่มงานวิชาการ)  โทร. 0 2000 0000 ต่อ 5312\nที่  มท 0816.2/ว 45                         วันที่  12 ก.ค. 66\nเรื่อง  ขอเชิญเข้าร่วมการอบรม\nเรียน  ผู้อำนวยการกอง/ศูนย์ ทุกหน่วยงาน\n\n        ด้วยกองส่งเสริมการศึกษา กำหนดจัดอบรม รุ่นที่ 1 ในวันที่ 20 กรกฎาคม 2566 เวลา 09.00 - 16.30 น. และรุ่นที่ 2 ในวันที่ 21 กรกฎาคม 2566 ณ ห้องประชุม 5 ชั้น 5\n\n        จึงเรียนมาเพื่อทราบ และขอให้แจ้งรายชื่อผู้เข้าร่วมอบรม หน่วยงานละ 2 คน ภายในวันที่ 17 กรกฎาคม 2566 ด้วย\n\n                    (นายทดลอง  สมมติ)\n            ผู้อำนวยการกองส่งเสริมการศึกษา",
    );
    assert_eq!(reading.form, LetterForm::Memo);
    assert_eq!(reading.reference.as_ref().map(|reference| reference.text.as_str()), Some("มท 0816.2/ว 45"));
    assert_eq!(
        reading.dated.as_ref().and_then(|dated| dated.date).map(|day| day.to_string()).as_deref(),
        Some("2023-07-12")
    );
    assert_eq!(reading.to, "ผู้อำนวยการกอง/ศูนย์ ทุกหน่วยงาน");
    assert_eq!(duties_told(&reading), ["event 2023-07-20", "event 2023-07-21", "deadline 2023-07-17"]);
    assert_eq!(owner_told(&reading), ["", "กองส่งเสริมการศึกษา", "กลุ่มงานวิชาการ"]);
    assert_eq!(phones_told(&reading), ["020000000 ext 5312"]);
    assert!(!reading.body.contains("ทดลอง"), "{}", reading.body);
    assert_eq!(codes(&reading), ["two_digit_year"]);
}

#[test]
fn the_short_names_of_a_division_stand_in_brackets() {
    let reading = read(
        "                    บันทึกข้อความ\n\nส่วนราชการ   สถ. (กพส. กลุ่มงานวิชาการฯ โทร./โทรสาร ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๕๓๐๒)\nที่  มท ๐๘๑๖.๓/                         วันที่         มิถุนายน ๒๕๖๖\nเรื่อง  รายงานผลการจัดประชุม\n──────────────────\nเรียน   อธิบดี (ผ่านรองอธิบดี)\n\n๑. ต้นเรื่อง\n          กรมฯ ได้จัดประชุมเมื่อวันที่ ๑ มิถุนายน ๒๕๖๖\n๒. ข้อพิจารณา\n          เห็นควรรายงานกระทรวงภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖\n\n                  (นางสาวสมมติ ตัวอย่าง)\n                       ผอ.กพส.",
    );
    assert_eq!(owner_told(&reading), ["สถ.", "กพส.", "กลุ่มงานวิชาการฯ"]);
    assert_eq!(reading.subject.as_deref(), Some("รายงานผลการจัดประชุม"));
    assert_eq!(duties_told(&reading), ["deadline 2023-06-30"]);
    assert_eq!(reading.body.split("\n\n").count(), 4, "{}", reading.body);
    assert_eq!(codes(&reading), ["number_missing", "date_without_day"]);
}

#[test]
fn labels_on_lines_of_their_own() {
    let reading = read(
        "บันทึก ข้อความ\nส่วนราชการ\nสำนักงานปลัดเทศบาล\nเทศบาลเมืองตัวอย่าง\nที่\nชบ 52101/18\nวันที่\n๓ มกราคม ๒๕๖๘\nเรื่อง\nรายงานผล\nเรียน\nนายกเทศมนตรีเมืองตัวอย่าง\nเรื่องเดิม\nตามที่ได้มอบหมาย ให้รายงานผลภายในวันที่ 31 ม.ค. 68\nจึงเรียนมาเพื่อโปรดทราบ",
    );
    assert_eq!(reading.form, LetterForm::Memo);
    assert_eq!(reading.reference.as_ref().map(|reference| reference.text.as_str()), Some("ชบ 52101/18"));
    assert_eq!(
        reading.dated.as_ref().and_then(|dated| dated.date).map(|day| day.to_string()).as_deref(),
        Some("2025-01-03")
    );
    assert_eq!(
        (reading.subject.as_deref(), reading.to.as_str()),
        (Some("รายงานผล"), "นายกเทศมนตรีเมืองตัวอย่าง")
    );
    assert_eq!(duties_told(&reading), ["deadline 2025-01-31"]);
    assert!(reading.body.contains("ตามที่ได้มอบหมาย"), "{}", reading.body);
}

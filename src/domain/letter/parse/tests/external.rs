//! หนังสือภายนอก: letters that are signed.

use super::*;

const WHOLE: &str = "
ด่วนที่สุด
ที่ มท ๐๘๑๖.๓/ว ๒๕๔๑                                     กรมส่งเสริมการปกครองท้องถิ่น
                                                       ถนนตัวอย่าง เขตดุสิต กทม. ๑๐๓๐๐

                              ๕  มิถุนายน  ๒๕๖๖

เรื่อง  การประชุมเชิงปฏิบัติการจัดทำแผน
        พัฒนาการศึกษา ประจำปี พ.ศ. ๒๕๖๗

เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด

อ้างถึง  ๑. หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๖.๓/ว ๑๑๒๒ ลงวันที่ ๑ มีนาคม ๒๕๖๖
         ๒. หนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท ๐๘๑๖.๓/ว ๑๙๐๘
             ลงวันที่ ๒๔ เมษายน ๒๕๖๖

สิ่งที่ส่งมาด้วย  ๑. กำหนดการประชุม              จำนวน ๑ ชุด
                  ๒. แบบตอบรับการเข้าร่วมประชุม   จำนวน ๑ ฉบับ

          ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นได้แจ้งให้จังหวัดสำรวจข้อมูล
สถานศึกษาในสังกัด จำนวน ๑,๗๔๒ แห่ง นั้น

          กรมส่งเสริมการปกครองท้องถิ่นกำหนดจัดการประชุม ระหว่างวันที่ ๒๘ ธันวาคม - 
๓ มกราคม ๒๕๖๗ ณ โรงแรมตัวอย่าง จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นส่งแบบตอบรับ
ทางอีเมลtraining@dla.example.go.thภายในวันศุกร์ที่ ๓๐ มิถุนายน ๒๕๖๖ และลงทะเบียนเข้าร่วมประชุม
ทาง https://forms.example.go.th/a?b=1 ตั้งแต่วันที่ ๑ – ๑๕ กรกฎาคม ๒๕๖๖ 
ทั้งนี้ ดาวน์โหลดเอกสารได้ที่ www.dla.example.go.th หรือคิวอาร์โค้ดท้ายหนังสือ

          จึงเรียนมาเพื่อโปรดพิจารณา

                         ขอแสดงความนับถือ


                    (นายตัวอย่าง  ใจดี)
              อธิบดีกรมส่งเสริมการปกครองท้องถิ่น

กองส่งเสริมและพัฒนาการจัดการศึกษาท้องถิ่น
กลุ่มงานมาตรฐานการศึกษาท้องถิ่น
โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๕๓๑๓-๔
โทรสาร ๐ ๒๐๐๐ ๐๐๒๑ - ๓ ต่อ ๒๑๘
ผู้ประสานงาน นางสาวสมมติ  ตัวอย่าง โทร. ๐๙ ๐๐๐๐ ๐๐๐๐
สแกนเพื่อดาวน์โหลดเอกสาร
";

#[test]
fn a_whole_letter_in_thai_digits() {
    let reading = read(WHOLE);
    assert_eq!(
        (reading.form, reading.urgency),
        (LetterForm::External, crate::domain::letter::Urgency::MostUrgent)
    );
    let reference = reading.reference.as_ref().expect("a reference");
    assert_eq!((reference.text.as_str(), reference.prefix.as_str()), ("มท 0816.3/ว 2541", "มท 0816.3"));
    assert_eq!((reference.circular, reference.number), (true, Some(2541)));
    assert_eq!(
        reading.dated.as_ref().and_then(|dated| dated.date).map(|day| day.to_string()).as_deref(),
        Some("2023-06-05")
    );
    assert_eq!(reading.subject.as_deref(), Some("การประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาการศึกษา ประจำปี พ.ศ. ๒๕๖๗"));
    assert_eq!((reading.salutation.as_str(), reading.to.as_str()), ("เรียน", "ผู้ว่าราชการจังหวัด ทุกจังหวัด"));
    assert_eq!(
        reading.refers_to,
        [
            "หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท 0816.3/ว 1122 ลงวันที่ 1 มีนาคม 2566",
            "หนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท 0816.3/ว 1908 ลงวันที่ 24 เมษายน 2566",
        ]
    );
    assert_eq!(reading.signatory, ["(นายตัวอย่าง ใจดี)", "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"]);
    assert_eq!(reading.enclosures, ["กำหนดการประชุม จำนวน ๑ ชุด", "แบบตอบรับการเข้าร่วมประชุม จำนวน ๑ ฉบับ"]);
    assert_eq!(
        duties_told(&reading),
        [
            "event 2023-12-28..2024-01-03",
            "deadline 2023-06-30 via training@dla.example.go.th",
            "submission 2023-07-01..2023-07-15 via https://forms.example.go.th/a?b=1",
        ]
    );
    assert_eq!(reading.counts.iter().map(|count| count.n).collect::<Vec<_>>(), [1742]);
    assert_eq!(reading.emails, ["training@dla.example.go.th"]);
    assert_eq!(reading.urls, ["https://forms.example.go.th/a?b=1", "www.dla.example.go.th"]);
    assert_eq!(phones_told(&reading), ["020000000 ext 5313-4", "020000021 ext 218 fax"]);
    let contact = reading.contact.as_ref().expect("a contact");
    assert_eq!((contact.name.as_str(), contact.phone.as_str()), ("นางสาวสมมติ ตัวอย่าง", "09 0000 0000"));
    assert_eq!(
        owner_told(&reading),
        ["กรมส่งเสริมการปกครองท้องถิ่น", "กองส่งเสริมและพัฒนาการจัดการศึกษาท้องถิ่น", "กลุ่มงานมาตรฐานการศึกษาท้องถิ่น"]
    );
    assert_eq!(
        (reading.qr.mentioned, reading.qr.caption.as_slice()),
        (true, ["สแกนเพื่อดาวน์โหลดเอกสาร".to_owned()].as_slice())
    );
    assert_eq!(codes(&reading), ["personal_mobile"]);
}

#[test]
fn copied_from_a_web_page_each_label_and_value_is_a_line_of_its_own() {
    let reading = read(
        "หนังสือสั่งการ\n\nที่\n\n   มท 0816.3/ว 668   \n\nลงวันที่\n\n   24 มี.ค. 2566   \n\nเรื่อง\n\n   การสำรวจข้อมูลครู\n   และบุคลากร   \n\nเรียน\n\n   ผู้ว่าราชการจังหวัด   \n   ทุกจังหวัด   \n\nอ้างถึง\n\n   หนังสือกรมตัวอย่าง ที่ มท 0816.3/ว 12 ลงวันที่ 3 มกราคม 2566   \n\nสิ่งที่ส่งมาด้วย\n\n   1.   \n   แบบสำรวจข้อมูล   \n   2.   \n   คู่มือการกรอกข้อมูล   \n\n   ด้วยกรมตัวอย่าง จะสำรวจข้อมูลครูในสถานศึกษา 1,254 แห่ง\n   จึงขอให้กรอกข้อมูลในระบบ https://survey.example.go.th/t?id=1 ให้แล้วเสร็จ ภายในวันที่ \n   \n   28 \n   เมษายน 2566 \n\n   จึงเรียนมาเพื่อพิจารณาดำเนินการ\n\nขอแสดงความนับถือ\n\n(นายตัวอย่าง ทดสอบ)\nรองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมตัวอย่าง\n\nกองตัวอย่าง\n\nโทร.\n\n   0 2000 0000   \n\nต่อ \n\n 5302",
    );
    assert_eq!(reading.reference.as_ref().map(|reference| reference.text.as_str()), Some("มท 0816.3/ว 668"));
    assert_eq!(reading.dated.as_ref().map(|dated| dated.text.as_str()), Some("24 มี.ค. 2566"));
    assert_eq!(reading.subject.as_deref(), Some("การสำรวจข้อมูลครูและบุคลากร"));
    assert_eq!(reading.to, "ผู้ว่าราชการจังหวัด ทุกจังหวัด");
    assert_eq!(reading.refers_to, ["หนังสือกรมตัวอย่าง ที่ มท 0816.3/ว 12 ลงวันที่ 3 มกราคม 2566"]);
    assert_eq!(reading.enclosures, ["แบบสำรวจข้อมูล", "คู่มือการกรอกข้อมูล"]);
    assert_eq!(duties_told(&reading), ["deadline 2023-04-28 via https://survey.example.go.th/t?id=1"]);
    assert_eq!(phones_told(&reading), ["020000000 ext 5302"]);
    assert_eq!(owner_told(&reading), ["กรมตัวอย่าง", "กองตัวอย่าง", ""]);
    assert_eq!(reading.counts[0].text, "1,254 แห่ง");
}

#[test]
fn a_province_writes_from_its_hall() {
    let reading = read(
        "ด่วนมาก\nที่ นม 0023.3/ว 8801                 ศาลากลางจังหวัดตัวอย่าง\n                 ถนนตัวอย่าง 30000\n              21 กันยายน 2566\nเรื่อง  การเบิกจ่ายเงินอุดหนุน\nเรียน  นายอำเภอ ทุกอำเภอ\nสิ่งที่ส่งมาด้วย  สำเนาหนังสือกรมตัวอย่าง ที่ มท 0808.2/ว 4511 ลงวันที่ 18 กันยายน 2566 จำนวน 1 ฉบับ\n        ด้วยกรมตัวอย่างให้รายงานผล ไม่เกินวันจันทร์ที่ 2 ตุลาคม 2566 เวลา 16.30 น. ทาง e-mail: money@example.go.th\n        จึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นายตัวอย่าง สมมติ)\nท้องถิ่นจังหวัดตัวอย่าง ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดตัวอย่าง\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง\nกลุ่มงานการเงิน บัญชี และการตรวจสอบ\nโทร./โทรสาร 0-4400-0000, 0-4400-0001 ต่อ 12",
    );
    assert_eq!(reading.reference.as_ref().map(|reference| reference.text.as_str()), Some("นม 0023.3/ว 8801"));
    assert_eq!(reading.enclosures.len(), 1);
    assert_eq!(duties_told(&reading), ["deadline 2023-10-02 via money@example.go.th"]);
    assert_eq!(
        owner_told(&reading),
        ["สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง", "", "กลุ่มงานการเงิน บัญชี และการตรวจสอบ"]
    );
    assert_eq!(phones_told(&reading), ["044000000", "044000001 ext 12"]);
    assert_eq!(codes(&reading), Vec::<&str>::new());
}

#[test]
fn a_text_in_numbered_parts_is_no_list_of_enclosures() {
    let reading = read(
        "ที่ มท 0816.2/ว 9901\nกระทรวงตัวอย่าง\nถนนตัวอย่าง กรุงเทพฯ 10200\n9 ธันวาคม 2568\nเรื่อง แนวทาง\nเรียน ผู้ว่าราชการจังหวัดทุกจังหวัด (ยกเว้นจังหวัดตัวอย่าง)\nอ้างถึง 1. พระราชบัญญัติตัวอย่าง พ.ศ. 2542\n2. ระเบียบตัวอย่าง พ.ศ. 2562\nและที่แก้ไขเพิ่มเติม\nสิ่งที่ส่งมาด้วย 1. สำเนาหนังสือ จำนวน 1 ชุด\n2. แบบรายงาน จำนวน 1 ชุด\n1. ข้อเท็จจริง\nตามที่กระทรวงตัวอย่างได้ขอความร่วมมือให้จังหวัดดำเนินการ นั้น\n2. ข้อพิจารณา\n2.1 แจ้งสถานศึกษา จัดกิจกรรมวันเด็ก ในวันเสาร์ที่ 10 มกราคม 2569\n2.2 รายงานผลผ่านระบบ https://report.example.go.th ระหว่างวันที่ 12 - 31 มกราคม 2569\nจึงเรียนมาเพื่อพิจารณา\nขอแสดงความนับถือ\n(นายตัวอย่าง สมมติ)\nปลัดกระทรวงตัวอย่าง\nกรมตัวอย่าง\nกองตัวอย่าง\nโทรศัพท์ 0 2000 0000 ต่อ 5302 โทรสาร 0 2000 0021-3 ต่อ 218",
    );
    assert_eq!(reading.enclosures, ["สำเนาหนังสือ จำนวน 1 ชุด", "แบบรายงาน จำนวน 1 ชุด"]);
    assert_eq!(reading.refers_to, ["พระราชบัญญัติตัวอย่าง พ.ศ. 2542", "ระเบียบตัวอย่าง พ.ศ. 2562 และที่แก้ไขเพิ่มเติม"]);
    assert!(reading.body.starts_with("1. ข้อเท็จจริง\n\nตามที่"), "{}", reading.body);
    assert_eq!(
        duties_told(&reading),
        ["event 2026-01-10", "submission 2026-01-12..2026-01-31 via https://report.example.go.th"]
    );
    assert_eq!(phones_told(&reading), ["020000000 ext 5302", "020000021 ext 218 fax"]);
    assert_eq!(owner_told(&reading), ["กรมตัวอย่าง", "กองตัวอย่าง", ""]);
}

#[test]
fn a_municipality_leaves_the_day_blank() {
    let reading = read(
        "ที่ ชม 52007/ 345            สำนักงานเทศบาลตำบลตัวอย่าง\n                  อำเภอตัวอย่าง จังหวัดตัวอย่าง 50000\n\n           วันที่    เดือน พฤศจิกายน  พ.ศ. 2567\n\nเรื่อง ขอเชิญร่วมงาน\nเรียน ผู้อำนวยการโรงเรียนเทศบาล 1 (ตัวอย่าง)\nสิ่งที่ส่งมาด้วย กำหนดการ 1 แผ่น\n\nด้วยเทศบาลตำบลตัวอย่าง จะจัดงาน ในวันศุกร์ที่ 15 พฤศจิกายน 2567 ตั้งแต่เวลา 17.00 น. เป็นต้นไป\nจึงขอเชิญสมัครเข้าร่วมการประกวดได้ตั้งแต่บัดนี้จนถึงวันที่ 8 พฤศจิกายน 2567 สอบถามรายละเอียดได้ที่ นางสาวสมมติ ตัวอย่าง โทร. 08-0000-0000\n\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายสมมติ ทดลอง)\nนายกเทศมนตรีตำบลตัวอย่าง\nกองการศึกษา\nโทร. 053-000000\nwww.tambon.example.go.th",
    );
    let reference = reading.reference.as_ref().expect("a reference");
    assert_eq!((reference.text.as_str(), reference.circular), ("ชม 52007/345", false));
    assert_eq!(reading.dated.as_ref().map(|dated| (dated.month, dated.day)), Some((Some(11), None)));
    assert_eq!(duties_told(&reading), ["event 2024-11-15", "submission 2024-11-08"]);
    assert_eq!(owner_told(&reading), ["สำนักงานเทศบาลตำบลตัวอย่าง", "กองการศึกษา", ""]);
    assert_eq!(phones_told(&reading), ["053000000"]);
    assert_eq!(codes(&reading), ["number_not_circular", "date_without_day", "personal_mobile"]);
}

#[test]
fn page_marks_are_no_words_of_the_letter() {
    let reading = read(
        "- ๑ -\nที่ ศธ 04001/ว1234 สำนักงานตัวอย่าง\nกทม. 10300\n1 กุมภาพันธ์ 2567\nเรื่อง โครงการประกวดสื่อ\nนวัตกรรม\nเรียน ผู้อำนวยการทุกเขต\nด้วยสำนักงานฯ กำหนดจัดโครงการ โดยมีกำหนดการดังนี้\n1) ส่งผลงานทางอีเมล media@example.go.th ตั้งแต่วันที่ 15 กุมภาพันธ์ – 15 มีนาคม 2567\n2) ประกาศผล วันที่ 29 มีนาคม 2567\n/จึงเรียน...\n- ๒ -\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายตัวอย่าง สมมติ)\nเลขาธิการ\nสำนักเทคโนโลยี\nโทร. 0 2000 0000",
    );
    assert_eq!(reading.subject.as_deref(), Some("โครงการประกวดสื่อนวัตกรรม"));
    assert_eq!(
        duties_told(&reading),
        ["submission 2024-02-15..2024-03-15 via media@example.go.th", "event 2024-03-29"]
    );
    assert!(!reading.body.contains("๒") && !reading.body.contains("..."), "{}", reading.body);
    assert_eq!(owner_told(&reading), ["สำนักงานตัวอย่าง", "สำนักเทคโนโลยี", ""]);
}

#[test]
fn who_signs_and_where_the_office_is_are_read_and_the_coordinator_never_signs() {
    let letter = "ที่ นม 0023.3/ว 8801   ศาลากลางจังหวัดตัวอย่าง\n   ถนนตัวอย่าง ๓๐๐๐๐\n21 กันยายน 2566\n\
        เรื่อง การเบิกจ่าย\nเรียน นายอำเภอ ทุกอำเภอ\nด้วยกรมตัวอย่างให้รายงานผล\nขอแสดงความนับถือ\n\
        (ลงชื่อ)...............\n(นายตัวอย่าง สมมติ)\nท้องถิ่นจังหวัดตัวอย่าง ปฏิบัติราชการแทน\n\
        ผู้ว่าราชการจังหวัดตัวอย่าง\nกลุ่มงานการเงิน\nผู้ประสานงาน\nนายสมมุติ ประสาน\nโทร. 08 1000 0000";
    let reading = read(letter);
    let signed = ["(นายตัวอย่าง สมมติ)", "ท้องถิ่นจังหวัดตัวอย่าง ปฏิบัติราชการแทน", "ผู้ว่าราชการจังหวัดตัวอย่าง"];
    assert_eq!(reading.signatory, signed);
    assert_eq!(reading.owner.address.as_deref(), Some("ถนนตัวอย่าง 30000"));
}

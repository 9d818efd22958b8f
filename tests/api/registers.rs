//! Registers as JSON, as tables and on paper.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use serde_json::{Value, json};
use wian::domain::actor::Role;

use super::program::{Answer, Program};
use crate::paper::{flat, pdftotext};
use crate::support::app::TestApp;

const COLUMNS: [&str; 8] = ["เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"];

/// What a printed register says, without its white space and in ASCII digits.
fn printed(answer: &Answer) -> String {
    assert_eq!(answer.header("content-type"), "application/pdf", "{}", answer.text());
    wian::domain::thai::fold_digits(&flat(&pdftotext(&answer.body)))
}

/// The rows of a workbook's sheet below its title.
fn rows(answer: &Answer, sheet: usize) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&answer.body)).expect("a workbook");
    let cells = book.worksheet_range_at(sheet).expect("a sheet").expect("cells");
    cells.rows().skip(1).map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[tokio::test]
async fn a_register_is_printed_and_says_what_its_numbers_lack() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    for (title, number) in [("ฉบับแรก", "2"), ("ฉบับที่สอง", "2/1"), ("ฉบับที่สาม", "7")]
    {
        let circular = issuer.issues(title).await;
        let newest = province.inbox().await.remove(0);
        province.post(&format!("{newest}/receipt"), json!({"number": number})).await.is(201);
        if number == "7" {
            issuer.post(&format!("{circular}/cancellation"), json!({"reason": "ออกเลขผิดฉบับ"})).await;
        }
    }

    let pdf = province.get("/registers/received?year=2566&format=pdf").await;
    assert_eq!(pdf.header("content-disposition"), "attachment; filename=\"received-2566.pdf\"");
    let text = printed(&pdf);
    for said in COLUMNS.into_iter().chain([
        "แบบที่13",
        "ฉบับแรก",
        "มท0816.3/ว2",
        "ยกเลิกออกเลขผิดฉบับ",
        "หน้านี้3รายการรวมถึงหน้านี้3รายการจากทั้งหมด3รายการ",
        "ใช้เลข2ถึง7",
        "เลขที่ขาด4เลข:3–6",
        "เลขที่ยกเลิก:7",
    ]) {
        assert!(text.contains(said), "{said}\n{text}");
    }

    let book = province.get("/registers/received?format=xlsx").await;
    let received = rows(&book, 0);
    assert_eq!(received[0], COLUMNS);
    assert_eq!(received[2][..2], ["2/1", "มท 0816.3/ว 2"]);
    assert_eq!(received[3][7], "ยกเลิก ออกเลขผิดฉบับ");
    assert_eq!(
        rows(&book, 1),
        [
            ["รายการ", "ตั้งแต่เลข", "ถึงเลข"],
            ["เลขที่ใช้", "2", "7"],
            ["เริ่มที่เลข", "2", ""],
            ["เลขที่ขาด", "3", "6"],
            ["เลขที่ยกเลิก", "7", ""],
        ]
    );

    let sent = printed(&issuer.get("/registers/sent?format=pdf").await);
    for said in ["เลขทะเบียนส่ง", "แบบที่14", "ทะเบียนหนังสือส่ง", "เลข1ถึง3ครบถ้วนไม่มีเลขซ้ำ"]
    {
        assert!(sent.contains(said), "{said}\n{sent}");
    }
    assert!(printed(&issuer.get("/registers/circulars?format=pdf").await).contains("ทะเบียนหนังสือเวียน"));
    province.get("/registers/received?format=odt").await.refuses(422, "malformed");
}

#[tokio::test]
async fn each_office_has_its_registers() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    issuer.issues("ฉบับแรก").await;
    province.passes_on().await;
    issuer.issues("ฉบับที่สอง").await;
    let second = province.inbox().await.remove(0);
    province.post(&format!("{second}/receipt"), json!({"without_number": true})).await.is(201);

    let received = province.get("/registers/received?year=2566").await.is(200);
    assert_eq!(
        received["items"],
        json!([
            {"number": "1", "reference": "มท 0816.3/ว 1", "dated": "2023-05-24", "from": "กรมตัวอย่าง",
             "to": "สถจ.ตัวอย่างเหนือ", "subject": "ฉบับแรก", "action": "ส่งต่อแล้ว 1/1 แห่ง", "remark": "", "state": "forwarded"},
            {"number": null, "reference": "มท 0816.3/ว 2", "dated": "2023-05-24", "from": "กรมตัวอย่าง",
             "to": "สถจ.ตัวอย่างเหนือ", "subject": "ฉบับที่สอง", "action": "ลงรับแล้ว", "remark": "", "state": "received"},
        ])
    );
    let sent = province.get("/registers/sent").await.is(200);
    assert_eq!((&sent["items"][0]["to"], sent["items"].as_array().map(Vec::len)), (&json!("1 แห่ง"), Some(1)));
    assert_eq!(province.get("/registers/circulars").await.is(200)["items"], json!([]));
    assert_eq!(province.get("/registers/received?year=2565").await.is(200)["items"], json!([]));

    let own = issuer.get("/registers/sent?limit=1").await.is(200);
    assert_eq!(own["items"][0]["number"], 1);
    let next = own["next"].as_str().expect("another page");
    let rest = issuer.get(&format!("/registers/circulars?limit=1&after={next}")).await.is(200);
    assert_eq!((&rest["items"][0]["number"], &rest["next"]), (&json!(2), &Value::Null));

    let csv = province.get("/registers/received?format=csv").await;
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"received-2566.csv\"");
    let text = csv.text();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next(), Some("เลขทะเบียนรับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ"));
    assert_eq!(
        lines.next(),
        Some("1,มท 0816.3/ว 1,24 พ.ค. 2566,กรมตัวอย่าง,สถจ.ตัวอย่างเหนือ,ฉบับแรก,ส่งต่อแล้ว 1/1 แห่ง,")
    );
    assert!(issuer.get("/registers/circulars?format=xlsx").await.body.starts_with(b"PK"));
}

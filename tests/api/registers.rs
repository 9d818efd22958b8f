//! Registers as JSON and as tables.

use serde_json::{Value, json};
use wian::domain::actor::Role;

use super::program::Program;
use crate::support::app::TestApp;

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

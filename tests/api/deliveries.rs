//! The way down: received, forwarded, acknowledged, returned, pulled back, reminded, recorded, confirmed.

use serde_json::{Value, json};
use wian::actions;
use wian::domain::actor::Role;
use wian::domain::delivery::Acknowledgement;

use super::program::Program;
use crate::support::app::TestApp;

/// A circular on its way, with a program of each office on it.
struct Way {
    app: TestApp,
    department: Program,
    circular: String,
    province: Program,
    local: Program,
    school: Program,
}

async fn way() -> Way {
    let app = TestApp::start().await;
    let department = Program::of(&app, "DLA", Role::Issuer).await;
    let circular = department.issues("แจ้งตัวอย่าง").await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let local = Program::of(&app, "4900101", Role::Officer).await;
    let school = Program::of(&app, "S1", Role::Officer).await;
    Way { app, department, circular, province, local, school }
}

async fn of_school(way: &Way, code: &str) -> String {
    let page = way.department.get(&format!("{}/deliveries?tier=school", way.circular)).await.is(200);
    let items = page["items"].as_array().expect("items").clone();
    let item = items.into_iter().find(|item| item["office"]["code"] == code).expect("the school's");
    format!("/deliveries/{}", item["id"].as_str().expect("an id"))
}

#[tokio::test]
async fn a_letter_goes_from_the_department_to_the_school() {
    let way = way().await;
    assert!(way.local.inbox().await.is_empty(), "nothing before the office above forwards");
    let path = way.province.inbox().await.remove(0);
    let item = way.province.get(&path).await.is(200);
    assert_eq!(item["circular"]["reference"], "มท 0816.3/ว 1");
    assert_eq!(item["office"]["province"], "90");
    assert_eq!(item["forwarded"], json!({"n": 0, "of": 1}));
    assert_eq!(
        (&item["state"], &item["parent"], &item["register_number"]),
        (&json!("sent"), &Value::Null, &Value::Null)
    );
    assert!(item["due_at"].as_str().is_some_and(|due| due.ends_with("+07:00")), "{item}");
    assert_eq!(way.province.post(&format!("{path}/opening"), json!({})).await.is(201)["state"], "opened");
    way.province.post(&format!("{path}/forwarding"), json!({"to": "all"})).await.refuses(409, "not_received");

    let receipt = way.province.post(&format!("{path}/receipt"), json!({"number": "๑๒/๑"})).await.is(201);
    assert_eq!(
        (&receipt["number"], &receipt["received_at"]),
        (&json!("12/1"), &json!("2023-05-24T09:30:00+07:00"))
    );
    let again =
        way.province.post(&format!("{path}/receipt"), json!({})).await.refuses(409, "already_received");
    assert!(again["message_th"].as_str().is_some_and(|text| text.contains("12/1")));

    let forwarding = format!("{path}/forwarding");
    way.province.post(&forwarding, json!({"to": ["5910101"]})).await.refuses(422, "not_below");
    way.province.post(&forwarding, json!({"to": "some"})).await.refuses(422, "malformed");
    way.province.post(&forwarding, json!({})).await.refuses(422, "missing");
    let item = way.province.post(&forwarding, json!({"to": ["4900101"]})).await.is(201);
    assert_eq!((&item["state"], &item["forwarded"]), (&json!("forwarded"), &json!({"n": 1, "of": 1})));

    way.local.passes_on().await;
    let at_school = way.school.inbox().await.remove(0);
    let acknowledgement = format!("{at_school}/acknowledgement");
    let missing = way.school.post(&acknowledgement, json!({"name": "นางสาวตัวอย่าง สอง"})).await;
    assert_eq!(missing.refuses(422, "missing")["field"], "position");
    let by = json!({"name": "นางสาวตัวอย่าง สอง", "position": "ครู", "note": "ทราบแล้ว"});
    let done = way.school.post(&acknowledgement, by.clone()).await.is(201);
    assert_eq!((&done["state"], &done["evidence"]), (&json!("acknowledged"), &json!("officer")));
    assert_eq!(done["acknowledged_by"], "นางสาวตัวอย่าง สอง");
    let again = way.school.post(&acknowledgement, by).await.refuses(409, "already_acknowledged");
    assert!(again["message_en"].as_str().is_some_and(|text| text.contains("นางสาวตัวอย่าง สอง")));
}

#[tokio::test]
async fn what_was_not_received_is_pulled_back_and_a_wrong_one_returned() {
    let way = way().await;
    let path = way.province.inbox().await.remove(0);
    way.province
        .post(&format!("{path}/recall"), json!({"reason": "x"}))
        .await
        .refuses(403, "not_your_office");
    way.department.post(&format!("{path}/recall"), json!({})).await.refuses(422, "missing");
    let recalled = way.department.post(&format!("{path}/recall"), json!({"reason": "ส่งผิด"})).await.is(201);
    assert_eq!((&recalled["state"], &recalled["reason"]), (&json!("recalled"), &json!("ส่งผิด")));
    way.province.post(&format!("{path}/receipt"), json!({})).await.refuses(409, "recalled");

    let neighbour = Program::of(&way.app, "91", Role::Officer).await;
    let path = neighbour.inbox().await.remove(0);
    let returned = neighbour.post(&format!("{path}/return"), json!({"reason": "ไม่เกี่ยวข้อง"})).await.is(201);
    assert_eq!(returned["state"], "returned");
    way.department.post(&format!("{path}/reminder"), json!({})).await.refuses(409, "already_returned");
}

#[tokio::test]
async fn an_office_above_reminds_and_records_what_came_on_paper() {
    let way = way().await;
    let path = way.province.inbox().await.remove(0);
    let reminded =
        way.department.post(&format!("{path}/reminder"), json!({"message": "โปรดลงรับ"})).await.is(201);
    assert_eq!(
        (&reminded["reminders"], &reminded["reminded_at"]),
        (&json!(1), &json!("2023-05-24T09:30:00+07:00"))
    );
    let record = format!("{path}/record");
    let mut told = json!({"fact": "received", "name": "นายตัวอย่าง สาม", "position": "ธุรการ", "by": "telephone",
        "note": "โทรแจ้ง", "at": "2023-05-24T23:00:00+07:00"});
    way.department.post(&record, told.clone()).await.refuses(422, "in_future");
    told["at"] = json!("yesterday");
    assert_eq!(
        way.department.post(&record, told.clone()).await.refuses(422, "malformed_value")["field"],
        "at"
    );
    told["at"] = Value::Null;
    let item = way.department.post(&record, told.clone()).await.is(201);
    assert_eq!((&item["state"], &item["evidence"]), (&json!("received"), &json!("on_behalf")));
    told["fact"] = json!("forwarded");
    assert_eq!(way.department.post(&record, told).await.refuses(422, "malformed_value")["field"], "fact");
}

#[tokio::test]
async fn a_claim_of_the_public_page_is_confirmed_or_set_aside_by_the_local_administration() {
    let way = way().await;
    way.province.passes_on().await;
    way.local.passes_on().await;
    let link = way.department.get(&way.circular).await.is(200)["link"].as_str().expect("a link").to_owned();
    let code = link.rsplit('/').next().expect("a code").parse().expect("a code");
    let claim = async |path: &str| {
        let id = path.rsplit('/').next().expect("an id").parse().expect("an id");
        let by = Acknowledgement::parse("นายตัวอย่าง สี่", "ครู", "").expect("a person");
        actions::acknowledge_publicly(&way.app.app, &code, id, None, by).await.expect("a claim");
    };
    let (one, two) = (of_school(&way, "S1").await, of_school(&way, "S2").await);
    way.local.post(&format!("{one}/confirmation"), json!({})).await.refuses(409, "no_claim");
    claim(&one).await;
    claim(&two).await;
    way.province.post(&format!("{one}/confirmation"), json!({})).await.refuses(403, "not_your_office");
    let confirmed = way.local.post(&format!("{one}/confirmation"), json!({})).await.is(201);
    assert_eq!(confirmed["confirmed_at"], "2023-05-24T09:30:00+07:00");
    let set_aside =
        way.local.post(&format!("{two}/rejection"), json!({"reason": "ไม่ใช่โรงเรียน"})).await.is(201);
    assert_eq!(set_aside["acknowledged_at"], Value::Null);
}

#[tokio::test]
async fn the_inbox_is_paged_and_filtered_by_state() {
    let way = way().await;
    way.department.issues("ฉบับที่สอง").await;
    way.department.issues("ฉบับที่สาม").await;
    let inbox = way.province.inbox().await;
    assert_eq!(inbox.len(), 3);
    way.province.post(&format!("{}/receipt", inbox[1]), json!({"without_number": true})).await.is(201);
    let titles = async |query: &str| -> Vec<String> {
        let page = way.province.get(&format!("/deliveries?{query}")).await.is(200);
        let items = page["items"].as_array().expect("items").iter();
        items.map(|item| item["circular"]["title"].as_str().expect("a title").to_owned()).collect()
    };
    assert_eq!(titles("state=received").await, ["ฉบับที่สอง"]);
    assert_eq!(titles("state=sent,received").await.len(), 3);
    let first = way.province.get("/deliveries?limit=1").await.is(200);
    let next = first["next"].as_str().expect("another page");
    assert_eq!(titles(&format!("limit=2&after={next}")).await, ["ฉบับที่สอง", "แจ้งตัวอย่าง"]);
}

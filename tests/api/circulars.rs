//! Circulars: drafts, issuing, cancelling, correcting, and how far they have come.

use serde_json::{Value, json};
use wian::domain::actor::Role;
use wian::letters::proof::prove;

use super::program::{Program, draft};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_draft_is_begun_with_nothing_and_replaced_until_somebody_else_did() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let bare = issuer.post("/circulars", json!({})).await.is(201);
    let path = format!("/circulars/{}", bare["id"].as_str().expect("an id"));
    let mut new = draft("เรื่องใหม่");
    new["version"] = bare["version"].clone();
    let replaced = issuer.put(&path, new.clone()).await.is(200);
    assert_eq!((&replaced["title"], &replaced["letter"]["body"]), (&json!("เรื่องใหม่"), &new["body"]));
    issuer.put(&path, new).await.refuses(409, "changed_meanwhile");
    let long = issuer.put(&path, json!({"register_title": "ก".repeat(301)})).await;
    assert_eq!(long.refuses(422, "too_long")["field"], "register_title");
}

#[tokio::test]
async fn issuing_gives_a_number_once_and_a_link_that_the_qr_code_has() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let path = issuer.drafts("แจ้งตัวอย่าง").await;
    let goes_out = format!("{path}/issuance");
    assert_eq!(
        issuer.post(&goes_out, json!({"dated": "2023-05-25"})).await.refuses(422, "in_future")["field"],
        "dated"
    );
    issuer.get(&format!("{path}/qr.png")).await.refuses(409, "not_issued");
    let sent = issuer.post(&goes_out, json!({"accept_warnings": true})).await.is(201);
    assert_eq!(sent["number"], 1);
    assert_eq!(sent["reference"], "มท 0816.3/ว 1");
    assert_eq!(sent["dated"], "2023-05-24");
    assert_eq!(sent["deliveries"], json!({"province": 2, "local": 2, "school": 3}));
    issuer.post(&goes_out, json!({"accept_warnings": true})).await.refuses(409, "not_a_draft");
    issuer.put(&path, draft("x")).await.refuses(409, "not_a_draft");

    let link = sent["link"].as_str().expect("a link");
    assert!(link.starts_with("HTTP://127.0.0.1:") && link.contains("/L/"), "{link}");
    let png = issuer.get(&format!("{path}/qr.png?size=40&level=Q")).await;
    assert_eq!((png.status, png.header("content-type")), (200, "image/png"));
    prove(&png.body, link).expect("the symbol reads back");
    for (name, kind) in [("qr.svg", "image/svg+xml"), ("qr.pdf", "application/pdf")] {
        let drawn = issuer.get(&format!("{path}/{name}?caption=true")).await;
        assert_eq!((drawn.status, drawn.header("content-type")), (200, kind));
    }
    issuer.get(&format!("{path}/qr.png?level=L")).await.refuses(422, "malformed");
    assert_eq!(issuer.get(&format!("{path}/qr.png?size=5")).await.status, 422);
    let whole = issuer.get(&path).await.is(200);
    assert_eq!((&whole["state"], &whole["link"]), (&json!("issued"), &sent["link"]));
    assert_eq!(whole["issued_at"], "2023-05-24T09:30:00+07:00");
}

#[tokio::test]
async fn findings_stand_in_the_way_and_are_told() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let bare = issuer.post("/circulars", json!({})).await.is(201);
    let path = format!("/circulars/{}", bare["id"].as_str().expect("an id"));
    let blocked = issuer.post(&format!("{path}/issuance"), json!({"accept_warnings": true})).await;
    let findings = blocked.refuses(422, "findings_block")["findings"].clone();
    assert!(
        findings.as_array().is_some_and(|all| all.iter().all(|one| one["level"] == "error")),
        "{findings}"
    );
    let warned = json!({"register_title": "ตัวอย่าง", "form": "stamped", "to": "จังหวัด", "body": "ตามบัญชีที่แนบมา",
        "owner": {"office": "กรมตัวอย่าง"}, "enclosures": ["คู่มือตัวอย่าง"], "salutation": "ถึง"});
    issuer.put(&path, warned).await.is(200);
    issuer.put(&format!("{path}/audience"), json!({"tier": "local"})).await.is(200);
    let refused = issuer.post(&format!("{path}/issuance"), json!({})).await;
    let findings = refused.refuses(409, "warnings_not_accepted")["findings"].clone();
    assert!(findings.as_array().is_some_and(|all| all.iter().any(|one| one["code"] == "enclosure_missing")));
    issuer.post(&format!("{path}/issuance"), json!({"accept_warnings": true})).await.is(201);
}

#[tokio::test]
async fn a_cancelled_circular_keeps_its_number_and_a_correction_takes_the_place_of_another() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let first = issuer.issues("ฉบับแรก").await;
    let cancellation = format!("{first}/cancellation");
    assert_eq!(issuer.post(&cancellation, json!({})).await.refuses(422, "missing")["field"], "reason");
    let cancelled = issuer.post(&cancellation, json!({"reason": "ส่งผิดฉบับ"})).await.is(201);
    assert_eq!((&cancelled["state"], &cancelled["reason"]), (&json!("cancelled"), &json!("ส่งผิดฉบับ")));
    issuer.post(&cancellation, json!({"reason": "อีกครั้ง"})).await.refuses(409, "circular_cancelled");

    let second = issuer.issues("ฉบับที่สอง").await;
    let answer = issuer.post(&format!("{second}/supersession"), json!({"reason": "แก้ไขวันที่"})).await;
    let new = answer.is(201);
    let correction = format!("/circulars/{}", new["id"].as_str().expect("an id"));
    assert_eq!(answer.header("location"), format!("/api/v1{correction}"));
    assert_eq!(format!("/circulars/{}", new["supersedes"].as_str().expect("an id")), second);
    assert_eq!(issuer.get(&second).await.is(200)["state"], "issued");
    issuer.put(&format!("{correction}/audience"), json!({"tier": "school"})).await.is(200);
    let sent = issuer.post(&format!("{correction}/issuance"), json!({"accept_warnings": true})).await.is(201);
    assert_eq!(sent["number"], 3);
    let old = issuer.get(&second).await.is(200);
    assert_eq!((&old["state"], &old["superseded_by"]), (&json!("superseded"), &new["id"]));

    let register = issuer.get("/registers/circulars").await.is(200);
    let rows: Vec<_> = register["items"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["number"].as_i64().expect("a number"), row["state"].as_str().expect("a state")))
        .collect();
    assert_eq!(rows, [(1, "cancelled"), (2, "superseded"), (3, "issued")]);
    assert_eq!(register["items"][0]["remark"], "ยกเลิก ส่งผิดฉบับ");
    assert_eq!(register["items"][1]["remark"], "แทนโดย มท 0816.3/ว 3: แก้ไขวันที่");
}

#[tokio::test]
async fn the_list_is_filtered_and_paged_newest_first() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    for title in ["หนึ่ง", "สอง", "สาม"] {
        issuer.post("/circulars", draft(title)).await.is(201);
    }
    issuer.issues("สี่").await;
    let mut titles = Vec::new();
    let mut next = Some(String::new());
    while let Some(after) = next {
        let page = issuer.get(&format!("/circulars?limit=3&after={after}")).await.is(200);
        for item in page["items"].as_array().expect("items") {
            assert!(item["id"].is_string(), "ids are strings: {item}");
            titles.push(item["title"].as_str().expect("a title").to_owned());
        }
        next = page["next"].as_str().map(str::to_owned);
    }
    assert_eq!(titles, ["สี่", "สาม", "สอง", "หนึ่ง"]);
    let count = async |query: &str| {
        let page = issuer.get(&format!("/circulars?{query}")).await.is(200);
        page["items"].as_array().expect("items").len()
    };
    assert_eq!(count("state=draft").await, 3);
    assert_eq!(count("year=2566").await, 1);
    assert_eq!(count("year=2565").await, 0);
    assert_eq!(count("q=%E0%B8%AA%E0%B8%B2%E0%B8%A1").await, 1, "สาม");
    let province = Program::of(&app, "90", Role::Officer).await;
    let seen = province.get("/circulars").await.is(200);
    assert_eq!(seen["items"].as_array().map(Vec::len), Some(1), "a province sees what was sent to it");
}

#[tokio::test]
async fn progress_counts_each_tier_and_each_office_sees_its_own_part() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let circular = issuer.issues("แจ้งตัวอย่าง").await;
    province.passes_on().await;
    let progress = issuer.get(&format!("{circular}/progress")).await.is(200);
    assert_eq!(progress["as_of"], "2023-05-24T09:30:00+07:00");
    let tiers = progress["tiers"].as_array().expect("tiers");
    let names: Vec<_> = tiers.iter().map(|tier| tier["tier"].as_str().expect("a tier")).collect();
    assert_eq!(names, ["province", "local", "school"]);
    assert_eq!(
        tiers[0],
        json!({"tier": "province", "total": 2, "awaiting": 0, "sent": 2, "opened": 1,
        "received": 1, "forwarded": 1, "acknowledged": 0, "returned": 0, "overdue": 0})
    );
    assert_eq!((&tiers[1]["sent"], &tiers[1]["awaiting"]), (&json!(1), &json!(1)));
    let provinces = progress["provinces"].as_array().expect("provinces");
    assert_eq!((&provinces[0]["code"], &provinces[0]["name"]), (&json!("90"), &json!("สงขลา")));
    let own = province.get(&format!("{circular}/progress")).await.is(200);
    assert_eq!((&own["tiers"][0]["total"], own["provinces"].as_array().map(Vec::len)), (&json!(1), Some(1)));
}

#[tokio::test]
async fn the_who_has_not_list_is_filtered_paged_and_a_table() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let circular = issuer.issues("แจ้งตัวอย่าง").await;
    province.passes_on().await;
    let codes = async |query: &str| -> Vec<String> {
        let page = issuer.get(&format!("{circular}/deliveries?{query}")).await.is(200);
        let items = page["items"].as_array().expect("items").iter();
        items.map(|item| item["office"]["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(codes("tier=province&lacking=received").await, ["91"]);
    assert_eq!(codes("tier=school").await, ["S1", "S2", "S3"]);
    assert_eq!(codes("province=91&tier=local").await, ["5910101"]);
    assert_eq!(codes("state=forwarded").await, ["90"]);
    let page = issuer.get(&format!("{circular}/deliveries?limit=2")).await.is(200);
    let next = page["next"].as_str().expect("another page");
    let rest = issuer.get(&format!("{circular}/deliveries?limit=100&after={next}")).await.is(200);
    assert_eq!((rest["items"].as_array().map(Vec::len), &rest["next"]), (Some(5), &Value::Null));
    issuer.get(&format!("{circular}/deliveries?lacking=hope")).await.refuses(422, "malformed");

    let csv = issuer.get(&format!("{circular}/deliveries?tier=province&format=csv")).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    let text = csv.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "ลำดับ,จังหวัด,อปท.,สถานศึกษา,ลงรับเมื่อ,เลขรับ,ส่งต่อแล้ว (แห่ง),รับทราบเมื่อ,สถานะ,เตือนล่าสุด");
    assert_eq!(lines[1], "1,สงขลา,,,24 พ.ค. 2566 09.30 น.,1,1/1,,ส่งต่อแล้ว,");
    let xlsx = issuer.get(&format!("{circular}/deliveries?format=xlsx")).await;
    assert!(
        xlsx.status == 200
            && xlsx.body.starts_with(b"PK")
            && xlsx.header("content-disposition").ends_with(".xlsx\"")
    );
}

#[tokio::test]
async fn the_audit_trail_is_chained_by_hashes_and_shows_each_its_own_part() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let (north, south) =
        (Program::of(&app, "90", Role::Officer).await, Program::of(&app, "91", Role::Officer).await);
    let circular = issuer.issues("แจ้งตัวอย่าง").await;
    north.passes_on().await;
    south.passes_on().await;
    let events = |page: &Value| page["items"].as_array().expect("items").clone();
    let all = events(&issuer.get(&format!("{circular}/events")).await.is(200));
    let what: Vec<_> = all.iter().map(|event| event["what"].as_str().expect("a word")).collect();
    assert_eq!(what, ["issued", "symbol_proven", "received", "forwarded", "received", "forwarded"]);
    for pair in all.windows(2) {
        assert_eq!(pair[0]["hash"], pair[1]["previous_hash"]);
    }
    assert_eq!(all[2]["data"]["number"], "1");
    assert!(all[0]["officer"].is_string() && all[2]["delivery"].is_string());
    let own = events(&south.get(&format!("{circular}/events")).await.is(200));
    let own: Vec<_> = own.iter().map(|event| event["position"].as_i64().expect("a place")).collect();
    assert_eq!(own, [1, 2, 5, 6]);
    let page = issuer.get(&format!("{circular}/events?limit=2&after=1")).await.is(200);
    assert_eq!((events(&page).len(), &page["next"]), (2, &json!("3")));
}

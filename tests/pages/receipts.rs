//! Receipts: taken by those who may read the delivery, checked by anybody, and told apart from what was forged.

use wian::actions::{self, give_receipt};
use wian::app::Limits;
use wian::domain::actor::Role;
use wian::domain::delivery::Acknowledgement;
use wian::domain::ids::DeliveryId;
use wian::domain::receipt::{PublicKey, Receipt, ReceiptKey, SignedReceipt};
use wian::domain::refusal::Refusal;
use wian::letters::receipt_file::ReceiptFile;
use wian::store::deliveries;

use crate::support::app::TestApp;
use crate::support::story::{Story, actor};

/// The receipt of the office with this code.
async fn receipt(app: &TestApp, story: &Story<'_>, office: &str) -> Result<SignedReceipt, String> {
    let delivery = deliveries::get(&app.app.db, story.at(office).await).await.expect("a reading");
    give_receipt(&app.app, &delivery.expect("a delivery")).await.map_err(|error| error.to_string())
}

/// Where anybody checks it.
fn address(receipt: &SignedReceipt) -> String {
    format!("/V/{}", receipt.code)
}

#[tokio::test]
async fn anybody_sees_that_a_receipt_is_genuine_and_what_it_says_and_nobody_s_name() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let receipt = receipt(&app, &story, "4900101").await.expect("a receipt");
    let anybody = app.visitor();
    let page = anybody.opens(address(&receipt)).await;
    page.says(200, "ใบรับนี้เป็นของจริง")
        .says(200, "มท 0999.1/ว 1")
        .says(200, "ประกวดสวนสมมุติ")
        .says(200, "กรมตัวอย่าง");
    page.says(200, "เทศบาลเมืองตัวอย่างหนึ่ง")
        .says(200, "<dt>เลขรับ</dt><dd>1</dd>")
        .says(200, "24 พ.ค. 2566 09.30 น.");
    page.says(200, "ลงรับแล้ว").says(200, "ส่งต่อแล้ว").says(200, "ลงชื่อเข้าใช้").lacks("รับทราบแล้ว");
    page.lacks("นายตัวอย่าง").lacks("<script");
    assert!(page.header("set-cookie").is_empty());
    let small = anybody.opens(address(&receipt).to_lowercase().replace("/v/", "/V/")).await;
    assert_eq!((small.status, small.header("location")), (308, address(&receipt).as_str()));
    let to_english = [("to", "en"), ("back", "/help")];
    anybody.posts("/language", &to_english).await.leads_to("/help");
    anybody
        .opens(address(&receipt))
        .await
        .says(200, "This receipt is genuine")
        .says(200, "24 May 2023 09:30");
}

#[tokio::test]
async fn what_comes_later_leaves_an_older_receipt_genuine() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let older = receipt(&app, &story, "4900101").await.expect("a receipt");
    app.wait(chrono::TimeDelta::hours(2));
    let officer = actor(&app.app, "officer.4900101@example.go.th").await;
    let by = Acknowledgement::parse("นายตัวอย่าง ปลัด", "ปลัด", "").expect("a person");
    actions::acknowledge(&app.app, &officer, story.at("4900101").await, by).await.expect("acknowledged");
    let page = app.visitor().opens(address(&older)).await;
    page.says(200, "ใบรับนี้เป็นของจริง").lacks("รับทราบแล้ว");
    let newer = receipt(&app, &story, "4900101").await.expect("a receipt");
    let page = app.visitor().opens(address(&newer)).await;
    page.says(200, "ใบรับนี้เป็นของจริง").says(200, "รับทราบแล้ว").lacks("นายตัวอย่าง");
}

#[tokio::test]
async fn an_office_that_was_renamed_is_known_by_the_name_on_its_receipt() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let by = Acknowledgement::parse("นางตัวอย่าง ครู", "ครู", "").expect("a person");
    actions::acknowledge_publicly(&app.app, &story.code, story.at("S1").await, None, by).await.expect("done");
    let older = receipt(&app, &story, "S1").await.expect("a receipt");
    app.wait(chrono::TimeDelta::days(2));
    let renamed = "tier,code,parent_code,name_th\nschool,S1,4900101,โรงเรียนตัวอย่างชื่อใหม่\n";
    let report = actions::import_offices(&app.app, renamed.into(), None).await.expect("a registry file");
    assert_eq!(report.renamed, 1, "{report:?}");
    let newer = receipt(&app, &story, "S1").await.expect("a receipt");
    for (receipt, name) in [(older, "โรงเรียนตัวอย่าง ๑"), (newer, "โรงเรียนตัวอย่างชื่อใหม่")]
    {
        let page = app.visitor().opens(address(&receipt)).await;
        page.says(200, "ใบรับนี้เป็นของจริง").says(200, name);
    }
}

#[tokio::test]
async fn a_cancelled_circular_a_returned_letter_and_a_rejected_claim_are_told() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    app.appoints("5910101", Role::Officer).await;
    app.appoints("91", Role::Officer).await;
    let at_south = story.at("91").await;
    let south = actor(&app.app, "officer.91@example.go.th").await;
    actions::receive(&app.app, &south, at_south, &actions::ReceiveNumber::Without).await.expect("received");
    let returned = receipt(&app, &story, "91").await.expect("a receipt");
    actions::give_back(&app.app, &south, at_south, "ส่งผิดแห่ง").await.expect("returned");
    let page = app.visitor().opens(address(&returned)).await;
    page.says(200, "ใบรับเป็นของจริง แต่มีการเปลี่ยนแปลงภายหลัง").says(200, "ส่งคืนหนังสือแล้วเมื่อ 24 พ.ค. 2566 09.30 น.");
    assert_eq!(receipt(&app, &story, "91").await, Err(format!("refused: {}", Refusal::AlreadyReturned)));

    let school = story.at("S1").await;
    let by = Acknowledgement::parse("นางตัวอย่าง อ้าง", "ครู", "").expect("a person");
    actions::acknowledge_publicly(&app.app, &story.code, school, None, by).await.expect("claimed");
    let claimed = receipt(&app, &story, "S1").await.expect("a receipt");
    app.visitor().opens(address(&claimed)).await.says(200, "ใบรับนี้เป็นของจริง").says(200, "แจ้งเอง");
    let local = actor(&app.app, "officer.4900101@example.go.th").await;
    actions::reject_claim(&app.app, &local, school, "ไม่มีคนชื่อนี้").await.expect("rejected");
    let page = app.visitor().opens(address(&claimed)).await;
    page.says(200, "ทะเบียนในขณะนี้ไม่ตรงกับที่ลงนามไว้").lacks("แจ้งเอง").lacks("นางตัวอย่าง");

    let stands = receipt(&app, &story, "4900101").await.expect("a receipt");
    let issuer = actor(&app.app, "issuer.dla@example.go.th").await;
    actions::cancel(&app.app, &issuer, story.circular, "ส่งผิดฉบับ").await.expect("cancelled");
    let page = app.visitor().opens(address(&stands)).await;
    page.says(200, "แต่มีการเปลี่ยนแปลงภายหลัง").says(200, "หนังสือฉบับนี้ยกเลิกแล้ว: ส่งผิดฉบับ").lacks("ใบรับนี้เป็นของจริง");
    assert_eq!(receipt(&app, &story, "90").await, Err(format!("refused: {}", Refusal::CircularCancelled)));
}

#[tokio::test]
async fn what_was_forged_or_is_another_s_is_refused_and_what_is_no_code_is_said_to_be_none() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let genuine = receipt(&app, &story, "90").await.expect("a receipt");
    let anybody = app.visitor();
    let (code, at) = (genuine.code.to_string(), 20);
    let letter = if code.get(at..=at) == Some("A") { "B" } else { "A" };
    let mut forged = code.clone();
    forged.replace_range(at..=at, letter);
    let page = anybody.opens(format!("/V/{forged}")).await;
    page.says(404, "ใบรับนี้ไม่ใช่ของจริง").says(404, "ลายมือชื่อดิจิทัลไม่ตรงกับข้อความในรหัส");
    assert!(!page.body.contains("ประกวดสวนสมมุติ"));
    let other = ReceiptKey::from_seed(&[1; 32]).seal(&genuine.facts, app.app.clock.now());
    anybody.opens(format!("/V/{other}")).await.says(404, "ลงนามด้วยกุญแจอื่น");
    for none in ["/V/R7KM42XD", &format!("/V/{}", &code[1..]), "/V/ก"] {
        anybody.opens(none).await.says(404, "รหัสใบรับไม่ครบหรือพิมพ์ผิด");
    }
    let gone = app
        .app
        .receipt_key()
        .seal(&Receipt { delivery: DeliveryId(999), ..genuine.facts }, app.app.clock.now());
    anybody.opens(format!("/V/{gone}")).await.says(200, "ทะเบียนไม่มีรายการนี้แล้ว");
}

#[tokio::test]
async fn forged_codes_are_limited_as_wrong_ones_are() {
    let limits = Limits { public: 0, wrong_codes: 2, sign_in: 0 };
    let app = TestApp::start_with(|config| config.limits = limits).await;
    let story = Story::sent_to_schools(&app).await;
    let genuine = receipt(&app, &story, "90").await.expect("a receipt");
    let forged = ReceiptKey::from_seed(&[1; 32]).seal(&genuine.facts, app.app.clock.now());
    let anybody = app.visitor();
    for _ in 0..2 {
        assert_eq!(anybody.opens(format!("/V/{forged}")).await.status, 404);
    }
    anybody.opens(format!("/V/{forged}")).await.says(429, "ถี่เกินไป");
    app.wait(chrono::TimeDelta::minutes(1));
    anybody.opens(address(&genuine)).await.says(200, "ใบรับนี้เป็นของจริง");
}

#[tokio::test]
async fn the_key_is_there_for_everybody_and_checks_what_was_signed() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let receipt = receipt(&app, &story, "90").await.expect("a receipt");
    let key = app.visitor().opens("/V/KEY").await;
    key.says(200, "-----BEGIN PUBLIC KEY-----");
    assert_eq!(key.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(key.body, receipt.public_key);
    let stated = key.body.parse::<PublicKey>().expect("a key").check(&receipt.code);
    assert!(stated.expect("genuine").is_about(&receipt.facts));
}

/// What a PDF carries, without its looks.
fn carried(pdf: &[u8]) -> SignedReceipt {
    match wian::letters::receipt_file::read(pdf).expect("a receipt") {
        ReceiptFile::Whole(signed) => *signed,
        ReceiptFile::CodeAlone(code) => panic!("no facts beside {code}"),
    }
}

#[tokio::test]
async fn an_officer_takes_a_receipt_and_whoever_gets_it_sees_that_it_is_genuine() {
    let app = TestApp::start().await;
    let local = app.officer("4900101", Role::Officer).await;
    let neighbour = app.officer("5910101", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    let page = format!("/deliveries/{}", story.at("4900101").await);
    let paper = format!("{page}/receipt.pdf");
    local.opens(&page).await.lacks(&paper);
    local.opens(&paper).await.says(409, "ยังไม่ได้ลงรับหรือรับทราบ");
    story.passes("4900101").await;
    local.opens(&page).await.says(200, &paper);
    neighbour.opens(&paper).await.says(404, "ไม่พบรายการนี้");
    let shown = local.opens(&paper).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "application/pdf"));
    let pdf = local.takes(&paper).await;
    let signed = carried(&pdf);
    assert_eq!((signed.facts.office.code.as_str(), signed.facts.number.as_deref()), ("4900101", Some("1")));
    assert_eq!(signed.public_key, app.visitor().opens("/V/KEY").await.body);
    app.visitor().opens(address(&signed)).await.says(200, "ใบรับนี้เป็นของจริง").lacks("นายตัวอย่าง");
}

#[tokio::test]
async fn a_school_takes_its_receipt_once_it_took_note() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let (page, teacher) = (story.secret_page("S1").await, app.visitor());
    let paper = format!("{page}/receipt.pdf");
    teacher.opens(&page).await.lacks("receipt.pdf");
    teacher.opens(&paper).await.says(409, "ยังไม่ได้ลงรับหรือรับทราบ");
    let by = [("name", "นางสาวตัวอย่าง ใจดี"), ("position", "ผู้อำนวยการสถานศึกษา")];
    teacher.posts(format!("{page}/acknowledgement"), &by).await.leads_to(&page);
    teacher.opens(&page).await.says(200, &paper);
    let shown = teacher.opens(&paper).await;
    assert_eq!((shown.status, shown.header("cache-control")), (200, "private, no-store"));
    let signed = carried(&teacher.takes(&paper).await);
    let person = signed.facts.acknowledged.as_ref().and_then(|fact| fact.by.as_ref()).expect("a person");
    assert_eq!(person.name, "นางสาวตัวอย่าง ใจดี");
    app.visitor().opens(address(&signed)).await.says(200, "ใบรับนี้เป็นของจริง").lacks("ใจดี");
}

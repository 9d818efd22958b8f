//! One letter at one office: received, forwarded, acknowledged, returned; and what the office above does.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::story::Story;

#[tokio::test]
async fn a_province_receives_under_a_number_of_its_own_and_forwards_to_those_it_ticks() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let page = format!("/deliveries/{}", story.at("90").await);
    let shown = officer.opens(&page).await;
    shown.says(200, "ใช้เลขรับถัดไปของทะเบียน: 1").says(200, "ประกวดสวนสมมุติ").says(200, "กรมตัวอย่าง แจ้งเวียน");
    shown.says(200, &format!("data-opening=\"{page}/opening\"")).says(200, "คู่มือ").says(200, "089-1112233");
    officer.fills(&page, format!("{page}/opening"), &[]).await.says(204, "");
    let seen = officer.opens(&page).await;
    seen.says(200, "สถจ.ตัวอย่างเหนือ เปิดอ่าน");
    assert!(!seen.body.contains("data-opening"));

    let receipt = format!("{page}/receipt");
    let wrong = officer.fills(&page, &receipt, &[("numbering", "given"), ("number", "ก12")]).await;
    wrong.says(422, "id=\"number-error\">เลขรับต้องขึ้นต้นด้วยตัวเลข").says(422, "value=\"ก12\"");
    officer.fills(&page, &receipt, &[("numbering", "given"), ("number", "๒๓๙๘/1")]).await.leads_to(&page);
    officer.opens(&page).await.says(200, "ลงรับแล้ว เลขรับ 2398/1").says(200, "นายตัวอย่าง 90 · เลขรับ 2398/1");
    let forwarding = format!("{page}/forwarding");
    officer
        .fills(&page, &forwarding, &[("to", "5910101")])
        .await
        .says(422, "หน่วยงานรหัส 5910101 ไม่ใช่ผู้รับปลายทาง");
    officer.fills(&page, &forwarding, &[]).await.says(422, "กรุณากรอกผู้รับ");
    officer.fills(&page, &forwarding, &[("to", "4900101")]).await.leads_to(&page);
    let done = officer.opens(&page).await;
    done.says(200, "ส่งต่อแล้ว 1 แห่ง").says(200, "ส่งต่อแล้ว 1/1 แห่ง").says(200, "เทศบาลเมืองตัวอย่างหนึ่ง");
    assert!(!done.body.contains("name=\"all\""));
}

#[tokio::test]
async fn a_letter_is_returned_with_a_reason_and_sent_again() {
    let app = TestApp::start().await;
    let local = app.officer("4900101", Role::Officer).await;
    let province = app.officer("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    let page = format!("/deliveries/{}", story.at("4900101").await);
    local.fills(&page, format!("{page}/return"), &[("reason", " ")]).await.says(422, "กรุณากรอกเหตุผล");
    local.fills(&page, format!("{page}/return"), &[("reason", "ส่งผิดแห่ง")]).await.leads_to(&page);
    local.opens(&page).await.says(200, "ทม.ตัวอย่างหนึ่ง ส่งคืน").says(200, "ส่งผิดแห่ง");
    let above = format!("/deliveries/{}", story.at("90").await);
    province.opens(&above).await.says(200, "ส่งต่อทั้งหมด 1 แห่ง");
    province.fills(&above, format!("{above}/forwarding"), &[("to", "4900101")]).await.leads_to(&above);
    local.opens(&page).await.says(200, "ใช้เลขรับถัดไปของทะเบียน");
}

#[tokio::test]
async fn the_office_above_reminds_records_and_recalls() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    let department = app.officer("DLA", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    let page = format!("/deliveries/{}", story.at("4900101").await);
    province
        .opens(&page)
        .await
        .says(200, "เตือนเรื่องที่ค้าง")
        .says(200, "ดึงหนังสือกลับ")
        .says(200, "เทศบาลเมืองตัวอย่างหนึ่ง");
    province.fills(&page, format!("{page}/reminder"), &[("message", "ใกล้ครบกำหนด")]).await.leads_to(&page);
    province.opens(&page).await.says(200, "เตือนแล้ว 1 ครั้ง").says(200, "ใกล้ครบกำหนด");
    // The department may record for anybody below, and pulls back only what it sent itself.
    let far = department.opens(&page).await;
    far.says(200, "บันทึกแทน");
    assert!(!far.body.contains("/recall"));
    department.fills(&page, format!("{page}/recall"), &[("reason", "x")]).await.says(403, "เป็นของหน่วยงานอื่น");

    let record = format!("{page}/record");
    let told =
        [("fact", "received"), ("by", "telephone"), ("name", "นางตัวอย่าง รับสาย"), ("position", "ธุรการ")];
    province.fills(&page, &record, &told).await.says(422, "กรุณากรอกหมายเหตุ").says(422, "นางตัวอย่าง รับสาย");
    let later = [&told[..], &[("note", "ระบบขัดข้อง"), ("day", "2023-05-25")]].concat();
    province.fills(&page, &record, &later).await.says(422, "ต้องไม่เป็นวันเวลาในอนาคต");
    let now = [&told[..], &[("note", "ระบบขัดข้อง")]].concat();
    province.fills(&page, &record, &now).await.leads_to(&page);
    let recorded = province.opens(&page).await;
    recorded.says(200, "บันทึกแทนแล้ว").says(200, "จากโทรศัพท์ของ นางตัวอย่าง รับสาย (ธุรการ)");
    province.fills(&page, format!("{page}/recall"), &[("reason", "ส่งผิด")]).await.says(409, "ทำไม่ได้แล้ว");
}

#[tokio::test]
async fn a_local_administration_confirms_or_rejects_what_somebody_claimed() {
    let app = TestApp::start().await;
    let local = app.officer("4900101", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    story.passes("4900101").await;
    for school in ["S1", "S2"] {
        let id = story.at(school).await.to_string();
        let claim = [("school", id.as_str()), ("name", "นางตัวอย่าง อ้าง"), ("position", "ครู")];
        let sent = app.visitor().posts(format!("{}/acknowledgement", story.public_page()), &claim).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let above = format!("/deliveries/{}", story.at("4900101").await);
    local.opens(&above).await.says(200, "แจ้งเอง").says(200, "โรงเรียนตัวอย่าง ๑");
    let (one, two) = (story.at("S1").await, story.at("S2").await);
    let page = format!("/deliveries/{one}");
    local.opens(&page).await.says(200, "ยืนยันว่าเป็นของโรงเรียน").says(200, "นางตัวอย่าง อ้าง · ครู");
    local.fills(&page, format!("{page}/confirmation"), &[("decision", "confirm")]).await.leads_to(&page);
    local.opens(&page).await.says(200, "ยืนยันการรับทราบแล้ว").says(200, "อปท. ยืนยันแล้ว");
    let page = format!("/deliveries/{two}");
    let confirmation = format!("{page}/confirmation");
    local.fills(&page, &confirmation, &[("decision", "reject")]).await.says(422, "กรุณากรอกเหตุผล");
    let because = [("decision", "reject"), ("reason", "ไม่มีคนชื่อนี้")];
    local.fills(&page, &confirmation, &because).await.leads_to(&page);
    local.opens(&page).await.says(200, "ไม่มีคนชื่อนี้").says(200, "ยังไม่มี: รับทราบแล้ว");
}

#[tokio::test]
async fn a_signed_in_school_acknowledges_once_and_the_timeline_tells_the_way() {
    let app = TestApp::start().await;
    let school = app.officer("S1", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    app.appoints("4900101", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    app.wait(chrono::TimeDelta::hours(8));
    story.passes("4900101").await;
    let page = format!("/deliveries/{}", story.at("S1").await);
    let by = [("name", "นางสาวตัวอย่าง อำนวย"), ("position", "ผู้อำนวยการ")];
    school.fills(&page, format!("{page}/acknowledgement"), &by).await.leads_to(&page);
    let done = school.opens(&page).await;
    done.says(200, "รับทราบแล้ว")
        .says(200, "นางสาวตัวอย่าง อำนวย · ผู้อำนวยการ")
        .says(200, "ทม.ตัวอย่างหนึ่ง ส่งต่อ 2 แห่ง");
    let again = school.fills(&page, format!("{page}/acknowledgement"), &by).await;
    assert_eq!(again.status, 409, "{}", again.body);
}

#[tokio::test]
async fn a_cancelled_circular_asks_for_nothing_more() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let issuer = crate::support::story::actor(&app.app, "issuer.dla@example.go.th").await;
    wian::actions::cancel(&app.app, &issuer, story.circular, "พิมพ์ผิด").await.expect("cancelled");
    let page = format!("/deliveries/{}", story.at("90").await);
    let shown = province.opens(&page).await;
    shown.says(200, "หนังสือเวียนฉบับนี้ยกเลิกแล้ว: พิมพ์ผิด");
    assert!(!shown.body.contains("/receipt"));
    province.fills(&page, format!("{page}/receipt"), &[]).await.says(409, "ถูกยกเลิกแล้ว");
    province.opens("/deliveries").await.says(200, "ทำครบแล้ว");
}

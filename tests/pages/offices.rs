//! The registry: looked for, and one office with those below it.

use wian::actions;
use wian::domain::actor::Role;
use wian::store::offices;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_office_is_found_by_name_and_by_tier() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    let all = officer.opens("/offices").await;
    all.says(200, "aria-current=\"true\">ทั้งหมด<span class=\"c\">9</span>").says(200, "โรงเรียนตัวอย่าง ๑");
    let locals = officer.opens("/offices?tier=local&q=%E0%B8%AA%E0%B8%AD%E0%B8%87").await;
    locals.says(200, "องค์การบริหารส่วนตำบลตัวอย่างสอง");
    assert!(!locals.body.contains("ตัวอย่างหนึ่ง"));
    officer.opens("/offices?q=zzz").await.says(200, "ไม่พบหน่วยงาน");
    let province = offices::find_by_code(&app.app.db, "90").await.expect("a reading").expect("an office");
    let page = officer.opens(format!("/offices/{}", province.id)).await;
    page.says(200, "หน่วยงานในสังกัด 2 แห่ง").says(200, "เทศบาลเมืองตัวอย่างหนึ่ง").says(200, "ไม่เคยเปลี่ยนชื่อหรือรหัส");
    officer.opens("/offices/9999").await.says(404, "ไม่พบรายการนี้");
}

#[tokio::test]
async fn an_administrator_hands_a_registry_file_in_and_finds_what_became_of_it_again() {
    let app = TestApp::start().await;
    let keeper = app.officer("DLA", Role::Administrator).await;
    keeper.opens("/offices").await.says(200, "href=\"/offices/imports\"");
    let list = "/offices/imports";
    keeper.opens(list).await.says(200, "ยังไม่มีไฟล์ที่นำเข้า");
    let csv = "tier,code,parent_code,name_th\nschool,S77,9999999,โรงเรียนตัวอย่าง ๗\nlocal,,90,ไม่มีรหัส\n";
    let sent = keeper.hands_in(list, list, &[], &[("file", "ทะเบียน.csv", "text/csv", csv)]).await;
    let place = sent.header("location").to_owned();
    keeper.opens(&place).await.says(200, "รอดำเนินการ").says(200, "ปิดหน้านี้ได้");
    keeper.opens(format!("{place}/progress")).await.says(200, "รอดำเนินการ");

    actions::take_in_next_registry(&app.app).await.expect("taken in");
    let done = keeper.opens(&place).await;
    done.says(200, "นำเข้าแล้ว").says(200, "อ่านได้ 2 แถว").says(200, "ไม่รับ").says(200, "ช่องนี้ต้องไม่ว่าง");
    assert_eq!(keeper.opens(format!("{place}/progress")).await.header("x-poll-done"), "1");
    keeper.opens(list).await.says(200, "ทะเบียน.csv");
    keeper.hands_in(list, list, &[], &[("file", "", "text/csv", "")]).await.says(422, "ไฟล์");
    app.officer("90", Role::Administrator).await.opens(list).await.says(403, "");
    keeper.opens("/offices/imports/999").await.says(404, "ไม่พบรายการนี้");
}

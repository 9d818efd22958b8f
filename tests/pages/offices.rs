//! The registry: looked for, and one office with those below it.

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

//! An officer clears the inbox.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::story::Story;

#[tokio::test]
async fn letters_are_received_together_under_consecutive_numbers_and_forwarded_together() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    officer.opens("/deliveries").await.says(200, "ไม่มีหนังสือในรายการนี้");
    let first = Story::issued(&app).await;
    let second = Story::another(&app, "สำรวจแปลงสมมุติ").await;
    let inbox = officer.opens("/deliveries").await;
    inbox
        .says(200, "ประกวดสวนสมมุติ")
        .says(200, "สำรวจแปลงสมมุติ")
        .says(200, "<span class=\"urg very_urgent\">ด่วนมาก</span>");
    inbox
        .says(200, "aria-current=\"true\">ต้องทำ<span class=\"c\">2</span>")
        .says(200, "พรุ่งนี้")
        .says(200, "กองตัวอย่าง");
    inbox.says(200, "data-label-many=\"ลงรับ {n} ฉบับ\">ลงรับที่เลือก");

    let (one, two) = (first.at("90").await.to_string(), second.at("90").await.to_string());
    let ticked = [("delivery", one.as_str()), ("delivery", two.as_str()), ("back", "/deliveries?state=sent")];
    officer.fills("/deliveries", "/deliveries/receipts", &ticked).await.leads_to("/deliveries?state=sent");
    officer.opens("/deliveries?state=sent").await.says(200, "ลงรับแล้ว 2 ฉบับ เลขรับ 1 – 2");
    officer.opens("/deliveries?state=received").await.says(200, "เลขรับ 2").says(200, "ลงรับแล้ว ยังไม่ได้ส่งต่อ");

    officer
        .fills("/deliveries", "/deliveries/receipts", &ticked)
        .await
        .says(409, "ลงรับหนังสือฉบับนี้ไปแล้ว เลขรับ 1");
    officer.fills("/deliveries", "/deliveries/forwardings", &ticked).await.leads_to("/deliveries?state=sent");
    let done = officer.opens("/deliveries?state=forwarded").await;
    done.says(200, "ส่งต่อแล้ว 2 ฉบับ ถึง 2 แห่ง").says(200, "ส่งต่อแล้ว 1/1 แห่ง");
    officer.opens("/deliveries").await.says(200, "ทำครบแล้ว");
}

#[tokio::test]
async fn a_letter_is_found_by_its_number_or_a_part_of_its_title() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    Story::issued(&app).await;
    Story::another(&app, "สำรวจแปลงสมมุติ").await;
    for words in ["สวน", "ว 1"] {
        let found = officer.opens(format!("/deliveries?q={}", words.replace(' ', "%20"))).await;
        found.says(200, "ประกวดสวนสมมุติ").says(200, "ผลการค้นหา");
        assert!(!found.body.contains("สำรวจแปลงสมมุติ"));
    }
    officer.opens("/deliveries?q=%E0%B9%84%E0%B8%A1%E0%B9%88").await.says(200, "ไม่พบ “ไม่”");
    officer.opens("/deliveries?state=nonsense&page=99").await.says(200, "หนังสือเข้า");
}

#[tokio::test]
async fn a_late_letter_is_counted_and_an_auditor_sees_it_without_being_offered_deeds() {
    let app = TestApp::start().await;
    let auditor = app.officer("90", Role::Auditor).await;
    Story::issued(&app).await;
    app.wait(chrono::TimeDelta::hours(72));
    auditor.signs_in(crate::support::app::PASSWORD).await.leads_to("/");
    let inbox = auditor.opens("/deliveries").await;
    inbox.says(200, "figure alarm").says(200, "เกินกำหนด 1 วัน").says(200, "ค้างนานที่สุด 1 วันทำการ");
    assert!(!inbox.body.contains("name=\"delivery\"") && !inbox.body.contains("class=\"bulk\""));
    auditor
        .fills("/help", "/deliveries/receipts", &[("delivery", "1")])
        .await
        .says(403, "บทบาทของท่านทำรายการนี้ไม่ได้");
}

#[tokio::test]
async fn another_offices_letter_is_not_there() {
    let app = TestApp::start().await;
    let stranger = app.officer("91", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let id = story.at("90").await;
    stranger.opens(format!("/deliveries/{id}")).await.says(404, "ไม่พบรายการนี้");
    let ticked = [("delivery", id.0.to_string())];
    let ticked = ticked.each_ref().map(|(name, value)| (*name, value.as_str()));
    stranger.fills("/deliveries", "/deliveries/receipts", &ticked).await.says(404, "ไม่พบรายการนี้");
    let led = app.visitor().opens("/deliveries").await;
    assert!(led.status == 303 && led.header("location").starts_with("/sign-in"), "{led:?}");
}

#[tokio::test]
async fn a_school_sees_what_it_has_to_acknowledge() {
    let app = TestApp::start().await;
    let school = app.officer("S1", Role::Officer).await;
    app.appoints("90", Role::Officer).await;
    app.appoints("4900101", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    school.opens("/deliveries").await.says(200, "ไม่มีหนังสือในรายการนี้");
    story.passes("4900101").await;
    let inbox = school.opens("/deliveries").await;
    inbox.says(200, "รอรับทราบ").says(200, "ประกวดสวนสมมุติ");
    assert!(!inbox.body.contains("class=\"bulk\"") && !inbox.body.contains("ลงรับ"));
}

#[tokio::test]
async fn what_was_forwarded_by_mistake_is_pulled_back_from_those_who_have_not_received_it() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    let local = app.officer("4900101", Role::Officer).await;
    let (first, second) = (Story::issued(&app).await, Story::another(&app, "สำรวจแปลงสมมุติ").await);
    let (one, two) = (first.at("90").await.to_string(), second.at("90").await.to_string());
    let ticked = [("delivery", one.as_str()), ("delivery", two.as_str()), ("back", "/deliveries")];
    officer.fills("/deliveries", "/deliveries/receipts", &ticked).await.leads_to("/deliveries");
    officer.fills("/deliveries", "/deliveries/forwardings", &ticked).await.leads_to("/deliveries");
    let said = officer.opens("/deliveries").await;
    let moment = said.value_of("at").expect("an undo beside what was said");
    officer.opens("/deliveries").await.lacks("/deliveries/recalls");

    let received = format!("/deliveries/{}/receipt", second.at("4900101").await);
    local
        .fills("/deliveries", received, &[("numbering", "next")])
        .await
        .leads_to(format!("/deliveries/{}", second.at("4900101").await));
    let undo = [("at", moment.as_str()), ("back", "/deliveries")];
    local.fills("/deliveries", "/deliveries/recalls", &undo).await.says(404, "ไม่พบ");
    officer.fills("/deliveries", "/deliveries/recalls", &undo).await.leads_to("/deliveries");
    officer
        .opens("/deliveries")
        .await
        .says(200, "ดึงกลับแล้ว 1 แห่ง อีก 1 แห่งลงรับไปก่อนจึงดึงกลับไม่ได้")
        .says(200, "ลงรับแล้ว ยังไม่ได้ส่งต่อ");
    officer.fills("/deliveries", "/deliveries/recalls", &undo).await.says(409, "ทำไม่ได้แล้ว เพราะหนังสือถูกลงรับ");
}

#[tokio::test]
async fn a_view_is_kept_under_a_name_for_the_officer_alone() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    let colleague = app.officer("91", Role::Officer).await;
    Story::issued(&app).await;
    officer.opens("/deliveries?urgency=most_urgent").await.says(200, "ไม่มีหนังสือในรายการนี้");
    officer.opens("/deliveries?urgency=very_urgent").await.says(200, "ประกวดสวนสมมุติ");

    let view = [("view_name", "ด่วนมากของฉัน"), ("state", "sent"), ("q", "สวน"), ("urgency", "very_urgent")];
    let kept = officer.fills("/deliveries", "/deliveries/views", &view).await;
    let address = "/deliveries?state=sent&q=%E0%B8%AA%E0%B8%A7%E0%B8%99&urgency=very_urgent";
    kept.leads_to(address);
    let shown = officer.opens(address).await;
    shown.says(200, "aria-current=\"true\">ด่วนมากของฉัน</a>").says(200, "ประกวดสวนสมมุติ");
    colleague.opens("/deliveries").await.lacks("ด่วนมากของฉัน");
    let drop = shown
        .body
        .split("action=\"")
        .find_map(|rest| rest.strip_prefix("/deliveries/views/")?.split('"').next());
    let drop = format!("/deliveries/views/{}", drop.expect("a button that drops it"));
    colleague.fills("/deliveries", &drop, &[]).await.says(404, "ไม่พบ");

    officer.fills("/deliveries", "/deliveries/views", &[("view_name", " ")]).await.says(422, "ชื่อมุมมอง");
    for n in 1..12 {
        let name = format!("มุมมอง {n}");
        officer
            .fills("/deliveries", "/deliveries/views", &[("view_name", &name)])
            .await
            .leads_to("/deliveries");
    }
    let one_more = [("view_name", "มากเกิน")];
    officer.fills("/deliveries", "/deliveries/views", &one_more).await.says(409, "12 มุมมอง");
    officer.fills("/deliveries", &drop, &[]).await.leads_to("/deliveries");
    officer.opens("/deliveries").await.lacks("ด่วนมากของฉัน");
}

//! While signed in: forms, posts, and the end of a session.

use chrono::TimeDelta;
use reqwest::Method;
use reqwest::header::HeaderMap;
use wian::domain::actor::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_form_without_the_token_or_with_another_changes_nothing_and_says_what_to_do() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    let fields = [("name", "นายตัวอย่าง ใหม่"), ("email", "new@example.go.th"), ("role", "officer")];
    keeper.posts("/officers", &fields).await.says(403, "แบบฟอร์มหมดอายุ").says(403, "สิ่งที่ท่านพิมพ์ยังอยู่ในหน้าก่อน");
    let other = app.officer("91", Role::Administrator).await;
    let stolen = other.opens("/officers").await.csrf().expect("a token").to_owned();
    let forged = [&fields[..], &[("csrf_token", stolen.as_str())]].concat();
    keeper.posts("/officers", &forged).await.says(403, "แบบฟอร์มหมดอายุ");
    assert!(!keeper.opens("/officers").await.body.contains("new@example.go.th"));
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    let token = keeper.opens("/officers").await.csrf().expect("a token").to_owned();
    app.wait(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert_eq!(keeper.opens("/officers").await.status, 200);
    app.wait(TimeDelta::seconds(1));
    keeper.opens("/officers").await.leads_to("/sign-in?&back=%2Fofficers");
    let late = keeper.posts("/officers", &[("csrf_token", &token), ("name", "x")]).await;
    late.says(401, "ต้องลงชื่อเข้าใช้").says(401, "สิ่งที่ท่านพิมพ์ยังอยู่ในหน้าก่อน");
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    let same_cookies = keeper.clone();
    keeper.fills("/officers", "/sign-out", &[]).await.leads_to("/sign-in");
    same_cookies.opens("/officers").await.leads_to("/sign-in?&back=%2Fofficers");
    keeper.opens("/sign-in").await.says(200, "ออกจากระบบแล้ว");
    assert!(!keeper.opens("/sign-in").await.body.contains("ออกจากระบบแล้ว"), "said once");
}

#[tokio::test]
async fn an_officer_of_two_offices_acts_for_one_at_a_time_and_for_no_other() {
    let app = TestApp::start().await;
    let two = app.appoints_as("two@example.go.th", "นางตัวอย่าง สองแห่ง", "90", Role::Officer).await;
    app.appoints_as("two@example.go.th", "นางตัวอย่าง สองแห่ง", "DLA", Role::Auditor).await;
    app.appoints("91", Role::Officer).await;
    two.signs_in(crate::support::app::PASSWORD).await.leads_to("/");
    let before = two.opens("/help").await;
    before.says(200, "value=\"1\" aria-current=\"true\"").says(200, "value=\"2\"");
    two.fills("/help", "/sessions/office", &[("appointment", "2")]).await.leads_to("/morning");
    two.opens("/help").await.says(200, "value=\"2\" aria-current=\"true\"").says(200, "ทำงานในนาม กรมตัวอย่าง");
    two.fills("/help", "/sessions/office", &[("appointment", "3")]).await.says(404, "ไม่พบ");
    two.opens("/help").await.says(200, "value=\"2\" aria-current=\"true\"");
}

#[tokio::test]
async fn every_guarded_page_leads_a_stranger_to_the_door_and_every_deed_is_refused() {
    let app = TestApp::start().await;
    let stranger = app.visitor();
    for route in wian::web::routes() {
        if matches!(route.guard, "anyone" | "unmetered") {
            continue;
        }
        let address = super::routes::filled(route.address);
        let method: Method = route.method.parse().expect("a method");
        let answer = stranger.sends(method, address, HeaderMap::new(), "").await;
        let is_page = route.method == "GET";
        assert_eq!(answer.status, if is_page { 303 } else { 401 }, "{route:?}: {}", answer.body);
        assert!(!is_page || answer.header("location").starts_with("/sign-in"), "{route:?}");
    }
}

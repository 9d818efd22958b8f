//! At the door: who comes in, who does not, and what those outside can learn.

use chrono::TimeDelta;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::person::Answer;

/// What a stranger sees of an answer: everything but what differs between any two.
fn seen(answer: &Answer) -> (u16, String) {
    let token = answer.csrf().unwrap_or_default();
    (answer.status, answer.body.replace(token, "…"))
}

#[tokio::test]
async fn an_officer_signs_in_and_comes_to_the_own_work() {
    let app = TestApp::start().await;
    let department = app.officer("DLA", Role::Issuer).await;
    department.opens("/").await.leads_to("/morning");
    let school = app.officer("S1", Role::Officer).await;
    school.opens("/").await.leads_to("/deliveries");
    school.opens("/help").await.says(200, "รร.ตัวอย่าง ๑");
}

#[tokio::test]
async fn the_page_asked_for_follows_signing_in() {
    let app = TestApp::start().await;
    let keeper = app.appoints("90", Role::Administrator).await;
    keeper.opens("/officers?from=mail").await.leads_to("/sign-in?&back=%2Fofficers%3Ffrom%3Dmail");
    let fields = [("email", keeper.email.as_str()), ("password", PASSWORD), ("back", "/officers?from=mail")];
    keeper.fills("/sign-in", "/sign-in", &fields).await.leads_to("/officers?from=mail");
    let stranger = [("email", keeper.email.as_str()), ("password", PASSWORD), ("back", "//evil.example/")];
    let elsewhere = app.visitor();
    elsewhere.fills("/sign-in", "/sign-in", &stranger).await.leads_to("/");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_alike() {
    let app = TestApp::start().await;
    let province = app.appoints("90", Role::Officer).await;
    let mut stranger = app.visitor();
    stranger.email = province.email.replace("officer", "nobody9");
    let wrong = province.signs_in("ไม่ใช่รหัสผ่านนี้").await;
    wrong.says(403, "อีเมลหรือรหัสผ่านไม่ถูกต้อง").says(403, &province.email);
    let unknown = stranger.signs_in("ไม่ใช่รหัสผ่านนี้").await;
    let (status, body) = seen(&unknown);
    assert_eq!((status, body.replace(&stranger.email, &province.email)), seen(&wrong));
}

#[tokio::test]
async fn five_failures_lock_known_and_unknown_addresses_for_fifteen_minutes() {
    let app = TestApp::start().await;
    let province = app.appoints("90", Role::Officer).await;
    let mut stranger = app.visitor();
    stranger.email = "nobody@example.go.th".to_owned();
    for person in [&province, &stranger] {
        for _ in 0..5 {
            person.signs_in("ไม่ใช่รหัสผ่านนี้").await.says(403, "อีเมลหรือรหัสผ่านไม่ถูกต้อง");
        }
        let locked = person.signs_in(PASSWORD).await;
        locked.says(429, "กรุณารอ 15 นาที");
        assert_eq!(locked.header("retry-after"), "900");
    }
    app.wait(TimeDelta::minutes(14));
    province.signs_in(PASSWORD).await.says(429, "กรุณารอ 1 นาที");
    app.wait(TimeDelta::minutes(1));
    province.signs_in(PASSWORD).await.leads_to("/");
}

#[tokio::test]
async fn many_guesses_at_once_are_not_more_than_five() {
    let app = TestApp::start().await;
    let province = app.appoints("90", Role::Officer).await;
    let guesses = (0..12).map(|_| async {
        let mut guesser = app.visitor();
        guesser.email.clone_from(&province.email);
        guesser.signs_in("ไม่ใช่รหัสผ่านนี้").await.status
    });
    let answers = futures_util::future::join_all(guesses).await;
    assert_eq!(answers.iter().filter(|status| **status == 403).count(), 5, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 429).count(), 7, "{answers:?}");
}

#[tokio::test]
async fn an_address_that_knocks_too_often_has_to_wait() {
    let app = TestApp::start_with(|config| config.limits.sign_in = 3).await;
    let mut stranger = app.visitor();
    for n in 0..3 {
        stranger.email = format!("nobody{n}@example.go.th");
        assert_eq!(stranger.signs_in(PASSWORD).await.status, 403);
    }
    let waiting = stranger.signs_in(PASSWORD).await;
    waiting.says(429, "กรุณารอ 20 วินาที");
    assert_eq!(waiting.header("retry-after"), "20");
    app.wait(TimeDelta::seconds(20));
    assert_eq!(stranger.signs_in(PASSWORD).await.status, 403);
}

#[tokio::test]
async fn the_door_is_for_forms_of_its_own() {
    let app = TestApp::start().await;
    let province = app.appoints("90", Role::Officer).await;
    let fields = [("email", province.email.as_str()), ("password", PASSWORD)];
    province.posts("/sign-in", &fields).await.says(403, "แบบฟอร์มหมดอายุ");
    let forged = [&fields[..], &[("csrf_token", "forged-forged-forged-forged-forged-forged")]].concat();
    province.posts("/sign-in", &forged).await.says(403, "แบบฟอร์มหมดอายุ");
}

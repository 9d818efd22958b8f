//! An administrator adds officers of the own office; they come in by an invitation.

use chrono::TimeDelta;
use wian::actions::{self, NewOfficer};
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};

#[tokio::test]
async fn an_invited_officer_sets_a_password_and_signs_in() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    let fields = [("name", "นายตัวอย่าง ใหม่"), ("email", " New@Example.go.th"), ("role", "officer")];
    let added = keeper.fills("/officers", "/officers", &fields).await;
    added.says(201, "ลิงก์คำเชิญของ นายตัวอย่าง ใหม่").says(201, "31 พ.ค. 2566").says(201, "เชิญแล้ว");
    let link = added.body.split_once("/invitations/").expect("a link").1.split('"').next().expect("its end");
    let page = format!("/invitations/{link}");

    let mut invited = app.visitor();
    invited.email = "new@example.go.th".to_owned();
    invited.opens(&page).await.says(200, "new@example.go.th");
    invited.fills(&page, &page, &[("password", "สั้น")]).await.says(422, "อย่างน้อย 10 ตัวอักษร");
    invited.fills(&page, &page, &[("password", PASSWORD)]).await.leads_to("/sign-in");
    invited.opens(&page).await.says(404, "คำเชิญนี้ใช้ไปแล้ว");
    invited.signs_in(PASSWORD).await.leads_to("/");
    invited.opens("/").await.leads_to("/deliveries");
    keeper.opens("/officers").await.says(200, "ใช้งานได้");
}

#[tokio::test]
async fn an_invitation_is_good_for_seven_days() {
    let app = TestApp::start().await;
    let new = NewOfficer {
        email: "late@example.go.th",
        name: "นายตัวอย่าง ช้า",
        office: "90",
        role: Role::Officer,
        password: None,
    };
    let welcome = actions::add_officer(&app.app, None, new).await.expect("an officer");
    let actions::Welcome::Invitation { token, .. } = welcome else { panic!("{welcome:?}") };
    let page = format!("/invitations/{token}");
    app.wait(TimeDelta::days(7) - TimeDelta::seconds(1));
    assert_eq!(app.visitor().opens(&page).await.status, 200);
    app.wait(TimeDelta::seconds(1));
    app.visitor().opens(&page).await.says(404, "หมดอายุ");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    let fields = [("name", "นายตัวอย่าง <b>"), ("email", "not-an-address"), ("role", "auditor")];
    let answer = keeper.fills("/officers", "/officers", &fields).await;
    answer.says(422, "id=\"email-error\">อีเมลไม่ถูกต้อง").says(422, "นายตัวอย่าง &#60;b&#62;");
    answer.says(422, "<option value=\"auditor\" selected>");
    let again = [("name", "นายตัวอย่าง"), ("email", keeper.email.as_str()), ("role", "administrator")];
    keeper.fills("/officers", "/officers", &again).await.says(409, "มีบทบาทนี้ในหน่วยงานแล้ว");
}

#[tokio::test]
async fn only_an_administrator_adds_officers_and_only_to_the_own_office() {
    let app = TestApp::start().await;
    for role in [Role::Officer, Role::Issuer, Role::Auditor] {
        let officer = app.officer("90", role).await;
        officer.opens("/officers").await.says(403, "บทบาทของท่านทำรายการนี้ไม่ได้");
        officer.fills("/help", "/officers", &[("name", "x")]).await.says(403, "บทบาทของท่านทำรายการนี้ไม่ได้");
    }
    app.appoints("90", Role::Administrator).await;
    let posts =
        wian::store::officers::posts(&app.app.db, "administrator.90@example.go.th").await.expect("posts");
    let new = NewOfficer {
        email: "x@example.go.th",
        name: "นายตัวอย่าง",
        office: "91",
        role: Role::Officer,
        password: None,
    };
    let refused =
        actions::add_officer(&app.app, Some(&posts[0].actor), new).await.expect_err("another's office");
    assert_eq!(refused.to_string(), "refused: not_your_office");
}

#[tokio::test]
async fn a_token_acts_for_its_officer() {
    let app = TestApp::start().await;
    let officer = app.appoints("90", Role::Officer).await;
    let token = actions::create_token(&app.app, &officer.email, "โปรแกรมสารบรรณ").await.expect("a token");
    let actor =
        wian::store::tokens::actor(&app.app.db, &token).await.expect("the database").expect("an actor");
    assert_eq!((actor.office.code.as_str(), actor.role), ("90", Role::Officer));
    assert_eq!(wian::store::tokens::actor(&app.app.db, "another").await.expect("the database"), None);
    assert!(actions::create_token(&app.app, "nobody@example.go.th", "x").await.is_err());
}

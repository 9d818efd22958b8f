//! The department in the morning: what is late, what falls due, where it rests.

use chrono::TimeDelta;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::story::Story;

#[tokio::test]
async fn the_first_page_says_what_is_late_what_is_due_and_where_it_rests() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    app.appoints("90", Role::Officer).await;
    issuer.opens("/").await.leads_to("/morning");
    issuer.opens("/morning").await.says(200, "ไม่มีหนังสือค้าง");
    let story = Story::another(&app, "ประกวดสวนสมมุติ").await;
    let board = format!("/circulars/{}", story.circular);

    let page = issuer.opens("/morning").await;
    page.says(200, "ประกวดสวนสมมุติ").says(200, "พรุ่งนี้").says(200, "0/3");
    page.says(200, &format!("{board}/deliveries?tier=province&#38;need=receive\">สถจ. รอลงรับ 2"));

    story.passes("90").await;
    let page = issuer.opens("/morning").await;
    page.says(200, "อปท. รอลงรับ");
    let list = issuer.opens(format!("{board}/deliveries?tier=local&need=receive")).await;
    let counted = page.body.split("need=receive\">อปท. รอลงรับ ").nth(1).expect("a figure of the local ones");
    let counted: usize = counted.split('<').next().expect("a number").parse().expect("a number");
    assert_eq!(list.body.matches("name=\"delivery\"").count(), counted, "the figure is the list");

    app.wait(TimeDelta::days(10));
    issuer.signs_in(PASSWORD).await.leads_to("/");
    issuer.opens("/morning").await.says(200, "มีหน่วยงานเกินกำหนด").says(200, "เกินกำหนด ");
}

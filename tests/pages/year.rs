//! A year at a glance, of the department and of a province.

use chrono::TimeDelta;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::story::Story;

#[tokio::test]
async fn a_year_shows_each_circular_the_hops_and_who_is_slow() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let province = app.officer("90", Role::Officer).await;
    app.appoints("91", Role::Officer).await;
    issuer.opens("/year").await.says(200, "ทั้งปี 25").says(200, "0%");
    let first = Story::another(&app, "ประกวดสวนสมมุติ").await;
    let second = Story::another(&app, "สำรวจแปลงสมมุติ").await;
    first.passes("91").await;
    app.wait(TimeDelta::days(7));
    issuer.signs_in(PASSWORD).await.leads_to("/");
    first.passes("90").await;

    let page = issuer.opens("/year").await;
    page.says(200, &format!("href=\"/circulars/{}\" title=", second.circular));
    // Seven days are five working days; the one that never moved is not counted among those passed on.
    page.says(200, "data-label=\"ค่ากลาง (วันทำการ)\">5</td>").says(200, "<a href=\"/year?year=");
    let (slow, quick) = (page.body.find("สถจ.ตัวอย่างเหนือ"), page.body.find("สถจ.ตัวอย่างใต้"));
    assert!(slow < quick && quick.is_some(), "the slowest first: {slow:?} {quick:?}");

    let part = issuer.opens("/year?province=90").await;
    part.says(200, "ทม.ตัวอย่างหนึ่ง").lacks("ทต.ตัวอย่างสาม");
    province.signs_in(PASSWORD).await.leads_to("/");
    let own = province.opens("/year?province=91").await;
    own.says(200, "ทม.ตัวอย่างหนึ่ง").lacks("ทต.ตัวอย่างสาม");
    issuer.opens("/year?province=00").await.says(404, "ไม่พบ");
    issuer.opens("/year?year=2500").await.says(200, "ทั้งปี 2500");
}

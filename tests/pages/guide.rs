//! The first steps of a role: shown until they are put away, and again when asked for.

use wian::domain::actor::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn each_role_is_greeted_with_its_own_three_steps() {
    let app = TestApp::start().await;
    for (office, role, home, title, place) in [
        ("DLA", Role::Administrator, "/morning", "สามขั้นแรกของผู้ดูแลระบบ", "/officers"),
        ("DLA", Role::Issuer, "/morning", "สามขั้นแรกของผู้ออกหนังสือ", "/circulars/new"),
        ("DLA", Role::Auditor, "/morning", "สามขั้นแรกของผู้ตรวจสอบ", "/help#odd"),
        ("90", Role::Officer, "/deliveries", "สามขั้นแรกของจังหวัด", "/deliveries?state=sent"),
        (
            "4900101",
            Role::Officer,
            "/deliveries",
            "สามขั้นแรกขององค์กรปกครองส่วนท้องถิ่น",
            "/deliveries?state=received",
        ),
        ("S1", Role::Officer, "/deliveries", "สามขั้นแรกของโรงเรียน", "/help#evidence"),
    ] {
        let officer = app.officer(office, role).await;
        let first = officer.opens(home).await;
        first.says(200, title).says(200, &format!("<li><a href=\"{place}\">"));
        let steps =
            first.body.split("<ol class=\"steps\">").nth(1).and_then(|rest| rest.split("</ol>").next());
        let steps = steps.expect("three steps");
        assert_eq!(steps.matches("<li>").count(), 3, "{steps}");
        for href in steps.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
            let there = officer.opens(href).await;
            assert!(
                there.status == 200 || there.status == 303,
                "{role} cannot open {href}: {}",
                there.status
            );
        }
    }
}

#[tokio::test]
async fn put_away_it_stays_away_until_the_help_page_brings_it_back() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    let title = "สามขั้นแรกของจังหวัด";
    officer.opens("/deliveries").await.says(200, title);
    officer.opens("/deliveries").await.says(200, title);
    assert!(!officer.opens("/deliveries?state=all").await.body.contains(title), "only where work begins");
    officer.fills("/deliveries", "/guide", &[("show", "false")]).await.leads_to("/deliveries");
    assert!(!officer.opens("/deliveries").await.body.contains(title));
    let elsewhere = app.officer("91", Role::Officer).await;
    elsewhere.opens("/deliveries").await.says(200, title);
    officer.fills("/help", "/guide", &[("show", "true")]).await.leads_to("/deliveries");
    officer.opens("/deliveries").await.says(200, title);
    officer.posts("/guide", &[("show", "false")]).await.says(403, "แบบฟอร์มหมดอายุ");
    assert!(!app.visitor().opens("/help").await.body.contains("action=\"/guide\""), "nobody's guide");
}

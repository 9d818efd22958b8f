//! The board's pictures: their figures are those of the letter's way, each leads to its list, and nobody else sees them.

use chrono::TimeDelta;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::person::{Answer, Person};
use crate::support::story::Story;

/// The circular issued to three schools: one province passed it on and one local administration too, a school
/// acknowledged by its link, another on the public page although nothing had been registered above it.
async fn followed(app: &TestApp) -> (Person, String) {
    app.appoints("90", Role::Officer).await;
    app.appoints("4900101", Role::Officer).await;
    let story = Story::issued(app).await;
    story.passes("90").await;
    story.passes("4900101").await;
    for school in ["S1", "S3"] {
        let page = story.secret_page(school).await;
        let who = [("name", "นางสาวตัวอย่าง ใจดี"), ("position", "ครู")];
        let done = app.visitor().posts(format!("{page}/acknowledgement"), &who).await;
        assert_eq!(done.status, 303, "{done:?}");
    }
    let issuer = Person::new(&app.base, "issuer.dla@example.go.th");
    issuer.signs_in(PASSWORD).await.leads_to("/");
    (issuer, format!("/circulars/{}", story.circular))
}

/// The address of the link that says this.
fn link(page: &Answer, label: &str) -> String {
    let (before, _) = page.body.split_once(&format!("aria-label=\"{label}\"")).unwrap_or_else(|| {
        panic!("no link says {label}: {}", page.body);
    });
    let (_, href) = before.rsplit_once("href=\"").expect("a link has an address");
    href.trim_end().trim_end_matches('"').replace("&#38;", "&")
}

#[tokio::test]
async fn every_mark_of_the_flow_counts_its_list() {
    let app = TestApp::start().await;
    let (issuer, circular) = followed(&app).await;
    let board = issuer.opens(&circular).await;
    for (label, school) in [
        ("1 รับทราบแล้ว", "โรงเรียนตัวอย่าง ๑"),
        ("1 ยังไม่เปิดอ่าน", "โรงเรียนตัวอย่าง ๒"),
        ("1 รับทราบ แต่ต้นทางยังไม่ลงรับ", "โรงเรียนตัวอย่าง ๓"),
    ] {
        let list = issuer.opens(link(&board, label)).await;
        list.says(200, school).says(200, "แสดง 1 – 1 จาก 1");
    }
    board.says(200, "สถจ. 2 แห่ง").says(200, "class=\"thread\"").says(200, "class=\"over\"");
    // Nothing is left waiting above: what rests at the other province was acknowledged past it.
    assert!(!board.body.contains("ค้างที่ สถจ."), "{}", board.body);
}

#[tokio::test]
async fn the_map_the_curves_and_the_evidence_tell_the_same_figures() {
    let app = TestApp::start().await;
    let (issuer, circular) = followed(&app).await;
    let board = issuer.opens(&circular).await;
    let songkhla = link(&board, "สงขลา รับทราบแล้ว 1 จาก 2 โรงเรียน");
    issuer.opens(&songkhla).await.says(200, "แสดง 1 – 2 จาก 2");
    board.says(200, ">1/2</text>").says(200, ">1/1</text>");
    board.says(200, "โรงเรียน รับทราบแล้ว 2/3 (66%)").says(200, "สถจ. ลงรับแล้ว 1/2 (50%)");
    let by_link = link(&board, "ลิงก์เฉพาะ 2");
    issuer.opens(&by_link).await.says(200, "แสดง 1 – 2 จาก 2");
    board.says(200, "อปท. กลาง 0 วันทำการ");
    // The other map is a link away and shows the same share.
    let outlined = issuer.opens(format!("{circular}?map=outline")).await;
    outlined.says(200, "class=\"land hit\"").says(200, "Natural Earth");
    assert_eq!(link(&outlined, "สงขลา รับทราบแล้ว 1 จาก 2 โรงเรียน"), songkhla);
    for inline in ["<style", " style=", "<script>"] {
        assert!(!board.body.contains(inline), "{inline}");
    }
}

#[tokio::test]
async fn what_does_not_fit_together_is_told_with_its_list() {
    let app = TestApp::start().await;
    app.appoints("91", Role::Officer).await;
    let (issuer, circular) = followed(&app).await;
    let board = issuer.opens(&circular).await;
    board.says(200, "หน่วยงานต้นทางยังไม่ลงรับ 1 แห่ง");
    assert!(!board.body.contains("unheard=true"), "time has not run out: {}", board.body);
    // A week later nobody below the second local administration's province has opened it.
    let story = Story::another(&app, "ประกวดสวนที่ไม่มีใครเปิด").await;
    story.passes("91").await;
    app.wait(TimeDelta::days(7));
    issuer.signs_in(PASSWORD).await.leads_to("/");
    let other = format!("/circulars/{}", story.circular);
    let board = issuer.opens(&other).await;
    board.says(200, "แต่ยังไม่มีผู้ใดเปิดอ่าน 1 แห่ง");
    let list = issuer.opens(format!("{other}/deliveries?tier=all&unheard=true")).await;
    list.says(200, "สถจ.ตัวอย่างใต้").says(200, "แสดง 1 – 1 จาก 1");
}

#[tokio::test]
async fn every_picture_is_also_a_file_for_a_slide() {
    let app = TestApp::start().await;
    let (issuer, circular) = followed(&app).await;
    for name in ["flow", "map", "outline", "curves", "dwell", "evidence"] {
        let svg = issuer.opens(format!("{circular}/pictures/{name}.svg")).await;
        assert_eq!((svg.status, svg.header("content-type")), (200, "image/svg+xml"), "{name}: {}", svg.body);
        assert!(svg.body.contains("มท 0999.1/ว") && !svg.body.contains("href="), "{name}: {}", svg.body);
        let png = issuer.opens(format!("{circular}/pictures/{name}.png")).await;
        assert_eq!((png.status, png.header("content-type")), (200, "image/png"), "{name}");
    }
    for none in ["flow", "flow.gif", "nothing.svg"] {
        assert_eq!(issuer.opens(format!("{circular}/pictures/{none}")).await.status, 404, "{none}");
    }
}

#[tokio::test]
async fn a_province_sees_its_own_part_and_a_stranger_nothing() {
    let app = TestApp::start().await;
    let (_, circular) = followed(&app).await;
    let north = Person::new(&app.base, "officer.90@example.go.th");
    north.signs_in(PASSWORD).await.leads_to("/");
    let board = north.opens(&circular).await;
    board.says(200, "โรงเรียน รับทราบแล้ว 1/2 (50%)").says(200, "โรงเรียน 2 แห่ง");
    assert!(!board.body.contains("tiles-map"), "one tile is no map: {}", board.body);
    // Its list holds its own schools alone.
    let all = north.opens(format!("{circular}/deliveries?tier=school")).await;
    assert!(all.body.contains("โรงเรียนตัวอย่าง ๒") && !all.body.contains("โรงเรียนตัวอย่าง ๓"), "{}", all.body);
    north.opens(format!("{circular}/pictures/flow.svg")).await.says(200, "โรงเรียน 2 แห่ง");
    // A school has no board to look at, and its own letter alone.
    let school = app.officer("S2", Role::Officer).await;
    assert!(!school.opens(&circular).await.body.contains("class=\"chart"));
    let visitor = app.visitor().opens(format!("{circular}/pictures/flow.svg")).await;
    assert_eq!(visitor.status, 303, "{}", visitor.body);
    let unreached = app.officer("6900102", Role::Officer).await;
    assert_eq!(unreached.opens(format!("{circular}/pictures/flow.svg")).await.status, 404);
}

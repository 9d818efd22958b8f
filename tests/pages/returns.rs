//! Signed slips come back to a local administration as one file, and what was signed stands in the trail.

use image::imageops::rotate180;
use wian::domain::actor::Role;
use wian::domain::event::{Source, What};
use wian::domain::evidence::Evidence;
use wian::store::events;

use crate::support::app::TestApp;
use crate::support::person::{Answer, Person};
use crate::support::scan::{photograph, sheet, stack};
use crate::support::story::Story;

const POSITION: &str = "ผู้อำนวยการสถานศึกษา";

async fn hands_in(who: &Person, story: &Story<'_>, name: &str, content: &[u8]) -> Answer {
    let page = format!("/slips/returns?circular={}", story.circular);
    let circular = story.circular.to_string();
    let fields = [("circular", circular.as_str()), ("position", POSITION), ("name", "")];
    who.uploads(page, "/slips/returns", &fields, &[("file", name, "application/octet-stream", content)]).await
}

/// An officer of a local administration, and a circular that was sent on from there.
async fn at_the_local(app: &TestApp) -> (Person, Story<'_>) {
    let story = Story::sent_to_schools(app).await;
    (app.colleague("4900101", Role::Officer).await, story)
}

/// The address behind a school's symbol.
async fn link(app: &TestApp, story: &Story<'_>, school: &str) -> String {
    app.at(story.secret_page(school).await)
}

/// Its own school's slip upside down, a page without a code, and the slip of a neighbour's school.
async fn signed(app: &TestApp, story: &Story<'_>) -> Vec<u8> {
    let own = rotate180(&sheet(&[link(app, story, "S1").await]));
    stack(&[own, sheet(&[]), sheet(&[link(app, story, "S3").await])])
}

/// What the trail says about schools that took note: by whom, and from which page.
async fn recorded(app: &TestApp, story: &Story<'_>) -> Vec<(Evidence, Source, String, String)> {
    let all = events::of_circular(&app.app.db, story.circular, 0, 100).await.expect("a trail");
    let one = |event: wian::domain::event::Event| match event.what {
        What::Acknowledged { on_behalf: Some(word), .. } => {
            Some((event.evidence, word.by, word.name, word.note))
        }
        _ => None,
    };
    all.into_iter().filter_map(|recorded| one(recorded.event)).collect()
}

#[tokio::test]
async fn a_stack_of_signed_slips_is_recorded_once_and_the_rest_is_typed_in() {
    let app = TestApp::start().await;
    let (local, story) = at_the_local(&app).await;
    let file = signed(&app, &story).await;
    let way = format!("/slips/returns?circular={}", story.circular);
    local.opens(format!("/slips?circular={}", story.circular)).await.says(200, &way);
    local.opens(format!("/deliveries/{}", story.at("4900101").await)).await.says(200, &way);

    hands_in(&local, &story, "slips.pdf", &file).await.leads_to("/slips/returns/1");
    let page = local.opens("/slips/returns/1").await;
    page.says(200, "บันทึกแล้ว 1 ใบ · รับทราบก่อนแล้ว 0 ใบ · ต้องดูเอง 2 หน้า").says(200, "โรงเรียนตัวอย่าง ๑");
    page.says(200, "อ่าน QR ไม่ได้").says(200, "ไม่ใช่ใบนำส่งของหนังสือนี้").lacks("โรงเรียนตัวอย่าง ๓");
    assert!(page.header("cache-control").contains("no-store"));
    let picture = local.opens("/slips/returns/1/pages/2").await;
    assert_eq!((picture.status, picture.header("content-type")), (200, "image/jpeg"));
    assert!(picture.header("cache-control").contains("no-store"));

    let to = "/slips/returns/1/pages/2";
    let typed = [("school", ""), ("code", "R7KM-42XD"), ("name", "นางตัวอย่าง ครู"), ("position", POSITION)];
    local.fills("/slips/returns/1", to, &typed).await.says(403, "รหัสไม่ตรงกับใบนำส่ง");
    local.fills("/slips/returns/1", to, &[("position", POSITION)]).await.says(422, "โรงเรียน");
    let code = story.slip("S2").await;
    let typed = [("school", ""), ("code", code.as_str()), ("name", "นางตัวอย่าง ครู"), ("position", POSITION)];
    local.fills("/slips/returns/1", to, &typed).await.leads_to("/slips/returns/1");
    local.fills("/slips/returns/1", to, &typed).await.says(409, "");
    local.opens("/slips/returns/1").await.says(200, "บันทึกแล้ว 2 ใบ · รับทราบก่อนแล้ว 0 ใบ · ต้องดูเอง 1 หน้า");

    hands_in(&local, &story, "slips.pdf", &file).await.leads_to("/slips/returns/2");
    local.opens("/slips/returns/2").await.says(200, "บันทึกแล้ว 0 ใบ · รับทราบก่อนแล้ว 1 ใบ · ต้องดูเอง 2 หน้า");
    local.opens(&way).await.says(200, "slips.pdf");
    let on = |name: &str, page: u8| {
        let note = format!("จากใบนำส่งที่สแกน ไฟล์ที่ 1 หน้า {page}");
        (Evidence::OnBehalf, Source::Paper, name.to_owned(), note)
    };
    assert_eq!(recorded(&app, &story).await, [on("ผู้ลงนามในใบนำส่ง", 1), on("นางตัวอย่าง ครู", 2)]);
}

#[tokio::test]
async fn a_province_may_too_and_nobody_beside_above_or_below_sees_the_scan() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    app.appoints("4900101", Role::Officer).await;
    let story = Story::issued(&app).await;
    story.passes("90").await;
    story.passes("4900101").await;
    let slips = sheet(&[link(&app, &story, "S1").await, link(&app, &story, "S2").await]);
    hands_in(&province, &story, "photo.jpg", &photograph(&slips)).await.leads_to("/slips/returns/1");
    province.opens("/slips/returns/1").await.says(200, "บันทึกแล้ว 2 ใบ");
    for office in ["6900102", "5910101", "91", "DLA"] {
        let other = app.officer(office, Role::Officer).await;
        other.opens("/slips/returns/1").await.says(404, "ไม่พบรายการนี้");
        other.opens("/slips/returns/1/pages/1").await.says(404, "ไม่พบรายการนี้");
    }
    let auditor = app.officer("90", Role::Auditor).await;
    assert_eq!(auditor.opens("/slips/returns/1").await.status, 403);
    assert_eq!(app.visitor().opens("/slips/returns/1/pages/1").await.status, 303);
}

#[tokio::test]
async fn junk_is_refused_in_a_sentence() {
    let app = TestApp::start().await;
    let (local, story) = at_the_local(&app).await;
    hands_in(&local, &story, "a.txt", b"junk").await.says(422, "ไฟล์นี้ไม่ใช่ PDF PNG หรือ JPEG");
    hands_in(&local, &story, "a.pdf", b"%PDF-1.7\n%%EOF").await.says(422, "เปิดไฟล์ PDF นี้ไม่ได้");
    hands_in(&local, &story, "a.png", b"\x89PNG\r\n\x1a\njunk").await.says(422, "เปิดภาพนี้ไม่ได้");
    hands_in(&local, &story, "", b"").await.says(422, "ไฟล์");
    local.opens(format!("/slips/returns?circular={}", story.circular)).await.says(200, "ยังไม่มีไฟล์");
}

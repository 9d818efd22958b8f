//! A school behind its secret link: opens, acknowledges with a name, and is told who did it first.

use crate::support::app::TestApp;
use crate::support::story::Story;

#[tokio::test]
async fn a_school_acknowledges_by_its_link_and_a_second_time_is_told_who_did() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let teacher = app.visitor();
    let page = story.secret_page("S1").await;
    let shown = teacher.opens(&page).await;
    shown.says(200, "โรงเรียนตัวอย่าง ๑").says(200, "ทม.ตัวอย่างหนึ่ง").says(200, "ประกวดสวนสมมุติ").says(200, "คู่มือ");
    shown.says(200, &format!("data-opening=\"{page}/opening\"")).says(200, "content=\"no-referrer\"");
    assert_eq!(shown.header("referrer-policy"), "no-referrer");
    assert_eq!(shown.header("x-robots-tag"), "noindex, nofollow");
    assert!(shown.header("cache-control").contains("no-store"));
    teacher.posts(format!("{page}/opening"), &[]).await.says(204, "");
    let school = wian::store::deliveries::get(&app.app.db, story.at("S1").await).await.expect("a reading");
    assert!(school.expect("a delivery").opened_at.is_some());

    let post = format!("{page}/acknowledgement");
    let wrong = teacher.posts(&post, &[("name", "นางสาวตัวอย่าง ใจดี"), ("position", "")]).await;
    wrong.says(422, "id=\"position-error\">กรุณากรอกตำแหน่ง").says(422, "value=\"นางสาวตัวอย่าง ใจดี\"");
    let by = [("name", "นางสาวตัวอย่าง ใจดี"), ("position", "ผู้อำนวยการสถานศึกษา")];
    teacher.posts(&post, &by).await.leads_to(&page);
    let done = teacher.opens(&page).await;
    done.says(200, "รับทราบแล้ว").says(200, "นางสาวตัวอย่าง ใจดี").says(200, "ผู้ถือใบนำส่งของโรงเรียน");
    assert!(!done.body.contains("<form method=\"post\" action=\"/S/"));
    let again = teacher.posts(&post, &[("name", "นายตัวอย่าง สาย"), ("position", "ครู")]).await;
    again.says(409, "มีผู้รับทราบไว้ก่อนแล้ว").says(409, "นางสาวตัวอย่าง ใจดี");
    assert!(!again.body.contains("นายตัวอย่าง สาย"));
}

#[tokio::test]
async fn a_link_typed_in_small_letters_works_and_one_that_was_tampered_with_does_not() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let page = story.secret_page("S1").await;
    let code = page.trim_start_matches("/S/");
    let led = app.visitor().opens(format!("/S/{}", code.to_lowercase())).await;
    assert_eq!((led.status, led.header("location")), (308, page.as_str()));
    assert_eq!(led.header("referrer-policy"), "no-referrer");
    let last = if code.ends_with('X') { "W" } else { "X" };
    let forged = format!("/S/{}{last}", &code[..code.len() - 1]);
    app.visitor().opens(&forged).await.says(404, "ไม่พบหนังสือของรหัสนี้");
    let by = [("name", "x"), ("position", "x")];
    app.visitor().posts(format!("{forged}/acknowledgement"), &by).await.says(404, "ไม่พบหนังสือของรหัสนี้");
}

#[tokio::test]
async fn a_phone_may_keep_the_page_and_send_later_what_was_written_without_signal() {
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let (page, teacher) = (story.secret_page("S1").await, app.visitor());
    let manifest = teacher.opens(format!("{page}/manifest.webmanifest")).await;
    manifest.says(200, &format!("\"start_url\":\"{page}\"")).says(200, "icon-512.png");
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    assert_eq!(manifest.header("cache-control"), "private, no-store");
    let worker = teacher.opens("/S/worker.js").await;
    worker.says(200, "const VERSION = \"");
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert!(worker.header("content-security-policy").contains("worker-src 'self'"));

    let send = async |name: &str, written_at: &str| {
        let fields = [("name", name), ("position", "ครู"), ("written_at", written_at)];
        teacher.posts(format!("{page}/acknowledgement"), &fields).await
    };
    let now = app.app.clock.now();
    let at = |minutes: i64| (now + chrono::TimeDelta::minutes(minutes)).to_rfc3339();
    send("นางตัวอย่าง หนึ่ง", &at(60)).await.says(422, "อนาคต");
    send("นางตัวอย่าง หนึ่ง", "2001-01-01T00:00:00Z").await.says(422, "เวลา");
    send("นางตัวอย่าง หนึ่ง", "เมื่อวาน").await.says(422, "เวลา");
    app.wait(chrono::TimeDelta::hours(2));
    send("นางตัวอย่าง หนึ่ง", &at(1)).await.leads_to(&page);
    // The phone did not hear the answer and sends the same again; somebody else is told who was first.
    send("นางตัวอย่าง หนึ่ง", &at(1)).await.leads_to(&page);
    send("นายตัวอย่าง สอง", &at(2)).await.says(409, "นางตัวอย่าง หนึ่ง");
}

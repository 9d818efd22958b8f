//! Anybody with the code of a letter: the page, its files, its schools; nothing personal, nothing without a click.

use wian::app::Limits;
use wian::domain::actor::Role;
use wian::letters::proof::prove_svg;

use crate::support::app::TestApp;
use crate::support::story::{HANDBOOK, Story};

#[tokio::test]
async fn the_page_says_whose_it_is_that_it_is_genuine_and_what_to_do_and_shows_no_person() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    let page = anybody.opens(story.public_page()).await;
    page.says(200, "กรมตัวอย่าง")
        .says(200, "มท 0999.1/ว 1")
        .says(200, "24 พฤษภาคม 2566")
        .says(200, "ประกวดสวนสมมุติ");
    page.says(200, "ตรงกับทะเบียนของผู้ออกหนังสือ").says(200, "9–10").says(200, "garden2@example.go.th");
    page.says(200, "คู่มือ")
        .says(200, "tel:020000123")
        .says(200, "08x-xxx-xx33")
        .says(200, "saraban@example.go.th");
    for personal in ["ใจตัวอย่าง", "089-1112233", "0891112233", "1112233"] {
        assert!(!page.body.contains(personal), "{personal} is on a public page");
    }
    assert!(!page.body.contains("<script"), "the page needs no script");
    assert!(page.body.len() < 30_000, "{} bytes", page.body.len());
    assert!(page.header("set-cookie").is_empty());
    let english = anybody.posts("/language", &[("to", "en"), ("back", story.public_page().as_str())]).await;
    english.leads_to(story.public_page());
    anybody
        .opens(story.public_page())
        .await
        .says(200, "Matches the issuer&#39;s register")
        .says(200, "24 May 2023");
}

#[tokio::test]
async fn a_code_in_small_letters_or_with_hyphens_leads_to_its_capitals_and_a_wrong_one_says_so() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    for typed in [story.code.as_str().to_lowercase(), story.code.grouped()] {
        let led = anybody.opens(format!("/L/{typed}?q=x")).await;
        let expected = format!("{}?q=x", story.public_page());
        assert_eq!((led.status, led.header("location")), (308, expected.as_str()));
    }
    for wrong in ["/L/R7KM42XD", "/L/O0I1", "/F/R7KM42XD", "/S/R7KM42XD", "/L/R7KM42XD/roster"] {
        anybody.opens(wrong).await.says(404, "ไม่พบหนังสือของรหัสนี้");
    }
}

#[tokio::test]
async fn wrong_codes_are_limited_and_say_how_long_to_wait() {
    let app =
        TestApp::start_with(|config| config.limits = Limits { public: 0, wrong_codes: 3, sign_in: 0 }).await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    for _ in 0..3 {
        assert_eq!(anybody.opens("/L/R7KM42XD").await.status, 404);
    }
    let limited = anybody.opens("/L/R7KM42XC").await;
    limited.says(429, "ถี่เกินไป");
    assert!(!limited.header("retry-after").is_empty());
    app.wait(chrono::TimeDelta::minutes(1));
    assert_eq!(anybody.opens(story.public_page()).await.status, 200);
}

#[tokio::test]
async fn a_school_is_found_chosen_and_claimed_and_a_second_claim_changes_nothing() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    // ตัวอย่างสาม is a local administration: its school is found by it.
    let found = anybody.opens(format!("{}?q=%E0%B8%AA%E0%B8%B2%E0%B8%A1", story.public_page())).await;
    found.says(200, "โรงเรียนตัวอย่าง ๓").says(200, "พบ 1 แห่ง จาก 3 แห่ง").says(200, "ทต.ตัวอย่างสาม");
    assert!(!found.body.contains("โรงเรียนตัวอย่าง ๑"));
    let id = story.at("S3").await.to_string();
    let form = format!("{}/acknowledgement?school={id}", story.public_page());
    anybody.opens(&form).await.says(200, "รับทราบในนาม").says(200, "โรงเรียนตัวอย่าง ๓");

    let post = format!("{}/acknowledgement", story.public_page());
    let nameless = anybody.posts(&post, &[("school", &id), ("name", ""), ("position", "ครู")]).await;
    nameless.says(422, "id=\"name-error\">กรุณากรอกชื่อ").says(422, "value=\"ครู\"");
    let first = [("school", id.as_str()), ("name", "นางตัวอย่าง แรก"), ("position", "ครู")];
    anybody.posts(&post, &first).await.leads_to(&form);
    let done = anybody.opens(&form).await;
    done.says(200, "24 พ.ค. 2566 09.30 น.").says(200, "ทต.ตัวอย่างสาม จะยืนยันอีกครั้ง");
    assert!(!done.body.contains("นางตัวอย่าง แรก"), "a public page shows no name");
    let second = [("school", id.as_str()), ("name", "นายตัวอย่าง สอง"), ("position", "ครู")];
    let again = anybody.posts(&post, &second).await;
    again.says(409, "มีผู้รับทราบไว้ก่อนแล้ว");
    assert!(!again.body.contains("นางตัวอย่าง แรก") && !again.body.contains("นายตัวอย่าง สอง"));
    let others = Story::another(&app, "เรื่องอื่น").await;
    let elsewhere = format!("{}/acknowledgement?school={id}", others.public_page());
    anybody.opens(elsewhere).await.says(404, "ไม่พบ");
}

#[tokio::test]
async fn the_code_of_the_slip_proves_the_school_and_another_one_does_not() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    let id = story.at("S1").await.to_string();
    let post = format!("{}/acknowledgement", story.public_page());
    let with = |slip: String| {
        vec![("school", id.clone()), ("name", "นางตัวอย่าง".into()), ("position", "ครู".into()), ("slip", slip)]
    };
    for wrong in [story.slip("S2").await, "0O".to_owned()] {
        let fields = with(wrong);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        anybody.posts(&post, &fields).await.says(403, "id=\"slip-error\">รหัสไม่ตรงกับใบนำส่ง");
    }
    let fields = with(story.slip("S1").await.to_lowercase());
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(anybody.posts(&post, &fields).await.status, 303);
    anybody.opens(format!("{post}?school={id}")).await.says(200, "ยืนยันด้วยรหัสจากใบนำส่ง");
}

#[tokio::test]
async fn files_are_served_with_their_names_and_run_nothing_whole_or_in_part() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    let page = anybody.opens(story.public_page()).await;
    let links: Vec<&str> =
        page.body.split("href=\"/F/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links.len(), 2, "the made roster and the handbook");
    let file = anybody.opens(format!("/F/{}", links[1])).await;
    assert_eq!((file.status, file.body.as_str()), (200, HANDBOOK));
    assert!(file.header("content-security-policy").contains("sandbox"));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(
        file.header("content-disposition")
            .starts_with("attachment; filename=\"file.txt\"; filename*=UTF-8''%E0")
    );
    let headers = [("range".parse().expect("a name"), "bytes=0-2".parse().expect("a value"))];
    let part = anybody
        .sends(reqwest::Method::GET, format!("/F/{}", links[1]), headers.into_iter().collect(), "")
        .await;
    assert_eq!((part.status, part.body.as_str()), (206, "ค"));
    assert_eq!(part.header("content-range"), format!("bytes 0-2/{}", HANDBOOK.len()));
    anybody.opens(format!("/F/{}", links[1].to_lowercase())).await.says(308, "");
}

#[tokio::test]
async fn each_file_has_a_code_of_its_own_that_reads_back_and_opens_it() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let enclosed = wian::store::enclosures::of_circular(&app.app.db, story.circular).await.expect("files");
    let province = app.officer("90", Role::Officer).await;
    for file in enclosed {
        let own = format!("/F/{}", file.link);
        let drawn = province.opens(format!("/circulars/{}/qr.svg?file={}", story.circular, file.id)).await;
        prove_svg(drawn.body.as_bytes(), &app.app.config.public_url(&own)).expect("the symbol reads back");
        assert_eq!(app.visitor().opens(&own).await.status, 200);
    }
}

#[tokio::test]
async fn the_roster_is_a_table_and_two_downloads() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    let roster = format!("{}/roster", story.public_page());
    anybody
        .opens(&roster)
        .await
        .says(200, "โรงเรียนตัวอย่าง ๓")
        .says(200, "เทศบาลตำบลตัวอย่างสาม")
        .says(200, "3 แห่ง");
    let csv = anybody.opens(format!("{roster}.csv")).await;
    csv.says(200, "โรงเรียนตัวอย่าง ๒");
    assert!(csv.header("content-disposition").starts_with("attachment"));
    assert_eq!(anybody.opens(format!("{roster}.xlsx")).await.status, 200);
}

#[tokio::test]
async fn a_superseded_letter_names_the_one_in_its_place_and_a_cancelled_one_takes_no_acknowledgement() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let issuer = crate::support::story::actor(&app.app, "issuer.dla@example.go.th").await;
    let new = wian::actions::begin_correction(&app.app, &issuer, story.circular, "แก้ไขกำหนดส่ง")
        .await
        .expect("a correction");
    let report = "รหัสโรงเรียน,โรงเรียน\nS1,โรงเรียนตัวอย่าง ๑\n";
    wian::actions::put_roster(&app.app, &issuer, new.id, report.into(), None, false).await.expect("a roster");
    let how = wian::actions::Issuance { dated: None, accept_warnings: true };
    let sent = wian::actions::issue(&app.app, &issuer, new.id, how).await.expect("issued");
    let anybody = app.visitor();
    anybody
        .opens(story.public_page())
        .await
        .says(200, &format!("href=\"/L/{}\">มท 0999.1/ว 2", sent.issued.link));
    wian::actions::cancel(&app.app, &issuer, new.id, "ยกเลิกโครงการ").await.expect("cancelled");
    let page = format!("/L/{}", sent.issued.link);
    anybody.opens(&page).await.says(200, "หนังสือฉบับนี้ยกเลิกแล้ว: ยกเลิกโครงการ").says(200, "ไม่ต้องรับทราบ");
}

#[tokio::test]
async fn looking_changes_nothing() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    let secret = story.secret_page("S1").await;
    for page in [
        story.public_page(),
        format!("{}/roster", story.public_page()),
        secret.clone(),
        format!("{secret}?x=1"),
    ] {
        anybody.opens(page).await;
    }
    let school = wian::store::deliveries::get(&app.app.db, story.at("S1").await).await.expect("a reading");
    assert_eq!(school.expect("a delivery").opened_at, None);
}

#[tokio::test]
async fn a_page_that_many_open_is_as_fresh_as_one_that_nobody_opened() {
    let app = TestApp::start().await;
    let story = Story::issued(&app).await;
    let issuer = crate::support::story::actor(&app.app, "issuer.dla@example.go.th").await;
    let (one, other) = (app.visitor(), app.visitor());
    let page = one.opens(story.public_page()).await;
    page.says(200, "ประกวดสวนสมมุติ");
    assert_eq!(other.opens(story.public_page()).await.body, page.body);
    other.posts("/language", &[("to", "en"), ("back", "/")]).await.leads_to("/");
    other.opens(story.public_page()).await.says(200, "Matches the issuer");
    wian::actions::cancel(&app.app, &issuer, story.circular, "ส่งผิดฉบับ").await.expect("cancelled");
    one.opens(story.public_page()).await.says(200, "ส่งผิดฉบับ");
    other.opens(story.public_page()).await.says(200, "ส่งผิดฉบับ");
}

#[tokio::test]
async fn a_page_that_was_made_for_others_counts_for_ones_own_limit() {
    let limits = Limits { public: 3, wrong_codes: 0, sign_in: 0 };
    let app = TestApp::start_with(|config| config.limits = limits).await;
    let story = Story::issued(&app).await;
    let anybody = app.visitor();
    for _ in 0..3 {
        anybody.opens(story.public_page()).await.says(200, "ประกวดสวนสมมุติ");
    }
    anybody.opens(story.public_page()).await.says(429, "ถี่เกินไป");
}

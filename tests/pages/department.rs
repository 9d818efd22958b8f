//! The department's day: a letter read, checked, issued, followed, cancelled; and who may not.

use wian::domain::actor::Role;
use wian::letters::letter_text::read_letter;

use crate::paper::{flat, pdftotext};
use crate::support::app::TestApp;
use crate::support::person::{Answer, Person};

/// A letter of our own words.
const LETTER: &str = "ที่ มท 0999.1/ว

ถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามรายชื่อจังหวัดแนบท้าย)

ด้วยกรมตัวอย่างจัดประกวดสวนสมมุติของโรงเรียน จำนวน 3 แห่ง และจะจัดงานแสดงผลงาน ระหว่างวันที่ 9 - 10 กันยายน 2566

จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่น ส่งผลงานทางอีเมล garden2@example.go.th ตั้งแต่วันที่ 1 มิถุนายน - 28 กรกฎาคม 2566 รายละเอียดตาม QR Code ท้ายหนังสือนี้

กรมตัวอย่าง
พฤษภาคม 2566
กองตัวอย่าง
โทร. ๐ ๒๐๐๐ ๐๑๒๓ ต่อ 45
รายชื่อโรงเรียนและคู่มือ
";

const ROSTER: &str =
    "ที่,รหัสโรงเรียน,โรงเรียน\n1,S1,โรงเรียนตัวอย่าง ๑\n2,S2,โรงเรียนตัวอย่าง ๒\n3,S3,โรงเรียนตัวอย่าง ๓\n";

/// An issuer with the draft of the letter: the address of the circular, `/circulars/1`.
async fn drafted(app: &TestApp) -> (Person, String) {
    let issuer = app.officer("DLA", Role::Issuer).await;
    let read =
        issuer.hands_in("/circulars/new", "/circulars", &[("text", LETTER), ("then", "read")], &[]).await;
    assert_eq!(read.status, 303, "{}", read.body);
    let circular = read.header("location").trim_end_matches("/draft").to_owned();
    (issuer, circular)
}

/// The fields of the draft's form as a browser would send them, some of them typed over.
fn fields<'a>(page: &'a Answer, over: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("version", between(&page.body, "name=\"version\" value=\"", "\""))];
    for name in ["to", "prefix", "dated", "owner_office", "owner_division", "phone", "caption_1"] {
        fields.push((
            name,
            between(&page.body, &format!("id=\"{name}\" name=\"{name}\" type=\"text\" value=\""), "\""),
        ));
    }
    fields.push((
        "body",
        between(&page.body, "<textarea id=\"body\"", "</textarea>").split_once(">\n").expect("text").1,
    ));
    for name in ["duty-0-from", "duty-0-to", "duty-0-text", "duty-0-channel"] {
        fields.push((
            name,
            between(&page.body, &format!("id=\"{name}\" name=\"{name}\" type=\"text\" value=\""), "\""),
        ));
    }
    fields.extend([("duty-0-kind", "event"), ("form", "stamped"), ("urgency", "urgent"), ("then", "save")]);
    fields.extend_from_slice(over);
    fields
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("the page lacks {before}: {text}"));
    rest.split(after).next().unwrap_or_default()
}

/// The letter issued to its three schools.
async fn issued(app: &TestApp) -> (Person, String) {
    let (issuer, circular) = drafted(app).await;
    let draft = format!("{circular}/draft");
    let page = issuer.opens(&draft).await;
    let typed = fields(&page, &[("register_title", "ประกวดสวนสมมุติ")]);
    let roster = [("roster", "roster.csv", "text/csv", ROSTER)];
    issuer.hands_in(&draft, &draft, &typed, &roster).await.leads_to(&draft);
    let check = format!("{circular}/check");
    let how = [("dated", "24 พ.ค. 2566"), ("accept_warnings", "true")];
    issuer.fills(&check, format!("{circular}/issuance"), &how).await.leads_to(&circular);
    (issuer, circular)
}

#[tokio::test]
async fn a_pasted_letter_fills_the_fields_and_says_where_each_came_from() {
    let app = TestApp::start().await;
    let (issuer, circular) = drafted(&app).await;
    let page = issuer.opens(format!("{circular}/draft")).await;
    page.says(200, "value=\"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด");
    page.says(200, "9 - 10 กันยายน 2566 <span class=\"ref\">");
    page.says(200, "value=\"garden2@example.go.th\"");
    page.says(200, "value=\"28 ก.ค. 2566\"");
    page.says(200, "<mark class=\"miss\">");
    page.says(200, "จาก “พฤษภาคม 2566”");
    assert!(page.body.len() < 100_000, "{} bytes", page.body.len());
}

#[tokio::test]
async fn what_is_no_letter_is_refused_in_one_sentence_and_stays_typed() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let refused =
        issuer.hands_in("/circulars/new", "/circulars", &[("text", "สวัสดี"), ("then", "read")], &[]).await;
    refused.says(422, "สวัสดี</textarea>").says(422, "class=\"error\"");
    let nothing =
        issuer.hands_in("/circulars/new", "/circulars", &[("text", ""), ("then", "read")], &[]).await;
    nothing.says(422, "กรุณากรอกตัวหนังสือ");
}

#[tokio::test]
async fn a_wrong_field_is_told_at_its_place_and_everything_typed_is_kept() {
    let app = TestApp::start().await;
    let (issuer, circular) = drafted(&app).await;
    let draft = format!("{circular}/draft");
    let page = issuer.opens(&draft).await;
    let typed = fields(
        &page,
        &[("register_title", "ประกวดสวนสมมุติ"), ("dated", "วันไหนก็ได้"), ("duty-0-to", "1 พ.ค. 2566")],
    );
    let again = issuer.hands_in(&draft, &draft, &typed, &[]).await;
    again
        .says(422, "id=\"dated-error\"")
        .says(422, "id=\"duty-0-to-error\"")
        .says(422, "value=\"ประกวดสวนสมมุติ\"");
    again.says(422, "value=\"วันไหนก็ได้\"").says(422, "สิ่งที่ต้องทำ แถวที่ 1");

    let bad = [("roster", "roster.csv", "text/csv", "ชื่อ\nใครก็ไม่รู้\n")];
    let kept = fields(&page, &[("register_title", "ประกวดสวนสมมุติ")]);
    issuer.hands_in(&draft, &draft, &kept, &bad).await.says(422, "id=\"roster-error\"");
}

#[tokio::test]
async fn two_who_write_one_draft_notice_each_other() {
    let app = TestApp::start().await;
    let (issuer, circular) = drafted(&app).await;
    let draft = format!("{circular}/draft");
    let page = issuer.opens(&draft).await;
    let first = fields(&page, &[("register_title", "ชื่อแรก")]);
    issuer.hands_in(&draft, &draft, &first, &[]).await.leads_to(&draft);
    let late = fields(&page, &[("register_title", "ชื่อหลัง")]);
    let answer = issuer.hands_in(&draft, &draft, &late, &[]).await;
    answer.says(409, "มีผู้แก้ไขร่างนี้").says(409, "value=\"ชื่อหลัง\"");
    issuer.opens(&draft).await.says(200, "value=\"ชื่อแรก\"");
}

#[tokio::test]
async fn an_issued_circular_is_followed_down_to_who_has_not() {
    let app = TestApp::start().await;
    let (issuer, circular) = issued(&app).await;
    let board = issuer.opens(&circular).await;
    board.says(200, "มท 0999.1/ว 1").says(200, "ประกวดสวนสมมุติ").says(200, "จาก 3 โรงเรียน");
    board.says(200, "ค้างที่ สถจ. 3");
    // On paper digits are Thai, but not those of an address.
    let paper = issuer.takes(format!("{circular}/letter.pdf")).await;
    let paper = read_letter(&paper, None).expect("text").text.split_whitespace().collect::<String>();
    for said in ["๒๔พฤษภาคม๒๕๖๖", "garden2@example.go.thตั้งแต่วันที่๑มิถุนายน"]
    {
        assert!(paper.contains(said), "{said} is not in {paper}");
    }
    let list = issuer.opens(format!("{circular}/deliveries?lacking=acknowledged")).await;
    list.says(200, "โรงเรียนตัวอย่าง ๓").says(200, "แสดง 1 – 3 จาก 3");
    issuer.opens(format!("{circular}/deliveries?tier=province")).await.says(200, "สถจ.ตัวอย่างใต้");
    let csv = issuer.opens(format!("{circular}/deliveries?format=csv")).await;
    assert!(
        csv.header("content-type").starts_with("text/csv") && csv.body.lines().count() == 4,
        "{}",
        csv.body
    );
    issuer.opens(format!("{circular}/figures")).await.says(200, "data-poll=");
    issuer.opens(format!("{circular}/events")).await.says(200, "ออกเลขและแจ้งเวียน");
    let poster = issuer.takes(format!("{circular}/poster.pdf")).await;
    let poster = crate::paper::pdftotext(&poster);
    assert!(poster.contains("/L/") && poster.contains("ประกวดสวนสมมุติ"), "{poster}");
    let svg = issuer.opens(format!("{circular}/qr.svg")).await;
    assert_eq!((svg.status, svg.header("content-type")), (200, "image/svg+xml"));
    issuer.opens("/registers/circulars").await.says(200, "มท 0999.1/ว 1");
    issuer.opens("/circulars").await.says(200, "0/3");
    // Twice gives one.
    let again =
        issuer.posts(format!("{circular}/issuance"), &[("csrf_token", board.csrf().expect("a token"))]).await;
    assert_eq!(again.status, 409, "{}", again.body);
}

#[tokio::test]
async fn those_whose_letters_rest_are_reminded_once_each() {
    let app = TestApp::start().await;
    let (issuer, circular) = issued(&app).await;
    let list = format!("{circular}/deliveries");
    let page = issuer.opens(&list).await;
    let ids: Vec<&str> = page
        .body
        .split("name=\"delivery\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let ticked: Vec<(&str, &str)> =
        ids.iter().map(|id| ("delivery", *id)).chain([("back", list.as_str())]).collect();
    issuer.fills(&list, &list, &ticked).await.leads_to(&list);
    // Three schools wait for two provincial offices.
    issuer.opens(&list).await.says(200, "เตือนแล้ว 2 แห่ง");
    issuer.opens(format!("{list}?tier=province")).await.says(200, "เตือนแล้ว 1 ครั้ง");
}

#[tokio::test]
async fn a_province_sees_its_own_part_and_none_of_the_department_s_deeds() {
    let app = TestApp::start().await;
    let (_, circular) = issued(&app).await;
    let province = app.officer("90", Role::Officer).await;
    let board = province.opens(&circular).await;
    board.says(200, "จาก 2 โรงเรียน");
    assert!(!board.body.contains("/cancellation") && !board.body.contains("/supersession"), "{}", board.body);
    let list = province.opens(format!("{circular}/deliveries?tier=all")).await;
    assert!(list.body.contains("สถจ.ตัวอย่างเหนือ") && !list.body.contains("สถจ.ตัวอย่างใต้"), "{}", list.body);
    assert_eq!(province.opens(format!("{circular}/cancellation")).await.status, 403);
    assert_eq!(province.opens("/circulars/new").await.status, 403);
    assert_eq!(province.opens(format!("{circular}/draft")).await.status, 403);
}

#[tokio::test]
async fn a_draft_is_nobody_else_s_to_see_and_an_officer_drafts_but_does_not_issue() {
    let app = TestApp::start().await;
    let (_, circular) = drafted(&app).await;
    let province = app.officer("90", Role::Officer).await;
    assert_eq!(province.opens(&circular).await.status, 404);
    let drafter = app.officer("DLA", Role::Officer).await;
    let check = drafter.opens(format!("{circular}/check")).await;
    check.says(200, "aria-describedby=\"blocked\"").says(200, "ให้ผู้ออกหนังสือเป็นผู้กดแจ้งเวียน");
    let token = check.csrf().expect("a token").to_owned();
    assert_eq!(drafter.posts(format!("{circular}/issuance"), &[("csrf_token", &token)]).await.status, 403);
    let auditor = app.officer("DLA", Role::Auditor).await;
    assert!(!auditor.opens("/circulars").await.body.contains("/circulars/new"));
}

#[tokio::test]
async fn what_blocks_is_said_before_the_number_is_taken() {
    let app = TestApp::start().await;
    let (issuer, circular) = drafted(&app).await;
    let check = issuer.opens(format!("{circular}/check")).await;
    check.says(200, "disabled").says(200, "ออกเลขและแจ้งเวียนถึง 0 จังหวัด");
    let token = check.csrf().expect("a token");
    let refused = issuer.posts(format!("{circular}/issuance"), &[("csrf_token", token)]).await;
    refused.says(422, "ยังแจ้งเวียนไม่ได้");
}

#[tokio::test]
async fn a_cancelled_circular_keeps_its_number_struck_through() {
    let app = TestApp::start().await;
    let (issuer, circular) = issued(&app).await;
    let ask = format!("{circular}/cancellation");
    issuer.fills(&ask, &ask, &[("reason", " ")]).await.says(422, "กรุณากรอกเหตุผล");
    issuer.fills(&ask, &ask, &[("reason", "ส่งผิดฉบับ")]).await.leads_to(&circular);
    issuer.opens(&circular).await.says(200, "หนังสือฉบับนี้ถูกยกเลิก").says(200, "ส่งผิดฉบับ");
    for register in ["/registers/circulars", "/registers/sent"] {
        let page = issuer.opens(register).await;
        page.says(200, "<s>มท 0999.1/ว 1</s>")
            .says(200, "เลข 1 ถึง 1 ครบถ้วน ไม่มีเลขซ้ำ")
            .says(200, "เลขที่ยกเลิก: 1");
        let paper = issuer.takes(format!("{register}?format=pdf")).await;
        let paper = flat(&pdftotext(&paper));
        assert!(paper.contains("ยกเลิกส่งผิดฉบับ") && paper.contains("หน้า๑จาก๑"), "{paper}");
    }
}

#[tokio::test]
async fn a_correction_begins_as_a_draft_and_takes_the_old_one_s_place_when_issued() {
    let app = TestApp::start().await;
    let (issuer, circular) = issued(&app).await;
    let ask = format!("{circular}/supersession");
    issuer.fills(&ask, &ask, &[("reason", " ")]).await.says(422, "กรุณากรอก");
    let begun = issuer.fills(&ask, &ask, &[("reason", "แก้ไขกำหนดส่ง")]).await;
    let new = begun.header("location").trim_end_matches("/draft").to_owned();
    assert!(begun.status == 303 && new != circular, "{begun:?}");
    issuer.opens(format!("{new}/draft")).await.says(200, "ประกวดสวนสมมุติ");
    let how = [("dated", ""), ("accept_warnings", "true")];
    issuer.fills(format!("{new}/check"), format!("{new}/issuance"), &how).await.leads_to(&new);
    issuer.opens(&circular).await.says(200, "แทนโดย มท 0999.1/ว 2");
}

#[tokio::test]
async fn a_roster_s_open_rows_are_decided_on_their_page() {
    let app = TestApp::start().await;
    let (issuer, circular) = drafted(&app).await;
    let draft = format!("{circular}/draft");
    let roster =
        "ที่,โรงเรียน,อปท.,จังหวัด\n1,โรงเรียนสมมุติใหม่,ทม.ตัวอย่างหนึ่ง,สงขลา\n2,โรงเรียนไร้สังกัด,ทต.ไม่มีจริง,สงขลา\n";
    let page = issuer.opens(&draft).await;
    let typed = fields(&page, &[]);
    issuer
        .hands_in(&draft, &draft, &typed, &[("roster", "r.csv", "text/csv", roster)])
        .await
        .leads_to(&draft);
    let check = format!("{circular}/roster");
    let rows = issuer.opens(&check).await;
    rows.says(200, "ตรงกับทะเบียน 0 จาก 2 แถว").says(200, "บรรทัดที่ 2 คอลัมน์");
    let ids: Vec<&str> =
        rows.body.split("/roster/rows/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let last = ids.last().expect("a row");
    issuer.fills(&check, format!("{check}/rows/{last}"), &[("then", "drop")]).await.leads_to(&check);
    let first = ids.first().expect("a row");
    let add = [("then", "add"), ("local_code", "4900101")];
    issuer.fills(&check, format!("{check}/rows/{first}"), &add).await.leads_to(&check);
    issuer.opens(&check).await.says(200, "ตรงกับทะเบียน 1 จาก 1 แถว");
}

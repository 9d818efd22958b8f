//! Looking for something, from wherever one is.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::story::Story;

fn search(words: &str) -> String {
    let escaped: Vec<String> = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("/search?q={}", escaped.concat())
}

#[tokio::test]
async fn a_number_is_found_in_any_spelling_and_a_title_by_words_out_of_order() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    Story::another(&app, "ประกวดสวนสมมุติ ประจำปี").await;
    Story::another(&app, "สำรวจแปลงสมมุติ").await;
    for words in ["ว 1", "ว1", "ว.๑", "มท 0999.1/ว 1", "มท0999.1/ว๑", "มท ๐๙๙๙.๑ / ว ๑", "ประจำปี สวน"]
    {
        issuer.opens(search(words)).await.says(200, "ประกวดสวนสมมุติ").lacks("สำรวจแปลงสมมุติ");
    }
    issuer.opens(search("สมมุติ")).await.says(200, "ประกวดสวนสมมุติ").says(200, "สำรวจแปลงสมมุติ");
    issuer.opens("/search").await.says(200, "หนังสือล่าสุด").says(200, "สำรวจแปลงสมมุติ");
    issuer.opens(search("ไม่มีแน่")).await.says(200, "ไม่พบ “ไม่มีแน่”");
    issuer.opens(search("<b>%_")).await.says(200, "ไม่พบ “&#60;b&#62;%_”");
}

#[tokio::test]
async fn offices_and_schools_are_found_with_their_place_and_letters_within_the_own_scope() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let found = province.opens(search("ตัวอย่าง")).await;
    found.says(200, "ทต.ตัวอย่างสาม").says(200, "โรงเรียนตัวอย่าง ๑");
    found.says(200, &format!("href=\"/deliveries/{}\"", story.at("90").await)).lacks("/circulars/");
    let (own, other) = (found.body.find("ทม.ตัวอย่างหนึ่ง"), found.body.find("ทต.ตัวอย่างสาม"));
    assert!(own.is_some() && own < other, "those of the own province come first");
    let part = province.opens(format!("{}&part=list", search("ตัวอย่าง"))).await;
    part.says(200, "โรงเรียนตัวอย่าง ๑").lacks("<html");
    let school = app.officer("S1", Role::Officer).await;
    school.opens(search("สวน")).await.says(200, "ไม่พบ");
}

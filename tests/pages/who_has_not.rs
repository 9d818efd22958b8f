//! The list of who has and who has not, in the order that one asks for.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::person::Answer;
use crate::support::story::Story;

/// The offices of a list of provinces, in its order.
fn order(answer: &Answer) -> Vec<&str> {
    let mut found: Vec<(usize, &str)> = ["สถจ.ตัวอย่างเหนือ", "สถจ.ตัวอย่างใต้"]
        .into_iter()
        .filter_map(|name| Some((answer.body.find(name)?, name)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

#[tokio::test]
async fn the_list_is_sorted_by_name_by_due_time_and_by_reminders() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    app.appoints("90", Role::Officer).await;
    let story = Story::another(&app, "ประกวดสวนสมมุติ").await;
    let list = format!("/circulars/{}/deliveries?tier=province", story.circular);
    let north = story.at("90").await.to_string();
    issuer.fills(&list, &list, &[("delivery", &north)]).await;

    let sorted = async |by: &str| order(&issuer.opens(format!("{list}&sort={by}")).await).join(" ");
    let (north, south) = ("สถจ.ตัวอย่างเหนือ", "สถจ.ตัวอย่างใต้");
    assert_eq!(sorted("reminded").await, format!("{south} {north}"), "who was never reminded comes first");
    assert_eq!(sorted("due").await, sorted("").await, "both are due at once");
    assert_eq!(sorted("name").await, format!("{north} {south}"));
    let page = issuer.opens(format!("{list}&sort=reminded")).await;
    page.says(200, "<option value=\"reminded\" selected>").says(200, "&#38;sort=reminded&#38;format=csv");
    issuer.opens(format!("{list}&sort=nonsense")).await.says(200, south);
}

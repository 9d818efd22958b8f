//! Registry files handed in on a page, with programs that are killed on the way.

use super::*;
use crate::actions::hand_in_registry;
use crate::actions::testing::{Desk, LOCALS};
use crate::domain::actor::Role;
use crate::domain::refusal::Refusal;
use crate::store::imports::Import;

async fn handed_in(desk: &mut Desk, content: &str) -> ImportId {
    desk.issuer.role = Role::Administrator;
    let content = content.as_bytes().to_vec();
    hand_in_registry(&desk.app, &desk.issuer, "locals.csv", None, content).await.expect("a file")
}

async fn look(desk: &Desk, id: ImportId) -> Import {
    imports::find(&desk.app.db, id).await.expect("a reading").expect("an import")
}

#[tokio::test]
async fn a_file_is_taken_in_once_and_its_content_is_not_kept() {
    let mut desk = Desk::bare().await;
    let id = handed_in(&mut desk, LOCALS).await;
    assert_eq!(look(&desk, id).await.state, ImportState::Waiting);
    assert_eq!(take_in_next_registry(&desk.app).await.expect("work"), Some(id));
    let done = look(&desk, id).await;
    assert_eq!((done.state, done.rows), (ImportState::Done, Some(5)));
    let outcome: ImportOutcome = serde_json::from_str(&done.outcome.expect("told")).expect("an outcome");
    assert!(matches!(&outcome, ImportOutcome::Done(report) if report.added == 5), "{outcome:?}");
    assert_eq!(take_in_next_registry(&desk.app).await.expect("no work"), None);
}

#[tokio::test]
async fn a_file_that_is_none_of_a_registry_is_refused_in_a_sentence() {
    let mut desk = Desk::bare().await;
    let id = handed_in(&mut desk, "ก,ข\n1,2\n").await;
    take_in_next_registry(&desk.app).await.expect("work");
    let refused = look(&desk, id).await;
    assert_eq!(refused.state, ImportState::Refused);
    assert!(refused.outcome.expect("told").contains("dla_code"));
}

#[tokio::test]
async fn a_file_left_by_a_killed_program_is_begun_anew_and_at_last_given_up() {
    let mut desk = Desk::bare().await;
    let id = handed_in(&mut desk, LOCALS).await;
    for _ in 0..TRIES {
        let now = desk.app.clock.now();
        let tx = desk.app.db.begin().await.expect("a turn");
        assert!(imports::claim(&tx, now, now - LEFT).await.expect("a claim").is_some());
        tx.commit().await.expect("kept");
        assert_eq!(take_in_next_registry(&desk.app).await.expect("none"), None, "another program is at it");
        desk.app.clock.set(now + LEFT + TimeDelta::seconds(1));
    }
    take_in_next_registry(&desk.app).await.expect("work");
    assert_eq!(look(&desk, id).await.state, ImportState::Refused);
}

#[tokio::test]
async fn only_who_keeps_the_registry_hands_in() {
    let desk = Desk::bare().await;
    let refused = hand_in_registry(&desk.app, &desk.issuer, "x.csv", None, LOCALS.into()).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::NotAllowed))), "{refused:?}");
}

#[tokio::test]
async fn a_program_that_comes_late_leaves_nothing_behind() {
    let mut desk = Desk::bare().await;
    let id = handed_in(&mut desk, LOCALS).await;
    let now = desk.app.clock.now();
    let tx = desk.app.db.begin().await.expect("a turn");
    let late = imports::claim(&tx, now, now - LEFT).await.expect("a claim").expect("a file");
    tx.commit().await.expect("kept");
    desk.app.clock.set(now + LEFT + TimeDelta::seconds(1));
    take_in_next_registry(&desk.app).await.expect("work");
    let done = look(&desk, id).await;
    work(&desk.app, late).await.expect("nothing to do");
    assert_eq!(look(&desk, id).await, done);
}

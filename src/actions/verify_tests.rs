//! Somebody tampers with the database or the files, and the audit finds it.

use futures_util::stream;

use super::tests::World;
use super::{
    MadeFile, ReceiveNumber, Record, RecordedFact, Report, acknowledge_by_link, add_enclosure_version,
    forward, give_back, keep_made_file, receive, record, remind, verify,
};
use crate::domain::audit::Fault;
use crate::domain::code::secret_link;
use crate::domain::delivery::Acknowledgement;
use crate::domain::enclosure::Role;
use crate::domain::event::Source;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::store::fan_out::Below;
use crate::store::testing::Country;
use crate::store::{by_hand, enclosures};

/// A circular of two provinces, one of which has done its part; its deliveries are numbered from 1.
fn world() -> impl Future<Output = (World, CircularId)> {
    // Boxed: all that is done here makes a large future.
    Box::pin(story())
}

async fn story() -> (World, CircularId) {
    let world = World::with(Country { provinces: 2, locals: 2, schools: 1 }).await;
    let circular = world.issued("แจ้งโครงการตัวอย่าง").await.circular.id;
    let app = &world.app;
    let (province, local) = (world.officer("20").await, world.officer("5200101").await);
    let at_province = world.inbox(&province).await.first().expect("a letter").delivery.id;
    receive(app, &province, at_province, &ReceiveNumber::Next).await.expect("received");
    forward(app, &province, at_province, &Below::All).await.expect("forwarded");
    let at_local = world.inbox(&local).await.first().expect("a letter").delivery.id;
    remind(app, &province, at_local, "").await.expect("reminded");
    give_back(app, &local, at_local, "ผิดหน่วยงาน").await.expect("returned");
    let at_school = DeliveryId(8);
    let by = Acknowledgement::parse("นางสาวตัวอย่าง สอง", "ครู", "").expect("a teacher");
    acknowledge_by_link(app, &secret_link(at_school, app.secret.bytes()), by).await.expect("acknowledged");
    (world, circular)
}

async fn report(world: &World) -> Report {
    verify(&world.app).await.expect("a report")
}

/// What is found after these statements: codes, with the field where there is one.
async fn found_after(sql: &str) -> Vec<String> {
    let (world, _) = world().await;
    by_hand::run(&world.app.db, sql).await;
    let told = |fault: Fault| match fault {
        Fault::CircularDiffers { field, .. } => format!("circular {field}"),
        Fault::DeliveryDiffers { delivery, field, .. } => format!("delivery {delivery} {field}"),
        other => other.code().to_owned(),
    };
    report(&world).await.faults.into_iter().map(told).collect()
}

#[tokio::test]
async fn what_people_did_by_the_rules_is_whole() {
    let (world, _) = world().await;
    world.draft("ร่างที่ยังไม่ออกเลข").await;
    let report = report(&world).await;
    assert_eq!(report.faults, []);
    assert_eq!((report.circulars, report.deliveries, report.events), (2, 10, 7));
}

#[tokio::test]
async fn a_fact_that_was_altered_is_found() {
    let found = found_after(
        "UPDATE deliveries SET received_at = NULL, received_by = NULL, received_evidence = NULL,
        register_number = NULL, register_year = NULL WHERE id = 1",
    );
    assert_eq!(found.await, ["delivery 1 received"]);
    let found = found_after("UPDATE deliveries SET acknowledged_by = 'นายสมมุติ' WHERE id = 8").await;
    assert_eq!(found, ["delivery 8 acknowledged"]);
    let found = found_after("UPDATE deliveries SET children_sent = 2 WHERE id = 1").await;
    assert_eq!(found, ["delivery 1 children_sent"]);
    assert_eq!(found_after("UPDATE deliveries SET state = 'sent' WHERE id = 1").await, ["delivery 1 state"]);
}

#[tokio::test]
async fn a_line_of_the_trail_that_was_altered_or_taken_out_is_found() {
    let found = found_after("UPDATE events SET who = 'นายสมมุติ' WHERE position = 4").await;
    assert_eq!(found, ["chain_broken", "delivery 1 forwarded_by"]);
    let found = found_after("DELETE FROM events WHERE position = 5").await;
    assert_eq!(found, ["chain_gap", "delivery 3 reminders", "delivery 3 reminded_at"]);
    let last = found_after("DELETE FROM events WHERE position = 7").await;
    assert_eq!(last, ["delivery 8 acknowledged"]);
    assert_eq!(found_after("UPDATE events SET data = '{' WHERE position = 3").await, ["unreadable"]);
}

#[tokio::test]
async fn a_letter_that_was_altered_after_issue_is_found() {
    assert_eq!(found_after("UPDATE circulars SET title = 'อีกเรื่องหนึ่ง'").await, ["circular letter"]);
    assert_eq!(found_after("UPDATE circulars SET state = 'cancelled'").await, ["circular state"]);
    let found = found_after("UPDATE circulars SET reference = 'มท 0816.3/ว 9'").await;
    assert_eq!(found, ["circular reference", "circular letter"]);
}

#[tokio::test]
async fn registers_that_disagree_are_found() {
    assert_eq!(
        found_after("UPDATE numbers SET last = 0 WHERE register = 'received'").await,
        ["number_beyond"]
    );
    assert_eq!(found_after("DELETE FROM numbers WHERE register = 'circular'").await, ["number_beyond"]);
    let twice = "DROP INDEX deliveries_office_id_register_year_register_number;
        UPDATE deliveries SET office_id = (SELECT office_id FROM deliveries WHERE id = 1), register_number = '1',
        register_year = 2566 WHERE id = 2";
    let found = found_after(&format!("DROP INDEX deliveries_circular_id_office_id; {twice}")).await;
    assert!(found.contains(&"number_twice".to_owned()), "{found:?}");
}

/// Encloses a file with the circular.
async fn kept_handbook(world: &World, circular: CircularId) {
    let app = &world.app;
    let tx = app.db.begin().await.expect("a turn");
    let (role, bytes) = (Role::Handbook, b"a handbook".to_vec());
    let made = MadeFile { role, title: "คู่มือ", filename: "x.txt", bytes };
    keep_made_file(app, &tx, circular, made, &world.issuer, app.clock.now()).await.expect("kept");
    tx.commit().await.expect("committed");
}

#[tokio::test]
async fn a_file_that_was_altered_or_lost_is_found() {
    let (world, circular) = world().await;
    let app = &world.app;
    kept_handbook(&world, circular).await;
    assert_eq!(report(&world).await.faults, []);
    let (sha256, path) = app.files.list().expect("a list").pop().expect("a file");
    std::fs::write(&path, "another handbook").expect("written");
    assert_eq!(report(&world).await.faults, [Fault::FileAltered { sha256: sha256.clone() }]);
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(report(&world).await.faults, [Fault::FileMissing { sha256 }]);
}

#[tokio::test]
async fn a_version_of_an_enclosure_that_was_altered_is_found() {
    let (world, circular) = world().await;
    kept_handbook(&world, circular).await;
    let enclosed = enclosures::of_circular(&world.app.db, circular).await.expect("a list");
    let handbook = enclosed.iter().find(|one| one.role == Role::Handbook).expect("a handbook").id;
    let scan = stream::iter([Ok::<_, std::io::Error>("a better handbook".as_bytes())]);
    add_enclosure_version(&world.app, &world.issuer, circular, handbook, "x.txt", scan)
        .await
        .expect("replaced");
    assert_eq!(report(&world).await.faults, []);
    let first = "(SELECT sha256 FROM enclosure_versions WHERE version = 1 AND enclosure_id = 1)";
    by_hand::run(&world.app.db, &format!("UPDATE enclosure_versions SET sha256 = {first} WHERE version = 2"))
        .await;
    let faults = report(&world).await.faults;
    assert!(matches!(faults[..], [Fault::CircularDiffers { field: "enclosures", .. }]), "{faults:?}");
}

#[tokio::test]
async fn a_time_recorded_for_another_office_that_was_altered_is_found() {
    let world = World::with(Country { provinces: 1, locals: 1, schools: 1 }).await;
    world.issued("แจ้งโครงการตัวอย่าง").await;
    let app = &world.app;
    let (province, local) = (world.officer("20").await, world.officer("5200101").await);
    for officer in [&province, &local] {
        let at_office = world.only(officer).await;
        receive(app, officer, at_office, &ReceiveNumber::Next).await.expect("received");
        forward(app, officer, at_office, &Below::All).await.expect("forwarded");
    }
    let (fact, by, at) = (RecordedFact::Acknowledged, Source::Paper, Some(app.clock.now()));
    app.clock.set(app.clock.now() + chrono::TimeDelta::hours(2));
    let [name, position, note] = ["นางตัวอย่าง สาม", "ครู", "สลิปที่ลงชื่อ"].map(str::to_owned);
    let told = Record { fact, name, position, by, at, note };
    let at_school = DeliveryId(3);
    record(app, &local, at_school, &told).await.expect("recorded");
    assert_eq!(report(&world).await.faults, []);
    by_hand::run(&app.db, "UPDATE deliveries SET acknowledged_at = '2023-05-24T02:30:01Z' WHERE id = 3")
        .await;
    assert_eq!(report(&world).await.faults.len(), 1);
}

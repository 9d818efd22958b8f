//! The way down, as people walk it, on a database of its own.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;
use crate::app::{App, Error, testing};
use crate::domain::actor::{Actor, Role, Scope};
use crate::domain::circular::{Audience, CircularState};
use crate::domain::code::secret_link;
use crate::domain::delivery::{Acknowledgement, State};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::letter::Reading;
use crate::domain::office::Tier;
use crate::store::fan_out::Below;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};
use crate::store::testing::{Country, make_country, make_officer};
use crate::store::{self};

/// An app on a folder of its own, with a standing clock, and the people of a small country.
pub(super) struct World {
    pub app: App,
    pub issuer: Actor,
    _folder: tempfile::TempDir,
}

impl World {
    pub async fn with(country: Country) -> Self {
        let (app, folder) = testing::app().await;
        let tx = app.db.begin().await.expect("a transaction");
        make_country(&tx, country).await.expect("a country");
        let issuer = make_officer(&tx, "DLA", Role::Issuer).await.expect("an issuer");
        tx.commit().await.expect("committed");
        Self { app, issuer, _folder: folder }
    }

    pub async fn officer(&self, code: &str) -> Actor {
        let tx = self.app.db.begin().await.expect("a transaction");
        let actor = make_officer(&tx, code, Role::Officer).await.expect("an officer");
        tx.commit().await.expect("committed");
        actor
    }

    pub async fn draft(&self, title: &str) -> CircularId {
        let letter = Reading {
            to: "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด".to_owned(), ..Reading::default()
        };
        let draft = Draft { register_title: title.to_owned(), letter, ..Draft::default() };
        let circular = create_draft(&self.app, &self.issuer, draft).await.expect("a draft");
        put_audience(&self.app, &self.issuer, circular.id, Audience::Tier(Tier::School))
            .await
            .expect("an audience");
        circular.id
    }

    pub async fn issued(&self, title: &str) -> IssuedCircular {
        let id = self.draft(title).await;
        let how = Issuance { accept_warnings: true, ..Issuance::default() };
        issue(&self.app, &self.issuer, id, how).await.expect("issued")
    }

    pub async fn inbox(&self, actor: &Actor) -> Vec<DeliveryLine> {
        let filter = DeliveryFilter { office: Some(actor.office.id), ..DeliveryFilter::default() };
        self.list(&actor.scope(), filter).await
    }

    async fn list(&self, scope: &Scope, filter: DeliveryFilter) -> Vec<DeliveryLine> {
        let now = self.app.clock.now();
        reports::deliveries(&self.app.db, scope, &filter, now, Order::Route(None), 10_000)
            .await
            .expect("a list")
    }

    pub async fn only(&self, actor: &Actor) -> DeliveryId {
        let inbox = self.inbox(actor).await;
        assert_eq!(inbox.len(), 1, "{inbox:?}");
        inbox[0].delivery.id
    }
}

fn teacher() -> Acknowledgement {
    Acknowledgement::parse("นางสาวตัวอย่าง สอง", "ครู", "").expect("a teacher")
}

fn code(result: Result<impl Sized, Error>) -> &'static str {
    match result {
        Err(Error::Refused(refusal)) => refusal.code(),
        Err(other) => panic!("{other}"),
        Ok(_) => "done",
    }
}

const SMALL: Country = Country { provinces: 2, locals: 2, schools: 2 };

#[tokio::test]
async fn a_circular_goes_down_tier_by_tier_and_the_department_sees_it() {
    let world = World::with(SMALL).await;
    let app = &world.app;
    let issued = world.issued("แจ้งโครงการตัวอย่าง").await;
    assert_eq!(issued.issued.reference, "มท 0816.3/ว 1");
    assert_eq!((issued.deliveries.provinces, issued.deliveries.locals, issued.deliveries.schools), (2, 4, 8));

    let (province, local, school) =
        (world.officer("20").await, world.officer("5200101").await, world.officer("S1").await);
    assert!(world.inbox(&local).await.is_empty(), "nothing before the province forwards");
    let at_province = world.only(&province).await;
    assert_eq!(code(forward(app, &province, at_province, &Below::All).await), "not_received");
    let received = receive(app, &province, at_province, &ReceiveNumber::Next).await.expect("received");
    assert_eq!(
        received.received.and_then(|fact| fact.number).map(|number| number.text),
        Some("1".to_owned())
    );
    assert_eq!(code(receive(app, &province, at_province, &ReceiveNumber::Next).await), "already_received");
    let sent = forward(app, &province, at_province, &Below::All).await.expect("forwarded").places;
    assert_eq!(sent, 2);

    let at_local = world.only(&local).await;
    receive(app, &local, at_local, &ReceiveNumber::Given("๑๒๐".to_owned())).await.expect("received");
    forward(app, &local, at_local, &Below::Codes(vec!["S1".to_owned()])).await.expect("forwarded to one");
    assert_eq!(code(forward(app, &local, at_local, &Below::Codes(vec!["S1".to_owned()])).await), "not_below");

    let at_school = world.only(&school).await;
    acknowledge(app, &school, at_school, teacher()).await.expect("acknowledged");
    assert_eq!(code(acknowledge(app, &school, at_school, teacher()).await), "already_acknowledged");

    let circular = issued.circular.id;
    let seen =
        reports::progress(&app.db, &world.issuer.scope(), circular, app.clock.now()).await.expect("progress");
    let (provinces, locals, schools) =
        (seen.tier(Tier::Province), seen.tier(Tier::Local), seen.tier(Tier::School));
    assert_eq!((provinces.total, provinces.received, provinces.forwarded), (2, 1, 1));
    assert_eq!((locals.total, locals.awaiting, locals.received, locals.forwarded), (4, 2, 1, 1));
    assert_eq!((schools.total, schools.sent, schools.acknowledged), (8, 1, 1));
    assert_eq!(seen.province("20").acknowledged, 1);

    let way = reports::timeline(&app.db, &world.issuer.scope(), at_school)
        .await
        .expect("a timeline")
        .expect("seen");
    let words: Vec<&str> = way.iter().map(|entry| entry.recorded.event.what.word()).collect();
    assert_eq!(words, ["issued", "received", "forwarded", "received", "forwarded", "acknowledged"]);
}

#[tokio::test]
async fn an_office_sees_its_own_part_of_the_tree_and_nobody_elses() {
    let world = World::with(SMALL).await;
    let issued = world.issued("แจ้งโครงการตัวอย่าง").await;
    let (ours, others) = (world.officer("20").await, world.officer("21").await);
    let theirs = world.only(&others).await;
    assert_eq!(code(receive(&world.app, &ours, theirs, &ReceiveNumber::Next).await), "not_found");
    assert_eq!(
        code(receive(&world.app, &world.issuer, theirs, &ReceiveNumber::Next).await),
        "not_your_office"
    );
    let all = DeliveryFilter { circular: Some(issued.circular.id), ..DeliveryFilter::default() };
    assert_eq!(world.list(&ours.scope(), all.clone()).await.len(), 1 + 2 + 4);
    assert_eq!(world.list(&world.issuer.scope(), all.clone()).await.len(), 2 + 4 + 8);
    let local = world.officer("5200101").await;
    assert!(world.list(&local.scope(), all.clone()).await.is_empty());
    let at_province = world.only(&ours).await;
    receive(&world.app, &ours, at_province, &ReceiveNumber::Without).await.expect("received");
    forward(&world.app, &ours, at_province, &Below::All).await.expect("forwarded");
    assert_eq!(world.list(&local.scope(), all).await.len(), 1 + 2);
    let auditor = Actor { role: Role::Auditor, ..ours };
    assert_eq!(code(give_back(&world.app, &auditor, at_province, "ผิด").await), "not_allowed");
}

#[tokio::test]
async fn a_school_proves_itself_by_link_code_or_claim_and_the_local_administration_confirms() {
    let world = World::with(SMALL).await;
    let app = &world.app;
    let issued = world.issued("แจ้งโครงการตัวอย่าง").await;
    let page = issued.issued.link;
    let schools = DeliveryFilter { tier: Some(Tier::School), ..DeliveryFilter::default() };
    let ids: Vec<DeliveryId> =
        world.list(&world.issuer.scope(), schools).await.iter().map(|line| line.delivery.id).collect();
    let link = secret_link(ids[0], app.secret.bytes());
    open_by_link(app, &link).await.expect("opened");
    open_by_link(app, &link).await.expect("opened again changes nothing");
    let done = acknowledge_by_link(app, &link, teacher()).await.expect("acknowledged");
    assert_eq!(done.acknowledged.map(|fact| fact.evidence), Some(Evidence::Link));
    assert_eq!(done.sent_at, None, "what its office never forwarded is not made up");

    let slip = crate::domain::code::slip_code(ids[1], app.secret.bytes());
    assert_eq!(code(acknowledge_publicly(app, &page, ids[2], Some(&slip), teacher()).await), "wrong_code");
    let coded = acknowledge_publicly(app, &page, ids[1], Some(&slip), teacher()).await.expect("by code");
    assert_eq!(coded.acknowledged.map(|fact| fact.evidence), Some(Evidence::Code));
    acknowledge_publicly(app, &page, ids[2], None, teacher()).await.expect("claimed");
    assert_eq!(
        code(acknowledge_publicly(app, &"222".parse().expect("a code"), ids[3], None, teacher()).await),
        "not_found"
    );

    let (province, local) = (world.officer("20").await, world.officer("5200102").await);
    let at_province = world.only(&province).await;
    receive(app, &province, at_province, &ReceiveNumber::Next).await.expect("received");
    forward(app, &province, at_province, &Below::All).await.expect("forwarded");
    confirm(app, &local, ids[2]).await.expect("confirmed");
    assert_eq!(code(reject_claim(app, &local, ids[2], "ผิด").await), "no_claim");
    assert_eq!(code(confirm(app, &local, ids[1]).await), "not_found");
}

#[tokio::test]
async fn what_is_pulled_back_or_returned_can_be_sent_again() {
    let world = World::with(SMALL).await;
    let app = &world.app;
    world.issued("แจ้งโครงการตัวอย่าง").await;
    let (province, local) = (world.officer("20").await, world.officer("5200101").await);
    let at_province = world.only(&province).await;
    receive(app, &province, at_province, &ReceiveNumber::Next).await.expect("received");
    forward(app, &province, at_province, &Below::All).await.expect("forwarded");
    let at_local = world.only(&local).await;
    assert_eq!(code(recall(app, &local, at_local, "ผิด").await), "not_your_office");
    assert_eq!(code(recall(app, &province, at_local, " ").await), "missing");
    recall(app, &province, at_local, "ส่งผิดฉบับ").await.expect("recalled");
    assert_eq!(code(receive(app, &local, at_local, &ReceiveNumber::Next).await), "recalled");
    let again = forward(app, &province, at_province, &Below::All).await.expect("sent again").places;
    assert_eq!(again, 1);
    receive(app, &local, at_local, &ReceiveNumber::Next).await.expect("received");
    let returned = give_back(app, &local, at_local, "ไม่มีโรงเรียนในสังกัด").await.expect("returned");
    assert_eq!(returned.state(), State::Returned);
    let to = Below::Codes(vec!["5200101".to_owned()]);
    forward(app, &province, at_province, &to).await.expect("sent again");
    assert_eq!(world.inbox(&local).await[0].delivery.state(), State::Received);
    remind(app, &province, at_local, "").await.expect("reminded");
    assert_eq!(world.inbox(&local).await[0].delivery.reminders, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_issue_at_once_and_no_number_is_missing_or_given_twice() {
    let world = World::with(Country { provinces: 1, locals: 1, schools: 1 }).await;
    let mut drafts = Vec::new();
    for n in 0..50 {
        drafts.push(world.draft(&format!("เรื่องที่ {n}")).await);
    }
    let how = Issuance { accept_warnings: true, ..Issuance::default() };
    // Each draft is issued twice at once: one of the two must be refused.
    let tasks = drafts.iter().chain(&drafts).map(|id| {
        let (app, issuer, id) = (world.app.clone(), world.issuer.clone(), *id);
        tokio::spawn(async move { issue(&app, &issuer, id, how).await })
    });
    let results = futures_util::future::join_all(tasks.collect::<Vec<_>>()).await;
    let mut numbers: Vec<i64> = results
        .into_iter()
        .filter_map(|result| result.expect("no panic").ok())
        .map(|one| one.issued.number)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_receive_at_once_and_no_number_is_missing_or_given_twice() {
    let world = World::with(Country { provinces: 1, locals: 0, schools: 0 }).await;
    let province = world.officer("20").await;
    let mut issuings = Vec::new();
    for n in 0..200 {
        let id = world.draft(&format!("เรื่องที่ {n}")).await;
        put_audience(&world.app, &world.issuer, id, Audience::Tier(Tier::Province))
            .await
            .expect("an audience");
        let how = Issuance { accept_warnings: true, ..Issuance::default() };
        let (app, issuer) = (world.app.clone(), world.issuer.clone());
        issuings.push(tokio::spawn(async move { issue(&app, &issuer, id, how).await }));
    }
    for issuing in issuings {
        issuing.await.expect("no panic").expect("issued");
    }
    let tasks = world.inbox(&province).await.into_iter().map(|line| {
        let (app, province) = (world.app.clone(), province.clone());
        tokio::spawn(async move { receive(&app, &province, line.delivery.id, &ReceiveNumber::Next).await })
    });
    let results = futures_util::future::join_all(tasks.collect::<Vec<_>>()).await;
    let mut numbers: Vec<i64> = results
        .into_iter()
        .map(|result| result.expect("no panic").expect("received").received.expect("a fact"))
        .map(|fact| fact.number.expect("a number").text.parse().expect("figures"))
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=200).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_years_register_begins_anew_in_bangkok_and_a_late_letter_joins_its_own_year() {
    let world = World::with(SMALL).await;
    let app = &world.app;
    app.clock.set("2023-12-31T16:59:59Z".parse().expect("a moment"));
    assert_eq!(world.issued("ก่อนปีใหม่").await.issued.reference, "มท 0816.3/ว 1");
    app.clock.set("2023-12-31T17:00:00Z".parse().expect("a moment"));
    assert_eq!(world.issued("ปีใหม่").await.issued.reference, "มท 0816.3/ว 1");
    let late = Issuance { dated: "2023-12-29".parse().ok(), accept_warnings: true };
    let id = world.draft("ลงทะเบียนย้อนหลัง").await;
    let issued = issue(app, &world.issuer, id, late).await.expect("issued").issued;
    assert_eq!((issued.number, issued.year), (2, 2566));
    let future = Issuance { dated: "2024-01-02".parse().ok(), accept_warnings: true };
    let id = world.draft("ลงวันที่ล่วงหน้า").await;
    assert_eq!(code(issue(app, &world.issuer, id, future).await), "in_future");
}

#[tokio::test]
async fn a_cancelled_number_stays_used_and_a_correction_takes_the_old_ones_place() {
    let world = World::with(SMALL).await;
    let app = &world.app;
    let first = world.issued("ฉบับแรก").await.circular.id;
    cancel(app, &world.issuer, first, "ออกผิดเรื่อง").await.expect("cancelled");
    let province = world.officer("20").await;
    let at_province = world.only(&province).await;
    assert_eq!(code(receive(app, &province, at_province, &ReceiveNumber::Next).await), "circular_cancelled");
    let second = world.issued("ฉบับที่สอง").await.circular.id;
    let draft = begin_correction(app, &world.issuer, second, "แก้ไขวันที่").await.expect("a draft");
    let again = begin_correction(app, &world.issuer, second, "อีกครั้ง").await.expect("the same");
    assert_eq!(again.id, draft.id);
    let how = Issuance { accept_warnings: true, ..Issuance::default() };
    let third = issue(app, &world.issuer, draft.id, how).await.expect("issued");
    assert_eq!(third.issued.number, 3);
    let old = store::circulars::get(&app.db, second).await.expect("read").expect("there");
    assert_eq!(old.void.map(|void| void.reason).as_deref(), Some("แทนโดย มท 0816.3/ว 3: แก้ไขวันที่"));
    assert_eq!((old.state, old.superseded_by), (CircularState::Superseded, Some(draft.id)));
    assert_eq!(code(save_draft(app, &world.issuer, second, Draft::default(), None).await), "not_a_draft");
}

#[tokio::test]
async fn late_offices_are_counted_from_the_day_after_their_due_day() {
    let world = World::with(SMALL).await;
    let issued = world.issued("แจ้งโครงการตัวอย่าง").await;
    let overdue = async || {
        let now = world.app.clock.now();
        let scope = world.issuer.scope();
        let seen = reports::progress(&world.app.db, &scope, issued.circular.id, now).await.expect("progress");
        seen.tier(Tier::Province).overdue
    };
    // Issued on Wednesday 24 May 2023; five working days later is Wednesday 31 May.
    world.app.clock.set("2023-05-31T16:59:59Z".parse().expect("a moment"));
    assert_eq!(overdue().await, 0);
    world
        .app
        .clock
        .set(world.app.clock.now() + TimeDelta::from_std(Duration::from_secs(1)).expect("a second"));
    assert_eq!(overdue().await, 2);
}

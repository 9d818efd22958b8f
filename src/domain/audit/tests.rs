//! The audit checked on a small tree by hand.

use super::*;
use crate::domain::circular::{Audience, Circular, CircularState, Issued};
use crate::domain::delivery::{Acknowledgement, Delivery, RegisterNumber};
use crate::domain::event::{Author, Event, FIRST, What, hash};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId, OfficerId};
use crate::domain::letter::Reading;
use crate::domain::office::Tier;
use chrono::{DateTime, TimeDelta, Utc};

fn at(hour: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::hours(hour)
}

fn delivery(id: i64, tier: Tier, children: i32) -> Delivery {
    Delivery {
        id: DeliveryId(id),
        circular: CircularId(7),
        office: OfficeId(id),
        parent: (id > 1).then_some(DeliveryId(id - 1)),
        tier,
        sent_at: (id == 1).then_some(at(0)),
        due_at: None,
        opened_at: None,
        received: None,
        forwarded: None,
        children,
        children_sent: 0,
        acknowledged: None,
        ended: None,
        reminders: 0,
        reminded_at: None,
    }
}

fn circular() -> Circular {
    Circular {
        id: CircularId(7),
        office: OfficeId(9),
        state: CircularState::Issued,
        title: String::new(),
        source: String::new(),
        letter: Reading::default(),
        paper: crate::domain::paper::PaperStyle::default(),
        own_paper: None,
        emblem: None,
        audience: Audience::Roster,
        issued: Some(Issued {
            number: 1,
            year: 2569,
            reference: "มท 1/ว 1".into(),
            dated: at(0).date_naive(),
            at: at(0),
            by: OfficerId(1),
            by_name: String::new(),
            link: "R7KM42XD".parse().expect("a code"),
            letter_hash: "h".into(),
        }),
        void: None,
        supersedes: None,
        superseded_by: None,
        created_by: OfficerId(1),
        created_at: at(0),
        updated_at: at(0),
        version: 0,
    }
}

fn event(hour: i64, delivery: Option<i64>, what: What) -> Event {
    Event {
        circular: CircularId(7),
        delivery: delivery.map(DeliveryId),
        what,
        at: at(hour),
        by: Author {
            officer: None, who: "นายตัวอย่าง หนึ่ง (ทต.ตัวอย่าง)".into()
        },
        evidence: Evidence::Officer,
    }
}

/// A province receives and forwards; the local administration sends it back.
fn told_and_kept() -> (Vec<Event>, Vec<Delivery>) {
    let issued = What::Issued {
        reference: "มท 1/ว 1".into(),
        dated: at(0).date_naive(),
        letter_hash: "h".into(),
        provinces: 1,
        locals: 1,
        schools: 1,
    };
    let name = "นายตัวอย่าง หนึ่ง";
    let number = Some(RegisterNumber { text: "12".into(), year: 2569 });
    let province = delivery(1, Tier::Province, 1);
    let (province, received) =
        province.receive(number, name, Evidence::Officer, None, at(1)).expect("received");
    let (province, forwarded) = province.forward(vec![DeliveryId(2)], name, at(2)).expect("forwarded");
    let local = Delivery { sent_at: Some(at(2)), ..delivery(2, Tier::Local, 1) };
    let (local, returned) = local.give_back("ผิด".into(), at(3)).expect("returned");
    let by = Acknowledgement {
        name: "นางสาวตัวอย่าง สอง".into(),
        position: "ครู".into(),
        note: None,
        written_at: None,
    };
    let school = delivery(3, Tier::School, 0);
    let (school, acknowledged) = school.acknowledge(by, Evidence::Link, None, at(4)).expect("by link");
    let events = vec![
        event(0, None, issued),
        event(1, Some(1), received),
        event(2, Some(1), forwarded),
        event(3, Some(2), returned),
        Event { evidence: Evidence::Link, ..event(4, Some(3), acknowledged) },
    ];
    (events, vec![province.one_back(), local, school])
}

fn faults(events: &[Event], circular: &Circular, tree: &[Delivery]) -> Vec<String> {
    let mut story = Story::begin(CircularId(7), tree);
    let mut found: Vec<Fault> = events.iter().filter_map(|event| story.tell(event).err()).collect();
    found.extend(story.compare(circular, tree));
    found
        .into_iter()
        .map(|fault| match fault {
            Fault::CircularDiffers { field, .. } => format!("circular {field}"),
            Fault::DeliveryDiffers { delivery, field, .. } => format!("{delivery} {field}"),
            other => other.code().to_owned(),
        })
        .collect()
}

#[test]
fn what_was_done_by_the_rules_agrees() {
    let (events, tree) = told_and_kept();
    assert_eq!(faults(&events, &circular(), &tree), [""; 0]);
}

#[test]
fn a_fact_that_no_event_tells_is_found_and_so_is_an_event_without_its_fact() {
    let (events, tree) = told_and_kept();
    assert_eq!(faults(&events[..4], &circular(), &tree), ["3 acknowledged"]);
    assert_eq!(
        faults(&events[..3], &circular(), &tree),
        ["1 forwarded_at", "1 children_sent", "2 ended", "3 acknowledged"]
    );
    let mut later = tree.clone();
    later[0].received.as_mut().expect("a fact").at = at(9);
    assert_eq!(faults(&events, &circular(), &later), ["1 received"]);
    let mut another = tree.clone();
    another[0].received.as_mut().expect("a fact").by = "นายสมมุติ".into();
    assert_eq!(faults(&events, &circular(), &another), ["1 received_by"]);
    let strange = event(5, Some(99), What::Opened {});
    assert_eq!(faults(&[events, vec![strange]].concat(), &circular(), &tree), ["no_such_delivery"]);
}

#[test]
fn a_circular_that_was_altered_after_issue_is_found() {
    let (events, tree) = told_and_kept();
    let cancelled = Circular { state: CircularState::Cancelled, ..circular() };
    assert_eq!(faults(&events, &cancelled, &tree), ["circular state"]);
    assert_eq!(
        faults(&events, &circular(), &tree[..2]),
        ["no_such_delivery", "circular schools", "2 children"]
    );
    assert_eq!(faults(&[], &circular(), &[]), ["circular state"]);
}

#[test]
fn a_chain_is_followed_until_it_parts() {
    let (events, _) = told_and_kept();
    let mut previous = FIRST.to_owned();
    let lines: Vec<(i64, Event, String, String)> = (1..)
        .zip(events)
        .map(|(position, event)| {
            let sealed = hash(&event, position, &previous);
            let before = std::mem::replace(&mut previous, sealed.clone());
            (position, event, before, sealed)
        })
        .collect();
    let follow = |lines: &[(i64, Event, String, String)]| -> Vec<Fault> {
        let mut chain = Chain::default();
        lines
            .iter()
            .filter_map(|(at, event, before, sealed)| chain.follow(*at, event, before, sealed).err())
            .collect()
    };
    let circular = CircularId(7);
    assert_eq!(follow(&lines), []);
    let gap: Vec<_> = lines.iter().filter(|line| line.0 != 3).cloned().collect();
    assert_eq!(follow(&gap), [Fault::ChainGap { circular, position: 3 }]);
    let mut altered = lines.clone();
    altered[1].1.by.who = "นายสมมุติ".into();
    assert_eq!(follow(&altered), [Fault::ChainBroken { circular, position: 2 }]);
    let sealed_anew = hash(&altered[1].1, 2, &altered[1].2);
    altered[1].3 = sealed_anew;
    assert_eq!(follow(&altered), [Fault::ChainBroken { circular, position: 3 }]);
}

//! The four facts of a delivery, each with its time, who and how it is known; never flattened into one.

use chrono::{DateTime, Utc};

use crate::domain::delivery::Delivery;
use crate::domain::office::Tier;
use crate::text::{Lang, dates, fill};

/// A fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fact {
    /// The code of its shape.
    pub code: &'static str,
    /// Its words.
    pub words: String,
    /// ISO 8601; empty while it is not so.
    pub iso: String,
    /// The moment as read.
    pub at: String,
    /// Who, with number or position.
    pub who: String,
    /// The code of its evidence; empty for none.
    pub evidence: &'static str,
}

/// Sent, opened, received, forwarded, acknowledged; those that never apply to the tier are left out.
pub fn of(lang: Lang, delivery: &Delivery) -> Vec<Fact> {
    let t = lang.text();
    let fact = |code: &'static str, at: Option<DateTime<Utc>>| Fact {
        code,
        words: t.states.word(code).to_owned(),
        iso: at.map(dates::iso).unwrap_or_default(),
        at: at.map(|at| dates::moment(lang, at)).unwrap_or_default(),
        ..Fact::default()
    };
    let mut facts = vec![fact("sent", delivery.sent_at), fact("opened", delivery.opened_at)];
    if delivery.tier != Tier::School {
        let received = delivery.received.as_ref();
        let number = received.and_then(|received| received.number.as_ref());
        let number = number.map(|number| fill(&t.states.received_number, &[("number", &number.text)]));
        let by = received.map(|received| received.by.clone());
        facts.push(Fact {
            who: [by, number].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            evidence: received.map_or("", |received| received.evidence.as_str()),
            ..fact("received", received.map(|received| received.at))
        });
    }
    if delivery.children > 0 {
        let forwarded = delivery.forwarded.as_ref();
        let counts = [("n", delivery.children_sent), ("of", delivery.children)];
        facts.push(Fact {
            words: fill(&t.states.forwarded_of, &counts),
            who: forwarded.map(|forwarded| forwarded.by.clone()).unwrap_or_default(),
            ..fact("forwarded", forwarded.map(|forwarded| forwarded.at))
        });
    }
    let done = delivery.acknowledged.as_ref();
    facts.push(Fact {
        who: done.map(|done| format!("{} · {}", done.by, done.position)).unwrap_or_default(),
        evidence: done.map_or("", |done| done.evidence.as_str()),
        ..fact("acknowledged", done.map(|done| done.at))
    });
    if let Some(done) = done
        && let Some(at) = done.confirmed_at
    {
        let words = t.timeline.claim_confirmed.clone();
        let who = done.confirmed_by.clone().unwrap_or_default();
        facts.push(Fact { words, who, ..fact("acknowledged", Some(at)) });
    }
    if let Some(ended) = &delivery.ended {
        let code = if ended.returned { "returned" } else { "recalled" };
        facts.push(Fact { who: ended.reason.clone(), ..fact(code, Some(ended.at)) });
    }
    facts
}

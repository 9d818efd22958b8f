//! Events: what happened to a circular and its deliveries, who did it, and how that is known. Append-only.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::domain::actor::Actor;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, EnclosureId, OfficerId};
use crate::domain::word::words;

/// What happened, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "data", rename_all = "snake_case")]
pub enum What {
    /// The circular got its number and went to the provinces.
    Issued {
        /// `มท 0816.3/ว 679`.
        reference: String,
        /// The date on the letter.
        dated: NaiveDate,
        /// SHA-256 of the letter's canonical form.
        letter_hash: String,
        /// Provincial offices it goes to.
        provinces: u64,
        /// Local administrations it goes to.
        locals: u64,
        /// Schools it goes to.
        schools: u64,
    },
    /// The QR code was read from the finished page, also from worn copies of it.
    SymbolProven {
        /// What it says.
        address: String,
        /// The page, from 1.
        page: usize,
        /// Side of a module in thousandths of a millimetre.
        module_um: u32,
        /// Level of error correction, `Q` or `H`.
        level: String,
        /// Every copy that both decoders read: `300 dpi fresh`, `150 dpi noisy` …
        readings: Vec<String>,
    },
    /// Somebody saw it.
    Opened {},
    /// The office registered it.
    Received {
        /// The receive number, where the office gave one.
        number: Option<String>,
        /// Whose word it is, when the office above recorded it.
        on_behalf: Option<OnBehalf>,
    },
    /// The office passed it on.
    Forwarded {
        /// The deliveries that were sent by it.
        to: Vec<DeliveryId>,
    },
    /// Somebody took note of it for the office.
    Acknowledged {
        /// Who.
        name: String,
        /// In which position.
        position: String,
        /// A word to the sender.
        note: Option<String>,
        /// How the office above learnt of it, when that recorded it.
        on_behalf: Option<OnBehalf>,
        /// When it was written on a phone without signal, by that phone's clock; absent where it came at once. Left out of
        /// the canonical form when absent, so that older hashes stand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        written_at: Option<DateTime<Utc>>,
    },
    /// The local administration confirmed what was claimed for its school.
    Confirmed {},
    /// The local administration says that the claim is not its school's.
    ClaimRejected {
        /// Why.
        reason: String,
    },
    /// The office is the wrong addressee.
    Returned {
        /// Why.
        reason: String,
    },
    /// The sender pulled it back.
    Recalled {
        /// Why.
        reason: String,
    },
    /// The office was reminded.
    Reminded {
        /// How often by now.
        times: i32,
        /// A word to the office.
        message: Option<String>,
    },
    /// A better version of an enclosure took the place of the last one.
    EnclosureReplaced {
        /// The enclosure.
        enclosure: EnclosureId,
        /// Its new version, from 2.
        version: i32,
        /// The SHA-256 of the new file.
        sha256: String,
    },
    /// The circular is void; its number stays used.
    Cancelled {
        /// Why.
        reason: String,
    },
    /// Another circular stands in its place.
    Superseded {
        /// The other one.
        by: CircularId,
        /// Why.
        reason: String,
    },
}

impl What {
    /// The stable word: `issued`, `received` …
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Issued { .. } => "issued",
            Self::SymbolProven { .. } => "symbol_proven",
            Self::Opened {} => "opened",
            Self::Received { .. } => "received",
            Self::Forwarded { .. } => "forwarded",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Confirmed {} => "confirmed",
            Self::ClaimRejected { .. } => "claim_rejected",
            Self::Returned { .. } => "returned",
            Self::Recalled { .. } => "recalled",
            Self::Reminded { .. } => "reminded",
            Self::EnclosureReplaced { .. } => "enclosure_replaced",
            Self::Cancelled { .. } => "cancelled",
            Self::Superseded { .. } => "superseded",
        }
    }
}

/// Whose word a fact rests on that the office above recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalf {
    /// Who said or signed it.
    pub name: String,
    /// In which position.
    pub position: String,
    /// From what it was recorded.
    pub by: Source,
    /// When it was, by their word; the event's own time is that of recording.
    pub at: DateTime<Utc>,
    /// The recorder's note.
    pub note: String,
}

/// From what a fact was recorded on behalf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A signed paper.
    Paper,
    /// A telephone call.
    Telephone,
}

words!(Source { Paper => "paper", Telephone => "telephone" });

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The account, when somebody was signed in.
    pub officer: Option<OfficerId>,
    /// The name as shown, with the office.
    pub who: String,
}

impl Author {
    /// Somebody without an account, by the name they gave.
    pub fn named(who: impl Into<String>) -> Self {
        Self { officer: None, who: who.into() }
    }
}

impl From<&Actor> for Author {
    fn from(actor: &Actor) -> Self {
        Self { officer: Some(actor.officer), who: format!("{} ({})", actor.name, actor.office.short_name) }
    }
}

/// An event before it has its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The circular in whose chain it stands.
    pub circular: CircularId,
    /// The delivery it happened to; none for the circular itself.
    pub delivery: Option<DeliveryId>,
    /// What happened.
    pub what: What,
    /// When, to the microsecond.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: Author,
    /// How it is known.
    pub evidence: Evidence,
}

/// The hash before the first event of a chain.
pub const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The SHA-256 over an event's canonical form: a JSON array of its parts in a fixed order, so that nobody who can
/// write to the database can alter a line without breaking every later one.
pub fn hash(event: &Event, position: i64, previous: &str) -> String {
    let canonical = serde_json::json!([
        "wian/event/1",
        event.circular,
        position,
        event.delivery,
        event.what,
        event.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        event.by.officer,
        event.by.who,
        event.evidence,
        previous,
    ]);
    data_encoding::HEXLOWER.encode(&Sha256::digest(canonical.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: &str) -> Event {
        Event {
            circular: CircularId(7),
            delivery: Some(DeliveryId(9)),
            what: What::Received { number: Some(number.to_owned()), on_behalf: None },
            at: "2023-05-24T02:30:00.000001Z".parse().expect("a moment"),
            by: Author::named("นายตัวอย่าง หนึ่ง"),
            evidence: Evidence::Officer,
        }
    }

    #[test]
    fn every_part_of_an_event_is_under_its_hash() {
        let sealed = hash(&event("12"), 1, FIRST);
        assert_eq!(sealed.len(), 64);
        assert_eq!(sealed, hash(&event("12"), 1, FIRST));
        assert_ne!(sealed, hash(&event("13"), 1, FIRST));
        assert_ne!(sealed, hash(&event("12"), 2, FIRST));
        assert_ne!(sealed, hash(&event("12"), 1, &sealed));
        assert_ne!(sealed, hash(&Event { evidence: Evidence::Claimed, ..event("12") }, 1, FIRST));
    }

    #[test]
    fn what_happened_is_kept_as_a_word_and_its_data() {
        let what = What::Forwarded { to: vec![DeliveryId(3)] };
        let json = serde_json::to_value(&what).expect("json");
        assert_eq!(json, serde_json::json!({"what": "forwarded", "data": {"to": ["3"]}}));
        assert_eq!(serde_json::from_value::<What>(json).expect("what"), what);
        assert_eq!(what.word(), "forwarded");
    }
}

//! The facts of a receipt and their canonical form: JSON with its fields in this order, no spaces, times in UTC to the
//! microsecond.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::Told;
use crate::domain::circular::{Circular, Issued};
use crate::domain::delivery::Delivery;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;

/// What is known of one delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The delivery.
    pub delivery: DeliveryId,
    /// `มท 0816.3/ว 679`.
    pub reference: String,
    /// The date on the letter.
    pub dated: NaiveDate,
    /// Its title for registers.
    pub title: String,
    /// The office that issued it.
    pub issuer: String,
    /// The office that it was for.
    pub office: Receiver,
    /// The number in that office's register.
    pub number: Option<String>,
    /// ส่ง.
    pub sent: Option<Fact>,
    /// ลงรับ.
    pub received: Option<Fact>,
    /// ส่งต่อ, when first.
    pub forwarded: Option<Fact>,
    /// รับทราบ.
    pub acknowledged: Option<Fact>,
}

/// The office that a letter was for, as it was called then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receiver {
    /// Its name in full.
    pub name: String,
    /// Its code.
    pub code: String,
}

/// One of the four facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// When.
    #[serde(serialize_with = "to_the_microsecond")]
    pub at: DateTime<Utc>,
    /// Who; a letter is sent by the office above as a whole.
    pub by: Option<Person>,
    /// How it is known.
    pub evidence: Evidence,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Position, where it was said.
    pub position: Option<String>,
}

fn to_the_microsecond<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Micros, true))
}

/// Whether there is something to give a receipt for.
///
/// # Errors
/// A circular that is void, a delivery that ended, and one that nobody has registered or taken note of.
pub fn may_be_given<'a>(delivery: &Delivery, circular: &'a Circular) -> Result<&'a Issued, Refusal> {
    let issued = circular.under_way()?;
    match &delivery.ended {
        Some(ended) if ended.returned => Err(Refusal::AlreadyReturned),
        Some(_) => Err(Refusal::Recalled),
        None if delivery.received.is_none() && delivery.acknowledged.is_none() => {
            Err(Refusal::NothingRecorded)
        }
        None => Ok(issued),
    }
}

impl Receipt {
    /// All that is recorded by now.
    pub fn of(delivery: &Delivery, circular: &Circular, issued: &Issued, office: Receiver) -> Self {
        let person = |name: &str, position: Option<&str>| {
            Some(Person { name: name.to_owned(), position: position.map(str::to_owned) })
        };
        // A letter is sent and forwarded by officers who are signed in, in no other way.
        let by_officer = |at: DateTime<Utc>, by| Fact { at, by, evidence: Evidence::Officer };
        let received = delivery.received.as_ref();
        Self {
            delivery: delivery.id,
            reference: issued.reference.clone(),
            dated: issued.dated,
            title: circular.title.clone(),
            issuer: circular.letter.owner.office.clone(),
            office,
            number: received.and_then(|received| received.number.as_ref()).map(|number| number.text.clone()),
            sent: delivery.sent_at.map(|at| by_officer(at, None)),
            received: received.map(|received| Fact {
                at: received.at,
                by: person(&received.by, None),
                evidence: received.evidence,
            }),
            forwarded: delivery
                .forwarded
                .as_ref()
                .map(|forwarded| by_officer(forwarded.at, person(&forwarded.by, None))),
            acknowledged: delivery.acknowledged.as_ref().map(|done| Fact {
                at: done.at,
                by: person(&done.by, Some(&done.position)),
                evidence: done.evidence,
            }),
        }
    }

    /// Which facts it tells.
    pub fn told(&self) -> Told {
        Told {
            sent: self.sent.is_some(),
            received: self.received.is_some(),
            forwarded: self.forwarded.is_some(),
            acknowledged: self.acknowledged.is_some(),
        }
    }

    /// As it was told when only these facts were known.
    #[must_use]
    pub fn only(self, told: Told) -> Self {
        Self {
            number: self.number.filter(|_| told.received),
            sent: self.sent.filter(|_| told.sent),
            received: self.received.filter(|_| told.received),
            forwarded: self.forwarded.filter(|_| told.forwarded),
            acknowledged: self.acknowledged.filter(|_| told.acknowledged),
            ..self
        }
    }

    /// The facts that it tells by their words, in their order.
    pub fn facts(&self) -> impl Iterator<Item = (&'static str, &Fact)> {
        let facts = [
            ("sent", self.sent.as_ref()),
            ("received", self.received.as_ref()),
            ("forwarded", self.forwarded.as_ref()),
            ("acknowledged", self.acknowledged.as_ref()),
        ];
        facts.into_iter().filter_map(|(word, fact)| Some((word, fact?)))
    }

    /// The canonical form.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).expect("texts, numbers and times always make JSON")
    }

    /// The first half of the SHA-256 of the canonical form: 128 bits, which nobody meets by trying.
    pub fn digest(&self) -> [u8; 16] {
        let whole = Sha256::digest(self.canonical());
        std::array::from_fn(|at| whole.get(at).copied().unwrap_or_default())
    }
}

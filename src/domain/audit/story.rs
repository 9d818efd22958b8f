//! What the events of a circular tell about it and its deliveries, to be compared with what is kept.

use std::collections::HashMap;
use std::fmt::Debug;

use chrono::{DateTime, Utc};

use super::Fault;
use crate::domain::circular::{Circular, CircularState};
use crate::domain::delivery::{Acknowledged, Delivery, Ended, Forwarded, Received, RegisterNumber};
use crate::domain::enclosure::Enclosure;
use crate::domain::event::{Event, What};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, EnclosureId};
use crate::domain::office::Tier;

/// A version that took the place of an older one: the enclosure, the number from 2, the SHA-256.
type Replaced = (EnclosureId, i32, String);

/// A circular as its events tell it.
#[derive(Debug)]
pub struct Story {
    circular: CircularId,
    state: CircularState,
    issued: Option<What>,
    replaced: Vec<Replaced>,
    deliveries: HashMap<DeliveryId, Delivery>,
}

impl Story {
    /// Begins with the tree of deliveries and none of their facts.
    pub fn begin(circular: CircularId, tree: &[Delivery]) -> Self {
        let mut deliveries: HashMap<_, _> = tree.iter().map(|row| (row.id, untouched(row))).collect();
        for parent in tree.iter().filter_map(|row| row.parent) {
            if let Some(parent) = deliveries.get_mut(&parent) {
                parent.children += 1;
            }
        }
        Self { circular, state: CircularState::Draft, issued: None, replaced: Vec::new(), deliveries }
    }

    /// Tells it on by one event.
    ///
    /// # Errors
    /// When the event names a delivery that is not in the tree.
    pub fn tell(&mut self, event: &Event) -> Result<(), Fault> {
        match (&event.what, event.delivery) {
            (What::Issued { .. }, _) => {
                self.state = CircularState::Issued;
                self.issued = Some(event.what.clone());
                let provinces = self.deliveries.values_mut().filter(|one| one.tier == Tier::Province);
                provinces.for_each(|one| one.sent_at = Some(event.at));
            }
            (What::EnclosureReplaced { enclosure, version, sha256 }, _) => {
                self.replaced.push((*enclosure, *version, sha256.clone()));
            }
            (What::Cancelled { .. }, _) => self.state = CircularState::Cancelled,
            (What::Superseded { .. }, _) => self.state = CircularState::Superseded,
            (What::Forwarded { to }, Some(id)) => {
                for below in to {
                    self.send(*below, event.at)?;
                }
                let sent = i32::try_from(to.len()).unwrap_or(i32::MAX);
                self.on(id, |one| forwarded(one, event, sent))?;
            }
            (What::Returned { .. } | What::Recalled { .. }, Some(id)) => {
                self.on(id, |one| on_its_own(one, event))?;
                let parent = self.deliveries.get(&id).and_then(|one| one.parent);
                if let Some(parent) = parent {
                    self.on(parent, |one| *one = one.clone().one_back())?;
                }
            }
            (_, Some(id)) => self.on(id, |one| on_its_own(one, event))?,
            (_, None) => {}
        }
        Ok(())
    }

    fn send(&mut self, id: DeliveryId, at: DateTime<Utc>) -> Result<(), Fault> {
        self.on(id, |one| {
            one.sent_at = Some(at);
            one.ended = None;
        })
    }

    fn on(&mut self, id: DeliveryId, change: impl FnOnce(&mut Delivery)) -> Result<(), Fault> {
        let circular = self.circular;
        let one = self.deliveries.get_mut(&id).ok_or(Fault::NoSuchDelivery { circular, delivery: id })?;
        change(one);
        Ok(())
    }

    /// Where the circular and its deliveries as kept part from what was told.
    pub fn compare(&self, circular: &Circular, tree: &[Delivery]) -> Vec<Fault> {
        let mut faults: Vec<Fault> = self
            .of_circular(circular, tree)
            .into_iter()
            .filter(|(_, kept, told)| kept != told)
            .map(|(field, kept, told)| Fault::CircularDiffers { circular: self.circular, field, kept, told })
            .collect();
        for kept in tree {
            let told = self.deliveries.get(&kept.id);
            faults.extend(told.into_iter().flat_map(|told| differences(kept, told)).map(
                |(field, kept_value, told)| Fault::DeliveryDiffers {
                    circular: self.circular,
                    delivery: kept.id,
                    field,
                    kept: kept_value,
                    told,
                },
            ));
        }
        faults
    }

    /// Where the enclosures' versions as kept part from what was told.
    pub fn compare_enclosures(&self, enclosures: &[Enclosure]) -> Option<Fault> {
        let later = |one: &Enclosure| {
            let versions = std::iter::once(&one.current).chain(&one.older).filter(|kept| kept.version > 1);
            versions.map(|kept| (one.id, kept.version, kept.sha256.clone())).collect::<Vec<Replaced>>()
        };
        let mut kept: Vec<Replaced> = enclosures.iter().flat_map(later).collect();
        let mut told = self.replaced.clone();
        kept.sort_unstable();
        told.sort_unstable();
        let (field, parted) = ("enclosures", kept != told);
        let [kept, told] = [kept, told].map(|versions| show(Some(versions)));
        parted.then_some(Fault::CircularDiffers { circular: self.circular, field, kept, told })
    }

    fn of_circular(&self, circular: &Circular, tree: &[Delivery]) -> Vec<(&'static str, String, String)> {
        let mut fields = vec![("state", circular.state.to_string(), self.state.to_string())];
        let kept = circular.issued.as_ref();
        let Some(What::Issued { reference, dated, letter_hash, provinces, locals, schools }) = &self.issued
        else {
            fields.push(("deliveries", tree.len().to_string(), "0".to_owned()));
            return fields;
        };
        let count = |tier: Tier| tree.iter().filter(|one| one.tier == tier).count().to_string();
        fields.extend([
            ("reference", show(kept.map(|kept| &kept.reference)), show(Some(reference))),
            ("dated", show(kept.map(|kept| kept.dated)), show(Some(dated))),
            ("letter_hash", show(kept.map(|kept| &kept.letter_hash)), show(Some(letter_hash))),
            ("provinces", count(Tier::Province), provinces.to_string()),
            ("locals", count(Tier::Local), locals.to_string()),
            ("schools", count(Tier::School), schools.to_string()),
        ]);
        fields
    }
}

/// A delivery of which only its place in the tree is known.
fn untouched(row: &Delivery) -> Delivery {
    Delivery {
        sent_at: None,
        opened_at: None,
        received: None,
        forwarded: None,
        children: 0,
        children_sent: 0,
        acknowledged: None,
        ended: None,
        reminders: 0,
        reminded_at: None,
        ..row.clone()
    }
}

fn forwarded(one: &mut Delivery, event: &Event, sent: i32) {
    one.children_sent = one.children_sent.saturating_add(sent).min(one.children);
    one.forwarded.get_or_insert_with(|| Forwarded { at: event.at, by: event.by.who.clone() });
}

/// What an event changes at the delivery itself.
fn on_its_own(one: &mut Delivery, event: &Event) {
    let Event { at, evidence, .. } = *event;
    match &event.what {
        What::Opened {} if evidence != Evidence::Machine => {
            one.opened_at.get_or_insert(at);
        }
        What::Received { number, on_behalf } => {
            let by = on_behalf.as_ref().map_or(&event.by.who, |word| &word.name).clone();
            let at = on_behalf.as_ref().map_or(at, |word| word.at);
            // The year is the one kept: the register's year is the day's, and the day is compared.
            let number = number.clone().map(|text| RegisterNumber { text, year: 0 });
            one.received = Some(Received { at, by, number, evidence });
        }
        What::Acknowledged { name, position, on_behalf, .. } => {
            let (by, position) = (name.clone(), position.clone());
            let at = on_behalf.as_ref().map_or(at, |word| word.at);
            one.acknowledged =
                Some(Acknowledged { at, by, position, evidence, confirmed_at: None, confirmed_by: None });
        }
        What::Confirmed {} => {
            if let Some(claim) = &mut one.acknowledged {
                claim.confirmed_at = Some(at);
                claim.confirmed_by = Some(event.by.who.clone());
            }
        }
        What::ClaimRejected { .. } => one.acknowledged = None,
        What::Returned { reason } => one.ended = Some(Ended { at, reason: reason.clone(), returned: true }),
        What::Recalled { reason } => one.ended = Some(Ended { at, reason: reason.clone(), returned: false }),
        What::Reminded { times, .. } => {
            one.reminders = *times;
            one.reminded_at = Some(at);
        }
        _ => {}
    }
}

/// The facts of a delivery that are not as told: field, kept, told.
fn differences(kept: &Delivery, told: &Delivery) -> Vec<(&'static str, String, String)> {
    let received = |one: &Delivery| {
        let number = |fact: &Received| fact.number.as_ref().map(|number| number.text.clone());
        show(one.received.as_ref().map(|fact| (fact.at, number(fact), fact.evidence)))
    };
    let acknowledged = |one: &Delivery| {
        let told = |fact: &Acknowledged| {
            format!("{:?}", (fact.at, &fact.by, &fact.position, fact.evidence, fact.confirmed_at))
        };
        show(one.acknowledged.as_ref().map(told))
    };
    let ended =
        |one: &Delivery| show(one.ended.as_ref().map(|ended| (ended.at, &ended.reason, ended.returned)));
    let fields = [
        ("sent_at", show(kept.sent_at), show(told.sent_at)),
        ("opened_at", show(kept.opened_at), show(told.opened_at)),
        ("received", received(kept), received(told)),
        (
            "forwarded_at",
            show(kept.forwarded.as_ref().map(|f| f.at)),
            show(told.forwarded.as_ref().map(|f| f.at)),
        ),
        ("children", show(Some(kept.children)), show(Some(told.children))),
        ("children_sent", show(Some(kept.children_sent)), show(Some(told.children_sent))),
        ("acknowledged", acknowledged(kept), acknowledged(told)),
        ("ended", ended(kept), ended(told)),
        ("reminders", show(Some(kept.reminders)), show(Some(told.reminders))),
        ("reminded_at", show(kept.reminded_at), show(told.reminded_at)),
    ];
    let mut parted: Vec<_> = fields.into_iter().filter(|(_, kept, told)| kept != told).collect();
    let names = [
        ("received_by", kept.received.as_ref().map(|f| &f.by), told.received.as_ref().map(|f| &f.by)),
        ("forwarded_by", kept.forwarded.as_ref().map(|f| &f.by), told.forwarded.as_ref().map(|f| &f.by)),
        (
            "confirmed_by",
            kept.acknowledged.as_ref().and_then(|f| f.confirmed_by.as_ref()),
            told.acknowledged.as_ref().and_then(|f| f.confirmed_by.as_ref()),
        ),
    ];
    for (field, kept, told) in names {
        // An event's author stands with the office: "name (office)".
        if let (Some(kept), Some(told)) = (kept, told)
            && !told.starts_with(kept.as_str())
        {
            parted.push((field, kept.clone(), told.clone()));
        }
    }
    parted
}

fn show(value: Option<impl Debug>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:?}"))
}

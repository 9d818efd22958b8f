//! The rows of an inbox, under a heading for each need.

use std::collections::HashMap;

use crate::app::App;
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::letter::Owner;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::{DeliveryLine, InboxCounts};
use crate::text::amounts::count;
use crate::text::{dates, fill};
use crate::web::badges::{Due, StateBadge, is_done};
use crate::web::{Frame, Signed};

#[derive(Debug)]
pub struct Section {
    pub title: String,
    pub n: String,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub struct Row {
    pub id: DeliveryId,
    pub href: String,
    pub urgency: &'static str,
    pub title: String,
    pub reference: String,
    pub iso: String,
    pub dated: String,
    pub from: String,
    pub due: Due,
    pub state: StateBadge,
    pub void: Option<(&'static str, String)>,
    pub tick: bool,
}

/// What rows are made with.
pub struct List<'a> {
    pub app: &'a App,
    pub officer: &'a Signed,
    pub frame: &'a Frame,
    pub owners: HashMap<CircularId, Owner>,
    pub counts: &'a InboxCounts,
    pub searched: bool,
}

impl List<'_> {
    /// The lines, which come in the order of need, under a heading for each need.
    pub fn sections(&self, lines: Vec<DeliveryLine>) -> Vec<Section> {
        let mut sections: Vec<(usize, Section)> = Vec::new();
        for line in lines {
            let need = need(&line);
            if sections.last().is_none_or(|(last, _)| *last != need) {
                sections.push((need, self.section(need)));
            }
            if let Some((_, section)) = sections.last_mut() {
                section.rows.push(self.row(line));
            }
        }
        sections.into_iter().map(|(_, section)| section).collect()
    }

    fn section(&self, need: usize) -> Section {
        let words = &self.frame.t.inbox;
        let school = self.officer.actor.office.tier == Tier::School;
        let (title, n) = match need {
            0 if school => (&words.to_acknowledge, Some(self.counts.to_receive)),
            0 => (&words.to_receive, Some(self.counts.to_receive)),
            1 => (&words.to_forward_section, Some(self.counts.to_forward)),
            2 => (&words.to_acknowledge_section, Some(self.counts.to_acknowledge)),
            _ => (&words.done_section, None),
        };
        let n = n.filter(|_| !self.searched).map(|n| fill(&words.letters, &[("n", count(n))]));
        Section { title: title.clone(), n: n.unwrap_or_default(), rows: Vec::new() }
    }

    fn row(&self, line: DeliveryLine) -> Row {
        let (lang, t) = (self.frame.lang, self.frame.t);
        let owner = self.owners.get(&line.delivery.circular);
        let from = owner.map(|owner| owner.division.as_deref().unwrap_or(&owner.office));
        let void = match line.circular_state {
            CircularState::Cancelled => Some(("cancelled", t.states.cancelled.clone())),
            CircularState::Superseded => Some(("superseded", t.states.superseded.clone())),
            _ => None,
        };
        // What was cancelled is due no more.
        let due = if line.circular_state == CircularState::Cancelled {
            Due::default()
        } else {
            Due::of(lang, &line.delivery, self.officer.visitor.now, &self.app.holidays)
        };
        let may_forward = line.delivery.may_forward().is_ok();
        let tick = line.circular_state != CircularState::Cancelled
            && (line.delivery.may_receive().is_ok() || may_forward);
        Row {
            id: line.delivery.id,
            href: paths::Delivery { id: line.delivery.id }.to_string(),
            urgency: line.urgency.as_str(),
            iso: line.dated.map(|day| day.to_string()).unwrap_or_default(),
            dated: line.dated.map(|day| dates::day(lang, day)).unwrap_or_default(),
            from: from.unwrap_or_default().to_owned(),
            due,
            state: StateBadge::at_office(t, &line.delivery),
            title: line.title,
            reference: line.reference,
            void,
            tick,
        }
    }
}

/// The same need as the list is sorted by.
fn need(line: &DeliveryLine) -> usize {
    let delivery = &line.delivery;
    let over = line.circular_state == CircularState::Cancelled || is_done(delivery);
    match () {
        () if over => 3,
        () if delivery.received.is_none() && delivery.acknowledged.is_none() => 0,
        () if delivery.children > 0 && delivery.received.is_some() => 1,
        () if delivery.received.is_some() => 2,
        () => 3,
    }
}

//! A delivery as the who-has-not list shows it, with where it rests and how late that is.

use chrono::{DateTime, Utc};

use crate::app::province_name;
use crate::domain::deadline::{DueState, Holidays, due_state};
use crate::domain::delivery::State;
use crate::domain::ids::DeliveryId;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::DeliveryLine;
use crate::text::amounts::count;
use crate::text::{Lang, Text, dates, fill};
use crate::web::Frame;

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryRow {
    /// The delivery.
    pub id: Option<DeliveryId>,
    /// Its place in the list.
    pub place: String,
    /// Its timeline.
    pub href: String,
    /// Its province.
    pub province: String,
    /// Its local administration; empty for a provincial office.
    pub local: String,
    /// The district.
    pub district: String,
    /// The school, or the provincial office.
    pub office: String,
    /// When the office that registers it received it.
    pub received_at: String,
    /// Its number in the register there.
    pub number: String,
    /// Forwarded so far, of all.
    pub forwarded: String,
    /// When it was acknowledged.
    pub acknowledged_at: String,
    /// By whom.
    pub acknowledged_by: String,
    /// How that is known; empty when it is not acknowledged.
    pub evidence: &'static str,
    /// Shape of the badge.
    pub shape: &'static str,
    /// Word of the badge.
    pub state_word: String,
    /// Where it rests; empty when nothing is left to do.
    pub rests_at: String,
    /// When the office was reminded last.
    pub reminded_at: String,
    /// How often.
    pub reminders: String,
    /// Whether there is something left to remind of.
    pub open: bool,
}

/// The rows of a page; `from` is the place of the first.
pub fn rows(
    page: &Frame,
    lines: &[DeliveryLine],
    now: DateTime<Utc>,
    holidays: &Holidays,
    from: i64,
) -> Vec<DeliveryRow> {
    lines.iter().zip(from..).map(|(line, place)| row(page.t, page.lang, line, now, holidays, place)).collect()
}

/// One row.
pub fn row(
    t: &Text,
    lang: Lang,
    line: &DeliveryLine,
    now: DateTime<Utc>,
    holidays: &Holidays,
    place: i64,
) -> DeliveryRow {
    let delivery = &line.delivery;
    let (shape, state_word) = badge(t, line, now, holidays);
    let state = delivery.state();
    let open = !matches!(state, State::Acknowledged | State::Returned | State::Recalled);
    let is_school = delivery.tier == Tier::School;
    // A school has no register: what its local administration recorded stands there.
    let own_number = delivery.received.as_ref().and_then(|received| received.number.as_ref());
    let (received_at, number, forwarded) = if is_school {
        (line.parent_received_at, line.parent_register_number.clone(), line.parent_forwarded)
    } else {
        let of = (delivery.children > 0).then_some((delivery.children_sent, delivery.children));
        (
            delivery.received.as_ref().map(|received| received.at),
            own_number.map(|number| number.text.clone()),
            of,
        )
    };
    let acknowledged = delivery.acknowledged.as_ref();
    DeliveryRow {
        id: Some(delivery.id),
        place: count(place),
        href: paths::Delivery { id: delivery.id }.to_string(),
        province: line.province_code.as_deref().map_or_else(String::new, province_name),
        local: match delivery.tier {
            Tier::School => line.parent_name.clone().unwrap_or_default(),
            Tier::Local => line.office_short_name.clone(),
            Tier::Province | Tier::Department => String::new(),
        },
        district: line.district.clone().unwrap_or_default(),
        office: match delivery.tier {
            Tier::School => line.office_name.clone(),
            Tier::Local => String::new(),
            Tier::Province | Tier::Department => line.office_short_name.clone(),
        },
        received_at: received_at.map_or_else(String::new, |at| dates::day_of(lang, at)),
        number: number.unwrap_or_default(),
        forwarded: forwarded.map_or_else(String::new, |(n, of)| format!("{n}/{of}")),
        acknowledged_at: acknowledged.map_or_else(String::new, |done| dates::day_of(lang, done.at)),
        acknowledged_by: acknowledged
            .map_or_else(String::new, |done| format!("{} ({})", done.by, done.position)),
        evidence: acknowledged.map_or("", |done| done.evidence.as_str()),
        shape,
        state_word,
        rests_at: if open {
            fill(&t.deliveries_list.stuck_at, &[("tier", t.tiers_short.word(rests_at(line).as_str()))])
        } else {
            String::new()
        },
        reminded_at: delivery.reminded_at.map_or_else(String::new, |at| dates::day_of(lang, at)),
        reminders: if delivery.reminders > 0 {
            fill(&t.states.reminded, &[("n", delivery.reminders)])
        } else {
            String::new()
        },
        open,
    }
}

/// The tier of the office that has it now.
fn rests_at(line: &DeliveryLine) -> Tier {
    let own = line.delivery.tier;
    if line.delivery.sent_at.is_some() {
        return own;
    }
    let above = own.above().unwrap_or(own);
    if line.parent_state == Some(State::Awaiting) { above.above().unwrap_or(above) } else { above }
}

fn badge(t: &Text, line: &DeliveryLine, now: DateTime<Utc>, holidays: &Holidays) -> (&'static str, String) {
    let delivery = &line.delivery;
    let state = delivery.state();
    let is_done = matches!(state, State::Acknowledged | State::Returned | State::Recalled)
        || (delivery.children > 0 && delivery.children_sent >= delivery.children);
    let due = delivery.due_at.filter(|_| !is_done).map(|due_at| due_state(due_at, now, holidays));
    match (due, state) {
        (Some(DueState::Late(1)), _) => ("late", t.due.late_one.clone()),
        (Some(DueState::Late(days)), _) => ("late", fill(&t.due.late, &[("n", days)])),
        (Some(DueState::Today), _) => ("today", t.due.today.clone()),
        (_, State::Sent) if delivery.tier == Tier::School => ("sent", t.states.sent_school.clone()),
        (_, State::Opened) if delivery.tier == Tier::School => ("opened", t.states.opened_school.clone()),
        (_, State::Forwarded) => {
            let of = [("n", delivery.children_sent), ("of", delivery.children)];
            ("forwarded", fill(&t.states.forwarded_of, &of))
        }
        (_, state) => (state.as_str(), t.states.word(state.as_str()).to_owned()),
    }
}

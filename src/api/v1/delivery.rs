//! A delivery as JSON: one circular at one office, with its four facts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::problem::Problem;
use crate::app::{App, PROVINCES};
use crate::domain::actor::Actor;
use crate::domain::circular::CircularState;
use crate::domain::clock::bangkok;
use crate::domain::delivery::{Delivery, State};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::letter::Urgency;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::store::reports::{self, DeliveryLine};

/// One circular at one office.
#[derive(Debug, Serialize, ToSchema)]
pub struct Item {
    #[schema(value_type = String)]
    id: DeliveryId,
    circular: OfCircular,
    office: AtOffice,
    /// The delivery at the office above; none for a provincial office.
    #[schema(value_type = Option<String>)]
    parent: Option<DeliveryId>,
    /// The short name of the office above.
    from: Option<String>,
    /// The furthest it has come.
    state: State,
    sent_at: Option<DateTime<FixedOffset>>,
    opened_at: Option<DateTime<FixedOffset>>,
    received_at: Option<DateTime<FixedOffset>>,
    received_by: Option<String>,
    /// As printed: `2398`, `2398/1`.
    register_number: Option<String>,
    forwarded: Forwarded,
    forwarded_at: Option<DateTime<FixedOffset>>,
    acknowledged_at: Option<DateTime<FixedOffset>>,
    acknowledged_by: Option<String>,
    acknowledged_position: Option<String>,
    /// How the furthest fact is known.
    evidence: Option<Evidence>,
    /// When the local administration confirmed what was claimed.
    confirmed_at: Option<DateTime<FixedOffset>>,
    due_at: Option<DateTime<FixedOffset>>,
    /// Why it was returned or pulled back.
    reason: Option<String>,
    /// How often the office was reminded.
    reminders: i32,
    reminded_at: Option<DateTime<FixedOffset>>,
}

/// The circular of a delivery.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfCircular {
    #[schema(value_type = String)]
    id: CircularId,
    /// `มท 0816.3/ว 679`.
    reference: String,
    title: String,
    urgency: Urgency,
    state: CircularState,
    /// The date on the letter.
    dated: Option<NaiveDate>,
}

/// The office of a delivery.
#[derive(Debug, Serialize, ToSchema)]
pub struct AtOffice {
    code: String,
    name: String,
    tier: Tier,
    /// The district, since names repeat within a province.
    district: Option<String>,
    /// The province's two-digit code.
    province: Option<String>,
    province_name: Option<&'static str>,
}

/// To how many of those below it was forwarded.
#[derive(Debug, Serialize, ToSchema)]
pub struct Forwarded {
    /// Those that were sent it.
    n: i32,
    /// All of them.
    of: i32,
}

impl From<DeliveryLine> for Item {
    fn from(line: DeliveryLine) -> Self {
        let delivery = line.delivery;
        let (evidence, state) = (evidence(&delivery), delivery.state());
        let received = delivery.received;
        let acknowledged = delivery.acknowledged;
        Self {
            id: delivery.id,
            circular: OfCircular {
                id: delivery.circular,
                reference: line.reference,
                title: line.title,
                urgency: line.urgency,
                state: line.circular_state,
                dated: line.dated,
            },
            office: AtOffice {
                code: line.office_code,
                name: line.office_name,
                tier: delivery.tier,
                district: line.district,
                province_name: line.province_code.as_deref().map(province_name),
                province: line.province_code,
            },
            parent: delivery.parent,
            from: line.parent_name,
            state,
            sent_at: delivery.sent_at.map(bangkok),
            opened_at: delivery.opened_at.map(bangkok),
            received_at: received.as_ref().map(|received| bangkok(received.at)),
            register_number: received
                .as_ref()
                .and_then(|received| Some(received.number.as_ref()?.text.clone())),
            received_by: received.map(|received| received.by),
            forwarded: Forwarded { n: delivery.children_sent, of: delivery.children },
            forwarded_at: delivery.forwarded.map(|forwarded| bangkok(forwarded.at)),
            acknowledged_at: acknowledged.as_ref().map(|done| bangkok(done.at)),
            confirmed_at: acknowledged.as_ref().and_then(|done| done.confirmed_at).map(bangkok),
            acknowledged_position: acknowledged.as_ref().map(|done| done.position.clone()),
            acknowledged_by: acknowledged.map(|done| done.by),
            evidence,
            due_at: delivery.due_at.map(bangkok),
            reason: delivery.ended.map(|ended| ended.reason),
            reminders: delivery.reminders,
            reminded_at: delivery.reminded_at.map(bangkok),
        }
    }
}

/// How the furthest fact is known: a page that was only opened was opened by a human, or it would not count.
fn evidence(delivery: &Delivery) -> Option<Evidence> {
    let acknowledged = delivery.acknowledged.as_ref().map(|done| done.evidence);
    let received = delivery.received.as_ref().map(|received| received.evidence);
    acknowledged.or(received).or(delivery.opened_at.map(|_| Evidence::Open))
}

/// The Thai name of a province, without จังหวัด; empty for a code that is none.
pub fn province_name(code: &str) -> &'static str {
    PROVINCES.iter().find(|province| province.code == code).map_or("", |province| province.name_th.as_str())
}

/// The delivery as it is now, for somebody who just did something to it.
///
/// # Errors
/// When it is out of the actor's sight, or the database fails.
pub async fn shown(app: &App, actor: &Actor, id: DeliveryId) -> Result<Item, Problem> {
    let line = reports::delivery(&app.db, &actor.scope(), id, app.clock.now()).await?;
    Ok(line.ok_or(Refusal::NotFound)?.into())
}

//! A circular as JSON.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::problem::Problem;
use crate::app::{App, Config};
use crate::domain::actor::Actor;
use crate::domain::circular::{Audience, Circular, CircularState, Issued};
use crate::domain::clock::bangkok;
use crate::domain::ids::{CircularId, GroupId};
use crate::domain::letter::{Finding, Reading, Urgency};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store;

/// What lists say of a circular.
#[derive(Debug, Serialize, ToSchema)]
pub struct Summary {
    #[schema(value_type = String)]
    id: CircularId,
    state: CircularState,
    /// Its title for registers and lists.
    title: String,
    urgency: Urgency,
    /// `มท 0816.3/ว 679`; none in a draft.
    reference: Option<String>,
    /// Its number in the register of circulars.
    number: Option<i64>,
    /// The Buddhist year of that register.
    year: Option<i32>,
    /// The date on the letter.
    dated: Option<NaiveDate>,
    issued_at: Option<DateTime<FixedOffset>>,
    issued_by: Option<String>,
    /// Its public page, as the QR code has it.
    link: Option<String>,
    /// Why it was cancelled or superseded, and when.
    reason: Option<String>,
    ended_at: Option<DateTime<FixedOffset>>,
    /// The circular that it corrects.
    #[schema(value_type = Option<String>)]
    supersedes: Option<CircularId>,
    /// The circular that corrects it.
    #[schema(value_type = Option<String>)]
    superseded_by: Option<CircularId>,
}

impl Summary {
    /// A circular's summary, with its public address.
    pub fn of(config: &Config, circular: &Circular) -> Self {
        let issued = circular.issued.as_ref();
        Self {
            id: circular.id,
            state: circular.state,
            title: circular.title.clone(),
            urgency: circular.letter.urgency,
            reference: issued.map(|issued| issued.reference.clone()),
            number: issued.map(|issued| issued.number),
            year: issued.map(|issued| issued.year),
            dated: issued.map(|issued| issued.dated),
            issued_at: issued.map(|issued| bangkok(issued.at)),
            issued_by: issued.map(|issued| issued.by_name.clone()),
            link: issued.map(|issued| link(config, issued)),
            reason: circular.void.as_ref().map(|void| void.reason.clone()),
            ended_at: circular.void.as_ref().map(|void| bangkok(void.at)),
            supersedes: circular.supersedes.as_ref().map(|old| old.circular),
            superseded_by: circular.superseded_by,
        }
    }
}

/// A circular with its letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct Whole {
    #[serde(flatten)]
    summary: Summary,
    audience: Recipients,
    /// SHA-256 of the letter's canonical form.
    letter_hash: Option<String>,
    created_at: DateTime<FixedOffset>,
    updated_at: DateTime<FixedOffset>,
    /// Counts changes: give it back when replacing a draft, and two who edit it notice each other.
    version: i64,
    /// The letter's fields.
    letter: Reading,
    /// What stands in the way of issuing a draft, or is worth knowing before.
    findings: Vec<Finding>,
}

/// Whom a circular is for, one of these; the offices above on the route are always part of it.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Recipients {
    /// The schools of its roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    roster: Option<bool>,
    /// Every office of a tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<Tier>,
    /// A saved group.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<GroupId>,
    /// These offices, by code.
    #[serde(skip_serializing_if = "Option::is_none")]
    offices: Option<Vec<String>>,
}

impl From<&Audience> for Recipients {
    fn from(audience: &Audience) -> Self {
        match audience {
            Audience::Roster => Self { roster: Some(true), ..Self::default() },
            Audience::Tier(tier) => Self { tier: Some(*tier), ..Self::default() },
            Audience::Group(group) => Self { group: Some(*group), ..Self::default() },
            Audience::Offices(codes) => Self { offices: Some(codes.clone()), ..Self::default() },
        }
    }
}

impl Whole {
    /// A circular with its letter, and what the linter says of a draft.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(app: &App, circular: Circular) -> Result<Self, Problem> {
        let is_draft = circular.state == CircularState::Draft;
        let findings =
            if is_draft { crate::actions::check::findings(&app.db, &circular).await? } else { Vec::new() };
        Ok(Self {
            summary: Summary::of(&app.config, &circular),
            audience: (&circular.audience).into(),
            letter_hash: circular.issued.as_ref().map(|issued| issued.letter_hash.clone()),
            created_at: bangkok(circular.created_at),
            updated_at: bangkok(circular.updated_at),
            version: circular.version,
            letter: circular.letter,
            findings,
        })
    }
}

/// The full address of a circular's public page.
pub fn link(config: &Config, issued: &Issued) -> String {
    config.public_url(&paths::Letter { code: issued.link.clone() }.to_string())
}

/// A circular that the caller can see.
///
/// # Errors
/// When it is out of sight, or the database fails.
pub async fn seen(app: &App, actor: &Actor, id: CircularId) -> Result<Circular, Problem> {
    Ok(store::circulars::find(&app.db, &actor.scope(), id).await?.ok_or(Refusal::NotFound)?)
}

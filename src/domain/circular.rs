//! A circular: the letter, whom it is for, and what became of it. Nothing in it changes after issue.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::code::Code;
use crate::domain::event::What;
use crate::domain::ids::{CircularId, EmblemId, GroupId, OfficeId, OfficerId};
use crate::domain::letter::Reading;
use crate::domain::office::Tier;
use crate::domain::paper::{OwnPaper, PaperStyle};
use crate::domain::refusal::Refusal;
use crate::domain::word::words;

/// What a circular is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CircularState {
    /// It can still be changed.
    Draft,
    /// It has its number and is on its way.
    Issued,
    /// It is void; its number stays used.
    Cancelled,
    /// A later circular corrects it.
    Superseded,
}

words!(CircularState {
    Draft => "draft",
    Issued => "issued",
    Cancelled => "cancelled",
    Superseded => "superseded",
});

/// Whom a circular is for. The offices above on the route are always part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The schools of its roster.
    #[default]
    Roster,
    /// Every office of a tier.
    Tier(Tier),
    /// A saved group.
    Group(GroupId),
    /// These offices, by code.
    Offices(Vec<String>),
}

/// What issuing fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Number in the register of circulars.
    pub number: i64,
    /// Buddhist year of that register.
    pub year: i32,
    /// As printed: `มท 0816.3/ว 679`.
    pub reference: String,
    /// The date on the letter.
    pub dated: NaiveDate,
    /// When it was issued.
    pub at: DateTime<Utc>,
    /// Who issued it.
    pub by: OfficerId,
    /// That officer's name, as it was then.
    pub by_name: String,
    /// The code of its public page.
    pub link: Code,
    /// SHA-256 of the letter's canonical form.
    pub letter_hash: String,
}

/// Cancelled or superseded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Void {
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// An older circular that a new one takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// The older circular.
    pub circular: CircularId,
    /// What is wrong with it.
    pub reason: String,
}

/// A circular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circular {
    /// Its id.
    pub id: CircularId,
    /// The office that issues it.
    pub office: OfficeId,
    /// What it is.
    pub state: CircularState,
    /// Its title for registers and lists.
    pub title: String,
    /// The text it was read from; empty for one typed in field by field.
    pub source: String,
    /// The letter's fields.
    pub letter: Reading,
    /// How it is printed.
    pub paper: PaperStyle,
    /// Where the letter that its office wrote elsewhere is stamped; none when Wian lays the letter out.
    pub own_paper: Option<OwnPaper>,
    /// The emblem that stood above it when it was issued; none in a draft, and where its office had none.
    pub emblem: Option<EmblemId>,
    /// Whom it is for.
    pub audience: Audience,
    /// What issuing fixed; none in a draft.
    pub issued: Option<Issued>,
    /// Cancelled or superseded.
    pub void: Option<Void>,
    /// The circular that it corrects.
    pub supersedes: Option<Corrected>,
    /// The circular that corrects it.
    pub superseded_by: Option<CircularId>,
    /// Who began it.
    pub created_by: OfficerId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When the draft was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts changes of the draft, so that two who edit it notice each other.
    pub version: i64,
}

impl Circular {
    /// Refuses what is no longer a draft.
    ///
    /// # Errors
    /// When it was issued.
    pub fn draft(&self) -> Result<(), Refusal> {
        if self.state == CircularState::Draft { Ok(()) } else { Err(Refusal::NotADraft) }
    }

    /// What was fixed at issue.
    ///
    /// # Errors
    /// When it is a draft.
    pub fn issued(&self) -> Result<&Issued, Refusal> {
        self.issued.as_ref().ok_or(Refusal::NotIssued)
    }

    /// Refuses acts on a circular that is not on its way: a draft, or one that was cancelled.
    ///
    /// # Errors
    /// As said; one that was superseded can still be received and acknowledged.
    pub fn under_way(&self) -> Result<&Issued, Refusal> {
        if self.state == CircularState::Cancelled {
            return Err(Refusal::CircularCancelled);
        }
        self.issued()
    }

    /// Makes it void. Its number stays used.
    ///
    /// # Errors
    /// When it is a draft, cancelled or superseded.
    pub fn cancel(mut self, reason: String, now: DateTime<Utc>) -> Result<(Self, What), Refusal> {
        self.under_way()?;
        if self.state == CircularState::Superseded {
            return Err(Refusal::AlreadySuperseded);
        }
        self.state = CircularState::Cancelled;
        self.void = Some(Void { at: now, reason: reason.clone() });
        Ok((self, What::Cancelled { reason }))
    }

    /// Puts a later circular in its place.
    ///
    /// # Errors
    /// When it is a draft, cancelled or superseded already.
    pub fn supersede(
        mut self,
        by: CircularId,
        reason: String,
        now: DateTime<Utc>,
    ) -> Result<(Self, What), Refusal> {
        self.under_way()?;
        if self.state == CircularState::Superseded {
            return Err(Refusal::AlreadySuperseded);
        }
        self.state = CircularState::Superseded;
        self.superseded_by = Some(by);
        self.void = Some(Void { at: now, reason: reason.clone() });
        Ok((self, What::Superseded { by, reason }))
    }
}

/// The code before the slash of a circular's number, as officers type it: "มท 0816.3". The letters, a space, figures.
///
/// # Errors
/// When it is empty, too long or holds a slash or a line break.
pub fn parse_prefix(text: &str) -> Result<String, Refusal> {
    let prefix = crate::domain::thai::fold_digits(&crate::domain::thai::normalise(text));
    let fits = prefix.chars().count() <= 40 && !prefix.contains(['/', '<', '>']);
    match prefix.as_str() {
        "" => Err(Refusal::Missing { field: "prefix" }),
        _ if !fits => Err(Refusal::Malformed { field: "prefix" }),
        _ => Ok(prefix),
    }
}

/// A circular's number as it is printed and searched: `มท 0816.3/ว 679`, without zero padding.
pub fn reference(prefix: &str, number: i64) -> String {
    format!("{prefix}/ว {number}")
}

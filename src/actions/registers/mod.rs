//! Registers of an office: its lines in the columns of the regulation's forms 13 and 14, and as files.

mod file;
mod line;

pub use file::{FileKind, file};
pub use line::{Line, Number, Of};

use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::numbering_report::NumberingReport;
use crate::domain::office::Tier;
use crate::store::numbers::Register;
use crate::store::reports::{self, CircularFilter, CircularLine, Kept};

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// ทะเบียนหนังสือรับ, form 13.
    Received,
    /// ทะเบียนหนังสือส่ง, form 14: what the office issued, or sent on.
    Sent,
    /// The circulars that the office issued.
    Circulars,
}

impl Which {
    /// Its name in addresses and of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Sent => "sent",
            Self::Circulars => "circulars",
        }
    }
}

/// The lines of a year, those that became void among them. Skips so many.
///
/// # Errors
/// When the database fails.
pub async fn lines(
    app: &App,
    actor: &Actor,
    which: Which,
    year: i32,
    skip: u64,
    limit: u64,
) -> Result<Vec<Line>> {
    let kept = match which {
        Which::Received => Kept::Received,
        Which::Sent if actor.office.tier != Tier::Department => Kept::Forwarded,
        Which::Sent | Which::Circulars => {
            let found = reports::circulars_register(&app.db, actor.office.id, year, skip, limit).await?;
            let from = &actor.office.short_name;
            return Ok(found.into_iter().map(|line| Line::of_circular(line, from)).collect());
        }
    };
    let found = reports::register(&app.db, &actor.scope(), kept, year, skip, limit).await?;
    Ok(found.into_iter().map(|line| Line::of_delivery(line, kept)).collect())
}

/// The lines of a year as a person reads them: as [`lines()`], but an office that issues no circulars sees those that it may
/// read, each with who issued it.
///
/// # Errors
/// When the database fails.
pub async fn shown(app: &App, actor: &Actor, which: Which, year: i32, limit: u64) -> Result<Vec<Line>> {
    if which != Which::Circulars || actor.office.tier == Tier::Department {
        return lines(app, actor, which, year, 0, limit).await;
    }
    let filter = CircularFilter { year: Some(year), ..CircularFilter::default() };
    let mut found = reports::circulars(&app.db, &actor.scope(), &filter, limit).await?;
    found.sort_by_key(|line| line.circular.issued.as_ref().map(|issued| issued.number));
    let line = |line: CircularLine| {
        let from = line.circular.letter.owner.office.clone();
        Line::of_circular(line, &from)
    };
    Ok(found.into_iter().map(line).collect())
}

/// Whether the numbers of a year are complete; none for a register without numbers of its own: what is sent on keeps
/// its issuer's.
///
/// # Errors
/// When the database fails.
pub async fn numbering(app: &App, actor: &Actor, which: Which, year: i32) -> Result<Option<NumberingReport>> {
    let register = match which {
        Which::Received => Register::Received,
        Which::Sent | Which::Circulars if actor.office.tier == Tier::Department => Register::Circular,
        Which::Sent | Which::Circulars => return Ok(None),
    };
    Ok(Some(reports::numbering(&app.db, actor.office.id, register, year).await?))
}

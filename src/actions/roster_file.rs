//! The roster as a file, made from the matched rows at the moment of issue and enclosed with the letter.

use chrono::{DateTime, Utc};

use super::check::ROSTER_TITLE;
use super::{MadeFile, keep_made_file};
use crate::app::{App, Complaint, Result};
use crate::domain::actor::Actor;
use crate::domain::circular::{Audience, Circular};
use crate::domain::enclosure::Role;
use crate::letters::roster_sheet::{RosterRow, RosterSheet, roster_xlsx};
use crate::store::roster_schools::RosterSchool;
use crate::store::{self, Tx};

/// Encloses the roster as a workbook, unless the drafter enclosed a file of their own or there is none.
pub(super) async fn keep(
    app: &App,
    tx: &Tx,
    by: &Actor,
    circular: &Circular,
    now: DateTime<Utc>,
) -> Result<()> {
    let enclosed = store::enclosures::of_circular(tx, circular.id).await?;
    let has_own = enclosed.iter().any(|enclosure| enclosure.role == Role::Roster);
    let schools = store::roster_schools::schools(tx, circular.id).await?;
    if has_own || schools.is_empty() || circular.audience != Audience::Roster {
        return Ok(());
    }
    let reference = circular.issued.as_ref().map(|issued| issued.reference.clone()).unwrap_or_default();
    let sheet = roster_sheet(&reference, schools);
    let made = tokio::task::spawn_blocking(move || roster_xlsx(&sheet)).await?;
    let bytes = made.map_err(|error| {
        Complaint::new(
            "roster_not_written",
            "สร้างไฟล์บัญชีรายชื่อไม่สำเร็จ",
            format!("The roster could not be written: {error}."),
        )
    })?;
    let file = MadeFile {
        role: Role::Roster, title: ROSTER_TITLE, filename: "บัญชีรายชื่อโรงเรียน.xlsx", bytes
    };
    keep_made_file(app, tx, circular.id, file, by, now).await
}

/// The roster of a circular as a table to download.
pub fn roster_sheet(reference: &str, schools: Vec<RosterSchool>) -> RosterSheet {
    let row = |(seq, school): (u32, RosterSchool)| RosterRow {
        seq,
        school: school.school,
        local: school.local,
        district: school.district,
        province: school.province,
        school_code: school.school_code,
        local_code: school.local_code,
    };
    RosterSheet {
        title: ROSTER_TITLE.to_owned(),
        reference: reference.to_owned(),
        rows: (1..).zip(schools).map(row).collect(),
    }
}

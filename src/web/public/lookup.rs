//! A school looked for in the roster of a letter: by its own name, its local administration's or its province's.

use crate::app::App;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::store::reports::{self, SchoolFilter, SchoolLine};
use crate::text::{Lang, dates, fill};
use crate::web::PageError;
use crate::web::places::{place, provinces_by_word};

/// Schools shown at most; more words find fewer.
const MOST: u64 = 30;

/// So few schools are all shown without looking for one.
const FEW: i64 = 8;

/// The schools to choose from.
#[derive(Debug, Default)]
pub struct Lookup {
    /// What was looked for.
    pub words: String,
    /// How many schools the letter is for.
    pub total: i64,
    /// How many were found.
    pub found: i64,
    /// Whether anything was looked for, or is shown without.
    pub shown: bool,
    /// Those found.
    pub schools: Vec<SchoolRow>,
}

/// A school to choose.
#[derive(Debug, Clone)]
pub struct SchoolRow {
    /// Its delivery.
    pub id: DeliveryId,
    /// Its name.
    pub name: String,
    /// Its local administration, district and province.
    pub place: String,
    /// When it took note, in words without a name; empty while it has not.
    pub done: String,
}

/// Looks for schools.
///
/// # Errors
/// When the database fails.
pub async fn look(app: &App, lang: Lang, circular: CircularId, words: &str) -> Result<Lookup, PageError> {
    let words: String = words.trim().chars().take(100).collect();
    let total = reports::route_schools_count(&app.db, circular, &SchoolFilter::default()).await?;
    if words.is_empty() && total > FEW {
        return Ok(Lookup { total, ..Lookup::default() });
    }
    let filter = SchoolFilter { provinces: provinces_by_word(&words), words: words.clone() };
    let found = reports::route_schools_count(&app.db, circular, &filter).await?;
    let lines = reports::route_schools(&app.db, circular, &filter, 0, MOST).await?;
    let schools = lines.iter().map(|line| row(lang, line)).collect();
    Ok(Lookup { words, total, found, shown: total > 0, schools })
}

/// A school as it is chosen.
pub fn row(lang: Lang, line: &SchoolLine) -> SchoolRow {
    let done = line
        .acknowledged_at
        .map(|at| fill(&lang.text().letter_page.done_on, &[("date", dates::day_of(lang, at))]));
    SchoolRow {
        id: line.delivery,
        name: line.school.clone(),
        place: place(lang, Some(&line.local), line.district.as_deref(), line.province_code.as_deref()),
        done: done.unwrap_or_default(),
    }
}

//! แจ้งเวียน: a draft takes the next number of its year and goes to everybody on its route, all in one transaction.

use chrono::{Datelike as _, NaiveDate};
use sha2::{Digest as _, Sha256};

use super::{cancel, check, held, print_letter};
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::{Circular, CircularState, Issued, reference};
use crate::domain::clock::buddhist_year;
use crate::domain::code::Code;
use crate::domain::deadline;
use crate::domain::event::What;
use crate::domain::ids::CircularId;
use crate::domain::letter::{Dated, Level, Reference, Secrecy};
use crate::domain::refusal::Refusal;
use crate::domain::thai::dates;
use crate::paths;
use crate::store;
use crate::store::fan_out::{self, Made, Route};
use crate::store::numbers::{self, Register};

/// How a draft is issued.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Issuance {
    /// The date on the letter: today in Thailand unless given. It may lie in the past, as a late registration.
    pub dated: Option<NaiveDate>,
    /// Whether the warnings of the linter were seen and accepted.
    pub accept_warnings: bool,
}

/// What issuing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedCircular {
    /// The circular as it is for ever.
    pub circular: Circular,
    /// What issuing fixed.
    pub issued: Issued,
    /// How many deliveries each tier got.
    pub deliveries: Made,
}

/// Issues a draft.
///
/// # Errors
/// When the actor may not, it was issued before, the linter found errors or warnings that are not accepted, nobody is to
/// be reached, or the QR symbol of its public page does not read back. Then no number is used.
pub async fn issue(app: &App, actor: &Actor, id: CircularId, how: Issuance) -> Result<IssuedCircular> {
    // Paper takes longer than a transaction may.
    let proven = Box::pin(proven_link(app, actor, id)).await?;
    Box::pin(send(app, actor, id, how, proven)).await
}

async fn send(
    app: &App,
    actor: &Actor,
    id: CircularId,
    how: Issuance,
    proven: Proven,
) -> Result<IssuedCircular> {
    let Proven { link, proof, version } = proven;
    let tx = app.db.begin_long().await?;
    let circular = held::own_circular(&tx, actor, Deed::Issue, id).await?;
    circular.draft()?;
    if circular.version != version {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    let dated = how.dated.unwrap_or_else(|| app.clock.today());
    if dated > app.clock.today() {
        return Err(Refusal::InFuture { field: "dated" }.into());
    }
    accepted(&check::findings(&tx, &circular).await?, how.accept_warnings)?;
    if circular.letter.secrecy != Secrecy::Normal {
        return Err(Refusal::Secret.into());
    }

    let now = app.clock.now();
    let year = buddhist_year(dated);
    let number = numbers::next(&tx, actor.office.id, Register::Circular, year).await?;
    let prefix = check::prefix(app, &tx, &circular).await?;
    let reference = reference(&prefix, number);
    let mut circular = numbered(circular, &prefix, number, &reference, dated);
    let issued = Issued {
        number,
        year,
        reference: reference.clone(),
        dated,
        at: now,
        by: actor.officer,
        by_name: actor.name.clone(),
        link,
        letter_hash: letter_hash(&circular, &reference, dated),
    };
    circular.issued = Some(issued.clone());
    circular.emblem = store::emblems::of_office(&tx, circular.office).await?.map(|(id, _)| id);
    circular.updated_at = now;

    let route = Route::of(&circular);
    let due_at = deadline::due(now, circular.letter.urgency, &app.holidays);
    let deliveries = fan_out::make(&tx, id, &route, now, due_at).await?;
    if deliveries.provinces == 0 {
        return Err(Refusal::NobodyToReach.into());
    }
    store::roster_schools::take_snapshot(&tx, id).await?;
    super::roster_file::keep(app, &tx, actor, &circular, now).await?;
    let what = What::Issued {
        reference,
        dated,
        letter_hash: issued.letter_hash.clone(),
        provinces: deliveries.provinces,
        locals: deliveries.locals,
        schools: deliveries.schools,
    };
    cancel::save_and_record(&tx, &circular, what, actor, now).await?;
    cancel::record(&tx, id, proof, actor, now).await?;
    if let Some(old) = &circular.supersedes {
        // Kept in the register's own language.
        let reason = format!("แทนโดย {}: {}", issued.reference, old.reason);
        cancel::supersede(&tx, actor, old.circular, id, reason, now).await?;
    }
    tx.commit().await?;
    Ok(IssuedCircular { circular, issued, deliveries })
}

/// A code for the public page, what proved its symbol on the finished page, and the draft's version that was printed.
struct Proven {
    link: Code,
    proof: What,
    version: i64,
}

async fn proven_link(app: &App, actor: &Actor, id: CircularId) -> Result<Proven> {
    let draft = store::circulars::find(&app.db, &actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    if draft.office != actor.office.id {
        return Err(Refusal::NotYourOffice.into());
    }
    if !actor.may(Deed::Issue) {
        return Err(Refusal::NotAllowed.into());
    }
    draft.draft()?;
    let link = app.chance.link();
    let address = app.config.public_url(&paths::Letter { code: link.clone() }.to_string());
    let proof = print_letter::prove(app, &draft, address).await?;
    Ok(Proven { link, proof, version: draft.version })
}

fn accepted(findings: &[crate::domain::letter::Finding], accept_warnings: bool) -> Result<(), Refusal> {
    let of =
        |level: Level| findings.iter().filter(|finding| finding.level == level).cloned().collect::<Vec<_>>();
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    match () {
        () if !errors.is_empty() => Err(Refusal::FindingsBlock(errors)),
        () if !warnings.is_empty() && !accept_warnings => Err(Refusal::WarningsNotAccepted(warnings)),
        () => Ok(()),
    }
}

/// The letter with its number and its full date filled in.
fn numbered(mut circular: Circular, prefix: &str, number: i64, text: &str, dated: NaiveDate) -> Circular {
    circular.state = CircularState::Issued;
    circular.letter.reference = Some(Reference {
        text: text.to_owned(),
        prefix: prefix.to_owned(),
        circular: true,
        number: u64::try_from(number).ok(),
    });
    circular.letter.dated = Some(Dated {
        text: dates::long(dated),
        year: Some(dated.year()),
        month: Some(dated.month()),
        day: Some(dated.day()),
        date: Some(dated),
    });
    circular
}

/// SHA-256 over what nobody may change after issue: number, date, title and every field of the letter.
pub fn letter_hash(circular: &Circular, reference: &str, dated: NaiveDate) -> String {
    let canonical =
        serde_json::json!(["wian/letter/1", circular.id, reference, dated, circular.title, circular.letter]);
    data_encoding::HEXLOWER.encode(&Sha256::digest(canonical.to_string()))
}

//! Signed slips come back: each page of a scan is read, and taking note is recorded for the school whose code is on it.

use tokio::sync::Semaphore;

use super::held;
use crate::app::{App, Error, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::code::open_secret_link;
use crate::domain::delivery::Acknowledgement;
use crate::domain::event::{OnBehalf, Source};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, SlipScanId};
use crate::domain::office::Tier;
use crate::domain::refusal::{Refusal, required};
use crate::domain::slip::SlipState;
use crate::letters::scan::{Scan, ScannedPage, open_scan};
use crate::store::slip_scans::{self, Fate};
use crate::store::{Tx, circulars, deliveries};
use crate::text::{Lang, fill};

/// Drawing and decoding pages takes a whole core and much memory: files are read one after the other.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// The most characters of a file's name.
const FILENAME: usize = 255;

/// Who signed, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Name; when it is empty, that somebody signed is all that is said.
    pub name: String,
    /// Position.
    pub position: String,
}

impl Signer {
    /// Whose word it is that a page of a scan is evidence of.
    pub(super) fn on(&self, app: &App, scan: SlipScanId, page: i32) -> Result<OnBehalf, Refusal> {
        let words = &Lang::Th.text().returns;
        let name = if self.name.trim().is_empty() { &words.signer } else { &self.name };
        Ok(OnBehalf {
            name: required("name", name, 120)?,
            position: required("position", &self.position, 120)?,
            by: Source::Paper,
            at: app.clock.now(),
            note: fill(&words.note, &[("scan", scan.to_string()), ("page", page.to_string())]),
        })
    }
}

/// Reads a scan of signed slips of a circular. Each page is kept with its picture in a transaction of its own; the work
/// goes on when nobody waits for it any more.
///
/// # Errors
/// When the actor may not, the circular did not come to the actor's office, or the file is no scan.
pub async fn take_slips(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    filename: &str,
    content: Vec<u8>,
    signer: Signer,
) -> Result<SlipScanId> {
    allowed(actor)?;
    let filename = required("file", filename, FILENAME)?;
    if content.is_empty() {
        return Err(Refusal::Missing { field: "file" }.into());
    }
    signer.on(app, SlipScanId(0), 0)?;
    let own = deliveries::at_office(&app.db, circular, actor.office.id).await?;
    own.filter(|own| own.sent_at.is_some()).ok_or(Refusal::NotFound)?;
    circulars::get(&app.db, circular).await?.ok_or(Refusal::NotFound)?.under_way()?;
    let taking = Taking { app: app.clone(), actor: actor.clone(), circular, signer };
    tokio::spawn(async move { taking.take(filename, content).await }).await?
}

/// Whether the actor takes slips at all: offices between the department and the schools do.
pub(super) fn allowed(actor: &Actor) -> Result<(), Refusal> {
    let between = matches!(actor.office.tier, Tier::Province | Tier::Local);
    if between && actor.may(Deed::RecordOnBehalf) { Ok(()) } else { Err(Refusal::NotAllowed) }
}

struct Taking {
    app: App,
    actor: Actor,
    circular: CircularId,
    signer: Signer,
}

impl Taking {
    async fn take(self, filename: String, content: Vec<u8>) -> Result<SlipScanId> {
        let _turn = ONE_AT_A_TIME.acquire().await;
        let drawer = self.app.drawer();
        let mut scan = tokio::task::spawn_blocking(move || open_scan(content, &drawer)).await??;
        let pages = i32::try_from(scan.pages()).unwrap_or(i32::MAX);
        let tx = self.app.db.begin().await?;
        let now = self.app.clock.now();
        let id = slip_scans::insert(&tx, &self.actor, self.circular, filename, pages, now).await?;
        tx.commit().await?;
        loop {
            let read;
            (scan, read) = tokio::task::spawn_blocking(move || next(scan)).await?;
            let Some(page) = read else { return Ok(id) };
            self.keep(id, page).await?;
        }
    }

    async fn keep(&self, scan: SlipScanId, page: ScannedPage) -> Result<()> {
        let number = i32::try_from(page.number).unwrap_or(i32::MAX);
        let word = self.signer.on(&self.app, scan, number)?;
        let of_slips: Vec<DeliveryId> =
            page.texts.iter().filter_map(|text| slip_of(&self.app, text)).collect();
        let tx = self.app.db.begin().await?;
        let mut fates = Vec::new();
        for id in of_slips {
            fates.push(fate(&self.app, &tx, &self.actor, self.circular, id, word.clone()).await?);
        }
        if fates.is_empty() {
            let state = if page.texts.is_empty() { SlipState::Unread } else { SlipState::Foreign };
            fates.push((state, None, String::new()));
        }
        slip_scans::insert_page(&tx, scan, number, page.picture, fates).await?;
        Ok(tx.commit().await?)
    }
}

fn next(mut scan: Scan) -> (Scan, Option<ScannedPage>) {
    let page = scan.next();
    (scan, page)
}

/// The delivery whose secret link a symbol holds, if this program's key made it.
fn slip_of(app: &App, text: &str) -> Option<DeliveryId> {
    let (_, code) = text.rsplit_once("/S/")?;
    open_secret_link(&code.parse().ok()?, app.secret.bytes())
}

/// Records taking note for the school of a slip, if it is one of the circular's below the actor's office and did not
/// take note before.
pub(super) async fn fate(
    app: &App,
    tx: &Tx,
    actor: &Actor,
    circular: CircularId,
    id: DeliveryId,
    word: OnBehalf,
) -> Result<Fate> {
    let foreign = (SlipState::Foreign, None, String::new());
    let held = match held::below(tx, actor, Deed::RecordOnBehalf, id).await {
        Ok(held) if held.circular.id == circular && held.delivery.tier == Tier::School => held,
        Ok(_) | Err(Error::Refused(Refusal::NotFound | Refusal::NotYourOffice)) => return Ok(foreign),
        Err(Error::Refused(refusal)) => return Ok(refused(id, &refusal)),
        Err(error) => return Err(error),
    };
    let by = Acknowledgement::parse(&word.name, &word.position, &word.note)?;
    let (at, evidence) = (word.at, Evidence::OnBehalf);
    match held.delivery.acknowledge(by, evidence, Some(word), at) {
        Ok((delivery, what)) => {
            held::save_and_record(tx, &delivery, what, actor.into(), evidence, app.clock.now()).await?;
            Ok((SlipState::Recorded, Some(id), String::new()))
        }
        Err(Refusal::AlreadyAcknowledged { .. }) => Ok((SlipState::Already, Some(id), String::new())),
        Err(refusal) => Ok(refused(id, &refusal)),
    }
}

fn refused(id: DeliveryId, refusal: &Refusal) -> Fate {
    (SlipState::Refused, Some(id), refusal.code().to_owned())
}

//! ตรวจสอบ: chains, deliveries, registers and files are recomputed and compared with what is kept. Changes nothing.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use tokio::io::AsyncReadExt as _;

use super::issue::letter_hash;
use crate::app::{App, Result};
use crate::domain::audit::{Chain, Fault, Story};
use crate::domain::circular::Circular;
use crate::domain::delivery::{Delivery, parse_number};
use crate::domain::ids::{CircularId, OfficeId};
use crate::store::deliveries::Tree;
use crate::store::numbers::Register;
use crate::store::{self, Reads, StoreError};

/// Circulars, events and files asked for at a time.
const PAGE: u64 = 500;

/// What was looked at, and where it parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Circulars.
    pub circulars: u64,
    /// Deliveries.
    pub deliveries: u64,
    /// Events.
    pub events: u64,
    /// Files.
    pub files: u64,
    /// Every place at which what is kept and what was recorded part.
    pub faults: Vec<Fault>,
}

/// The highest number used, by office and Buddhist year.
type Highest = BTreeMap<(OfficeId, i32), i64>;

/// Recomputes everything that can be recomputed, circular by circular, while others go on working.
///
/// # Errors
/// When the database or the folder of files does not answer; what is wrong in them is in the report.
pub async fn verify(app: &App) -> Result<Report> {
    let mut report = Report::default();
    let (mut received, mut issued) = (Highest::new(), Highest::new());
    let mut last = CircularId(0);
    loop {
        let ids = store::circulars::ids_after(&app.db, last, PAGE).await?;
        let Some(end) = ids.last() else { break };
        last = *end;
        for id in ids {
            // What cannot be read ends the look at this circular, not at the others.
            match circular(app, id, &mut report, &mut received, &mut issued).await {
                Err(broken @ StoreError::Broken { .. }) => {
                    report.faults.push(Fault::Unreadable { what: broken.to_string() });
                }
                other => other?,
            }
        }
    }
    registers(app, &mut report, Register::Received, &received).await?;
    registers(app, &mut report, Register::Circular, &issued).await?;
    files(app, &mut report).await?;
    Ok(report)
}

async fn circular(
    app: &App,
    id: CircularId,
    report: &mut Report,
    received: &mut Highest,
    issued: &mut Highest,
) -> Result<(), StoreError> {
    let snapshot = app.db.snapshot().await?;
    let Some(circular) = store::circulars::get(&snapshot, id).await? else { return Ok(()) };
    let Tree { deliveries: tree, misstated } = store::deliveries::tree(&snapshot, id).await?;
    note_numbers(&circular, &tree, received, issued);
    report.circulars += 1;
    report.deliveries += u64::try_from(tree.len()).unwrap_or(u64::MAX);
    let mut story = Story::begin(id, &tree);
    tell(&snapshot, id, &mut story, report).await?;
    report.faults.extend(story.compare(&circular, &tree));
    let enclosures = store::enclosures::of_circular(&snapshot, id).await?;
    report.faults.extend(story.compare_enclosures(&enclosures));
    report.faults.extend(misstated.into_iter().filter_map(|(delivery, kept)| {
        let told = tree.iter().find(|one| one.id == delivery)?.state().to_string();
        Some(Fault::DeliveryDiffers { circular: id, delivery, field: "state", kept: kept.to_string(), told })
    }));
    if let Some(kept) = &circular.issued {
        let told = letter_hash(&circular, &kept.reference, kept.dated);
        if told != kept.letter_hash {
            let kept = kept.letter_hash.clone();
            report.faults.push(Fault::CircularDiffers { circular: id, field: "letter", kept, told });
        }
    }
    Ok(())
}

/// Follows a circular's chain and tells its story by it.
async fn tell(
    on: &impl Reads,
    id: CircularId,
    story: &mut Story,
    report: &mut Report,
) -> Result<(), StoreError> {
    let mut chain = Chain::default();
    loop {
        let page = store::events::of_circular(on, id, chain.position(), PAGE).await?;
        if page.is_empty() {
            return Ok(());
        }
        for line in page {
            report.events += 1;
            let followed = chain.follow(line.position, &line.event, &line.previous_hash, &line.hash);
            report.faults.extend(followed.err());
            report.faults.extend(story.tell(&line.event).err());
        }
    }
}

fn note_numbers(circular: &Circular, tree: &[Delivery], received: &mut Highest, issued: &mut Highest) {
    if let Some(kept) = &circular.issued {
        let highest = issued.entry((circular.office, kept.year)).or_default();
        *highest = kept.number.max(*highest);
    }
    let numbers = tree.iter().filter_map(|one| Some((one.office, one.received.as_ref()?.number.as_ref()?)));
    for (office, number) in numbers {
        if let Ok((_, running)) = parse_number(&number.text) {
            let highest = received.entry((office, number.year)).or_default();
            *highest = running.max(*highest);
        }
    }
}

async fn registers(app: &App, report: &mut Report, register: Register, highest: &Highest) -> Result<()> {
    let counters = store::audit::counters(&app.db, register).await?;
    let counters: Highest = counters.into_iter().map(|(office, year, last)| ((office, year), last)).collect();
    for (&(office, year), &number) in highest {
        let last = counters.get(&(office, year)).copied().unwrap_or_default();
        if number > last {
            report.faults.push(Fault::NumberBeyond { office, year, number, last });
        }
    }
    let doubled = match register {
        Register::Received => store::audit::doubled_receive_numbers(&app.db).await?,
        Register::Circular => store::audit::doubled_circular_numbers(&app.db).await?,
    };
    let twice = doubled.into_iter().map(|(office, year, number)| Fault::NumberTwice { office, year, number });
    report.faults.extend(twice);
    Ok(())
}

async fn files(app: &App, report: &mut Report) -> Result<()> {
    let mut last = String::new();
    loop {
        let page = store::enclosures::files_after(&app.db, &last, PAGE).await?;
        let Some(end) = page.last() else { return Ok(()) };
        last.clone_from(end);
        for sha256 in page {
            report.files += 1;
            report.faults.extend(file(app, sha256).await?);
        }
    }
}

async fn file(app: &App, sha256: String) -> Result<Option<Fault>> {
    let mut file = match app.files.read(&sha256).await {
        Ok(file) => file,
        Err(StoreError::Files(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Some(Fault::FileMissing { sha256 }));
        }
        Err(error) => return Err(error.into()),
    };
    let (mut hash, mut chunk) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut chunk).await?;
        if read == 0 {
            break;
        }
        hash.update(chunk.get(..read).unwrap_or_default());
    }
    let found = data_encoding::HEXLOWER.encode(&hash.finalize());
    Ok((found != sha256).then_some(Fault::FileAltered { sha256 }))
}

//! `wian demo`: a country of invented offices in which one circular is on its way, made through the same actions that
//! officers use, so that `verify` finds it whole.

mod announce;
mod handbook;
mod letters;
mod people;
mod places;
mod plan;
mod walk;

use std::path::Path;

use chrono::NaiveDate;
use futures_util::stream;

use crate::actions::{self, Draft, Issuance};
use crate::app::{App, Chance, Clock, Config, Result};
use crate::domain::actor::Actor;
use crate::domain::circular::{Audience, Circular};
use crate::domain::enclosure::Role;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::letters::reading;
use letters::Letter;
use walk::{Walk, moment};

/// Working days that the story takes; it ends on the one before today.
const DAYS: usize = 5;

/// Opens the demo, making it when it is not there, and prints how to look at it. With `fresh` it is made anew.
///
/// # Errors
/// When the data folder cannot be written.
pub async fn open(config: Config, fresh: bool) -> Result<App> {
    open_at(config, fresh, Clock::system()).await
}

/// Opens the demo by a clock of the caller's: its story ends the working day before.
///
/// # Errors
/// When the data folder cannot be written.
pub async fn open_at(config: Config, fresh: bool, clock: Clock) -> Result<App> {
    let file = config.data_dir.join("demo.db");
    // Files and key of its own: a link of the demo must open nothing where real letters are kept.
    let folder = config.data_dir.join("demo");
    let of_demo = |file: &Path| Config {
        database_url: Some(format!("sqlite://{}", file.display())),
        data_dir: folder.clone(),
        files_url: None,
        secret_key: None,
        migrate: true,
        ..config.clone()
    };
    if fresh || !file.exists() {
        let making = config.data_dir.join("demo.db.making");
        for old in [&file, &making] {
            remove(old)?;
        }
        Box::pin(make(of_demo(&making), Clock::standing(clock.now()))).await?;
        // Renamed when whole, so that a demo that is there is complete.
        std::fs::rename(&making, &file)?;
    }
    let app = App::open_with(of_demo(&file), clock, Chance::system()).await?;
    announce::print(&app).await?;
    Ok(app)
}

/// Removes a database with what belongs to it.
fn remove(file: &Path) -> std::io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

async fn make(config: Config, clock: Clock) -> Result<()> {
    let app = App::open_with(config, clock, Chance::system()).await?;
    let days = last_working_days(&app);
    app.clock.set(moment(&days, 0));
    actions::seed_registry(&app).await?;
    let locals = places::locals();
    for registry in [places::locals_csv(&locals), places::schools_csv(&locals)] {
        actions::import_offices(&app, registry, None).await?;
    }
    let actors = people::add(&app, &locals).await?;
    let issuer = actors.get("DLA").ok_or(Refusal::NotFound)?;

    app.clock.set(moment(&days, 30));
    let first_day = days.first().copied().unwrap_or_default();
    let circular = draft(&app, issuer, letters::call_for_works(first_day, places::ROSTER)).await?;
    actions::put_roster(&app, issuer, circular.id, places::roster_csv(&locals), None, false).await?;
    let chunks = stream::iter([Ok::<_, std::io::Error>(handbook::docx("ฉบับที่ 1")?)]);
    let (title, name) = ("คู่มือการจัดทำบันทึกการจัดการเรียนรู้", "คู่มือการจัดทำบันทึก.docx");
    let handbook =
        actions::add_enclosure(&app, issuer, circular.id, Role::Handbook, title, name, chunks).await?;
    app.clock.set(moment(&days, plan::ISSUED));
    let how = Issuance { accept_warnings: true, ..Issuance::default() };
    let sent = actions::issue(&app, issuer, circular.id, how).await?;
    let walk = Walk {
        app: &app,
        actors: &actors,
        days: &days,
        circular: circular.id,
        page: sent.issued.link,
        handbook: handbook.id,
    };
    walk.go(&plan::steps(&locals)).await?;

    let waiting = draft(&app, issuer, letters::survey(app.clock.today())).await?;
    actions::put_audience(&app, issuer, waiting.id, Audience::Tier(Tier::Local)).await?;
    Ok(app.db.clone().close().await?)
}

async fn draft(app: &App, issuer: &Actor, letter: Letter) -> Result<Circular> {
    let (reading, _, source) = reading::of(letter.text.as_bytes(), Some("text/plain; charset=utf-8"))?;
    let draft = Draft { register_title: letter.title, source, letter: reading };
    actions::create_draft(app, issuer, draft).await
}

/// The working days before today, the earliest first.
fn last_working_days(app: &App) -> Vec<NaiveDate> {
    let before = app.clock.today().pred_opt().unwrap_or_default();
    let mut days: Vec<NaiveDate> = std::iter::successors(Some(before), NaiveDate::pred_opt)
        .filter(|day| app.holidays.is_working_day(*day))
        .take(DAYS)
        .collect();
    days.reverse();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::verify;
    use crate::app::testing;
    use crate::domain::ids::CircularId;
    use crate::store::{circulars, deliveries};

    #[tokio::test]
    async fn the_demo_is_made_once_by_the_rules_and_is_whole() {
        let (app, _folder) = testing::app().await;
        let demo = open(app.config.clone(), false).await.expect("a demo");
        let report = verify(&demo).await.expect("a report");
        assert_eq!((report.circulars, report.faults), (2, vec![]));
        let ids = circulars::ids_after(&demo.db, CircularId(0), 2).await.expect("circulars");
        let tree = deliveries::tree(&demo.db, ids[0]).await.expect("deliveries").deliveries;
        let schools: Vec<_> = tree.iter().filter(|one| one.tier == Tier::School).collect();
        let acknowledged = schools.iter().filter(|one| one.acknowledged.is_some()).count();
        let early = schools.iter().filter(|one| one.acknowledged.is_some() && one.sent_at.is_none()).count();
        let returned = tree.iter().filter(|one| one.ended.is_some()).count();
        let reminded = tree.iter().filter(|one| one.reminders > 0).count();
        assert_eq!((schools.len(), returned, reminded), (places::ROSTER, 1, 1));
        assert!((34..=46).contains(&acknowledged) && (2..6).contains(&early), "{acknowledged} {early}");

        let waiting = circulars::get(&demo.db, ids[1]).await.expect("read").expect("a draft");
        let findings = actions::check::findings(&demo.db, &waiting).await.expect("findings");
        assert!(
            findings.iter().all(|found| found.level != crate::domain::letter::Level::Error),
            "{findings:?}"
        );
        let page = circulars::get(&demo.db, ids[0]).await.expect("read").and_then(|circular| circular.issued);
        let again = open(app.config.clone(), false).await.expect("the same demo");
        let same =
            circulars::get(&again.db, ids[0]).await.expect("read").and_then(|circular| circular.issued);
        assert_eq!(page, same);
    }
}

//! Keeping a draft: all fields at once, with the roster and the enclosure that were handed in beside them.

use axum::extract::State;
use axum::extract::multipart::Field;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::audience_choice;
use super::compose::{HandedIn, sentence};
use super::draft::{self, Typing};
use super::typed::{Typed, Wrong};
use crate::actions::{self, Draft, RosterReport};
use crate::app::{App, Error};
use crate::domain::circular::Circular;
use crate::domain::enclosure::Role;
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds;
use crate::text::fill;
use crate::web::guards::{May, Signed};
use crate::web::{Done, Page, PageError, Upload};

/// What the form sent, beside the fields that were typed.
#[derive(Debug, Default)]
struct Sent {
    typed: Typed,
    wrong: Vec<Wrong>,
    letter: HandedIn,
    roster: Option<(Vec<u8>, Option<String>)>,
}

impl Sent {
    fn fail(&mut self, field: &str, sentence: String) {
        self.wrong.push(Wrong { field: field.to_owned(), sentence });
    }

    /// Keeps what an action says is wrong, for the field it is about.
    fn fails<T>(
        &mut self,
        officer: &Signed,
        field: &str,
        done: Result<T, Error>,
    ) -> Result<Option<T>, PageError> {
        match done {
            Ok(done) => Ok(Some(done)),
            Err(error) => {
                let sentence = sentence(officer.visitor.lang, error)?;
                self.fail(field, sentence);
                Ok(None)
            }
        }
    }
}

/// Keeps it and leads on; what cannot be kept is shown again with a sentence at its field.
pub async fn save(
    paths::Draft { id }: paths::Draft,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    let t = officer.visitor.lang.text();
    let base = draft::own_draft(&app, &officer, id).await?;
    let mut sent = Sent::default();
    while let Some(field) = form.next().await? {
        take(&app, &officer, id, &mut sent, field).await?;
    }
    if let Some(stale) = keep_fields(&app, &officer, &base, &mut sent).await? {
        return again(&app, &officer, id, sent, stale, StatusCode::CONFLICT).await;
    }
    let report = keep_recipients(&app, &officer, &base, &mut sent).await?;
    keep_enclosures(&app, &officer, id, &mut sent).await?;
    if !sent.wrong.is_empty() {
        return again(&app, &officer, id, sent, String::new(), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let said = report.map_or_else(
        || t.compose.kept.clone(),
        |report| fill(&t.compose.matched, &[("n", report.accepted), ("of", report.rows)]),
    );
    Ok(match sent.typed.get("then") {
        "check" => Done::to(paths::Check { id }).into_response(),
        "roster" => Done::to(paths::Roster { id }).into_response(),
        _ => Done::to(paths::Draft { id }).saying(said).into_response(),
    })
}

/// Takes in one field. An enclosure streams into the store of files; its title and role come before it.
async fn take(
    app: &App,
    officer: &Signed,
    id: CircularId,
    sent: &mut Sent,
    field: Field<'_>,
) -> Result<(), PageError> {
    let name = field.name().unwrap_or_default().to_owned();
    let file = field.file_name().filter(|file| !file.is_empty()).map(str::to_owned);
    let kind = field.content_type().map(str::to_owned);
    match (name.as_str(), file) {
        ("letter", Some(_)) => sent.letter.file = Some((Upload::bytes(field).await?, kind)),
        ("roster", Some(_)) => sent.roster = Some((Upload::bytes(field).await?, kind)),
        ("enclosure", Some(file)) => {
            let role = sent.typed.get("enclosure_role").parse().unwrap_or(Role::Other);
            let title = sent.typed.get("enclosure_title").to_owned();
            let added = actions::add_enclosure(app, &officer.actor, id, role, &title, &file, field).await;
            sent.fails(officer, "enclosure", added)?;
        }
        ("letter" | "roster" | "enclosure", None) => {}
        ("text", _) => sent.letter.text = Upload::text(field).await?,
        _ => sent.typed.put(&name, Upload::text(field).await?),
    }
    Ok(())
}

/// Keeps the fields, or those of a letter that was handed in anew; gives a sentence when somebody else was faster.
async fn keep_fields(
    app: &App,
    officer: &Signed,
    base: &Circular,
    sent: &mut Sent,
) -> Result<Option<String>, PageError> {
    let t = officer.visitor.lang.text();
    let read = if sent.typed.get("then") == "read" || sent.letter.file.is_some() {
        let read = std::mem::take(&mut sent.letter).read().await;
        let Some((letter, source)) = sent.fails(officer, "text", read)? else { return Ok(None) };
        Ok(Draft { register_title: sent.typed.get("register_title").to_owned(), source, letter })
    } else {
        sent.typed.draft(base, t)
    };
    let draft = match read {
        Ok(draft) => draft,
        Err(wrong) => {
            sent.wrong.extend(wrong);
            return Ok(None);
        }
    };
    let seen = sent.typed.get("version").parse().ok();
    match actions::save_draft(app, &officer.actor, base.id, draft, seen).await {
        Ok(_) => Ok(None),
        Err(Error::Refused(Refusal::ChangedMeanwhile)) => Ok(Some(t.compose.stale.clone())),
        Err(Error::Refused(refusal)) if refusal.field().is_some() => {
            let field = refusal.field().unwrap_or_default();
            sent.fails::<()>(officer, field, Err(refusal.into()))?;
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps whom it is for: a roster that was handed in, or another choice.
async fn keep_recipients(
    app: &App,
    officer: &Signed,
    base: &Circular,
    sent: &mut Sent,
) -> Result<Option<RosterReport>, PageError> {
    if let Some((bytes, kind)) = sent.roster.take() {
        let put = actions::put_roster(app, &officer.actor, base.id, bytes, kind.as_deref(), false).await;
        return sent.fails(officer, "roster", put);
    }
    let choice = sent.typed.get("audience").to_owned();
    let chosen = audience_choice::read(&choice, sent.typed.get("codes"));
    if let Some(chosen) = chosen.filter(|chosen| *chosen != base.audience) {
        let put = actions::put_audience(app, &officer.actor, base.id, chosen).await;
        sent.fails(officer, "audience", put)?;
    }
    Ok(None)
}

/// Renames and takes out enclosures.
async fn keep_enclosures(
    app: &App,
    officer: &Signed,
    id: CircularId,
    sent: &mut Sent,
) -> Result<(), PageError> {
    let removed: Option<EnclosureId> = sent.typed.get("remove").parse().ok();
    if let Some(enclosure) = removed {
        let done = actions::remove_enclosure(app, &officer.actor, id, enclosure).await;
        sent.fails(officer, "enclosure", done)?;
    }
    let kept = crate::store::enclosures::of_circular(&app.db, id).await?;
    for enclosure in kept {
        let field = format!("title-{}", enclosure.id);
        let title = sent.typed.get(&field).trim().to_owned();
        if !title.is_empty() && title != enclosure.title {
            let done = actions::rename_enclosure(app, &officer.actor, id, enclosure.id, &title).await;
            sent.fails(officer, &field, done)?;
        }
    }
    Ok(())
}

async fn again(
    app: &App,
    officer: &Signed,
    id: CircularId,
    sent: Sent,
    notice: String,
    status: StatusCode,
) -> Result<Response, PageError> {
    let typing = Typing { typed: Some(sent.typed), wrong: sent.wrong, notice };
    Ok((status, Page(draft::page(app, officer, id, typing).await?)).into_response())
}

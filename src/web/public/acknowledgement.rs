//! A school, chosen on a letter's public page, takes note: *claimed* until its local administration confirms, or
//! proven by the code of its slip. Nobody's name is shown here.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::found;
use super::lookup::{self, SchoolRow};
use crate::actions;
use crate::app::{App, Error};
use crate::domain::code::Code;
use crate::domain::delivery::Acknowledgement;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::{Refusal, RefusalKind};
use crate::paths;
use crate::store::reports::{self, SchoolLine};
use crate::text::{self, Lang, dates, fill};
use crate::web::query::with_query;
use crate::web::{Anyone, Done, Frame, Limit, OpenForm, Page, PageError};

/// Which school.
#[derive(Debug, Deserialize)]
pub struct Asked {
    school: Option<DeliveryId>,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    school: Option<DeliveryId>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    slip: String,
}

#[derive(Debug, Template)]
#[template(path = "public/acknowledgement.html")]
struct AcknowledgementPage {
    page: Frame,
    code: String,
    reference: String,
    title: String,
    school: SchoolRow,
    typed: Typed,
    wrong: Option<(&'static str, String)>,
}

#[derive(Debug, Template)]
#[template(path = "public/acknowledged.html")]
struct AcknowledgedPage {
    page: Frame,
    code: String,
    reference: String,
    title: String,
    school: SchoolRow,
    at: String,
    iso: String,
    how: String,
    again: bool,
}

impl AcknowledgementPage {
    fn wrong(&self, field: &str) -> &str {
        self.wrong.as_ref().filter(|(name, _)| *name == field).map_or("", |(_, sentence)| sentence)
    }
}

/// The form of the school chosen, or what came of it before.
pub async fn show(
    path: paths::LetterAcknowledgement,
    visitor: Anyone,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    let Some(school) = asked.school else {
        return Ok(Done::to(paths::Letter { code: path.code }).into_response());
    };
    answer(&app, &visitor, path.code, Typed { school: Some(school), ..Typed::default() }, None).await
}

/// Takes note.
pub async fn create(
    path: paths::LetterAcknowledgement,
    visitor: Anyone,
    State(app): State<App>,
    OpenForm(typed): OpenForm<Typed>,
) -> Result<Response, PageError> {
    let Some(id) = typed.school else { return Err(Refusal::Missing { field: "school" }.into()) };
    visitor.check(Limit::WrongCodes)?;
    let code = path.code;
    match acknowledge(&app, &code, id, &typed).await {
        Ok(()) => {
            let to =
                with_query(paths::LetterAcknowledgement { code }, &[("school", id.to_string().as_str())]);
            Ok(Done::to(to).into_response())
        }
        Err(error) => {
            let refusal = PageError::from(error).into_refusal()?;
            if refusal == Refusal::WrongCode {
                visitor.spend(Limit::WrongCodes)?;
            }
            answer(&app, &visitor, code, typed, Some(refusal)).await
        }
    }
}

async fn acknowledge(app: &App, page: &Code, id: DeliveryId, typed: &Typed) -> Result<(), Error> {
    let by = Acknowledgement::parse(&typed.name, &typed.position, "")?;
    let slip: Option<Code> = match typed.slip.trim() {
        "" => None,
        slip => Some(slip.parse().map_err(|_| Refusal::WrongCode)?),
    };
    actions::acknowledge_publicly(app, page, id, slip.as_ref(), by).await?;
    Ok(())
}

/// The form, or what is known once somebody took note; with what is wrong.
async fn answer(
    app: &App,
    visitor: &Anyone,
    code: Code,
    typed: Typed,
    refusal: Option<Refusal>,
) -> Result<Response, PageError> {
    let (circular, issued) = found::letter(app, visitor, &code).await?;
    let id = typed.school.ok_or(Refusal::NotFound)?;
    let line = reports::route_school(&app.db, circular.id, id).await?.ok_or(Refusal::NotFound)?;
    let page = visitor.frame();
    let lang = page.lang;
    let status = refusal.as_ref().map_or(200, |refusal| refusal.kind().status());
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let (school, reference, title) = (lookup::row(lang, &line), issued.reference, circular.title);
    if let Some(at) = line.acknowledged_at {
        let shown = AcknowledgedPage {
            at: dates::moment(lang, at),
            iso: dates::iso(at),
            how: how(lang, &line),
            again: refusal.is_some(),
            code: code.to_string(),
            reference,
            title,
            school,
            page,
        };
        return Ok((status, Page(shown)).into_response());
    }
    let wrong = match refusal {
        Some(refusal) if refusal.kind() == RefusalKind::Missing => return Err(refusal.into()),
        Some(refusal) => {
            let field =
                if refusal == Refusal::WrongCode { "slip" } else { refusal.field().unwrap_or_default() };
            Some((field, text::refusal(lang, &refusal)))
        }
        None => None,
    };
    let code = code.to_string();
    let shown = AcknowledgementPage { page, code, reference, title, school, typed, wrong };
    Ok((status, Page(shown)).into_response())
}

/// How it is known, and what is still to come.
fn how(lang: Lang, line: &SchoolLine) -> String {
    let words = &lang.text().letter_page;
    let sentence = match line.acknowledged_evidence {
        Some(Evidence::Claimed) if line.confirmed_at.is_some() => &words.claim_confirmed,
        Some(Evidence::Claimed) => &words.claimed,
        Some(Evidence::Code) => &words.by_code,
        _ => &words.by_school,
    };
    fill(sentence, &[("local", line.local.as_str())])
}

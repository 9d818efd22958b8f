//! A school's own page behind the secret link of its slip: one letter, two documents, one action.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::duties::{self, DutyRow};
use super::found::{self, Void};
use crate::app::App;
use crate::domain::circular::{Circular, Issued};
use crate::domain::code::Code;
use crate::domain::delivery::{Acknowledged, Delivery};
use crate::domain::receipt::may_be_given;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store::enclosures;
use crate::store::reports::{self, Stop};
use crate::text::{self, Lang, dates, fill};
use crate::web::badges::Due;
use crate::web::enclosed::{self, EnclosedFile};
use crate::web::places::place;
use crate::web::public::school_deeds::Typed;
use crate::web::{Anyone, Frame, Page, PageError};

#[derive(Debug, Template)]
#[template(path = "public/school.html")]
struct SchoolPage {
    page: Frame,
    code: String,
    school: String,
    place: String,
    local: String,
    local_email: String,
    issuer: String,
    reference: String,
    iso: String,
    dated: String,
    urgency: &'static str,
    title: String,
    letter_page: String,
    void: Option<Void>,
    closed: String,
    opening: Option<String>,
    until: String,
    due: Due,
    files: Vec<EnclosedFile>,
    duties: Vec<DutyRow>,
    typed: Typed,
    wrong: Option<(&'static str, String)>,
    done: Option<DoneBy>,
    receipt: Option<String>,
    again: bool,
}

/// Who took note; the school's own page may say so.
#[derive(Debug)]
struct DoneBy {
    at: String,
    iso: String,
    name: String,
    position: String,
    evidence: &'static str,
    waits: bool,
}

impl SchoolPage {
    fn wrong(&self, field: &str) -> &str {
        self.wrong.as_ref().filter(|(name, _)| *name == field).map_or("", |(_, sentence)| sentence)
    }
}

/// The page.
pub async fn show(
    path: paths::School,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(secret(redirect.into_response()));
    }
    answer(&app, &visitor, &path.code, Typed::default(), None).await
}

/// The page, with what is wrong and what was typed.
///
/// # Errors
/// When the code is none, or the database fails.
pub async fn answer(
    app: &App,
    visitor: &Anyone,
    code: &Code,
    typed: Typed,
    refusal: Option<Refusal>,
) -> Result<Response, PageError> {
    let (delivery, circular, issued) = found::school(app, visitor, code).await?;
    let status = refusal.as_ref().map_or(200, |refusal| refusal.kind().status());
    let shown = Shown { app, visitor, code, delivery, circular, issued };
    let page = shown.page(typed, refusal).await?;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    Ok(secret((status, Page(page)).into_response()))
}

/// Nothing may learn the address: no referrer, no copy in a cache, no index.
pub fn secret(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}

struct Shown<'a> {
    app: &'a App,
    visitor: &'a Anyone,
    code: &'a Code,
    delivery: Delivery,
    circular: Circular,
    issued: Issued,
}

impl Shown<'_> {
    async fn page(self, typed: Typed, refusal: Option<Refusal>) -> Result<SchoolPage, PageError> {
        let (app, delivery, circular) = (self.app, &self.delivery, &self.circular);
        let page = self.visitor.frame();
        let lang = page.lang;
        let way = reports::route(&app.db, delivery).await?;
        let (own, above) = (way.last(), way.iter().rev().nth(1));
        let name = |stop: Option<&Stop>| stop.map(|stop| stop.short_name.clone()).unwrap_or_default();
        let district = own.and_then(|stop| stop.district.clone());
        let district = district.or_else(|| above.and_then(|stop| stop.district.clone()));
        let province = own.and_then(|stop| stop.province_code.as_deref());
        let enclosed = enclosures::of_circular(&app.db, circular.id).await?;
        let again = matches!(refusal, Some(Refusal::AlreadyAcknowledged { .. }));
        let wrong = refusal.filter(|_| !again);
        Ok(SchoolPage {
            code: self.code.to_string(),
            school: own.map(|stop| stop.name.clone()).unwrap_or_default(),
            place: place(lang, Some(&name(above)), district.as_deref(), province),
            local: name(above),
            local_email: above.and_then(|stop| stop.email.clone()).unwrap_or_default(),
            issuer: circular.letter.owner.office.clone(),
            iso: self.issued.dated.to_string(),
            dated: dates::day(lang, self.issued.dated),
            urgency: circular.letter.urgency.as_str(),
            title: circular.title.clone(),
            letter_page: paths::Letter { code: self.issued.link.clone() }.to_string(),
            void: found::void(app, lang, circular).await?,
            closed: closed(lang, delivery, circular),
            opening: delivery
                .opened_at
                .is_none()
                .then(|| paths::SchoolOpening { code: self.code.clone() }.to_string()),
            until: until(lang, delivery),
            due: Due::of(lang, delivery, self.visitor.now, &app.holidays),
            files: enclosed::of(lang, &self.issued.link, &enclosed),
            duties: duties::of(lang, &circular.letter.duties),
            receipt: may_be_given(delivery, circular)
                .is_ok()
                .then(|| paths::SchoolReceipt { code: self.code.clone() }.to_string()),
            done: delivery.acknowledged.as_ref().map(|done| done_by(lang, done)),
            wrong: wrong.map(|refusal| (field(&refusal), text::refusal(lang, &refusal))),
            reference: self.issued.reference,
            typed,
            again,
            page,
        })
    }
}

/// The field that a refusal is told at; above the form when it is about none of those shown.
fn field(refusal: &Refusal) -> &'static str {
    refusal.field().filter(|field| matches!(*field, "name" | "position")).unwrap_or_default()
}

/// Why it cannot be acknowledged, where it is so.
fn closed(lang: Lang, delivery: &Delivery, circular: &Circular) -> String {
    let refusal = match &delivery.ended {
        Some(ended) if ended.returned => Refusal::AlreadyReturned,
        Some(_) => Refusal::Recalled,
        None => match circular.under_way() {
            Err(refusal) => refusal,
            Ok(_) => return String::new(),
        },
    };
    text::refusal(lang, &refusal)
}

fn until(lang: Lang, delivery: &Delivery) -> String {
    let words = &lang.text().school_page;
    let Some(due_at) = delivery.due_at else { return String::new() };
    let day = crate::domain::clock::bangkok_day(due_at - chrono::TimeDelta::microseconds(1));
    let day = match lang {
        Lang::Th => crate::domain::thai::dates::weekday_long(day),
        Lang::En => format!("{} {}", day.format("%a"), dates::long_day(lang, day)),
    };
    fill(&words.until, &[("date", day)])
}

fn done_by(lang: Lang, done: &Acknowledged) -> DoneBy {
    DoneBy {
        at: dates::moment(lang, done.at),
        iso: dates::iso(done.at),
        name: done.by.clone(),
        position: done.position.clone(),
        evidence: done.evidence.as_str(),
        waits: done.evidence == crate::domain::evidence::Evidence::Claimed && done.confirmed_at.is_none(),
    }
}

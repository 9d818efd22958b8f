//! One letter at one office: what it is, what can be done now, how far it has come, and what happened.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::children::{self, Child, MOST};
use super::deeds::Deeds;
use super::facts::{self, Fact};
use super::timeline::{self, Line};
use super::typed::{Typed, Wrong};
use super::undo::Said;
use crate::app::{App, Error};
use crate::domain::circular::{Circular, CircularState};
use crate::domain::clock::{bangkok_day, buddhist_year};
use crate::domain::ids::DeliveryId;
use crate::domain::office::Tier;
use crate::domain::receipt::may_be_given;
use crate::domain::refusal::{Refusal, RefusalKind};
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::numbers::{self, Register};
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order, Stop};
use crate::store::{circulars, enclosures, offices};
use crate::text::{self, Lang, dates, fill};
use crate::web::badges::{Due, StateBadge};
use crate::web::enclosed::{self, EnclosedFile};
use crate::web::letter_text::LetterText;
use crate::web::places::place;
use crate::web::{Frame, May, Page, PageError, Signed};

#[derive(Debug, Template)]
#[template(path = "deliveries/show.html")]
struct DeliveryPage {
    page: Frame,
    id: DeliveryId,
    circular: String,
    own: bool,
    is_school: bool,
    reference: String,
    title: String,
    iso: String,
    dated: String,
    urgency: &'static str,
    issuer: String,
    office: String,
    place: String,
    path: Vec<String>,
    state: StateBadge,
    due: Due,
    void: Option<String>,
    opening: Option<String>,
    deeds: Deeds,
    typed: Typed,
    wrong: Option<Wrong>,
    next_number: String,
    children: Vec<Child>,
    waiting: usize,
    below: &'static str,
    facts: Vec<Fact>,
    files: Vec<EnclosedFile>,
    public: String,
    receipt: Option<String>,
    letter: LetterText,
    received: bool,
    lines: Vec<Line>,
    total: String,
}

impl DeliveryPage {
    /// What is wrong as a whole, also where the form it was sent by is not offered any more.
    fn wrong_at_all(&self) -> &str {
        let at_field = |wrong: &&Wrong| {
            matches!(
                wrong.field,
                "number" | "name" | "position" | "note" | "reason" | "message" | "fact" | "by" | "at"
            )
        };
        self.wrong.as_ref().filter(|wrong| !at_field(wrong)).map_or("", |wrong| &wrong.sentence)
    }

    /// What is wrong with a field of a form.
    fn wrong(&self, form: &str, field: &str) -> &str {
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.form == form && wrong.field == field);
        wrong.map_or("", |wrong| &wrong.sentence)
    }

    /// Whether a form that is folded away has to be open, since something is wrong with it.
    fn is_open(&self, form: &str) -> bool {
        self.wrong.as_ref().is_some_and(|wrong| wrong.form == form)
    }
}

/// The page.
pub async fn show(
    path: paths::Delivery,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    Ok(Page(page(&app, &officer, path.id, None, None).await?))
}

/// After a deed: back to the page with a sentence, or the page again with what is wrong and what was typed.
pub async fn answer(
    app: &App,
    officer: &Signed,
    id: DeliveryId,
    form: &'static str,
    typed: Typed,
    outcome: Result<impl Into<Said>, Error>,
) -> Result<Response, PageError> {
    let refusal = match outcome {
        Ok(said) => return Ok(said.into().at(paths::Delivery { id }).into_response()),
        Err(error) => PageError::from(error).into_refusal()?,
    };
    if matches!(refusal.kind(), RefusalKind::Missing | RefusalKind::Forbidden) {
        return Err(refusal.into());
    }
    let status = StatusCode::from_u16(refusal.kind().status()).unwrap_or(StatusCode::CONFLICT);
    let sentence = text::refusal(officer.visitor.lang, &refusal);
    let wrong = Wrong { form, field: refusal.field().unwrap_or_default(), sentence };
    let shown = page(app, officer, id, Some(typed), Some(wrong)).await?;
    Ok((status, Page(shown)).into_response())
}

async fn page(
    app: &App,
    officer: &Signed,
    id: DeliveryId,
    typed: Option<Typed>,
    wrong: Option<Wrong>,
) -> Result<DeliveryPage, PageError> {
    let (actor, now, db) = (&officer.actor, officer.visitor.now, &app.db);
    let frame = officer.frame();
    let (lang, t) = (frame.lang, frame.t);
    let scope = actor.scope();
    let line = reports::delivery(db, &scope, id, now).await?.ok_or(Refusal::NotFound)?;
    let circular = circulars::get(db, line.delivery.circular).await?.ok_or(Refusal::NotFound)?;
    let issued = circular.issued()?.clone();
    let delivery = &line.delivery;
    let way = reports::route(db, delivery).await?;
    let above = way.iter().rev().nth(1).map_or(circular.office, |stop| stop.office);
    let own = delivery.office == actor.office.id;
    let entries = reports::timeline(db, &scope, id).await?.unwrap_or_default();
    let enclosed = enclosures::of_circular(db, circular.id).await?;
    let below = below(app, officer, &line).await?;
    let children = children::of(app, officer, &frame, below);
    let deeds = Deeds::of(actor, delivery, &circular, above);
    let sender =
        offices::find(db, circular.office).await?.map(|office| office.short_name).unwrap_or_default();
    let here = way.last().map(|stop| stop.short_name.clone()).unwrap_or_default();
    let ends = timeline::Ends { issuer: &sender, here: &here };
    Ok(DeliveryPage {
        id,
        circular: paths::Circular { id: circular.id }.to_string(),
        own,
        is_school: delivery.tier == Tier::School,
        iso: issued.dated.to_string(),
        dated: dates::day(lang, issued.dated),
        urgency: line.urgency.as_str(),
        issuer: circular.letter.owner.office.clone(),
        place: place(lang, None, line.district.as_deref(), line.province_code.as_deref()),
        path: path(&sender, &way),
        state: if own { StateBadge::at_office(t, delivery) } else { StateBadge::at_sender(t, delivery) },
        due: Due::of(lang, delivery, now, &app.holidays),
        void: void(app, lang, &circular).await?,
        opening: (own && delivery.opened_at.is_none()).then(|| paths::Opening { id }.to_string()),
        next_number: next_number(app, officer, deeds).await?,
        waiting: children.iter().filter(|child| child.waits).count(),
        below: t.tiers_short.word(delivery.tier.below().map_or("", Tier::as_str)),
        facts: facts::of(lang, delivery),
        files: enclosed::of(lang, &issued.link, &enclosed),
        public: paths::Letter { code: issued.link }.to_string(),
        receipt: may_be_given(delivery, &circular).is_ok().then(|| paths::ReceiptPdf { id }.to_string()),
        letter: LetterText::of(t, &circular.letter),
        received: delivery.received.is_some(),
        lines: timeline::of(app, lang, now, &entries, delivery, ends),
        total: timeline::total(app, lang, &entries),
        typed: typed.unwrap_or_else(|| prefilled(officer, own)),
        reference: line.reference,
        title: line.title,
        office: line.office_name,
        deeds,
        wrong,
        children,
        page: frame,
    })
}

/// The forms of the own office begin with who is signed in.
fn prefilled(officer: &Signed, own: bool) -> Typed {
    let role = officer.actor.role.as_str();
    let position = officer.visitor.lang.text().roles.word(role).to_owned();
    if own {
        Typed { name: officer.actor.name.clone(), position, ..Typed::default() }
    } else {
        Typed::default()
    }
}

async fn below(app: &App, officer: &Signed, line: &DeliveryLine) -> Result<Vec<DeliveryLine>, PageError> {
    if line.delivery.children == 0 {
        return Ok(Vec::new());
    }
    let filter = DeliveryFilter { parent: Some(line.delivery.id), ..DeliveryFilter::default() };
    let (scope, now) = (officer.actor.scope(), officer.visitor.now);
    Ok(reports::deliveries(&app.db, &scope, &filter, now, Order::Route(None), MOST).await?)
}

fn path(department: &str, way: &[Stop]) -> Vec<String> {
    let stop = |stop: &Stop| match stop.district.as_deref().filter(|_| stop.tier == Tier::Local) {
        Some(district) => format!("{} (อ.{district})", stop.short_name),
        None => stop.short_name.clone(),
    };
    std::iter::once(department.to_owned()).chain(way.iter().map(stop)).collect()
}

/// Why nothing more can or need be done; none while the circular stands.
async fn void(app: &App, lang: Lang, circular: &Circular) -> Result<Option<String>, PageError> {
    let words = &lang.text().delivery;
    let reason = circular.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default();
    Ok(match circular.state {
        CircularState::Cancelled => Some(fill(&words.void_cancelled, &[("reason", reason)])),
        CircularState::Superseded => {
            let by = match circular.superseded_by {
                Some(by) => circulars::get(&app.db, by).await?.and_then(|by| by.issued),
                None => None,
            };
            let reference = by.map(|by| by.reference).unwrap_or_default();
            Some(fill(&words.void_superseded, &[("reference", reference)]))
        }
        _ => None,
    })
}

async fn next_number(app: &App, officer: &Signed, deeds: Deeds) -> Result<String, PageError> {
    if !deeds.receive {
        return Ok(String::new());
    }
    let year = buddhist_year(bangkok_day(officer.visitor.now));
    let last = numbers::last(&app.db, officer.actor.office.id, Register::Received, year).await?;
    Ok((last + 1).to_string())
}

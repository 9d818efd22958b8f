//! Circulars: the list, one of them, a new draft, a draft replaced.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::circular::{Summary, Whole, seen};
use crate::actions::{self, Draft};
use crate::api::ROOT;
use crate::api::auth::Caller;
use crate::api::body::{Asked, At, JsonBytes, parse, read};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::circular::{Circular, CircularState};
use crate::domain::ids::CircularId;
use crate::domain::letter::Reading;
use crate::store::reports::{self, CircularFilter};

/// Which circulars.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CircularsQuery {
    /// Of the register of this Buddhist year.
    #[param(value_type = Option<i32>, example = 2566)]
    year: Option<String>,
    /// Words of the title or the number.
    q: Option<String>,
    /// In this state.
    #[param(value_type = Option<CircularState>)]
    state: Option<String>,
}

/// A circular with two figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct Line {
    #[serde(flatten)]
    summary: Summary,
    /// Provincial offices that received it.
    provinces: Share,
    /// Those at the end of its way that acknowledged it.
    acknowledged: Share,
}

/// So many of so many.
#[derive(Debug, Serialize, ToSchema)]
pub struct Share {
    n: i64,
    of: i64,
}

/// The circulars that the caller can see, newest first.
#[utoipa::path(get, path = "/circulars", tag = "circulars", params(CircularsQuery, Paging),
    responses((status = 200, body = Page<Line>)))]
pub async fn list(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<CircularsQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Line>>, Problem> {
    let filter = CircularFilter {
        state: read("state", asked.state.as_ref())?,
        year: read("year", asked.year.as_ref())?,
        words: asked.q,
        before: paging.after()?,
    };
    let limit = paging.limit()?;
    let lines = reports::circulars(&app.db, &actor.scope(), &filter, limit + 1).await?;
    let share = |(n, of)| Share { n, of };
    let page = Page::of(
        lines,
        limit,
        |line| line.circular.id,
        |line| Line {
            summary: Summary::of(&app.config, &line.circular),
            provinces: share(line.provinces),
            acknowledged: share(line.acknowledged),
        },
    );
    Ok(Json(page))
}

/// One circular that the caller can see.
#[utoipa::path(get, path = "/circulars/{id}", tag = "circulars", responses((status = 200, body = Whole)))]
pub async fn one(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
) -> Result<Json<Whole>, Problem> {
    let circular = seen(&app, &actor, id).await?;
    Ok(Json(Whole::of(&app, circular).await?))
}

/// A draft: the fields of a Reading, all of them optional, and a few beside them.
#[derive(Debug, ToSchema)]
pub struct NewDraft {
    #[schema(inline)]
    #[serde(flatten)]
    own: OwnFields,
    #[serde(flatten)]
    letter: Reading,
}

/// What a draft has beside its letter.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OwnFields {
    /// Its title for registers and lists; the letter's subject unless given.
    register_title: Option<String>,
    /// The text it was read from.
    source: Option<String>,
    /// When replacing a draft: the version that was seen.
    version: Option<i64>,
}

impl NewDraft {
    /// Read in two passes, since a flattened field that does not fit could not be named.
    fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        Ok(Self { own: parse(bytes)?, letter: parse(bytes)? })
    }

    fn draft(self) -> Draft {
        Draft {
            register_title: self.own.register_title.unwrap_or_default(),
            source: self.own.source.unwrap_or_default(),
            letter: self.letter,
        }
    }
}

/// Begins a draft. What `POST /letters/readings` answers can be sent as it is; unknown fields are passed over.
#[utoipa::path(post, path = "/circulars", tag = "circulars", request_body = NewDraft,
    responses((status = 201, body = Whole, headers(("Location" = String, description = "The draft's address.")))))]
pub async fn create(
    State(app): State<App>,
    Caller(actor): Caller,
    JsonBytes(bytes): JsonBytes,
) -> Result<impl IntoResponse, Problem> {
    let draft = NewDraft::parse(&bytes)?.draft();
    let circular = actions::create_draft(&app, &actor, draft).await?;
    created(&app, circular).await
}

/// The answer to a draft that was begun, with its address.
///
/// # Errors
/// When the database fails.
pub async fn created(app: &App, circular: Circular) -> Result<impl IntoResponse + use<>, Problem> {
    let address = format!("{ROOT}/circulars/{}", circular.id);
    Ok((StatusCode::CREATED, [(header::LOCATION, address)], Json(Whole::of(app, circular).await?)))
}

/// Replaces a draft.
#[utoipa::path(put, path = "/circulars/{id}", tag = "circulars", request_body = NewDraft,
    responses((status = 200, body = Whole)))]
pub async fn replace(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    JsonBytes(bytes): JsonBytes,
) -> Result<Json<Whole>, Problem> {
    let new = NewDraft::parse(&bytes)?;
    let seen_version = new.own.version;
    let circular = actions::save_draft(&app, &actor, id, new.draft(), seen_version).await?;
    Ok(Json(Whole::of(&app, circular).await?))
}

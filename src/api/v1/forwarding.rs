//! ส่งต่อ.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::delivery::{Item, shown};
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::store::fan_out::Below;
use crate::store::offices;

/// To whom.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewForwarding {
    /// `"all"` of those below, or the codes of some.
    to: Option<To>,
}

/// A word, or codes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum To {
    /// `all`.
    Word(String),
    /// Codes of offices right below.
    Codes(Vec<String>),
}

/// Forwards the letter to all or some of the offices right below.
#[utoipa::path(post, path = "/deliveries/{id}/forwarding", tag = "deliveries", request_body = NewForwarding,
    responses((status = 201, body = Item)))]
pub async fn forward(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(forwarding): Sent<NewForwarding>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    let to = match forwarding.to {
        Some(To::Word(word)) if word == "all" => Below::All,
        Some(To::Word(_)) => return Err(Refusal::Malformed { field: "to" }.into()),
        Some(To::Codes(codes)) => Below::Codes(of_today(&app, codes).await?),
        None => return Err(Refusal::Missing { field: "to" }.into()),
    };
    actions::forward(&app, &actor, id, &to).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}

/// The codes of today: those of predecessors keep meaning the office.
async fn of_today(app: &App, codes: Vec<String>) -> Result<Vec<String>, Problem> {
    let known = offices::resolve(&app.db, &codes).await?;
    let mut today = Vec::with_capacity(codes.len());
    for code in codes {
        let office = match known.get(&code) {
            Some(id) => offices::find(&app.db, *id).await?,
            None => None,
        };
        today.push(office.map_or(code, |office| office.code));
    }
    Ok(today)
}

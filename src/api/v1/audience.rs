//! Whom a draft is for, where that is not the schools of a roster.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::circular::Audience;
use crate::domain::ids::{CircularId, GroupId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;

/// One of these; the offices above on the route are always part of it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAudience {
    /// Every office of a tier.
    tier: Option<Tier>,
    /// A saved group.
    #[schema(value_type = Option<String>)]
    group: Option<GroupId>,
    /// These offices, by code.
    offices: Option<Vec<String>>,
    /// The schools of the roster again.
    #[serde(default)]
    roster: bool,
}

impl NewAudience {
    fn one(self) -> Result<Audience, Refusal> {
        match (self.tier, self.group, self.offices, self.roster) {
            (Some(tier), None, None, false) => Ok(Audience::Tier(tier)),
            (None, Some(group), None, false) => Ok(Audience::Group(group)),
            (None, None, Some(codes), false) => Ok(Audience::Offices(codes)),
            (None, None, None, true) => Ok(Audience::Roster),
            (None, None, None, false) => Err(Refusal::Missing { field: "audience" }),
            _ => Err(Refusal::Malformed { field: "audience" }),
        }
    }
}

/// How many offices a draft reaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reach {
    provinces: u64,
    locals: u64,
    schools: u64,
}

/// Says whom a draft is for; a roster stays with it, to be taken up again.
#[utoipa::path(put, path = "/circulars/{id}/audience", tag = "circulars", request_body = NewAudience,
    responses((status = 200, body = Reach)))]
pub async fn put(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Sent(new): Sent<NewAudience>,
) -> Result<Json<Reach>, Problem> {
    let reach = actions::put_audience(&app, &actor, id, new.one()?).await?;
    Ok(Json(Reach { provinces: reach.provinces, locals: reach.locals, schools: reach.schools }))
}

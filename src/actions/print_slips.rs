//! Slips of schools as one PDF: a local administration's, or a province's whole stack, in the order of their post.

use crate::app::{App, PROVINCES, Result, province_name};
use crate::domain::actor::{Actor, Deed};
use crate::domain::clock::bangkok_day;
use crate::domain::code::{secret_link, slip_code};
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::thai::dates;
use crate::domain::thai::names::sort_key;
use crate::letters::paper::slips::{APage, Slip, Stack, slips};
use crate::paths;
use crate::store;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};
use crate::text::{Lang, fill};

/// Slips of a stack at most: no province has as many schools.
const MOST: u64 = 2_500;

/// Prints the slips of the schools below the actor's office, of one province when asked. Those who issue a letter never
/// see its recipients' secret links.
///
/// # Errors
/// When the actor may not, the circular never came to the office, no school is below it, or it cannot be printed.
pub async fn print_slips(
    app: &App,
    actor: &Actor,
    id: CircularId,
    province: Option<&str>,
    a_page: APage,
) -> Result<Vec<u8>> {
    let own = store::deliveries::at_office(&app.db, id, actor.office.id).await?;
    own.filter(|own| own.sent_at.is_some()).ok_or(Refusal::NotFound)?;
    if !actor.may(Deed::PrintStack) {
        return Err(Refusal::NotAllowed.into());
    }
    let circular = store::circulars::get(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    let issued = circular.under_way()?.clone();
    let filter = DeliveryFilter {
        circular: Some(id),
        tier: Some(Tier::School),
        province: province.map(str::to_owned),
        ..DeliveryFilter::default()
    };
    let now = app.clock.now();
    let scope = actor.scope();
    let mut lines = reports::deliveries(&app.db, &scope, &filter, now, Order::Route(None), MOST).await?;
    if lines.is_empty() {
        return Err(Refusal::NothingBelow.into());
    }
    let offices: Vec<OfficeId> = lines.iter().map(|line| line.delivery.office).collect();
    let codes = store::offices::postal_codes(&app.db, &offices).await?;
    lines.sort_by_cached_key(|line| post(line, codes.get(&line.delivery.office)));
    let stack = Stack {
        issuer: circular.letter.owner.office.clone(),
        reference: issued.reference.clone(),
        dated: dates::long(issued.dated),
        title: circular.title.clone(),
        address: app.config.public_url(&paths::Letter { code: issued.link }.to_string()),
        digits: circular.paper.digits,
        at: now,
    };
    let sheaf: Vec<Slip> = lines.into_iter().map(|line| slip(app, line)).collect();
    Ok(tokio::task::spawn_blocking(move || slips(&stack, &sheaf, a_page)).await??)
}

/// The order of the post: by postal code, or the beginning that its province's codes have where none is known; then by
/// district, local administration and school.
fn post(line: &DeliveryLine, code: Option<&String>) -> (String, [String; 3]) {
    let province = line.province_code.as_deref().unwrap_or_default();
    let of_province =
        || PROVINCES.iter().find(|known| known.code == province).map(|known| &known.postal_prefix);
    let names = [line.district.as_deref(), line.parent_name.as_deref(), Some(line.office_name.as_str())];
    (
        code.or_else(of_province).cloned().unwrap_or_default(),
        names.map(|name| sort_key(name.unwrap_or_default())),
    )
}

fn slip(app: &App, line: DeliveryLine) -> Slip {
    let id = line.delivery.id;
    let code = secret_link(id, app.secret.bytes());
    let local = line.parent_name.unwrap_or_default();
    let district = line.district.map(|district| format!("อำเภอ{district}"));
    let province = line.province_code.map(|code| format!("จังหวัด{}", province_name(&code)));
    let place = [Some(local.clone()), district, province];
    // A day's end is the next day's first moment.
    let until = line.delivery.due_at.map(|due_at| bangkok_day(due_at - chrono::TimeDelta::microseconds(1)));
    Slip {
        school: line.office_name,
        place: place.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        address: app.config.public_url(&paths::School { code }.to_string()),
        code: slip_code(id, app.secret.bytes()).grouped(),
        until: until.map(dates::long).unwrap_or_default(),
        ask: fill(&Lang::Th.text().slips.ask, &[("local", local)]),
    }
}

//! Whom a circular goes to, as the annexed sheets and the check page show it.

use std::collections::HashMap;

use crate::app::{App, PROVINCES};
use crate::domain::actor::Scope;
use crate::domain::circular::Circular;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::domain::thai::names::sort_key;
use crate::store::audience::{self, Branch};
use crate::store::offices::Office;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order, Progress};
use crate::web::PageError;

/// Schools that annexed sheets list; a longer roster is read as a file.
pub const MOST_ON_PAPER: u64 = 500;

/// A province that a circular goes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProvinceOf {
    /// Its two-digit code.
    pub code: String,
    /// Its name without จังหวัด.
    pub name: String,
    /// Its local administrations.
    pub locals: Vec<LocalOf>,
}

/// A local administration that it goes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalOf {
    /// Its short name.
    pub name: String,
    /// Its district; empty when none is known.
    pub district: String,
    /// Its schools, by their full names.
    pub schools: Vec<String>,
}

impl ProvinceOf {
    /// How many schools it has.
    pub fn schools(&self) -> usize {
        self.locals.iter().map(|local| local.schools.len()).sum()
    }
}

/// The name of a province without จังหวัด; its code where it is none of the 77.
pub fn province_name(code: &str) -> String {
    let known = PROVINCES.iter().find(|province| province.code == code);
    known.map_or_else(|| code.to_owned(), |province| province.name_th.clone())
}

/// The recipients of a draft as it stands, province by province in the order of the dictionary.
///
/// # Errors
/// When the database fails.
pub async fn of_draft(app: &App, id: CircularId) -> Result<Vec<ProvinceOf>, PageError> {
    let tree = audience::tree(&app.db, id, None).await?;
    Ok(tree.into_iter().map(province).collect())
}

fn province(branch: Branch) -> ProvinceOf {
    let code = branch.office.province_code.unwrap_or_default();
    ProvinceOf { name: province_name(&code), code, locals: branch.below.into_iter().map(local).collect() }
}

fn local(branch: Branch) -> LocalOf {
    let Office { short_name, district, .. } = branch.office;
    let schools = branch.below.into_iter().map(|school| school.office.name).collect();
    LocalOf { name: short_name, district: district.unwrap_or_default(), schools }
}

/// What the annexed sheets of an issued circular list: the provinces, and the schools where they are few enough.
///
/// # Errors
/// When the database fails.
pub async fn of_issued(
    app: &App,
    scope: &Scope,
    circular: &Circular,
    progress: &Progress,
) -> Result<Vec<ProvinceOf>, PageError> {
    let filter =
        DeliveryFilter { circular: Some(circular.id), tier: Some(Tier::School), ..DeliveryFilter::default() };
    let now = app.clock.now();
    let schools =
        reports::deliveries(&app.db, scope, &filter, now, Order::Route(None), MOST_ON_PAPER + 1).await?;
    let few = u64::try_from(schools.len()).is_ok_and(|count| count <= MOST_ON_PAPER);
    let mut of_province: HashMap<String, Vec<LocalOf>> = HashMap::new();
    for line in schools.into_iter().filter(|_| few) {
        let locals = of_province.entry(line.province_code.clone().unwrap_or_default()).or_default();
        put(locals, line);
    }
    let provinces = progress.provinces().into_iter().map(|code| ProvinceOf {
        name: province_name(&code),
        locals: of_province.remove(&code).unwrap_or_default(),
        code,
    });
    let mut provinces: Vec<ProvinceOf> = provinces.collect();
    provinces.sort_by_cached_key(|province| sort_key(&province.name));
    Ok(provinces)
}

/// Deliveries come in the order of the route, so a local administration's schools follow each other.
fn put(locals: &mut Vec<LocalOf>, line: DeliveryLine) {
    let name = line.parent_name.unwrap_or_default();
    let district = line.district.unwrap_or_default();
    match locals.iter_mut().find(|local| local.name == name && local.district == district) {
        Some(local) => local.schools.push(line.office_name),
        None => locals.push(LocalOf { name, district, schools: vec![line.office_name] }),
    }
}

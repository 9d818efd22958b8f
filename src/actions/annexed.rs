//! Whom a circular goes to, as the annexed sheets and the check page show it.

use std::collections::HashMap;

use crate::app::{App, Result, province_name};
use crate::domain::actor::Scope;
use crate::domain::circular::Circular;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::domain::thai::names::sort_key;
use crate::store::audience::{self, Branch};
use crate::store::offices::Office;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};

/// Schools that annexed sheets list; a longer roster is read as a file.
const MOST_ON_PAPER: u64 = 2_000;

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

/// What the lists at a letter's end say.
///
/// # Errors
/// When the database fails.
pub(super) async fn of(app: &App, circular: &Circular) -> Result<Vec<ProvinceOf>> {
    if circular.issued.is_some() {
        return of_issued(app, circular).await;
    }
    let mut tree = of_draft(app, circular.id).await?;
    let schools: usize = tree.iter().map(ProvinceOf::schools).sum();
    if u64::try_from(schools).is_ok_and(|schools| schools > MOST_ON_PAPER) {
        tree.iter_mut().flat_map(|province| &mut province.locals).for_each(|local| local.schools.clear());
    }
    Ok(tree)
}

/// The recipients of a draft as it stands, province by province in the order of the dictionary.
///
/// # Errors
/// When the database fails.
pub async fn of_draft(app: &App, id: CircularId) -> Result<Vec<ProvinceOf>> {
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
async fn of_issued(app: &App, circular: &Circular) -> Result<Vec<ProvinceOf>> {
    // The letter is the same for everybody it goes to, with all the provinces at its end.
    let scope = Scope::Department(circular.office);
    let now = app.clock.now();
    let progress = reports::progress(&app.db, &scope, circular.id, now).await?;
    let filter =
        DeliveryFilter { circular: Some(circular.id), tier: Some(Tier::School), ..DeliveryFilter::default() };
    let schools =
        reports::deliveries(&app.db, &scope, &filter, now, Order::Route(None), MOST_ON_PAPER + 1).await?;
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

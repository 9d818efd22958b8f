//! Offices of a file compared with the registry.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::known::{Known, KnownOffice, OfficeFields};
use super::misfit::{Heads, Misfit};
use super::plan::Plan;
use super::record::OfficeRecord;
use crate::domain::office::Tier;

/// What the records change. A school whose local administration is not known is kept without one.
pub fn plan_records(mut records: Vec<OfficeRecord>, heads: &Heads, known: &Known, today: NaiveDate) -> Plan {
    records.sort_by_key(|record| record.tier);
    let mut plan = Plan::default();
    let mut new_codes: HashMap<String, Tier> = HashMap::new();
    for record in records {
        let office = known.with_key(record.tier, &record.key);
        if office.is_some_and(|office| is_outdated(office, &record, known)) {
            plan.outdated += 1;
            continue;
        }
        let is_anothers = known.with_code(&record.code).is_some_and(|other| office != Some(other))
            || new_codes.contains_key(&record.code);
        if is_anothers {
            plan.rejected.push(Misfit::CodeTaken.at(heads, record.line, &record.code));
            continue;
        }
        let Ok(parent) = parent(&record, known, &new_codes) else {
            let said = record.parent_code.as_deref().unwrap_or_default();
            plan.rejected.push(Misfit::Parent.at(heads, record.line, said));
            continue;
        };
        new_codes.insert(record.code.clone(), record.tier);
        match office {
            Some(office) => plan.change(office, merged(record, parent, Some(&office.fields)), today),
            None => plan.add(merged(record, parent, None)),
        }
    }
    plan
}

/// Whether the file is older than the registry: the office has ended, or was called so once and is not any more.
fn is_outdated(office: &KnownOffice, record: &OfficeRecord, known: &Known) -> bool {
    let is_now = office.fields.code == record.code && office.fields.name_th == record.name_th;
    office.ended || (!is_now && known.was_once(office.id, &record.code, &record.name_th))
}

/// There must be an office above, and it is not there.
struct Orphan;

fn parent(
    record: &OfficeRecord,
    known: &Known,
    new_codes: &HashMap<String, Tier>,
) -> Result<Option<String>, Orphan> {
    let (Some(above), Some(said)) = (record.tier.above(), record.parent_code.as_deref()) else {
        return Ok(None);
    };
    let of_file = || (new_codes.get(said) == Some(&above)).then(|| said.to_owned());
    match known.code_today(above, said).map(str::to_owned).or_else(of_file) {
        None if record.tier != Tier::School => Err(Orphan),
        found => Ok(found),
    }
}

/// What the record says, and what was known where it says nothing.
fn merged(record: OfficeRecord, parent: Option<String>, office: Option<&OfficeFields>) -> OfficeFields {
    let same_name = office.filter(|office| office.name_th == record.name_th);
    let short = record.short_name_th.or_else(|| same_name.map(|office| office.short_name_th.clone()));
    OfficeFields {
        tier: record.tier,
        code: record.code,
        key: record.key,
        parent: parent.or_else(|| office?.parent.clone()),
        kind: record.kind,
        short_name_th: short.unwrap_or_else(|| record.name_th.clone()),
        name_th: record.name_th,
        name_en: record.name_en.or_else(|| office?.name_en.clone()),
        district: record.district.or_else(|| office?.district.clone()),
        province_code: record.province_code.or_else(|| office?.province_code.clone()),
        postal_code: record.postal_code.or_else(|| office?.postal_code.clone()),
    }
}

//! Changes of status compared with the registry.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::changes::{Change, OfficeUpgrade};
use super::known::{Known, OfficeFields};
use super::misfit::{Heads, Misfit};
use super::plan::{Ending, Plan};
use crate::domain::office::Tier;
use crate::domain::thai::names::office_key;

/// What the changes change. Those that raise an office come first, since an office may join one that is raised.
pub(super) fn plan_changes(
    mut upgrades: Vec<OfficeUpgrade>,
    heads: &Heads,
    known: &Known,
    today: NaiveDate,
) -> Plan {
    upgrades.sort_by_key(|upgrade| (matches!(upgrade.change, Change::Merged { .. }), upgrade.effective));
    let mut plan = Plan::default();
    let mut raised: HashMap<String, OfficeFields> = HashMap::new();
    for upgrade in upgrades {
        let line = upgrade.line;
        let Some(office) = known.with_key(Tier::Local, &upgrade.key) else {
            plan.rejected.push(Misfit::Office.at(heads, line, &upgrade.old_code));
            continue;
        };
        if upgrade.effective > today {
            plan.rejected.push(Misfit::NotInForce.at(heads, line, &upgrade.effective.to_string()));
            continue;
        }
        match upgrade.change {
            Change::Raised { .. } if office.ended => plan.outdated += 1,
            Change::Raised { code, name_th, .. } if known.was_once(office.id, &code, &name_th) => {
                plan.outdated += 1;
            }
            Change::Raised { code, kind, name_th, short_name_th } => {
                let fields =
                    OfficeFields { code, kind: Some(kind), name_th, short_name_th, ..office.fields.clone() };
                raised.insert(fields.key.clone(), fields.clone());
                plan.change(office, fields, upgrade.effective);
            }
            Change::Merged { .. } if office.ended => plan.unchanged += 1,
            Change::Merged { into } => match successor(&into, &office.fields, known, &raised) {
                Some(successor) => {
                    plan.merged += 1;
                    plan.endings.push(Ending { office: office.id, successor, day: upgrade.effective });
                }
                None => plan.rejected.push(Misfit::Successor.at(heads, line, &into)),
            },
        }
    }
    plan
}

/// The code of the one office of the province that has the name, once the file's changes are made.
fn successor(
    into: &str,
    office: &OfficeFields,
    known: &Known,
    raised: &HashMap<String, OfficeFields>,
) -> Option<String> {
    let wanted = office_key(into);
    let of_province = |other: &&OfficeFields| {
        other.tier == Tier::Local && other.province_code == office.province_code && other.key != office.key
    };
    let mut named = known
        .offices()
        .iter()
        .filter(|other| !other.ended)
        .map(|other| raised.get(&other.fields.key).unwrap_or(&other.fields))
        .filter(of_province)
        .filter(|other| office_key(&other.name_th) == wanted);
    let only = named.next()?;
    named.next().is_none().then(|| only.code.clone())
}

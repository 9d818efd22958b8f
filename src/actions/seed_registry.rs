//! Makes the department and its offices in the provinces, which ship with the program.

use crate::app::{App, PROVINCES, Result};
use crate::domain::office::Tier;
use crate::domain::registry::{Heads, OfficeRecord, plan_records};
use crate::store::{offices, registry};

/// The department's code, full name and short name.
const DEPARTMENT: [&str; 3] = ["DLA", "กรมส่งเสริมการปกครองท้องถิ่น", "สถ."];

/// Makes those that are missing; what is there stays as it is, whatever it is called by now.
///
/// # Errors
/// When the database fails.
pub async fn seed_registry(app: &App) -> Result<()> {
    let records = records();
    let codes: Vec<String> = records.iter().map(|record| record.code.clone()).collect();
    if offices::resolve(&app.db, &codes).await?.len() == codes.len() {
        return Ok(());
    }
    let tx = app.db.begin_long().await?;
    let there = offices::resolve(&tx, &codes).await?;
    let missing = records.into_iter().filter(|record| !there.contains_key(&record.code)).collect();
    let known = registry::known(&tx).await?;
    registry::save(&tx, &plan_records(missing, &Heads::default(), &known, app.clock.today())).await?;
    Ok(tx.commit().await?)
}

fn records() -> Vec<OfficeRecord> {
    let [code, name, short] = DEPARTMENT;
    let department = record(Tier::Department, code, name, short.to_owned(), None);
    let with_office = PROVINCES.iter().filter(|province| !province.provincial_office.is_empty());
    let offices = with_office.map(|province| {
        let short = format!("สถจ.{}", province.name_th);
        let office = record(Tier::Province, &province.code, &province.provincial_office, short, Some(code));
        OfficeRecord { province_code: Some(province.code.clone()), ..office }
    });
    std::iter::once(department).chain(offices).collect()
}

fn record(tier: Tier, code: &str, name: &str, short: String, parent: Option<&str>) -> OfficeRecord {
    OfficeRecord {
        line: 0,
        tier,
        code: code.to_owned(),
        key: code.to_owned(),
        parent_code: parent.map(str::to_owned),
        name_th: name.to_owned(),
        short_name_th: Some(short),
        kind: None,
        district: None,
        province_code: None,
        name_en: None,
        postal_code: None,
    }
}

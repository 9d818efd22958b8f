//! The who-has-not list as a table, in the columns that officers know.

use chrono::{DateTime, Utc};

use super::delivery::province_name;
use crate::domain::clock::bangkok;
use crate::domain::office::Tier;
use crate::domain::thai::dates;
use crate::letters::table_sheet::{Cell, Table};
use crate::store::reports::DeliveryLine;
use crate::text::{Lang, fill};

/// ลำดับ, จังหวัด, อปท., สถานศึกษา, and the facts.
pub fn table(reference: &str, lines: &[DeliveryLine]) -> Table {
    let words = &Lang::Th.text().sheets;
    let columns = [
        &words.position,
        &words.province,
        &words.local,
        &words.school,
        &words.received_at,
        &words.register_number,
        &words.forwarded,
        &words.acknowledged_at,
        &words.state,
        &words.reminded_at,
    ];
    Table {
        title: fill(&words.recipients_title, &[("reference", reference)]),
        columns: columns.map(Clone::clone).to_vec(),
        rows: (1..).zip(lines).map(|(position, line)| row(position, line)).collect(),
    }
}

fn row(position: u32, line: &DeliveryLine) -> Vec<Cell> {
    let delivery = &line.delivery;
    let own = named(&line.office_short_name, line.district.as_deref());
    let (local, school) = match delivery.tier {
        Tier::Local => (own, String::new()),
        Tier::School => (line.parent_name.clone().unwrap_or_default(), line.office_name.clone()),
        Tier::Department | Tier::Province => (String::new(), String::new()),
    };
    let received = delivery.received.as_ref();
    let number = received.and_then(|received| received.number.as_ref());
    let hub = (delivery.children > 0).then(|| format!("{}/{}", delivery.children_sent, delivery.children));
    vec![
        position.into(),
        line.province_code.as_deref().map_or("", province_name).into(),
        local.as_str().into(),
        school.as_str().into(),
        moment(received.map(|received| received.at)).as_str().into(),
        number.map_or("", |number| number.text.as_str()).into(),
        hub.as_deref().unwrap_or_default().into(),
        moment(delivery.acknowledged.as_ref().map(|done| done.at)).as_str().into(),
        Lang::Th.text().states.word(delivery.state().as_str()).into(),
        moment(delivery.reminded_at).as_str().into(),
    ]
}

/// Names of local administrations repeat within a province, so the district stands beside.
fn named(name: &str, district: Option<&str>) -> String {
    district.map_or_else(|| name.to_owned(), |district| format!("{name} (อ.{district})"))
}

/// `24 พ.ค. 2566 09.30 น.`; empty for what has not happened.
pub fn moment(at: Option<DateTime<Utc>>) -> String {
    at.map(bangkok).map_or_else(String::new, |at| {
        format!("{} {}", dates::short(at.date_naive()), dates::time(at.time()))
    })
}

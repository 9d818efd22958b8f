//! The circular as data inside its PDF, so that a receiving system reads it without reading the page.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexedProvince, Setting};
use crate::domain::ids::CircularId;
use crate::domain::letter::Reading;

#[derive(Serialize)]
struct Attached<'a> {
    /// What this is, for whoever finds it.
    kind: &'static str,
    id: CircularId,
    state: &'static str,
    reference: Option<&'a str>,
    number: Option<i64>,
    year: Option<i32>,
    dated: Option<NaiveDate>,
    title: &'a str,
    link: &'a str,
    letter_hash: Option<&'a str>,
    letter: &'a Reading,
    recipients: &'a [AnnexedProvince],
}

/// JSON in UTF-8, in the words of the API (a `Reading` and what issuing fixed).
pub(super) fn json(setting: &Setting<'_>) -> Vec<u8> {
    let Setting { circular, address, annex, .. } = *setting;
    let issued = circular.issued.as_ref();
    let mut letter = circular.letter.clone();
    if setting.public {
        letter.contact = None;
        letter.body = setting.shown(&letter.body);
    }
    let attached = Attached {
        kind: "wian/circular/1",
        id: circular.id,
        state: circular.state.as_str(),
        reference: issued.map(|issued| issued.reference.as_str()),
        number: issued.map(|issued| issued.number),
        year: issued.map(|issued| issued.year),
        dated: issued.map(|issued| issued.dated),
        title: &circular.title,
        link: address,
        letter_hash: issued.map(|issued| issued.letter_hash.as_str()),
        letter: &letter,
        recipients: annex,
    };
    serde_json::to_vec_pretty(&attached).expect("words, numbers and dates are always JSON")
}

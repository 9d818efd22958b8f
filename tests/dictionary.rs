//! Names stand in the order of the dictionary: the key that is stored with each sorts as ICU does for Thai.

use std::cmp::Ordering;
use std::path::Path;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use wian::domain::thai::names::sort_key;

/// Words whose order the dictionary is asked for: leading vowels, tone marks, the silencer, numbers. A name in Latin
/// letters, which no Thai dictionary knows, stands before Thai ones here and after them in ICU.
const WORDS: [&str; 41] = [
    "กก",
    "กรรม",
    "กะ",
    "กัน",
    "กา",
    "ก่า",
    "ก้า",
    "ก๊า",
    "ก๋า",
    "กาก",
    "กำ",
    "กิน",
    "กี่",
    "กึ่ง",
    "กุ้ง",
    "เก",
    "เก็บ",
    "เก้า",
    "แก",
    "แก่",
    "โก",
    "ใก",
    "ไก่",
    "ฤทธิ์",
    "ฤๅษี",
    "รัก",
    "ลม",
    "ฦๅชา",
    "วัน",
    "สันต์",
    "สันต",
    "ศาลา",
    "ษมา",
    "หวาน",
    "ฬา",
    "อำนาจ",
    "ฮา",
    "เทศบาล 2",
    "เทศบาล 10",
    "เทศบาล ๓",
    "อบต.บ้านใหม่",
];

/// ICU's order for Thai, numbers by their value. What it tells apart at the third level alone (capitals, the script of a
/// digit) is one and the same name to us.
fn collator() -> CollatorBorrowed<'static> {
    let mut thai = CollatorPreferences::from(locale!("th"));
    thai.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Secondary);
    Collator::try_new(thai, options).expect("the order of Thai is compiled in")
}

/// Sorts as ICU does and gives every pair of neighbours that our keys put otherwise.
fn differences(mut names: Vec<String>) -> Vec<String> {
    let collator = collator();
    names.sort_by(|one, other| collator.compare(one, other));
    let differs = |pair: &[String]| {
        let (icu, ours) = (collator.compare(&pair[0], &pair[1]), sort_key(&pair[0]).cmp(&sort_key(&pair[1])));
        (icu != ours).then(|| format!("{} | {}: {icu:?} in ICU, {ours:?} here", pair[0], pair[1]))
    };
    names.windows(2).filter_map(differs).collect()
}

#[test]
fn words_and_names_sort_as_icu_sorts_thai() {
    assert_eq!(differences(WORDS.map(ToOwned::to_owned).to_vec()), Vec::<String>::new());
    let collator = collator();
    assert_eq!(collator.compare("เทศบาล 2", "เทศบาล ๑๐"), Ordering::Less, "numbers go by their value");
}

/// A column of a file of the real registry, where the folder of real data lies beside or above the project.
fn real(file: &str, column: &str) -> Vec<String> {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found = above.find_map(|folder| csv::Reader::from_path(folder.join("shared/data").join(file)).ok());
    let Some(mut table) = found else { return Vec::new() };
    let headers = table.headers().expect("headers").clone();
    let at = headers.iter().position(|name| name == column).expect("the column");
    table.records().map(|row| row.expect("a row")[at].to_owned()).collect()
}

#[test]
fn every_name_of_the_real_registry_sorts_as_icu_sorts_it() {
    for (file, column) in [("laos.csv", "full_name_th"), ("laos.csv", "name_th"), ("schools.csv", "name_th")]
    {
        let names = real(file, column);
        if names.is_empty() {
            eprintln!("SKIPPED: {file} is not here");
        }
        let found = differences(names);
        assert!(found.is_empty(), "{} of {file} differ: {:#?}", found.len(), &found[..found.len().min(30)]);
    }
}

//! Keys of provinces and districts, and a place cut off the end of a name.

use super::{compact, fold};

/// A name with the place that was written behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedName {
    /// The name alone, as typed.
    pub name: String,
    /// The district behind it (อ.…).
    pub district: Option<String>,
    /// The province behind it (จ.…).
    pub province: Option<String>,
}

/// Names of provinces in daily use, with the official one.
const FAMILIAR: &[(&str, &str)] = &[
    ("กทม", "กรุงเทพมหานคร"),
    ("กรุงเทพ", "กรุงเทพมหานคร"),
    ("อยุธยา", "พระนครศรีอยุธยา"),
    ("โคราช", "นครราชสีมา"),
    ("ประจวบ", "ประจวบคีรีขันธ์"),
    ("สุราษฎร์", "สุราษฎร์ธานี"),
    ("นครศรี", "นครศรีธรรมราช"),
    ("อุบล", "อุบลราชธานี"),
    ("อุดร", "อุดรธานี"),
    ("ศรีษะเกษ", "ศรีสะเกษ"),
];

const PROVINCE_WORDS: &[&str] = &["จังหวัด", "จว.", "จ."];
const DISTRICT_WORDS: &[&str] = &["กิ่งอำเภอ", "กิ่งอ.", "อำเภอ", "อ."];

/// The key of a province's name: "จ. ชลบุรี", "จังหวัดชลบุรี" and "ชลบุรี" give one.
pub fn province_key(name: &str) -> String {
    let key = without_word(name, PROVINCE_WORDS);
    FAMILIAR.iter().find(|(familiar, _)| *familiar == key).map_or(key, |(_, official)| (*official).to_owned())
}

/// The key of a district's name: "อ.บางพลี", "อำเภอ บางพลี" and "บางพลี" give one.
pub fn district_key(name: &str) -> String {
    without_word(name, DISTRICT_WORDS)
}

/// Whether two districts of one province are the same; a bare "เมือง" is the district of the provincial seat.
pub fn same_district(one: &str, other: &str) -> bool {
    const SEAT: &str = "เมือง";
    let (one, other) = (district_key(one), district_key(other));
    one == other || (one == SEAT && other.starts_with(SEAT)) || (other == SEAT && one.starts_with(SEAT))
}

/// Cuts "อ.… จ.…" off the end of a name; both need a space or a bracket before them.
pub fn split_place(text: &str) -> PlacedName {
    let (name, province) = cut_before(text, &["จังหวัด", "จว.", "จ."]);
    let (name, district) = cut_before(&name, &["กิ่งอำเภอ", "อำเภอ", "อ."]);
    PlacedName { name, district, province }
}

fn without_word(name: &str, words: &[&str]) -> String {
    let folded: String = fold(name).chars().filter(|c| *c != ' ').collect();
    let bare = words.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    compact(bare)
}

fn cut_before(text: &str, words: &[&str]) -> (String, Option<String>) {
    let found = text.char_indices().filter(|(_, c)| c.is_whitespace() || *c == '(').find_map(|(at, c)| {
        let behind = text.get(at + c.len_utf8()..)?.trim_start_matches(['(', ' ']);
        let place = words.iter().find_map(|word| behind.strip_prefix(word))?;
        Some((text.get(..at)?.trim(), place))
    });
    match found {
        Some((name, place)) if !name.is_empty() && is_name(place) => {
            let place = place.trim_matches([' ', ')', '(', ',', '\u{00A0}']);
            (name.trim_end_matches([',', '(', ' ']).to_owned(), Some(place.to_owned()))
        }
        _ => (text.trim().to_owned(), None),
    }
}

/// A single letter with a dot continues an abbreviation (อ.บ.ต., จ.ป.ร.) and names no place.
fn is_name(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    letters.next().is_some() && letters.next().is_some_and(|second| second != '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_is_known_by_its_short_and_its_familiar_name() {
        for name in ["จังหวัดนครราชสีมา", "จ.นครราชสีมา", "จ. นครราชสีมา", "จว.นครราชสีมา", "โคราช"]
        {
            assert_eq!(province_key(name), "นครราชสีมา", "{name}");
        }
        assert_eq!(province_key("กรุงเทพฯ"), province_key("กทม."));
        assert_eq!(province_key("หนองบัวลําภู"), "หนองบัวลำภู");
    }

    #[test]
    fn the_seats_district_is_often_just_mueang() {
        assert!(same_district("อ.เมือง", "เมืองชลบุรี"));
        assert!(same_district("อำเภอ บางพลี", "บางพลี"));
        assert!(!same_district("บางพลี", "บางบ่อ"));
    }

    #[test]
    fn a_place_is_cut_off_a_name() {
        let placed = split_place("ทต.บางแก้ว อ.บางพลี จ.สมุทรปราการ");
        assert_eq!(placed.name, "ทต.บางแก้ว");
        assert_eq!(placed.district.as_deref(), Some("บางพลี"));
        assert_eq!(placed.province.as_deref(), Some("สมุทรปราการ"));
        assert_eq!(split_place("อบต.บางแก้ว (อำเภอเมือง)").district.as_deref(), Some("เมือง"));
    }

    #[test]
    fn names_that_only_look_like_places_stay_whole() {
        for name in ["เทศบาลตำบล จ.ป.ร.", "ที่ทำการ อ.บ.ต.บางแก้ว", "องค์การบริหารส่วนจังหวัดชัยนาท", "อบต.บางแก้ว"]
        {
            assert_eq!(split_place(name).name, name);
        }
    }
}

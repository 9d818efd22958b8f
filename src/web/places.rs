//! Where an office lies, as it is shown beside its name: names repeat, districts tell them apart.

use crate::app::{PROVINCES, Province};
use crate::domain::thai::search_key;
use crate::text::Lang;

/// The name of a province by its two-digit code, bare: "ขอนแก่น"; empty for none.
pub fn province(lang: Lang, code: Option<&str>) -> &'static str {
    let found = code.and_then(|code| PROVINCES.iter().find(|province| province.code == code));
    found.map_or("", |province| name(lang, province))
}

/// "ทม.ตัวอย่าง · อ.เมือง · จ.ขอนแก่น": what there is of an office above, a district and a province.
pub fn place(lang: Lang, above: Option<&str>, district: Option<&str>, province_code: Option<&str>) -> String {
    let district =
        district.filter(|district| !district.is_empty()).map(|district| district_of(lang, district));
    let province = Some(province(lang, province_code)).filter(|name| !name.is_empty());
    let province = province.map(|name| if lang == Lang::Th { format!("จ.{name}") } else { name.to_owned() });
    let above = above.filter(|above| !above.is_empty()).map(str::to_owned);
    [above, district, province].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "อ.เมือง"; a district of Bangkok and one that says so itself stay as they are.
fn district_of(lang: Lang, district: &str) -> String {
    let says_so = ["อ.", "อำเภอ", "เขต", "กิ่ง"].iter().any(|word| district.starts_with(word));
    if says_so || lang == Lang::En { district.to_owned() } else { format!("อ.{district}") }
}

/// For each word, the codes of the provinces whose names hold it.
pub fn provinces_by_word(words: &str) -> Vec<Vec<String>> {
    let holding = |word: &str| {
        let key = search_key(word.strip_prefix("จ.").or(word.strip_prefix("จังหวัด")).unwrap_or(word));
        let holds = |province: &&Province| {
            !key.is_empty()
                && [&province.name_th, &province.name_en].iter().any(|name| search_key(name).contains(&key))
        };
        PROVINCES.iter().filter(holds).map(|province| province.code.clone()).collect()
    };
    words.split_whitespace().map(holding).collect()
}

fn name(lang: Lang, province: &'static Province) -> &'static str {
    match lang {
        Lang::Th => &province.name_th,
        Lang::En => &province.name_en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_says_what_is_known_of_it() {
        let said = place(Lang::Th, Some("ทม.ตัวอย่าง"), Some("เมืองขอนแก่น"), Some("40"));
        assert_eq!(said, "ทม.ตัวอย่าง · อ.เมืองขอนแก่น · จ.ขอนแก่น");
        assert_eq!(place(Lang::En, None, None, Some("40")), "Khon Kaen");
        assert_eq!(place(Lang::Th, None, None, None), "");
    }

    #[test]
    fn a_province_is_found_by_any_part_of_its_name() {
        assert_eq!(provinces_by_word("จ.ขอนแก่น ไม่มี"), [vec!["40".to_owned()], vec![]]);
        assert!(provinces_by_word("แก่น")[0].contains(&"40".to_owned()));
    }
}

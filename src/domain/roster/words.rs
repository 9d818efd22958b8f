//! The words that head a roster's columns.

use super::header::Field;
use crate::domain::thai::{fold_digits, normalise};

/// The heads of a school column that a refusal tells of.
pub const LOOKED_FOR: &[&str] =
    &["โรงเรียน", "ชื่อโรงเรียน", "สถานศึกษา", "ชื่อสถานศึกษา", "รหัสโรงเรียน", "school", "school_key", "name_th"];

/// Exact heads, folded: no spaces, dots, brackets or underscores.
const EXACT: &[(Field, &[&str])] = &[
    (Field::Seq, &["ลำดับ", "ลำดับที่", "ที่", "ลำดับเลขที่", "seq", "no", "sequence", "item", "order"]),
    (
        Field::School,
        &[
            "โรงเรียน",
            "ชื่อโรงเรียน",
            "สถานศึกษา",
            "ชื่อสถานศึกษา",
            "รายชื่อโรงเรียน",
            "รายชื่อสถานศึกษา",
            "โรงเรียนสถานศึกษา",
            "สถานศึกษาโรงเรียน",
            "ชื่อโรงเรียนสถานศึกษา",
            "ชื่อสถานศึกษาโรงเรียน",
            "รร",
            "ชื่อรร",
            "school",
            "schoolname",
            "schoolnameth",
            "schoolth",
            "nameofschool",
            "โรงเรียนชื่อ",
            "สถานศึกษาชื่อ",
        ],
    ),
    (
        Field::SchoolCode,
        &[
            "รหัสโรงเรียน",
            "รหัสสถานศึกษา",
            "รหัสรร",
            "schoolkey",
            "schoolcode",
            "schoolid",
            "โรงเรียนรหัส",
            "สถานศึกษารหัส",
        ],
    ),
    (
        Field::Local,
        &[
            "อปท",
            "ชื่ออปท",
            "อปทต้นสังกัด",
            "ต้นสังกัด",
            "หน่วยงานต้นสังกัด",
            "ชื่อหน่วยงานต้นสังกัด",
            "สังกัดอปท",
            "อปทที่สังกัด",
            "องค์กรปกครองส่วนท้องถิ่น",
            "ชื่อองค์กรปกครองส่วนท้องถิ่น",
            "สังกัดองค์กรปกครองส่วนท้องถิ่น",
            "ท้องถิ่น",
            "เทศบาลอบต",
            "อบตเทศบาล",
            "อปทชื่อ",
            "lao",
            "laoname",
            "laoth",
            "laoshortth",
            "laonameth",
            "local",
            "localname",
            "localadministration",
            "municipality",
        ],
    ),
    (
        Field::LocalCode,
        &[
            "รหัสอปท",
            "รหัสองค์กรปกครองส่วนท้องถิ่น",
            "รหัสหน่วยงาน",
            "รหัสต้นสังกัด",
            "อปทรหัส",
            "laodlacode",
            "dlacode",
            "laocode",
            "localcode",
        ],
    ),
    (
        Field::LocalKind,
        &["ประเภทอปท", "ประเภทองค์กรปกครองส่วนท้องถิ่น", "อปทประเภท", "laotype", "laokind", "localtype"],
    ),
    (Field::District, &["อำเภอ", "อำเภอเขต", "ชื่ออำเภอ", "อ", "district", "districtth", "amphoe", "amphur"]),
    (Field::Province, &["จังหวัด", "ชื่อจังหวัด", "จ", "จว", "province", "provinceth", "provincename", "changwat"]),
    (Field::ProvinceCode, &["รหัสจังหวัด", "provincecode", "provinceid"]),
];

/// Heads that mean a field only where no better one stands beside them.
const WEAK: &[(Field, &[&str])] = &[
    (Field::School, &["ชื่อ", "รายชื่อ", "name", "nameth"]),
    (Field::SchoolCode, &["รหัส", "code", "id", "key"]),
    (Field::Local, &["สังกัด", "หน่วยงาน", "ชื่อหน่วยงาน"]),
    (Field::LocalKind, &["ประเภท", "type"]),
];

/// Beginnings of longer heads: ชื่อโรงเรียนที่เข้าร่วมโครงการ.
const BEGINNINGS: &[(Field, &[&str])] = &[
    (Field::School, &["ชื่อโรงเรียน", "ชื่อสถานศึกษา", "โรงเรียนที่", "โรงเรียนใน", "สถานศึกษาที่", "สถานศึกษาใน"]),
    (Field::Local, &["ชื่ออปท", "ชื่อองค์กรปกครองส่วนท้องถิ่น", "องค์กรปกครองส่วนท้องถิ่น", "หน่วยงานต้นสังกัด"]),
];

/// The longest head that is taken by its beginning alone, in characters: a title is longer.
const LONGEST_HEAD: usize = 45;

/// How sure a head is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Weak,
    Beginning,
    Exact,
}

/// The field that a head names.
pub(super) fn classify(head: &str) -> Option<(Field, Strength)> {
    if head.trim() == "#" {
        return Some((Field::Seq, Strength::Exact));
    }
    let whole = fold(head);
    let outside = fold(head.split(['(', '[', '（']).next().unwrap_or_default());
    let found = |table: &[(Field, &[&str])], key: &str| {
        table.iter().find(|(_, words)| words.contains(&key)).map(|(field, _)| *field)
    };
    if whole.is_empty() {
        return None;
    }
    [&whole, &outside]
        .into_iter()
        .find_map(|key| found(EXACT, key).map(|field| (field, Strength::Exact)))
        .or_else(|| begins(&whole).map(|field| (field, Strength::Beginning)))
        .or_else(|| [&whole, &outside].into_iter().find_map(|key| Some((found(WEAK, key)?, Strength::Weak))))
}

fn begins(key: &str) -> Option<Field> {
    let short_enough = key.chars().count() <= LONGEST_HEAD;
    BEGINNINGS
        .iter()
        .filter(|_| short_enough)
        .find(|(_, words)| words.iter().any(|word| key.starts_with(word)))
        .map(|(field, _)| *field)
}

fn fold(head: &str) -> String {
    fold_digits(&normalise(head))
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || ('\u{0E30}'..='\u{0E4E}').contains(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_many_spellings() {
        for (head, field) in [
            ("ลําดับที่", Field::Seq),
            ("ที่", Field::Seq),
            ("No.", Field::Seq),
            ("#", Field::Seq),
            ("ชื่อโรงเรียน / สถานศึกษา", Field::School),
            ("ชื่อ\nโรงเรียน", Field::School),
            ("โรงเรียนที่เข้าร่วมโครงการ", Field::School),
            ("School Name", Field::School),
            ("school_key", Field::SchoolCode),
            ("สังกัด (อปท.)", Field::Local),
            ("อปท. (ต้นสังกัด)", Field::Local),
            ("lao_short_th", Field::Local),
            ("lao_dla_code", Field::LocalCode),
            ("รหัส อปท.", Field::LocalCode),
            ("อำเภอ/เขต", Field::District),
            ("จ.", Field::Province),
            ("Province Code", Field::ProvinceCode),
        ] {
            assert_eq!(classify(head).map(|(field, _)| field), Some(field), "{head}");
        }
    }

    #[test]
    fn other_texts_head_nothing() {
        for text in ["", "โทรศัพท์", "จำนวนโรงเรียน", "โรงเรียนเทศบาล 1", "ชื่อ - สกุล", "หมายเหตุ", "102"]
        {
            assert_eq!(classify(text), None, "{text}");
        }
    }
}

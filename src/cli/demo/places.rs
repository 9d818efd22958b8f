//! The demo's offices: local administrations and schools in real provinces, with plainly invented names, so that no
//! invented delay ever stands beside a real school's name.

use crate::app::PROVINCES;

/// The province whose officer can sign in.
pub(super) const PROVINCE: &str = "40";
/// Its local administration whose officer can sign in; its code begins with its kind.
pub(super) const LOCAL: &str = "4409101";
/// That one's school whose officer can sign in.
pub(super) const SCHOOL: &str = "X4409101-1";
/// Schools of the demo letter's roster.
pub(super) const ROSTER: usize = 102;

const WORDS: [&str; 12] = [
    "น้ำใส",
    "ทุ่งทอง",
    "ดอนงาม",
    "เขาเขียว",
    "สวนขวัญ",
    "ท่าแก้ว",
    "บึงบัว",
    "หนองแสง",
    "ป่าหวาน",
    "โคกสุข",
    "นาเย็น",
    "ไร่ดาว",
];

/// A local administration with its schools.
#[derive(Debug)]
pub(super) struct Local {
    pub code: String,
    kind: &'static str,
    name: String,
    district: String,
    pub province: &'static str,
    pub schools: Vec<School>,
}

#[derive(Debug)]
pub(super) struct School {
    pub key: String,
    name: String,
    /// Whether it is in the roster of the demo's letter.
    pub rostered: bool,
}

/// A hundred local administrations in some sixty provinces, with 104 schools.
pub(super) fn locals() -> Vec<Local> {
    let with_office = PROVINCES.iter().filter(|province| !province.provincial_office.is_empty());
    let some = with_office.enumerate().filter(|(at, province)| at % 5 != 4 || province.code == PROVINCE);
    let twice = some.enumerate().flat_map(|(at, (_, province))| {
        let count = if at < 39 || province.code == PROVINCE { 2 } else { 1 };
        (1..=count).map(move |nth| (nth, province.code.as_str()))
    });
    twice.take(100).enumerate().map(|(at, (nth, province))| local(at, nth, province)).collect()
}

fn local(at: usize, nth: usize, province: &'static str) -> Local {
    let word = WORDS.get(at % WORDS.len()).copied().unwrap_or_default();
    let (digit, kind, name) = match (province == PROVINCE && nth == 1, at % 3) {
        (true, _) => (4, "TOWN", format!("ตัวอย่าง{word}")),
        (_, 0) => (6, "TAO", format!("สมมุติ{word}")),
        _ => (5, "SUBDISTRICT", format!("ตัวอย่าง{word}")),
    };
    let code = format!("{digit}{province}91{nth:02}");
    let count = match (code.as_str(), at) {
        (LOCAL, _) => 3,
        (_, 10 | 20) => 2,
        _ => 1,
    };
    let schools = (1..=count).map(|n| School {
        key: format!("X{code}-{n}"),
        rostered: n == 1 || code == LOCAL,
        name: if kind == "TAO" {
            format!("โรงเรียนสมมุติ{word} {n} (ตัวอย่าง)")
        } else {
            format!("โรงเรียนเทศบาล {n} (ตัวอย่าง{word})")
        },
    });
    Local {
        kind, name, district: format!("สมมุติ{word}"), province, schools: schools.collect(), code
    }
}

/// The registry file of the local administrations.
pub(super) fn locals_csv(locals: &[Local]) -> Vec<u8> {
    let head = "dla_code,type,name_th,district_th,province_code\n".to_owned();
    let rows = locals.iter().map(|local| {
        format!("{},{},{},{},{}\n", local.code, local.kind, local.name, local.district, local.province)
    });
    std::iter::once(head).chain(rows).collect::<String>().into_bytes()
}

/// The registry file of the schools.
pub(super) fn schools_csv(locals: &[Local]) -> Vec<u8> {
    let head = "school_key,name_th,lao_dla_code,district_th,province_code\n".to_owned();
    let rows = all(locals).map(|(local, school)| {
        format!("{},{},{},{},{}\n", school.key, school.name, local.code, local.district, local.province)
    });
    std::iter::once(head).chain(rows).collect::<String>().into_bytes()
}

/// The roster of the demo's letter, in the words of a drafter.
pub(super) fn roster_csv(locals: &[Local]) -> Vec<u8> {
    let head = "ที่,ชื่อโรงเรียน,รหัสโรงเรียน,รหัส อปท.\n".to_owned();
    let rows = (1..).zip(all(locals).filter(|(_, school)| school.rostered)).map(
        |(seq, (local, school)): (u32, _)| format!("{seq},{},{},{}\n", school.name, school.key, local.code),
    );
    std::iter::once(head).chain(rows).collect::<String>().into_bytes()
}

fn all(locals: &[Local]) -> impl Iterator<Item = (&Local, &School)> {
    locals.iter().flat_map(|local| local.schools.iter().map(move |school| (local, school)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_hundred_invented_offices_with_the_schools_of_the_letter() {
        let locals = locals();
        let provinces: HashSet<&str> = locals.iter().map(|local| local.province).collect();
        let keys: HashSet<&str> =
            locals.iter().map(|local| local.code.get(1..).unwrap_or_default()).collect();
        assert_eq!((locals.len(), provinces.len(), keys.len()), (100, 61, 100));
        assert_eq!(all(&locals).count(), 104);
        let invented = |name: &str| name.contains("ตัวอย่าง") || name.contains("สมมุติ");
        assert!(locals.iter().all(|local| invented(&local.name) && invented(&local.district)));
        assert!(all(&locals).all(|(_, school)| invented(&school.name)));
        let roster = String::from_utf8(roster_csv(&locals)).expect("text");
        assert_eq!(roster.lines().count(), ROSTER + 1);
        assert!(roster.contains(SCHOOL) && locals.iter().any(|local| local.code == LOCAL));
    }
}

//! Names of offices and their parts, and which rank each has.

/// Where a unit stands in its organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    Office,
    Division,
    Group,
}

const PREFIXES: [(&str, Rank); 38] = [
    ("กระทรวง", Rank::Office),
    ("กรม", Rank::Office),
    ("สำนักนายก", Rank::Office),
    ("สำนักงานปลัดกระทรวง", Rank::Office),
    ("สำนักงานปลัด", Rank::Division),
    ("สำนักงานเลขา", Rank::Division),
    ("สำนักงาน", Rank::Office),
    ("ศาลากลาง", Rank::Office),
    ("จังหวัด", Rank::Office),
    ("อำเภอ", Rank::Office),
    ("ที่ว่าการ", Rank::Office),
    ("ที่ทำการ", Rank::Office),
    ("องค์การบริหารส่วน", Rank::Office),
    ("เทศบาล", Rank::Office),
    ("เมืองพัทยา", Rank::Office),
    ("โรงเรียน", Rank::Office),
    ("มหาวิทยาลัย", Rank::Office),
    ("วิทยาลัย", Rank::Office),
    ("สถาบัน", Rank::Office),
    ("สมาคม", Rank::Office),
    ("มูลนิธิ", Rank::Office),
    ("การไฟฟ้า", Rank::Office),
    ("การประปา", Rank::Office),
    ("คุรุสภา", Rank::Office),
    ("อบจ.", Rank::Office),
    ("อบต.", Rank::Office),
    ("สถ.", Rank::Office),
    ("สถจ.", Rank::Office),
    ("สำนัก", Rank::Division),
    ("กอง", Rank::Division),
    ("ศูนย์", Rank::Division),
    ("ส่วนการ", Rank::Division),
    ("ส่วนโยธา", Rank::Division),
    ("หน่วย", Rank::Division),
    ("กลุ่ม", Rank::Group),
    ("ฝ่าย", Rank::Group),
    ("แผนก", Rank::Group),
    ("งาน", Rank::Group),
];

/// Words that belong to sentences, not to names of offices.
const SENTENCE: [&str; 14] = [
    "ได้รับ",
    "ได้ดำเนิน",
    "ได้จัด",
    "จะจัด",
    "ขอให้",
    "ขอความ",
    "แจ้ง",
    "ดังกล่าว",
    "ซึ่ง",
    "เพื่อ",
    "เข้าร่วม",
    "ดังนี้",
    "ทราบ",
    "พิจารณา",
];

/// The longest name of an office, in characters.
const LONGEST_NAME: usize = 110;

/// The rank of the unit a word names, if it names one.
pub(super) fn rank(word: &str) -> Option<Rank> {
    PREFIXES.iter().find(|(prefix, _)| word.starts_with(prefix)).map(|(_, rank)| *rank)
}

/// Whether a line holds the names of units and nothing else (a telephone may follow).
pub(super) fn is_unit_line(line: &str) -> bool {
    // Most lines begin with no such word, and need no further look.
    if rank(line).is_none() {
        return false;
    }
    let name = before_contact(line);
    rank(name).is_some()
        && name.chars().take(LONGEST_NAME + 1).count() <= LONGEST_NAME
        && !SENTENCE.iter().any(|word| name.contains(word))
}

/// The units that a line names, each with its rank: "กองคลัง ฝ่ายบัญชี โทร. …" names two.
pub(super) fn units(line: &str) -> Vec<(Rank, String)> {
    let mut units: Vec<(Rank, String)> = Vec::new();
    for word in before_contact(line).split(' ').take(40) {
        let name = word.trim_matches(['(', ')', ',', ':']);
        let rank = rank(name).or_else(|| abbreviated(name).filter(|_| word.starts_with('(')));
        match (rank, units.last_mut()) {
            (Some(rank), _) => units.push((rank, name.to_owned())),
            (None, Some((_, unit))) if !name.is_empty() => {
                unit.push(' ');
                unit.push_str(word.trim_matches(','));
            }
            _ => {}
        }
    }
    units
}

/// "(กพส.)" behind an office is one of its divisions: กอง, สำนัก or ศูนย์ cut to its initials.
fn abbreviated(name: &str) -> Option<Rank> {
    let initials = name.starts_with(['ก', 'ส', 'ศ']) && name.ends_with('.') && name.chars().count() <= 9;
    initials.then_some(Rank::Division)
}

/// What stands before "โทร.", an e-mail or a web address.
fn before_contact(line: &str) -> &str {
    let end = ["โทร", "ไปรษณีย์", "ผู้ประสาน", "อีเมล", "E-mail", "e-mail", "http", "Tel", "มือถือ"]
        .iter()
        .filter_map(|word| line.find(word))
        .min()
        .unwrap_or(line.len());
    line.get(..end).unwrap_or(line).trim_end_matches([' ', ',', ':', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_name_several_units_and_a_telephone() {
        let found = units("กองคลัง (ฝ่ายบัญชี) โทร. 0 2000 0000");
        assert_eq!(found, [(Rank::Division, "กองคลัง".to_owned()), (Rank::Group, "ฝ่ายบัญชี".to_owned())]);
        let found = units("สถ. (กพส. กลุ่มงานตัวอย่าง) โทร. 0 2000 0000");
        let names: Vec<_> = found.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["สถ.", "กพส.", "กลุ่มงานตัวอย่าง"]);
        assert!(is_unit_line("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง"));
        assert!(!is_unit_line("กรมตัวอย่าง ได้รับแจ้งจากสถาบันตัวอย่าง"));
    }
}

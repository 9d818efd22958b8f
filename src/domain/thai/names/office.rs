//! Keys of local administrations and provincial offices.

use super::abbreviations::expand;
use super::place::split_place;
use super::{compact, fold};
use crate::domain::office::LocalKind;

const PROVINCIAL_OFFICE: &str = "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด";

/// A local administration's name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalName {
    /// The kind that the name says; none for a bare name and for เทศบาล without its rank.
    pub kind: Option<LocalKind>,
    /// Whether the name says that it is a municipality of whatever rank.
    pub municipality: bool,
    /// The folded name without its kind: "บางแก้ว".
    pub base: String,
}

impl LocalName {
    /// The key of the whole name; full and short forms give the same.
    pub fn key(&self) -> String {
        let kind = match self.kind {
            Some(kind) => kind.abbreviation(),
            None if self.municipality => "ท.",
            None => "",
        };
        format!("{kind}{}", self.base)
    }

    /// The key with the doubled word written once, as officers do: เทศบาลเมืองพล for เทศบาลเมืองเมืองพล.
    pub fn key_with_word_once(&self) -> Option<String> {
        let doubled = match self.kind? {
            LocalKind::City => "นคร",
            LocalKind::Town => "เมือง",
            _ => return None,
        };
        let base = self.base.strip_prefix(doubled).filter(|base| !base.is_empty())?;
        Some(Self { base: base.to_owned(), ..self.clone() }.key())
    }

    /// Whether an office of that kind may be meant, were it not for a change of status since the name was written.
    pub fn may_be(&self, kind: Option<LocalKind>) -> bool {
        let Some(kind) = kind else { return true };
        match self.kind {
            None => !self.municipality || kind.is_municipality(),
            // An อบต. becomes a municipality, and a municipality rises in rank; an อบจ. never changes.
            Some(LocalKind::Tao) => kind == LocalKind::Tao || kind.is_municipality(),
            Some(said) if said.is_municipality() => kind.is_municipality(),
            Some(said) => said == kind,
        }
    }
}

/// Takes a local administration's name apart, full or short, with or without what stands around it.
pub fn local_name(text: &str) -> LocalName {
    let placed = split_place(text);
    let name = compact(&expand(&fold(&placed.name)));
    let name = ["สำนักงาน", "ที่ทำการ"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(&name);
    let typed = LocalKind::ALL
        .into_iter()
        .filter(|kind| !kind.thai().is_empty())
        .find_map(|kind| name.strip_prefix(kind.thai()).map(|base| (kind, base)));
    match typed {
        Some((LocalKind::Pao, base)) => {
            let base = base.strip_prefix("จังหวัด").unwrap_or(base);
            LocalName { kind: Some(LocalKind::Pao), municipality: false, base: base.to_owned() }
        }
        Some((kind, base)) => {
            LocalName { kind: Some(kind), municipality: kind.is_municipality(), base: base.to_owned() }
        }
        None => match name.strip_prefix("เทศบาล") {
            Some(base) => LocalName { kind: None, municipality: true, base: base.to_owned() },
            None if matches!(name, "พัทยา" | "เมืองพัทยา") => {
                LocalName {
                    kind: Some(LocalKind::Special), municipality: false, base: "เมืองพัทยา".to_owned()
                }
            }
            None => LocalName { kind: None, municipality: false, base: name.to_owned() },
        },
    }
}

/// The province that a provincial office is named after; the whole name where it is named otherwise.
pub fn province_of_office(name: &str) -> &str {
    [PROVINCIAL_OFFICE, "สถจ."].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name).trim()
}

/// The key of an office's name: "เทศบาลเมืองบางแก้ว" and "ทม. บางแก้ว" give one, "อบต.บางแก้ว" another.
pub fn office_key(name: &str) -> String {
    let whole = compact(&expand(&fold(name)));
    match whole.strip_prefix(PROVINCIAL_OFFICE) {
        Some(province) => format!("สถจ.{}", super::province_key(province)),
        None => local_name(name).key(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_short_names_give_one_key() {
        for (full, shorts) in [
            ("เทศบาลเมืองบางแก้ว", ["ทม.บางแก้ว", "ทม. บางแก้ว", "ท.ม.บางแก้ว", "ทม บางแก้ว"]),
            ("องค์การบริหารส่วนตำบลน้ำใส", ["อบต.นํ้าใส", "อบต. น้ำใส", "อ.บ.ต.น้ำใส", "อบต น้ำใส"]),
            ("องค์การบริหารส่วนจังหวัดชัยนาท", ["อบจ.ชัยนาท", "อบจ. ชัยนาท", "อบจ.จังหวัดชัยนาท", "อบจชัยนาท"]),
            ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตราด", ["สถจ.ตราด", "สถจ. ตราด", "สถจ ตราด", "ส.ถ.จ.ตราด"]),
        ] {
            for short in shorts {
                assert_eq!(office_key(short), office_key(full), "{short}");
            }
        }
    }

    #[test]
    fn offices_of_one_name_and_different_kinds_stay_apart() {
        assert_ne!(office_key("ทต.บางแก้ว"), office_key("อบต.บางแก้ว"));
        assert_ne!(office_key("ทม.บางแก้ว"), office_key("เทศบาลบางแก้ว"));
    }

    #[test]
    fn a_place_written_behind_the_name_is_not_part_of_it() {
        let key = office_key("ทต.บางแก้ว");
        assert_eq!(office_key("ทต.บางแก้ว อ.บางพลี จ.สมุทรปราการ"), key);
        assert_eq!(office_key("เทศบาลตำบลบางแก้ว (อำเภอบางพลี)"), key);
        assert_eq!(office_key("สำนักงานเทศบาลตำบลบางแก้ว"), key);
    }

    #[test]
    fn a_doubled_word_may_be_written_once() {
        let full = local_name("เทศบาลเมืองเมืองพล");
        assert_eq!(full.key_with_word_once(), Some(office_key("เทศบาลเมืองพล")));
        assert_eq!(local_name("ทม.บางแก้ว").key_with_word_once(), None);
    }

    #[test]
    fn an_upgraded_office_may_still_carry_its_old_kind() {
        assert!(local_name("ทต.กลางดง").may_be(Some(LocalKind::Town)));
        assert!(!local_name("อบจ.กลางดง").may_be(Some(LocalKind::Town)));
        assert!(local_name("กลางดง").may_be(Some(LocalKind::Pao)));
    }
}

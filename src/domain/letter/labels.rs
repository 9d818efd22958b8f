//! The labels at the start of a line that say what follows: ที่, เรื่อง, เรียน …

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Agency,
    Reference,
    Date,
    Subject,
    /// "เรียน", "ถึง" …: the words themselves.
    Salutation(&'static str),
    Refers,
    Enclosures,
}

const SALUTATIONS: [&str; 8] =
    ["ขอประทานกราบเรียน", "กราบเรียน", "นมัสการ", "กราบทูล", "เจริญพร", "อัญเชิญ", "เรียน", "ถึง"];

/// Those who are addressed: after "เรียน" or "ถึง" they may follow without a space.
const ADDRESSED: [&str; 20] = [
    "สำนักงาน",
    "ผู้ว่า",
    "ผู้อำนวยการ",
    "ผู้บริหาร",
    "นายก",
    "นายอำเภอ",
    "ท่าน",
    "ปลัด",
    "อธิบดี",
    "หัวหน้า",
    "คณะ",
    "ท้องถิ่น",
    "องค์กร",
    "องค์การ",
    "เทศบาล",
    "จังหวัด",
    "กรม",
    "อำเภอ",
    "โรงเรียน",
    "สถาน",
];

const PLAIN: [(&str, Label); 11] = [
    ("ส่วนราชการ", Label::Agency),
    ("เลขที่หนังสือ", Label::Reference),
    ("ลงวันที่", Label::Date),
    ("อ้างถึง", Label::Refers),
    ("อ้าง ถึง", Label::Refers),
    ("สิ่งที่ส่งมาด้วย", Label::Enclosures),
    ("สิ่งที่ส่ง มาด้วย", Label::Enclosures),
    ("สิ่งที่แนบมาด้วย", Label::Enclosures),
    ("สิ่งที่ส่งมาพร้อม", Label::Enclosures),
    ("เอกสารแนบ", Label::Enclosures),
    ("เรื่อง", Label::Subject),
];

/// The label that opens a line, and the length in bytes up to its value.
pub(super) fn label(line: &str) -> Option<(Label, usize)> {
    PLAIN
        .iter()
        .find(|(word, _)| line.starts_with(word))
        .map(|(word, label)| (*label, word.len()))
        .or_else(|| spaced(line, "ที่").map(|length| (Label::Reference, length)))
        .or_else(|| spaced(line, "วันที่").map(|length| (Label::Date, length)))
        .or_else(|| salutation(line))
        .map(|(label, length)| (label, length + padding(line.get(length..).unwrap_or(""))))
}

/// A short word is a label only when a space or a colon ends it.
fn spaced(line: &str, word: &str) -> Option<usize> {
    let rest = line.strip_prefix(word)?;
    (rest.is_empty() || rest.starts_with([' ', ':'])).then_some(word.len())
}

fn salutation(line: &str) -> Option<(Label, usize)> {
    SALUTATIONS.iter().find_map(|word| {
        let rest = line.strip_prefix(word)?;
        let ended = rest.is_empty() || rest.starts_with([' ', ':', '(']);
        let addressed = ADDRESSED.iter().any(|who| rest.starts_with(who));
        (ended || addressed).then_some((Label::Salutation(word), word.len()))
    })
}

/// Spaces and colons between a label and its value.
fn padding(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches([' ', ':']).len()
}

/// Words with which the text of a letter begins.
const OPENERS: [&str; 16] = [
    "ตามที่",
    "ตามหนังสือ",
    "ตามประกาศ",
    "ตามมติ",
    "ตามพระราช",
    "ตามระเบียบ",
    "ด้วย",
    "เนื่องจาก",
    "เนื่องด้วย",
    "เนื่องใน",
    "สืบเนื่อง",
    "อนุสนธิ",
    "โดยที่",
    "พร้อมนี้",
    "พร้อมหนังสือนี้",
    "จึง",
];

/// Whether a line opens the text of a letter.
pub(super) fn opens_body(line: &str) -> bool {
    OPENERS.iter().any(|word| line.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_needs_its_end() {
        assert_eq!(label("ที่ มท 0816.3/ว 1"), Some((Label::Reference, "ที่ ".len())));
        assert_eq!(label("ที่ประชุมมีมติ"), None);
        assert_eq!(label("เรียน"), Some((Label::Salutation("เรียน"), "เรียน".len())));
        assert_eq!(label("เรียนรู้ตลอดชีวิต"), None);
        assert_eq!(label("เรียนผู้ว่าราชการจังหวัด"), Some((Label::Salutation("เรียน"), "เรียน".len())));
        assert_eq!(label("ถึงแม้ว่า"), None);
        assert_eq!(label("เรื่อง : การประชุม"), Some((Label::Subject, "เรื่อง : ".len())));
    }
}

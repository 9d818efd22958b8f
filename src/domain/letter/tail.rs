//! The foot of a letter: where its text ends, and what each line below it is.

use super::dated::dated;
use super::document::Document;
use super::labels::opens_body;
use super::units::{is_unit_line, rank};

/// What a line below the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FootLine {
    Closing,
    Date,
    Contact,
    Signature,
    Unit,
    Page,
    Other,
}

const CLOSINGS: [&str; 5] = ["ขอแสดงความนับถือ", "ด้วยความเคารพ", "ขอนมัสการ", "ควรมิควรแล้วแต่", "ขอถวายพระพร"];

const CONTACT: [&str; 26] = [
    "โทร",
    "ผู้ประสาน",
    "ไปรษณีย์อิเล็กทรอนิกส์",
    "อีเมล",
    "อีเมล์",
    "E-mail",
    "E-Mail",
    "e-mail",
    "Email",
    "email",
    "E mail",
    "Tel",
    "Fax",
    "แฟกซ์",
    "แฟ็กซ์",
    "มือถือ",
    "เว็บไซต์",
    "http",
    "www.",
    "Line",
    "LINE",
    "ไลน์",
    "เจ้าหน้าที่ผู้",
    "ติดต่อ",
    "ต่อ ",
    "เจ้าของเรื่อง",
];

const POSTS: [&str; 22] = [
    "อธิบดี",
    "รองอธิบดี",
    "ผู้อำนวยการ",
    "รองผู้อำนวยการ",
    "ผู้ว่าราชการ",
    "รองผู้ว่าราชการ",
    "นายกเทศมนตรี",
    "นายกองค์การ",
    "นายกเมือง",
    "ปลัด",
    "รองปลัด",
    "ท้องถิ่นจังหวัด",
    "ท้องถิ่นอำเภอ",
    "นายอำเภอ",
    "หัวหน้า",
    "เลขาธิการ",
    "ปฏิบัติราชการแทน",
    "รักษาราชการแทน",
    "รักษาการ",
    "ผู้เชี่ยวชาญ",
    "รองนายก",
    "ลงชื่อ",
];

const TITLES: [&str; 9] = ["นาย", "นาง", "ว่าที่", "ดร.", "พล", "ร้อย", "พัน", "หม่อม", "จ่า"];

/// What a line is, judged by itself.
fn foot_line(text: &str) -> FootLine {
    if CLOSINGS.iter().any(|closing| text.starts_with(closing)) && text.chars().count() < 60 {
        FootLine::Closing
    } else if dated(text).is_some() {
        FootLine::Date
    } else if CONTACT.iter().any(|word| text.starts_with(word)) || is_number_or_address(text) {
        FootLine::Contact
    } else if is_signature(text) {
        FootLine::Signature
    } else if is_page_mark(text) {
        FootLine::Page
    } else if is_unit_line(text) {
        FootLine::Unit
    } else {
        FootLine::Other
    }
}

/// Whether a line of the foot can begin between `before` and `rest`.
pub(super) fn can_open(before: &str, rest: &str) -> bool {
    let word = rest.split(char::is_whitespace).next().unwrap_or("");
    let words = |count: usize| {
        let end = rest.match_indices(char::is_whitespace).nth(count - 1).map_or(rest.len(), |(at, _)| at);
        rest.get(..end).unwrap_or("")
    };
    let kind = foot_line(word);
    let alone = matches!(kind, FootLine::Closing | FootLine::Contact | FootLine::Signature | FootLine::Unit);
    // "10 มิถุนายน 2567", or "มิถุนายน 2567" where its day was left open, not where it stands before.
    let day_before = before.trim_end().ends_with(is_digit);
    let begins_date = || {
        rank(word).is_none() && !day_before && [3, 2].into_iter().any(|count| dated(words(count)).is_some())
    };
    (alone && word != "ต่อ") || begins_date()
}

/// What stands below the text of a letter.
pub(super) struct Foot {
    /// Its first line; the number of lines of the document when there is none.
    pub start: usize,
    /// Each of its lines.
    pub lines: Vec<(usize, FootLine)>,
}

impl Foot {
    /// Reads the foot of a letter whose text begins at line `body`.
    pub fn of(document: &Document, body: usize) -> Self {
        let mut lines: Vec<(usize, FootLine)> =
            (body..document.lines()).map(|line| (line, foot_line(document.line_text(line)))).collect();
        let kinds: Vec<FootLine> = lines.iter().map(|(_, kind)| *kind).collect();
        let start = first_line(document, body, &kinds);
        lines.drain(..(start - body).min(lines.len()));
        Self { start, lines }
    }

    /// The lines of one kind.
    pub fn of_kind(&self, kind: FootLine) -> impl Iterator<Item = usize> {
        self.lines.iter().filter(move |(_, each)| *each == kind).map(|(line, _)| *line)
    }
}

/// The first line below the text of the letter, which begins at `body`.
fn first_line(document: &Document, body: usize, kinds: &[FootLine]) -> usize {
    let prose =
        (body..document.lines()).rev().find(|line| is_prose(document.line_text(*line))).unwrap_or(body);
    let mut first = None;
    for (index, kind) in kinds.iter().enumerate() {
        let line = body + index;
        let above = index.checked_sub(1).and_then(|above| kinds.get(above));
        // A closing phrase ends the text whatever follows; so does a date beneath the name of an office.
        let decided =
            *kind == FootLine::Closing || (*kind == FootLine::Date && above == Some(&FootLine::Unit));
        let possible =
            matches!(kind, FootLine::Date | FootLine::Contact | FootLine::Signature | FootLine::Unit);
        let broken_off = line > body && leads_on(document.line_text(line - 1));
        let unit_in_text = *kind == FootLine::Unit && !document.line(line).is_some_and(|line| line.apart);
        if decided || (possible && line > prose && !broken_off && !unit_in_text) {
            first = Some(index);
            break;
        }
    }
    let Some(mut first) = first else { return document.lines() };
    // The office, or the line to sign on, stands above the date or the name.
    while first > 0
        && matches!(kinds.get(first - 1), Some(FootLine::Unit | FootLine::Signature | FootLine::Page))
    {
        first -= 1;
    }
    body + first
}

/// Words that cannot end a letter's text: what follows them on the next line belongs to it.
pub(super) fn leads_on(text: &str) -> bool {
    [
        "วันที่",
        "ระหว่าง",
        "ถึง",
        "ภายใน",
        "เมื่อ",
        "-",
        "–",
        "และ",
        "หรือ",
        "ที่",
        "ทาง",
        "หมายเลข",
        "ได้แก่",
        "ของ",
        "โดย",
        ":",
    ]
    .iter()
    .any(|word| text.ends_with(word))
}

/// A line that only the text of a letter can hold.
fn is_prose(text: &str) -> bool {
    opens_body(text)
        || ["ทั้งนี้", "อนึ่ง", "ในการนี้", "เพื่อ", "โดย", "ดังนั้น"].iter().any(|word| text.starts_with(word))
        || ["จึงเรียน", "จึงแจ้ง", "จึงขอ"].iter().any(|word| text.contains(word))
        || (text.chars().take(121).count() > 120 && !CONTACT.iter().any(|word| text.contains(word)))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

/// A telephone, an e-mail or a web address whose label stands on the line above.
fn is_number_or_address(text: &str) -> bool {
    let address = !text.contains(' ')
        && text.is_ascii()
        && (text.contains('@') || text.contains('/'))
        && text.contains('.');
    // Only a short line is looked at letter by letter.
    let is_short = text.chars().take(61).count() <= 60;
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    address || (is_short && count(is_digit) >= 7 && count(char::is_alphabetic) <= 8)
}

fn is_signature(text: &str) -> bool {
    let named = text.strip_prefix('(').is_some_and(|inner| {
        let inner = inner.trim_start();
        TITLES.iter().any(|title| inner.starts_with(title)) || inner.starts_with(['.', '…', '_'])
    });
    let named = named || is_bare_name(text);
    text.chars().take(121).count() <= 120 && (named || POSTS.iter().any(|post| text.starts_with(post)))
}

/// "นายตัวอย่าง ใจดี" alone on its line: a title and two names.
fn is_bare_name(text: &str) -> bool {
    let titled = ["นาย", "นาง", "ว่าที่"].iter().any(|title| text.starts_with(title));
    titled
        && !text.starts_with("นายก")
        && (2..=4).contains(&text.split(' ').take(5).count())
        && text.chars().take(61).count() <= 60
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// "- ๒ -", "/จึงเรียน...", "สำเนาคู่ฉบับ": marks of the page, not words of the letter.
pub(super) fn is_page_mark(text: &str) -> bool {
    let inner = text.trim_matches(['-', '–', ' ']);
    let number = inner.chars().count() <= 3
        && inner.len() < text.len()
        && !inner.is_empty()
        && inner.chars().all(is_digit);
    let catchword =
        text.starts_with('/') && text.ends_with(['.', '…']) && text.chars().take(61).count() <= 60;
    number || catchword || ["สำเนาคู่ฉบับ", "(สำเนาคู่ฉบับ)", "สำเนา", "สำเนาถูกต้อง"].contains(&text)
}

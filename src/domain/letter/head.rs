//! The head of a letter: everything above its text.

use super::dated::dated;
use super::document::Document;
use super::join::join;
use super::kind::{Secrecy, Urgency};
use super::labels::{Label, label, opens_body};
use super::marks::Marks;
use super::numbered::{entries, number_at};
use super::priority::{secrecy, urgency};
use super::reading::{Dated, Reference};
use super::reference::reference;
use super::units::{Rank, is_unit_line, units};
use crate::domain::thai::fold_digits;

/// A salutation further down than this belongs to no head.
const LONGEST_HEAD: usize = 80;
/// A value goes on over this many lines at most.
const LONGEST_VALUE: usize = 60;

/// What the head says.
#[derive(Default)]
pub(super) struct Head {
    pub memo: bool,
    pub reference: Option<Reference>,
    pub urgency: Urgency,
    pub secrecy: Secrecy,
    pub dated: Option<Dated>,
    pub salutation: String,
    pub to: String,
    pub subject: Option<String>,
    pub refers_to: Vec<String>,
    pub enclosures: Vec<String>,
    /// Units named in the head, outermost as written.
    pub units: Vec<(Rank, String)>,
    /// Where the office is, over as many lines as it takes.
    pub address: Option<String>,
    /// The line at which the text of the letter begins.
    pub body: usize,
}

/// Reads the head and notes where each field stood.
pub(super) fn head(document: &Document, marks: &mut Marks) -> Head {
    let addressed = (0..document.lines().min(LONGEST_HEAD))
        .any(|line| matches!(label(document.line_text(line)), Some((Label::Salutation(_), _))));
    let mut reader = Reader { document, marks, head: Head::default(), line: 0 };
    let limit = document.lines().min(LONGEST_HEAD + LONGEST_VALUE);
    while reader.line < limit {
        let text = document.line_text(reader.line);
        match label(text) {
            Some((label, offset)) => reader.labelled(label, offset),
            None if reader.begins_body(addressed) => break,
            None => {
                reader.unlabelled(text);
                reader.line += 1;
            }
        }
    }
    reader.head.body = reader.line;
    reader.head
}

struct Reader<'a> {
    document: &'a Document,
    marks: &'a mut Marks,
    head: Head,
    line: usize,
}

impl Reader<'_> {
    /// The text begins at the first line without a label once the addressee (or, lacking one, the subject) is known.
    fn begins_body(&self, addressed: bool) -> bool {
        if addressed { !self.head.salutation.is_empty() } else { self.head.subject.is_some() }
    }

    fn labelled(&mut self, label: Label, offset: usize) {
        match label {
            Label::Reference => self.reference(offset),
            Label::Date => self.date(offset),
            Label::Agency => {
                let (value, _) = self.value(label, offset, "owner");
                self.head.memo = true;
                self.head.units.extend(units(&value));
            }
            Label::Subject => {
                let (value, found) = self.value(label, offset, "subject");
                if found && self.head.subject.is_none() {
                    self.head.subject = Some(value);
                }
            }
            Label::Salutation(word) => {
                let (value, _) = self.value(label, offset, "to");
                if self.head.salutation.is_empty() {
                    word.clone_into(&mut self.head.salutation);
                    self.head.to = value;
                }
            }
            Label::Refers => {
                let (value, _) = self.value(label, offset, "refers_to");
                self.head.refers_to.extend(entries(&value).iter().map(|entry| fold_digits(entry)));
            }
            Label::Enclosures => {
                let (value, _) = self.value(label, offset, "enclosures");
                self.head.enclosures.extend(entries(&value));
            }
        }
    }

    /// The value of a label, over as many lines as it takes; the reader stands behind it afterwards.
    fn value(&mut self, label: Label, offset: usize, field: &'static str) -> (String, bool) {
        let first = self.line;
        let last = self.last_line_of_value(label, offset);
        let start = self.document.line(first).map_or(0, |line| line.start + offset);
        let end = self.document.line(last).map_or(start, |line| line.end);
        let value = join(self.document, start, first, last);
        let found = !value.is_empty();
        if found {
            self.marks.add(self.document, field, start, end);
        }
        self.line = last + 1;
        (value, found)
    }

    fn last_line_of_value(&self, which: Label, offset: usize) -> usize {
        let first = self.line;
        let mut last = first;
        let mut wanting = self.document.line_text(first).len() <= offset;
        let mut depth = open_brackets(self.document.line_text(first).get(offset..).unwrap_or(""));
        while last < first + LONGEST_VALUE && last + 1 < self.document.lines() {
            let next = self.document.line_text(last + 1);
            let ends = label(next).is_some_and(|(label, _)| !self.is_inside(which, label));
            // Nobody is called "ด้วย…": a label left empty does not take the text for its value.
            let is_text = matches!(which, Label::Subject | Label::Salutation(_)) && opens_body(next);
            if ends || is_text || !(wanting || depth > 0 || self.continues(which, last)) {
                break;
            }
            last += 1;
            depth += open_brackets(next);
            // A number alone on its line waits for its entry.
            wanting = next.chars().count() <= 4 && next.ends_with(['.', ')']);
        }
        last
    }

    /// In a list of letters "ที่ …", "ลงวันที่ …" and "เรื่อง …" are parts of an entry once the letter's own are known.
    fn is_inside(&self, which: Label, label: Label) -> bool {
        let in_list = matches!(which, Label::Refers | Label::Enclosures);
        in_list
            && match label {
                Label::Date => true,
                Label::Reference => self.head.reference.is_some(),
                Label::Subject => self.head.subject.is_some(),
                _ => false,
            }
    }

    /// Whether the line after `last` still belongs to a value that already has words.
    fn continues(&self, which: Label, last: usize) -> bool {
        let text = self.document.line_text(last + 1);
        let apart = self.document.line(last + 1).is_some_and(|line| line.apart);
        if opens_body(text) {
            return false;
        }
        // A list that begins again at 1 is the text of the letter.
        let numbered = (2..30).any(|number| number_at(text, number).is_some())
            || (number_at(text, 1).is_some() && !self.entry_is_whole(last) && !self.is_numbered());
        if label(text).is_some_and(|(label, _)| self.is_inside(which, label)) {
            return true;
        }
        match which {
            Label::Subject => self.label_follows(last + 1),
            Label::Salutation(_) => {
                let joins = ["(", "ทุก", "และ", "ยกเว้น", "ตามรายชื่อ", "ตามบัญชี", "ผ่าน"];
                self.label_follows(last + 1)
                    || joins.iter().any(|word| text.starts_with(word)) && text.chars().count() < 90
            }
            Label::Refers | Label::Enclosures => {
                let short = text.chars().count() <= 90;
                numbered || self.label_follows(last + 1) || (!apart && short && !self.entry_is_whole(last))
            }
            _ => false,
        }
    }

    /// Whether the value at the reader's line is a numbered list already.
    fn is_numbered(&self) -> bool {
        let text = self.document.line_text(self.line);
        let value = label(text).and_then(|(_, offset)| text.get(offset..)).unwrap_or("");
        let below = self.document.line_text(self.line + 1);
        number_at(value, 1).is_some() || (value.is_empty() && number_at(below, 1).is_some())
    }

    /// A label stands within three lines below, and no text begins before it.
    fn label_follows(&self, line: usize) -> bool {
        for below in line + 1..=line + 3 {
            let text = self.document.line_text(below);
            if opens_body(text) || text.chars().count() > 120 {
                return false;
            }
            match label(text) {
                Some((Label::Salutation(_) | Label::Refers | Label::Enclosures, _)) => return true,
                Some(_) => return false,
                None => {}
            }
        }
        false
    }

    /// "… จำนวน 1 ชุด" ends an entry; so does a line that the page had room to go on with.
    fn entry_is_whole(&self, line: usize) -> bool {
        let text = self.document.line_text(line);
        ["ชุด", "ฉบับ", "เล่ม", "แผ่น", "หน้า", "รายการ", "แบบ"].iter().any(|unit| text.ends_with(unit))
            || fold_digits(text).ends_with(|c: char| c.is_ascii_digit())
    }

    fn reference(&mut self, offset: usize) {
        let first = self.line;
        let on_line = self.document.line_text(first).get(offset..).unwrap_or("").to_owned();
        let (line, from, text) = if on_line.is_empty() {
            (first + 1, 0, self.document.line_text(first + 1).to_owned())
        } else {
            (first, offset, on_line)
        };
        self.line += 1;
        let Some((found, length)) = reference(&text) else {
            self.unlabelled(&text.clone());
            return;
        };
        let start = self.document.line(line).map_or(0, |line| line.start + from);
        if self.head.reference.is_none() {
            self.marks.add(self.document, "reference", start, start + length);
            self.head.reference = Some(found);
        }
        let rest = text.get(length..).unwrap_or("").trim().to_owned();
        self.line = line + 1;
        self.unlabelled(&rest);
    }

    /// "วันที่", whose date may stand on the next line.
    fn date(&mut self, offset: usize) {
        let text = self.document.line_text(self.line).get(offset..).unwrap_or("").to_owned();
        let below = self.document.line_text(self.line + 1).to_owned();
        if dated(&text).is_none()
            && text.trim_matches(['.', '_', '…', ' ']).is_empty()
            && dated(&below).is_some()
        {
            self.line += 1;
            self.unlabelled(&below);
        } else {
            self.unlabelled(&text);
        }
        self.line += 1;
    }

    /// A line, or the rest of one, that says by itself what it is.
    fn unlabelled(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(date) = dated(text) {
            if let Some(line) = self.document.line(self.line.min(self.document.lines().saturating_sub(1))) {
                self.marks.add(self.document, "dated", line.start, line.end);
            }
            self.head.dated.get_or_insert(date);
        } else if let Some(found) = urgency(text) {
            self.head.urgency = self.head.urgency.max(found);
            self.inside(text);
        } else if let Some(found) = secrecy(text) {
            self.head.secrecy = self.head.secrecy.max(found);
            self.inside(text);
        } else if text.replace(' ', "").contains("บันทึกข้อความ") {
            self.head.memo = true;
        } else if let Some(at) = text.find("วันที่").filter(|_| !is_unit_line(text)) {
            self.head.dated = self.head.dated.take().or_else(|| dated(text.get(at..).unwrap_or("")));
        } else if self.head.salutation.is_empty() && is_unit_line(text) {
            self.head.units.extend(units(text));
        } else if self.head.salutation.is_empty() && is_address(text) {
            let before = self.head.address.take().map_or_else(String::new, |before| format!("{before} "));
            self.head.address = Some(before + &fold_digits(text));
        }
    }

    /// "ด่วนที่สุด ที่ มท 0816.3/ว 12" holds the number behind the urgency.
    fn inside(&mut self, text: &str) {
        let Some(at) = text.find("ที่ ").filter(|_| self.head.reference.is_none()) else { return };
        for (start, _) in text.get(at..).unwrap_or("").match_indices("ที่ ").take(4) {
            let value = text.get(at + start + "ที่ ".len()..).unwrap_or("").trim_start();
            if let Some((found, _)) = reference(value) {
                self.head.reference = Some(found);
                return;
            }
        }
    }
}

/// "ถนนตัวอย่าง กรุงเทพฯ 10200", "อำเภอตัวอย่าง จังหวัดตัวอย่าง 50000": a street or a district, or a postal code at its end.
fn is_address(text: &str) -> bool {
    let text = fold_digits(text);
    let last = text.rsplit(' ').next().unwrap_or_default();
    let has_code = last.len() == 5 && last.bytes().all(|digit| digit.is_ascii_digit());
    let opens = ["ถนน", "ถ.", "เลขที่", "หมู่ที่", "ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด"];
    text.chars().take(121).count() <= 120 && (has_code || opens.iter().any(|word| text.starts_with(word)))
}

/// How many brackets a text leaves open.
fn open_brackets(text: &str) -> i32 {
    text.chars().map(|c| i32::from(c == '(') - i32::from(c == ')')).sum()
}

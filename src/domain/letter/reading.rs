//! What was read from a letter. A field that the letter lacks is empty; nothing is guessed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::kind::{LetterForm, Secrecy, Urgency};
use crate::domain::word::words;

/// Everything a letter says about itself. Thai digits stay in prose; numbers, dates and references have ASCII digits.
/// A program that hands one in may leave out what it does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Reading {
    /// Stamped, external or memo.
    pub form: LetterForm,
    /// ที่.
    pub reference: Option<Reference>,
    /// ชั้นความเร็ว.
    pub urgency: Urgency,
    /// ชั้นความลับ.
    pub secrecy: Secrecy,
    /// The letter's own date, as far as it is filled in.
    pub dated: Option<Dated>,
    /// "ถึง", "เรียน", "กราบเรียน" …; empty when the letter has none.
    pub salutation: String,
    /// Whom the letter addresses; empty when it names nobody.
    pub to: String,
    /// เรื่อง: stamped letters have none.
    pub subject: Option<String>,
    /// อ้างถึง, one entry a letter, ASCII digits.
    pub refers_to: Vec<String>,
    /// สิ่งที่ส่งมาด้วย, one entry an enclosure, without its running number.
    pub enclosures: Vec<String>,
    /// The text, its paragraphs separated by an empty line.
    pub body: String,
    /// Dates by which, or on which, somebody must do something.
    pub duties: Vec<Duty>,
    /// E-mail addresses in the order of the letter, each once.
    pub emails: Vec<String>,
    /// Web addresses in the order of the letter, each once.
    pub urls: Vec<String>,
    /// Telephones and fax of the office; the coordinator's own number is in `contact`.
    pub phones: Vec<Phone>,
    /// Who issues the letter.
    pub owner: Owner,
    /// Who signs it: name in brackets and post, a line each; none on a letter that is sealed.
    pub signatory: Vec<String>,
    /// ผู้ประสานงาน. Personal data: masked on public pages.
    pub contact: Option<Contact>,
    /// How many of what the letter speaks of.
    pub counts: Vec<Count>,
    /// What the letter says about its QR code.
    pub qr: Qr,
    /// What is missing or odd.
    pub findings: Vec<Finding>,
}

/// A letter's number: "มท 0816.3/ว 1247".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Reference {
    /// `prefix/number` or `prefix/ว number`; without the number while it is not issued.
    pub text: String,
    /// The owner division's code, "มท 0816.3".
    pub prefix: String,
    /// Whether ว stands before the number.
    pub circular: bool,
    /// The running number, once issued.
    pub number: Option<u64>,
}

/// The letter's date, of which a draft may have only the month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Dated {
    /// As it stands, Buddhist year, ASCII digits.
    pub text: String,
    /// Common-era year.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u32>,
    /// Day of the month.
    pub day: Option<u32>,
    /// The full date, when all three are there and the calendar has it.
    pub date: Option<NaiveDate>,
}

/// One thing to do, with its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Duty {
    /// What sort of time it is.
    pub kind: DutyKind,
    /// The first day, when there is a range.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: NaiveDate,
    /// The words of the date, ASCII digits.
    pub text: String,
    /// The e-mail or web address through which it is done.
    pub channel: Option<String>,
}

/// The three kinds of dated duties.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// Something is sent in during these days (ส่งผลงาน, สมัคร, ลงทะเบียน).
    Submission,
    /// Something takes place on these days (ประชุม, อบรม).
    Event,
    /// Something is done by this day (ภายในวันที่).
    Deadline,
}

words!(DutyKind { Submission => "submission", Event => "event", Deadline => "deadline" });

/// A telephone or fax number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Phone {
    /// As it stands, ASCII digits: "0 2241 9021-3 ต่อ 218".
    pub text: String,
    /// The digits of the first line: "022419021".
    pub number: String,
    /// "5313", or several: "12, 14".
    pub extension: Option<String>,
    /// Whether it is a fax.
    pub fax: bool,
}

/// The office that issues the letter; what is not written is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Owner {
    /// กรม, จังหวัด, เทศบาล …
    pub office: String,
    /// กอง, สำนัก.
    pub division: Option<String>,
    /// กลุ่มงาน, ฝ่าย.
    pub group: Option<String>,
    /// Where the office is, as an external letter says at its top: "ถนนตัวอย่าง กรุงเทพฯ 10200".
    pub address: Option<String>,
}

/// The coordinator named in the letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Contact {
    /// Name as it stands.
    pub name: String,
    /// Number as it stands, ASCII digits; empty when none is given.
    pub phone: String,
}

/// A number of things: "จำนวน 102 แห่ง".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Count {
    /// How many.
    pub n: u64,
    /// Of what, as it stands.
    pub unit: String,
    /// The words, ASCII digits.
    pub text: String,
}

/// What the letter says about a QR code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct Qr {
    /// Whether the text points to one.
    pub mentioned: bool,
    /// The lines printed beneath it.
    pub caption: Vec<String>,
}

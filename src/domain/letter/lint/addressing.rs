//! Number, date, subject, addressee, secrecy: what every letter has in its place.

use super::LintContext;
use crate::domain::letter::finding::Finding;
use crate::domain::letter::kind::{LetterForm, Secrecy};
use crate::domain::letter::reading::Reading;

pub(super) fn check(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    secrecy(reading, findings);
    subject(reading, context, findings);
    if reading.to.is_empty() {
        findings.push(Finding::warning(
            "addressee_missing",
            "to",
            "ไม่พบผู้รับหนังสือหลังคำว่า “ถึง” หรือ “เรียน”",
            "No addressee stands after “ถึง” or “เรียน”.",
        ));
    }
    if reading.body.is_empty() {
        findings.push(Finding::error(
            "body_missing",
            "body",
            "ไม่พบเนื้อความของหนังสือ",
            "The letter has no text.",
        ));
    }
    reference(reading, findings);
    date(reading, findings);
    if reading.owner.office.is_empty() && reading.owner.division.is_none() {
        findings.push(Finding::note(
            "owner_missing",
            "owner",
            "ไม่พบชื่อส่วนราชการเจ้าของเรื่อง",
            "The letter does not name the office that owns the matter.",
        ));
    }
}

fn secrecy(reading: &Reading, findings: &mut Vec<Finding>) {
    if reading.secrecy != Secrecy::Normal {
        let word = reading.secrecy.thai();
        findings.push(Finding::error(
            "secret",
            "secrecy",
            format!("หนังสือมีชั้นความลับ “{word}” จึงแจ้งเวียนไม่ได้ เพราะหนังสือเวียนเปิดอ่านได้จาก QR Code"),
            format!(
                "The letter is classified “{word}”; a circular opens from a QR code and cannot be secret."
            ),
        ));
    }
}

fn subject(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    let has_subject = reading.subject.as_deref().is_some_and(|subject| !subject.trim().is_empty());
    if has_subject {
        return;
    }
    if context.register_title.is_none_or(|title| title.trim().is_empty()) {
        findings.push(Finding::error(
            "register_title_missing",
            "subject",
            "หนังสือไม่มีบรรทัด “เรื่อง” จึงต้องกรอกชื่อเรื่องสำหรับลงทะเบียน",
            "The letter has no line “เรื่อง”: give a title for the register.",
        ));
    }
    if reading.form != LetterForm::Stamped {
        let form = reading.form.thai();
        findings.push(Finding::warning(
            "subject_missing",
            "subject",
            format!("ไม่พบ “เรื่อง” ซึ่ง{form}ต้องมี"),
            "The line “เรื่อง”, which this form of letter must have, is missing.",
        ));
    }
}

fn reference(reading: &Reading, findings: &mut Vec<Finding>) {
    let Some(reference) = reading.reference.as_ref().filter(|reference| reference.number.is_some()) else {
        findings.push(Finding::note(
            "number_missing",
            "reference",
            "ยังไม่มีเลขที่หนังสือ ระบบจะเติมให้เมื่อออกเลข",
            "The letter has no number yet; issuing fills it in.",
        ));
        return;
    };
    if !reference.circular {
        let text = &reference.text;
        findings.push(Finding::note(
            "number_not_circular",
            "reference",
            format!("เลขที่หนังสือ “{text}” ไม่มี “ว” จึงไม่ใช่เลขหนังสือเวียน"),
            format!("The number “{text}” lacks “ว”, so it is not that of a circular."),
        ));
    }
}

fn date(reading: &Reading, findings: &mut Vec<Finding>) {
    let Some(dated) = &reading.dated else {
        findings.push(Finding::note(
            "date_missing",
            "dated",
            "ยังไม่มีวันที่ของหนังสือ ระบบจะเติมให้เมื่อออกเลข",
            "The letter has no date yet; issuing fills it in.",
        ));
        return;
    };
    let text = &dated.text;
    if dated.day.is_none() {
        findings.push(Finding::note(
            "date_without_day",
            "dated",
            format!("วันที่ของหนังสือ “{text}” ยังไม่มีเลขวัน ระบบจะเติมให้เมื่อออกเลข"),
            format!("The letter's date “{text}” has no day yet; issuing fills it in."),
        ));
    } else if dated.year.is_none() {
        findings.push(Finding::note(
            "date_without_year",
            "dated",
            format!("วันที่ของหนังสือ “{text}” ไม่มีปี พ.ศ. ระบบจะเติมให้เมื่อออกเลข"),
            format!("The letter's date “{text}” has no year; issuing fills it in."),
        ));
    }
}

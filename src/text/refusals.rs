//! The sentence that a refusal is shown with, in either language.

use super::{Lang, dates, fill};
use crate::domain::refusal::Refusal;

/// One sentence that says what is wrong and, for a field, where.
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let text = lang.text();
    let sentence = text.refusals.word(refusal.code());
    let of_field = |field: &'static str| text.fields.word(field).to_owned();
    match refusal {
        Refusal::AlreadyReceived { number: Some(number) } => {
            fill(&text.refusals.already_received_number, &[("number", number)])
        }
        Refusal::AlreadyAcknowledged { by, at } => {
            let (date, time) = (dates::day_of(lang, *at), dates::time(lang, *at));
            fill(sentence, &[("by", by.clone()), ("date", date), ("time", time)])
        }
        Refusal::NotBelow { code } | Refusal::UnknownOffice { code } => fill(sentence, &[("code", code)]),
        Refusal::NumberTaken { number } => fill(sentence, &[("number", number)]),
        Refusal::TooLong { field, most } => {
            fill(sentence, &[("field", of_field(field)), ("most", most.to_string())])
        }
        Refusal::TooManyAttempts { minutes } => fill(sentence, &[("minutes", minutes)]),
        Refusal::TooManyRequests { seconds } => fill(sentence, &[("seconds", seconds)]),
        Refusal::TooLarge { most } => fill(sentence, &[("most", most)]),
        Refusal::TooManyViews { most } => fill(sentence, &[("most", most)]),
        Refusal::PasswordTooShort { least } => fill(sentence, &[("least", least)]),
        Refusal::Missing { field } | Refusal::Malformed { field } | Refusal::InFuture { field } => {
            fill(sentence, &[("field", of_field(field))])
        }
        Refusal::FindingsBlock(findings) | Refusal::WarningsNotAccepted(findings) => {
            fill(sentence, &[("n", findings.len())])
        }
        _ => sentence.to_owned(),
    }
}

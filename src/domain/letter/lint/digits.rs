//! Thai and ASCII digits inside one number or one date.

use super::several;
use crate::domain::letter::finding::Finding;
use crate::domain::letter::reading::Reading;
use crate::domain::thai::dates::find_dates;
use crate::domain::thai::fold_digits;

/// More places are not named.
const MOST: usize = 12;

pub(super) fn check(reading: &Reading, source: Option<&str>, findings: &mut Vec<Finding>) {
    let fields;
    let text = if let Some(source) = source {
        source
    } else {
        fields = fields_of(reading);
        &fields
    };
    let found = mixed(text);
    let mut places: Vec<&str> = found.iter().map(|words| place(reading, words)).collect();
    places.dedup();
    let mut told: Vec<&str> = Vec::new();
    for place_told in places {
        if told.contains(&place_told) {
            continue;
        }
        told.push(place_told);
        let words = several(found.iter().copied().filter(|words| place(reading, words) == place_told));
        findings.push(Finding::warning(
            "mixed_digits",
            place_told,
            format!("{words} มีเลขไทยปนกับเลขอารบิกในจำนวนเดียวกัน"),
            format!("{words} mixes Thai and Arabic digits in one number."),
        ));
    }
}

/// The words in which digits mix, in their order.
fn mixed(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut last_end = 0;
    for (start, end) in numbers(text) {
        let words = text.get(start..end).unwrap_or("");
        if is_mixed_number(words) && found.len() < MOST {
            found.push(words);
            last_end = end;
        }
    }
    if last_end == 0 || found.len() < MOST {
        for date in find_dates(text) {
            let words = text.get(date.start..date.end).unwrap_or("");
            let known = found.iter().any(|known| words.contains(known));
            if found.len() < MOST && !known && has_both(words) {
                found.push(words);
            }
        }
    }
    found
}

/// Runs of digits with what holds a number together: "๐ ๒๒๔๑ ๙000", "๙0๒๑-๓".
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut gap = 0;
    let mut open = false;
    for (at, c) in text.char_indices() {
        if is_digit(c) {
            let end = at + c.len_utf8();
            match runs.last_mut() {
                Some(run) if open => run.1 = end,
                _ => runs.push((at, end)),
            }
            open = true;
            gap = 0;
        } else if open {
            gap += 1;
            open = gap <= 2 && matches!(c, ' ' | '-' | '–' | '.' | ',' | '/');
        }
    }
    runs
}

/// One group of digits mixes; or, as telephones are written in groups, one group differs from another.
fn is_mixed_number(words: &str) -> bool {
    let telephone = words.starts_with(['0', '๐']) && words.chars().filter(|c| is_digit(*c)).count() >= 9;
    (telephone && has_both(words)) || words.split(' ').any(has_both)
}

fn has_both(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && text.contains(is_thai_digit)
}

/// The field of the reading that holds a number.
fn place(reading: &Reading, words: &str) -> &'static str {
    let plain = fold_digits(words);
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let in_reference = reading.reference.as_ref().is_some_and(|reference| reference.text.contains(&plain));
    let in_phone = |text: &str| {
        digits.len() > 2 && text.chars().filter(char::is_ascii_digit).collect::<String>().contains(&digits)
    };
    if in_reference {
        "reference"
    } else if reading.phones.iter().take(MOST).any(|phone| in_phone(&phone.text)) {
        "phones"
    } else if reading.contact.as_ref().is_some_and(|contact| in_phone(&contact.phone)) {
        "contact"
    } else if reading.dated.as_ref().is_some_and(|dated| plain.contains(&dated.text)) {
        "dated"
    } else if reading.subject.as_ref().is_some_and(|subject| subject.contains(words)) {
        "subject"
    } else {
        "body"
    }
}

/// The fields that keep their digits as typed.
fn fields_of(reading: &Reading) -> String {
    let subject = reading.subject.as_deref().unwrap_or("");
    [&reading.to, subject, &reading.body]
        .into_iter()
        .chain(reading.qr.caption.iter().map(String::as_str))
        .collect::<Vec<&str>>()
        .join("\n\n")
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_thai_digit(c)
}

fn is_thai_digit(c: char) -> bool {
    ('๐'..='๙').contains(&c)
}

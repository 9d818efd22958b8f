//! A letter's text in, its reading out: head, text and foot, and what is found in each.

use std::collections::HashSet;

use super::body::Body;
use super::contact::contact;
use super::counts::counts;
use super::dated::dated;
use super::document::Document;
use super::duties::duties;
use super::head::{Head, head};
use super::kind::LetterForm;
use super::links::{Link, distinct, emails, urls};
use super::lint::{LintContext, lint};
use super::marks::{Mark, Marks};
use super::owner::owner;
use super::phones::{is_mobile, phones};
use super::qr::qr;
use super::reading::{Count, Dated, Duty, Reading};
use super::refusal::{LONGEST_LETTER, NotALetter};
use super::signatory::signatory;
use super::tail::{Foot, FootLine};

/// Reads a letter. Takes time in proportion to the text, and never fails on strange characters.
///
/// The marks say where in `source` each field stands. The findings are those of [`lint`] without a context.
///
/// # Errors
/// Refuses what is empty, too long, or has none of the marks of an official letter.
pub fn parse(source: &str) -> Result<(Reading, Vec<Mark>), NotALetter> {
    if source.len() > LONGEST_LETTER {
        return Err(NotALetter::TooLong);
    }
    let document = Document::of(source);
    if document.lines() == 0 {
        return Err(NotALetter::Empty);
    }
    let mut marks = Marks::default();
    let head = head(&document, &mut marks);
    if !is_of_a_letter(&head) {
        return Err(NotALetter::NoMarks);
    }
    let foot = Foot::of(&document, head.body);
    let body = Body::of(&document, head.body, foot.start);
    mark_lines(&document, &mut marks, head.body, foot.start);

    let dated = head.dated.clone().or_else(|| dated_below(&document, &foot, &mut marks));
    let mut reading = Reading {
        form: form(&head, &foot),
        duties: duties_of(&document, &body, dated.as_ref(), &mut marks),
        counts: counts_of(&document, &body, &mut marks),
        owner: owner(&document, &head, &foot, &mut marks),
        signatory: signatory(&document, &foot, &mut marks),
        qr: qr(&document, &foot, &mut marks),
        body: body.text,
        dated,
        reference: head.reference,
        urgency: head.urgency,
        secrecy: head.secrecy,
        salutation: head.salutation,
        to: head.to,
        subject: head.subject,
        refers_to: head.refers_to,
        enclosures: head.enclosures,
        ..Reading::default()
    };
    addresses(&document, &mut reading, &mut marks);
    people(&document, &mut reading, &mut marks);
    reading.findings = lint(&reading, Some(source), &LintContext::default());
    Ok((reading, marks.sorted()))
}

fn is_of_a_letter(head: &Head) -> bool {
    !head.salutation.is_empty() || head.memo || (head.reference.is_some() && head.subject.is_some())
}

/// "ถึง" without a closing phrase or a signature is a stamped letter.
fn form(head: &Head, foot: &Foot) -> LetterForm {
    let signed =
        [FootLine::Closing, FootLine::Signature].into_iter().any(|kind| foot.of_kind(kind).next().is_some());
    if head.memo {
        LetterForm::Memo
    } else if head.salutation == "ถึง" && !signed {
        LetterForm::Stamped
    } else {
        LetterForm::External
    }
}

fn mark_lines(document: &Document, marks: &mut Marks, from: usize, to: usize) {
    let last = to.checked_sub(1).filter(|last| *last >= from).and_then(|last| document.line(last));
    if let (Some(first), Some(last)) = (document.line(from), last) {
        marks.add(document, "body", first.start, last.end);
    }
}

/// A stamped letter bears its date below the text.
fn dated_below(document: &Document, foot: &Foot, marks: &mut Marks) -> Option<Dated> {
    let index = foot.of_kind(FootLine::Date).next()?;
    let line = document.line(index)?;
    marks.add(document, "dated", line.start, line.end);
    dated(document.line_text(index))
}

fn duties_of(document: &Document, body: &Body, dated: Option<&Dated>, marks: &mut Marks) -> Vec<Duty> {
    let mut links: Vec<Link> = emails(&body.text);
    links.extend(urls(&body.text));
    links.sort_by_key(|link| link.start);
    let found = duties(&body.text, &links, dated.and_then(|dated| dated.date));
    found
        .into_iter()
        .map(|found| {
            marks.add(document, "duties", body.place(found.start), body.place(found.end));
            found.duty
        })
        .collect()
}

/// Every count of the text, each number of the same unit once.
fn counts_of(document: &Document, body: &Body, marks: &mut Marks) -> Vec<Count> {
    let mut seen = HashSet::new();
    let mut kept = Vec::new();
    for found in counts(&body.text) {
        if seen.insert((found.count.n, found.count.unit.clone())) {
            marks.add(document, "counts", body.place(found.start), body.place(found.end));
            kept.push(found.count);
        }
    }
    kept
}

fn addresses(document: &Document, reading: &mut Reading, marks: &mut Marks) {
    for (field, links) in [("emails", emails(&document.text)), ("urls", urls(&document.text))] {
        for link in &links {
            marks.add(document, field, link.start, link.end);
        }
        let addresses = distinct(&links);
        if field == "emails" { reading.emails = addresses } else { reading.urls = addresses }
    }
}

/// Telephones of the office, and the coordinator, whose mobile stands with the name alone.
fn people(document: &Document, reading: &mut Reading, marks: &mut Marks) {
    let phones = phones(&document.text);
    let contact = contact(&document.text, &phones);
    let own = contact.as_ref().map_or(0..0, |found| found.start..found.end);
    let mut seen = HashSet::new();
    for found in phones {
        let personal = own.contains(&found.start) && is_mobile(&found.phone.number);
        if !personal && seen.insert(found.phone.clone()) {
            marks.add(document, "phones", found.start, found.end);
            reading.phones.push(found.phone);
        }
    }
    if let Some(found) = contact {
        marks.add(document, "contact", found.start, found.end);
        reading.contact = Some(found.contact);
    }
}

#[cfg(test)]
mod tests;

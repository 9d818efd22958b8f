//! The letter's own words, plain: its heads, its text, its end. On public pages without what is personal.

use crate::domain::letter::{Reading, mask_personal};
use crate::text::Text;

/// A letter to be read.
#[derive(Debug, Clone, Default)]
pub struct LetterText {
    /// Heads with their words: whom it addresses, what about, what it refers to, what goes with it.
    pub heads: Vec<(String, String)>,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Lines at the end: who issues it, how to reach them.
    pub end: Vec<String>,
}

impl LetterText {
    /// As officers read it.
    pub fn of(t: &Text, letter: &Reading) -> Self {
        let mut text = Self::without_contact(t, letter);
        if let Some(contact) = &letter.contact {
            text.end.push(format!("{}: {} {}", t.letter_text.contact, contact.name, contact.phone));
        }
        text
    }

    /// As anybody may read it: the coordinator's name gone, mobile numbers masked.
    pub fn public(t: &Text, letter: &Reading) -> Self {
        let masked = |text: &String| mask_personal(text, letter.contact.as_ref(), &t.letter_text.contact);
        let mut text = Self::without_contact(t, letter);
        for (_, said) in &mut text.heads {
            *said = masked(said);
        }
        text.paragraphs.iter_mut().chain(&mut text.end).for_each(|line| *line = masked(line));
        text
    }

    fn without_contact(t: &Text, letter: &Reading) -> Self {
        let words = &t.letter_text;
        let mut heads = Vec::new();
        let mut head = |word: &str, said: String| {
            if !said.is_empty() {
                heads.push((word.to_owned(), said));
            }
        };
        head(&words.subject, letter.subject.clone().unwrap_or_default());
        let salutation = if letter.salutation.is_empty() { &words.to } else { &letter.salutation };
        head(salutation, letter.to.clone());
        head(&words.refers_to, letter.refers_to.join("\n"));
        head(&words.enclosures, letter.enclosures.join("\n"));
        let paragraphs = letter.body.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        let owner = &letter.owner;
        let mut end: Vec<String> = [Some(&owner.office), owner.division.as_ref(), owner.group.as_ref()]
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect();
        end.extend(
            letter
                .phones
                .iter()
                .map(|phone| format!("{} {}", if phone.fax { &words.fax } else { &words.phone }, phone.text)),
        );
        Self { heads, paragraphs: paragraphs.map(str::to_owned).collect(), end }
    }
}

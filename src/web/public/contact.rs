//! How to reach the office that issued a letter, without what is personal: no name, mobile numbers masked.

use crate::domain::letter::{Reading, mask_mobiles};
use crate::domain::thai::fold_digits;

/// The issuing office.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    /// Group or division; the office where neither is known.
    pub office: String,
    /// Telephones: what is read, and what is dialled (empty for a masked one).
    pub phones: Vec<(String, String)>,
    /// Official mailboxes.
    pub emails: Vec<String>,
    /// The coordinator's number, masked; empty for none.
    pub coordinator: String,
}

/// The contact of a letter.
pub fn of(letter: &Reading) -> Contact {
    let owner = &letter.owner;
    let phones = letter.phones.iter().filter(|phone| !phone.fax).map(|phone| {
        let shown = mask_mobiles(&phone.text);
        let dialled = if shown == phone.text { fold_digits(&phone.number) } else { String::new() };
        (shown, dialled)
    });
    // What a duty is sent to is no mailbox for questions.
    let is_channel = |email: &str| letter.duties.iter().any(|duty| duty.channel.as_deref() == Some(email));
    let is_official = |email: &&String| email.ends_with(".go.th") && !is_channel(email);
    Contact {
        office: owner
            .group
            .clone()
            .or_else(|| owner.division.clone())
            .unwrap_or_else(|| owner.office.clone()),
        phones: phones.collect(),
        emails: letter.emails.iter().filter(is_official).cloned().collect(),
        coordinator: letter.contact.as_ref().map(|contact| mask_mobiles(&contact.phone)).unwrap_or_default(),
    }
}

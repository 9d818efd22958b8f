//! The words that letters print around their own: paper is Thai in either language of the site.

use serde::Serialize;

use crate::domain::letter::{LetterForm, Reading};
use crate::text::{Lang, Text, fill};

/// Words of the layout.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    #[serde(skip)]
    t: &'static Text,
    emblem: &'static str,
    number: &'static str,
    date: &'static str,
    subject: &'static str,
    refers_to: &'static str,
    enclosures: &'static str,
    memo: &'static str,
    section: &'static str,
    initials: &'static str,
    regards: &'static str,
    attached: &'static str,
    provinces: &'static str,
    schools: &'static str,
    place: &'static str,
    province: &'static str,
    locals_count: &'static str,
    schools_count: &'static str,
    school: &'static str,
    local: &'static str,
    district: &'static str,
    #[serde(skip)]
    form: LetterForm,
}

impl Words {
    pub(super) fn of(form: LetterForm) -> Self {
        let t = Lang::Th.text();
        let words = &t.sheet;
        Self {
            t,
            emblem: &words.krut,
            number: &words.number,
            date: &words.date,
            subject: &words.subject,
            refers_to: &words.refers_to,
            enclosures: &words.enclosures,
            memo: &words.memo,
            section: &words.section,
            initials: &words.initials,
            regards: &words.regards,
            attached: &words.attached,
            provinces: &words.provinces,
            schools: &words.schools,
            place: &words.place,
            province: &words.province_column,
            locals_count: &words.locals_count,
            schools_count: &words.schools_count,
            school: &words.school,
            local: &words.local,
            district: &words.district,
            form,
        }
    }

    pub(super) fn untitled() -> &'static str {
        &Lang::Th.text().circulars.untitled
    }

    /// "ถึง" on stamped letters, "เรียน" on others, unless the letter has a word of its own.
    pub(super) fn salutation<'a>(&self, letter: &'a Reading) -> &'a str {
        match (letter.salutation.as_str(), self.form) {
            ("", LetterForm::Stamped) => &self.t.sheet.to,
            ("", _) => &self.t.sheet.dear,
            (own, _) => own,
        }
    }

    pub(super) fn symbol_alt(&self, address: &str) -> String {
        format!("{} {address}", self.t.sheet.qr)
    }

    /// The letter that a list belongs to.
    pub(super) fn list_of(&self, prefix: &str, reference: Option<&str>) -> String {
        let without_number = format!("{prefix}/ว");
        fill(&self.t.sheet.list_of, &[("reference", reference.unwrap_or(&without_number))])
    }

    /// The lower left: division, group, telephones, mailbox, and for officers' eyes the coordinator.
    pub(super) fn owner(&self, letter: &Reading, public: bool) -> Vec<String> {
        let words = &self.t.sheet;
        let mut lines: Vec<String> =
            [&letter.owner.division, &letter.owner.group].into_iter().flatten().cloned().collect();
        for phone in &letter.phones {
            let label = if phone.fax { &words.fax } else { &words.phone };
            lines.push(format!("{label} {}", phone.text));
        }
        // An address that the text names is where something is sent to, not the office's own mailbox.
        for email in letter.emails.iter().filter(|email| !letter.body.contains(email.as_str())) {
            lines.push(format!("{} {email}", words.email));
        }
        if let Some(contact) = letter.contact.as_ref().filter(|_| !public) {
            let phone = match contact.phone.as_str() {
                "" => String::new(),
                phone => format!(" {} {phone}", words.phone),
            };
            lines.push(format!("{} {}{phone}", words.contact, contact.name));
        }
        lines
    }
}

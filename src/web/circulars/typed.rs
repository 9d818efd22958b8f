//! The fields of a draft as they are typed, and the draft that they make.

use std::collections::BTreeMap;

use crate::actions::Draft;
use crate::domain::circular::Circular;
use crate::domain::letter::{
    Contact, Duty, LetterForm, Owner, Phone, Qr, Reading, Reference, typed_date, typed_day, typed_phones,
};
use crate::text::{Lang, Text, dates, fill};

/// Blank rows below the duties, to add one without a script.
const BLANK_DUTIES: usize = 2;
/// The most duties that a form is read for.
const MOST_DUTIES: usize = 40;

/// A field that cannot be kept as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Its name in the form.
    pub field: String,
    /// What is wrong with it.
    pub sentence: String,
}

/// What stands in the form, by the names of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Typed {
    fn from(fields: BTreeMap<String, String>) -> Self {
        Self(fields)
    }
}

impl Typed {
    /// A draft as its form shows it; `prefix` is the code before the slash that its number would get.
    pub fn of(circular: &Circular, prefix: &str, lang: Lang) -> Self {
        let letter = &circular.letter;
        let mut typed = Self::default();
        let caption = |line: usize| letter.qr.caption.get(line).cloned().unwrap_or_default();
        let contact = letter.contact.as_ref();
        typed.put("register_title", circular.title.clone());
        typed.put("form", letter.form.as_str());
        typed.put("urgency", letter.urgency.as_str());
        typed.put("prefix", letter.reference.as_ref().map_or(prefix, |reference| &reference.prefix));
        typed.put("to", &*letter.to);
        typed.put("subject", letter.subject.clone().unwrap_or_default());
        typed.put("refers_to", letter.refers_to.join("\n"));
        typed.put("named", letter.enclosures.join("\n"));
        typed.put("body", &*letter.body);
        typed.put("owner_office", &*letter.owner.office);
        typed.put("owner_division", letter.owner.division.clone().unwrap_or_default());
        typed.put("owner_group", letter.owner.group.clone().unwrap_or_default());
        typed.put("owner_address", letter.owner.address.clone().unwrap_or_default());
        typed.put("signatory", letter.signatory.join("\n"));
        typed.put("phone", phones(letter, false));
        typed.put("fax", phones(letter, true));
        typed.put("email", letter.emails.join(", "));
        typed.put("dated", letter.dated.as_ref().map_or("", |dated| &dated.text));
        typed.put("contact_name", contact.map_or("", |contact| &contact.name));
        typed.put("contact_phone", contact.map_or("", |contact| &contact.phone));
        typed.put("caption_1", caption(0));
        typed.put("caption_2", caption(1));
        for (index, duty) in letter.duties.iter().enumerate() {
            typed.put(&duty_field(index, "kind"), duty.kind.as_str());
            typed.put(
                &duty_field(index, "from"),
                duty.from.map_or_else(String::new, |day| dates::day(lang, day)),
            );
            typed.put(&duty_field(index, "to"), dates::day(lang, duty.to));
            typed.put(&duty_field(index, "text"), &*duty.text);
            typed.put(&duty_field(index, "channel"), duty.channel.clone().unwrap_or_default());
        }
        typed
    }

    /// Takes in a field.
    pub fn put(&mut self, field: &str, value: impl Into<String>) {
        self.0.insert(field.to_owned(), value.into());
    }

    /// What stands in a field.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// What stands in a duty's field.
    pub fn duty(&self, index: &usize, field: &str) -> &str {
        self.get(&duty_field(*index, field))
    }

    /// How many rows of duties the form shows.
    pub fn duties(&self) -> usize {
        let used = (0..MOST_DUTIES).rev().find(|index| self.has_duty(*index));
        used.map_or(1, |last| last + 1) + BLANK_DUTIES
    }

    fn has_duty(&self, index: usize) -> bool {
        ["from", "to", "text", "channel"].iter().any(|field| !self.duty(&index, field).trim().is_empty())
    }

    /// The draft, on the ground of the one it changes, or everything that is wrong with it.
    ///
    /// # Errors
    /// Fields that cannot be kept.
    pub fn draft(&self, base: &Circular, t: &Text) -> Result<Draft, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut letter = base.letter.clone();
        self.plain(&mut letter);
        let mut bad = |field: &str, sentence: &str| {
            wrong.push(Wrong { field: field.to_owned(), sentence: sentence.to_owned() });
        };
        match self.get("dated").trim() {
            "" => letter.dated = None,
            text => match typed_date(text) {
                Some(date) => letter.dated = Some(date),
                None => bad("dated", &t.compose.bad_date),
            },
        }
        let mut telephones = Vec::new();
        for (field, fax) in [("phone", false), ("fax", true)] {
            match self.phones(field, fax, &base.letter) {
                Some(found) => telephones.extend(found),
                None => bad(field, &t.compose.bad_phone),
            }
        }
        letter.phones = telephones;
        letter.emails = words(self.get("email"), [',', ';', ' ', '\n']);
        if letter.emails.iter().any(|email| !is_email(email)) {
            bad("email", &t.compose.bad_email);
        }
        letter.duties = Vec::new();
        for index in (0..MOST_DUTIES).filter(|index| self.has_duty(*index)) {
            match self.read_duty(index, t) {
                Ok(duty) => letter.duties.push(duty),
                Err((field, sentence)) => bad(&duty_field(index, field), sentence),
            }
        }
        if wrong.is_empty() {
            let register_title = self.get("register_title").to_owned();
            Ok(Draft { register_title, source: base.source.clone(), letter })
        } else {
            Err(wrong)
        }
    }

    /// The fields that are kept as they stand.
    fn plain(&self, letter: &mut Reading) {
        let text = |field: &str| self.get(field).trim().replace("\r\n", "\n");
        let given = |field: &str| Some(text(field)).filter(|text| !text.is_empty());
        letter.form = self.get("form").parse().unwrap_or(letter.form);
        letter.urgency = self.get("urgency").parse().unwrap_or(letter.urgency);
        // A stamped letter says ถึง, any other one somebody's dignity.
        letter.salutation = match letter.form {
            LetterForm::Stamped => "ถึง".to_owned(),
            _ if letter.salutation.is_empty() || letter.salutation == "ถึง" => "เรียน".to_owned(),
            _ => std::mem::take(&mut letter.salutation),
        };
        letter.reference = given("prefix").map(|prefix| Reference {
            text: format!("{prefix}/ว"),
            prefix,
            circular: true,
            number: None,
        });
        letter.to = text("to");
        letter.subject = given("subject");
        letter.refers_to = words(self.get("refers_to"), ['\n']);
        letter.enclosures = words(self.get("named"), ['\n']);
        letter.body = text("body");
        letter.owner = Owner {
            office: text("owner_office"),
            division: given("owner_division"),
            group: given("owner_group"),
            address: given("owner_address"),
        };
        letter.signatory = words(self.get("signatory"), ['\n']);
        let (name, phone) = (text("contact_name"), text("contact_phone"));
        letter.contact = (!name.is_empty() || !phone.is_empty()).then_some(Contact { name, phone });
        let caption = [given("caption_1"), given("caption_2")].into_iter().flatten().collect();
        letter.qr = Qr { mentioned: letter.qr.mentioned, caption };
    }

    /// None when something typed holds no number.
    fn phones(&self, field: &str, fax: bool, base: &Reading) -> Option<Vec<Phone>> {
        // What nobody touched stays as it was read.
        if self.get(field).trim() == phones(base, fax) {
            return Some(base.phones.iter().filter(|phone| phone.fax == fax).cloned().collect());
        }
        let parts = words(self.get(field), [';', '\n']);
        let read: Vec<Vec<Phone>> = parts.iter().map(|part| typed_phones(part, fax)).collect();
        (!read.iter().any(Vec::is_empty)).then(|| read.concat())
    }

    fn read_duty<'a>(&self, index: usize, t: &'a Text) -> Result<Duty, (&'static str, &'a str)> {
        let words = &t.compose;
        let day = |field: &'static str| match self.duty(&index, field).trim() {
            "" => Ok(None),
            text => typed_day(text).map(Some).ok_or((field, words.bad_day.as_str())),
        };
        let (from, to) = (day("from")?, day("to")?);
        let to = to.ok_or(("to", words.day_missing.as_str()))?;
        if from.is_some_and(|from| from > to) {
            return Err(("to", &words.backwards));
        }
        let kind = self.duty(&index, "kind").parse().map_err(|_| ("kind", words.bad_kind.as_str()))?;
        let channel = Some(self.duty(&index, "channel").trim().to_owned()).filter(|text| !text.is_empty());
        let text = match self.duty(&index, "text").trim() {
            "" => dates::range(Lang::Th, from, to),
            text => text.to_owned(),
        };
        Ok(Duty { kind, from: from.filter(|from| *from != to), to, text, channel })
    }
}

fn duty_field(index: usize, field: &str) -> String {
    format!("duty-{index}-{field}")
}

fn phones(letter: &Reading, fax: bool) -> String {
    let texts: Vec<&str> =
        letter.phones.iter().filter(|phone| phone.fax == fax).map(|phone| phone.text.as_str()).collect();
    texts.join("; ")
}

fn words<const N: usize>(text: &str, separators: [char; N]) -> Vec<String> {
    let parts = text.split(separators).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && text.is_ascii())
}

/// What a refused field is called in the summary above the form.
pub fn label(t: &Text, field: &str) -> String {
    let words = &t.compose;
    let duty = field.strip_prefix("duty-").and_then(|rest| rest.split_once('-'));
    if let Some((index, _)) = duty {
        let row = index.parse::<usize>().unwrap_or_default() + 1;
        return fill(&words.duty_row, &[("n", row)]);
    }
    let word = words.word(field);
    if word == field { t.fields.word(field).to_owned() } else { word.to_owned() }
}

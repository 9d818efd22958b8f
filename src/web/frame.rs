//! What stands around every page: the office acted for, the places, the language, how old the figures are.

use super::guide::Guide;
use super::statics;
use super::visitor::Visitor;
use crate::domain::actor::{Actor, Deed};
use crate::domain::ids::AppointmentId;
use crate::domain::office::Tier;
use crate::paths::{Circulars, CircularsRegister, Deliveries, Morning, Officers, Offices, ReceivedRegister};
use crate::store::sessions::Session;
use crate::text::{Digits, Lang, Text, dates, fill};

/// The frame, as `layout.html` and `public.html` read it: every page's struct has `page: Frame`.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub t: &'static Text,
    /// Path and query of the page, to come back to.
    pub path: String,
    /// Who is signed in.
    pub officer: Option<OfficerFrame>,
    /// The places in the bar, at most five.
    pub places: Vec<Place>,
    /// What an act said before it led here.
    pub toast: Option<String>,
    /// The moment of what was forwarded by it, which can be undone.
    pub undo: Option<String>,
    /// What to do first in this post, on its first page until it is put away.
    pub guide: Option<Guide>,
    /// When the figures were read.
    pub as_of: String,
    visitor: Visitor,
}

/// The officer in the bar.
#[derive(Debug, Clone)]
pub struct OfficerFrame {
    /// Short name of the office acted for.
    pub office_name: String,
    /// The officer's name.
    pub name: String,
    /// The role acted in.
    pub role_word: &'static str,
    /// The token of forms.
    pub csrf: String,
    /// Every post, to switch between.
    pub appointments: Vec<AppointmentFrame>,
}

/// A post in the office switch.
#[derive(Debug, Clone)]
pub struct AppointmentFrame {
    /// Its id.
    pub id: AppointmentId,
    /// Short name of its office.
    pub office_name: String,
    /// Its role.
    pub role_word: &'static str,
    /// Whether it is the one acted in.
    pub current: bool,
}

/// A place in the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address.
    pub href: String,
    /// Its word.
    pub label: &'static str,
    /// Whether the page lies in it.
    pub current: bool,
}

impl Frame {
    /// The frame of a visitor's page.
    pub fn new(visitor: &Visitor) -> Self {
        let (lang, t) = (visitor.lang, visitor.lang.text());
        let (date, time) = (dates::day_of(lang, visitor.now), dates::time(lang, visitor.now));
        let actor = visitor.session.as_ref().map(|session| &session.actor);
        Self {
            lang,
            t,
            path: visitor.path.clone(),
            officer: visitor.session.as_ref().map(|session| officer(t, session)),
            places: actor.map(|actor| places(t, actor, &visitor.path)).unwrap_or_default(),
            toast: visitor.said.clone(),
            undo: visitor.undo.clone(),
            guide: visitor.session.as_ref().and_then(|session| guide(t, session, &visitor.path)),
            as_of: fill(&t.site.as_of, &[("date", date), ("time", time)]),
            visitor: visitor.clone(),
        }
    }

    /// The token for a form of the page, also where nobody is signed in.
    pub fn csrf(&self) -> &str {
        self.visitor.csrf()
    }

    /// The language with its digits, for the `lang` attribute: scripts write their counts by it.
    pub fn locale(&self) -> &'static str {
        match self.digits() {
            Digits::Thai => "th-u-nu-thai",
            Digits::Western => self.lang.as_str(),
        }
    }

    /// The digits of the page.
    pub fn digits(&self) -> Digits {
        self.visitor.digits_shown()
    }

    /// The address of a file that pages are built with; it changes with the file, so browsers keep it for good.
    pub fn asset(&self, file: &str) -> String {
        statics::address(file)
    }
}

/// Where an officer's work lies.
pub fn home(actor: &Actor) -> String {
    match actor.office.tier {
        Tier::Department => Morning.to_string(),
        Tier::Province | Tier::Local | Tier::School => Deliveries.to_string(),
    }
}

fn guide(t: &'static Text, session: &Session, path: &str) -> Option<Guide> {
    let actor = &session.actor;
    let mut posts = session.posts.iter().filter(|post| post.actor.appointment == actor.appointment);
    let dismissed = posts.any(|post| post.guide_dismissed);
    if dismissed || path != home(actor) { None } else { Guide::of(t, actor) }
}

fn officer(t: &'static Text, session: &Session) -> OfficerFrame {
    let actor = &session.actor;
    let appointments = session.posts.iter().map(|post| AppointmentFrame {
        id: post.actor.appointment,
        office_name: post.actor.office.short_name.clone(),
        role_word: t.roles.word(post.actor.role.as_str()),
        current: post.actor.appointment == actor.appointment,
    });
    OfficerFrame {
        office_name: actor.office.short_name.clone(),
        name: actor.name.clone(),
        role_word: t.roles.word(actor.role.as_str()),
        csrf: session.csrf.clone(),
        appointments: appointments.collect(),
    }
}

fn places(t: &'static Text, actor: &Actor, path: &str) -> Vec<Place> {
    let words = &t.places;
    let mut places: Vec<(String, &'static str)> = match actor.office.tier {
        Tier::Department => vec![
            (Morning.to_string(), &words.morning),
            (Circulars.to_string(), &words.circulars),
            (CircularsRegister.to_string(), &words.circulars_register),
            (Offices.to_string(), &words.offices),
        ],
        Tier::Province | Tier::Local => vec![
            (Deliveries.to_string(), &words.deliveries),
            (format!("{Deliveries}?state=forwarded"), &words.forwarded),
            (ReceivedRegister.to_string(), &words.received_register),
            (Offices.to_string(), &words.offices),
        ],
        Tier::School => vec![(Deliveries.to_string(), &words.deliveries)],
    };
    if actor.may(Deed::KeepOfficers) {
        places.push((Officers.to_string(), &words.officers));
    }
    // The page lies in the place whose address it begins with; a filter is a place of its own.
    let current = places.iter().filter(|(href, _)| is_within(path, href)).map(|(href, _)| href.len()).max();
    places
        .into_iter()
        .map(|(href, label)| Place {
            current: current == Some(href.len()) && is_within(path, &href),
            href,
            label,
        })
        .collect()
}

fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '&']))
}

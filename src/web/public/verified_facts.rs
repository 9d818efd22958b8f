//! The facts of a genuine receipt as a public page shows them: each with its time and its evidence, and nobody's name.

use crate::actions::KeptReceipt;
use crate::domain::receipt;
use crate::text::{Lang, dates, fill};

/// The facts.
#[derive(Debug)]
pub struct Facts {
    /// The letter's number.
    pub reference: String,
    /// Its date in ISO 8601.
    pub iso: String,
    /// Its date as read.
    pub dated: String,
    /// Its title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Whom it was for.
    pub office: String,
    /// The code of that office.
    pub code: String,
    /// The number in its register; empty for none.
    pub number: String,
    /// What happened.
    pub told: Vec<Told>,
}

/// One of the four facts.
#[derive(Debug)]
pub struct Told {
    /// Its word.
    pub word: &'static str,
    /// When, in ISO 8601.
    pub iso: String,
    /// When, as read.
    pub at: String,
    /// The code of its evidence.
    pub evidence: &'static str,
    /// That a claim was confirmed; empty for none.
    pub confirmed: String,
}

impl Facts {
    /// Those of a receipt.
    pub fn of(lang: Lang, kept: &KeptReceipt) -> Self {
        let facts = &kept.facts;
        let confirmed = kept.delivery.acknowledged.as_ref().and_then(|done| done.confirmed_at);
        let confirmed = confirmed
            .map(|at| fill(&lang.text().receipt_page.confirmed, &[("at", dates::moment(lang, at))]))
            .unwrap_or_default();
        let told = |(word, fact): (&'static str, &receipt::Fact)| Told {
            word,
            iso: dates::iso(fact.at),
            at: dates::moment(lang, fact.at),
            evidence: fact.evidence.as_str(),
            confirmed: if word == "acknowledged" { confirmed.clone() } else { String::new() },
        };
        Self {
            reference: facts.reference.clone(),
            iso: facts.dated.to_string(),
            dated: dates::long_day(lang, facts.dated),
            title: facts.title.clone(),
            issuer: facts.issuer.clone(),
            office: facts.office.name.clone(),
            code: facts.office.code.clone(),
            number: facts.number.clone().unwrap_or_default(),
            told: facts.facts().map(told).collect(),
        }
    }
}

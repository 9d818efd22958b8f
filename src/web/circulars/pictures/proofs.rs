//! What is known, and how: the evidence of acknowledgements, and what does not fit together.

use askama::Template;

use super::evidence::{self, Grade};
use super::picture::{Cell, Picture, Shade, Table};
use super::subject::Subject;
use crate::domain::evidence::Evidence;
use crate::store::reports::Discrepancies;
use crate::text::amounts::count;
use crate::text::{Text, fill};

/// The grades of evidence as one bar.
pub fn evidence(of: &Subject<'_>, grades: &[(Evidence, i64)]) -> Picture {
    let (t, words) = (of.t, &of.t.pictures);
    let grade = |(grade, n): &(Evidence, i64)| Grade {
        grade: *grade,
        n: *n,
        words: format!("{} {}", t.evidence.word(grade.as_str()), count(*n)),
        href: of.list(&format!("evidence={grade}")),
    };
    let grades: Vec<Grade> = grades.iter().map(grade).collect();
    let shade = |grade: &Grade| Shade {
        group: "",
        class: evidence::style(grade.grade).0,
        words: t.evidence.word(grade.grade.as_str()).to_owned(),
        n: count(grade.n),
        href: grade.href.clone(),
    };
    let row = |grade: &Grade| {
        vec![Cell::of(t.evidence.word(grade.grade.as_str())), Cell::link(count(grade.n), grade.href.clone())]
    };
    let drawing = evidence::draw(&words.evidence_title, &grades);
    Picture {
        t,
        id: of.id,
        name: "evidence",
        anchor: "evidence",
        title: words.evidence_title.clone(),
        hint: String::new(),
        words: Some("evidence"),
        switch: None,
        drawings: if grades.is_empty() { Vec::new() } else { vec![drawing] },
        legend: grades.iter().map(shade).collect(),
        source: "",
        table: Table {
            heads: vec![words.evidence_head.clone(), t.board.acknowledged.clone()],
            rows: grades.iter().map(row).collect(),
        },
    }
}

/// What does not fit together: each kind with its count and its list.
#[derive(Debug, Template)]
#[template(path = "circulars/pictures/odd.html")]
pub struct Odd {
    t: &'static Text,
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    code: &'static str,
    words: String,
    line: &'static str,
    href: String,
}

impl Odd {
    /// The kinds of which there is at least one.
    pub fn new(of: &Subject<'_>, found: &Discrepancies) -> Self {
        let (t, words) = (of.t, &of.t.pictures);
        let kind = |code: &'static str, n: i64, word: &str, line: &'static str, query: &str| {
            (n > 0).then(|| Kind { code, words: fill(word, &[("n", count(n))]), line, href: of.list(query) })
        };
        let kinds = [
            kind("passed_over", found.passed_over, &t.board.odd_passed, &t.board.odd_line, "odd=true"),
            kind("unheard", found.unheard, &words.unheard, &words.unheard_line, "tier=all&unheard=true"),
            kind(
                "unconfirmed",
                found.unconfirmed,
                &words.unconfirmed,
                &words.unconfirmed_line,
                "unconfirmed=true",
            ),
            kind("rejected", found.rejected, &words.rejected, &words.rejected_line, "rejected=true"),
        ];
        Self { t, kinds: kinds.into_iter().flatten().collect() }
    }
}

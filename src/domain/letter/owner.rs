//! Who issues the letter: the office with its division and group, from the foot, the head or the post of its signatory.

use super::document::Document;
use super::head::Head;
use super::marks::Marks;
use super::reading::Owner;
use super::tail::{Foot, FootLine};
use super::units::{Rank, rank, units};

/// Houses in which an office sits; its name elsewhere is preferred.
const HOUSES: [&str; 3] = ["ศาลากลาง", "ที่ว่าการ", "ที่ทำการ"];

/// The owner of a letter; notes where its units stand below the text.
pub(super) fn owner(document: &Document, head: &Head, foot: &Foot, marks: &mut Marks) -> Owner {
    let mut below: Vec<(Rank, String)> = Vec::new();
    for index in foot.of_kind(FootLine::Unit) {
        if let Some(line) = document.line(index) {
            let named = units(document.line_text(index));
            if named.iter().any(|(rank, _)| !below.iter().any(|(other, _)| other == rank)) {
                marks.add(document, "owner", line.start, line.end);
            }
            below.extend(named);
        }
    }
    let (first, second) = if head.memo { (&head.units, &below) } else { (&below, &head.units) };
    let all = || first.iter().chain(second);
    let of = |wanted: Rank| all().filter(move |(rank, _)| *rank == wanted).map(|(_, name)| name.clone());
    let is_house = |name: &String| HOUSES.iter().any(|house| name.starts_with(house));
    let office = of(Rank::Office)
        .find(|name| !is_house(name))
        .or_else(|| of(Rank::Office).next())
        .or_else(|| office_of_post(document, foot))
        .unwrap_or_default();
    Owner {
        office,
        division: of(Rank::Division).next(),
        group: of(Rank::Group).next(),
        address: head.address.clone(),
    }
}

/// "อธิบดีกรมตัวอย่าง" signs for กรมตัวอย่าง.
fn office_of_post(document: &Document, foot: &Foot) -> Option<String> {
    foot.of_kind(FootLine::Signature).find_map(|line| {
        let text = document.line_text(line);
        let post = ["อธิบดี", "ผู้ว่าราชการ", "ปลัด"].iter().find_map(|post| text.strip_prefix(post))?;
        (rank(post) == Some(Rank::Office)).then(|| post.to_owned())
    })
}

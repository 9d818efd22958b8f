//! The address through which a duty is done: one that the same clause names beside the date.

use super::super::links::Link;
use super::super::reading::DutyKind;
use super::acts::{Act, Acts};
use crate::domain::thai::dates::DateText;

/// Words before an address that only informs.
const INFORMS: [&str; 6] = ["ดาวน์โหลด", "ดาวโหลด", "รายละเอียด", "สอบถาม", "ศึกษา", "เอกสาร"];

/// A date with its surroundings.
pub(super) struct Span<'a> {
    pub text: &'a str,
    pub acts: &'a Acts,
    /// All dates of the text.
    pub dates: &'a [DateText],
    pub date: &'a DateText,
    /// The end of the date before.
    pub before: usize,
    /// The start of the date after.
    pub after: usize,
    /// What decides the kind of the duty.
    pub act: Option<Act>,
}

impl Span<'_> {
    /// The nearest address before the date, else the first behind it.
    pub fn channel(&self, links: &[Link], kind: DutyKind) -> Option<String> {
        let clause_start = self.acts.clause_start(self.date.start);
        // Behind another date an address belongs to that one, unless it stands behind this duty's own word.
        let from = if self.before > clause_start {
            self.act.map_or(self.before, |act| act.start.max(self.before))
        } else {
            clause_start
        };
        let clause_end = self.acts.clause_end(self.date.end);
        let next = self.acts.last_between(self.date.end, self.after).filter(|_| self.after < clause_end);
        let to = next.map_or(clause_end, |act| act.start).min(clause_end);
        let sends =
            |link: &Link| self.acts.last_between(self.date.end, link.start).is_some_and(|act| act.sends);
        let fits = |link: &&Link| {
            let is_web = !link.address.contains('@');
            let behind_event = kind == DutyKind::Event && link.start > self.date.start;
            (is_web || kind != DutyKind::Event) && !(behind_event && sends(link)) && !self.informs(link.start)
        };
        let end = links.partition_point(|link| link.start < self.date.start);
        let behind = links.get(links.partition_point(|link| link.start < self.date.end)..)?;
        // "…ผู้สนใจสมัครได้ที่ …" may follow later in the clause, past the date of the event itself.
        let later = |link: &&Link| kind != DutyKind::Event && self.is_led_in_by_itself(link) && fits(link);
        let before = links.get(..end)?.iter().rev().take_while(|link| link.start >= from).find(fits);
        before
            .or_else(|| behind.iter().take_while(|link| link.start < to).find(fits))
            .or_else(|| behind.iter().take_while(|link| link.start < clause_end).take(8).find(later))
            .map(|link| link.address.clone())
    }

    /// Whether a word of sending leads to an address with no other date between, which would claim it.
    fn is_led_in_by_itself(&self, link: &Link) -> bool {
        let act = self.acts.last_between(self.date.end, link.start).filter(|act| act.sends);
        let last = self.dates.partition_point(|date| date.start < link.start).checked_sub(1);
        let last = last.and_then(|last| self.dates.get(last)).map_or(0, |date| date.end);
        act.is_some_and(|act| act.start >= last)
    }

    /// Whether the words before an address say that one reads there, not that one sends there.
    fn informs(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("");
        let reach = before.char_indices().rev().take(60).last().map_or(0, |(start, _)| start);
        let near = before.get(reach..).unwrap_or("");
        let Some(informs) = INFORMS.iter().filter_map(|word| near.rfind(word)).max() else { return false };
        self.acts.last_between(reach + informs, at).is_none_or(|act| !act.sends)
    }
}

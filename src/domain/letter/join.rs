//! Lines put together again where a page or a word processor broke them.

use super::document::Document;

/// The text from a place in line `first` to the end of line `last`, as one line.
pub(super) fn join(document: &Document, at: usize, first: usize, last: usize) -> String {
    let mut joined = String::new();
    for index in first..=last {
        let Some(line) = document.line(index) else { break };
        let start = if index == first { at } else { line.start };
        let text = document.slice(start.min(line.end), line.end);
        if index > first
            && needs_space(&joined, text, document.line(index - 1).is_some_and(|line| line.space_after))
        {
            joined.push(' ');
        }
        joined.push_str(text);
    }
    joined.trim().to_owned()
}

/// Thai words join without a space unless one was typed; anything else is kept apart.
pub(super) fn needs_space(before: &str, after: &str, typed: bool) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    typed || !(is_thai_word(last) && is_thai_word(first))
}

fn is_thai_word(c: char) -> bool {
    matches!(c, 'ก'..='ฮ' | 'ะ'..='ฺ' | 'เ'..='ๅ' | '็'..='๎')
}

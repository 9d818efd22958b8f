//! Search by substring: Thai has no spaces between words, so columns hold a folded key and any part of it is found.

use sea_orm::sea_query::{Condition, ExprTrait as _, LikeExpr, SimpleExpr};

use crate::domain::thai::search_key;

/// Whether a folded column holds these folded words; `%`, `_` and the escape itself stand for themselves.
pub(super) fn contains(column: SimpleExpr, words: &str) -> SimpleExpr {
    let mut pattern = String::from("%");
    for c in words.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    column.like(LikeExpr::new(pattern).escape('!'))
}

/// Fewer characters than these say too little alone: "ว" and "1" of "ว 1" are in every number.
const SHORTEST_WORD: usize = 3;

/// Whether what was typed stands in one of these folded columns, as it was typed or word by word in any order; nothing
/// typed stands in all.
pub(super) fn has_words(typed: &str, columns: &[SimpleExpr]) -> Condition {
    let in_any = |key: &str| {
        columns.iter().fold(Condition::any(), |any, column| any.add(contains(column.clone(), key)))
    };
    let whole = search_key(typed);
    if whole.is_empty() {
        return Condition::all();
    }
    let words: Vec<String> = typed.split_whitespace().map(search_key).filter(|key| !key.is_empty()).collect();
    if words.len() < 2 || words.iter().any(|word| word.chars().count() < SHORTEST_WORD) {
        return in_any(&whole);
    }
    let each = words.iter().fold(Condition::all(), |all, word| all.add(in_any(word)));
    Condition::any().add(in_any(&whole)).add(each)
}

//! Search by substring: Thai has no spaces between words, so columns hold a folded key and any part of it is found.

use sea_orm::sea_query::{ExprTrait as _, LikeExpr, SimpleExpr};

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

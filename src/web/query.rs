//! Addresses with a query, their parts escaped.

use axum_extra::routing::TypedPath;

/// An address with those of the pairs that have a value: `/deliveries?state=sent`.
pub fn with_query(path: impl TypedPath, pairs: &[(&str, &str)]) -> String {
    let given: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    if given.is_empty() {
        return path.to_string();
    }
    // The library begins its query with an empty pair.
    path.with_query_params(given).to_string().replacen("?&", "?", 1)
}

//! E-mail addresses by which officers sign in.

use crate::domain::refusal::{Refusal, required};

/// The most characters of an address (RFC 5321, 4.5.3.1.3).
const MOST: usize = 254;

/// An address as it is compared and kept: without spaces around it, in small letters.
pub fn fold_email(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// A typed address, folded, that mail could be sent to.
///
/// # Errors
/// When it is missing, too long, or has no name, no host or a space.
pub fn parse_email(typed: &str) -> Result<String, Refusal> {
    let email = fold_email(&required("email", typed, MOST)?);
    let (name, host) = email.rsplit_once('@').ok_or(Refusal::Malformed { field: "email" })?;
    let plausible = !name.is_empty()
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && !email.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'));
    if plausible { Ok(email) } else { Err(Refusal::Malformed { field: "email" }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_in_any_case_and_nothing_else_is() {
        assert_eq!(parse_email("  Nai.Tuayang@Example.GO.TH "), Ok("nai.tuayang@example.go.th".to_owned()));
        for typed in ["nai", "@example.go.th", "nai@", "nai@example", "nai@example..th", "a b@example.go.th"]
        {
            assert_eq!(parse_email(typed), Err(Refusal::Malformed { field: "email" }), "{typed}");
        }
        assert_eq!(parse_email(" "), Err(Refusal::Missing { field: "email" }));
    }
}

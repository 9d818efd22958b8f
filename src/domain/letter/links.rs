//! E-mail and web addresses in running text, which Thai words may touch on both sides.

use std::collections::HashSet;

use crate::domain::thai::fold_digits;

/// An address and where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub start: usize,
    pub end: usize,
    pub address: String,
}

/// The longest parts of an address that are looked at, in bytes (RFC 5321: 64 and 255).
const LONGEST_NAME: usize = 64;
const LONGEST_HOST: usize = 255;
const LONGEST_URL: usize = 2048;

const URL_STARTS: [&str; 9] = [
    "https://",
    "http://",
    "www.",
    "bit.ly/",
    "forms.gle/",
    "shorturl.at/",
    "tinyurl.com/",
    "goo.gl/",
    "qrco.de/",
];

/// All e-mail addresses, in their order.
pub(super) fn emails(text: &str) -> Vec<Link> {
    text.match_indices('@').filter_map(|(at, _)| email_around(text, at)).collect()
}

fn email_around(text: &str, at: usize) -> Option<Link> {
    let before = text.get(..at)?;
    let name_length: usize =
        before.chars().rev().take(LONGEST_NAME).take_while(|c| is_name(*c)).map(char::len_utf8).sum();
    let name = before.get(at - name_length..)?.trim_start_matches(['.', '-']);
    let after = text.get(at + 1..)?;
    let host_length: usize =
        after.chars().take(LONGEST_HOST).take_while(|c| is_host(*c)).map(char::len_utf8).sum();
    let host = after.get(..host_length)?.trim_end_matches(['.', '-']);
    let last_label = host.rsplit('.').next()?;
    if name.is_empty()
        || !host.contains('.')
        || host.contains("..")
        || last_label.len() < 2
        || host.starts_with('.')
    {
        return None;
    }
    let (start, end) = (at - name.len(), at + 1 + host.len());
    Some(Link { start, end, address: fold_digits(text.get(start..end)?) })
}

/// All web addresses, in their order.
pub(super) fn urls(text: &str) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let mut starts: Vec<usize> =
        URL_STARTS.iter().flat_map(|start| text.match_indices(start).map(|(at, _)| at)).collect();
    starts.sort_unstable();
    let mut looked_at = 0;
    for at in starts {
        // What begins inside an address, or inside what was none, is no address of its own.
        if at < looked_at || follows_word(text, at) {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let length = rest.bytes().take(LONGEST_URL).take_while(|b| is_url(char::from(*b))).count();
        looked_at = at + length;
        let url =
            rest.get(..length).unwrap_or("").trim_end_matches(['.', ',', ';', ':', ')', ']', '\'', '*', '!']);
        let bare = url.trim_start_matches("https://").trim_start_matches("http://");
        if bare.len() > 3 && bare.contains('.') && bare != "www." {
            found.push(Link { start: at, end: at + url.len(), address: url.to_owned() });
        }
    }
    found
}

/// Each address once, in order.
pub(super) fn distinct(links: &[Link]) -> Vec<String> {
    let mut seen = HashSet::new();
    links
        .iter()
        .filter(|link| seen.insert(link.address.to_lowercase()))
        .map(|link| link.address.clone())
        .collect()
}

fn follows_word(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|before| before.chars().next_back())
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '/' | '-' | '.'))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-') || ('๐'..='๙').contains(&c)
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

fn is_url(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_thai_begins() {
        let text = "ส่งที่saraban@dla.example.go.thภายใน หรือ https://www.example.go.th/a?b=1). และ www.example.go.th นะ a@b";
        assert_eq!(distinct(&emails(text)), ["saraban@dla.example.go.th"]);
        assert_eq!(distinct(&urls(text)), ["https://www.example.go.th/a?b=1", "www.example.go.th"]);
    }
}

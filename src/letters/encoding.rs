//! The encoding of a text file: said by its first bytes, by its sender, or to be found out.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874};

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotText {
    /// A file of some other kind.
    Binary,
    /// Neither UTF-8, UTF-16, Windows-874 nor what the sender says.
    UnknownEncoding,
}

/// The text of a file, without its byte order mark.
pub(super) fn decode(bytes: &[u8], content_type: Option<&str>) -> Result<String, NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, bytes.get(mark..).unwrap_or_default()).ok_or(NotText::UnknownEncoding);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return strict(encoding, bytes).ok_or(NotText::Binary);
    }
    if bytes.contains(&0) {
        return Err(NotText::Binary);
    }
    // Thai in Windows-874 is never valid UTF-8, so valid UTF-8 is right even where the sender says otherwise.
    [Some(UTF_8), charset(content_type), Some(WINDOWS_874)]
        .into_iter()
        .flatten()
        .find_map(|encoding| strict(encoding, bytes))
        .ok_or(NotText::UnknownEncoding)
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// The charset parameter of a content type: `text/csv; charset=windows-874`.
fn charset(content_type: Option<&str>) -> Option<&'static Encoding> {
    content_type?.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("charset").then(|| Encoding::for_label(value.as_bytes())).flatten()
    })
}

/// In UTF-16 every second byte of Thai is 0x0E and of ASCII 0.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(2048)).unwrap_or_default();
    let units = sample.len() / 2;
    let high =
        |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| matches!(b, 0 | 0x0E)).count();
    if units < 4 || !sample.contains(&0) {
        return None;
    }
    if high(1) * 10 >= units * 9 {
        Some(UTF_16LE)
    } else if high(0) * 10 >= units * 9 {
        Some(UTF_16BE)
    } else {
        None
    }
}

//! How large the pictures in a PDF claim to be, looked at before anything is unpacked. Dictionaries of pictures always
//! stand in the open, since streams cannot be within other streams.

use std::sync::LazyLock;

use regex::bytes::Regex;

/// Pixels a side, and of a picture, at most: a sheet of A4 at 1200 dpi.
const LARGEST_SIDE: u64 = 16_000;
const MOST_PIXELS: u64 = 150_000_000;

/// Width and height of one picture stand within so many bytes.
const NEAR: usize = 1_000;

static SIDES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)/(?:(Width|W)|(?:Height|H))[\x00\t\n\x0c\r ]+([0-9]+)").expect("a regular expression")
});

/// Whether a picture of the PDF claims more pixels than are unpacked.
pub fn too_many_pixels(pdf: &[u8]) -> bool {
    let (mut width, mut height) = ((0, 0), (0, 0));
    SIDES.captures_iter(pdf).any(|found| {
        let at = found.get(0).map_or(0, |whole| whole.start());
        let digits = found.get(2).map_or(&b""[..], |digits| digits.as_bytes());
        let side = digits
            .iter()
            .fold(0_u64, |side, digit| side.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
        *(if found.get(1).is_some() { &mut width } else { &mut height }) = (side, at);
        let near = width.1.abs_diff(height.1) <= NEAR;
        side > LARGEST_SIDE || (near && width.0.saturating_mul(height.0) > MOST_PIXELS)
    })
}

#[cfg(test)]
mod tests {
    use super::too_many_pixels;

    #[test]
    fn a_bomb_is_told_from_a_fine_scan() {
        assert!(!too_many_pixels(b"<< /Width 9921 /Height 14031 >>"));
        assert!(!too_many_pixels(b"<< /Widths [99999 1] >> /W 600"));
        assert!(too_many_pixels(b"<</Height 14999/Width 14999>>"));
        assert!(too_many_pixels(b"<</W\n60000/H 1>>"));
        assert!(too_many_pixels(b"<< /Width 99999999999999999999999 >>"));
    }
}

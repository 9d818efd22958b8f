//! The symbol as an SVG: one path in units of modules, a title for screen readers, the caption as text.

use std::fmt::Write;

use super::{QrCode, Style, draw::Run};

/// The letter's own font first, then what Thai computers and phones have.
const FONTS: &str =
    "TH Sarabun New, TH SarabunPSK, Sarabun, Leelawadee UI, Thonburi, Noto Sans Thai, sans-serif";

/// Height of the caption's letters in millimetres (14 points); smaller when a line would not fit.
const LETTERS_MM: f64 = 4.9;

/// Lines stand this many letter heights apart.
const LEADING: f64 = 1.2;

pub fn draw(code: &QrCode, style: &Style<'_>) -> String {
    let modules = f64::from(code.side());
    let a_module = style.size_mm / modules;
    let letters = letters_mm(style) / a_module;
    let lines = f64::from(u8::try_from(style.caption.len()).unwrap_or_default());
    let height = if lines > 0.0 { modules + letters * (LEADING * lines + 0.3) } else { modules };
    let height_mm = height * a_module;
    let title = escaped(&format!("QR {} {}", style.caption.join(" "), code.text()));
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{}mm" height="{height_mm:.4}mm" viewBox="0 0 {modules} {height:.4}" role="img"><title>{title}</title><rect width="{modules}" height="{height:.4}" fill="#fff"/><path fill="#000" shape-rendering="crispEdges" d=""##,
        style.size_mm
    );
    for Run { x, y, length } in code.runs() {
        // Writing to a String cannot fail.
        let _ = write!(svg, "M{x} {y}h{length}v1h-{length}z");
    }
    svg.push_str("\"/>");
    let mut baseline = modules;
    for line in style.caption {
        baseline += letters * LEADING;
        let (middle, line) = (modules / 2.0, escaped(line));
        let _ = write!(
            svg,
            r##"<text x="{middle}" y="{baseline:.4}" font-family="{FONTS}" font-size="{letters:.4}" text-anchor="middle" fill="#000">{line}</text>"##
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// Letters as high as usual, or as high as lets the longest line stay as wide as the symbol.
fn letters_mm(style: &Style<'_>) -> f64 {
    let longest = style.caption.iter().map(|line| line.chars().filter(|c| !is_mark(*c)).count()).max();
    let longest = f64::from(u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX));
    // A letter of the fonts named is at most 0.6 of its height wide, taken over a line.
    LETTERS_MM.min(style.size_mm / (longest * 0.6).max(1.0))
}

/// Thai vowels and tones that stand above or below a letter and take no width.
fn is_mark(c: char) -> bool {
    matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎')
}

/// Text as XML takes it; control characters, which XML forbids, become spaces.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

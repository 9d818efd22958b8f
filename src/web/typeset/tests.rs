//! Text is set, everything else stays.

use super::page;
use crate::text::Digits;

fn thai(html: &str) -> String {
    page(html, Digits::Thai).expect("a page")
}

#[test]
fn numbers_of_the_text_are_thai_and_those_of_the_page_s_workings_are_not() {
    let html = "<p id=\"p1\"><time datetime=\"2026-05-24\">24 พ.ค. 2569</time> 1,254 แห่ง \
                <a href=\"tel:022419000\">0 2241 9000</a></p><svg viewBox=\"0 0 8 8\"><text x=\"1\">61/102</text></svg>";
    let set = "<p id=\"p1\"><time datetime=\"2026-05-24\">๒๔ พ.ค. ๒๕๖๙</time> ๑,๒๕๔ แห่ง \
               <a href=\"tel:022419000\">๐ ๒๒๔๑ ๙๐๐๐</a></p><svg viewBox=\"0 0 8 8\"><text x=\"1\">๖๑/๑๐๒</text></svg>";
    assert_eq!(thai(html), set);
    assert_eq!(page(html, Digits::Western).expect("a page"), html);
}

#[test]
fn addresses_codes_and_fields_keep_their_digits() {
    for kept in [
        "<p>works2@science9.example.go.th</p>",
        "<p>http://127.0.0.1:8080/L/R7KM42XD?a=1&#38;2=3</p>",
        "<p>127.0.0.1:8080</p>",
        "<span translate=\"no\">4409101 <b>7</b></span>",
        "<textarea>1 2 3</textarea>",
        "<select><option>2566</option></select>",
        "<p>X4409101-1</p>",
    ] {
        assert_eq!(thai(kept), kept);
    }
    assert_eq!(
        thai("<select><option value=\"2566\">2566</option></select><kbd>1</kbd>1"),
        "<select><option value=\"2566\">๒๕๖๖</option></select><kbd>1</kbd>๑"
    );
}

#[test]
fn a_sign_written_by_its_number_is_no_number() {
    assert_eq!(thai("<p>12&#39;34&#34; &lt;5&gt; &ensp;6</p>"), "<p>๑๒&#39;๓๔&#34; &lt;๕&gt; &ensp;๖</p>");
}

#[test]
fn compounds_of_headings_and_buttons_are_held_together() {
    let set = page("<h1>ลงรับ 3 ฉบับ</h1><p>ลงรับ</p><title>ลงรับ</title>", Digits::Western).expect("a page");
    let held = "<h1><span class=\"words\"><span class=\"w\">ลงรับ</span> 3 ฉบับ</span></h1><p>ลงรับ</p><title>ลงรับ</title>";
    assert_eq!(set, held);
    let closed = "<p><img class=\"name\"><svg><path class=\"what\"/></svg>ลงรับ</p>";
    assert_eq!(page(closed, Digits::Western).expect("a page"), closed);
    let drawn = "<h2><svg><text>ลงรับ</text></svg>ฉบับ</h2>";
    assert_eq!(page(drawn, Digits::Western).expect("a page"), drawn);
}

#[test]
fn a_long_page_is_set_fast_and_whole() {
    let row = "<tr><td class=\"name\"><a href=\"/offices/41\">เทศบาลตำบลสมมุติ 41</a></td><td>1,254</td></tr>";
    let set = page(&row.repeat(2_000), Digits::Thai).expect("a page");
    assert_eq!(set.matches("๑,๒๕๔").count(), 2_000);
    assert_eq!(set.matches("class=\"w\"").count(), 2_000);
}

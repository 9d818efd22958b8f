//! Symbols as a letter, a slip and a phone need them.

use std::process::Command;

use super::*;
use crate::letters::proof::{ProofFailed, prove_pdf, prove_svg};

const LINK: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD";

#[test]
fn a_link_in_capitals_takes_the_compact_mode() {
    let capitals = QrCode::new(LINK, Level::H).unwrap();
    let small = QrCode::new(&LINK.to_lowercase(), Level::H).unwrap();
    // 37 symbols: alphanumeric in version 4, bytes in version 5 (ISO/IEC 18004, table 7).
    assert_eq!((capitals.side(), small.side()), (33 + 8, 37 + 8));
    // 50 alphanumeric symbols are all that version 4-H holds: no switch of mode wastes a bit.
    let full: String = "HTTPS://A.GO.TH/L/R7KM42XD98347CFXK".chars().cycle().take(50).collect();
    assert_eq!(QrCode::new(&full, Level::H).unwrap().side(), 33 + 8);
    assert_eq!(QrCode::new(&format!("{full}2"), Level::H).unwrap().side(), 37 + 8);
}

#[test]
fn the_quiet_zone_is_four_white_modules_on_every_side() {
    let code = QrCode::new(LINK, Level::Q).unwrap();
    let edge = code.side() - 4;
    let ring = |x: u32, y: u32| x < 4 || y < 4 || x >= edge || y >= edge;
    let modules = || (0..code.side()).flat_map(|y| (0..code.side()).map(move |x| (x, y)));
    assert!(modules().filter(|(x, y)| ring(*x, *y)).all(|(x, y)| !code.is_dark(x, y)));
    assert!(code.is_dark(4, 4) && code.is_dark(edge - 1, 4) && code.is_dark(4, edge - 1));
    let dark = modules().filter(|(x, y)| code.is_dark(*x, *y)).count();
    assert_eq!(code.runs().iter().map(|run| run.length as usize).sum::<usize>(), dark);
}

#[test]
fn a_symbol_too_small_for_paper_is_refused_with_the_size_it_needs() {
    let small = |size_mm| render(LINK, Format::Png, &Style { size_mm, ..Style::default() }).unwrap_err();
    assert_eq!(small(19.9), QrError::Size(19.9));
    assert!(matches!(small(f64::NAN), QrError::Size(_)));
    let long = "HTTPS://WIAN.EXAMPLE.GO.TH/L/".to_owned() + &"R7KM42XD".repeat(12);
    let tight = Style { size_mm: 20.0, ..Style::default() };
    let Err(QrError::SmallModules(needed)) = render(&long, Format::Svg, &tight) else {
        panic!("20 mm suffice")
    };
    assert!(render(&long, Format::Svg, &Style { size_mm: f64::from(needed), ..tight }).is_ok());
    assert!(render(&long, Format::Svg, &Style { size_mm: f64::from(needed) - 1.0, ..tight }).is_err());
    assert!(QrError::SmallModules(needed).message_th().contains(&needed.to_string()));
}

#[test]
fn what_cannot_be_drawn_is_refused_with_a_stable_word() {
    let draw = |text: &str, style: &Style<'_>| render(text, Format::Png, style).unwrap_err().code();
    let lines = ["ก", "ข", "ค"].map(String::from);
    assert_eq!(draw("", &Style::default()), "qr_text_missing");
    assert_eq!(draw(&"a".repeat(1_300), &Style::default()), "qr_text_too_long");
    assert_eq!(draw(LINK, &Style { dpi: 72, ..Style::default() }), "qr_density_out_of_range");
    assert_eq!(
        draw(LINK, &Style { dpi: 1200, size_mm: 300.0, ..Style::default() }),
        "qr_density_out_of_range"
    );
    assert_eq!(draw(LINK, &Style { caption: &lines, ..Style::default() }), "qr_caption_too_long");
    assert_eq!(QrError::from(ProofFailed::WeakLevel).code(), "qr_not_readable");
}

#[test]
fn a_picture_prints_at_its_size_with_whole_pixels_a_module() {
    for (size_mm, dpi) in [(20.0, 150), (25.4, 300), (30.0, 600), (33.3, 1200)] {
        let style = Style { size_mm, dpi, ..Style::default() };
        let bytes = render(LINK, Format::Png, &style).unwrap();
        let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let info = reader.info();
        let density = info.pixel_dims.unwrap();
        assert_eq!(density.unit, ::png::Unit::Meter);
        assert_eq!((info.width % 41, info.height), (0, info.width));
        let printed_mm = f64::from(info.width) * 1000.0 / f64::from(density.xppu);
        assert!((printed_mm - size_mm).abs() < 0.02, "{printed_mm} mm instead of {size_mm}");
        assert!(f64::from(density.xppu) * 0.0254 >= f64::from(dpi) - 0.1);
    }
}

#[test]
fn the_caption_stands_below_and_cannot_break_the_drawing() {
    let caption = ["รายชื่อโรงเรียน & คู่มือ".to_owned(), "<script>alert(\"1\")</script>\u{1}".to_owned()];
    let style = Style { caption: &caption, ..Style::default() };
    let svg = String::from_utf8(render(LINK, Format::Svg, &style).unwrap()).unwrap();
    assert!(svg.contains(">รายชื่อโรงเรียน &amp; คู่มือ</text>"), "{svg}");
    assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script"));
    assert!(
        svg.contains("width=\"30mm\"") && svg.contains("viewBox=\"0 0 41 ") && svg.contains("<title>QR ")
    );
    assert_eq!(svg.matches("<path").count(), 1);
    assert!(render(LINK, Format::Pdf, &style).is_ok() && render(LINK, Format::Png, &style).is_ok());
}

#[test]
fn thai_text_reads_back_as_thai() {
    for text in ["ด่วนที่สุด โรงเรียนตัวอย่าง", "https://example.go.th/หนังสือเวียน?ว=1247"]
    {
        for format in [Format::Png, Format::Svg, Format::Pdf] {
            render(text, format, &Style { size_mm: 40.0, ..Style::default() }).unwrap();
        }
    }
}

/// Draws links of 10 to 300 symbols, each as small as paper bears: the hardest case for the decoders.
fn every_length_reads_back(level: Level) {
    let symbols = "R7KM42XD98347CFXKWVTQ";
    for length in 10..=300 {
        let capitals: String =
            "HTTPS://A.TH/L/".chars().chain(symbols.chars().cycle()).take(length).collect();
        let small = if length % 10 == 0 { Some(capitals.to_lowercase()) } else { None };
        for text in std::iter::once(capitals).chain(small) {
            let side = QrCode::new(&text, level).unwrap().side();
            let style =
                Style { level, size_mm: f64::from(side).mul_add(0.4, 0.1).max(20.0), dpi: 150, caption: &[] };
            let drawn = render(&text, Format::Png, &style);
            assert!(drawn.is_ok(), "{text} at {level:?}: {drawn:?}");
        }
    }
}

#[test]
fn every_length_of_a_link_reads_back_at_level_q() {
    every_length_reads_back(Level::Q);
}

#[test]
fn every_length_of_a_link_reads_back_at_level_h() {
    every_length_reads_back(Level::H);
}

#[test]
fn vector_drawings_of_every_tenth_length_read_back() {
    let style = Style { size_mm: 60.0, level: Level::Q, ..Style::default() };
    for length in (10..=300).step_by(10) {
        let text: String = "HTTPS://A.TH/L/".chars().chain("R7KM42XD".chars().cycle()).take(length).collect();
        let svg = prove_svg(&render(&text, Format::Svg, &style).unwrap(), &text).unwrap();
        let pdf = prove_pdf(&render(&text, Format::Pdf, &style).unwrap(), &text).unwrap();
        assert!((svg.module_mm.unwrap() - pdf.module_mm.unwrap()).abs() < 0.01);
    }
}

#[test]
fn zbar_reads_the_picture_too() {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    for text in [LINK, "HTTPS://WIAN.EXAMPLE.GO.TH/S/7KM42XD98347CFXKWVTQ"] {
        std::fs::write(file.path(), render(text, Format::Png, &Style::default()).unwrap()).unwrap();
        let zbar = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(file.path()).output();
        let Ok(seen) = zbar else {
            eprintln!("skipped: zbarimg is not installed");
            return;
        };
        assert_eq!(String::from_utf8_lossy(&seen.stdout).trim_end(), text);
    }
}

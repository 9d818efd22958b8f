//! The check must be able to fail: damaged, cut and hostile drawings are no proof.

use proptest::prelude::*;

use super::*;
use crate::letters::qr::{Format, Style, render};

const LINK: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD";

fn drawn(format: Format) -> Vec<u8> {
    render(LINK, format, &Style::default()).unwrap()
}

/// The drawing with every module of a square of `side` modules turned over, from the symbol's middle on.
fn damaged(side: usize) -> Vec<u8> {
    let raster = png::raster(&drawn(Format::Png)).unwrap();
    let module = raster.width() / 41;
    let hit = 20 * module..(20 + side) * module;
    let mut pixels = Vec::new();
    for y in 0..raster.greys().height() {
        for x in 0..raster.width() {
            let luma = raster.greys().at(x, y);
            pixels.push(if hit.contains(&x) && hit.contains(&y) { 255 - luma } else { luma });
        }
    }
    written(raster.width(), raster.greys().height(), &pixels)
}

fn written(width: usize, height: usize, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, width.try_into().unwrap(), height.try_into().unwrap());
    encoder.set_color(::png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    bytes
}

#[test]
fn a_sound_symbol_is_proven_by_both_decoders() {
    let proof = prove(&drawn(Format::Png), LINK).unwrap();
    assert_eq!((proof.decoders, proof.level, proof.version), (["rqrr", "rxing"], Level::H, 4));
    assert!((proof.module_mm.unwrap() - 30.0 / 41.0).abs() < 0.001);
    assert!(prove_svg(&drawn(Format::Svg), LINK).is_ok());
    assert!(prove_pdf(&drawn(Format::Pdf), LINK).is_ok());
}

#[test]
fn a_small_stain_is_corrected_and_a_large_one_is_no_proof() {
    assert!(prove(&damaged(3), LINK).is_ok());
    assert!(matches!(prove(&damaged(17), LINK), Err(ProofFailed::Unreadable(_))));
}

#[test]
fn the_symbol_of_another_letter_is_no_proof() {
    for (outcome, format) in [
        (prove(&drawn(Format::Png), "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XC"), "png"),
        (prove_svg(&drawn(Format::Svg), "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XC"), "svg"),
        (prove_pdf(&drawn(Format::Pdf), "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XC"), "pdf"),
    ] {
        assert!(matches!(outcome, Err(ProofFailed::OtherText(..))), "{format}: {outcome:?}");
    }
}

#[test]
fn a_symbol_cut_at_its_edge_is_no_proof() {
    let raster = png::raster(&drawn(Format::Png)).unwrap();
    let cut = raster.width() / 41 * 2;
    let pixels: Vec<u8> =
        raster.pixels().chunks(raster.width()).flat_map(|row| &row[cut..]).copied().collect();
    let cut = written(raster.width() - cut, raster.greys().height(), &pixels);
    assert_eq!(prove(&cut, LINK), Err(ProofFailed::NarrowQuietZone));
}

#[test]
fn the_vector_drawings_are_proven_from_what_was_written() {
    let svg = String::from_utf8(drawn(Format::Svg)).unwrap();
    assert!(prove_svg(svg.replacen("h7v1h-7z", "h1v1h-1z", 12).as_bytes(), LINK).is_err(), "shortened runs");
    let no_ground = svg.replace("fill=\"#fff\"", "fill=\"#000\"");
    assert!(prove_svg(no_ground.as_bytes(), LINK).is_err(), "no white ground");
    let turned = svg.replace("<path ", "<path transform=\"skewX(40)\" ");
    assert!(matches!(prove_svg(turned.as_bytes(), LINK), Err(ProofFailed::NoPicture(_))));
    let pdf = drawn(Format::Pdf);
    let place = pdf.windows(5).position(|bytes| bytes == b"\n0 g\n").unwrap();
    let mut inverted = pdf.clone();
    inverted[place + 1] = b'1';
    assert!(prove_pdf(&inverted, LINK).is_err(), "white on white");
}

#[test]
fn a_picture_that_claims_billions_of_pixels_is_refused_at_once() {
    let mut bomb = drawn(Format::Png);
    bomb[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
    assert!(matches!(prove(&bomb, LINK), Err(ProofFailed::NoPicture(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_give_an_answer(bytes: Vec<u8>) {
        prop_assert!(prove(&bytes, LINK).is_err());
        prop_assert!(prove_svg(&bytes, LINK).is_err());
        prop_assert!(prove_pdf(&bytes, LINK).is_err());
    }

    #[test]
    fn any_broken_drawing_gives_an_answer(at: prop::sample::Index, byte: u8, end: prop::sample::Index) {
        for format in [Format::Png, Format::Svg, Format::Pdf] {
            let mut bytes = drawn(format);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            bytes.truncate(bytes.len() / 2 + end.index(bytes.len() / 2 + 1));
            let _ = (prove(&bytes, LINK), prove_svg(&bytes, LINK), prove_pdf(&bytes, LINK));
        }
    }

    #[test]
    fn any_grey_picture_gives_an_answer(width in 1..60_usize, pixels in prop::collection::vec(any::<u8>(), 60..3600)) {
        let height = pixels.len() / width;
        prop_assert!(prove(&written(width, height, &pixels[..width * height]), LINK).is_err());
    }
}

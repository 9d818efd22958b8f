//! How pages looked when somebody last looked at them: small grey pictures, kept with the tests.

use std::path::{Path, PathBuf};

use image::imageops::{FilterType, resize};
use image::{GrayImage, load_from_memory};

/// The scale of a kept picture: words become grey, so that another hinting of letters does not count.
const SCALE: u32 = 8;

/// By how many levels of grey, of 255, a point must differ to count.
const LEVELS: u8 = 32;

/// The share of points that may differ, in thousandths.
const THOUSANDTHS: usize = 15;

/// By how many points the height may differ: a line of text is three, and an address with another code may take one more.
const HEIGHT: u32 = 6;

/// The kept picture of this name.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everyone/baselines").join(format!("{name}.png"))
}

/// A screenshot as it is kept.
pub fn small(png: &[u8]) -> GrayImage {
    let picture = load_from_memory(png).expect("a screenshot is a PNG").into_luma8();
    let (width, height) = (picture.width() / SCALE, (picture.height() / SCALE).max(1));
    let mut small = resize(&picture, width, height, FilterType::Triangle);
    // Sixteen greys tell as much, in a third of the bytes.
    small.pixels_mut().for_each(|point| point.0[0] &= 0xF0);
    small
}

/// How a picture differs from the kept one; none when it looks the same.
pub fn difference(fresh: &GrayImage, kept: &GrayImage) -> Option<String> {
    if fresh.width() != kept.width() || fresh.height().abs_diff(kept.height()) > HEIGHT {
        return Some(format!("is {:?} and was {:?}", fresh.dimensions(), kept.dimensions()));
    }
    let both = fresh.height().min(kept.height());
    let points = fresh.rows().zip(kept.rows()).take(both as usize).flat_map(|(one, other)| one.zip(other));
    let (mut all, mut other) = (0, 0);
    for (now, then) in points {
        all += 1;
        other += usize::from(now.0[0].abs_diff(then.0[0]) > LEVELS);
    }
    (other * 1000 > all * THOUSANDTHS).then(|| format!("differs in {other} of {all} points"))
}

#[test]
fn another_hinting_passes_and_another_page_does_not() {
    let page = |bar: u32, ink: u8| {
        GrayImage::from_fn(160, 100, |_, y| {
            image::Luma([if (bar..bar + 10).contains(&y) { ink } else { 250 }])
        })
    };
    assert_eq!(difference(&page(10, 120), &page(10, 130)), None);
    assert!(difference(&page(10, 120), &page(40, 120)).is_some(), "something moved");
    assert!(difference(&page(10, 120), &GrayImage::new(160, 120)).is_some(), "it became longer");
}

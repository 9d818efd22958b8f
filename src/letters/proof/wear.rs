//! What copiers, faxes and scanners do to a symbol.

use image::GrayImage;
use image::imageops::blur;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use super::raster::Raster;
use crate::domain::word::words;

/// A kind of wear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wear {
    /// As it was drawn.
    Fresh,
    /// Out of focus by a tenth of a millimetre.
    Blurred,
    /// Laid on the glass three degrees askew.
    Skewed,
    /// Faxed: black or white, nothing between.
    BlackAndWhite,
    /// Specks of toner on one point in two hundred, seen through a scanner's optics by an uneven sensor.
    Noisy,
}

words!(Wear {
    Fresh => "fresh",
    Blurred => "blurred",
    Skewed => "skewed",
    BlackAndWhite => "black_and_white",
    Noisy => "noisy",
});

const BLUR_MM: f32 = 0.1;
const SKEW_DEGREES: f64 = 3.0;
const SPECKLED: f64 = 0.005;
const OPTICS_MM: f32 = 0.05;
const UNEVEN: i16 = 20;

impl Wear {
    /// A worn copy; `None` when there is nothing on it.
    pub(super) fn on(self, raster: &Raster, dpi: u16) -> Option<Raster> {
        let pixels = raster.pixels();
        let worn = match self {
            Self::Fresh => pixels.to_vec(),
            Self::Blurred => blurred(raster, BLUR_MM, dpi)?,
            Self::Skewed => skewed(raster),
            Self::BlackAndWhite => blurred(raster, BLUR_MM, dpi)?
                .into_iter()
                .map(|luma| if luma < 128 { 0 } else { u8::MAX })
                .collect(),
            Self::Noisy => noisy(raster, dpi)?,
        };
        Raster::new(raster.width(), worn, None)
    }
}

fn blurred(raster: &Raster, mm: f32, dpi: u16) -> Option<Vec<u8>> {
    let side = |length: usize| u32::try_from(length).ok();
    let image = GrayImage::from_raw(side(raster.width())?, side(raster.height())?, raster.pixels().to_vec())?;
    Some(blur(&image, mm / 25.4 * f32::from(dpi)).into_raw())
}

/// Turned about its middle; what comes in from outside is white. Each point is mixed out of the four it falls between.
fn skewed(raster: &Raster) -> Vec<u8> {
    let (sin, cos) = SKEW_DEGREES.to_radians().sin_cos();
    let half = |length: usize| u32::try_from(length).map_or(0.0, |length| f64::from(length) / 2.0);
    let (middle_x, middle_y) = (half(raster.width()), half(raster.height()));
    let mut turned = Vec::with_capacity(raster.pixels().len());
    for y in 0..raster.height() {
        for x in 0..raster.width() {
            let (dx, dy) = (half(2 * x) - middle_x, half(2 * y) - middle_y);
            turned.push(mixed(raster, middle_x + dx * cos + dy * sin, middle_y - dx * sin + dy * cos));
        }
    }
    turned
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a grey is 0 to 255, a place was floored"
)]
fn mixed(raster: &Raster, x: f64, y: f64) -> u8 {
    let grey = |x: f64, y: f64| {
        let inside = x >= 0.0 && y >= 0.0 && (x as usize) < raster.width() && (y as usize) < raster.height();
        if inside { f64::from(raster.luma(x as usize, y as usize)) } else { 255.0 }
    };
    let (left, top) = (x.floor(), y.floor());
    let (right, low) = (x - left, y - top);
    let upper = grey(left, top) * (1.0 - right) + grey(left + 1.0, top) * right;
    let lower = grey(left, top + 1.0) * (1.0 - right) + grey(left + 1.0, top + 1.0) * right;
    (upper * (1.0 - low) + lower * low).round() as u8
}

/// The same specks at every proof, or a letter could be issued at one try and not at the next.
fn noisy(raster: &Raster, dpi: u16) -> Option<Vec<u8>> {
    let mut chance = StdRng::seed_from_u64(2526);
    let specked =
        raster.pixels().iter().map(|luma| if chance.random_bool(SPECKLED) { u8::MAX - luma } else { *luma });
    let specked = Raster::new(raster.width(), specked.collect(), None)?;
    let mut uneven = |luma: u8| {
        let luma = i16::from(luma) + chance.random_range(-UNEVEN..=UNEVEN);
        u8::try_from(luma.clamp(0, 255)).unwrap_or(u8::MAX)
    };
    Some(blurred(&specked, OPTICS_MM, dpi)?.into_iter().map(&mut uneven).collect())
}

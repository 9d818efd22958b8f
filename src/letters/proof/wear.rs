//! What copiers, faxes and scanners do to a symbol.

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
            Self::Skewed => raster.greys().turned(SKEW_DEGREES),
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
    raster.greys().blurred(mm / 25.4 * f32::from(dpi))
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

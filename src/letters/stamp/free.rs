//! Whether a place on a page is free: a stamp covers what is under it, and no word of a letter may be lost.

use super::{NotStamped, Place};
use crate::letters::pdf_pages::PdfPages;

/// Dots an inch at which ink is looked for: a full stop of 16 points is seen.
const DPI: f32 = 72.0;

/// A grey below this is ink.
const INK: u8 = 200;

/// Refuses a place of this size, in millimetres, on which something stands already.
///
/// # Errors
/// When something does, or the page cannot be drawn.
pub fn is_free(
    pages: &PdfPages,
    page: usize,
    place: Place,
    (width, height): (f64, f64),
) -> Result<(), NotStamped> {
    let drawn = pages.draw(page, DPI).ok_or(NotStamped::NoPage)?;
    let mm = |dots: u32| f64::from(dots) * 25.4 / f64::from(DPI);
    let (left, top) = place.upper_left((mm(drawn.width), mm(drawn.height)), (width, height));
    let dots = |mm: f64, most: u32| dot(mm * f64::from(DPI) / 25.4).min(usize::try_from(most).unwrap_or(0));
    let columns = dots(left, drawn.width)..dots(left + width, drawn.width);
    let rows = dots(top, drawn.height)..dots(top + height, drawn.height);
    let greys = drawn.luma_of(columns, rows).ok_or(NotStamped::NoPage)?;
    if greys.iter().any(|grey| *grey < INK) { Err(NotStamped::Taken) } else { Ok(()) }
}

/// A place in dots; what lies before the edge begins at it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded below, and by the page above"
)]
fn dot(length: f64) -> usize {
    length.max(0.0) as usize
}

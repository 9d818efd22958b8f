//! The tile map: a square a province, its letters and its fraction written in.

use super::drawing::{Drawing, Mark, Shape, rect, text};
use super::provinces::OnMap;
use crate::app::TILES;

const WIDE: f64 = 52.0;
const HIGH: f64 = 44.0;
/// From one tile to the next.
const ACROSS: f64 = 55.0;
const DOWN: f64 = 47.0;
/// More than this many characters need smaller digits.
const ROOM: usize = 5;

/// Draws it.
pub fn draw(title: &str, provinces: &[OnMap]) -> Drawing {
    let mut drawing = Drawing::new(title, "tiles-map", 8.0 * ACROSS - 2.0, 18.0 * DOWN - 2.0);
    for tile in TILES.iter() {
        let Some(province) = provinces.iter().find(|province| province.code == tile.code) else { continue };
        let (x, y) = (f64::from(tile.column) * ACROSS + 0.5, f64::from(tile.row) * DOWN + 0.5);
        drawing.marks.push(mark(province, x, y));
    }
    drawing
}

fn mark(province: &OnMap, x: f64, y: f64) -> Mark {
    let middle = x + WIDE / 2.0;
    let mut shapes: Vec<Shape> = vec![rect("hit", x, y, WIDE, HIGH)];
    if province.share.is_none() {
        shapes.push(text("ab", middle, y + 28.0, province.short.clone()));
        return Mark { class: province.step(), shapes, ..Mark::default() };
    }
    let fraction = province.fraction();
    if province.step() == "tile s0" {
        // Words on hatching need a quiet ground.
        shapes.push(rect("plate", x + 7.0, y + 4.0, WIDE - 14.0, HIGH - 8.0));
    }
    let digits = if fraction.len() > ROOM { "fr long" } else { "fr" };
    shapes.push(text("ab", middle, y + 19.0, province.short.clone()));
    shapes.push(text(digits, middle, y + 37.0, fraction));
    Mark { href: province.href.clone(), label: province.label.clone(), class: province.step(), shapes }
}

#[cfg(test)]
mod tests {
    use super::super::provinces::tests::three;
    use super::*;

    #[test]
    fn every_province_has_its_tile_and_only_those_it_goes_to_are_links() {
        let drawing = draw("ก", &three());
        assert_eq!(drawing.marks.len(), 77);
        let links: Vec<_> = drawing.marks.iter().filter(|mark| !mark.href.is_empty()).collect();
        assert_eq!(links.len(), 3);
        assert_eq!(drawing.rects("plate").len(), 1);
        assert!(["1/3", "2/2", "0/4"].iter().all(|one| drawing.words().contains(one)));
        for (x, y, width, height) in drawing.rects("hit") {
            assert!(x + width <= drawing.width && y + height <= drawing.height, "{x} {y}");
        }
    }
}

//! The outline map: the provinces as they lie, with the fraction written in where there is room.

use super::drawing::{Drawing, Form, Mark, Shape, text};
use super::provinces::OnMap;
use crate::app::OUTLINES;

/// A circle smaller than this holds no words; the link and the table behind the picture say them.
const ROOM: f64 = 13.0;

/// Draws it.
pub fn draw(title: &str, provinces: &[OnMap]) -> Drawing {
    let mut drawing = Drawing::new(title, "outline-map", 560.0, 1030.0);
    let mut written = Vec::new();
    for outline in OUTLINES.iter() {
        let Some(province) = provinces.iter().find(|province| province.code == outline.code) else {
            continue;
        };
        let path = Shape { class: "land hit", form: Form::Path(outline.path.clone()) };
        let (href, label) = match province.share {
            Some(_) => (province.href.clone(), province.label.clone()),
            None => (String::new(), String::new()),
        };
        drawing.marks.push(Mark { href, label, class: province.step(), shapes: vec![path] });
        if province.share.is_some() && outline.radius >= ROOM {
            let words = text("fr halo", outline.x, outline.y + 5.5, province.fraction());
            written.push(Mark { class: province.step(), shapes: vec![words], ..Mark::default() });
        }
    }
    // Words lie above every border.
    drawing.marks.append(&mut written);
    drawing
}

#[cfg(test)]
mod tests {
    use super::super::provinces::tests::three;
    use super::*;

    #[test]
    fn the_country_is_whole_and_three_provinces_are_told() {
        let drawing = draw("ก", &three());
        assert_eq!(drawing.marks.iter().filter(|mark| !mark.href.is_empty()).count(), 3);
        let mut words = drawing.words();
        words.sort_unstable();
        assert_eq!(words, ["0/4", "1/3", "2/2"]);
    }
}

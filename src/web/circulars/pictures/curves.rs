//! Curves against the deadline: a dash pattern a tier, closed days shaded, the words in rows below.

use super::days::Days;
use super::drawing::{Drawing, line, rect, share, text};
use crate::domain::deadline::Holidays;
use crate::domain::office::Tier;

/// A curve and what its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Whose it is.
    pub tier: Tier,
    /// How many by the end of each day.
    pub sums: Vec<i64>,
    /// Of how many.
    pub of: i64,
    /// What it says.
    pub words: String,
    /// Its list.
    pub href: String,
}

/// What the picture says beside its curves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The title.
    pub title: String,
    /// The deadline and its day.
    pub deadline: String,
    /// The labels of days: a place each.
    pub labels: Vec<(i64, String)>,
}

const LEFT: f64 = 46.0;
const TOP: f64 = 32.0;
const HIGH: f64 = 200.0;
/// From the axis to the first row of words.
const ROWS: f64 = 60.0;

/// Draws it as wide as asked.
pub fn draw(
    class: &'static str,
    wide: f64,
    said: &Said,
    days: &Days,
    holidays: &Holidays,
    all: &[Series],
) -> Drawing {
    let rows = share(i64::try_from(all.len()).unwrap_or(0), 1);
    let base = TOP + HIGH;
    let mut drawing = Drawing::new(&said.title, class, wide, base + ROWS + rows * 26.0 - 28.0);
    let day = (wide - LEFT - 10.0) * share(1, days.len());
    let x = |place: i64| LEFT + day * share(place, 1);
    drawing.draw(
        days.closed(holidays)
            .iter()
            .map(|(from, to)| rect("shut", x(*from), TOP, x(to + 1) - x(*from), HIGH)),
    );
    for quarter in 0..=4 {
        let y = base - HIGH * share(quarter, 4);
        let axis = if quarter == 0 { "axis zero" } else { "axis" };
        drawing.draw([
            line(axis, &[(LEFT, y), (wide - 10.0, y)]),
            text("t2 end", LEFT - 7.0, y + 5.0, format!("{}%", quarter * 25)),
        ]);
    }
    for (place, words) in &said.labels {
        drawing.draw([text("t2 mid", x(*place) + day / 2.0, base + 21.0, words.clone())]);
    }
    let today = x(days.place(days.today) + 1);
    drawing.draw([line("now", &[(today, TOP - 6.0), (today, base)])]);
    let end = x(days.place(days.deadline) + 1);
    let side = if end > wide / 2.0 { "t1 t-late end" } else { "t1 t-late" };
    drawing.draw([
        line("dead", &[(end, TOP - 6.0), (end, base)]),
        text(side, end, TOP - 13.0, said.deadline.clone()),
    ]);
    for (at, series) in all.iter().enumerate() {
        let mut points = vec![(x(0), base)];
        let by = series.sums.iter().zip(1..).map(|(n, place)| (x(place), base - HIGH * share(*n, series.of)));
        points.extend(by);
        let (dashes, ink) = style(series.tier, at + 1 == all.len());
        let y = base + ROWS + share(i64::try_from(at).unwrap_or(0), 1) * 26.0 - 12.0;
        drawing.draw([line(dashes, &points)]);
        let row = [
            line(dashes, &[(LEFT, y - 5.0), (LEFT + 34.0, y - 5.0)]),
            text(ink, LEFT + 44.0, y, series.words.clone()),
        ];
        drawing.link(series.href.clone(), series.words.clone(), row);
    }
    drawing
}

/// Dash pattern and ink; the lowest tier is the one that matters and is drawn whole.
const fn style(tier: Tier, is_leaf: bool) -> (&'static str, &'static str) {
    match tier {
        _ if is_leaf => ("ln a", "t1 t-ack"),
        Tier::Local => ("ln b", "t1 t-fwd"),
        _ => ("ln c", "t1 t-open"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::days::tests::day;
    use super::super::drawing::Form;
    use super::*;
    use crate::domain::letter::Urgency;

    #[test]
    fn a_curve_begins_at_nothing_and_ends_today_at_its_share() {
        let none = Holidays::default();
        // Monday 5 June; due on Wednesday; three working days and two closed ones follow.
        let days =
            Days::new(day("2023-06-05"), day("2023-06-06"), Urgency::Urgent, Tier::Province, &[], &none);
        let series =
            Series { tier: Tier::Province, sums: vec![1, 2], of: 4, words: "ก".into(), href: "/".into() };
        let said = Said { title: "ข".into(), deadline: "ค".into(), labels: vec![(0, "5".into())] };
        let drawing = draw("wide", 356.0, &said, &days, &none, &[series]);
        let paths: Vec<&str> = drawing
            .marks
            .iter()
            .flat_map(|mark| &mark.shapes)
            .filter(|shape| shape.class == "ln a")
            .map(|shape| match &shape.form {
                Form::Path(path) => path.as_str(),
                _ => "",
            })
            .collect();
        assert_eq!(paths[0], "M46 232L146 182L246 132");
        assert!(drawing.rects("shut").is_empty());
    }
}

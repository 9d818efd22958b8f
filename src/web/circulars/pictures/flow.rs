//! The way down as one picture: heights are offices of the lowest tier, hatched where letters rest, dashed where they
//! passed an office that registered nothing.

use super::drawing::{Drawing, line, rect, share, text, thread};
use super::flow_parts::{Part, Way};

/// Where the columns begin and how high all offices together are.
const TOP: f64 = 74.0;
const HIGH: f64 = 153.0;
const NODE: f64 = 14.0;
const GAP: f64 = 3.0;
/// From the first column to the last, whose labels stand at its right.
const SPAN: f64 = 858.0;
const LABELS: f64 = 914.0;

/// Draws it from left to right, for wide pages and slides.
pub fn wide(title: &str, way: &Way) -> Drawing {
    let mut drawing = Drawing::new(title, "wide", 1136.0, 0.0);
    let columns = share(1, i64::try_from(way.hubs.len() + 1).unwrap_or(1));
    let high = |n: i64| if n == 0 { 0.0 } else { (share(n, way.total) * HIGH).max(2.0) };
    let mut x = 6.0;
    head(&mut drawing, x, &way.sender);
    drawing.draw([rect("node", x, TOP, NODE, high(way.total))]);
    let mut threads = Vec::new();
    let mut coming = way.total;
    let mut lowest = TOP + high(way.total);
    for hub in &way.hubs {
        let left = x + NODE;
        x += SPAN * columns;
        drawing.draw([rect("band", left, TOP, x - left, high(coming))]);
        head(&mut drawing, x, &hub.head);
        coming -= hub.stuck.n + hub.over;
        drawing.link(hub.href.clone(), hub.head.1.clone(), [rect("node hit", x, TOP, NODE, high(coming))]);
        let mut y = TOP + high(coming) + GAP;
        if hub.stuck.n > 0 {
            let stuck = rect("stuck hit", x + 0.75, y, NODE, high(hub.stuck.n));
            drawing.link(hub.stuck.href.clone(), hub.stuck.words.clone(), [stuck]);
            y += high(hub.stuck.n) + GAP;
        }
        if hub.over > 0 {
            drawing.draw([rect("over", x + 0.75, y, NODE, high(hub.over).max(6.0))]);
            threads.push((x + NODE, y + high(hub.over).max(6.0) / 2.0));
            y += high(hub.over).max(6.0);
        }
        lowest = lowest.max(y);
    }
    let left = x + NODE;
    x += SPAN * columns;
    drawing.draw([rect("band", left, TOP, x - left, high(coming))]);
    head(&mut drawing, x, &way.leaf);
    leaves(&mut drawing, way, x, &threads, &high);
    // What rests is told below everything, in the column where it rests.
    let mut below = 6.0;
    for hub in &way.hubs {
        below += SPAN * columns;
        if hub.stuck.n > 0 {
            let words = text("t1 t-soon", below, lowest + 28.0, hub.stuck.words.clone());
            drawing.link(hub.stuck.href.clone(), hub.stuck.words.clone(), [words]);
        }
    }
    drawing.height = drawing.height.max(lowest + 40.0);
    drawing
}

fn head(drawing: &mut Drawing, x: f64, (name, line): &(String, String)) {
    drawing.draw([text("t1", x, 26.0, name.clone()), text("t2", x, 48.0, line.clone())]);
}

/// The lowest tier: a block and a label a part, the labels far enough apart to be read.
fn leaves(drawing: &mut Drawing, way: &Way, x: f64, threads: &[(f64, f64)], high: &impl Fn(i64) -> f64) {
    let mut y = TOP;
    let mut label = TOP;
    for part in way.parts.iter().filter(|part| part.n > 0) {
        let Part { class, ink, n, words, href } = part;
        if part.is_over() {
            y += 22.0;
            drawing.draw(threads.iter().map(|from| thread(*from, (x - 2.0, y + high(*n) / 2.0), false)));
        }
        let middle = y + high(*n) / 2.0;
        label = middle.max(label + 30.0).max(TOP + 12.0);
        let lead = [(x + 18.0, middle), (x + 26.0, middle), (x + 40.0, label), (x + 46.0, label)];
        let shapes = [
            rect(class, x, y, NODE, high(*n)),
            line("lead", &lead),
            text(ink, LABELS - 864.0 + x, label + 5.0, words.clone()),
        ];
        drawing.link(href.clone(), words.clone(), shapes);
        y += high(*n) + GAP;
        label = label.max(middle);
    }
    drawing.height = drawing.height.max(label + 20.0);
}

#[cfg(test)]
mod tests {
    use super::super::flow_parts::tests::way;
    use super::*;

    #[test]
    fn heights_are_shares_of_all_and_add_up_at_every_tier() {
        let drawing = wide("ก", &way());
        // Of 10 schools 2 rest at the province, 3 at the local administration and 1 passed it unregistered.
        let high: Vec<f64> = drawing.rects("node").iter().map(|(_, _, _, high)| *high).collect();
        assert_eq!(high, [153.0, 122.4, 61.2]);
        let stuck: Vec<f64> = drawing.rects("stuck").iter().map(|(_, _, _, high)| *high).collect();
        assert_eq!(stuck, [30.6, 45.9, 15.3]);
        assert_eq!(drawing.rects("over").len(), 1);
        assert_eq!(drawing.rects("node-ack").len(), 2);
        assert_eq!(drawing.rects("band").len(), 3);
    }

    #[test]
    fn labels_never_lie_upon_each_other() {
        let drawing = wide("ก", &way());
        let mut last = 0.0;
        for mark in drawing.marks.iter().filter(|mark| mark.shapes.len() == 3) {
            let super::super::drawing::Form::Text(_, y, _) = mark.shapes[2].form else { panic!("a label") };
            assert!(y - last >= 20.0, "{y} after {last}");
            last = y;
        }
    }
}

//! The way down for a phone: the same parts from top to bottom, widths instead of heights.

use super::drawing::{Drawing, area, rect, share, text, thread};
use super::flow_parts::Way;

const WIDE: f64 = 360.0;
const BAR: f64 = 18.0;
/// From one tier's words to the next one's.
const STEP: f64 = 104.0;
/// From a tier's first line to its bar.
const DOWN: f64 = 50.0;

/// Draws it from top to bottom.
pub fn narrow(title: &str, way: &Way) -> Drawing {
    let mut drawing = Drawing::new(title, "phone", WIDE, 0.0);
    let wide = |n: i64| if n == 0 { 0.0 } else { (share(n, way.total) * (WIDE - 12.0)).max(3.0) };
    let mut y = 0.0;
    let mut coming = way.total;
    let mut threads = Vec::new();
    let mut words = vec![(y, way.sender.clone())];
    let mut bars = Drawing::new("", "", WIDE, 0.0);
    bars.draw([rect("node", 0.0, DOWN, wide(coming), BAR)]);
    for hub in &way.hubs {
        drawing.draw([band(y, wide(coming))]);
        y += STEP;
        words.push((y, hub.head.clone()));
        coming -= hub.stuck.n + hub.over;
        bars.link(hub.href.clone(), hub.head.1.clone(), [rect("node hit", 0.0, y + DOWN, wide(coming), BAR)]);
        let mut x = wide(coming) + 3.0;
        if hub.stuck.n > 0 {
            let shapes = [
                rect("stuck hit", x, y + DOWN, wide(hub.stuck.n), BAR),
                text("t1 t-soon end halo", WIDE, y + DOWN + BAR + 20.0, hub.stuck.words.clone()),
            ];
            bars.link(hub.stuck.href.clone(), hub.stuck.words.clone(), shapes);
            x += wide(hub.stuck.n) + 3.0;
        }
        if hub.over > 0 {
            bars.draw([rect("over", x, y + DOWN, wide(hub.over), BAR)]);
            threads.push((x + wide(hub.over) / 2.0, y + DOWN + BAR));
        }
    }
    drawing.draw([band(y, wide(coming))]);
    y += STEP;
    words.push((y, way.leaf.clone()));
    let mut x = 0.0;
    let mut line = y + DOWN + BAR + 12.0;
    for part in way.parts.iter().filter(|part| part.n > 0) {
        let block = wide(part.n);
        let middle = x + block / 2.0;
        if part.is_over() {
            // Threads lie below the words that they cross.
            drawing.draw(threads.iter().map(|from| thread(*from, (middle, y + DOWN), true)));
        }
        let shapes = [
            rect(part.class, x, y + DOWN, block, BAR),
            rect(part.class, 1.0, line, 13.0, 13.0),
            text(part.ink, 22.0, line + 12.0, part.words.clone()),
        ];
        bars.link(part.href.clone(), part.words.clone(), shapes);
        x += block + 2.0;
        line += 28.0;
    }
    drawing.marks.append(&mut bars.marks);
    for (y, (name, line)) in words {
        drawing.draw([text("t1", 0.0, y + 20.0, name), text("t2", 0.0, y + 41.0, line)]);
    }
    drawing.height = line;
    drawing
}

/// What flows from a tier's bar to the next one's.
fn band(y: f64, wide: f64) -> super::drawing::Shape {
    let (top, bottom) = (y + DOWN + BAR, y + STEP + DOWN);
    area("band", &[(0.0, top), (wide, top), (wide, bottom), (0.0, bottom)])
}

#[cfg(test)]
mod tests {
    use super::super::flow_parts::tests::way;
    use super::*;

    #[test]
    fn nothing_is_wider_than_the_phone() {
        let drawing = narrow("ก", &way());
        for class in ["node", "stuck", "over", "node-ack"] {
            for (x, _, width, _) in drawing.rects(class) {
                assert!(x + width <= WIDE, "{class}: {x} + {width}");
            }
        }
        assert!(drawing.words().contains(&"ค้างที่ อปท. 3 โรงเรียน"), "{:?}", drawing.words());
    }
}

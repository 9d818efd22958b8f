//! A drawing: shapes with a class each, gathered into marks that are links. Colours stand in `charts.css`.

use askama::Template;

/// A drawing, as it stands in a page.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "circulars/pictures/drawing.svg")]
pub struct Drawing {
    /// What it shows, for those who do not see it.
    pub title: String,
    /// Class beside `chart`: where it is shown and how wide it may become.
    pub class: &'static str,
    /// Width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// The marks, from the lowest to the topmost.
    pub marks: Vec<Mark>,
}

/// Shapes that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mark {
    /// The list it counts; empty for what is no link.
    pub href: String,
    /// What a link says.
    pub label: String,
    /// Its class; may be empty.
    pub class: &'static str,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its class.
    pub class: &'static str,
    /// Its form.
    pub form: Form,
}

/// A form and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A rectangle: left, top, width, height.
    Rect(f64, f64, f64, f64),
    /// A path as SVG writes it.
    Path(String),
    /// Words: where their baseline begins.
    Text(f64, f64, String),
}

impl Drawing {
    /// An empty sheet.
    pub fn new(title: &str, class: &'static str, width: f64, height: f64) -> Self {
        Self { title: title.to_owned(), class, width, height: round(height), marks: Vec::new() }
    }

    /// Adds shapes that lead nowhere.
    pub fn draw(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        self.marks.push(Mark { shapes: shapes.into_iter().collect(), ..Mark::default() });
    }

    /// Adds shapes that are the link to a list.
    pub fn link(&mut self, href: String, label: String, shapes: impl IntoIterator<Item = Shape>) {
        self.marks.push(Mark { href, label, shapes: shapes.into_iter().collect(), ..Mark::default() });
    }

    /// The words written in it.
    #[cfg(test)]
    pub fn words(&self) -> Vec<&str> {
        let shapes = self.marks.iter().flat_map(|mark| &mark.shapes);
        shapes
            .filter_map(|shape| match &shape.form {
                Form::Text(_, _, words) => Some(words.as_str()),
                Form::Rect(..) | Form::Path(_) => None,
            })
            .collect()
    }

    /// The rectangles of a class: left, top, width, height.
    #[cfg(test)]
    pub fn rects(&self, class: &str) -> Vec<(f64, f64, f64, f64)> {
        let shapes = self.marks.iter().flat_map(|mark| &mark.shapes);
        let rect = |shape: &Shape| match shape.form {
            Form::Rect(x, y, width, height) => Some((x, y, width, height)),
            _ => None,
        };
        shapes.filter(|shape| shape.class.split(' ').any(|one| one == class)).filter_map(rect).collect()
    }
}

/// A rectangle of a class.
pub fn rect(class: &'static str, x: f64, y: f64, width: f64, height: f64) -> Shape {
    Shape { class, form: Form::Rect(round(x), round(y), round(width), round(height)) }
}

/// Words of a class.
pub fn text(class: &'static str, x: f64, y: f64, words: impl Into<String>) -> Shape {
    Shape { class, form: Form::Text(round(x), round(y), words.into()) }
}

/// A line through points.
pub fn line(class: &'static str, points: &[(f64, f64)]) -> Shape {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", round(*x), round(*y))).collect();
    Shape { class, form: Form::Path(format!("M{}", points.join("L"))) }
}

/// A curve that leaves and arrives level, or upright when it runs down the page.
pub fn thread(from: (f64, f64), to: (f64, f64), down: bool) -> Shape {
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    let (leaves, comes) =
        if down { ((from.0, middle.1), (to.0, middle.1)) } else { ((middle.0, from.1), (middle.0, to.1)) };
    let at = |(x, y): (f64, f64)| format!("{} {}", round(x), round(y));
    let path = format!("M{}C{} {} {}", at(from), at(leaves), at(comes), at(to));
    Shape { class: "thread", form: Form::Path(path) }
}

/// A closed area between points.
pub fn area(class: &'static str, points: &[(f64, f64)]) -> Shape {
    let Shape { class, form } = line(class, points);
    match form {
        Form::Path(path) => Shape { class, form: Form::Path(format!("{path}Z")) },
        form => Shape { class, form },
    }
}

/// A part of a whole, 0 to 1; 0 of nothing.
pub fn share(n: i64, of: i64) -> f64 {
    let real = |n: i64| f64::from(u32::try_from(n.max(0)).unwrap_or(u32::MAX));
    if of <= 0 { 0.0 } else { real(n) / real(of) }
}

/// A tenth of a unit is finer than any screen; longer numbers only make pages heavier.
fn round(n: f64) -> f64 {
    (n * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_escaped_and_a_mark_with_a_list_is_a_link() {
        let mut drawing = Drawing::new("ก & ข", "", 10.0, 5.04);
        drawing.link("/a?b=1&c=2".to_owned(), "<ค>".to_owned(), [text("t1", 1.26, 2.0, "ง < จ")]);
        let svg = drawing.render().expect("an SVG");
        assert!(svg.contains("viewBox=\"0 0 10 5\""), "{svg}");
        assert!(svg.contains("href=\"/a?b=1&#38;c=2\"") && svg.contains("&#60;ค&#62;"), "{svg}");
        assert!(svg.contains("x=\"1.3\" y=\"2\">ง &#60; จ</text>"), "{svg}");
    }

    #[test]
    fn a_share_of_nothing_is_nothing() {
        assert_eq!(
            [share(0, 0), share(1, 2), share(-1, 2)].map(|share| share.to_string()),
            ["0", "0.5", "0"]
        );
    }
}

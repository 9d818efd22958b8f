//! An SVG made here, read back from its bytes: only what the drawing uses is understood, all else refused.

use std::collections::HashMap;

use quick_xml::{Reader, XmlVersion, events::BytesStart, events::Event};

use super::{
    ProofFailed,
    raster::{Raster, Stroke},
};

pub fn raster(bytes: &[u8]) -> Result<Raster, ProofFailed> {
    let text = std::str::from_utf8(bytes).map_err(|_| refuse("it is not UTF-8"))?;
    let mut reader = Reader::from_str(text);
    let mut page = None;
    let mut strokes = Vec::new();
    loop {
        let element = match reader.read_event().map_err(|error| refuse(&error.to_string()))? {
            Event::Start(element) | Event::Empty(element) => element,
            Event::Eof => break,
            _ => continue,
        };
        let attributes = attributes(&element)?;
        match element.name().as_ref() {
            "svg" => page = Some(Page::of(&attributes)?),
            "rect" => strokes.push(ground(&attributes)?),
            "path" => strokes.extend(path(&attributes)?),
            "title" | "text" => {}
            _ => return Err(refuse("it holds an element that is not drawn here")),
        }
    }
    let page = page.ok_or_else(|| refuse("it has no svg element"))?;
    let strokes: Vec<Stroke> = strokes.into_iter().map(|stroke| page.in_mm(stroke)).collect();
    Raster::paint(page.width_mm, page.height_mm, &strokes)
}

/// The page and the scale of its units; both axes share it.
struct Page {
    width_mm: f64,
    height_mm: f64,
    mm_per_unit: f64,
}

impl Page {
    fn of(attributes: &Attributes) -> Result<Self, ProofFailed> {
        let mm = |name| attributes.get(name).and_then(|value| value.strip_suffix("mm")).map(number);
        let (Some(width_mm), Some(height_mm)) = (mm("width"), mm("height")) else {
            return Err(refuse("its size is not in millimetres"));
        };
        let view = attributes.get("viewBox").map(String::as_str).unwrap_or_default();
        let view = view.split(' ').map(number).collect::<Result<Vec<f64>, _>>()?;
        let ([0.0, 0.0, width, height], width_mm, height_mm) = (view.as_slice(), width_mm?, height_mm?)
        else {
            return Err(refuse("its view does not begin at 0 0"));
        };
        let mm_per_unit = width_mm / width;
        if (height_mm / height - mm_per_unit).abs() > mm_per_unit / 1000.0 {
            return Err(refuse("its axes differ in scale"));
        }
        Ok(Self { width_mm, height_mm, mm_per_unit })
    }

    fn in_mm(&self, stroke: Stroke) -> Stroke {
        let mm = self.mm_per_unit;
        Stroke {
            x: stroke.x * mm,
            y: stroke.y * mm,
            width: stroke.width * mm,
            height: stroke.height * mm,
            ..stroke
        }
    }
}

type Attributes = HashMap<String, String>;

fn attributes(element: &BytesStart<'_>) -> Result<Attributes, ProofFailed> {
    let mut found = Attributes::new();
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| refuse(&error.to_string()))?;
        let name = attribute.key.as_ref().to_owned();
        if matches!(name.as_str(), "transform" | "style" | "opacity") {
            return Err(refuse("it holds an attribute that is not drawn here"));
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| refuse(&error.to_string()))?;
        found.insert(name, value.into_owned());
    }
    Ok(found)
}

fn ground(attributes: &Attributes) -> Result<Stroke, ProofFailed> {
    let side = |name| attributes.get(name).map_or(Ok(0.0), |value| number(value));
    Ok(Stroke {
        x: side("x")?,
        y: side("y")?,
        width: side("width")?,
        height: side("height")?,
        luma: luma(attributes)?,
    })
}

/// Rectangles of a path that consists of `M x y h w v h h -w z` only.
fn path(attributes: &Attributes) -> Result<Vec<Stroke>, ProofFailed> {
    let luma = luma(attributes)?;
    let data = attributes.get("d").map(String::as_str).unwrap_or_default();
    let rectangles = data.split_terminator('z').map(|shape| {
        let mut numbers = Vec::new();
        let mut commands = String::new();
        for part in shape.split_inclusive(|c: char| c.is_ascii_alphabetic()).flat_map(|part| part.split(' '))
        {
            let value = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            if !value.is_empty() {
                numbers.push(number(value)?);
            }
            commands.push_str(part.get(value.len()..).unwrap_or_default());
        }
        match (commands.as_str(), numbers.as_slice()) {
            ("Mhvh", [x, y, width, height, back]) if (width + back).abs() < 1e-9 => {
                Ok(Stroke { x: *x, y: *y, width: *width, height: *height, luma })
            }
            _ => Err(refuse("its path holds a shape that is no rectangle")),
        }
    });
    rectangles.collect()
}

fn luma(attributes: &Attributes) -> Result<u8, ProofFailed> {
    match attributes.get("fill").map(String::as_str) {
        Some("#fff") => Ok(255),
        Some("#000") => Ok(0),
        _ => Err(refuse("it is filled with another colour than black and white")),
    }
}

fn number(text: &str) -> Result<f64, ProofFailed> {
    let value = text.parse().ok().filter(|value: &f64| value.is_finite());
    value.ok_or_else(|| refuse("it holds what is no number"))
}

fn refuse(reason: &str) -> ProofFailed {
    ProofFailed::NoPicture(reason.to_owned())
}

//! A PDF made here, read back from its bytes: one page of filled rectangles, all else refused.

use lopdf::{Document, Object, content::Content};

use super::{
    ProofFailed,
    raster::{Raster, Stroke},
};

const MM_PER_POINT: f64 = 25.4 / 72.0;

/// Decoded bytes at most of the page's content.
const LARGEST: usize = 4_000_000;

pub fn raster(bytes: &[u8]) -> Result<Raster, ProofFailed> {
    let failed = |error: lopdf::Error| refuse(&error.to_string());
    let document = Document::load_mem(bytes).map_err(failed)?;
    let mut pages = document.page_iter();
    let (Some(page), None) = (pages.next(), pages.next()) else {
        return Err(refuse("it has not one page"));
    };
    let media = document.get_dictionary(page).and_then(|page| page.get(b"MediaBox")).map_err(failed)?;
    let media = media.as_array().map_err(failed)?;
    let &[left, bottom, right, top] = numbers(media)?.as_slice() else {
        return Err(refuse("its page has no size"));
    };
    let content = document.get_page_content_with_limit(page, LARGEST).map_err(failed)?;
    let content = Content::decode(&content).map_err(failed)?;
    let mut pen =
        Pen { scale: (1.0, 1.0), origin: (-left, -bottom), luma: 0, open: Vec::new(), filled: Vec::new() };
    for operation in &content.operations {
        pen.draw(&operation.operator, &numbers(&operation.operands)?)?;
    }
    let height = top - bottom;
    let strokes: Vec<Stroke> = pen.filled.into_iter().map(|stroke| upright_in_mm(stroke, height)).collect();
    Raster::paint((right - left) * MM_PER_POINT, height * MM_PER_POINT, &strokes)
}

/// What the operators act on: the matrix, which never turns, the grey, and rectangles not filled yet.
struct Pen {
    scale: (f64, f64),
    origin: (f64, f64),
    luma: u8,
    open: Vec<Stroke>,
    filled: Vec<Stroke>,
}

impl Pen {
    fn draw(&mut self, operator: &str, operands: &[f64]) -> Result<(), ProofFailed> {
        match (operator, operands) {
            ("cm", &[across, 0.0, 0.0, up, x, y]) => {
                self.origin = self.point(x, y);
                self.scale = (self.scale.0 * across, self.scale.1 * up);
            }
            ("g", [1.0]) => self.luma = 255,
            ("g", [0.0]) => self.luma = 0,
            ("re", &[x, y, width, height]) => {
                let ((left, bottom), (right, top)) = (self.point(x, y), self.point(x + width, y + height));
                let (width, height, luma) = (right - left, top - bottom, self.luma);
                self.open.push(Stroke { x: left, y: bottom, width, height, luma });
            }
            ("f", []) => {
                let luma = self.luma;
                self.filled.extend(self.open.drain(..).map(|stroke| Stroke { luma, ..stroke }));
            }
            _ => return Err(refuse("its page holds an operator that is not drawn here")),
        }
        Ok(())
    }

    fn point(&self, x: f64, y: f64) -> (f64, f64) {
        (self.origin.0 + self.scale.0 * x, self.origin.1 + self.scale.1 * y)
    }
}

/// From points above the lower left to millimetres below the upper left.
fn upright_in_mm(stroke: Stroke, page_height: f64) -> Stroke {
    Stroke {
        x: stroke.x * MM_PER_POINT,
        y: (page_height - stroke.y - stroke.height) * MM_PER_POINT,
        width: stroke.width * MM_PER_POINT,
        height: stroke.height * MM_PER_POINT,
        ..stroke
    }
}

fn numbers(objects: &[Object]) -> Result<Vec<f64>, ProofFailed> {
    let numbers = objects.iter().map(|object| object.as_float().map(f64::from));
    numbers.collect::<Result<_, _>>().map_err(|error| refuse(&error.to_string()))
}

fn refuse(reason: &str) -> ProofFailed {
    ProofFailed::NoPicture(reason.to_owned())
}

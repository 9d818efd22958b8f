//! Where a stamp stands on a page as it is seen, and what that is in the page's own coordinates.

use lopdf::{Dictionary, Document, Object, ObjectId};

pub(super) const POINTS_A_MM: f64 = 72.0 / 25.4;

/// A place in millimetres, as a person measures it on paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// From the left edge and the upper edge to the stamp's upper left.
    UpperLeft {
        /// From the left.
        x: f64,
        /// From above.
        y: f64,
    },
    /// From the right edge and the upper edge to the stamp's upper right.
    UpperRight {
        /// From the right.
        x: f64,
        /// From above.
        y: f64,
    },
    /// From the left edge and the lower edge to the stamp's lower left.
    LowerLeft {
        /// From the left.
        x: f64,
        /// From below.
        y: f64,
    },
    /// From the right edge and the lower edge to the stamp's lower right.
    LowerRight {
        /// From the right.
        x: f64,
        /// From below.
        y: f64,
    },
}

impl Place {
    /// The stamp's upper left from the left and from above, on a sheet of this size, all in millimetres.
    pub(super) fn upper_left(self, (across, down): (f64, f64), (width, height): (f64, f64)) -> (f64, f64) {
        match self {
            Self::UpperLeft { x, y } => (x, y),
            Self::UpperRight { x, y } => (across - x - width, y),
            Self::LowerLeft { x, y } => (x, down - y - height),
            Self::LowerRight { x, y } => (across - x - width, down - y - height),
        }
    }
}

/// A page's visible box in points and how far it is turned clockwise when shown, in quarters.
pub(super) struct Sheet {
    left: f64,
    bottom: f64,
    right: f64,
    top: f64,
    quarters: i64,
}

impl Sheet {
    pub(super) fn of(document: &Document, page: ObjectId) -> lopdf::Result<Self> {
        let numbers = |object: &Object| -> Option<Vec<f64>> {
            let (_, array) = document.dereference(object).ok()?;
            let numbers = array.as_array().ok()?.iter();
            numbers
                .map(|number| Some(f64::from(document.dereference(number).ok()?.1.as_float().ok()?)))
                .collect()
        };
        let found = inherited(document, page, b"CropBox").or_else(|| inherited(document, page, b"MediaBox"));
        let found = found.and_then(numbers).unwrap_or_default();
        let &[x1, y1, x2, y2] = found.as_slice() else { return Err(lopdf::Error::PageNumberNotFound(0)) };
        let turned =
            inherited(document, page, b"Rotate").and_then(|turned| turned.as_i64().ok()).unwrap_or(0);
        Ok(Self {
            left: x1.min(x2),
            bottom: y1.min(y2),
            right: x1.max(x2),
            top: y1.max(y2),
            quarters: turned.div_euclid(90).rem_euclid(4),
        })
    }

    /// The matrix that puts an overlay of this size, in points, at a place.
    pub(super) fn matrix(&self, place: Place, (width, height): (f64, f64)) -> [f64; 6] {
        let (across, down) = (self.right - self.left, self.top - self.bottom);
        let (across, down) = if self.quarters % 2 == 0 { (across, down) } else { (down, across) };
        let mm = |(x, y): (f64, f64)| (x / POINTS_A_MM, y / POINTS_A_MM);
        let (left, above) = place.upper_left(mm((across, down)), mm((width, height)));
        // From the left and from above, as it is seen, to the overlay's lower left.
        let (u, v) = (left * POINTS_A_MM, above * POINTS_A_MM + height);
        match self.quarters {
            1 => [0.0, 1.0, -1.0, 0.0, self.left + v, self.bottom + u],
            2 => [-1.0, 0.0, 0.0, -1.0, self.right - u, self.bottom + v],
            3 => [0.0, -1.0, 1.0, 0.0, self.right - v, self.top - u],
            _ => [1.0, 0.0, 0.0, 1.0, self.left + u, self.top - v],
        }
    }
}

/// An entry of a page or of the nodes above it.
fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node: &Dictionary = document.get_dictionary(page).ok()?;
    for _ in 0..32 {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

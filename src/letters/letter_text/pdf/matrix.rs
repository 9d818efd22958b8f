//! The part of a transformation that places text: scale, skew and shift.

use lopdf::Object;

/// `[a b c d e f]` of ISO 32000-1, 8.3.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub [f32; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The matrix that six numbers give.
    pub fn of(numbers: &[Object]) -> Option<Self> {
        let mut values = [0.0; 6];
        for (value, number) in values.iter_mut().zip(numbers.get(..6)?) {
            *value = number.as_float().ok().filter(|value| value.is_finite())?;
        }
        Some(Self(values))
    }

    /// A shift.
    pub fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then the other.
    pub fn then(self, other: Self) -> Self {
        let (m, n) = (self.0, other.0);
        Self([
            m[0] * n[0] + m[1] * n[2],
            m[0] * n[1] + m[1] * n[3],
            m[2] * n[0] + m[3] * n[2],
            m[2] * n[1] + m[3] * n[3],
            m[4] * n[0] + m[5] * n[2] + n[4],
            m[4] * n[1] + m[5] * n[3] + n[5],
        ])
    }

    /// Where the origin comes to lie.
    pub fn origin(self) -> (f32, f32) {
        (self.0[4], self.0[5])
    }

    /// How much wider and higher things become.
    pub fn scale(self) -> (f32, f32) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }
}

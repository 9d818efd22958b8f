//! What passes between the two programs: its length in eight bytes, then itself; numbers with the low byte first.

use std::io::{self, Read, Write};

use crate::letters::pdf_pages::{Drawn, LARGEST_SIDE};

/// The longest answer: the largest page, and its two sides.
const LONGEST_ANSWER: u64 = 4 * (LARGEST_SIDE as u64 + 1) * (LARGEST_SIDE as u64 + 1) + 8;

/// Which page is to be drawn, and how fine.
pub struct Ask {
    pub index: u64,
    pub dpi: f32,
}

impl Ask {
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.index.to_le_bytes().as_slice(), self.dpi.to_le_bytes().as_slice()].concat()
    }

    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (index, dpi) = bytes.split_first_chunk()?;
        Some(Self { index: u64::from_le_bytes(*index), dpi: f32::from_le_bytes(dpi.try_into().ok()?) })
    }
}

/// A page, or that it cannot be drawn.
pub struct Answer(pub Vec<u8>);

impl Answer {
    pub fn of(drawn: Option<Drawn>) -> Self {
        let bytes = drawn.map(|drawn| {
            let mut bytes = [drawn.width.to_le_bytes(), drawn.height.to_le_bytes()].concat();
            bytes.extend(drawn.rgba);
            bytes
        });
        Self(bytes.unwrap_or_default())
    }

    pub fn drawn(self) -> Option<Drawn> {
        let (width, rest) = self.0.split_first_chunk()?;
        let (height, rgba) = rest.split_first_chunk()?;
        let (width, height) = (u32::from_le_bytes(*width), u32::from_le_bytes(*height));
        let length = usize::try_from(u64::from(width) * u64::from(height) * 4).ok()?;
        (rgba.len() == length).then(|| Drawn { width, height, rgba: rgba.to_vec() })
    }
}

pub fn write(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// What was asked; as long as it is.
pub fn read(from: &mut impl Read) -> io::Result<Vec<u8>> {
    read_at_most(from, u64::MAX)
}

/// What was answered by a program that a stranger's file may have led astray.
pub fn read_answer(from: &mut impl Read) -> io::Result<Vec<u8>> {
    read_at_most(from, LONGEST_ANSWER)
}

fn read_at_most(from: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    if u64::try_from(from.take(length).read_to_end(&mut bytes)?).ok() == Some(length) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

//! Short codes in capitals: permanent in addresses, small in QR symbols, safe to read aloud.

mod secret;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::thai::fold_digits;

pub use secret::{is_slip_code, open_secret_link, secret_link, slip_code};

/// Digits and capitals of QR's alphanumeric mode without vowels and Y (no words arise), without 0 and 1,
/// I, L and O, and without the letters that hands and ears take for a digit: B (8), G (6), S (5), Z (2).
const ALPHABET: &[u8; 23] = b"23456789CDFHJKMNPQRTVWX";

/// Longest code that is read: a secret link of the greatest id is this long.
const LONGEST: usize = 29;

/// A code of one to 29 symbols, kept as it stands in an address: capitals, no hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// Why typed text is no code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NoCode {
    /// Nothing but spaces and hyphens.
    #[error("a code is missing")]
    Empty,
    /// More than 29 symbols.
    #[error("a code has at most {LONGEST} symbols")]
    TooLong,
    /// A symbol that no code holds, such as O or 1.
    #[error("{0:?} is in no code")]
    Symbol(char),
}

impl Code {
    /// A code of `length` symbols out of random bytes, two bytes a symbol; `None` if they are too few or
    /// `length` is not 1 to 29. Symbols are uneven by less than 1 in 2,800.
    pub fn from_bytes(random: &[u8], length: usize) -> Option<Self> {
        let code: String = random.chunks_exact(2).take(length).map(symbol_of).collect();
        (code.len() == length && (1..=LONGEST).contains(&length)).then_some(Self(code))
    }

    /// The code as it stands in addresses: `R7KM42XD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as people read and type it, in groups of four: `R7KM-42XD`.
    pub fn grouped(&self) -> String {
        let mut text = String::new();
        for (position, symbol) in self.0.chars().enumerate() {
            if position > 0 && position % 4 == 0 {
                text.push('-');
            }
            text.push(symbol);
        }
        text
    }

    /// The code of a number, most significant symbol first and none of them idle.
    fn from_number(mut number: u128) -> Self {
        let mut symbols = Vec::new();
        while number > 0 || symbols.is_empty() {
            symbols.push(symbol(number));
            number /= BASE;
        }
        Self(symbols.into_iter().rev().collect())
    }

    /// The number of which this is the code; `None` for an idle leading symbol or beyond 128 bits, so that
    /// a number has one code only.
    fn to_number(&self) -> Option<u128> {
        let number = self.0.bytes().try_fold(0_u128, |number, symbol| {
            let value = ALPHABET.iter().position(|known| *known == symbol)?;
            number.checked_mul(BASE)?.checked_add(u128::try_from(value).ok()?)
        })?;
        (Self::from_number(number) == *self).then_some(number)
    }
}

const BASE: u128 = ALPHABET.len() as u128;

fn symbol(number: u128) -> char {
    let index = usize::try_from(number % BASE).unwrap_or_default();
    ALPHABET.get(index).map_or('2', |symbol| char::from(*symbol))
}

fn symbol_of(bytes: &[u8]) -> char {
    symbol(bytes.iter().fold(0, |number, byte| number << 8 | u128::from(*byte)))
}

impl FromStr for Code {
    type Err = NoCode;

    /// Reads a typed code: small letters, Thai digits, spaces and hyphens of any kind are no mistake.
    fn from_str(text: &str) -> Result<Self, NoCode> {
        let mut code = String::new();
        for c in text.chars().filter(|c| !is_separator(*c)) {
            let folded = fold_digits(c.encode_utf8(&mut [0; 4])).to_ascii_uppercase();
            match folded.as_bytes() {
                [symbol] if ALPHABET.contains(symbol) => code.push(char::from(*symbol)),
                _ => return Err(NoCode::Symbol(c)),
            }
            if code.len() > LONGEST {
                return Err(NoCode::TooLong);
            }
        }
        if code.is_empty() { Err(NoCode::Empty) } else { Ok(Self(code)) }
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl fmt::Display for Code {
    /// Without hyphens, so that an address can be formatted with it; [`Code::grouped`] is for people.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for Code {
    type Error = NoCode;

    fn try_from(text: String) -> Result<Self, NoCode> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests;

//! ลงรับ: the office registers the letter (Regulation on Correspondence B.E. 2526, clauses 35-40).

use chrono::{DateTime, Utc};

use super::{Delivery, Received};
use crate::domain::event::{OnBehalf, What};
use crate::domain::evidence::Evidence;
use crate::domain::refusal::Refusal;
use crate::domain::thai::fold_digits;

/// The most characters of a register number.
const LONGEST: usize = 20;

/// A number in an office's register of received letters, unique within its Buddhist year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterNumber {
    /// As printed: "2398", "2398/1".
    pub text: String,
    /// The Buddhist year of the register.
    pub year: i32,
}

/// Reads a typed number: figures, with a suffix behind a slash or a dash; Thai digits are no mistake.
/// Gives the text and its running number.
///
/// # Errors
/// When it does not begin with figures or has other characters.
pub fn parse_number(text: &str) -> Result<(String, i64), Refusal> {
    let text = fold_digits(text.trim()).replace(' ', "");
    let figures: String = text.chars().take_while(char::is_ascii_digit).collect();
    let fits = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'));
    let number: i64 = figures.parse().map_err(|_| Refusal::NumberMalformed)?;
    // Written without zero padding, so that 0012 cannot stand beside 12.
    let text = format!("{number}{}", text.get(figures.len()..).unwrap_or_default());
    if number == 0 || number > 9_999_999 || text.chars().count() > LONGEST || !fits {
        return Err(Refusal::NumberMalformed);
    }
    Ok((text, number))
}

impl Delivery {
    /// Refuses what cannot be received; to be asked before a number is taken.
    ///
    /// # Errors
    /// What was received before, has ended or was never sent.
    pub fn may_receive(&self) -> Result<(), Refusal> {
        self.in_hand()?;
        match &self.received {
            Some(received) => Err(Refusal::AlreadyReceived {
                number: received.number.as_ref().map(|number| number.text.clone()),
            }),
            None => Ok(()),
        }
    }

    /// Registers the letter.
    ///
    /// # Errors
    /// As [`Delivery::may_receive`].
    pub fn receive(
        mut self,
        number: Option<RegisterNumber>,
        by: &str,
        evidence: Evidence,
        on_behalf: Option<OnBehalf>,
        now: DateTime<Utc>,
    ) -> Result<(Self, What), Refusal> {
        self.may_receive()?;
        let what = What::Received { number: number.as_ref().map(|number| number.text.clone()), on_behalf };
        self.received = Some(Received { at: now, by: by.to_owned(), number, evidence });
        Ok((self, what))
    }
}

//! Which of the four facts a receipt tells. Facts that come later are no part of it.

/// A fact each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// ส่ง.
    pub sent: bool,
    /// ลงรับ.
    pub received: bool,
    /// ส่งต่อ.
    pub forwarded: bool,
    /// รับทราบ.
    pub acknowledged: bool,
}

impl Told {
    /// A bit each, from the lowest.
    pub fn to_byte(self) -> u8 {
        let bits = [self.sent, self.received, self.forwarded, self.acknowledged];
        bits.into_iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(bit))
    }

    /// What a byte tells; the bits beyond the four are not looked at, since nothing but the signature can be.
    pub fn from_byte(byte: u8) -> Self {
        let bit = |at: u8| byte >> at & 1 == 1;
        Self { sent: bit(0), received: bit(1), forwarded: bit(2), acknowledged: bit(3) }
    }

    /// The words of those told, in their order: `received`.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let words = [
            (self.sent, "sent"),
            (self.received, "received"),
            (self.forwarded, "forwarded"),
            (self.acknowledged, "acknowledged"),
        ];
        words.into_iter().filter_map(|(told, word)| told.then_some(word))
    }
}

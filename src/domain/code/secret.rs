//! Codes that only the holder of the key can make: a school's secret link and the short code of its slip.

use std::hint::black_box;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Code;
use crate::domain::ids::DeliveryId;

/// Separates the two uses of one key: a slip's code tells nothing about the link.
const LINK: &[u8] = b"wian/secret-link/1\0";
const SLIP: &[u8] = b"wian/slip-code/1\0";

/// Bytes of the tag in a secret link: 64 bits cannot be guessed through the rate limit.
const TAG_BYTES: usize = 8;

/// Symbols of a slip's code: 36 bits, few enough to type on a phone; wrong tries must be limited.
const SLIP_SYMBOLS: usize = 8;

/// The code of a school's secret link: its delivery's id and a 64-bit MAC of it, so nothing is stored.
/// 15 symbols for the first ids, 20 for the hundred-millionth.
pub fn secret_link(id: DeliveryId, key: &[u8]) -> Code {
    let tag = tagged(LINK, id, key).finalize().into_bytes();
    let tag = tag.iter().take(TAG_BYTES).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    Code::from_number(u128::from(id.0.cast_unsigned()) << 64 | tag)
}

/// The delivery's id in a secret link's code, if this key made it; compared in constant time.
pub fn open_secret_link(code: &Code, key: &[u8]) -> Option<DeliveryId> {
    let bytes = code.to_number()?.to_be_bytes();
    let (id, tag) = bytes.split_first_chunk::<8>()?;
    let id = DeliveryId(i64::from_be_bytes(*id));
    tagged(LINK, id, key).verify_truncated_left(tag).ok().map(|()| id)
}

/// The eight symbols on a school's slip, to be typed where no camera is at hand.
pub fn slip_code(id: DeliveryId, key: &[u8]) -> Code {
    let tag = tagged(SLIP, id, key).finalize().into_bytes();
    Code(tag.chunks_exact(2).take(SLIP_SYMBOLS).map(super::symbol_of).collect())
}

/// Whether this is the code on the slip of the delivery `id`; compared in constant time.
pub fn is_slip_code(code: &Code, id: DeliveryId, key: &[u8]) -> bool {
    let right = slip_code(id, key);
    let differences = code.0.bytes().zip(right.0.bytes()).fold(0, |found, (a, b)| black_box(found | a ^ b));
    differences == 0 && code.0.len() == right.0.len()
}

fn tagged(label: &[u8], id: DeliveryId, key: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(label);
    mac.update(&id.0.to_be_bytes());
    mac
}

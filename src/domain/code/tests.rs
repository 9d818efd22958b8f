//! Codes as people type them and as a stranger would forge them.

use proptest::prelude::*;

use super::*;
use crate::domain::ids::DeliveryId;

const KEY: &[u8] = b"a key of the department";

#[test]
fn a_school_types_its_code_in_its_own_way() {
    let code: Code = "R7KM42XD".parse().unwrap();
    for typed in ["r7km-42xd", " R7KM 42XD ", "R๗KM–๔๒XD", "R7-KM-42-XD", "r7km\u{200b}42xd"] {
        assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
    }
    assert_eq!(code.grouped(), "R7KM-42XD");
    assert_eq!(format!("/L/{code}"), "/L/R7KM42XD");
}

#[test]
fn a_symbol_of_no_code_is_named() {
    assert_eq!("R7KO".parse::<Code>(), Err(NoCode::Symbol('O')));
    assert_eq!("ก7KM".parse::<Code>(), Err(NoCode::Symbol('ก')));
    assert_eq!(" - ".parse::<Code>(), Err(NoCode::Empty));
    assert_eq!("2".repeat(30).parse::<Code>(), Err(NoCode::TooLong));
}

#[test]
fn chance_is_passed_in_and_must_suffice() {
    assert_eq!(Code::from_bytes(&[0, 0, 0, 22, 1, 0], 3).unwrap().as_str(), "2X5");
    assert_eq!(Code::from_bytes(&[0; 5], 3), None);
    assert_eq!(Code::from_bytes(&[0; 99], 0), None);
    assert_eq!(Code::from_bytes(&[0; 99], 30), None);
}

#[test]
fn the_code_of_a_slip_tells_nothing_about_the_link_and_fits_one_delivery() {
    let slip = slip_code(DeliveryId(41), KEY);
    assert_eq!(slip.as_str().len(), 8);
    assert!(is_slip_code(&slip, DeliveryId(41), KEY));
    assert!(!is_slip_code(&slip, DeliveryId(42), KEY));
    assert!(!is_slip_code(&slip, DeliveryId(41), b"another key"));
    assert!(!is_slip_code(&slip.as_str().get(..7).unwrap().parse().unwrap(), DeliveryId(41), KEY));
    assert_eq!(open_secret_link(&slip, KEY), None);
}

#[test]
fn the_first_links_are_short_enough_for_a_small_symbol() {
    assert!((1..1_000).all(|id| secret_link(DeliveryId(id), KEY).as_str().len() <= 17));
    assert!(secret_link(DeliveryId(100_000_000), KEY).as_str().len() <= 21);
    assert_eq!(open_secret_link(&secret_link(DeliveryId(-1), KEY), KEY), Some(DeliveryId(-1)));
}

proptest! {
    #[test]
    fn a_secret_link_opens_for_its_key_only(id: i64, other: [u8; 32]) {
        let id = DeliveryId(id);
        let code = secret_link(id, KEY);
        prop_assert_eq!(open_secret_link(&code.grouped().to_lowercase().parse().unwrap(), KEY), Some(id));
        prop_assert_eq!(open_secret_link(&code, &other), None);
    }

    #[test]
    fn any_changed_symbol_is_refused(id in 1..10_000_000_000_i64, place: prop::sample::Index, shift in 1..23_usize) {
        let id = DeliveryId(id);
        for code in [secret_link(id, KEY), slip_code(id, KEY)] {
            let mut symbols = code.as_str().as_bytes().to_vec();
            let place = place.index(symbols.len());
            let value = ALPHABET.iter().position(|known| *known == symbols[place]).unwrap();
            symbols[place] = ALPHABET[(value + shift) % ALPHABET.len()];
            let forged: Code = String::from_utf8(symbols).unwrap().parse().unwrap();
            prop_assert_eq!(open_secret_link(&forged, KEY), None);
            prop_assert!(!is_slip_code(&forged, id, KEY));
        }
    }

    #[test]
    fn a_longer_spelling_of_a_link_is_refused(id in 1..1_000_000_i64) {
        let longer: Code = format!("2{}", secret_link(DeliveryId(id), KEY)).parse().unwrap();
        prop_assert_eq!(open_secret_link(&longer, KEY), None);
    }

    #[test]
    fn no_typed_text_makes_it_stumble(text: String) {
        if let Ok(code) = text.parse::<Code>() {
            prop_assert_eq!(open_secret_link(&code, KEY), None);
        }
    }
}

//! Receipts as they are given, checked and forged.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;

fn key() -> ReceiptKey {
    ReceiptKey::from_seed(&[7; 32])
}

fn at(time: &str) -> DateTime<Utc> {
    time.parse().expect("a moment")
}

fn receipt() -> Receipt {
    let person = |name: &str, position: Option<&str>| {
        Some(Person { name: name.to_owned(), position: position.map(str::to_owned) })
    };
    let sent = Fact { at: at("2023-05-24T02:30:00.000001Z"), by: None, evidence: Evidence::Officer };
    let received = Fact {
        at: at("2023-05-24T03:00:00Z"),
        by: person("นายตัวอย่าง หนึ่ง", None),
        evidence: Evidence::Officer,
    };
    let acknowledged = Fact {
        at: at("2023-05-25T03:00:00Z"),
        by: person("นางสาวตัวอย่าง สอง", Some("ปลัดตัวอย่าง")),
        evidence: Evidence::OnBehalf,
    };
    Receipt {
        delivery: DeliveryId(41),
        reference: "มท 0999.1/ว 1".to_owned(),
        dated: "2023-05-24".parse().expect("a day"),
        title: "ประกวดสวนสมมุติ".to_owned(),
        issuer: "กรมตัวอย่าง".to_owned(),
        office: Receiver {
            name: "เทศบาลเมืองตัวอย่างหนึ่ง".to_owned(), code: "4900101".to_owned()
        },
        number: Some("2398/1".to_owned()),
        sent: Some(sent),
        received: Some(received),
        forwarded: None,
        acknowledged: Some(acknowledged),
    }
}

fn sealed() -> ReceiptCode {
    key().seal(&receipt(), at("2023-05-26T04:05:06.789Z"))
}

#[test]
fn a_receipt_is_known_by_its_facts_and_its_code() {
    let stated = key().public().check(&sealed()).expect("genuine");
    assert!(stated.is_about(&receipt()));
    assert_eq!((stated.delivery, stated.made_at), (DeliveryId(41), at("2023-05-26T04:05:06Z")));
    assert_eq!(stated.told.words().collect::<Vec<_>>(), ["sent", "received", "acknowledged"]);
}

#[test]
fn a_code_is_read_however_it_was_typed_and_fits_a_small_symbol() {
    let code = sealed();
    let text = code.to_string();
    assert_eq!(text.len(), 164);
    assert!(text.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()), "{text}");
    assert_eq!(text.to_lowercase().parse(), Ok(code.clone()));
    assert_eq!(code.grouped().parse(), Ok(code.clone()));
    assert_eq!(code.grouped().replace(' ', "-").parse(), Ok(code));
}

#[test]
fn the_canonical_form_stays_as_it_is_for_ever() {
    let whole = receipt().canonical();
    assert!(
        whole.starts_with(r#"{"delivery":"41","reference":"มท 0999.1/ว 1","dated":"2023-05-24","title":"#)
    );
    assert!(whole.contains(r#""sent":{"at":"2023-05-24T02:30:00.000001Z","by":null,"evidence":"officer"}"#));
    assert!(whole.contains(r#""received":{"at":"2023-05-24T03:00:00.000000Z","by":{"name":"#));
    let again: Receipt = serde_json::from_str(&whole).expect("a receipt");
    assert_eq!(again.canonical(), whole);
    assert_eq!(data_encoding::HEXLOWER.encode(&receipt().digest()), "251bb60e97ccea2e9dbca3a0ea92a291");
}

#[test]
fn a_fact_that_came_later_is_no_part_of_an_older_receipt() {
    let older = Receipt { acknowledged: None, ..receipt() };
    let code = key().seal(&older, at("2023-05-24T05:00:00Z"));
    let stated = key().public().check(&code).expect("genuine");
    assert!(!stated.is_about(&receipt()));
    assert!(stated.is_about(&receipt().only(stated.told)));
    let before = Told { sent: true, ..Told::default() };
    assert_eq!(receipt().only(before).number, None, "the number comes with ลงรับ");
}

#[test]
fn another_department_s_code_and_a_code_of_its_own_making_are_told_apart() {
    let other = ReceiptKey::from_seed(&[8; 32]);
    assert_eq!(other.public().check(&sealed()), Err(Forged::UnknownKey));
    let stated = Statement { delivery: DeliveryId(42), ..sealed().statement() };
    let forged = ReceiptCode::new(stated.to_bytes(), *sealed().parts().1);
    assert_eq!(key().public().check(&forged), Err(Forged::Signature));
}

#[test]
fn the_public_key_is_written_as_openssl_reads_it() {
    let pem = key().public().to_pem();
    assert!(pem.starts_with("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA"), "{pem}");
    assert_eq!(pem.parse(), Ok(key().public()));
    assert_eq!(format!("key of receipts\r\n{}", pem.replace('\n', "\r\n")).parse(), Ok(key().public()));
    for none in
        ["", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", &pem.replace("MCow", "MCox")]
    {
        assert_eq!(none.parse::<PublicKey>(), Err(NoPublicKey));
    }
}

#[test]
fn what_is_no_code_is_said_to_be_none() {
    let text = sealed().to_string();
    let later = data_encoding::BASE32_NOPAD.encode(&[&[2][..], &[0; 101]].concat());
    assert_eq!(later.parse::<ReceiptCode>(), Err(NoReceiptCode::Version(2)));
    for none in ["", "R7KM42XD", text.get(1..).unwrap_or_default(), &format!("{text}A"), &"ก".repeat(164)] {
        assert_eq!(none.parse::<ReceiptCode>(), Err(NoReceiptCode::Malformed), "{none}");
    }
}

/// Something else in the place of one of the facts.
fn altered(which: usize, mut facts: Receipt, text: String, other: DateTime<Utc>) -> Receipt {
    let acknowledged = facts.acknowledged.as_mut().expect("it is told");
    match which {
        0 => facts.reference = text,
        1 => facts.title = text,
        2 => facts.issuer = text,
        3 => facts.office.name = text,
        4 => facts.office.code = text,
        5 => facts.number = Some(text),
        6 => acknowledged.at = other,
        7 => acknowledged.by = Some(Person { name: text, position: None }),
        8 => acknowledged.evidence = Evidence::Officer,
        9 => facts.dated = other.date_naive(),
        10 => facts.received = None,
        11 => facts.forwarded.clone_from(&facts.received),
        _ => facts.delivery = DeliveryId(42),
    }
    facts
}

proptest! {
    #[test]
    fn any_bit_flipped_in_a_code_is_not_genuine(byte in 0..102_usize, bit in 0..8_u8) {
        let mut bytes = data_encoding::BASE32_NOPAD.decode(sealed().to_string().as_bytes()).expect("Base32");
        bytes[byte] ^= 1 << bit;
        let forged = data_encoding::BASE32_NOPAD.encode(&bytes).parse::<ReceiptCode>();
        prop_assert!(forged.is_err() || forged.is_ok_and(|forged| key().public().check(&forged).is_err()));
    }

    #[test]
    fn any_letter_changed_in_a_code_is_not_genuine(place in 0..164_usize, letter in "[A-Z2-7]") {
        let mut text = sealed().to_string();
        text.replace_range(place..=place, &letter);
        if let Ok(code) = text.parse::<ReceiptCode>() {
            prop_assert!(code == sealed() || key().public().check(&code).is_err());
        }
    }

    #[test]
    fn any_facts_changed_are_not_genuine(which in 0..13_usize, text in "[ก-๙ ]{1,9}", days in 1..9_i64) {
        let other = at("2023-05-25T03:00:00Z") + chrono::TimeDelta::days(days);
        let facts = altered(which, receipt(), text, other);
        let stated = key().public().check(&sealed()).expect("genuine");
        prop_assert!(facts == receipt() || !stated.is_about(&facts));
    }

    #[test]
    fn any_junk_gives_an_answer(text: String, pem: String, bytes: [u8; 102]) {
        let _ = (text.parse::<ReceiptCode>(), pem.parse::<PublicKey>());
        if let Ok(code) = data_encoding::BASE32_NOPAD.encode(&bytes).parse::<ReceiptCode>() {
            let _ = code.statement();
            prop_assert!(key().public().check(&code).is_err());
        }
    }
}

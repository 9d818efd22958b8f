//! The rules of the way down, as officers would say them.

use super::*;
use crate::domain::event::What;

fn now() -> DateTime<Utc> {
    "2023-05-24T02:30:00Z".parse().expect("a moment")
}

fn delivery(tier: Tier) -> Delivery {
    Delivery {
        id: DeliveryId(1),
        circular: CircularId(1),
        office: OfficeId(1),
        parent: None,
        tier,
        sent_at: None,
        due_at: None,
        opened_at: None,
        received: None,
        forwarded: None,
        children: if tier == Tier::School { 0 } else { 2 },
        children_sent: 0,
        acknowledged: None,
        ended: None,
        reminders: 0,
        reminded_at: None,
    }
}

fn sent(tier: Tier) -> Delivery {
    Delivery { sent_at: Some(now()), ..delivery(tier) }
}

fn received(tier: Tier) -> Delivery {
    let number = Some(RegisterNumber { text: "12".to_owned(), year: 2566 });
    sent(tier).receive(number, "นายตัวอย่าง", Evidence::Officer, None, now()).expect("received").0
}

fn teacher() -> Acknowledgement {
    Acknowledgement::parse(" นางสาวตัวอย่าง สอง ", "ครู", "").expect("a teacher")
}

#[test]
fn a_letter_is_received_once_and_says_its_number_to_the_second() {
    let delivery = received(Tier::Province);
    assert_eq!(delivery.state(), State::Received);
    assert_eq!(delivery.may_receive(), Err(Refusal::AlreadyReceived { number: Some("12".to_owned()) }));
    assert_eq!(super::tests::delivery(Tier::Local).may_receive(), Err(Refusal::NotSent));
}

#[test]
fn only_what_was_received_is_forwarded_and_in_parts_if_need_be() {
    let ids = |ids: &[i64]| ids.iter().copied().map(DeliveryId).collect::<Vec<_>>();
    assert_eq!(sent(Tier::Province).may_forward(), Err(Refusal::NotReceived));
    let (half, what) = received(Tier::Province).forward(ids(&[5]), "ก", now()).expect("forwarded");
    assert_eq!((half.state(), half.children_sent), (State::Forwarded, 1));
    assert_eq!(what, What::Forwarded { to: ids(&[5]) });
    let (whole, _) = half.forward(ids(&[6]), "ก", now()).expect("forwarded");
    assert_eq!(whole.may_forward(), Err(Refusal::AlreadyForwarded));
    let back = whole.one_back();
    assert_eq!((back.children_sent, back.state()), (1, State::Forwarded));
    assert_eq!(back.one_back().state(), State::Received);
    let leaf = Delivery { children: 0, ..received(Tier::Local) };
    assert_eq!(leaf.may_forward(), Err(Refusal::NothingBelow));
}

#[test]
fn a_school_takes_note_by_its_link_even_where_its_office_recorded_nothing() {
    let waiting = delivery(Tier::School);
    assert_eq!(may_acknowledge(&waiting, Evidence::Officer), Err(Refusal::NotSent));
    let (done, _) = waiting.acknowledge(teacher(), Evidence::Link, None, now()).expect("acknowledged");
    assert_eq!(done.state(), State::Acknowledged);
    assert_eq!(done.sent_at, None);
    let again = done.acknowledge(teacher(), Evidence::Officer, None, now());
    assert_eq!(
        again.map(|_| ()),
        Err(Refusal::AlreadyAcknowledged {
            by: "นางสาวตัวอย่าง สอง".to_owned(), at: now()
        })
    );
}

#[test]
fn an_office_takes_note_only_of_what_it_received_whether_it_forwards_or_not() {
    assert_eq!(may_acknowledge(&sent(Tier::Local), Evidence::Officer), Err(Refusal::NotReceived));
    let (done, _) =
        received(Tier::Local).acknowledge(teacher(), Evidence::Officer, None, now()).expect("acknowledged");
    assert!(done.forward(vec![DeliveryId(3)], "ก", now()).is_ok());
}

#[test]
fn a_claim_is_confirmed_or_set_aside_by_the_local_administration() {
    let claim =
        || sent(Tier::School).acknowledge(teacher(), Evidence::Claimed, None, now()).expect("claimed").0;
    let (confirmed, _) = claim().confirm("นายตัวอย่าง", now()).expect("confirmed");
    assert_eq!(confirmed.clone().confirm("ก", now()).map(|_| ()), Err(Refusal::NoClaim));
    assert_eq!(confirmed.reject_claim("ผิดโรงเรียน".to_owned()).map(|_| ()), Err(Refusal::NoClaim));
    let (free, _) = claim().reject_claim("ผิดโรงเรียน".to_owned()).expect("set aside");
    assert_eq!(free.state(), State::Sent);
    let by_link = sent(Tier::School).acknowledge(teacher(), Evidence::Link, None, now()).expect("done").0;
    assert_eq!(by_link.confirm("ก", now()).map(|_| ()), Err(Refusal::NoClaim));
}

#[test]
fn what_was_received_cannot_be_pulled_back_and_what_was_forwarded_cannot_be_returned() {
    assert_eq!(received(Tier::Local).recall("ผิด".to_owned(), now()).map(|_| ()), Err(Refusal::TooLate));
    let (recalled, _) = sent(Tier::Local).recall("ผิด".to_owned(), now()).expect("recalled");
    assert_eq!((recalled.state(), recalled.may_receive()), (State::Recalled, Err(Refusal::Recalled)));
    let (returned, _) = received(Tier::Local).give_back("ผิด".to_owned(), now()).expect("returned");
    assert_eq!(returned.state(), State::Returned);
    let forwarded = received(Tier::Local).forward(vec![DeliveryId(4)], "ก", now()).expect("forwarded").0;
    assert_eq!(forwarded.give_back("ผิด".to_owned(), now()).map(|_| ()), Err(Refusal::TooLate));
}

#[test]
fn a_typed_number_is_read_whatever_its_digits() {
    assert_eq!(parse_number(" ๒๓๙๘ ").expect("a number"), ("2398".to_owned(), 2398));
    assert_eq!(parse_number("0012/1").expect("a number"), ("12/1".to_owned(), 12));
    for wrong in ["", "ก12", "0", "12;1", "123456789", "12 <b>"] {
        assert_eq!(parse_number(wrong), Err(Refusal::NumberMalformed), "{wrong}");
    }
}

#[test]
fn opening_counts_once() {
    let (opened, _) = sent(Tier::School).open(now()).expect("opened");
    assert_eq!(opened.state(), State::Opened);
    assert!(opened.open(now()).is_none());
}

//! Rosters of an invented registry: what is matched, what a person decides, whom it reaches.

use super::*;
use crate::actions::testing::Desk;
use crate::actions::{add_school, choose_local, choose_school, drop_row, put_audience};
use crate::app::Error;
use crate::domain::actor::Role;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::roster::RowState;
use crate::store::audience::Reach;
use crate::store::{offices, registry, roster_schools, testing};

/// Matched, ambiguous, unknown school, unknown local administration, duplicate, no name.
const MIXED: &str = "บัญชีรายชื่อ\n\
    ที่,โรงเรียน,อปท.,อำเภอ,จังหวัด\n\
    1,รร.ท.๑ (วัดนํ้าใส),ทต.สมมุติ,เมือง,ชลบุรี\n\
    2,โรงเรียนเทศบาล 1 (วัดน้ำใส),ทต.สมมุติ,,ชลบุรี\n\
    3,รร.บ้านใหม่,ทต.ยกฐานะ,,ชลบุรี\n\
    4,โรงเรียนเทศบาลทดลอง,ทต.ไม่มีที่ไหน,,ตราด\n\
    5,เทศบาล 1 วัดน้ำใส,เทศบาลตำบลสมมุติ,เมืองชลบุรี,ชลบุรี\n\
    6,,ทต.ยกฐานะ,,ชลบุรี\n";

fn refusal<T: std::fmt::Debug>(tried: Result<T>) -> Refusal {
    match tried {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn reached(provinces: u64, locals: u64, schools: u64, unplaced: u64) -> Reach {
    Reach { provinces, locals, schools, unplaced }
}

#[tokio::test]
async fn every_row_is_kept_and_told_by_line_and_column() {
    let desk = Desk::with_offices().await;
    let report = desk.uploads(MIXED).await;
    assert_eq!((report.rows, report.accepted), (6, 1));
    assert_eq!((report.provinces, report.locals, report.schools), (1, 1, 1));
    let faults: Vec<_> =
        report.rejected.iter().map(|row| (row.line, row.column.as_str(), row.reason.as_str())).collect();
    assert_eq!(
        faults,
        [
            (4, "โรงเรียน", "ambiguous_school"),
            (5, "โรงเรียน", "unknown_school"),
            (6, "อปท.", "unknown_local"),
            (7, "โรงเรียน", "duplicate_school"),
            (8, "โรงเรียน", "school_name_missing"),
        ]
    );
    let counts = rosters::counts(&desk.app.db, desk.draft).await.expect("counts");
    assert_eq!((counts[&RowState::Matched], counts[&RowState::Unknown]), (1, 2));
}

#[tokio::test]
async fn a_person_decides_what_the_file_leaves_open() {
    let desk = Desk::with_offices().await;
    desk.uploads(MIXED).await;
    let lines = desk.lines().await;
    let (app, me, draft) = (&desk.app, &desk.issuer, desk.draft);

    let second = desk.office("X2").await;
    let chosen = choose_school(app, me, draft, lines[1].id, second).await.expect("chosen");
    assert_eq!(chosen, Outcome::Matched { school_id: second.0 });

    let added = add_school(app, me, draft, lines[2].id, None).await.expect("added");
    let school = OfficeId(added.school_id().expect("a school"));
    let school = offices::find(&app.db, school).await.expect("a reading").expect("the school");
    assert_eq!(school.name, "โรงเรียนบ้านใหม่");
    assert_eq!(school.parent_id, Some(desk.office("5200202").await));

    let placed = choose_local(app, me, draft, lines[3].id, desk.office("4230101").await).await;
    assert_eq!(placed.expect("placed").school_id(), Some(desk.office("X4").await.0));

    for row in &lines[4..] {
        drop_row(app, me, draft, row.id).await.expect("dropped");
    }
    let codes = desk.codes().await;
    assert_eq!(codes, [Some("X1".into()), Some("X2".into()), Some(school.code), Some("X4".into())]);
    let report = crate::actions::roster_report(&app.db, draft).await.expect("a report");
    assert_eq!((report.provinces, report.locals, report.schools), (2, 4, 4));
    assert!(report.rejected.is_empty());
}

#[tokio::test]
async fn a_school_chosen_twice_is_a_duplicate_until_the_first_row_goes() {
    let desk = Desk::with_offices().await;
    desk.uploads(MIXED).await;
    let lines = desk.lines().await;
    let (app, me, draft) = (&desk.app, &desk.issuer, desk.draft);
    let first = desk.office("X1").await;
    let chosen = choose_school(app, me, draft, lines[1].id, first).await.expect("chosen");
    assert_eq!(chosen, Outcome::Duplicate { school_id: first.0, first_line: 3 });
    drop_row(app, me, draft, lines[0].id).await.expect("dropped");
    let lines = desk.lines().await;
    assert_eq!(lines[0].outcome, Outcome::Matched { school_id: first.0 });
    assert_eq!(lines[3].outcome, Outcome::Duplicate { school_id: first.0, first_line: 4 });
    let chosen = choose_school(app, me, draft, lines[0].id, desk.office("X2").await).await;
    assert!(chosen.is_ok(), "the school passes to the later row");
    assert_eq!(desk.lines().await[3].outcome, Outcome::Matched { school_id: first.0 });
}

#[tokio::test]
async fn unknown_schools_are_added_on_demand_and_once() {
    let desk = Desk::with_offices().await;
    let roster = format!("{MIXED}7,โรงเรียนบ้านใหม่,ทต.ยกฐานะ,,ชลบุรี\n");
    let report = desk.tries(&roster, true).await.expect("a roster");
    assert_eq!((report.accepted, report.schools), (2, 2));
    assert!(matches!(desk.lines().await[6].outcome, Outcome::Duplicate { first_line: 5, .. }));
    let again = desk.tries(&roster, true).await.expect("a roster");
    assert_eq!(again, report);
    let schools = offices::children(&desk.app.db, desk.office("5200202").await).await.expect("schools");
    assert_eq!(schools.len(), 1);
}

#[tokio::test]
async fn a_school_without_a_local_administration_is_not_reached_until_somebody_places_it() {
    let desk = Desk::with_offices().await;
    let report = desk.uploads("โรงเรียน,จังหวัด\nรร.ไร้สังกัด,ชลบุรี\n").await;
    assert_eq!((report.accepted, report.schools), (1, 0));
    let reach = audience::reach(&desk.app.db, desk.draft).await.expect("figures");
    assert_eq!(reach, reached(0, 0, 0, 1));
    let lone = audience::unplaced_schools(&desk.app.db, desk.draft).await.expect("schools");
    assert_eq!(lone[0].code, "X5");
    let row = desk.lines().await[0].id;
    let far = choose_local(&desk.app, &desk.issuer, desk.draft, row, desk.office("4230101").await).await;
    assert_eq!(refusal(far), Refusal::Malformed { field: "local" });
    let near = choose_local(&desk.app, &desk.issuer, desk.draft, row, desk.office("5200202").await).await;
    assert!(near.is_ok(), "{near:?}");
    let reach = audience::reach(&desk.app.db, desk.draft).await.expect("figures");
    assert_eq!(reach, reached(1, 1, 1, 0));
}

#[tokio::test]
async fn a_bad_file_leaves_the_roster_as_it_was() {
    let desk = Desk::with_offices().await;
    desk.uploads(MIXED).await;
    let before = desk.lines().await;
    for file in ["", "ก,ข\n1,2\n", "%PDF-1.7", "โรงเรียน,อปท.\n"] {
        let refused = desk.tries(file, true).await;
        assert!(matches!(refused, Err(Error::Complaint(_))), "{file:?} {refused:?}");
    }
    assert_eq!(desk.lines().await, before);
}

#[tokio::test]
async fn only_the_drafting_office_changes_a_draft_and_only_while_it_is_one() {
    let mut desk = Desk::with_offices().await;
    desk.uploads(MIXED).await;
    let row = desk.lines().await[0].id;
    desk.issuer.role = Role::Auditor;
    assert_eq!(refusal(desk.tries(MIXED, false).await), Refusal::NotAllowed);
    desk.issuer.role = Role::Issuer;
    let own = desk.issuer.office.id;
    desk.issuer.office.id = desk.office("20").await;
    assert_eq!(refusal(desk.tries(MIXED, false).await), Refusal::NotFound);
    desk.issuer.office.id = own;
    let other = CircularId(desk.draft.0 + 1);
    assert_eq!(refusal(drop_row(&desk.app, &desk.issuer, other, row).await), Refusal::NotFound);
    let tx = desk.app.db.begin().await.expect("a turn");
    testing::issue(&tx, desk.draft).await;
    tx.commit().await.expect("kept");
    assert_eq!(refusal(desk.tries(MIXED, false).await), Refusal::NotADraft);
    assert_eq!(refusal(drop_row(&desk.app, &desk.issuer, desk.draft, row).await), Refusal::NotADraft);
}

#[tokio::test]
async fn an_audience_includes_the_offices_above() {
    let desk = Desk::with_offices().await;
    let put = async |audience| put_audience(&desk.app, &desk.issuer, desk.draft, audience).await;
    assert_eq!(put(Audience::Tier(Tier::Province)).await.expect("kept"), reached(76, 0, 0, 0));
    assert_eq!(put(Audience::Tier(Tier::Local)).await.expect("kept"), reached(2, 5, 0, 0));
    assert_eq!(put(Audience::Tier(Tier::School)).await.expect("kept"), reached(2, 3, 4, 1));
    let list = Audience::Offices(vec!["X4".into(), "5200202".into(), "23".into(), "X4".into()]);
    assert_eq!(put(list).await.expect("kept"), reached(2, 2, 1, 0));
    assert_eq!(refusal(put(Audience::Tier(Tier::Department)).await).code(), "malformed");
    assert_eq!(refusal(put(Audience::Offices(vec![])).await), Refusal::NobodyToReach);
    let unknown = Audience::Offices(vec!["20".into(), "nobody".into()]);
    assert_eq!(refusal(put(unknown).await), Refusal::UnknownOffice { code: "nobody".into() });
    let members = [desk.office("X1").await, desk.office("6200203").await];
    let tx = desk.app.db.begin().await.expect("a turn");
    let mine = testing::group(&tx, desk.issuer.office.id, &members).await;
    let others = testing::group(&tx, members[1], &members).await;
    tx.commit().await.expect("kept");
    assert_eq!(put(Audience::Group(mine)).await.expect("kept"), reached(1, 2, 1, 0));
    assert_eq!(refusal(put(Audience::Group(others)).await).code(), "malformed");
    let tree = audience::tree(&desk.app.db, desk.draft, None).await.expect("a tree");
    assert_eq!((tree.len(), tree[0].below.len()), (1, 2), "a list before it is a list no more");
    assert_eq!(tree[0].below.iter().map(|local| local.below.len()).sum::<usize>(), 1);
}

#[tokio::test]
async fn the_roster_stays_as_it_was_on_the_day_of_issue() {
    let desk = Desk::with_offices().await;
    desk.uploads(MIXED).await;
    let tx = desk.app.db.begin().await.expect("a turn");
    roster_schools::take_snapshot(&tx, desk.draft).await.expect("kept");
    tx.commit().await.expect("kept");
    let renamed = crate::actions::testing::SCHOOLS.replace("วัดน้ำใส", "วัดอื่น");
    crate::actions::import_offices(&desk.app, renamed.into(), None).await.expect("renamed");
    let schools = roster_schools::schools(&desk.app.db, desk.draft).await.expect("schools");
    assert_eq!(schools.len(), 1);
    let school = &schools[0];
    assert_eq!(school.school, "โรงเรียนเทศบาล 1 (วัดน้ำใส)");
    assert_eq!((school.local.as_str(), school.local_code.as_str()), ("เทศบาลตำบลสมมุติ", "5200101"));
    assert_eq!((school.district.as_str(), school.province.as_str()), ("เมืองชลบุรี", "ชลบุรี"));
}

#[tokio::test]
async fn a_local_administration_that_ended_hands_its_schools_and_letters_on() {
    let desk = Desk::with_offices().await;
    let list = Audience::Offices(vec!["5200101".into()]);
    put_audience(&desk.app, &desk.issuer, desk.draft, list).await.expect("kept");
    let merged = "budget_years,name_th,to_type_th,dla_code_2566,stable_key,predicted_new_dla_code\n\
        2565>2566,สมมุติ,ยุบรวมเป็น เทศบาลตำบลยกฐานะ,5200101,200101,\n";
    crate::actions::import_offices(&desk.app, merged.into(), None).await.expect("merged");
    let (successor, school) = (desk.office("5200202").await, desk.office("X1").await);
    let school = offices::find(&desk.app.db, school).await.expect("a reading").expect("the school");
    assert_eq!(school.parent_id, Some(successor));
    let tree = audience::tree(&desk.app.db, desk.draft, Some("20")).await.expect("a tree");
    assert_eq!(tree[0].below[0].office.id, successor);
    let past = registry::past_names(&desk.app.db, successor).await.expect("history");
    assert!(past.is_empty(), "the successor's own name is what it was");
}

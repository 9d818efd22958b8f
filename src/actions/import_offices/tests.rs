//! Registry files, invented and real, taken into a database.

use std::time::Instant;

use super::*;
use crate::actions::testing::{Desk, LOCALS, SCHOOLS, real};
use crate::app::Error;
use crate::domain::actor::Scope;
use crate::domain::office::{LocalKind, Tier};
use crate::store::offices::{self, Search};

const CHANGES: &str = "budget_years,name_th,to_type_th,dla_code_2566,stable_key,predicted_new_dla_code\n\
    2566>2567,ยกฐานะ,เทศบาลเมือง,5200202,200202,4200202\n\
    2566>2567,ตัวอย่าง,ยุบรวมเป็น เทศบาลเมืองยกฐานะ,6200203,200203,\n\
    2569>2570,สมมุติ,เทศบาลเมือง,5200101,200101,4200101\n\
    2566>2567,ไม่มี,เทศบาลเมือง,5200999,200999,4200999\n";

async fn import(desk: &Desk, file: impl Into<Vec<u8>>) -> ImportReport {
    import_offices(&desk.app, file.into(), None).await.expect("a registry file")
}

fn counts(report: &ImportReport) -> [usize; 6] {
    let ImportReport { added, changed, renamed, merged, unchanged, outdated, .. } = *report;
    [added, changed, renamed, merged, unchanged, outdated]
}

#[tokio::test]
async fn the_department_and_its_offices_ship_with_the_program() {
    let desk = Desk::bare().await;
    crate::actions::seed_registry(&desk.app).await.expect("again");
    let counts = offices::counts(&desk.app.db).await.expect("counts");
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [(Tier::Department, 1), (Tier::Province, 76)]);
    let provinces = offices::provinces(&desk.app.db).await.expect("provinces");
    assert_eq!(
        (provinces[0].name.as_str(), provinces[0].short_name.as_str()),
        ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกระบี่", "สถจ.กระบี่")
    );
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let desk = Desk::with_offices().await;
    assert_eq!(counts(&import(&desk, LOCALS).await), [0, 0, 0, 0, 5, 0]);
    assert_eq!(counts(&import(&desk, SCHOOLS).await), [0, 0, 0, 0, 5, 0]);
    let local = desk.office("5200101").await;
    let schools = offices::children(&desk.app.db, local).await.expect("schools");
    assert_eq!(schools.iter().map(|school| school.code.as_str()).collect::<Vec<_>>(), ["X1", "X3"]);
}

#[tokio::test]
async fn a_new_name_keeps_the_old_one_in_the_history_and_an_older_file_does_not_bring_it_back() {
    let desk = Desk::with_offices().await;
    let renamed = LOCALS.replace("TAO,ตัวอย่าง", "TAO,ตัวอย่างใหม่").replace("เมืองตราด", "เขาสมิง");
    assert_eq!(counts(&import(&desk, renamed.as_str()).await), [0, 1, 1, 0, 3, 0]);
    let office = desk.office("6200203").await;
    let past = registry::past_names(&desk.app.db, office).await.expect("history");
    assert_eq!((past.len(), past[0].name_th.as_str()), (1, "องค์การบริหารส่วนตำบลตัวอย่าง"));
    assert_eq!(past[0].valid_to, desk.app.clock.today());
    assert_eq!(counts(&import(&desk, LOCALS).await), [0, 1, 0, 0, 3, 1]);
}

#[tokio::test]
async fn changes_of_status_keep_the_office_and_its_past_codes() {
    let desk = Desk::with_offices().await;
    let (raised, merged) = (desk.office("5200202").await, desk.office("6200203").await);
    assert_eq!(counts(&import(&desk, CHANGES).await), [0; 6], "none is in force in May 2566");
    desk.app.clock.set("2023-10-01T01:00:00Z".parse().expect("a moment"));
    let report = import(&desk, CHANGES).await;
    assert_eq!(counts(&report), [0, 0, 1, 1, 0, 0]);
    let faults: Vec<_> =
        report.rejected.iter().map(|row| (row.line, row.column.as_str(), row.reason.as_str())).collect();
    assert_eq!(faults, [(4, "budget_years", "not_in_force"), (5, "dla_code_2566", "unknown_office")]);
    let office = offices::find(&desk.app.db, raised).await.expect("a reading").expect("the office");
    assert_eq!((office.code.as_str(), office.kind), ("4200202", Some(LocalKind::Town)));
    for code in ["4200202", "5200202", "6200203", "1200202"] {
        assert_eq!(desk.office(code).await, raised, "{code}");
    }
    let past = registry::past_names(&desk.app.db, raised).await.expect("history");
    assert_eq!((past[0].code.as_str(), past[0].valid_to.to_string().as_str()), ("5200202", "2023-10-01"));
    assert!(offices::find(&desk.app.db, merged).await.expect("a reading").is_some(), "it is kept");
    assert_eq!(counts(&import(&desk, CHANGES).await), [0, 0, 0, 0, 2, 0]);
    assert_eq!(counts(&import(&desk, LOCALS).await), [0, 0, 0, 0, 3, 2], "the old file is older");
}

#[tokio::test]
async fn a_row_that_does_not_fit_is_told_by_line_and_column() {
    let desk = Desk::with_offices().await;
    let report = import(
        &desk,
        "tier,code,parent_code,name_th\n\
         local,6990101,99,อบต.แดนไกล\n\
         school,6200203,5200101,โรงเรียนรหัสซ้ำ\n\
         school,N1,5209999,โรงเรียนรอสังกัด\n",
    )
    .await;
    let faults: Vec<_> =
        report.rejected.iter().map(|row| (row.line, row.column.as_str(), row.reason.as_str())).collect();
    assert_eq!(faults, [(2, "parent_code", "unknown_parent"), (3, "code", "code_taken")]);
    let school = offices::find_by_code(&desk.app.db, "N1").await.expect("a reading").expect("kept");
    assert_eq!((school.parent_id, school.province_code.as_deref()), (None, Some("20")));
}

#[tokio::test]
async fn what_is_no_registry_changes_nothing() {
    let desk = Desk::with_offices().await;
    let refused = import_offices(&desk.app, "ที่,โรงเรียน\n1,ก\n".into(), None).await;
    assert!(matches!(refused, Err(Error::Complaint(_))), "{refused:?}");
}

#[tokio::test]
async fn offices_are_found_by_words_within_a_scope_and_page_by_page() {
    let desk = Desk::with_offices().await;
    let all = Search { text: "", tier: Some(Tier::Local), scope: None, after: None, limit: 2 };
    let mut found = offices::search(&desk.app.db, all).await.expect("a page");
    while found.len() < 5 {
        let after = found.last().map(|office| office.id);
        let page = offices::search(&desk.app.db, Search { after, ..all }).await.expect("a page");
        assert!(!page.is_empty());
        found.extend(page);
    }
    assert_eq!(found.iter().map(|office| office.id).collect::<std::collections::HashSet<_>>().len(), 5);
    let find = async |text: &str, scope: Option<&Scope>| {
        let wanted = Search { text, tier: None, scope, after: None, limit: 10 };
        let found = offices::search(&desk.app.db, wanted).await.expect("a page");
        found.into_iter().map(|office| office.code).collect::<Vec<_>>()
    };
    assert_eq!(find("ทต. สมมุติ บ้านบึง", None).await, ["5200201"]);
    assert_eq!(find("นํ้าใส ๑", None).await, ["X1", "X2"]);
    assert_eq!(find("%", None).await, Vec::<String>::new());
    let trat = Scope::Province { office: desk.office("23").await, province: "23".into() };
    assert_eq!(find("เทศบาล", Some(&trat)).await, ["4230101", "X4"]);
    let local = Scope::Local(desk.office("5200201").await);
    assert_eq!(find("", Some(&local)).await, ["5200201", "X2"]);
}

#[tokio::test]
async fn the_real_registry_comes_in_within_seconds_and_keeps_its_keys_through_an_upgrade() {
    let (Some(locals), Some(schools), Some(changes)) =
        (real("laos.csv"), real("schools.csv"), real("lao-status-changes-2568-2570.csv"))
    else {
        return;
    };
    let desk = Desk::bare().await;
    let began = Instant::now();
    assert_eq!(counts(&import(&desk, locals.clone()).await), [7_849, 0, 0, 0, 0, 0]);
    eprintln!("7,849 offices in {:?}", began.elapsed());
    assert_eq!(counts(&import(&desk, schools.clone()).await), [1_359, 0, 0, 0, 0, 0]);
    let began = Instant::now();
    assert_eq!(counts(&import(&desk, locals.clone()).await), [0, 0, 0, 0, 7_849, 0]);
    eprintln!("again in {:?}", began.elapsed());
    let before = desk.office("5640904").await;
    desk.app.clock.set("2026-11-01T00:00:00Z".parse().expect("a moment"));
    let report = import(&desk, changes.clone()).await;
    assert_eq!((counts(&report), report.rejected), ([0, 0, 34, 1, 0, 0], Vec::new()));
    assert_eq!(desk.office("4640904").await, before);
    assert_eq!(desk.office("5640904").await, before);
    assert_eq!(desk.office("5310103").await, desk.office("3310102").await, "merged");
    assert_eq!(counts(&import(&desk, changes).await), [0, 0, 0, 0, 35, 0]);
    assert_eq!(counts(&import(&desk, locals).await), [0, 0, 0, 0, 7_814, 35]);
    assert_eq!(counts(&import(&desk, schools).await), [0, 0, 0, 0, 1_359, 0]);
    let counts = offices::counts(&desk.app.db).await.expect("counts");
    assert_eq!((counts[&Tier::Local], counts[&Tier::School]), (7_848, 1_359));
}

//! Enclosures as a drafter meets them.

use futures_util::stream;

use super::{add_enclosure, add_enclosure_version, remove_enclosure, rename_enclosure};
use crate::app::{App, Chance, Clock, Config, Error, Limits, Result};
use crate::domain::actor::{Actor, Role as Post};
use crate::domain::enclosure::{Enclosure, Role};
use crate::domain::event::What;
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::letter::Reading;
use crate::domain::refusal::Refusal;
use crate::store::testing::{Country, make_country, make_officer};
use crate::store::{self, by_hand};

struct Desk {
    app: App,
    issuer: Actor,
    draft: CircularId,
    _folder: tempfile::TempDir,
}

impl Desk {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = Config {
            program: None,
            database_url: None,
            listen: "127.0.0.1:0".to_owned(),
            base_url: None,
            data_dir: folder.path().to_owned(),
            files_url: None,
            secret_key: None,
            reference_prefix: "มท 0816.3".to_owned(),
            migrate: true,
            limits: Limits { public: 0, wrong_codes: 0, sign_in: 0 },
        };
        let app = App::open_with(config, Clock::system(), Chance::seeded(7)).await.expect("an app");
        let tx = app.db.begin().await.expect("a turn");
        let country = Country { provinces: 1, locals: 1, schools: 1 };
        make_country(&tx, country).await.expect("a country");
        let issuer = make_officer(&tx, "DLA", Post::Issuer).await.expect("an issuer");
        let (title, letter, now) = ("เรื่องตัวอย่าง", Reading::default(), app.clock.now());
        let draft = store::circulars::insert(&tx, issuer.office.id, issuer.officer, title, "", &letter, now)
            .await
            .expect("a draft");
        tx.commit().await.expect("kept");
        Self { app, issuer, draft, _folder: folder }
    }

    async fn encloses(&self, role: Role, title: &str, filename: &str, bytes: &[u8]) -> Result<Enclosure> {
        let chunks: Vec<Result<Vec<u8>, std::io::Error>> =
            bytes.chunks(1000).map(|c| Ok(c.to_vec())).collect();
        let stream = stream::iter(chunks);
        add_enclosure(&self.app, &self.issuer, self.draft, role, title, filename, stream).await
    }

    async fn replaces(&self, old: &Enclosure, filename: &str, bytes: &'static [u8]) -> Result<Enclosure> {
        let stream = stream::iter([Ok::<_, std::io::Error>(bytes)]);
        add_enclosure_version(&self.app, &self.issuer, self.draft, old.id, filename, stream).await
    }

    async fn listed(&self) -> Vec<Enclosure> {
        store::enclosures::of_circular(&self.app.db, self.draft).await.expect("a list")
    }

    async fn issued_by_hand(&self) {
        let sql = "UPDATE circulars SET state = 'issued', number = 1, number_year = 2569, reference = 'มท 1/ว 1',
            dated = '2026-01-01', issued_at = created_at, issued_by = 1, issued_by_name = 'x', link = 'R7KM42XD',
            letter_hash = ''";
        by_hand::run(&self.app.db, sql).await;
    }
}

fn code(result: Result<Enclosure>) -> String {
    match result {
        Ok(_) => "done".into(),
        Err(Error::Complaint(complaint)) => complaint.code,
        Err(Error::Refused(refusal)) => refusal.code().into(),
        Err(error) => error.to_string(),
    }
}

const TABLE: &[u8] = "ที่,โรงเรียน\n1,โรงเรียนตัวอย่าง\n2,โรงเรียนสมมุติ\n".as_bytes();

#[tokio::test]
async fn a_drafter_encloses_a_table_and_a_text_and_finds_them_listed() {
    let desk = Desk::new().await;
    let other =
        desk.encloses(Role::Other, "", "หมายเหตุ.docx", "ข้อความล้วน".as_bytes()).await.expect("enclosed");
    let roster = desk.encloses(Role::Roster, "บัญชีรายชื่อ", "C:\\x\\roster", TABLE).await.expect("enclosed");
    assert_eq!((other.title.as_str(), other.current.filename.as_str()), ("หมายเหตุ", "หมายเหตุ.txt"));
    assert_eq!(roster.current.filename, "roster.csv");
    assert_eq!(roster.current.pages, Some(3));
    assert_eq!(desk.listed().await, [roster.clone(), other.clone()]);
    let by_link = store::enclosures::find_by_link(&desk.app.db, &roster.link).await.expect("a look");
    assert_eq!(by_link.map(|found| found.id), Some(roster.id));
    assert!(desk.app.files.read(&roster.current.sha256).await.is_ok());

    rename_enclosure(&desk.app, &desk.issuer, desk.draft, other.id, "หมายเหตุแนบท้าย").await.expect("renamed");
    remove_enclosure(&desk.app, &desk.issuer, desk.draft, roster.id).await.expect("taken out");
    let left: Vec<String> = desk.listed().await.into_iter().map(|one| one.title).collect();
    assert_eq!(left, ["หมายเหตุแนบท้าย"]);
}

#[tokio::test]
async fn a_file_that_cannot_be_enclosed_is_refused_and_leaves_nothing() {
    let desk = Desk::new().await;
    assert_eq!(
        code(desk.encloses(Role::Other, "", "a.pdf", b"<html><body>hello</body></html>").await),
        "file_is_web_page"
    );
    assert_eq!(code(desk.encloses(Role::Other, "", "a.pdf", b"").await), "file_empty");
    assert_eq!(
        code(desk.encloses(Role::Other, "", "a.png", b"\x89PNG\r\n\x1a\nbroken").await),
        "picture_unreadable"
    );
    assert_eq!(code(desk.encloses(Role::Other, &"ก".repeat(300), "a.csv", TABLE).await), "too_long");
    let much = stream::iter((0..51).map(|_| Ok::<_, std::io::Error>(vec![b'a'; 1_000_000])));
    let large = add_enclosure(&desk.app, &desk.issuer, desk.draft, Role::Other, "", "ใหญ่.txt", much).await;
    assert_eq!(code(large), "file_too_large");
    let halves = stream::iter([Ok(TABLE), Err(std::io::Error::other("the line was cut"))]);
    let broken = add_enclosure(&desk.app, &desk.issuer, desk.draft, Role::Other, "", "a.csv", halves).await;
    assert_eq!(code(broken), "upload_broken_off");
    assert_eq!(desk.listed().await, []);
}

#[tokio::test]
async fn after_issue_a_better_scan_takes_the_place_of_the_first_on_record() {
    let desk = Desk::new().await;
    let first = desk.encloses(Role::Handbook, "คู่มือ", "คู่มือ.txt", "ฉบับแรก".as_bytes()).await.expect("enclosed");
    assert_eq!(code(desk.replaces(&first, "x.csv", TABLE).await), "not_issued");
    desk.issued_by_hand().await;
    assert_eq!(code(desk.encloses(Role::Other, "", "x.csv", TABLE).await), "not_a_draft");
    let removal = remove_enclosure(&desk.app, &desk.issuer, desk.draft, first.id).await;
    assert!(matches!(removal, Err(Error::Refused(Refusal::NotADraft))));

    let better = desk.replaces(&first, "คู่มือ 2.csv", TABLE).await.expect("replaced");
    assert_eq!((better.current.version, better.link.clone()), (2, first.link.clone()));
    assert_eq!(better.older, std::slice::from_ref(&first.current));
    assert_eq!(desk.listed().await, std::slice::from_ref(&better));
    assert!(desk.app.files.read(&first.current.sha256).await.is_ok());
    let events = store::events::of_circular(&desk.app.db, desk.draft, 0, 9).await.expect("events");
    let sha256 = better.current.sha256.clone();
    assert_eq!(events[0].event.what, What::EnclosureReplaced { enclosure: first.id, version: 2, sha256 });
    assert_eq!(events[0].event.by.officer, Some(desk.issuer.officer));
}

#[tokio::test]
async fn an_auditor_and_a_stranger_enclose_nothing() {
    let mut desk = Desk::new().await;
    desk.issuer.role = Post::Auditor;
    assert_eq!(code(desk.encloses(Role::Other, "", "x.csv", TABLE).await), "not_allowed");
    desk.issuer.role = Post::Issuer;
    desk.issuer.office.id = OfficeId(2);
    assert_eq!(code(desk.encloses(Role::Other, "", "x.csv", TABLE).await), "not_found");
}

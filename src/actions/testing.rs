//! A department with a draft, over a small invented registry or the real one, for the tests of these actions.

use tempfile::TempDir;

use super::{RosterReport, import_offices, put_roster, seed_registry};
use crate::app::{App, Result, testing};
use crate::domain::actor::{ActingOffice, Actor, Role};
use crate::domain::ids::{AppointmentId, CircularId, OfficeId};
use crate::domain::roster::Outcome;
use crate::store::rosters::{self, RosterLine};
use crate::store::{offices, testing as kept};

/// Five invented local administrations of two provinces, two of them namesakes.
pub(super) const LOCALS: &str = "dla_code,type,name_th,district_th,province_code\n\
    5200101,SUBDISTRICT,สมมุติ,เมืองชลบุรี,20\n\
    5200201,SUBDISTRICT,สมมุติ,บ้านบึง,20\n\
    5200202,SUBDISTRICT,ยกฐานะ,บ้านบึง,20\n\
    6200203,TAO,ตัวอย่าง,บ้านบึง,20\n\
    4230101,TOWN,เมืองทดลอง,เมืองตราด,23\n";

/// Their invented schools; the last one's local administration is not known.
pub(super) const SCHOOLS: &str = "school_key,name_th,lao_dla_code,district_th,province_code\n\
    X1,โรงเรียนเทศบาล 1 (วัดน้ำใส),5200101,,20\n\
    X2,โรงเรียนเทศบาล 1 (วัดน้ำใส),5200201,,20\n\
    X3,โรงเรียนเทศบาล 2 วัดสมมุติ,5200101,,20\n\
    X4,โรงเรียนเทศบาลทดลอง,4230101,,23\n\
    X5,โรงเรียนไร้สังกัด,,บ้านบึง,20\n";

/// An issuer of the department with an empty draft.
pub(super) struct Desk {
    pub app: App,
    pub issuer: Actor,
    pub draft: CircularId,
    _folder: TempDir,
}

impl Desk {
    /// Over the offices that ship with the program alone.
    pub async fn bare() -> Self {
        let (app, folder) = testing::app().await;
        seed_registry(&app).await.expect("the department");
        let office = offices::find_by_code(&app.db, "DLA").await.expect("a reading").expect("the department");
        let tx = app.db.begin().await.expect("a turn");
        let officer = kept::officer(&tx, "issuer@example.go.th", app.clock.now()).await;
        let draft = kept::draft(&tx, office.id, officer, app.clock.now()).await;
        tx.commit().await.expect("kept");
        let office = ActingOffice {
            id: office.id,
            tier: office.tier,
            code: office.code,
            name: office.name,
            short_name: office.short_name,
            province_code: None,
        };
        let issuer = Actor {
            officer,
            name: "นายตัวอย่าง ทดสอบ".into(),
            appointment: AppointmentId(1),
            role: Role::Issuer,
            office,
        };
        Self { app, issuer, draft, _folder: folder }
    }

    /// Over the invented registry.
    pub async fn with_offices() -> Self {
        let desk = Self::bare().await;
        for file in [LOCALS, SCHOOLS] {
            let report = import_offices(&desk.app, file.into(), None).await.expect("a registry file");
            assert_eq!((report.added, report.rejected.len()), (5, 0), "{report:?}");
        }
        desk
    }

    pub async fn uploads(&self, roster: &str) -> RosterReport {
        self.tries(roster, false).await.expect("a roster")
    }

    pub async fn tries(&self, roster: &str, add_unknown: bool) -> Result<RosterReport> {
        put_roster(&self.app, &self.issuer, self.draft, roster.into(), None, add_unknown).await
    }

    pub async fn office(&self, code: &str) -> OfficeId {
        offices::find_by_code(&self.app.db, code).await.expect("a reading").expect(code).id
    }

    pub async fn lines(&self) -> Vec<RosterLine> {
        rosters::lines(&self.app.db, self.draft).await.expect("rows")
    }

    /// Codes of the matched rows' schools, in the order of the file; a row that is not matched has none.
    pub async fn codes(&self) -> Vec<Option<String>> {
        let mut codes = Vec::new();
        for line in self.lines().await {
            codes.push(match line.outcome {
                Outcome::Matched { school_id } => {
                    let school = offices::find(&self.app.db, OfficeId(school_id)).await.expect("a reading");
                    school.map(|school| school.code)
                }
                _ => None,
            });
        }
        codes
    }
}

/// A file of the real data; none, saying so, in a clone without it.
pub(super) fn real(name: &str) -> Option<Vec<u8>> {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    bytes
}

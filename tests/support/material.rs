//! What the long journey is made of: the real letter and the real roster where that folder lies beside the project,
//! else a letter and a roster of the project's own.

use std::path::{Path, PathBuf};

use wian::actions;

use super::app::TestApp;
use super::country;

/// A letter, its roster and what is to come of them.
pub struct Material {
    /// The letter's text.
    pub letter: String,
    /// The roster's file.
    pub roster: PathBuf,
    /// Its schools.
    pub schools: usize,
    /// The provinces that they lie in.
    pub provinces: usize,
    _folder: tempfile::TempDir,
}

const OWN_LETTER: &str = "ถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามรายชื่อจังหวัดแนบท้าย)\n\n\
    ด้วยกรมตัวอย่างจัดโครงการโรงเรียนตัวอย่าง มีโรงเรียนเข้าร่วม จำนวน 3 แห่ง และจะจัดประชุมออนไลน์ ระหว่างวันที่ \
    9 - 10 กันยายน 2566 จึงขอให้จังหวัดแจ้งโรงเรียนส่งผลงานทางอีเมล works@example.go.th ตั้งแต่วันที่ 1 มิถุนายน - 28 \
    กรกฎาคม 2566 ทั้งนี้ ดาวน์โหลดรายชื่อโรงเรียนและคู่มือได้ตาม QR Code ท้ายหนังสือนี้\n\nกรมตัวอย่าง\n   พฤษภาคม 2566\n\
    กองตัวอย่างการศึกษา\nกลุ่มงานตัวอย่าง\nโทร. 0 2000 0123 ต่อ 45\n";

const OWN_ROSTER: &str =
    "ที่,โรงเรียน,อปท.\n1,รร.ตัวอย่าง 1,ทม.ตัวอย่างหนึ่ง\n2,รร.ตัวอย่าง 2,ทม.ตัวอย่างหนึ่ง\n3,รร.ตัวอย่าง 3,ทต.ตัวอย่างสาม\n";

/// Fills the registry of an app without offices, and gives what is sent through it.
pub async fn prepare(app: &TestApp) -> Material {
    let folder = tempfile::tempdir().expect("a folder");
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let letter = std::fs::read_to_string(shared.join("letters/dla-quality-schools-2566.txt"));
    let registry = ["laos.csv", "schools.csv"].map(|name| std::fs::read(shared.join("data").join(name)).ok());
    let (Ok(letter), [Some(locals), Some(schools)]) = (letter, registry) else {
        eprintln!(
            "the folder of real data is not here: the journey goes with the project's own letter and roster"
        );
        country::make(&app.app.config.database_url()).await.expect("offices");
        let roster = folder.path().join("roster.csv");
        std::fs::write(&roster, OWN_ROSTER).expect("a roster");
        return Material { letter: OWN_LETTER.to_owned(), roster, schools: 3, provinces: 2, _folder: folder };
    };
    actions::seed_registry(&app.app).await.expect("the offices that ship with the program");
    for file in [locals, schools] {
        actions::import_offices(&app.app, file, None).await.expect("a registry file");
    }
    let roster = shared.join("data/roster-102.csv");
    Material { letter, roster, schools: 102, provinces: 60, _folder: folder }
}

//! A database with the country, a letter on its way to every school, and drafts to be issued.

use std::path::PathBuf;

use clap::Parser;
use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};
use tempfile::TempDir;
use wian::actions::{self, Draft, Issuance, NewOfficer};
use wian::app::{App, Config};
use wian::domain::actor::{Actor, Role};
use wian::domain::circular::Audience;
use wian::domain::code::secret_link;
use wian::domain::ids::{CircularId, DeliveryId};
use wian::domain::office::Tier;
use wian::letters::reading;
use wian::store::officers;

use super::scale::Scale;
use super::{Result, country};

const ISSUER: &str = "issuer@example.go.th";

const LETTER: &str = "ที่ มท 0999.1/ว\n\nด่วนมาก\n\nถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด\n\n\
    ด้วยกรมตัวอย่างจะสำรวจความพร้อมของสถานศึกษา จึงขอให้แจ้งสถานศึกษาในสังกัดส่งผลงานทางอีเมล survey@example.go.th \
    ภายในวันที่ 28 กรกฎาคม 2570 รายละเอียดตาม QR Code ท้ายหนังสือนี้\n\nกรมตัวอย่าง\nพฤษภาคม 2570\nกองตัวอย่าง\n\
    โทร. 0 2000 0000 ต่อ 1234\n";

/// What the run is about.
pub struct Stage {
    /// How large it is.
    pub scale: Scale,
    /// The data folder, which goes when this is dropped.
    pub folder: TempDir,
    /// The public page of the letter.
    pub page: String,
    /// Pages behind the secret links of all schools.
    pub schools: Vec<String>,
    /// Drafts of letters to all provincial offices and local administrations.
    pub drafts: Vec<CircularId>,
    /// What a program that acts for the issuer sends with its requests.
    pub token: String,
    /// Deliveries that each of the drafts will make.
    pub reach: usize,
}

impl Stage {
    /// The file of the database.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("wian.db")
    }
}

#[derive(Debug, Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

/// Sets it, by what the program itself does and not through its pages.
pub async fn set(scale: Scale) -> Result<Stage> {
    println!("making the country");
    let folder = tempfile::tempdir()?;
    let mut config = Settings::parse_from(["load"]).config;
    config.data_dir = folder.path().to_owned();
    let app = App::open(config).await?;
    actions::seed_registry(&app).await?;
    let locals = country::locals(scale);
    for file in [country::locals_csv(&locals), country::schools_csv(scale, &locals)] {
        let report = actions::import_offices(&app, file, None).await?;
        if !report.rejected.is_empty() {
            return Err(format!("{} rows were rejected", report.rejected.len()).into());
        }
    }
    let new = NewOfficer {
        email: ISSUER,
        name: "นางสาวตัวอย่าง ออกหนังสือ",
        office: "DLA",
        role: Role::Issuer,
        password: None,
    };
    actions::add_officer(&app, None, new).await?;
    let token = actions::create_token(&app, ISSUER, "load").await?;
    let issuer = officers::posts(&app.db, ISSUER).await?.into_iter().next().ok_or("an issuer")?.actor;

    let first = draft(&app, &issuer, Tier::School).await?;
    let how = Issuance { dated: None, accept_warnings: true };
    let sent = actions::issue(&app, &issuer, first, how).await?;
    let mut drafts = Vec::new();
    for _ in 0..3 {
        drafts.push(draft(&app, &issuer, Tier::Local).await?);
    }
    let schools = links(&app, &folder).await?;
    app.db.clone().close().await?;
    let page = format!("/L/{}", sent.issued.link);
    let reach = locals.len() + 76;
    Ok(Stage { scale, folder, page, schools, drafts, token, reach })
}

async fn draft(app: &App, issuer: &Actor, tier: Tier) -> Result<CircularId> {
    let (letter, _, source) = reading::of(LETTER.as_bytes(), Some("text/plain"))?;
    let new = Draft {
        register_title: "การสำรวจตัวอย่าง".to_owned(), source, letter
    };
    let id = actions::create_draft(app, issuer, new).await?.id;
    actions::put_audience(app, issuer, id, Audience::Tier(tier)).await?;
    Ok(id)
}

/// The pages behind every school's secret link.
async fn links(app: &App, folder: &TempDir) -> Result<Vec<String>> {
    let db = Database::connect(format!("sqlite://{}", folder.path().join("wian.db").display())).await?;
    let sql = "SELECT id FROM deliveries WHERE tier = 'school' ORDER BY id";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let ids: Vec<i64> =
        rows.iter().map(|row| row.try_get("", "id")).collect::<std::result::Result<_, _>>()?;
    db.close().await?;
    let page = |id: i64| format!("/S/{}", secret_link(DeliveryId(id), app.secret.bytes()));
    Ok(ids.into_iter().map(page).collect())
}

//! A circular on its way in the invented country: issued by the department, and taken as far down as a test asks.

use wian::actions::{self, Draft, Issuance, ReceiveNumber};
use wian::app::App;
use wian::domain::actor::{Actor, Role};
use wian::domain::code::{Code, secret_link, slip_code};
use wian::domain::enclosure;
use wian::domain::ids::{CircularId, DeliveryId};
use wian::letters::reading;
use wian::store::fan_out::Below;
use wian::store::{deliveries, officers, offices};

use super::app::TestApp;

/// A letter of our own words, with a coordinator who has a name and a mobile.
pub const LETTER: &str = "ที่ มท 0999.1/ว

ด่วนมาก

ถึง  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (ตามรายชื่อจังหวัดแนบท้าย)

ด้วยกรมตัวอย่างจัดประกวดสวนสมมุติของโรงเรียน จำนวน 3 แห่ง และจะจัดงานแสดงผลงาน ระหว่างวันที่ 9 - 10 กันยายน 2566

จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่น ส่งผลงานทางอีเมล garden2@example.go.th ตั้งแต่วันที่ 1 มิถุนายน - 28 กรกฎาคม 2566 รายละเอียดตาม QR Code ท้ายหนังสือนี้

กรมตัวอย่าง
พฤษภาคม 2566
กองตัวอย่าง
กลุ่มงานตัวอย่าง
โทร. ๐ ๒๐๐๐ ๐๑๒๓ ต่อ 45
ไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th
ผู้ประสานงาน : สมมุติ ใจตัวอย่าง โทร. 089-1112233
";

pub const ROSTER: &str =
    "ที่,รหัสโรงเรียน,โรงเรียน\n1,S1,โรงเรียนตัวอย่าง ๑\n2,S2,โรงเรียนตัวอย่าง ๒\n3,S3,โรงเรียนตัวอย่าง ๓\n";

/// What stands in the handbook.
pub const HANDBOOK: &str = "คู่มือการประกวดสวนสมมุติ";

/// The circular and its public code.
pub struct Story<'a> {
    app: &'a App,
    /// The circular.
    pub circular: CircularId,
    /// The code of its public page.
    pub code: Code,
}

impl<'a> Story<'a> {
    /// The circular, passed on by officers of the northern province and of its first local administration.
    pub async fn sent_to_schools(app: &'a TestApp) -> Self {
        let story = Self::issued(app).await;
        for office in ["90", "4900101"] {
            app.appoints(office, Role::Officer).await;
            story.passes(office).await;
        }
        story
    }

    /// The circular issued to the three schools, with a handbook.
    pub async fn issued(app: &'a TestApp) -> Self {
        app.appoints("DLA", Role::Issuer).await;
        Self::another(app, "ประกวดสวนสมมุติ").await
    }

    /// Another circular of the department to the same schools.
    pub async fn another(app: &'a TestApp, title: &str) -> Self {
        let app = &app.app;
        let issuer = actor(app, "issuer.dla@example.go.th").await;
        let (letter, _, source) = reading::of(LETTER.as_bytes(), Some("text/plain")).expect("a letter");
        let draft = Draft { register_title: title.to_owned(), source, letter };
        let id = actions::create_draft(app, &issuer, draft).await.expect("a draft").id;
        actions::put_roster(app, &issuer, id, ROSTER.into(), None, false).await.expect("a roster");
        let file = futures_util::stream::iter([Ok::<_, std::io::Error>(HANDBOOK.as_bytes())]);
        let (role, name) = (enclosure::Role::Handbook, "คู่มือ ฉบับเต็ม.txt");
        actions::add_enclosure(app, &issuer, id, role, "คู่มือ", name, file).await.expect("a handbook");
        let how = Issuance { dated: None, accept_warnings: true };
        let sent = actions::issue(app, &issuer, id, how).await.expect("an issued circular");
        Self { app, circular: id, code: sent.issued.link }
    }

    /// The delivery at the office with this code.
    pub async fn at(&self, office: &str) -> DeliveryId {
        let office =
            offices::find_by_code(&self.app.db, office).await.expect("a reading").expect("an office");
        let found = deliveries::at_office(&self.app.db, self.circular, office.id).await.expect("a reading");
        found.expect("a delivery").id
    }

    /// The office's officer, appointed before, receives and forwards to everybody below.
    pub async fn passes(&self, office: &str) {
        let officer = actor(self.app, &format!("officer.{office}@example.go.th")).await;
        let id = self.at(office).await;
        actions::receive(self.app, &officer, id, &ReceiveNumber::Next).await.expect("received");
        actions::forward(self.app, &officer, id, &Below::All).await.expect("forwarded");
    }

    /// The address of the page behind a school's secret link.
    pub async fn secret_page(&self, school: &str) -> String {
        format!("/S/{}", secret_link(self.at(school).await, self.app.secret.bytes()))
    }

    /// The code on a school's slip, as it is printed.
    pub async fn slip(&self, school: &str) -> String {
        slip_code(self.at(school).await, self.app.secret.bytes()).grouped()
    }

    /// The letter's public page.
    pub fn public_page(&self) -> String {
        format!("/L/{}", self.code)
    }
}

/// Who acts under this address.
pub async fn actor(app: &App, email: &str) -> Actor {
    let posts = officers::posts(&app.db, email).await.expect("a reading");
    posts.into_iter().next().unwrap_or_else(|| panic!("nobody is {email}")).actor
}

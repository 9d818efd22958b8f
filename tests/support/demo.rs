//! The demo, with the few things that its story leaves out: a cancelled letter, a roster in trouble, an invitation.

use wian::actions::{self, Draft, Issuance, NewOfficer, ReceiveNumber, Signer, Welcome};
use wian::domain::actor::{Actor, Role};
use wian::domain::circular::Audience;
use wian::domain::code::secret_link;
use wian::domain::ids::{CircularId, DeliveryId};
use wian::domain::office::Tier;
use wian::domain::receipt::{Receipt, ReceiptKey};
use wian::letters::reading;
use wian::store::fan_out::Below;
use wian::store::{circulars, deliveries, enclosures, offices};

use super::app::TestApp;
use super::person::Person;
use super::scan::{photograph, sheet};
use super::story::{LETTER, actor};

/// The password of those who can sign in to the demo.
const PASSWORD: &str = "wian-demo-2569";

/// Rows that no registry can make whole: an unknown local administration, and a school that has another name there.
const TROUBLED: &str = "ที่,ชื่อโรงเรียน,รหัสโรงเรียน,รหัส อปท.\n1,โรงเรียนเทศบาล 1,X4409101-1,4409101\n\
    2,โรงเรียนที่ไม่มีในทะเบียน,,4409101\n3,โรงเรียนที่ไม่มีใครรู้จัก,,\n";

/// A registry file with a row whose office above nobody knows.
const REGISTRY: &str = "tier,code,parent_code,name_th\nschool,X9999999-1,9999999,โรงเรียนสมมุติ\n";

/// The demo as it is served, and what stands in its addresses.
pub struct Demo {
    /// The program.
    pub app: TestApp,
    /// The circular on its way, its draft, a draft whose roster is in trouble, and a cancelled one.
    pub issued: String,
    pub draft: String,
    pub troubled: String,
    pub cancelled: String,
    /// The handbook of the first.
    pub handbook: String,
    /// The public pages of the first and of the cancelled one.
    pub letter: String,
    pub cancelled_letter: String,
    /// Deliveries down one route.
    pub at_province: String,
    pub at_local: String,
    pub at_school: String,
    /// Another circular's delivery at that school, which has reached it.
    pub sent_to_school: String,
    /// Secret pages of schools that have not and that have acknowledged, and the second's delivery.
    pub open_school: String,
    pub done_school: String,
    pub done: String,
    /// Codes of receipts: one that stands, one of which the register says something else today, one of another key.
    pub receipt: String,
    pub changed_receipt: String,
    pub forged_receipt: String,
    /// A local administration in the registry.
    pub office: String,
    /// A registry file that was handed in, with a row that was not accepted.
    pub import: String,
    /// A photograph of a slip that came back to the local administration, on which no code can be read.
    pub scan: String,
    /// An invited officer's token.
    pub invitation: String,
}

impl Demo {
    /// Makes it.
    pub async fn start() -> Self {
        let test = TestApp::demo().await;
        let app = &test.app;
        let ids = circulars::ids_after(&app.db, CircularId(0), 2).await.expect("circulars");
        let [on_its_way, draft] = ids[..] else { panic!("the demo has two circulars: {ids:?}") };
        let link = async |id| {
            let circular = circulars::get(&app.db, id).await.expect("a reading").expect("a circular");
            circular.issued.expect("an issued circular").link.to_string()
        };
        let at = async |code| {
            let office = offices::find_by_code(&app.db, code).await.expect("a reading").expect("an office");
            let found = deliveries::at_office(&app.db, on_its_way, office.id).await.expect("a reading");
            found.expect("a delivery").id
        };
        let tree = deliveries::tree(&app.db, on_its_way).await.expect("a reading").deliveries;
        let school = |acknowledged: bool| {
            let mut schools = tree.iter().filter(|one| one.tier == Tier::School && one.ended.is_none());
            schools.find(|one| one.acknowledged.is_some() == acknowledged).expect("a school").id
        };
        let secret = |id| secret_link(id, app.secret.bytes()).to_string();

        let issuer = actor(app, "issuer@dla.example.go.th").await;
        let troubled = drafted(&test, &issuer, "ประกวดสวนสมมุติ").await;
        actions::put_roster(app, &issuer, troubled, TROUBLED.into(), None, false).await.expect("a roster");
        let cancelled = drafted(&test, &issuer, "ซ้อมแผนสมมุติ").await;
        let everybody = Audience::Tier(Tier::Local);
        actions::put_audience(app, &issuer, cancelled, everybody).await.expect("recipients");
        let how = Issuance { dated: None, accept_warnings: true };
        actions::issue(app, &issuer, cancelled, how).await.expect("issued");
        actions::cancel(app, &issuer, cancelled, "ส่งผิดฉบับ (ตัวอย่าง)").await.expect("cancelled");
        let sent_to_school = Box::pin(sent_to(&test, &issuer, ["40", "4409101", "X4409101-1"])).await;
        let new = NewOfficer {
            email: "invited@dla.example.go.th",
            name: "นายตัวอย่าง รับเชิญ",
            office: "DLA",
            role: Role::Officer,
            password: None,
        };
        let welcome = actions::add_officer(app, None, new).await.expect("an account");
        let Welcome::Invitation { token: invitation, .. } = welcome else {
            panic!("no invitation: {welcome:?}")
        };
        let keeper = actor(app, "administrator@dla.example.go.th").await;
        let import = actions::hand_in_registry(app, &keeper, "อปท.csv", None, REGISTRY.into()).await;
        let import = import.expect("a file");
        actions::take_in_next_registry(app).await.expect("taken in");
        let clerk = actor(app, "officer@local.example.go.th").await;
        let signer = Signer {
            name: String::new(), position: "ผู้อำนวยการสถานศึกษา".to_owned()
        };
        let slip = photograph(&sheet(&[]));
        let scan = actions::take_slips(app, &clerk, on_its_way, "ใบนำส่ง.jpg", slip, signer).await;
        let scan = scan.expect("a scan");
        let local = offices::find_by_code(&app.db, "4409101").await.expect("a reading").expect("an office");
        let receipt = deliveries::get(&app.db, at("40").await).await.expect("a reading");
        let receipt = actions::give_receipt(app, &receipt.expect("a delivery")).await.expect("a receipt");
        let (code, other) = (receipt.code.to_string(), ReceiptKey::from_seed(&[1; 32]));
        let forged = other.seal(&receipt.facts, app.clock.now());
        let changed = Receipt { number: Some("0".to_owned()), ..receipt.facts };
        let changed = app.receipt_key().seal(&changed, app.clock.now());
        let handbook = enclosures::of_circular(&app.db, on_its_way).await.expect("a reading");
        Self {
            issued: on_its_way.to_string(),
            draft: draft.to_string(),
            troubled: troubled.to_string(),
            cancelled: cancelled.to_string(),
            handbook: handbook.first().expect("a handbook").id.to_string(),
            letter: link(on_its_way).await,
            cancelled_letter: link(cancelled).await,
            at_province: at("40").await.to_string(),
            at_local: at("4409101").await.to_string(),
            at_school: at("X4409101-1").await.to_string(),
            sent_to_school: sent_to_school.to_string(),
            open_school: secret(school(false)),
            done_school: secret(school(true)),
            done: school(true).to_string(),
            receipt: code,
            changed_receipt: changed.to_string(),
            forged_receipt: forged.to_string(),
            office: local.id.to_string(),
            import: import.to_string(),
            scan: scan.to_string(),
            invitation,
            app: test,
        }
    }

    /// An address with the names of this demo's things in its places: `/circulars/{issued}`.
    pub fn filled(&self, address: &str) -> String {
        let places = [
            ("issued", &self.issued),
            ("draft", &self.draft),
            ("at_province", &self.at_province),
            ("at_local", &self.at_local),
            ("sent_to_school", &self.sent_to_school),
            ("open_school", &self.open_school),
        ];
        wian::text::fill(address, &places)
    }

    /// One of the demo's people, signed in; nobody in particular where the name is empty.
    pub async fn reader(&self, who: &str) -> Person {
        let person = Person::new(&self.app.base, &format!("{who}.example.go.th"));
        if !who.is_empty() {
            person.signs_in(PASSWORD).await.leads_to("/");
        }
        person
    }

    /// Has one of the demo's people sign in: `officer@province`.
    pub async fn signs_in(&self, window: &super::browser::Window, who: &str) {
        self.app.signs_in_as(window, &format!("{who}.example.go.th"), PASSWORD).await;
    }
}

/// A circular of its own to a school, received and forwarded by the offices above it.
async fn sent_to(test: &TestApp, issuer: &Actor, [province, local, school]: [&str; 3]) -> DeliveryId {
    let app = &test.app;
    let circular = drafted(test, issuer, "อบรมสวนสมมุติ").await;
    let audience = Audience::Offices(vec![school.to_owned()]);
    actions::put_audience(app, issuer, circular, audience).await.expect("recipients");
    let how = Issuance { dated: None, accept_warnings: true };
    actions::issue(app, issuer, circular, how).await.expect("issued");
    let at = async |code| {
        let office = offices::find_by_code(&app.db, code).await.expect("a reading").expect("an office");
        let found = deliveries::at_office(&app.db, circular, office.id).await.expect("a reading");
        found.expect("a delivery").id
    };
    for (code, officer) in [(province, "officer@province"), (local, "officer@local")] {
        let officer = actor(app, &format!("{officer}.example.go.th")).await;
        let id = at(code).await;
        actions::receive(app, &officer, id, &ReceiveNumber::Next).await.expect("received");
        actions::forward(app, &officer, id, &Below::All).await.expect("forwarded");
    }
    at(school).await
}

async fn drafted(test: &TestApp, issuer: &Actor, title: &str) -> CircularId {
    let (letter, _, source) = reading::of(LETTER.as_bytes(), Some("text/plain")).expect("a letter");
    let draft = Draft { register_title: title.to_owned(), source, letter };
    actions::create_draft(&test.app, issuer, draft).await.expect("a draft").id
}

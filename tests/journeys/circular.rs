//! The main story: a circular travels from the department to a school and is acknowledged there.

use wian::domain::actor::Role;
use wian::domain::ids::CircularId;
use wian::domain::office::Tier;
use wian::letters::qr::{Format, Style, render};
use wian::store::offices::{self, Office};
use wian::store::reports::{self, DeliveryFilter, Order};

use crate::support::app::TestApp;
use crate::support::browser::{Browser, Device, Window};
use crate::support::material::{self, Material};

const TITLE: &str = "ขอเชิญส่งผลงานและเข้าร่วมการประชุมวิชาการประจำปี 2566";

#[tokio::test]
async fn a_circular_travels_from_the_department_to_a_school_that_acknowledges_by_phone() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::bare().await;
    let material = material::prepare(&app).await;
    let desk = browser.open(Device::desktop()).await;
    let board = department_issues(&app, &desk, &material).await;
    let public = public_address(&app, &desk).await;
    let [province, local, school] = a_route(&app).await;

    for (office, device, to) in [(&province, Device::desktop(), "อปท."), (&local, Device::phone(), "โรงเรียน")]
    {
        let officer = app.appoints(&office.code, Role::Officer).await;
        let window = browser.open(device).await;
        app.signs_in_at(&window, &officer).await;
        receives_and_forwards(&window, to).await;
        assert!(!window.scrolls_sideways().await, "{}", office.name);
        if office.tier == Tier::Local {
            window.goto(&app.at(format!("/slips?circular={}", circular_of(&board)))).await;
            window.wait_for(&school.name).await;
            let link =
                window.qr_codes().await.into_iter().find(|text| text.contains("/S/")).expect("a slip's code");
            let phone = browser.open(Device::phone().without_scripts()).await;
            school_acknowledges(&phone, &app.at(path_of(&link)), &school).await;
        }
    }

    let phone = browser.open(Device::phone().without_scripts()).await;
    phone.goto(&public).await;
    phone.wait_for(TITLE).await;
    phone.wait_for("คู่มือ").await;
    assert!(phone.weight().await < 30_000, "{} bytes", phone.weight().await);
    assert!(!phone.scrolls_sideways().await);

    desk.goto(&board).await;
    let first = desk.run("return document.querySelector('.figure').innerText.replace(/\\s+/g, ' ')").await;
    let first = first.as_str().unwrap_or_default();
    assert!(first.starts_with(&format!("1 จาก {}", material.schools)), "{first}");
}

/// The department pastes the letter, uploads the roster and a handbook, checks and issues. Gives the board's address.
async fn department_issues(app: &TestApp, desk: &Window, material: &Material) -> String {
    let issuer = app.appoints("DLA", Role::Issuer).await;
    app.signs_in_at(desk, &issuer).await;
    desk.goto(&app.at("/circulars/new")).await;
    desk.fill("#text", &material.letter).await;
    desk.click("อ่านหนังสือ").await;
    desk.wait_for("อ่านหนังสือแล้ว").await;

    let handbook = tempfile::Builder::new().suffix(".pdf").tempfile().expect("a file");
    let pages = render("HTTPS://EXAMPLE.GO.TH", Format::Pdf, &Style::default()).expect("a page");
    std::fs::write(handbook.path(), pages).expect("a handbook");
    desk.upload("#roster", handbook.path()).await;
    desk.click("เก็บร่าง").await;
    desk.wait_for("ไม่ใช่ตาราง Excel").await;

    desk.fill("#register_title", TITLE).await;
    desk.upload("#roster", &material.roster).await;
    desk.choose("#enclosure_role", "คู่มือ").await;
    desk.fill("#enclosure_title", "คู่มือการคัดเลือกผลงาน").await;
    desk.upload("#enclosure", handbook.path()).await;
    desk.click("เก็บร่าง").await;
    desk.wait_for(&format!("ตรงกับทะเบียน {0} จาก {0} แถว", material.schools)).await;
    desk.click("ตรวจก่อนแจ้งเวียน").await;
    let issue = format!("ออกเลขและแจ้งเวียนถึง {} จังหวัด", material.provinces);
    desk.wait_for(&issue).await;
    if desk.run("return document.querySelector('[name=accept_warnings]') !== null").await == true {
        desk.click_css("[name=accept_warnings]").await;
    }
    desk.click(&issue).await;
    desk.wait_for("ออกเลข มท 0816.3/ว 1 และแจ้งเวียนแล้ว").await;
    desk.address().await
}

/// What the code on the circular's page says, as a phone's camera reads it off the screen.
async fn public_address(app: &TestApp, desk: &Window) -> String {
    let seen = desk.qr_codes().await;
    let code = seen
        .iter()
        .find(|text| text.contains("/L/"))
        .unwrap_or_else(|| panic!("no code of the letter: {seen:?}"));
    assert_eq!(*code, code.to_uppercase(), "capitals keep the symbol small");
    app.at(path_of(code))
}

fn path_of(link: &str) -> String {
    link.splitn(4, '/').nth(3).map(|path| format!("/{path}")).expect("an address with a path")
}

fn circular_of(board: &str) -> CircularId {
    board.rsplit('/').next().and_then(|id| id.split('?').next()?.parse().ok()).expect("a circular's address")
}

/// The first school of the circular with the offices above it.
async fn a_route(app: &TestApp) -> [Office; 3] {
    let scope = wian::domain::actor::Scope::Department(
        offices::find_by_code(&app.app.db, "DLA").await.expect("read").expect("the department").id,
    );
    let filter = DeliveryFilter { tier: Some(Tier::School), ..DeliveryFilter::default() };
    let now = app.app.clock.now();
    let lines =
        reports::deliveries(&app.app.db, &scope, &filter, now, Order::Route(None), 1).await.expect("read");
    let office = async |id| offices::find(&app.app.db, id).await.expect("read").expect("an office");
    let school = office(lines.first().expect("a school").delivery.office).await;
    let local = office(school.parent_id.expect("an office above")).await;
    let province = office(local.parent_id.expect("an office above")).await;
    [province, local, school]
}

async fn receives_and_forwards(window: &Window, to: &str) {
    window.wait_for("รอลงรับ").await;
    // On a phone the first steps fill the screen of somebody new.
    window.click("เข้าใจแล้ว ซ่อนไว้").await;
    window.wait_for("รอลงรับ").await;
    window.click(TITLE).await;
    window.wait_for("ใช้เลขรับถัดไปของทะเบียน: 1").await;
    window.click("ลงรับ").await;
    window.wait_for("ลงรับแล้ว เลขรับ 1").await;
    window.click("ส่งต่อทั้งหมด").await;
    window.wait_for("ส่งต่อแล้ว").await;
    assert!(window.text().await.contains(to), "says to whom: {to}");
}

async fn school_acknowledges(phone: &Window, link: &str, school: &Office) {
    phone.goto(link).await;
    phone.wait_for(&school.name).await;
    phone.wait_for(TITLE).await;
    assert!(!phone.scrolls_sideways().await);
    phone.fill("#name", "นางสาวตัวอย่าง ใจดี").await;
    phone.fill("#position", "ผู้อำนวยการสถานศึกษา").await;
    phone.click_css("form button.big").await;
    phone.wait_for("รับทราบแล้ว").await;
    phone.wait_for("นางสาวตัวอย่าง ใจดี").await;
    phone.goto(link).await;
    phone.wait_for("รับทราบแล้ว").await;
}

#[tokio::test]
async fn a_stranger_s_letter_is_not_there() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let stranger = app.appoints("91", Role::Officer).await;
    let window = browser.open(Device::phone()).await;
    app.signs_in_at(&window, &stranger).await;
    window.goto(&app.at("/deliveries/1")).await;
    window.wait_for("ไม่พบหน้านี้").await;
}

//! An invented letter in each form, and how it is printed.

use chrono::{NaiveDate, TimeZone as _, Utc};
use wian::domain::circular::{Audience, Circular, CircularState, Issued};
use wian::domain::ids::{CircularId, OfficeId, OfficerId};
use wian::domain::letter::{Contact, LetterForm, Owner, Phone, Qr, Reading, Urgency};
use wian::domain::paper::PaperStyle;
use wian::letters::paper::letter::{AnnexedProvince, AnnexedSchool, Setting, letter};

/// What its symbol says.
pub const ADDRESS: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD";

/// Its text: marks above and below, on letters with and without a hook, repeated and shortened words.
pub const BODY: &str = "ตามที่กรมตัวอย่างได้ร่วมกับสถาบันตัวอย่าง ดำเนินโครงการโรงเรียนคุณภาพ ซึ่งมีโรงเรียนในสังกัดองค์กรปกครองส่วนท้องถิ่น\
    เข้าร่วมโครงการฯ จำนวน 102 แห่ง ทั้งที่น้ำท่วมและที่ไม่ท่วม ผู้ปกครอง ครู นักเรียน ฯลฯ นั้น\n\nกรมตัวอย่างขอความร่วมมือแจ้ง\
    หลักสูตรอบรมต่าง ๆ ให้ทราบโดยทั่วกัน ส่งผลงานได้ที่ work1@example.go.th หรือ https://example.go.th/a1 ตั้งแต่วันที่ \
    1 มิถุนายน - 28 กรกฎาคม 2566 ทั้งนี้ ผู้ที่เกี่ยวข้องฟื้นฟูความรู้ด้วยปี่ที่นี่ (กตัญญู) ฐานข้อมูล ญาติ ปู่ ฟู่ ฝ้าย ป่า";

/// The letter, issued.
pub fn circular(form: LetterForm) -> Circular {
    let at = Utc.with_ymd_and_hms(2023, 5, 24, 2, 30, 0).single().expect("a moment");
    let phone = |text: &str, fax| Phone { text: text.to_owned(), fax, ..Phone::default() };
    Circular {
        id: CircularId(41),
        office: OfficeId(1),
        state: CircularState::Issued,
        title: "การคัดเลือกผลงานโรงเรียนตัวอย่าง ปี 2566".to_owned(),
        source: String::new(),
        letter: Reading {
            form,
            urgency: Urgency::MostUrgent,
            to: "ผู้ว่าราชการจังหวัด (ตามรายชื่อแนบท้าย)".to_owned(),
            refers_to: vec!["หนังสือกรมตัวอย่าง ที่ มท 0816.3/ว 12 ลงวันที่ 1 มกราคม 2566".to_owned()],
            enclosures: vec!["รายชื่อโรงเรียน จำนวน 1 ชุด".to_owned(), "คู่มือการคัดเลือก จำนวน 1 เล่ม".to_owned()],
            body: BODY.to_owned(),
            owner: Owner {
                office: "กรมตัวอย่างการปกครอง".to_owned(),
                division: Some("กองตัวอย่างการศึกษา".to_owned()),
                group: None,
                address: Some("ถนนตัวอย่าง เขตตัวอย่าง กรุงเทพฯ 10200".to_owned()),
            },
            signatory: vec!["(นายตัวอย่าง ลงนาม)".to_owned(), "อธิบดีกรมตัวอย่างการปกครอง".to_owned()],
            phones: vec![phone("0 2000 9000 ต่อ 5313", false), phone("0 2000 9021-3", true)],
            contact: Some(Contact {
                name: "นายตัวอย่าง ประสาน".to_owned(), phone: "081-000-0000".to_owned()
            }),
            emails: vec!["saraban@example.go.th".to_owned()],
            qr: Qr {
                mentioned: true,
                caption: vec!["รายชื่อโรงเรียนที่เข้าร่วมโครงการฯ".to_owned(), "และคู่มือ".to_owned()],
            },
            ..Reading::default()
        },
        paper: PaperStyle::default(),
        own_paper: None,
        emblem: None,
        audience: Audience::Roster,
        issued: Some(Issued {
            number: 679,
            year: 2566,
            reference: "มท 0816.3/ว 679".to_owned(),
            dated: NaiveDate::from_ymd_opt(2023, 5, 24).expect("a day"),
            at,
            by: OfficerId(1),
            by_name: "นายตัวอย่าง ทดสอบ".to_owned(),
            link: "R7KM42XD".parse().expect("a code"),
            letter_hash: "0".repeat(64),
        }),
        void: None,
        supersedes: None,
        superseded_by: None,
        created_by: OfficerId(1),
        created_at: at,
        updated_at: at,
        version: 1,
    }
}

/// Its lists.
pub fn annex() -> Vec<AnnexedProvince> {
    let school = |n: usize| AnnexedSchool {
        name: format!("โรงเรียนเทศบาล {n} (วัดตัวอย่าง)"),
        local: "ทต.ตัวอย่าง".to_owned(),
        district: "เมืองตัวอย่าง".to_owned(),
    };
    ["ตัวอย่างเหนือ", "ตัวอย่างใต้"]
        .map(|name| AnnexedProvince {
            code: "21".to_owned(),
            name: name.to_owned(),
            locals: 3,
            schools: (1..40).map(school).collect(),
        })
        .to_vec()
}

/// Prints it with its lists, as officers get it.
pub fn printed(circular: &Circular, style: PaperStyle) -> Vec<u8> {
    letter(&setting(circular, style, &annex())).expect("a letter")
}

/// What it is printed from.
pub fn setting<'a>(circular: &'a Circular, style: PaperStyle, annex: &'a [AnnexedProvince]) -> Setting<'a> {
    Setting { circular, prefix: "มท 0816.3", style, address: ADDRESS, annex, emblem: None, public: false }
}

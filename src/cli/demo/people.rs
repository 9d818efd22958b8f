//! The demo's people: one of each role who can sign in, and an officer of every office that acts. All are invented.

use std::collections::HashMap;

use super::places::{self, Local};
use crate::actions::{self, NewOfficer};
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Role};
use crate::store::officers;

/// The password of those who can sign in; everybody may know it.
pub(super) const PASSWORD: &str = "wian-demo-2569";

/// Somebody who can sign in.
pub(super) struct Person {
    pub email: &'static str,
    name: &'static str,
    office: &'static str,
    role: Role,
}

/// Those who can sign in: every role at the department, and an officer down each step.
pub(super) const PEOPLE: [Person; 7] = [
    person("issuer@dla.example.go.th", "นางสาวตัวอย่าง ออกหนังสือ", "DLA", Role::Issuer),
    person("officer@dla.example.go.th", "นายตัวอย่าง สารบรรณ", "DLA", Role::Officer),
    person("administrator@dla.example.go.th", "นายตัวอย่าง ดูแลระบบ", "DLA", Role::Administrator),
    person("auditor@dla.example.go.th", "นางตัวอย่าง ตรวจสอบ", "DLA", Role::Auditor),
    person("officer@province.example.go.th", "นางสาวตัวอย่าง ประจำจังหวัด", places::PROVINCE, Role::Officer),
    person("officer@local.example.go.th", "นายตัวอย่าง ประจำท้องถิ่น", places::LOCAL, Role::Officer),
    person("officer@school.example.go.th", "นางตัวอย่าง ประจำโรงเรียน", places::SCHOOL, Role::Officer),
];

const fn person(email: &'static str, name: &'static str, office: &'static str, role: Role) -> Person {
    Person { email, name, office, role }
}

const TITLES: [&str; 3] = ["นาย", "นาง", "นางสาว"];
const SURNAMES: [&str; 7] = ["รับเรื่อง", "ส่งต่อ", "ลงทะเบียน", "เดินหนังสือ", "เก็บเอกสาร", "ประทับตรา", "รอบคอบ"];

/// Invents a name for the `n`th of those without one.
pub(super) fn name(n: usize) -> String {
    let of = |list: &[&'static str], at: usize| list.get(at % list.len()).copied().unwrap_or_default();
    format!("{}ตัวอย่าง {}", of(&TITLES, n), of(&SURNAMES, n / 2))
}

/// Who acts for which office, by the office's code.
pub(super) type Actors = HashMap<String, Actor>;

/// Adds everybody, and gives who acts for the department, each province and each local administration.
pub(super) async fn add(app: &App, locals: &[Local]) -> Result<Actors> {
    let mut actors = Actors::new();
    for person in PEOPLE {
        let actor =
            appoint(app, person.email, person.name, person.office, person.role, Some(PASSWORD)).await?;
        actors.extend(
            actor
                .map(|actor| (person.office.to_owned(), actor))
                .filter(|(office, _)| !actors.contains_key(office)),
        );
    }
    let provinces = locals.iter().map(|local| local.province);
    let offices = provinces.chain(locals.iter().map(|local| local.code.as_str()));
    for (n, office) in offices.enumerate() {
        if !actors.contains_key(office) {
            let email = format!("officer@{office}.example.go.th");
            let actor = appoint(app, &email, &name(n), office, Role::Officer, None).await?;
            actors.extend(actor.map(|actor| (office.to_owned(), actor)));
        }
    }
    Ok(actors)
}

async fn appoint(
    app: &App,
    email: &str,
    name: &str,
    office: &str,
    role: Role,
    password: Option<&str>,
) -> Result<Option<Actor>> {
    actions::add_officer(app, None, NewOfficer { email, name, office, role, password }).await?;
    Ok(officers::posts(&app.db, email).await?.pop().map(|post| post.actor))
}

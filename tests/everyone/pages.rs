//! Every page that a person can open, once: its name, its address out of the demo, and who is signed in.

use crate::support::browser::Window;
use crate::support::demo::Demo;

/// A page.
pub struct Page {
    /// Its name, and its picture's.
    pub name: &'static str,
    /// Whose page it is: `officer@province`; empty for everybody's.
    pub reader: &'static str,
    address: &'static str,
    places: fn(&Demo) -> Vec<&String>,
}

const fn page(
    name: &'static str,
    reader: &'static str,
    address: &'static str,
    places: fn(&Demo) -> Vec<&String>,
) -> Page {
    Page { name, reader, address, places }
}

/// Routes that are no pages: files, parts of a page, addresses that only lead on, and what machines ask for.
const NO_PAGES: [&str; 30] = [
    "/circulars/{id}/pictures/{picture}",
    "/",
    "/circulars/{id}/figures",
    "/offices/imports/{id}/progress",
    "/circulars/{id}/letter.pdf",
    "/deliveries/{id}/letter.pdf",
    "/circulars/{id}/slips.pdf",
    "/circulars/{id}/poster.pdf",
    "/circulars/{id}/letter/{page}",
    "/L/{code}/letter.pdf",
    "/offices/emblem/picture",
    "/circulars/{id}/qr.svg",
    "/circulars/{id}/qr.png",
    "/circulars/{id}/qr.pdf",
    "/slips/{id}/qr.svg",
    "/slips/returns/{id}/pages/{number}",
    "/L/{code}/roster.csv",
    "/L/{code}/roster.xlsx",
    "/L/{code}/files/{enclosure}/{version}",
    "/F/{code}",
    "/S/{code}/manifest.webmanifest",
    "/S/worker.js",
    "/V/KEY",
    "/S/{code}/receipt.pdf",
    "/deliveries/{id}/receipt.pdf",
    "/static/{file}",
    "/static/fonts/{file}",
    "/healthz",
    "/readyz",
    "/metrics",
];

const ISSUER: &str = "issuer@dla";
const PROVINCE: &str = "officer@province";
const LOCAL: &str = "officer@local";
const SCHOOL: &str = "officer@school";

/// All of them, those of one reader together. Pages that look quite different when something else is on them stand
/// here more than once.
pub const PAGES: [Page; 67] = [
    page("letter", "", "/L/{code}", |demo| vec![&demo.letter]),
    page("letter-found", "", "/L/{code}?q=เมือง", |demo| vec![&demo.letter]),
    page("letter-not-found", "", "/L/{code}?q=ไม่มีแน่", |demo| vec![&demo.letter]),
    page("letter-cancelled", "", "/L/{code}", |demo| vec![&demo.cancelled_letter]),
    page("letter-roster", "", "/L/{code}/roster", |demo| vec![&demo.letter]),
    page("letter-acknowledgement", "", "/L/{code}/acknowledgement?school={id}", |demo| {
        vec![&demo.letter, &demo.at_school]
    }),
    page("letter-acknowledged", "", "/L/{code}/acknowledgement?school={id}", |demo| {
        vec![&demo.letter, &demo.done]
    }),
    page("school", "", "/S/{code}", |demo| vec![&demo.open_school]),
    page("school-done", "", "/S/{code}", |demo| vec![&demo.done_school]),
    page("receipt", "", "/V/{code}", |demo| vec![&demo.receipt]),
    page("receipt-changed", "", "/V/{code}", |demo| vec![&demo.changed_receipt]),
    page("receipt-forged", "", "/V/{code}", |demo| vec![&demo.forged_receipt]),
    page("sign-in", "", "/sign-in", |_| vec![]),
    page("invitation", "", "/invitations/{token}", |demo| vec![&demo.invitation]),
    page("help", "", "/help", |_| vec![]),
    page("privacy", "", "/privacy", |_| vec![]),
    page("nowhere", "", "/nowhere", |_| vec![]),
    page("morning", ISSUER, "/morning", |_| vec![]),
    page("year", ISSUER, "/year", |_| vec![]),
    page("year-province", ISSUER, "/year?province=40", |_| vec![]),
    page("search", ISSUER, "/search?q=ตัวอย่าง", |_| vec![]),
    page("search-none", ISSUER, "/search?q=ไม่มีแน่", |_| vec![]),
    page("circulars", ISSUER, "/circulars", |_| vec![]),
    page("circulars-none", ISSUER, "/circulars?q=ไม่มีแน่", |_| vec![]),
    page("circular-new", ISSUER, "/circulars/new", |_| vec![]),
    page("board", ISSUER, "/circulars/{id}", |demo| vec![&demo.issued]),
    page("board-cancelled", ISSUER, "/circulars/{id}", |demo| vec![&demo.cancelled]),
    page("draft", ISSUER, "/circulars/{id}/draft", |demo| vec![&demo.draft]),
    page("draft-troubled", ISSUER, "/circulars/{id}/draft", |demo| vec![&demo.troubled]),
    page("roster", ISSUER, "/circulars/{id}/roster", |demo| vec![&demo.troubled]),
    page("check", ISSUER, "/circulars/{id}/check", |demo| vec![&demo.draft]),
    page("check-troubled", ISSUER, "/circulars/{id}/check", |demo| vec![&demo.troubled]),
    page("deliveries", ISSUER, "/circulars/{id}/deliveries", |demo| vec![&demo.issued]),
    page("deliveries-none", ISSUER, "/circulars/{id}/deliveries?q=ไม่มีแน่", |demo| {
        vec![&demo.issued]
    }),
    page("events", ISSUER, "/circulars/{id}/events", |demo| vec![&demo.issued]),
    page("cancellation", ISSUER, "/circulars/{id}/cancellation", |demo| vec![&demo.issued]),
    page("supersession", ISSUER, "/circulars/{id}/supersession", |demo| vec![&demo.issued]),
    page("versions", ISSUER, "/circulars/{id}/enclosures/{enclosure}/versions", |demo| {
        vec![&demo.issued, &demo.handbook]
    }),
    page("register-circulars", ISSUER, "/registers/circulars", |_| vec![]),
    page("register-sent", ISSUER, "/registers/sent", |_| vec![]),
    page("register-none", ISSUER, "/registers/circulars?year=2560", |_| vec![]),
    page("offices", ISSUER, "/offices", |_| vec![]),
    page("offices-found", ISSUER, "/offices?q=ตัวอย่าง", |_| vec![]),
    page("offices-none", ISSUER, "/offices?q=ไม่มีแน่", |_| vec![]),
    page("office", ISSUER, "/offices/{id}", |demo| vec![&demo.office]),
    page("delivery-seen-above", ISSUER, "/deliveries/{id}", |demo| vec![&demo.at_province]),
    page("officers", "administrator@dla", "/officers", |_| vec![]),
    page("emblem", "administrator@dla", "/offices/emblem", |_| vec![]),
    page("imports", "administrator@dla", "/offices/imports", |_| vec![]),
    page("import", "administrator@dla", "/offices/imports/{id}", |demo| vec![&demo.import]),
    page("inbox", PROVINCE, "/deliveries", |_| vec![]),
    page("year-own", PROVINCE, "/year", |_| vec![]),
    page("search-letters", PROVINCE, "/search", |_| vec![]),
    page("inbox-narrow", PROVINCE, "/deliveries?state=all&urgency=very_urgent", |_| vec![]),
    page("inbox-none", PROVINCE, "/deliveries?state=returned", |_| vec![]),
    page("delivery", PROVINCE, "/deliveries/{id}", |demo| vec![&demo.at_province]),
    page("register-received", PROVINCE, "/registers/received", |_| vec![]),
    page("register-sent-on", PROVINCE, "/registers/sent", |_| vec![]),
    page("board-province", PROVINCE, "/circulars/{id}", |demo| vec![&demo.issued]),
    page("inbox-local", LOCAL, "/deliveries", |_| vec![]),
    page("delivery-local", LOCAL, "/deliveries/{id}", |demo| vec![&demo.at_local]),
    page("delivery-school-seen-above", LOCAL, "/deliveries/{id}", |demo| vec![&demo.at_school]),
    page("slips", LOCAL, "/slips?circular={id}", |demo| vec![&demo.issued]),
    page("returns", LOCAL, "/slips/returns?circular={id}", |demo| vec![&demo.issued]),
    page("return", LOCAL, "/slips/returns/{id}", |demo| vec![&demo.scan]),
    page("inbox-school", SCHOOL, "/deliveries", |_| vec![]),
    page("delivery-school", SCHOOL, "/deliveries/{id}", |demo| vec![&demo.sent_to_school]),
];

impl Page {
    /// Where it is in the demo.
    pub fn address(&self, demo: &Demo) -> String {
        let mut places = (self.places)(demo).into_iter();
        let mut parts = self.address.split('{');
        let first = parts.next().unwrap_or_default().to_owned();
        let address = parts.fold(first, |address, part| {
            let rest = part.split_once('}').map_or("", |(_, rest)| rest);
            address + places.next().expect("something for every place") + rest
        });
        demo.app.at(address)
    }

    /// Whether it is a letter's, a school's or a receipt's, which teachers open on their phones.
    pub fn is_for_teachers(&self) -> bool {
        ["/L/", "/S/", "/V/"].iter().any(|begin| self.address.starts_with(begin))
    }

    /// With which status it comes.
    pub fn status(&self) -> u16 {
        if matches!(self.name, "nowhere" | "receipt-forged") { 404 } else { 200 }
    }

    /// Sees to it that its reader sits at the window, who read the page before as `before`.
    pub async fn seat(&self, demo: &Demo, window: &Window, before: &mut &'static str) {
        if *before != self.reader {
            window.forgets().await;
            demo.signs_in(window, self.reader).await;
            *before = self.reader;
        }
    }
}

#[test]
fn every_address_that_a_person_can_open_is_among_the_pages() {
    let address = |page: &Page| page.address.split('?').next().unwrap_or_default();
    let missing: Vec<&str> = wian::web::routes()
        .iter()
        .filter(|route| route.method == "GET" && !NO_PAGES.contains(&route.address))
        .filter(|route| PAGES.iter().all(|page| address(page) != route.address))
        .map(|route| route.address)
        .collect();
    assert!(
        missing.is_empty(),
        "name these in the table of pages, or among those that are none: {missing:?}"
    );
}

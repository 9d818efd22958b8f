//! Addresses of circulars, for those who draft, issue and follow them.

use crate::domain::ids::{CircularId, EnclosureId, RosterRowId};

addresses! {
    /// The list (`?state=&q=&year=`); POST makes a draft.
    Circulars("/circulars");
    /// The empty page to compose on.
    NewCircular("/circulars/new");
    /// A circular: how far it has come.
    Circular("/circulars/{id}", id: CircularId);
    /// The draft's fields.
    Draft("/circulars/{id}/draft", id: CircularId);
    /// The draft's fields, kept while one types.
    Autosave("/circulars/{id}/autosave", id: CircularId);
    /// The page before issuing: letter, recipients, findings.
    Check("/circulars/{id}/check", id: CircularId);
    /// The roster and how its rows match.
    Roster("/circulars/{id}/roster", id: CircularId);
    /// One row of it, to choose a school for.
    RosterRow("/circulars/{id}/roster/rows/{row}", id: CircularId, row: RosterRowId);
    /// Recipients without a roster: a tier, a group, a list.
    Audience("/circulars/{id}/audience", id: CircularId);
    /// What goes with the letter.
    Enclosures("/circulars/{id}/enclosures", id: CircularId);
    /// One of them.
    Enclosure("/circulars/{id}/enclosures/{enclosure}", id: CircularId, enclosure: EnclosureId);
    /// Its versions; POST puts a better one in place.
    EnclosureVersions("/circulars/{id}/enclosures/{enclosure}/versions", id: CircularId, enclosure: EnclosureId);
    /// Number, date and sending.
    Issuance("/circulars/{id}/issuance", id: CircularId);
    /// ยกเลิก.
    Cancellation("/circulars/{id}/cancellation", id: CircularId);
    /// เวียนแก้ไข.
    Supersession("/circulars/{id}/supersession", id: CircularId);
    /// The figures alone, which an open page polls.
    Figures("/circulars/{id}/figures", id: CircularId);
    /// Who has and who has not (`?tier=&province=&state=&lacking=&format=`).
    CircularDeliveries("/circulars/{id}/deliveries", id: CircularId);
    /// The audit trail.
    CircularEvents("/circulars/{id}/events", id: CircularId);
    /// The letter as it is printed.
    LetterPdf("/circulars/{id}/letter.pdf", id: CircularId);
    /// A page of it as a picture, counted from 1.
    LetterPicture("/circulars/{id}/letter/{page}", id: CircularId, page: usize);
    /// How a draft is printed: its digits, the corner of its QR code.
    Paper("/circulars/{id}/paper", id: CircularId);
    /// The symbol of the public link.
    QrPng("/circulars/{id}/qr.png", id: CircularId);
    /// As lines, for any size.
    QrSvg("/circulars/{id}/qr.svg", id: CircularId);
    /// As a page of its own.
    QrPdf("/circulars/{id}/qr.pdf", id: CircularId);
    /// Slips of the schools below the office, with their secret links (`?province=&a_page=`).
    SlipsPdf("/circulars/{id}/slips.pdf", id: CircularId);
    /// A picture of the board as a file: `flow.svg`, `map.png`.
    PictureFile("/circulars/{id}/pictures/{picture}", id: CircularId, picture: String);
    /// A page to print and hang up.
    PosterPdf("/circulars/{id}/poster.pdf", id: CircularId);
}

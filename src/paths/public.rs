//! Public addresses: no sign-in, in capitals so that QR codes stay small.

use crate::domain::code::Code;
use crate::domain::ids::{EnclosureId, EnclosureVersionId};

addresses! {
    /// A letter's landing page.
    Letter("/L/{code}", code: Code);
    /// A school, picked from its roster, acknowledges.
    LetterAcknowledgement("/L/{code}/acknowledgement", code: Code);
    /// The newest version of one of its files.
    LetterFile("/L/{code}/files/{enclosure}", code: Code, enclosure: EnclosureId);
    /// A certain version of it.
    LetterFileVersion("/L/{code}/files/{enclosure}/{version}", code: Code, enclosure: EnclosureId, version: EnclosureVersionId);
    /// A single file's own permanent link.
    File("/F/{code}", code: Code);
    /// A school's own page behind its secret link.
    School("/S/{code}", code: Code);
    /// A human sees it.
    SchoolOpening("/S/{code}/opening", code: Code);
    /// The school acknowledges.
    SchoolAcknowledgement("/S/{code}/acknowledgement", code: Code);
    /// One of the letter's files, for the school.
    SchoolFile("/S/{code}/files/{enclosure}", code: Code, enclosure: EnclosureId);
    /// A receipt that anyone can check.
    Verification("/V/{code}", code: Code);
}

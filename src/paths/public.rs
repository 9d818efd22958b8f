//! Public addresses: no sign-in, in capitals so that QR codes stay small.

use crate::domain::code::Code;
use crate::domain::ids::EnclosureId;
use crate::domain::receipt::ReceiptCode;

addresses! {
    /// A letter's landing page (`?q=` looks for a school).
    Letter("/L/{code}", code: Code);
    /// The letter as it is printed, for everybody's eyes.
    PublicLetterPdf("/L/{code}/letter.pdf", code: Code);
    /// A school, picked from its roster (`?school=`), acknowledges.
    LetterAcknowledgement("/L/{code}/acknowledgement", code: Code);
    /// The schools that the letter is for, as a table.
    LetterRoster("/L/{code}/roster", code: Code);
    /// As CSV.
    LetterRosterCsv("/L/{code}/roster.csv", code: Code);
    /// As a workbook.
    LetterRosterXlsx("/L/{code}/roster.xlsx", code: Code);
    /// A certain version of one of its files.
    LetterFileVersion("/L/{code}/files/{enclosure}/{version}", code: Code, enclosure: EnclosureId, version: i32);
    /// A single file's own permanent link: its newest version.
    File("/F/{code}", code: Code);
    /// A school's own page behind its secret link.
    School("/S/{code}", code: Code);
    /// What a phone needs to keep a school's page among its programs.
    SchoolManifest("/S/{code}/manifest.webmanifest", code: Code);
    /// What keeps the pages of schools on a phone, and sends what was written without signal.
    SchoolWorker("/S/worker.js");
    /// A human sees it.
    SchoolOpening("/S/{code}/opening", code: Code);
    /// The school acknowledges.
    SchoolAcknowledgement("/S/{code}/acknowledgement", code: Code);
    /// The school's receipt.
    SchoolReceipt("/S/{code}/receipt.pdf", code: Code);
    /// A receipt that anyone can check.
    Verification("/V/{code}", code: ReceiptCode);
    /// The key that receipts are checked with.
    VerificationKey("/V/KEY");
}

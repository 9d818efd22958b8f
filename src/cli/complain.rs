//! What went wrong, in both languages, on standard error.

use std::process::ExitCode;

use crate::app::Error;
use crate::text::{Lang, refusal};

/// Says it and gives the exit code of failure.
pub(super) fn say(error: &Error) -> ExitCode {
    let (thai, english) = match error {
        Error::Refused(refused) => (refusal(Lang::Th, refused), refusal(Lang::En, refused)),
        Error::Complaint(complaint) => (complaint.th.clone(), complaint.en.clone()),
        broken => (Lang::Th.text().errors.failed_line.clone(), broken.to_string()),
    };
    eprintln!("{thai}\n{english}");
    ExitCode::FAILURE
}

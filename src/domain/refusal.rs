//! Why a deed is not done: one stable word each for programs; the sentences stand in `assets/text`.

use chrono::{DateTime, Utc};

use crate::domain::letter::Finding;

/// A deed that the rules do not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refusal {
    /// There is no such thing, or the actor may not know of it.
    NotFound,
    /// The actor's role may not do this.
    NotAllowed,
    /// The thing is another office's to deal with.
    NotYourOffice,
    /// It has not been forwarded to this office yet.
    NotSent,
    /// It must be received first.
    NotReceived,
    /// It was received before.
    AlreadyReceived {
        /// The number it got, if any.
        number: Option<String>,
    },
    /// Everything below was sent before.
    AlreadyForwarded,
    /// It was acknowledged before.
    AlreadyAcknowledged {
        /// By whom.
        by: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// It was returned to its sender.
    AlreadyReturned,
    /// Its sender pulled it back.
    Recalled,
    /// What has been received, forwarded or acknowledged cannot be pulled back or returned any more.
    TooLate,
    /// Nobody is below this office on the route.
    NothingBelow,
    /// One of the named offices is not below this one on the route, or has it already.
    NotBelow {
        /// The office's code.
        code: String,
    },
    /// There is no claim to confirm or reject.
    NoClaim,
    /// The register of this year has the number already.
    NumberTaken {
        /// The number.
        number: String,
    },
    /// A typed register number that is not one.
    NumberMalformed,
    /// A field that must be filled in.
    Missing {
        /// Its name in forms and in JSON.
        field: &'static str,
    },
    /// A field that is longer than allowed.
    TooLong {
        /// Its name in forms and in JSON.
        field: &'static str,
        /// The most characters.
        most: usize,
    },
    /// A field whose value is none of those allowed.
    Malformed {
        /// Its name in forms and in JSON.
        field: &'static str,
    },
    /// A moment or a date that lies in the future.
    InFuture {
        /// Its name in forms and in JSON.
        field: &'static str,
    },
    /// Only a draft can be changed.
    NotADraft,
    /// Only what has been issued.
    NotIssued,
    /// The circular was cancelled.
    CircularCancelled,
    /// Another circular already stands in its place.
    AlreadySuperseded,
    /// Somebody else changed it in the meantime.
    ChangedMeanwhile,
    /// No office to send it to.
    NobodyToReach,
    /// The registry has no such office to send it to.
    UnknownOffice {
        /// Its code.
        code: String,
    },
    /// A circular cannot be secret.
    Secret,
    /// The linter found errors.
    FindingsBlock(Vec<Finding>),
    /// The linter found warnings that nobody confirmed.
    WarningsNotAccepted(Vec<Finding>),
    /// The code typed is not the one on the school's slip.
    WrongCode,
    /// No letter, file or school has this code.
    UnknownCode,
    /// Nobody registered the letter or took note of it, so there is nothing to give a receipt for.
    NothingRecorded,
    /// A typed code of a receipt that cannot be one.
    ReceiptCodeMalformed,
    /// The e-mail address already has this post.
    AlreadyAppointed,
    /// The drawn symbol does not read back, so it is not given out.
    QrUnreadable,
    /// Nobody is signed in, or the session has ended.
    NotSignedIn,
    /// The e-mail address or the password is wrong; which of the two is never said.
    SignInFailed,
    /// Signing in failed too often in a row.
    TooManyAttempts {
        /// Minutes to wait.
        minutes: i64,
    },
    /// More requests than an address may send a minute.
    TooManyRequests {
        /// Seconds to wait.
        seconds: u64,
    },
    /// The form's token is missing, wrong or of an ended session.
    FormExpired,
    /// The form is of another shape than the page's.
    FormUnreadable,
    /// More was sent than is taken.
    TooLarge {
        /// The most, in megabytes.
        most: usize,
    },
    /// A post has as many saved views as it may.
    TooManyViews {
        /// The most.
        most: u64,
    },
    /// The invitation was used, or its days are over.
    InvitationGone,
    /// A password that is too easily guessed.
    PasswordTooShort {
        /// The fewest characters.
        least: usize,
    },
}

/// What kind of refusal it is, which decides the answer's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// 401.
    Unknown,
    /// 404.
    Missing,
    /// 403.
    Forbidden,
    /// 409.
    Conflict,
    /// 413.
    TooLarge,
    /// 422.
    Invalid,
    /// 429.
    TooMany,
}

impl RefusalKind {
    /// The answer's status in HTTP.
    pub const fn status(self) -> u16 {
        match self {
            Self::Unknown => 401,
            Self::Forbidden => 403,
            Self::Missing => 404,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::Invalid => 422,
            Self::TooMany => 429,
        }
    }
}

impl Refusal {
    /// The stable word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NotAllowed => "not_allowed",
            Self::NotYourOffice => "not_your_office",
            Self::NotSent => "not_sent",
            Self::NotReceived => "not_received",
            Self::AlreadyReceived { .. } => "already_received",
            Self::AlreadyForwarded => "already_forwarded",
            Self::AlreadyAcknowledged { .. } => "already_acknowledged",
            Self::AlreadyReturned => "already_returned",
            Self::Recalled => "recalled",
            Self::TooLate => "too_late",
            Self::NothingBelow => "nothing_below",
            Self::NotBelow { .. } => "not_below",
            Self::NoClaim => "no_claim",
            Self::NumberTaken { .. } => "number_taken",
            Self::NumberMalformed => "number_malformed",
            Self::Missing { .. } => "missing",
            Self::TooLong { .. } => "too_long",
            Self::Malformed { .. } => "malformed",
            Self::InFuture { .. } => "in_future",
            Self::NotADraft => "not_a_draft",
            Self::NotIssued => "not_issued",
            Self::CircularCancelled => "circular_cancelled",
            Self::AlreadySuperseded => "already_superseded",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::NobodyToReach => "nobody_to_reach",
            Self::UnknownOffice { .. } => "unknown_office",
            Self::Secret => "secret",
            Self::FindingsBlock(_) => "findings_block",
            Self::WarningsNotAccepted(_) => "warnings_not_accepted",
            Self::WrongCode => "wrong_code",
            Self::UnknownCode => "unknown_code",
            Self::NothingRecorded => "nothing_recorded",
            Self::ReceiptCodeMalformed => "receipt_code_malformed",
            Self::AlreadyAppointed => "already_appointed",
            Self::QrUnreadable => "qr_unreadable",
            Self::NotSignedIn => "not_signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::TooManyAttempts { .. } => "too_many_attempts",
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::FormExpired => "form_expired",
            Self::FormUnreadable => "form_unreadable",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyViews { .. } => "too_many_views",
            Self::InvitationGone => "invitation_gone",
            Self::PasswordTooShort { .. } => "password_too_short",
        }
    }

    /// Its kind.
    pub const fn kind(&self) -> RefusalKind {
        match self {
            Self::NotSignedIn => RefusalKind::Unknown,
            Self::NotFound | Self::UnknownCode | Self::ReceiptCodeMalformed | Self::InvitationGone => {
                RefusalKind::Missing
            }
            Self::NotAllowed
            | Self::NotYourOffice
            | Self::WrongCode
            | Self::SignInFailed
            | Self::FormExpired => RefusalKind::Forbidden,
            Self::TooLarge { .. } => RefusalKind::TooLarge,
            Self::TooManyAttempts { .. } | Self::TooManyRequests { .. } => RefusalKind::TooMany,
            Self::Missing { .. }
            | Self::TooLong { .. }
            | Self::Malformed { .. }
            | Self::InFuture { .. }
            | Self::NumberMalformed
            | Self::NotBelow { .. }
            | Self::NobodyToReach
            | Self::UnknownOffice { .. }
            | Self::Secret
            | Self::FindingsBlock(_)
            | Self::FormUnreadable
            | Self::PasswordTooShort { .. }
            | Self::QrUnreadable => RefusalKind::Invalid,
            _ => RefusalKind::Conflict,
        }
    }

    /// Seconds after which to try again, where waiting helps.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooManyAttempts { minutes } => u64::try_from(*minutes).ok().map(|minutes| minutes * 60),
            Self::TooManyRequests { seconds } => Some(*seconds),
            _ => None,
        }
    }

    /// The field of the form that it is about.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Missing { field }
            | Self::TooLong { field, .. }
            | Self::Malformed { field }
            | Self::InFuture { field } => Some(field),
            Self::NumberMalformed | Self::NumberTaken { .. } => Some("number"),
            Self::WrongCode => Some("code"),
            Self::PasswordTooShort { .. } => Some("password"),
            _ => None,
        }
    }
}

/// A form's text, trimmed, that must be there and not too long.
pub fn required(field: &'static str, text: &str, most: usize) -> Result<String, Refusal> {
    optional(field, text, most)?.ok_or(Refusal::Missing { field })
}

/// A form's text, trimmed, that may be absent but not too long. Control characters become spaces.
pub fn optional(field: &'static str, text: &str, most: usize) -> Result<Option<String>, Refusal> {
    let clean: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let clean = clean.trim();
    if clean.chars().take(most + 1).count() > most {
        return Err(Refusal::TooLong { field, most });
    }
    Ok((!clean.is_empty()).then(|| clean.to_owned()))
}

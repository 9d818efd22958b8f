//! One sentence in Thai and in English about something handed in that is not as it should be.

use crate::domain::letter::NotALetter;
use crate::domain::registry::NotARegistry;
use crate::domain::roster::NotARoster;
use crate::letters::file_kind::RefusedFile;
use crate::letters::letter_text::NotRead;
use crate::letters::paper::NotPrinted;
use crate::letters::qr::QrError;
use crate::letters::receipt_file::NotAReceipt;
use crate::letters::scan::NotScanned;
use crate::letters::sheet::UnreadableSheet;
use crate::letters::stamp::NotStamped;
use crate::letters::table_sheet::NotWritten;
use crate::text::Lang;

/// What is wrong, said once in both languages, with a stable word for programs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{en}")]
pub struct Complaint {
    /// The stable word.
    pub code: String,
    /// The Thai sentence.
    pub th: String,
    /// The English sentence.
    pub en: String,
}

impl Complaint {
    /// A complaint of its own.
    pub fn new(code: &str, th: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: code.to_owned(), th: th.into(), en: en.into() }
    }

    /// The sentence in a language.
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Th => self.th.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

/// The refusals of inner layers all carry a code and a sentence in each language.
macro_rules! complaints {
    ($($refusal:ty),+ $(,)?) => {$(
        impl From<$refusal> for Complaint {
            fn from(refusal: $refusal) -> Self {
                Self::new(refusal.code(), refusal.message_th(), refusal.message_en())
            }
        }

        impl From<$refusal> for super::Error {
            fn from(refusal: $refusal) -> Self {
                Self::Complaint(refusal.into())
            }
        }
    )+};
}

complaints!(
    NotStamped,
    NotPrinted,
    NotALetter,
    NotRead,
    NotWritten,
    NotARegistry,
    NotARoster,
    NotAReceipt,
    NotScanned,
    RefusedFile,
    QrError,
    UnreadableSheet
);

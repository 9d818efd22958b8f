//! `wian verify receipt FILE` and `wian receipt-key`. Neither opens a database: a receipt is checked with the key alone.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::app::{Complaint, Config, Result, SecretKey};
use crate::domain::receipt::{Fact, Forged, PublicKey, Receipt, ReceiptCode, Statement};
use crate::letters::receipt_file::{self, ReceiptFile};
use crate::text::{Lang, dates, fill};

/// Says in both languages whether a receipt is genuine, and what it tells; fails if it is not.
///
/// # Errors
/// When the file holds no receipt, or there is no key to check it with.
pub(super) fn verify(config: &Config, file: &Path, key: Option<&Path>) -> Result<ExitCode> {
    let read = receipt_file::read(&fs::read(file).map_err(|_| unreadable(file))?)?;
    let key = match key {
        Some(file) => {
            let pem = fs::read(file).map_err(|_| unreadable(file))?;
            String::from_utf8_lossy(&pem).parse().map_err(|_| no_public_key(file))?
        }
        None => own_key(config)?,
    };
    let found = check(&key, &read);
    let mut out = std::io::stdout().lock();
    for lang in [Lang::Th, Lang::En] {
        match &found {
            Ok(statement) => writeln!(out, "{}", told(lang, statement, &read).join("\n"))?,
            Err(forged) => {
                let words = &lang.text().receipt_check;
                writeln!(out, "{}", fill(&words.not_genuine, &[("reason", words.word(forged))]))?;
            }
        }
    }
    Ok(if found.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the public key of this data folder.
///
/// # Errors
/// When there is none yet.
pub(super) fn print_key(config: &Config) -> Result<()> {
    Ok(write!(std::io::stdout(), "{}", own_key(config)?.to_pem())?)
}

fn own_key(config: &Config) -> Result<PublicKey> {
    let secret = SecretKey::find(config)?.ok_or_else(|| {
        let folder = config.data_dir.display();
        Complaint::new(
            "no_receipt_key",
            format!("ไม่มีกุญแจในโฟลเดอร์ {folder} ระบุกุญแจสาธารณะของผู้ออกใบรับด้วย --key"),
            format!("There is no key in the folder {folder}: name the public key of who gave the receipt by --key."),
        )
    })?;
    Ok(secret.receipt_key().public())
}

/// What the code states, where the key and the facts agree with it; else the word for why not.
fn check(key: &PublicKey, read: &ReceiptFile) -> Result<Statement, &'static str> {
    let statement = key.check(code(read)).map_err(|forged| match forged {
        Forged::UnknownKey => "other_key",
        Forged::Signature => "signature",
    })?;
    match read {
        ReceiptFile::Whole(signed) if !statement.is_about(&signed.facts) => Err("altered"),
        _ => Ok(statement),
    }
}

fn code(read: &ReceiptFile) -> &ReceiptCode {
    match read {
        ReceiptFile::Whole(signed) => &signed.code,
        ReceiptFile::CodeAlone(code) => code,
    }
}

fn told(lang: Lang, statement: &Statement, read: &ReceiptFile) -> Vec<String> {
    let (t, words) = (lang.text(), &lang.text().receipt_check);
    let signed = [("at", dates::moment(lang, statement.made_at)), ("key", statement.key.to_string())];
    let mut lines = match read {
        ReceiptFile::Whole(whole) => {
            [vec![fill(&words.genuine, &signed)], facts(lang, &whole.facts)].concat()
        }
        ReceiptFile::CodeAlone(_) => {
            let facts: Vec<&str> = statement.told.words().map(|word| t.states.word(word)).collect();
            let told = [("delivery", statement.delivery.to_string()), ("facts", facts.join(", "))];
            vec![fill(&words.code_genuine, &signed), fill(&words.code_alone, &told)]
        }
    };
    lines.push(words.later.clone());
    lines
}

fn facts(lang: Lang, facts: &Receipt) -> Vec<String> {
    let (t, words) = (lang.text(), &lang.text().receipt_check);
    let letter = [
        ("reference", facts.reference.clone()),
        ("dated", dates::day(lang, facts.dated)),
        ("title", facts.title.clone()),
        ("issuer", facts.issuer.clone()),
        ("office", facts.office.name.clone()),
        ("code", facts.office.code.clone()),
    ];
    let mut lines = vec![fill(&words.letter, &letter), fill(&words.office, &letter)];
    lines.extend(facts.number.as_ref().map(|number| fill(&t.states.received_number, &[("number", number)])));
    lines.extend(facts.facts().map(|(word, fact)| {
        let parts = [
            t.states.word(word),
            &dates::moment(lang, fact.at),
            &who(fact),
            t.evidence.word(fact.evidence.as_str()),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }));
    lines.into_iter().map(|line| format!("  {line}")).collect()
}

fn who(fact: &Fact) -> String {
    let Some(person) = &fact.by else { return String::new() };
    match &person.position {
        Some(position) => format!("{} ({position})", person.name),
        None => person.name.clone(),
    }
}

fn unreadable(file: &Path) -> Complaint {
    let file = file.display();
    Complaint::new(
        "file_unreadable",
        format!("เปิดไฟล์ {file} ไม่ได้"),
        format!("The file {file} cannot be read."),
    )
}

fn no_public_key(file: &Path) -> Complaint {
    let file = file.display();
    Complaint::new(
        "no_public_key",
        format!("ไฟล์ {file} ไม่ใช่กุญแจสาธารณะ Ed25519 แบบ PEM"),
        format!("The file {file} is no Ed25519 public key in PEM."),
    )
}

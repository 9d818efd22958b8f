//! The commands and their arguments.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::app::Config;
use crate::domain::actor::Role;
use crate::store::numbers::Register;

/// เวียน: follows an official circular from the department to the school, with evidence of every step.
#[derive(Debug, Parser)]
#[command(name = "wian", version, about, max_term_width = 110)]
pub(super) struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten, next_help_heading = "Settings (each also as the variable named)")]
    pub config: Config,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Makes an invented country with a circular on its way, serves it, and prints who may sign in
    Demo {
        /// Makes it anew
        #[arg(long)]
        fresh: bool,
    },
    /// Serves the pages and the API, and does the jobs that are due
    Serve {
        /// Leaves the jobs to `wian work`
        #[arg(long)]
        no_jobs: bool,
    },
    /// Does the jobs that are due, without serving
    Work,
    /// Brings the schema of the database up to this version
    Migrate,
    /// Reads a letter (txt, docx, pdf; - for standard input) and prints what stands in it as JSON
    Read {
        /// The letter's file
        letter: PathBuf,
    },
    /// Imports the registry of offices
    #[command(subcommand)]
    Import(Import),
    /// Keeps the people who sign in
    #[command(subcommand)]
    Officer(Officer),
    /// Keeps the tokens of programs
    #[command(subcommand)]
    Token(Token),
    /// Keeps the numbers of registers
    #[command(subcommand)]
    Number(Number),
    /// Draws a QR code and reads back what was drawn
    Qr {
        /// What the code says
        text: String,
        /// Where to: a file ending in png, svg or pdf
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes a consistent copy of everything into one file, while serving
    Backup {
        /// The new file
        file: PathBuf,
    },
    /// Puts a backup in place, into an empty target
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Recomputes hash chains, counters and registers, and says where they part; or checks one receipt
    Verify {
        #[command(subcommand)]
        what: Option<Verify>,
    },
    /// Prints the public key that receipts are checked with, in PEM
    ReceiptKey,
    /// Draws pages of the PDF on standard input, for the program that serves
    #[command(hide = true)]
    Draw,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verify {
    /// A receipt: its PDF, the JSON inside, or a PNG or JPEG picture of its QR code; needs no database
    Receipt {
        /// The file
        file: PathBuf,
        /// The public key of who gave it, in PEM; by default that of this data folder
        #[arg(long)]
        key: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    /// Offices from a CSV or XLSX file; running it again does not double them
    Offices {
        /// The file
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Officer {
    /// Adds an officer, or gives one who has an account another role
    Add(AddOfficer),
}

#[derive(Debug, Args)]
pub(super) struct AddOfficer {
    /// E-mail address to sign in with
    #[arg(long)]
    pub email: String,
    /// Name
    #[arg(long)]
    pub name: String,
    /// Code of the office: DLA, 21, 5210104 or a school's
    #[arg(long)]
    pub office: String,
    /// administrator, issuer, officer or auditor
    #[arg(long)]
    pub role: Role,
    /// Takes the password from standard input; without it an invitation link is printed
    #[arg(long)]
    pub password_stdin: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Token {
    /// Makes a token that acts for an officer, and prints it once
    Create {
        /// The officer's e-mail address
        #[arg(long)]
        officer: String,
        /// What the token is for
        #[arg(long)]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Number {
    /// Sets the last number that an office used before it came to this system
    Set(OpeningNumber),
}

#[derive(Debug, Args)]
pub(super) struct OpeningNumber {
    /// Code of the office
    #[arg(long)]
    pub office: String,
    /// circular or received
    #[arg(long)]
    pub register: Register,
    /// Buddhist year of the register
    #[arg(long)]
    pub year: i32,
    /// The last number used
    #[arg(long)]
    pub last: i64,
}

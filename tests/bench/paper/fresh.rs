//! Work of which a program that just started tells the time and the memory: nothing is warm, and no other work counts.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::str::FromStr;
use std::time::Instant;

use wian::letters::paper::letter::letter;
use wian::letters::paper::register::register;
use wian::letters::paper::slips::{APage, slips};

use super::{material, stack, year};

/// Slips of the stack.
pub const SLIPS: u16 = 2_000;

/// Letters of the register.
pub const ROWS: u16 = 20_000;

/// What is done.
#[derive(Clone, Copy)]
pub enum Job {
    /// The first letter after the start.
    FirstLetter,
    /// A stack of slips, one a page.
    SlipsOne,
    /// The same, four a page.
    SlipsFour,
    /// A year's register.
    Register,
}

impl Job {
    fn word(self) -> &'static str {
        match self {
            Self::FirstLetter => "first-letter",
            Self::SlipsOne => "slips-one",
            Self::SlipsFour => "slips-four",
            Self::Register => "register",
        }
    }
}

impl FromStr for Job {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::FirstLetter, Self::SlipsOne, Self::SlipsFour, Self::Register]
            .into_iter()
            .find(|job| job.word() == word)
            .ok_or(())
    }
}

/// What it took.
#[derive(Clone, Copy)]
pub struct Took {
    /// Time, in milliseconds.
    pub ms: f64,
    /// The most memory at once, in megabytes; of the program that did nothing else.
    pub memory_mb: f64,
    /// The file, in kilobytes.
    pub kb: f64,
}

/// Does it and says what it took.
pub fn work(job: Job) {
    let circular = material::numbered(679);
    let address = material::address(679);
    let start = Instant::now();
    let pdf = match job {
        Job::FirstLetter => letter(&material::setting(&circular, &address, &[])),
        Job::SlipsOne => slips(&stack::stack(), &stack::slips(SLIPS.into()), APage::One),
        Job::Register => register(&year::sample(ROWS.into()), year::at()),
        Job::SlipsFour => slips(&stack::stack(), &stack::slips(SLIPS.into()), APage::Four),
    };
    let pdf = black_box(pdf.expect("a PDF"));
    println!("{} {} {}", start.elapsed().as_secs_f64() * 1e3, peak_mb(), pdf.len());
}

/// The most memory that this program had, as Linux counts it (`VmHWM` of proc(5)).
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    peak.and_then(|kb| kb.trim().parse::<f64>().ok()).map_or(f64::NAN, |kb| kb * 1024.0 / 1e6)
}

/// Has it done by a program started for it.
pub fn took(program: &Path, job: Job) -> Took {
    let said = Command::new(program).arg(job.word()).output().expect("the program starts");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let mut figures = said.split_whitespace().map(|figure| figure.parse::<f64>().expect("a figure"));
    let mut next = || figures.next().expect("three figures");
    Took { ms: next(), memory_mb: next(), kb: next() / 1e3 }
}

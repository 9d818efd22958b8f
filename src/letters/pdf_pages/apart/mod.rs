//! Drawing by a program of its own. A PDF may be made so that a page unpacks to more than there is of memory, or never
//! ends: a process can be held to limits and stopped, a thread cannot.

mod frame;
mod process;
mod serve;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{Drawn, NotAPdf};
use process::Process;

pub use serve::serve;

/// An opened PDF. Its process is started anew when a page has ended it.
pub struct Apart {
    program: PathBuf,
    pdf: Vec<u8>,
    count: usize,
    longest: Duration,
    process: Mutex<Option<Process>>,
}

impl Apart {
    pub fn open(program: &Path, pdf: Vec<u8>, longest: Duration) -> Result<Self, NotAPdf> {
        let (process, count) = Process::start(program, &pdf, longest).ok_or(NotAPdf)?;
        Ok(Self { program: program.to_owned(), pdf, count, longest, process: Mutex::new(Some(process)) })
    }

    pub fn count(&self) -> usize {
        self.count
    }

    pub fn draw(&self, index: usize, dpi: f32) -> Option<Drawn> {
        let mut held = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        let mut process = match held.take() {
            Some(process) => process,
            None => Process::start(&self.program, &self.pdf, self.longest)?.0,
        };
        // One that gave no answer is dropped, which stops it.
        let answer = process.draw(index, dpi)?;
        *held = Some(process);
        answer.drawn()
    }
}

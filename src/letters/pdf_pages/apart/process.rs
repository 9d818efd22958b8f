//! The other program as this one sees it.

use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use super::frame::{self, Answer, Ask};

/// A running one; it is stopped when this is dropped.
pub struct Process {
    child: Child,
    ask: ChildStdin,
    answers: Receiver<Vec<u8>>,
    longest: Duration,
}

impl Process {
    /// Starts it with a PDF, of which it tells the number of pages; `None` when it cannot be opened. An answer may take
    /// it as long as is said.
    pub fn start(program: &Path, pdf: &[u8], longest: Duration) -> Option<(Self, usize)> {
        let mut command = Command::new(program);
        // It is told nothing but the PDF: no setting, and above all no key.
        command.arg("draw").env_clear();
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = piped.spawn().inspect_err(|error| tracing::error!(%error, "drawing apart")).ok()?;
        let (ask, mut from) = (child.stdin.take()?, child.stdout.take()?);
        let (tell, answers) = sync_channel(1);
        // A pipe cannot be read with a limit of time; a channel can.
        std::thread::spawn(move || {
            while let Ok(answer) = frame::read_answer(&mut from) {
                if tell.send(answer).is_err() {
                    break;
                }
            }
        });
        let mut process = Self { child, ask, answers, longest };
        let count = process.asked(pdf)?;
        let count = u64::from_le_bytes(count.try_into().ok()?);
        Some((process, usize::try_from(count).ok()?))
    }

    /// Its answer; `None` when it gave none in time, and is of no more use.
    pub fn draw(&mut self, index: usize, dpi: f32) -> Option<Answer> {
        let ask = Ask { index: u64::try_from(index).ok()?, dpi };
        self.asked(&ask.to_bytes()).map(Answer)
    }

    fn asked(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        frame::write(&mut self.ask, bytes).ok()?;
        self.answers.recv_timeout(self.longest).ok()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! The other program: draws pages of the PDF that it was given until nobody asks any more.

use std::io::{self, Read, Write};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::frame::{self, Answer, Ask};
use crate::letters::pdf_pages::here::Here;

/// Bytes of memory at most: the largest page with the largest picture that is unpacked for it.
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;

/// Seconds of a processor at most: what a stack of scans takes, many times over.
const SECONDS: u64 = 600;

/// Draws what is asked on `from` and answers on `to`.
///
/// # Errors
/// When the PDF cannot be opened, the other side is gone before it was answered, or the system sets no limits.
pub fn serve(mut from: impl Read, mut to: impl Write) -> io::Result<()> {
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Fsize, 0)] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    let pages = Here::open(frame::read(&mut from)?).map_err(io::Error::other)?;
    let count = u64::try_from(pages.count()).unwrap_or(u64::MAX);
    frame::write(&mut to, &count.to_le_bytes())?;
    while let Some(ask) = frame::read(&mut from).ok().as_deref().and_then(Ask::of_bytes) {
        let drawn = usize::try_from(ask.index).ok().and_then(|index| pages.draw(index, ask.dpi));
        frame::write(&mut to, &Answer::of(drawn).0)?;
    }
    Ok(())
}

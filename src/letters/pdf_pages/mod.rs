//! Pages of a PDF as pixels: what a printer would put on paper, or what a scanner put into the file.

mod apart;
mod drawn;
mod here;

use std::path::PathBuf;
use std::time::Duration;

pub use apart::serve;
pub use drawn::Drawn;

use apart::Apart;
use here::Here;

/// Pixels a side at most: an A4 sheet at 400 dpi. A page that claims to be larger is drawn coarser.
const LARGEST_SIDE: u16 = 4_700;

/// How long opening a PDF, or drawing a page of it, may take.
const LONGEST: Duration = Duration::from_secs(20);

/// A PDF whose pages can be drawn.
pub struct PdfPages(Way);

enum Way {
    Here(Here),
    Apart(Apart),
}

/// The bytes are no PDF that can be opened: damaged, locked, or something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the PDF cannot be opened")]
pub struct NotAPdf;

/// Who draws the PDFs of strangers: a program of its own, which may be stopped when it takes too long or too much.
#[derive(Debug, Clone)]
pub struct Drawer {
    program: Option<PathBuf>,
    longest: Duration,
}

impl Drawer {
    /// This program, started once more for each PDF; none draws them within this process, where nothing stops a page.
    pub fn new(program: Option<PathBuf>) -> Self {
        Self { program, longest: LONGEST }
    }

    /// The same, with another time that opening a PDF, or drawing a page, may take.
    #[must_use]
    pub fn within(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    /// Opens a PDF. Any bytes may be given.
    ///
    /// # Errors
    /// When it cannot be opened within the limits.
    pub fn open(&self, bytes: Vec<u8>) -> Result<PdfPages, NotAPdf> {
        match &self.program {
            Some(program) => Apart::open(program, bytes, self.longest).map(Way::Apart).map(PdfPages),
            None => PdfPages::open(bytes),
        }
    }
}

impl PdfPages {
    /// Opens a PDF within this process: one that was printed here, or what its own user gave.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(bytes: Vec<u8>) -> Result<Self, NotAPdf> {
        Here::open(bytes).map(Way::Here).map(Self)
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        match &self.0 {
            Way::Here(here) => here.count(),
            Way::Apart(apart) => apart.count(),
        }
    }

    /// Draws a page, counted from 0, so many dots an inch; `None` when there is none or it cannot be drawn.
    pub fn draw(&self, index: usize, dpi: f32) -> Option<Drawn> {
        match &self.0 {
            Way::Here(here) => here.draw(index, dpi),
            Way::Apart(apart) => apart.draw(index, dpi),
        }
    }
}

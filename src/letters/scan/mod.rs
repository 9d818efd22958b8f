//! A stack of papers as it comes from a scanner or a telephone: each page's QR symbols, and a small picture of the page.

mod claims;
mod picture;
mod refusal;

use std::io::Cursor;
use std::time::{Duration, Instant};

use image::GrayImage;
use image::imageops::thumbnail;

use crate::letters::file_kind::{FileKind, sniff};
use crate::letters::pdf_pages::{Drawer, PdfPages};
use crate::letters::proof;

pub use refusal::NotScanned;

/// Pages of a file at most.
pub const MOST_PAGES: usize = 400;

/// How long a file is looked at; it is asked between pages.
const LONGEST: Duration = Duration::from_mins(2);

/// Dots an inch that a page is drawn at: four a module of the smallest symbol that is printed here.
const DPI: f32 = 200.0;

/// Pixels of the longer side of the pictures that are kept: what is written by hand can still be read.
const KEPT_SIDE: u32 = 1_400;

/// A page that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedPage {
    /// Which one, counted from 1.
    pub number: usize,
    /// What its symbols say, each once.
    pub texts: Vec<String>,
    /// A grey JPEG of it to keep.
    pub picture: Vec<u8>,
}

/// A file that is being read page by page, so that one page at a time is held in memory.
pub struct Scan {
    pages: Pages,
    next: usize,
    count: usize,
    until: Instant,
}

enum Pages {
    Pdf(PdfPages),
    Photo(GrayImage),
}

/// Opens a PDF of scanned pages, or one photograph or scan as PNG or JPEG. Any bytes may be given.
///
/// # Errors
/// When it is none of these, cannot be opened, has no page, or more pages or pixels than are looked at.
pub fn open_scan(bytes: Vec<u8>, drawer: &Drawer) -> Result<Scan, NotScanned> {
    let kind = sniff(&mut Cursor::new(&bytes)).unwrap_or(FileKind::Unknown);
    let (pages, count) = match kind {
        FileKind::Pdf if claims::too_many_pixels(&bytes) => return Err(NotScanned::TooManyPixels),
        FileKind::Pdf => {
            let pages = drawer.open(bytes).map_err(|_| NotScanned::BrokenPdf)?;
            let count = pages.count();
            (Pages::Pdf(pages), count)
        }
        FileKind::Png | FileKind::Jpeg => (Pages::Photo(picture::open(&bytes)?), 1),
        _ => return Err(NotScanned::OtherKind),
    };
    match count {
        0 => Err(NotScanned::BrokenPdf),
        _ if count > MOST_PAGES => Err(NotScanned::TooManyPages { pages: count, most: MOST_PAGES }),
        _ => Ok(Scan { pages, next: 0, count, until: Instant::now() + LONGEST }),
    }
}

impl Scan {
    /// How many pages the file has; fewer are read where the time is over before the pages are.
    pub fn pages(&self) -> usize {
        self.count
    }
}

impl Iterator for Scan {
    type Item = ScannedPage;

    fn next(&mut self) -> Option<ScannedPage> {
        if self.next >= self.count || Instant::now() > self.until {
            return None;
        }
        let page = match &self.pages {
            Pages::Pdf(pages) => pages.draw(self.next, DPI).and_then(|drawn| {
                let luma = drawn.luma();
                GrayImage::from_raw(drawn.width, drawn.height, luma)
            }),
            Pages::Photo(photo) => Some(photo.clone()),
        };
        self.next += 1;
        // A page that cannot be drawn is a page nonetheless: somebody has to look at the paper.
        let page = page.unwrap_or_else(|| GrayImage::from_pixel(8, 8, image::Luma([u8::MAX])));
        Some(looked_at(self.next, page))
    }
}

fn looked_at(number: usize, page: GrayImage) -> ScannedPage {
    let (width, height) = page.dimensions();
    let longer = width.max(height);
    let kept = |side: u32| (side * KEPT_SIDE).div_ceil(longer).max(1);
    let small = if longer > KEPT_SIDE { thumbnail(&page, kept(width), kept(height)) } else { page.clone() };
    let width = usize::try_from(width).unwrap_or_default();
    ScannedPage { number, picture: picture::jpeg(&small), texts: proof::read_all(width, page.into_raw()) }
}

impl std::fmt::Debug for Scan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scan").field("next", &self.next).field("count", &self.count).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;

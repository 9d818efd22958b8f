//! What Typst may see: the layouts, the font of letters, and the data of one print. Nothing of the machine.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::{Abs, Em};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};

use super::{Enclosed, Layout};

/// Files that are the same in every print. Their ids are interned once for ever, so there are no others.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    font: Font,
    layouts: Vec<Source>,
}

macro_rules! layouts {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../assets/letters/", $name)))),+]
    };
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../assets/letters/THSarabunPSK-2.0.ttf").as_slice();
    let font = Font::new(Bytes::new(bytes), 0).expect("the font that is shipped is one");
    let layouts = layouts![
        "annex.typ",
        "foot.typ",
        "head.typ",
        "letter.typ",
        "number_stamp.typ",
        "page.typ",
        "poster.typ",
        "receipt.typ",
        "receive_stamp.typ",
        "register.typ",
        "slips.typ",
        "symbol_stamp.typ",
    ];
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts([&font])),
        font,
        layouts: layouts.map(|(name, text)| Source::new(id(name), text.to_owned())).to_vec(),
    }
});

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(format!("/{name}")).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The characters of a text that the font has no glyph for, each once.
pub fn missing_glyphs(text: &str) -> String {
    let coverage = &PRESS.font.info().coverage;
    let mut missing = String::new();
    for c in text.chars().filter(|c| !c.is_control() && !coverage.contains(u32::from(*c))) {
        if !missing.contains(c) {
            missing.push(c);
        }
    }
    missing
}

static WIDTHS: LazyLock<FontInstance> = LazyLock::new(|| {
    PRESS.font.clone().instantiate(FontVariant::default(), Abs::pt(14.0), &FontVariations::default())
});

/// How wide the font sets a text, in its own size: the sum of what its characters advance by.
pub fn width(text: &str) -> f64 {
    let advance = |c| WIDTHS.x_advance(WIDTHS.ttf().glyph_index(c)?.0);
    text.chars().filter_map(advance).map(Em::get).sum()
}

/// How high a line of the font is, in its own size.
pub fn line_height() -> f64 {
    let metrics = WIDTHS.metrics();
    (metrics.ascender - metrics.descender).get()
}

/// One print.
pub struct World {
    main: FileId,
    files: Vec<(FileId, Bytes)>,
}

impl World {
    pub fn new(layout: Layout, data: String, enclosed: Vec<Enclosed>) -> Self {
        let mut files = vec![(id("data.json"), Bytes::from_string(data))];
        files.extend(enclosed.into_iter().map(|file| (id(file.name), Bytes::new(file.bytes))));
        Self { main: id(layout.file()), files }
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = PRESS.layouts.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(name, _)| *name == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| not_here(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        (index == 0).then(|| PRESS.font.clone())
    }

    /// Time is passed in with the data; a layout that asks the clock would print another page each day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_here(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

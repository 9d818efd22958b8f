//! Runs of text on a page: its content is played, and each string is noted with where it begins and ends.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::MAX_STREAM;
use super::actual::Marked;
use super::font::Font;
use super::matrix::Matrix;

/// A string as it stands on the page, in points from its lower left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub text: String,
    pub x: f32,
    pub y: f32,
    /// Where it ends.
    pub end: f32,
    /// The size of its letters.
    pub size: f32,
}

/// Forms inside forms deeper than this are not drawn by hand.
const DEEPEST: u32 = 6;
/// The most operations of a page.
const MOST_OPERATIONS: usize = 400_000;
/// The most strings of a page.
const MOST_RUNS: usize = 100_000;
/// A shift back inside a string of more than this, in thousandths of its size, parts two words.
const WORD_GAP: f32 = 220.0;

/// All strings of a page in the order in which they are drawn.
pub(super) fn runs(document: &Document, page: ObjectId) -> Vec<Run> {
    let Ok(content) = document.get_page_content_with_limit(page, MAX_STREAM) else { return Vec::new() };
    let Some(resources) = inherited(document, page, b"Resources") else { return Vec::new() };
    let mut player = Player { document, runs: Vec::new(), left: MOST_OPERATIONS };
    player.play(&content, resources, Matrix::IDENTITY, 0);
    player.runs
}

/// An entry of a page or of the nodes above it.
fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Dictionary> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..32 {
        if let Ok(found) = node.get_deref(key, document).and_then(Object::as_dict) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

struct Player<'a> {
    document: &'a Document,
    runs: Vec<Run>,
    left: usize,
}

/// The state that decides where the next string stands.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Vec<u8>>,
    size: f32,
    leading: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    rise: f32,
}

struct Text {
    line: Matrix,
    at: Matrix,
    marked: Marked,
}

impl<'a> Player<'a> {
    fn play(&mut self, content: &[u8], resources: &'a Dictionary, matrix: Matrix, depth: u32) {
        let document = self.document;
        let plain: HashMap<Vec<u8>, (&Dictionary, Dictionary)> = fonts(document, resources);
        let fonts: HashMap<&[u8], Font<'_>> = plain
            .iter()
            .map(|(name, (font, bare))| (name.as_slice(), Font::of(document, font, bare)))
            .collect();
        let mut state = State {
            matrix,
            font: None,
            size: 0.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            rise: 0.0,
        };
        let mut kept: Vec<State> = Vec::new();
        let mut text = Text { line: Matrix::IDENTITY, at: Matrix::IDENTITY, marked: Marked::default() };
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { return };
            if self.left == 0 || self.runs.len() >= MOST_RUNS {
                return;
            }
            self.left -= 1;
            match operation.operator.as_str() {
                "q" if kept.len() < 256 => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => {
                    if let Some(matrix) = Matrix::of(&operation.operands) {
                        state.matrix = matrix.then(state.matrix);
                    }
                }
                "Do" if depth < DEEPEST => {
                    if let Some(name) = operation.operands.first().and_then(|name| name.as_name().ok()) {
                        self.form(resources, name, &state, depth);
                    }
                }
                _ => {
                    state.set(&operation);
                    text.place(&operation, &state);
                    text.marked.follow(&operation, document, resources);
                    self.show(&operation, &fonts, &state, &mut text);
                }
            }
        }
    }

    /// A form is drawn as if its content stood here; pictures have no text.
    fn form(&mut self, resources: &'a Dictionary, name: &[u8], state: &State, depth: u32) {
        let document = self.document;
        let stream: Option<&'a Stream> = resources
            .get_deref(b"XObject", document)
            .and_then(Object::as_dict)
            .and_then(|objects| objects.get_deref(name, document))
            .and_then(Object::as_stream)
            .ok();
        let Some(form) = stream.filter(|stream| {
            stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
        }) else {
            return;
        };
        let Ok(content) = form.get_plain_content_with_limit(MAX_STREAM) else { return };
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).unwrap_or(resources);
        let matrix = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array).ok();
        let matrix = matrix.and_then(|numbers| Matrix::of(numbers)).unwrap_or(Matrix::IDENTITY);
        self.play(&content, own, matrix.then(state.matrix), depth + 1);
    }

    fn show(
        &mut self,
        operation: &Operation,
        fonts: &HashMap<&[u8], Font<'_>>,
        state: &State,
        text: &mut Text,
    ) {
        let strings = match operation.operator.as_str() {
            "Tj" | "'" => operation.operands.as_slice(),
            "\"" => operation.operands.get(2..).unwrap_or_default(),
            "TJ" => operation
                .operands
                .first()
                .and_then(|list| list.as_array().ok())
                .map_or(&[][..], Vec::as_slice),
            _ => return,
        };
        let Some(font) = state.font.as_deref().and_then(|name| fonts.get(name)) else { return };
        for part in strings {
            if let Ok(codes) = part.as_str() {
                let shown = font.show(codes);
                let spacing =
                    f32::from(shown.codes) * state.letter_space + f32::from(shown.spaces) * state.word_space;
                let width = (shown.width * state.size + spacing) * state.stretch;
                let said = text.marked.said(shown.text);
                self.note(said, width, state, text);
                text.at = Matrix::shift(width, 0.0).then(text.at);
            } else if let Ok(back) = part.as_float() {
                let shift = -back / 1000.0 * state.size * state.stretch;
                text.at = Matrix::shift(shift, 0.0).then(text.at);
                if back < -WORD_GAP {
                    self.note(" ".to_owned(), 0.0, state, text);
                }
            }
        }
    }

    fn note(&mut self, string: String, width: f32, state: &State, text: &Text) {
        let placed = Matrix::shift(0.0, state.rise).then(text.at).then(state.matrix);
        let (x, y) = placed.origin();
        let (wide, high) = placed.scale();
        let size = (state.size * high).abs();
        if string.is_empty() {
            // The drawing goes on of what was said where it began.
            if let Some(last) = self.runs.last_mut().filter(|last| (last.y - y).abs() < f32::EPSILON) {
                last.end = x + width * wide;
            }
        } else if x.is_finite() && y.is_finite() && size.is_finite() && size > 0.0 {
            self.runs.push(Run { text: string, x, y, end: x + width * wide, size });
        }
    }
}

/// The fonts of a page, each also without its encoding.
fn fonts<'a>(
    document: &'a Document,
    resources: &'a Dictionary,
) -> HashMap<Vec<u8>, (&'a Dictionary, Dictionary)> {
    let Ok(fonts) = resources.get_deref(b"Font", document).and_then(Object::as_dict) else {
        return HashMap::new();
    };
    let font = |object: &'a Object| document.dereference(object).ok()?.1.as_dict().ok();
    fonts
        .iter()
        .take(200)
        .filter_map(|(name, object)| {
            let font = font(object)?;
            let mut bare = font.clone();
            bare.remove(b"Encoding");
            Some((name.clone(), (font, bare)))
        })
        .collect()
}

impl State {
    fn set(&mut self, operation: &Operation) {
        let number =
            |at: usize| operation.operands.get(at).and_then(|number| number.as_float().ok()).unwrap_or(0.0);
        match operation.operator.as_str() {
            "Tf" => {
                self.font =
                    operation.operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
                self.size = number(1);
            }
            "TL" => self.leading = number(0),
            "TD" => self.leading = -number(1),
            "Tc" => self.letter_space = number(0),
            "Tw" => self.word_space = number(0),
            "Tz" => self.stretch = number(0) / 100.0,
            "Ts" => self.rise = number(0),
            "\"" => {
                self.word_space = number(0);
                self.letter_space = number(1);
            }
            _ => {}
        }
    }
}

impl Text {
    fn place(&mut self, operation: &Operation, state: &State) {
        let number =
            |at: usize| operation.operands.get(at).and_then(|number| number.as_float().ok()).unwrap_or(0.0);
        let line = match operation.operator.as_str() {
            "BT" => Matrix::IDENTITY,
            "Tm" => Matrix::of(&operation.operands).unwrap_or(self.line),
            "Td" | "TD" => Matrix::shift(number(0), number(1)).then(self.line),
            "T*" | "'" | "\"" => Matrix::shift(0.0, -state.leading).then(self.line),
            _ => return,
        };
        self.line = line;
        self.at = line;
    }
}

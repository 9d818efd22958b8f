//! What a file is by its content, never by its name, and whether it may be enclosed with a letter.

mod office;
mod refusal;
mod text;

use std::io::{self, Read, Seek, SeekFrom};

pub use refusal::RefusedFile;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A Word document without macros.
    Docx,
    /// An Excel workbook without macros.
    Xlsx,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    Webp,
    /// Text in columns, UTF-8 or Windows-874.
    Csv,
    /// Other text, UTF-8 or Windows-874.
    Text,
    /// An Office file with macros.
    MacroOffice,
    /// An Office file of before 2007 (DOC, XLS, PPT), which may hide macros.
    OldOffice,
    /// A web page.
    Html,
    /// A vector drawing that may hold scripts, or other XML.
    Xml,
    /// A program or a script with an interpreter line.
    Program,
    /// A ZIP archive of other content.
    Zip,
    /// Anything else.
    Unknown,
}

impl FileKind {
    /// The media type to store and to serve it with. What a browser might run is served as bytes.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Csv => "text/csv",
            Self::Text => "text/plain",
            Self::Zip => "application/zip",
            Self::MacroOffice | Self::OldOffice | Self::Html | Self::Xml | Self::Program | Self::Unknown => {
                "application/octet-stream"
            }
        }
    }

    /// The ending of the name it is served under, whatever its uploader called it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Csv => "csv",
            Self::Text => "txt",
            Self::Zip => "zip",
            Self::MacroOffice | Self::OldOffice | Self::Html | Self::Xml | Self::Program | Self::Unknown => {
                "bin"
            }
        }
    }

    /// Whether it is a picture, whose size is told in pixels.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::Webp)
    }
}

/// Bytes at the beginning that decide everything but the content of a ZIP archive.
const HEAD: u64 = 64 * 1024;

/// Tells what a file is, reading its first 64 KB and, of a ZIP archive, its directory; any bytes give an
/// answer. Works on an open file as on `Cursor::new(&bytes)`, and leaves the position anywhere.
pub fn sniff<R: Read + Seek>(file: &mut R) -> io::Result<FileKind> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        file.seek(SeekFrom::Start(0))?;
        return Ok(office::kind_of_zip(file));
    }
    Ok(by_signature(&head).unwrap_or_else(|| text::kind_of_text(&head)))
}

/// Whether a letter may enclose a file of this kind: documents, tables and pictures, nothing that runs.
pub fn allowed_enclosure(kind: FileKind) -> Result<(), RefusedFile> {
    match kind {
        FileKind::Pdf | FileKind::Docx | FileKind::Xlsx | FileKind::Csv | FileKind::Text => Ok(()),
        kind if kind.is_picture() => Ok(()),
        kind => Err(RefusedFile(kind)),
    }
}

fn by_signature(head: &[u8]) -> Option<FileKind> {
    let kind = match head {
        [b'%', b'P', b'D', b'F', b'-', ..] => FileKind::Pdf,
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => FileKind::Png,
        [0xff, 0xd8, 0xff, ..] => FileKind::Jpeg,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => FileKind::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => FileKind::Webp,
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => FileKind::OldOffice,
        // Windows (MZ with binary content); Linux, scripts, macOS in both byte orders, Java.
        [b'M', b'Z', rest @ ..] if rest.iter().take(64).any(|byte| *byte == 0) => FileKind::Program,
        [0x7f, b'E', b'L', b'F', ..]
        | [b'#', b'!', ..]
        | [0xfe, 0xed, 0xfa, 0xce | 0xcf, ..]
        | [0xce | 0xcf, 0xfa, 0xed, 0xfe, ..]
        | [0xca, 0xfe, 0xba, 0xbe, ..] => FileKind::Program,
        _ => return None,
    };
    Some(kind)
}

#[cfg(test)]
mod tests;

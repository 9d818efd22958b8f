//! Office documents are ZIP archives: the names in the archive's directory tell which.

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::FileKind;

/// Longest list of content types that is read; a real one has a few thousand bytes.
const LONGEST_LIST: u64 = 256 * 1024;

pub fn kind_of_zip<R: Read + Seek>(file: &mut R) -> FileKind {
    let Ok(mut archive) = ZipArchive::new(file) else { return FileKind::Unknown };
    let names: Vec<String> = archive.file_names().flatten().map(|name| lower(&name)).collect();
    let has = |test: fn(&str) -> bool| names.iter().any(|name| test(name));
    if !has(|name| name == "[content_types].xml") {
        return FileKind::Zip;
    }
    let macros = has(|name| name.ends_with("vbaproject.bin") || name.contains("/macrosheets/"));
    let word = has(|name| name == "word/document.xml");
    let excel = has(|name| name == "xl/workbook.xml");
    if macros || content_types(&mut archive).is_some_and(|types| lower(&types).contains("macroenabled")) {
        return FileKind::MacroOffice;
    }
    match (word, excel) {
        (true, false) => FileKind::Docx,
        (false, true) => FileKind::Xlsx,
        _ => FileKind::Zip,
    }
}

fn content_types<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<String> {
    let mut list = Vec::new();
    archive.by_name("[Content_Types].xml").ok()?.take(LONGEST_LIST).read_to_end(&mut list).ok()?;
    Some(String::from_utf8_lossy(&list).into_owned())
}

fn lower(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

//! The demo's handbook: a Word document of a few paragraphs, made here.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const PARAGRAPHS: [&str; 6] = [
    "คู่มือการจัดทำบันทึกการจัดการเรียนรู้ (ตัวอย่าง)",
    "1. เลือกหนึ่งคาบเรียนที่ได้ผลดี และเขียนว่าผู้เรียนทำอะไรได้เมื่อจบคาบ",
    "2. เล่าสิ่งที่ครูทำตามลำดับ พร้อมภาพผลงานของผู้เรียนไม่เกินห้าภาพ โดยไม่ให้เห็นใบหน้า",
    "3. บอกสิ่งที่จะปรับในครั้งต่อไป",
    "4. ความยาวไม่เกินสี่หน้า ส่งเป็น PDF หรือ DOCX ทางอีเมลในหนังสือ",
    "เอกสารนี้แต่งขึ้นเพื่อแสดงการใช้งานระบบเท่านั้น",
];

/// The document; `edition` stands below its title.
///
/// # Errors
/// When the archive cannot be made, which memory never refuses.
pub(super) fn docx(edition: &str) -> std::io::Result<Vec<u8>> {
    let mut lines = PARAGRAPHS.to_vec();
    lines.insert(1, edition);
    let paragraphs = lines.iter().fold(String::new(), |paragraphs, line| {
        paragraphs + "<w:p><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>" + line + "</w:t></w:r></w:p>"
    });
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>"
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let parts =
        [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &document)];
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::file_kind::{FileKind, sniff};

    #[test]
    fn it_is_a_word_document() {
        let bytes = docx("ฉบับที่ 1").expect("a document");
        assert_eq!(sniff(&mut Cursor::new(bytes)).expect("a look"), FileKind::Docx);
    }
}

//! `wian qr TEXT --out FILE`.

use std::path::Path;

use crate::app::{Complaint, Result};
use crate::letters::qr::{self, Format, Style};

/// Draws a symbol, reads it back with both decoders, and only then writes it.
///
/// # Errors
/// When it does not read back, or the file's name ends in nothing that can be drawn.
pub(super) fn qr(text: &str, out: &Path) -> Result<()> {
    let format = out.file_name().and_then(|name| Format::of_file_name(&name.to_string_lossy()));
    let format = format.ok_or_else(|| {
        Complaint::new(
            "qr_format_unknown",
            "ชื่อไฟล์ต้องลงท้ายด้วย .png .svg หรือ .pdf",
            "The name of the file must end in .png, .svg or .pdf.",
        )
    })?;
    std::fs::write(out, qr::render(text, format, &Style::default())?)?;
    Ok(())
}

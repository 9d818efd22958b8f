//! The columns of a registry file and the shape they make.

use crate::domain::sheet::SheetRow;
use crate::domain::thai::{fold_digits, normalise};

/// Rows among which the header is looked for.
const SEARCHED: usize = 20;

/// The meaning of a column, with the heads it is known by; the first one there counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(&'static [&'static str]);

pub(super) const TIER: Name = Name(&["tier", "ระดับ"]);
pub(super) const CODE: Name = Name(&["code", "รหัส"]);
pub(super) const PARENT_CODE: Name = Name(&["parent_code", "parent", "รหัสต้นสังกัด"]);
pub(super) const NAME_TH: Name = Name(&["name_th", "ชื่อ", "ชื่อโรงเรียน", "ชื่อสถานศึกษา", "ชื่อ อปท."]);
pub(super) const FULL_NAME_TH: Name = Name(&["full_name_th", "ชื่อเต็ม"]);
pub(super) const SHORT_NAME_TH: Name = Name(&["short_name_th", "short_name", "ชื่อย่อ"]);
pub(super) const NAME_EN: Name = Name(&["name_en", "ชื่อภาษาอังกฤษ"]);
pub(super) const KIND: Name = Name(&["kind", "type", "type_th", "ประเภท"]);
pub(super) const DISTRICT: Name = Name(&["district_th", "district", "อำเภอ"]);
pub(super) const PROVINCE: Name = Name(&["province_th", "province", "จังหวัด"]);
pub(super) const PROVINCE_CODE: Name = Name(&["province_code", "รหัสจังหวัด"]);
pub(super) const POSTAL_CODE: Name = Name(&["postal_code", "zip_code", "รหัสไปรษณีย์"]);
pub(super) const DLA_CODE: Name = Name(&["dla_code", "รหัส อปท.", "รหัสอปท"]);
pub(super) const STABLE_KEY: Name = Name(&["stable_key"]);
pub(super) const SCHOOL_KEY: Name = Name(&["school_key", "school_code", "รหัสโรงเรียน", "รหัสสถานศึกษา"]);
pub(super) const SCHOOL_LOCAL_CODE: Name = Name(&["lao_dla_code", "dla_code", "รหัส อปท.", "รหัสอปท"]);
pub(super) const OLD_CODE: Name = Name(&["dla_code_2566", "old_dla_code", "old_code"]);
pub(super) const NEW_CODE: Name = Name(&["predicted_new_dla_code", "new_dla_code", "new_code"]);
pub(super) const TO_KIND: Name = Name(&["to_type_th", "to_type", "new_type"]);
pub(super) const BUDGET_YEARS: Name = Name(&["budget_years", "ปีงบประมาณ"]);
pub(super) const EFFECTIVE: Name = Name(&["effective", "effective_date", "effective_from"]);

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Locals,
    Schools,
    Offices,
    Changes,
}

/// The header of a file.
pub(super) struct Columns {
    pub shape: Shape,
    /// Rows down to the first one of data.
    pub skip: usize,
    heads: Vec<String>,
}

impl Columns {
    /// The first row whose heads make a known shape.
    pub fn find(rows: &[SheetRow]) -> Option<Self> {
        rows.iter().enumerate().take(SEARCHED).find_map(|(at, row)| {
            let heads: Vec<String> = row.cells.iter().map(|cell| normalise(cell)).collect();
            let has = |name| position(&heads, name).is_some();
            let named = has(NAME_TH) || has(FULL_NAME_TH);
            let shape = if has(OLD_CODE) && has(NEW_CODE) && named {
                Shape::Changes
            } else if has(TIER) && has(CODE) && named {
                Shape::Offices
            } else if has(SCHOOL_KEY) && named {
                Shape::Schools
            } else if has(DLA_CODE) && named {
                Shape::Locals
            } else {
                return None;
            };
            Some(Self { shape, skip: at + 1, heads })
        })
    }

    /// A cell's text, normalised; none when it is blank or there is no such column.
    pub fn text(&self, row: &SheetRow, name: Name) -> Option<String> {
        position(&self.heads, name).map(|index| normalise(row.cell(index))).filter(|text| !text.is_empty())
    }

    /// Whether the file has the column.
    pub fn has(&self, name: Name) -> bool {
        position(&self.heads, name).is_some()
    }

    /// A code: ASCII digits and no spaces.
    pub fn code(&self, row: &SheetRow, name: Name) -> Option<String> {
        self.text(row, name).map(|text| fold_digits(&text).replace(' ', ""))
    }

    /// A column's head as in the file, or the one expected where it is missing.
    pub fn head(&self, name: Name) -> String {
        let expected = || name.0.first().map_or_else(String::new, |head| (*head).to_owned());
        position(&self.heads, name).and_then(|index| self.heads.get(index)).cloned().unwrap_or_else(expected)
    }

    /// The column that tells one row from another.
    pub const fn code_column(&self) -> Name {
        match self.shape {
            Shape::Locals => DLA_CODE,
            Shape::Schools => SCHOOL_KEY,
            Shape::Offices => CODE,
            Shape::Changes => OLD_CODE,
        }
    }
}

fn position(heads: &[String], name: Name) -> Option<usize> {
    name.0.iter().find_map(|wanted| heads.iter().position(|head| head.to_lowercase() == *wanted))
}

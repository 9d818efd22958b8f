//! Cells merged over several rows: what is written once speaks for the rows below it.

use super::row::RosterRow;

/// What the rows above said.
#[derive(Debug, Default)]
pub(super) struct FillDown {
    last: Option<RosterRow>,
    section: Option<String>,
}

impl FillDown {
    /// A section head names the province of the rows under it.
    pub(super) fn start_section(&mut self, province: String) {
        self.last = None;
        self.section = Some(province);
    }

    /// Completes a row from the one above it, unless the row says that it is elsewhere.
    pub(super) fn apply(&mut self, row: &mut RosterRow) {
        if let Some(last) = &self.last {
            let says_place = row.local.is_some() || row.local_code.is_some();
            let says_province = row.province.is_some() || row.province_code.is_some();
            if !says_province {
                row.province.clone_from(&last.province);
                row.province_code.clone_from(&last.province_code);
            }
            let same_province = !says_province
                || (agrees(row.province.as_ref(), last.province.as_ref())
                    && agrees(row.province_code.as_ref(), last.province_code.as_ref()));
            let same_district = agrees(row.district.as_ref(), last.district.as_ref());
            if !says_place && same_province && same_district {
                row.local.clone_from(&last.local);
                row.local_code.clone_from(&last.local_code);
                row.local_filled = row.local.is_some() || row.local_code.is_some();
                row.district = row.district.take().or_else(|| last.district.clone());
            }
        }
        if row.province.is_none() && row.province_code.is_none() {
            row.province.clone_from(&self.section);
        }
        self.last = Some(row.clone());
    }
}

/// A blank cell contradicts nothing.
fn agrees(here: Option<&String>, above: Option<&String>) -> bool {
    here.is_none() || here == above
}

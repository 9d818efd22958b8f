//! The lists at a letter's end: its provinces, and its schools by province.

use serde::Serialize;

use crate::domain::paper::PaperDigits;
use crate::letters::paper::Prose;
use crate::text::{Lang, fill};

/// A province that a circular goes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnnexedProvince {
    /// Its two-digit code.
    pub code: String,
    /// Its name without จังหวัด.
    pub name: String,
    /// How many of its local administrations are on the way.
    pub locals: usize,
    /// Its schools in their order.
    pub schools: Vec<AnnexedSchool>,
}

/// A school on the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnnexedSchool {
    /// Its full name.
    pub name: String,
    /// Its local administration's short name.
    pub local: String,
    /// The district; empty when none is known.
    pub district: String,
}

/// The lists as the layout reads them.
#[derive(Debug, Serialize)]
pub(super) struct Annex {
    provinces: Vec<ProvinceRow>,
    schools: Vec<ProvinceSchools>,
}

#[derive(Debug, Serialize)]
struct ProvinceRow {
    name: Prose,
    locals: usize,
    schools: usize,
}

#[derive(Debug, Serialize)]
struct ProvinceSchools {
    name: Prose,
    rows: Vec<SchoolRow>,
}

#[derive(Debug, Serialize)]
struct SchoolRow {
    place: usize,
    school: Prose,
    local: Prose,
    district: Prose,
}

impl Annex {
    pub(super) fn new(provinces: &[AnnexedProvince], digits: PaperDigits) -> Self {
        let prose = |text: &str| Prose::new(text, digits);
        let row = |province: &AnnexedProvince| ProvinceRow {
            name: prose(&province.name),
            locals: province.locals,
            schools: province.schools.len(),
        };
        let mut place = 0;
        let with_schools = provinces.iter().filter(|province| !province.schools.is_empty());
        let schools = with_schools.map(|province| ProvinceSchools {
            name: prose(&fill(&Lang::Th.text().sheet.province, &[("name", &province.name)])),
            rows: province
                .schools
                .iter()
                .map(|school| {
                    place += 1;
                    SchoolRow {
                        place,
                        school: prose(&school.name),
                        local: prose(&school.local),
                        district: prose(&school.district),
                    }
                })
                .collect(),
        });
        Self { schools: schools.collect(), provinces: provinces.iter().map(row).collect() }
    }
}

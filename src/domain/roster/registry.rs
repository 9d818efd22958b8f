//! What the matcher needs to know of the registry of offices, as plain values.

use std::collections::HashMap;

/// The offices that a roster is matched to.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    /// Schools in use.
    pub schools: Vec<RegistrySchool>,
    /// Local administrations in use.
    pub locals: Vec<RegistryLocal>,
    /// Provinces.
    pub provinces: Vec<RegistryProvince>,
    /// Codes of predecessors → the local administration of today, by whole code or by its last six digits.
    pub past_codes: HashMap<String, i64>,
}

/// A school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrySchool {
    /// The office's id.
    pub id: i64,
    /// Its code: the `school_key`.
    pub code: String,
    /// Its name in full.
    pub name: String,
    /// Its local administration; none while that is not known.
    pub local_id: Option<i64>,
    /// Its district, where that is known apart from its local administration's.
    pub district: Option<String>,
    /// The two-digit code of its province; empty to take that of its local administration.
    pub province_code: String,
}

/// A local administration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryLocal {
    /// The office's id.
    pub id: i64,
    /// Its seven-digit DLA code of today.
    pub code: String,
    /// Its full name: เทศบาลเมืองบางแก้ว.
    pub name: String,
    /// Its short name: ทม.บางแก้ว.
    pub short_name: String,
    /// Its district.
    pub district: String,
    /// The two-digit code of its province.
    pub province_code: String,
}

/// A province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryProvince {
    /// The id of the provincial office.
    pub id: i64,
    /// Two digits.
    pub code: String,
    /// Its name without จังหวัด.
    pub name: String,
}

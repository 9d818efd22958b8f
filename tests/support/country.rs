//! A small invented country: the department, a province with two local administrations, a neighbour with one, and
//! their schools.

use wian::store::StoreError;

/// Code, tier, code of the office above, name, short name, province.
const OFFICES: [(&str, &str, &str, &str, &str, &str); 9] = [
    ("DLA", "department", "", "กรมตัวอย่าง", "กรมตัวอย่าง", ""),
    ("90", "province", "DLA", "สำนักงานท้องถิ่นจังหวัดตัวอย่างเหนือ", "สถจ.ตัวอย่างเหนือ", "90"),
    ("91", "province", "DLA", "สำนักงานท้องถิ่นจังหวัดตัวอย่างใต้", "สถจ.ตัวอย่างใต้", "91"),
    ("4900101", "local", "90", "เทศบาลเมืองตัวอย่างหนึ่ง", "ทม.ตัวอย่างหนึ่ง", "90"),
    ("6900102", "local", "90", "องค์การบริหารส่วนตำบลตัวอย่างสอง", "อบต.ตัวอย่างสอง", "90"),
    ("5910101", "local", "91", "เทศบาลตำบลตัวอย่างสาม", "ทต.ตัวอย่างสาม", "91"),
    ("S1", "school", "4900101", "โรงเรียนตัวอย่าง ๑", "รร.ตัวอย่าง ๑", "90"),
    ("S2", "school", "4900101", "โรงเรียนตัวอย่าง ๒", "รร.ตัวอย่าง ๒", "90"),
    ("S3", "school", "5910101", "โรงเรียนตัวอย่าง ๓", "รร.ตัวอย่าง ๓", "91"),
];

/// Makes its offices in the database at this address.
pub async fn make(url: &str) -> Result<(), StoreError> {
    let db = sea_orm::Database::connect(url).await?;
    for (code, tier, above, name, short_name, province) in OFFICES {
        let statement = sea_orm::Statement::from_sql_and_values(
            sea_orm::DbBackend::Sqlite,
            "INSERT INTO offices (tier, code, stable_key, parent_id, name_th, short_name_th, province_code, search_key, \
             sort_key) VALUES (?, ?, ?, (SELECT id FROM offices WHERE code = ?), ?, ?, NULLIF(?, ''), ?, ?)",
            [tier, code, code, above, name, short_name, province, name, name].map(sea_orm::Value::from),
        );
        sea_orm::ConnectionTrait::execute_raw(&db, statement).await?;
    }
    Ok(db.close().await?)
}

//! Registry files of an invented country: local administrations in the real provinces, and schools under them.

use wian::app::PROVINCES;

use super::scale::Scale;

/// Codes of the local administrations: `T PP AA NN`, spread evenly over the provinces that have an office.
pub fn locals(scale: Scale) -> Vec<String> {
    let provinces: Vec<&str> = PROVINCES
        .iter()
        .filter(|province| !province.provincial_office.is_empty())
        .map(|province| province.code.as_str())
        .collect();
    let code = |at: usize| {
        let (nth, province) = (at / provinces.len(), provinces[at % provinces.len()]);
        format!("5{province}{:02}{:02}", 1 + nth / 99, 1 + nth % 99)
    };
    (0..scale.locals()).map(code).collect()
}

/// The registry file of local administrations.
pub fn locals_csv(locals: &[String]) -> Vec<u8> {
    let row = |code: &String| format!("{code},SUBDISTRICT,ตัวอย่าง {code},เมืองตัวอย่าง,{}\n", &code[1..3]);
    let rows: String = locals.iter().map(row).collect();
    format!("dla_code,type,name_th,district_th,province_code\n{rows}").into_bytes()
}

/// The registry file of schools.
pub fn schools_csv(scale: Scale, locals: &[String]) -> Vec<u8> {
    let row = |n: usize| {
        let local = &locals[n % locals.len()];
        format!("X{n},โรงเรียนสมมุติ {n},{local},เมืองตัวอย่าง,{}\n", &local[1..3])
    };
    let rows: String = (0..scale.schools()).map(row).collect();
    format!("school_key,name_th,lao_dla_code,district_th,province_code\n{rows}").into_bytes()
}

//! The letter as a PDF, of a draft as it stands or of what was issued.

use super::{annexed, check};
use crate::app::{App, Result};
use crate::domain::circular::Circular;
use crate::letters::paper::letter::{AnnexedProvince, AnnexedSchool, Setting, letter};
use crate::paths;
use crate::store::emblems;

/// Prints it, for officers or for everybody's eyes.
///
/// # Errors
/// When the database fails, or it cannot be printed.
pub async fn print_letter(app: &App, circular: &Circular, public: bool) -> Result<Vec<u8>> {
    let prefix = check::prefix(app, &app.db, circular).await?;
    let emblem = match (&circular.issued, circular.emblem) {
        (Some(_), Some(id)) => emblems::find(&app.db, id).await?,
        (Some(_), None) => None,
        (None, _) => emblems::of_office(&app.db, circular.office).await?.map(|(_, emblem)| emblem),
    };
    let tree = annexed::of(app, circular).await?;
    let address = symbol_address(app, circular);
    let circular = circular.clone();
    let printed = tokio::task::spawn_blocking(move || {
        let annex: Vec<AnnexedProvince> = tree.into_iter().map(annexed_province).collect();
        letter(&Setting {
            circular: &circular,
            prefix: &prefix,
            style: circular.paper,
            address: &address,
            annex: &annex,
            emblem: emblem.as_ref(),
            public,
        })
    });
    Ok(printed.await??)
}

/// Where the symbol leads. The code of a public page is made when its letter is issued, so a draft's symbol leads to the
/// site and shows no more than the place and size it will have.
fn symbol_address(app: &App, circular: &Circular) -> String {
    let path = circular.issued.as_ref().map(|issued| paths::Letter { code: issued.link.clone() }.to_string());
    app.config.public_url(path.as_deref().unwrap_or_default())
}

fn annexed_province(province: annexed::ProvinceOf) -> AnnexedProvince {
    let locals = province.locals.len();
    let schools = province.locals.into_iter().flat_map(|local| {
        let annexed_school = move |name: String| AnnexedSchool {
            name,
            local: local.name.clone(),
            district: local.district.clone(),
        };
        local.schools.into_iter().map(annexed_school).collect::<Vec<_>>()
    });
    AnnexedProvince { code: province.code, name: province.name, locals, schools: schools.collect() }
}

//! The letter as a PDF, of a draft as it stands or of what was issued: laid out here, or written elsewhere and stamped.

use super::{annexed, check};
use crate::app::{App, Result};
use crate::domain::circular::Circular;
use crate::domain::event::What;
use crate::domain::paper::{Corner, OwnPaper, StampedPage};
use crate::domain::thai::dates;
use crate::letters::page_count::pdf_pages;
use crate::letters::paper::letter::{AnnexedProvince, AnnexedSchool, Setting, letter};
use crate::letters::paper::stamps::{NUMBER_MM, SYMBOL_BLOCK_MM, number_stamp, symbol_stamp};
use crate::letters::proof::{ProofFailed, prove_page};
use crate::letters::qr::QrError;
use crate::letters::stamp::{NotStamped, Place, Stamp, is_free, stamp};
use crate::paths;
use crate::store::emblems;

/// Prints it, for officers or for everybody's eyes.
///
/// # Errors
/// When the database fails, or it cannot be printed.
pub async fn print_letter(app: &App, circular: &Circular, public: bool) -> Result<Vec<u8>> {
    let path = circular.issued.as_ref().map(|issued| paths::Letter { code: issued.link.clone() }.to_string());
    // The code of a public page is made when its letter is issued, so a draft's symbol leads to the site and shows no
    // more than the place and size it will have.
    let address = app.config.public_url(path.as_deref().unwrap_or_default());
    printed(app, circular, address, public).await
}

/// Prints a draft with the address that it will have, and reads its symbol from the page, fresh and worn.
///
/// # Errors
/// When it cannot be printed, or a copy does not read.
pub(super) async fn prove(app: &App, circular: &Circular, address: String) -> Result<What> {
    let pdf = printed(app, circular, address.clone(), false).await?;
    let (said, drawer) = (address.clone(), app.drawer());
    let proof = tokio::task::spawn_blocking(move || {
        let pages = drawer.open(pdf).map_err(|error| ProofFailed::NoPicture(error.to_string()))?;
        prove_page(&pages, &said)
    });
    let proof = proof.await?.map_err(QrError::from)?;
    Ok(What::SymbolProven {
        address,
        page: proof.page,
        module_um: proof.module_um(),
        level: proof.level.letter().to_owned(),
        readings: proof.readings.iter().map(ToString::to_string).collect(),
    })
}

async fn printed(app: &App, circular: &Circular, address: String, public: bool) -> Result<Vec<u8>> {
    if let Some(own) = circular.own_paper
        && let Some(pdf) = super::own_letter::read(app, circular.id).await?
    {
        return stamped(app, circular, own, pdf, address).await;
    }
    let prefix = check::prefix(app, &app.db, circular).await?;
    let emblem = match (&circular.issued, circular.emblem) {
        (Some(_), Some(id)) => emblems::find(&app.db, id).await?,
        (Some(_), None) => None,
        (None, _) => emblems::of_office(&app.db, circular.office).await?.map(|(_, emblem)| emblem),
    };
    let tree = annexed::of(app, circular).await?;
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

/// The office's own PDF with the number and the symbol on it.
async fn stamped(
    app: &App,
    circular: &Circular,
    own: OwnPaper,
    pdf: Vec<u8>,
    address: String,
) -> Result<Vec<u8>> {
    let prefix = check::prefix(app, &app.db, circular).await?;
    let (circular, drawer) = (circular.clone(), app.drawer());
    let stamped = tokio::task::spawn_blocking(move || -> Result<Vec<u8>> {
        let pages = drawer.open(pdf.clone()).map_err(|_| NotStamped::Damaged)?;
        let (digits, issued) = (circular.paper.digits, circular.issued.as_ref());
        let at = issued.map_or(circular.updated_at, |issued| issued.at);
        let last =
            pdf_pages(&pdf).and_then(|pages| usize::try_from(pages).ok()).unwrap_or(1).saturating_sub(1);
        let (x, y) = (f64::from(own.symbol_mm.0), f64::from(own.symbol_mm.1));
        let page = if own.page == StampedPage::First { 0 } else { last };
        let place = match circular.paper.corner {
            Corner::Right => Place::LowerRight { x, y },
            Corner::Left => Place::LowerLeft { x, y },
        };
        is_free(&pages, page, place, SYMBOL_BLOCK_MM)?;
        let mut stamps = vec![Stamp {
            page,
            place,
            overlay: symbol_stamp(&address, &circular.letter.qr.caption, digits, at)?,
        }];
        if let Some((x, y)) = own.number_mm {
            let reference = issued.map_or(format!("{prefix}/ว …"), |issued| issued.reference.clone());
            let date = issued.map_or_else(String::new, |issued| dates::long(issued.dated));
            let place = Place::UpperLeft { x: f64::from(x), y: f64::from(y) };
            is_free(&pages, 0, place, NUMBER_MM)?;
            stamps.push(Stamp { page: 0, place, overlay: number_stamp(&reference, &date, digits, at)? });
        }
        Ok(stamp(pdf, stamps)?)
    });
    stamped.await?
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

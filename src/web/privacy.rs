//! The privacy notice (PDPA, section 23).

use askama::Template;

use super::frame::Frame;
use super::guards::Anyone;
use super::page::Page;
use crate::paths;

/// The page.
#[derive(Debug, Template)]
#[template(path = "privacy/show.html")]
pub struct PrivacyPage {
    page: Frame,
}

/// Shows it.
pub async fn show(_: paths::Privacy, visitor: Anyone) -> Page<PrivacyPage> {
    Page(PrivacyPage { page: visitor.frame() })
}

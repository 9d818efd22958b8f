//! ใบรับ on paper, signed and set anew each time it is asked for.

use super::give_receipt;
use crate::app::{App, Result};
use crate::domain::delivery::Delivery;
use crate::letters::paper::receipt::receipt;
use crate::paths;

/// The PDF of a receipt, for those who may read the delivery, which is the caller's to make sure.
///
/// # Errors
/// As [`give_receipt`]; also when it cannot be set.
pub async fn print_receipt(app: &App, delivery: &Delivery) -> Result<Vec<u8>> {
    let signed = give_receipt(app, delivery).await?;
    let check = app.config.public_url(&paths::Verification { code: signed.code.clone() }.to_string());
    let key = app.config.public_url(&paths::VerificationKey.to_string());
    Ok(tokio::task::spawn_blocking(move || receipt(&signed, &check, &key)).await??)
}

//! What every request needs: the database, the files, time, chance, settings and the secret key.

mod chance;
mod clock;
mod complaint;
mod config;
mod error;
mod geography;
mod reference;
mod secret;
#[cfg(test)]
pub(crate) mod testing;

use std::sync::Arc;

pub use chance::Chance;
pub use clock::Clock;
pub use complaint::Complaint;
pub use config::{Config, Limits};
pub use error::{Error, Result};
pub use geography::{OUTLINES, Outline, TILES, Tile};
pub use reference::{PROVINCES, Province, holidays, province_name};
pub use secret::SecretKey;

use crate::domain::deadline::Holidays;
use crate::domain::receipt::ReceiptKey;
use crate::letters::pdf_pages::Drawer;
use crate::store::{Db, Files};

/// The running program, cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
#[derive(Debug)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// Enclosures by content.
    pub files: Files,
    /// Time, passed in.
    pub clock: Clock,
    /// Chance, passed in.
    pub chance: Chance,
    /// Settings.
    pub config: Config,
    /// What secret links and slips are made with.
    pub secret: SecretKey,
    /// Days on which offices are closed.
    pub holidays: Holidays,
}

impl App {
    /// Opens database, files and key as the settings say, and brings the schema up.
    ///
    /// # Errors
    /// When one of them cannot be opened, or a migration fails.
    pub async fn open(config: Config) -> Result<Self> {
        Self::open_with(config, Clock::system(), Chance::system()).await
    }

    /// As [`App::open`], with time and chance of the caller's choosing.
    ///
    /// # Errors
    /// As [`App::open`].
    pub async fn open_with(config: Config, clock: Clock, chance: Chance) -> Result<Self> {
        let db = Db::open(&config.database_url()).await?;
        if config.migrate {
            db.migrate().await?;
        }
        let files = Files::open(&config.files_url())?;
        let secret = SecretKey::open(&config, &chance)?;
        Ok(Self(Arc::new(Parts { db, files, clock, chance, secret, holidays: holidays(), config })))
    }

    /// Who draws the PDFs that came from outside.
    pub fn drawer(&self) -> Drawer {
        Drawer::new(self.config.program.clone())
    }

    /// The key that seals receipts.
    pub fn receipt_key(&self) -> ReceiptKey {
        self.secret.receipt_key()
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

//! The database: one writer, many readers. Only actions and jobs may begin a transaction (`tests/tidy.rs`).

use std::path::Path;
use std::time::Duration;

use migrations::{Migrator, MigratorTrait as _};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnAcquireErr, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbErr, TransactionTrait,
};
use tokio::time::timeout;

use super::StoreError;
use super::writer::{Turn, Writer};

/// Readers beside the one writer.
const READERS: u32 = 8;

/// How long a request waits for its turn to write.
const PATIENCE: Duration = Duration::from_secs(30);

/// The database, cheap to clone. Reading from it sees what is committed.
#[derive(Debug, Clone)]
pub struct Db {
    writer: Writer,
    readers: DatabaseConnection,
    url: String,
}

/// A transaction: what is written in it is kept when it is committed, and not at all when it is dropped.
#[derive(Debug)]
pub struct Tx(Turn);

/// The database as it was at one moment, whatever is written meanwhile. Not to be held for long.
#[derive(Debug)]
pub struct Snapshot(DatabaseTransaction);

/// What can be read from: the database, or a transaction that sees its own writes.
pub trait Reads: Sync {
    /// The connection underneath; only `store` can do anything with it.
    fn connection(&self) -> &impl ConnectionTrait;
}

impl Reads for Db {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.readers
    }
}

impl Reads for Tx {
    fn connection(&self) -> &impl ConnectionTrait {
        self.0.transaction()
    }
}

impl Reads for Snapshot {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.0
    }
}

impl Db {
    /// Opens the database at `sqlite://path`, making file and folder where they are missing.
    ///
    /// # Errors
    /// When the address is of another kind or the file cannot be opened.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let path = url.strip_prefix("sqlite://").map(|path| path.split('?').next().unwrap_or(path));
        if let Some(folder) = path.and_then(|path| Path::new(path).parent()) {
            std::fs::create_dir_all(folder)?;
        }
        // A single connection writes, so writers queue for it in order instead of failing with a busy database.
        let writer = Database::connect(options(url, 1, false)).await?;
        let readers = Database::connect(options(url, READERS, true)).await?;
        Ok(Self { writer: Writer::new(writer), readers, url: url.to_owned() })
    }

    /// Brings the schema up to this version.
    ///
    /// # Errors
    /// When a migration fails; what it did is undone.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(Migrator::up(self.writer.connection(), None).await?)
    }

    /// Migrations that have not run yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn pending_migrations(&self) -> Result<usize, StoreError> {
        Ok(Migrator::get_pending_migrations(self.writer.connection()).await?.len())
    }

    /// Waits for the writer and begins a transaction. Those that others begin at the same time are made durable with it.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        self.turn(false).await
    }

    /// As [`Db::begin`], for work that takes long: nobody else's answer waits for it.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn begin_long(&self) -> Result<Tx, StoreError> {
        self.turn(true).await
    }

    async fn turn(&self, is_long: bool) -> Result<Tx, StoreError> {
        let turn = timeout(PATIENCE, self.writer.take_turn(is_long)).await;
        let turn = turn.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?;
        Ok(Tx(turn?))
    }

    /// A number that changes with whatever this process writes.
    pub fn written(&self) -> u64 {
        self.writer.written()
    }

    /// Holds the database as it is now, for several queries that must agree.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot(self.readers.begin().await?))
    }

    /// Writes a consistent copy into a new file while others read and write.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let path = file.to_string_lossy().replace('\'', "''");
        // A connection of its own: readers may not write a file, and the writer goes on meanwhile.
        let copier = Database::connect(options(&self.url, 1, false)).await?;
        copier.execute_unprepared(&format!("VACUUM INTO '{path}'")).await?;
        Ok(copier.close().await?)
    }

    /// The writing connection, for tests that tamper.
    #[cfg(test)]
    pub(super) fn by_hand(&self) -> &DatabaseConnection {
        self.writer.connection()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.readers.ping().await?)
    }

    /// Lets what is under way finish and closes the files.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn close(self) -> Result<(), StoreError> {
        self.readers.close().await?;
        Ok(self.writer.connection().clone().close().await?)
    }
}

impl Tx {
    /// Makes everything written in it durable.
    ///
    /// # Errors
    /// When it cannot be; then nothing of it is kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }
}

fn options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(PATIENCE);
            if read_only { sqlite.pragma("query_only", "ON") } else { sqlite }
        });
    options
}

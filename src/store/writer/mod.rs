//! The one connection that writes to `SQLite`. Actions take turns on it, each in a savepoint of its own, and are made
//! durable in groups: flushing to disk is what a write costs, and a group flushes once.
//!
//! Whoever ends a turn first sees to it that the group is committed, and queues for that like any other. So a group is
//! those who stood before it, nobody waits for anyone who came later, and nobody is answered before the disk has it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// What is told to everyone of a group.
type Outcome = Result<(), DbErr>;

/// The queue for the connection; it is fair.
#[derive(Debug, Clone)]
pub struct Writer {
    connection: DatabaseConnection,
    group: Arc<Mutex<Group>>,
    written: Arc<AtomicU64>,
}

/// Those whose turns ended and who wait for the disk.
#[derive(Debug, Default)]
struct Group {
    /// The transaction around all of them; none while there are none.
    outer: Option<DatabaseTransaction>,
    waiting: Vec<oneshot::Sender<Outcome>>,
    /// Whether somebody queues to commit it.
    is_ending: bool,
}

/// A turn: what is written in it is kept when it is committed, and not at all when it is dropped.
#[derive(Debug)]
pub struct Turn {
    savepoint: Option<DatabaseTransaction>,
    group: Option<OwnedMutexGuard<Group>>,
    writer: Writer,
    is_long: bool,
}

impl Writer {
    /// A queue for a connection that nobody else writes with.
    pub fn new(connection: DatabaseConnection) -> Self {
        Self { connection, group: Arc::default(), written: Arc::default() }
    }

    /// How many groups were committed: whoever reads the same number twice has missed nothing in between.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Acquire)
    }

    /// The connection itself, for what is not done in turns.
    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Waits for a turn. A long one makes nobody wait for it: those before it are committed first.
    ///
    /// # Errors
    /// When the database does not begin a transaction.
    pub async fn take_turn(&self, is_long: bool) -> Result<Turn, DbErr> {
        // Who asks may go away at any moment, and half a savepoint would undo the whole group: that is why the work is
        // a task of its own, here and below.
        unbroken(self.clone().begin(is_long)).await?
    }

    async fn begin(self, is_long: bool) -> Result<Turn, DbErr> {
        let mut group = Arc::clone(&self.group).lock_owned().await;
        if is_long {
            group.end(&self.written).await;
        }
        let outer = match group.outer.take() {
            Some(outer) => outer,
            None => self.connection.begin_with_options(immediately()).await?,
        };
        let savepoint = group.outer.insert(outer).begin().await;
        let mut turn = Turn { savepoint: None, group: Some(group), writer: self, is_long };
        turn.savepoint = Some(savepoint?);
        Ok(turn)
    }

    /// Commits whatever stands at the end of the queue.
    async fn end_group(self) {
        let mut group = self.group.lock().await;
        group.is_ending = false;
        group.end(&self.written).await;
    }
}

impl Group {
    /// Makes it durable, counts that and tells everyone.
    async fn end(&mut self, written: &AtomicU64) {
        let waiting = std::mem::take(&mut self.waiting);
        let Some(outer) = self.outer.take() else { return };
        let outcome = if waiting.is_empty() { outer.rollback().await } else { outer.commit().await };
        written.fetch_add(1, Ordering::Release);
        for told in waiting {
            // Who went away meanwhile needs no answer.
            let _ = told.send(outcome.clone());
        }
    }
}

impl Turn {
    /// What is written through.
    pub fn transaction(&self) -> &DatabaseTransaction {
        self.savepoint.as_ref().expect("a turn has its savepoint until it ends")
    }

    /// Ends the turn and waits until the disk has it.
    ///
    /// # Errors
    /// When the group cannot be committed; then nothing of it is kept.
    pub async fn commit(self) -> Outcome {
        unbroken(self.kept()).await?
    }

    async fn kept(mut self) -> Outcome {
        if let Some(savepoint) = self.savepoint.take() {
            savepoint.commit().await?;
        }
        let (tell, told) = oneshot::channel();
        if let Some(group) = &mut self.group {
            group.waiting.push(tell);
            if self.is_long {
                group.end(&self.writer.written).await;
            }
        }
        drop(self);
        told.await.unwrap_or_else(|_| Err(DbErr::Custom("the group was not committed".to_owned())))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Rolls back to its savepoint, before the next turn begins.
        drop(self.savepoint.take());
        let Some(mut group) = self.group.take() else { return };
        if group.outer.is_none() || group.is_ending {
            return;
        }
        // Without a runtime the program ends, and the transaction with it.
        if let Ok(runtime) = Handle::try_current() {
            group.is_ending = true;
            runtime.spawn(self.writer.clone().end_group());
        }
    }
}

/// Does the work to its end, also when nobody waits for it any more.
async fn unbroken<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Result<T, DbErr> {
    tokio::spawn(work).await.map_err(|error| DbErr::Custom(error.to_string()))
}

fn immediately() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

#[cfg(test)]
mod tests;

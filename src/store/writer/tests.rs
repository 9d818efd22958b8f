//! Groups: all of them kept or refused alike, nobody answered early, nobody harmed by another.

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database};
use tempfile::TempDir;
use tokio::task::yield_now;
use tokio::time::timeout;

use super::*;

/// A queue for a database with one table, and somebody who only looks at it.
struct Desk {
    writer: Writer,
    onlooker: DatabaseConnection,
    _folder: TempDir,
}

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("desk.db").display());
        let connect = async || {
            let mut options = ConnectOptions::new(url.clone());
            options.max_connections(1).map_sqlx_sqlite_opts(|sqlite| {
                sqlite
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
            });
            Database::connect(options).await.expect("a connection")
        };
        let (written, onlooker) = (connect().await, connect().await);
        written.execute_unprepared("CREATE TABLE deeds (n INTEGER NOT NULL UNIQUE)").await.expect("a table");
        Self { writer: Writer::new(written), onlooker, _folder: folder }
    }

    async fn writes(&self, n: i64) -> Turn {
        let turn = self.writer.take_turn(false).await.expect("a turn");
        put(&turn, n).await.expect("written");
        turn
    }

    /// What somebody else can see.
    async fn kept(&self) -> Vec<i64> {
        let sql = "SELECT n FROM deeds ORDER BY n".to_owned();
        let rows =
            self.onlooker.query_all_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql));
        rows.await.expect("rows").iter().map(|row| row.try_get("", "n").expect("a number")).collect()
    }
}

async fn put(turn: &Turn, n: i64) -> Result<(), DbErr> {
    let sql = format!("INSERT INTO deeds (n) VALUES ({n})");
    turn.transaction().execute_unprepared(&sql).await.map(|_| ())
}

/// Lets every task that can do something do it.
async fn everybody_queues() {
    for _ in 0..1_000 {
        yield_now().await;
    }
}

#[tokio::test]
async fn those_who_queue_together_are_made_durable_together() {
    let desk = std::sync::Arc::new(Desk::open().await);
    let first = desk.writes(0).await;
    let tasks: Vec<_> = (1..=64)
        .map(|n| {
            let desk = desk.clone();
            tokio::spawn(async move { desk.writes(n).await.commit().await })
        })
        .collect();
    everybody_queues().await;
    first.commit().await.expect("kept");
    assert_eq!(desk.kept().await, (0..=64).collect::<Vec<_>>(), "one commit kept them all");
    for task in tasks {
        task.await.expect("it ends").expect("kept");
    }
}

#[tokio::test]
async fn nobody_is_answered_before_the_group_is_on_disk() {
    let desk = Desk::open().await;
    let first = desk.writes(1).await;
    let other = desk.writer.clone();
    let second = tokio::spawn(async move { other.take_turn(false).await.expect("a turn") });
    everybody_queues().await;
    let answer = tokio::spawn(first.commit());
    let second = second.await.expect("it is the other's turn");
    everybody_queues().await;
    assert!(!answer.is_finished(), "its group has another turn under way");
    assert_eq!(desk.kept().await, [0_i64; 0]);
    put(&second, 2).await.expect("written");
    second.commit().await.expect("kept");
    answer.await.expect("it ends").expect("kept");
    assert_eq!(desk.kept().await, [1, 2]);
}

#[tokio::test]
async fn who_fails_or_goes_away_loses_only_the_own_deed() {
    let desk = Desk::open().await;
    let first = desk.writes(1).await;
    let mut others = Vec::new();
    for n in [2, 1, 3, 4] {
        let writer = desk.writer.clone();
        others.push(tokio::spawn(async move {
            let turn = writer.take_turn(false).await.expect("a turn");
            put(&turn, n).await?;
            if n == 3 {
                drop(turn);
                return Ok(());
            }
            turn.commit().await
        }));
    }
    everybody_queues().await;
    first.commit().await.expect("kept");
    let mut outcomes = Vec::new();
    for other in others {
        outcomes.push(other.await.expect("it ends").is_ok());
    }
    assert_eq!(outcomes, [true, false, true, true], "number 1 was taken");
    assert_eq!(desk.kept().await, [1, 2, 4]);
}

#[tokio::test]
async fn a_long_turn_makes_nobody_wait_who_came_before() {
    let desk = Desk::open().await;
    let first = desk.writes(1).await;
    let writer = desk.writer.clone();
    let long = tokio::spawn(async move { writer.take_turn(true).await.expect("a turn") });
    everybody_queues().await;
    first.commit().await.expect("kept, while the long turn goes on");
    let long = long.await.expect("a turn");
    assert_eq!(desk.kept().await, [1]);
    put(&long, 2).await.expect("written");
    long.commit().await.expect("kept");
    assert_eq!(desk.kept().await, [1, 2]);
}

#[tokio::test]
async fn whoever_is_cut_off_at_any_moment_leaves_a_queue_that_works() {
    let desk = Desk::open().await;
    for micros in 0..200 {
        let deed = async {
            let turn = desk.writer.take_turn(false).await?;
            put(&turn, 1_000 + micros).await?;
            turn.commit().await
        };
        let micros = u64::try_from(micros).expect("few");
        let _ = timeout(Duration::from_micros(micros * 7), deed).await;
        let whole = desk.writes(i64::try_from(micros).expect("few")).await;
        whole.commit().await.expect("kept");
    }
    let kept = desk.kept().await;
    assert!((0..200).all(|n| kept.contains(&n)), "{kept:?}");
}

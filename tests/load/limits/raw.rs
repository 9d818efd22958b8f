//! The same rows by the raw driver on a copy of the database, with the same settings of durability.

use std::path::Path;
use std::time::{Duration, Instant};

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{Connection as _, Executor as _, SqliteConnection, query};

use crate::Result;

/// A connection to a copy of a database, made beside it.
pub struct Raw {
    connection: SqliteConnection,
}

impl Raw {
    /// Copies and opens it.
    pub async fn open(database: &Path, name: &str) -> Result<Self> {
        let copy = database.with_file_name(name);
        let at = |file: &Path| {
            SqliteConnectOptions::new()
                .filename(file)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
        };
        let mut source = SqliteConnection::connect_with(&at(database)).await?;
        query("VACUUM INTO ?").bind(copy.to_string_lossy().into_owned()).execute(&mut source).await?;
        source.close().await?;
        Ok(Self { connection: SqliteConnection::connect_with(&at(&copy)).await? })
    }

    /// Every school of the first letter acknowledges: a row is read, changed, and an event added; so many deeds are made
    /// durable at once. Gives deeds a second.
    pub async fn acknowledge(&mut self, deeds: usize, in_a_group: usize) -> Result<f64> {
        let sql = "SELECT id FROM deliveries WHERE tier = 'school' ORDER BY id LIMIT ?";
        let ids: Vec<(i64,)> =
            sea_orm::sqlx::query_as(sql).bind(i64::try_from(deeds)?).fetch_all(&mut self.connection).await?;
        let data = format!(
            "{{\"name\":\"นางสาวตัวอย่าง\",\"position\":\"ครู\",\"note\":\"\",\"filler\":\"{}\"}}",
            "x".repeat(80)
        );
        let hash = "0".repeat(64);
        let mut position = 1_000_000_i64;
        let begun = Instant::now();
        for group in ids.chunks(in_a_group) {
            self.connection.execute("BEGIN IMMEDIATE").await?;
            for (id,) in group {
                position += 1;
                query("SELECT * FROM deliveries JOIN circulars ON circulars.id = circular_id WHERE deliveries.id = ?")
                    .bind(id)
                    .fetch_one(&mut self.connection)
                    .await?;
                query(
                    "UPDATE deliveries SET state = 'acknowledged', acknowledged_at = ?, acknowledged_by = 'นางสาวตัวอย่าง', \
                     acknowledged_position = 'ครู', acknowledged_evidence = 'link' WHERE id = ?",
                )
                .bind("2027-05-24T02:30:00+00:00")
                .bind(id)
                .execute(&mut self.connection)
                .await?;
                query(
                    "INSERT INTO events (circular_id, position, delivery_id, what, at, who, evidence, data, previous_hash, \
                     hash) VALUES (1, ?, ?, 'acknowledged', ?, 'นางสาวตัวอย่าง (ครู)', 'link', ?, ?, ?)",
                )
                .bind(position)
                .bind(id)
                .bind("2027-05-24T02:30:00+00:00")
                .bind(&data)
                .bind(&hash)
                .bind(&hash)
                .execute(&mut self.connection)
                .await?;
            }
            self.connection.execute("COMMIT").await?;
        }
        Ok(crate::clients::as_float(ids.len()) / begun.elapsed().as_secs_f64())
    }

    /// The deliveries of a letter to all provincial offices and local administrations, a statement a tier.
    pub async fn fan_out(&mut self, circular: i64) -> Result<Duration> {
        let begun = Instant::now();
        self.connection.execute("BEGIN IMMEDIATE").await?;
        query(
            "INSERT INTO deliveries (circular_id, office_id, parent_id, tier, province_code, state, sent_at, due_at) \
             SELECT ?, id, NULL, 'province', province_code, 'sent', ?, ? FROM offices WHERE tier = 'province' \
             ORDER BY province_code",
        )
        .bind(circular)
        .bind("2027-05-24T02:30:00+00:00")
        .bind("2027-05-27T17:00:00+00:00")
        .execute(&mut self.connection)
        .await?;
        query(
            "INSERT INTO deliveries (circular_id, office_id, parent_id, tier, province_code, state) \
             SELECT above.circular_id, o.id, above.id, 'local', o.province_code, 'awaiting' FROM offices o \
             JOIN deliveries above ON above.office_id = o.parent_id AND above.circular_id = ? \
             WHERE o.tier = 'local' ORDER BY o.province_code, o.sort_key, o.id",
        )
        .bind(circular)
        .execute(&mut self.connection)
        .await?;
        query(
            "UPDATE deliveries SET children = (SELECT COUNT(*) FROM deliveries child WHERE child.parent_id = deliveries.id) \
             WHERE circular_id = ? AND tier = 'province'",
        )
        .bind(circular)
        .execute(&mut self.connection)
        .await?;
        self.connection.execute("COMMIT").await?;
        Ok(begun.elapsed())
    }

    /// How many rows a query counts.
    pub async fn count(&mut self, sql: &'static str) -> Result<i64> {
        let (count,): (i64,) = sea_orm::sqlx::query_as(sql).fetch_one(&mut self.connection).await?;
        Ok(count)
    }
}

//! For tests alone: what somebody with the database's file in their hands could do.

use sea_orm::ConnectionTrait as _;

use super::Db;

/// Runs statements past every rule, on the writing connection.
pub async fn run(db: &Db, sql: &str) {
    db.by_hand().execute_unprepared(sql).await.expect("the statements run");
}

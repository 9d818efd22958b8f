//! The last number given, per office, register and Buddhist year.

use sea_orm_migration::{prelude::*, schema::*};

use crate::columns::*;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("numbers")
                    .col(reference("office_id"))
                    .col(word("register", &["circular", "received"]))
                    .col(integer("year"))
                    .col(big_integer("last"))
                    .primary_key(Index::create().col("office_id").col("register").col("year"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        Ok(())
    }
}

//! Events: append-only, chained by hash per circular.

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
                    .table("events")
                    .col(key())
                    .col(reference("circular_id"))
                    .col(big_integer("position"))
                    .col(reference_null("delivery_id"))
                    .col(text("what"))
                    .col(moment("at"))
                    .col(reference_null("officer_id"))
                    .col(text("who"))
                    .col(text("evidence"))
                    .col(text("data"))
                    .col(text("previous_hash"))
                    .col(text("hash"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .foreign_key(&mut references("delivery_id", "deliveries"))
                    .foreign_key(&mut references("officer_id", "officers"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("events", &["circular_id", "position"])).await?;
        manager.create_index(index("events", &["delivery_id", "position"])).await?;
        Ok(())
    }
}

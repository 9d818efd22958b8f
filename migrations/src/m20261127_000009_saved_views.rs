//! Views of the inbox that an officer keeps under a name, for each post.

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
                    .table("saved_views")
                    .col(key())
                    .col(reference("appointment_id"))
                    .col(text("name"))
                    .col(text("query"))
                    .col(moment("created_at"))
                    .foreign_key(&mut references("appointment_id", "appointments"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("saved_views", &["appointment_id", "name"])).await
    }
}

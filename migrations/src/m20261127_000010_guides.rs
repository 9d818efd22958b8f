//! When an officer put the guide to a post away; nothing stands there until that happens.

use sea_orm_migration::prelude::*;

use super::columns::moment_null;

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = moment_null("guide_dismissed_at");
        manager.alter_table(Table::alter().table("appointments").add_column(column).take()).await
    }
}

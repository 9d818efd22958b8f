//! Why a circular corrects an older one, kept from the draft's beginning until it is issued in the other's place.

use sea_orm_migration::{prelude::*, schema::*};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = text_null("correction_reason");
        manager.alter_table(Table::alter().table("circulars").add_column(column).take()).await
    }
}

//! How a letter is printed: its digits, the corner of its QR code, where a letter written elsewhere is
//! stamped, and the emblem that stood above it when it was issued.
//! Emblems are kept for ever, so that a letter is printed again as it was.

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
                    .table("emblems")
                    .col(key())
                    .col(reference("office_id"))
                    .col(binary_null("picture"))
                    .col(boolean("jpeg"))
                    .col(reference("officer_id"))
                    .col(text("by_name"))
                    .col(moment("created_at"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .foreign_key(&mut references("officer_id", "officers"))
                    .take(),
            )
            .await?;
        manager.create_index(index("emblems", &["office_id", "id"])).await?;
        let columns = [
            word("paper_digits", &["thai", "ascii"]).default("thai").take(),
            word("paper_corner", &["right", "left"]).default("right").take(),
            reference_null("emblem_id"),
            text_null("own_paper"),
        ];
        for column in columns {
            manager.alter_table(Table::alter().table("circulars").add_column(column).take()).await?;
        }
        Ok(())
    }
}

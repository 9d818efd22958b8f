//! Signed slips that came back as scans: the file, and what became of each of its pages. A page with several slips has
//! a row for each of them; its picture is kept with the first.

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
                    .table("slip_scans")
                    .col(key())
                    .col(reference("office_id"))
                    .col(reference("circular_id"))
                    .col(reference("officer_id"))
                    .col(text("by_name"))
                    .col(text("filename"))
                    .col(integer("pages"))
                    .col(moment("created_at"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .foreign_key(&mut references("officer_id", "officers"))
                    .take(),
            )
            .await?;
        manager.create_index(index("slip_scans", &["office_id", "circular_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("slip_pages")
                    .col(key())
                    .col(reference("scan_id"))
                    .col(integer("number"))
                    .col(binary_null("picture"))
                    .col(word("state", &["recorded", "already", "unread", "foreign", "refused"]))
                    .col(reference_null("delivery_id"))
                    .col(text("note"))
                    .foreign_key(&mut references("scan_id", "slip_scans"))
                    .foreign_key(&mut references("delivery_id", "deliveries"))
                    .take(),
            )
            .await?;
        manager.create_index(index("slip_pages", &["scan_id", "number"])).await
    }
}

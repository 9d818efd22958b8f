//! Registry files handed in on a page: kept until they are taken in, then what became of them.

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
                    .table("imports")
                    .col(key())
                    .col(reference("officer_id"))
                    .col(text("by_name"))
                    .col(text("filename"))
                    .col(text_null("content_type"))
                    .col(binary_null("content"))
                    .col(word("state", &["waiting", "reading", "writing", "done", "refused"]))
                    .col(integer("tries"))
                    .col(big_integer_null("rows"))
                    .col(text_null("outcome"))
                    .col(moment("created_at"))
                    .col(moment("touched_at"))
                    .foreign_key(&mut references("officer_id", "officers"))
                    .take(),
            )
            .await?;
        manager.create_index(index("imports", &["state", "id"])).await
    }
}

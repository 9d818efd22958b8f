//! Files, kept once by their SHA-256, and the enclosures that show them.

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
                    .table("files")
                    .col(text("sha256").primary_key())
                    .col(big_integer("size"))
                    .col(text("content_type"))
                    .col(integer_null("pages"))
                    .col(moment("created_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("enclosures")
                    .col(key())
                    .col(reference("circular_id"))
                    .col(word("role", &["letter", "roster", "handbook", "other"]))
                    .col(text("title"))
                    .col(text("link"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("enclosures", &["link"])).await?;
        manager.create_index(index("enclosures", &["circular_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("enclosure_versions")
                    .col(key())
                    .col(reference("enclosure_id"))
                    .col(integer("version"))
                    .col(text("sha256"))
                    .col(text("filename"))
                    .col(reference("added_by"))
                    .col(text("added_by_name"))
                    .col(moment("added_at"))
                    .foreign_key(&mut references("enclosure_id", "enclosures"))
                    .foreign_key(
                        ForeignKey::create()
                            .from_col("sha256")
                            .to("files", "sha256")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .take(),
            )
            .await?;
        manager.create_index(unique("enclosure_versions", &["enclosure_id", "version"])).await?;
        Ok(())
    }
}

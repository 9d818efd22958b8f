//! Circulars, the roster each is kept with and the offices each was addressed to by name.

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
                    .table("circulars")
                    .col(key())
                    .col(reference("office_id"))
                    .col(word("state", &["draft", "issued", "cancelled", "superseded"]))
                    .col(text("title"))
                    .col(word("urgency", &["normal", "urgent", "very_urgent", "most_urgent"]))
                    .col(text("source"))
                    .col(text("letter"))
                    .col(text("audience"))
                    .col(text_null("roster"))
                    .col(text_null("reference"))
                    .col(big_integer_null("number"))
                    .col(integer_null("number_year"))
                    .col(date_null("dated"))
                    .col(moment_null("issued_at"))
                    .col(reference_null("issued_by"))
                    .col(text_null("issued_by_name"))
                    .col(text_null("link"))
                    .col(text_null("letter_hash"))
                    .col(moment_null("ended_at"))
                    .col(text_null("end_reason"))
                    .col(reference_null("supersedes_id"))
                    .col(reference_null("superseded_by_id"))
                    .col(reference("created_by"))
                    .col(moment("created_at"))
                    .col(moment("updated_at"))
                    .col(big_integer("version").default(0))
                    .col(text("search_key"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .foreign_key(&mut references("supersedes_id", "circulars"))
                    .foreign_key(&mut references("superseded_by_id", "circulars"))
                    .foreign_key(&mut references("issued_by", "officers"))
                    .foreign_key(&mut references("created_by", "officers"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("circulars", &["office_id", "number_year", "number"])).await?;
        manager.create_index(unique("circulars", &["link"])).await?;
        manager.create_index(index("circulars", &["office_id", "state", "id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("roster_rows")
                    .col(key())
                    .col(reference("circular_id"))
                    .col(integer("line"))
                    .col(text("row"))
                    .col(word("state", &["matched", "ambiguous", "unknown", "duplicate", "rejected"]))
                    .col(text("outcome"))
                    .col(reference_null("office_id"))
                    .col(text_null("snapshot"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("roster_rows", &["circular_id", "line"])).await?;
        manager.create_index(unique("roster_rows", &["circular_id", "office_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("audience_offices")
                    .col(reference("circular_id"))
                    .col(reference("office_id"))
                    .primary_key(Index::create().col("circular_id").col("office_id"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        Ok(())
    }
}

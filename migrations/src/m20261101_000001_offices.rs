//! Offices of the four tiers, the history of their codes and names, and saved groups.

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
        let tiers = &["department", "province", "local", "school"];
        manager
            .create_table(
                Table::create()
                    .table("offices")
                    .col(key())
                    .col(word("tier", tiers))
                    .col(text("code"))
                    .col(text("stable_key"))
                    .col(reference_null("parent_id"))
                    .col(text_null("kind"))
                    .col(text("name_th"))
                    .col(text("short_name_th"))
                    .col(text_null("name_en"))
                    .col(text_null("district_th"))
                    .col(text_null("province_code"))
                    .col(text_null("email"))
                    .col(text("search_key"))
                    .col(text("sort_key"))
                    .col(date_null("valid_from"))
                    .col(date_null("valid_to"))
                    .col(reference_null("successor_id"))
                    .foreign_key(&mut references("parent_id", "offices"))
                    .foreign_key(&mut references("successor_id", "offices"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("offices", &["code"])).await?;
        manager.create_index(unique("offices", &["tier", "stable_key"])).await?;
        manager.create_index(index("offices", &["parent_id", "sort_key"])).await?;
        manager.create_index(index("offices", &["tier", "province_code", "sort_key"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("office_names")
                    .col(key())
                    .col(reference("office_id"))
                    .col(text("code"))
                    .col(text_null("kind"))
                    .col(text("name_th"))
                    .col(date_null("valid_from"))
                    .col(date("valid_to"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        manager.create_index(index("office_names", &["code"])).await?;
        manager.create_index(unique("office_names", &["office_id", "valid_to"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("groups")
                    .col(key())
                    .col(reference("office_id"))
                    .col(text("name"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("groups", &["office_id", "name"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("group_members")
                    .col(reference("group_id"))
                    .col(reference("office_id"))
                    .primary_key(Index::create().col("group_id").col("office_id"))
                    .foreign_key(&mut references("group_id", "groups"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        Ok(())
    }
}

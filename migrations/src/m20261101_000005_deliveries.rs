//! Deliveries: one circular at one office, with its four facts.

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
        let states =
            &["awaiting", "sent", "opened", "received", "forwarded", "acknowledged", "returned", "recalled"];
        let grades = &["machine", "open", "claimed", "code", "link", "officer", "on_behalf"];
        manager
            .create_table(
                Table::create()
                    .table("deliveries")
                    .col(key())
                    .col(reference("circular_id"))
                    .col(reference("office_id"))
                    .col(reference_null("parent_id"))
                    .col(word("tier", &["province", "local", "school"]))
                    .col(text_null("province_code"))
                    .col(word("state", states))
                    .col(moment_null("sent_at"))
                    .col(moment_null("due_at"))
                    .col(moment_null("opened_at"))
                    .col(moment_null("received_at"))
                    .col(text_null("received_by"))
                    .col(text_null("register_number"))
                    .col(integer_null("register_year"))
                    .col(word_null("received_evidence", grades))
                    .col(moment_null("forwarded_at"))
                    .col(text_null("forwarded_by"))
                    .col(integer("children").default(0))
                    .col(integer("children_sent").default(0))
                    .col(moment_null("acknowledged_at"))
                    .col(text_null("acknowledged_by"))
                    .col(text_null("acknowledged_position"))
                    .col(word_null("acknowledged_evidence", grades))
                    .col(moment_null("confirmed_at"))
                    .col(text_null("confirmed_by"))
                    .col(moment_null("ended_at"))
                    .col(text_null("reason"))
                    .col(integer("reminders").default(0))
                    .col(moment_null("reminded_at"))
                    .foreign_key(&mut references("circular_id", "circulars"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .foreign_key(&mut references("parent_id", "deliveries"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("deliveries", &["circular_id", "office_id"])).await?;
        manager.create_index(index("deliveries", &["circular_id", "tier", "state"])).await?;
        manager.create_index(index("deliveries", &["office_id", "state", "id"])).await?;
        manager.create_index(index("deliveries", &["parent_id"])).await?;
        manager
            .create_index(unique("deliveries", &["office_id", "register_year", "register_number"]))
            .await?;
        Ok(())
    }
}

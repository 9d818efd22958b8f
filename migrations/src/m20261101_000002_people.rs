//! People: officers, the posts they hold, their attempts to sign in, sessions and tokens, and answers already given to programs.

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
        let roles = &["administrator", "issuer", "officer", "auditor"];
        manager
            .create_table(
                Table::create()
                    .table("officers")
                    .col(key())
                    .col(text("email"))
                    .col(text("name"))
                    .col(text_null("password_hash"))
                    .col(text_null("invitation_hash"))
                    .col(moment_null("invitation_expires_at"))
                    .col(moment("created_at"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("officers", &["email"])).await?;
        manager.create_index(index("officers", &["invitation_hash"])).await?;
        // Attempts are counted by what was typed, so that an address without an account locks as one with.
        manager
            .create_table(
                Table::create()
                    .table("attempts")
                    .col(text("email_hash").primary_key())
                    .col(integer("failures"))
                    .col(moment("last_at"))
                    .take(),
            )
            .await?;
        manager.create_index(index("attempts", &["last_at"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("appointments")
                    .col(key())
                    .col(reference("officer_id"))
                    .col(reference("office_id"))
                    .col(word("role", roles))
                    .foreign_key(&mut references("officer_id", "officers"))
                    .foreign_key(&mut references("office_id", "offices"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("appointments", &["officer_id", "office_id", "role"])).await?;
        manager.create_index(index("appointments", &["office_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("sessions")
                    .col(text("token_hash").primary_key())
                    .col(reference("appointment_id"))
                    .col(text("csrf_token"))
                    .col(moment("created_at"))
                    .col(moment("expires_at"))
                    .foreign_key(&mut references("appointment_id", "appointments"))
                    .take(),
            )
            .await?;
        manager.create_index(index("sessions", &["expires_at"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("tokens")
                    .col(key())
                    .col(reference("appointment_id"))
                    .col(text("name"))
                    .col(text("token_hash"))
                    .col(moment("created_at"))
                    .foreign_key(&mut references("appointment_id", "appointments"))
                    .take(),
            )
            .await?;
        manager.create_index(unique("tokens", &["token_hash"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("answers")
                    .col(text("key_hash").primary_key())
                    .col(text("request_hash"))
                    .col(integer_null("status"))
                    .col(text_null("body"))
                    .col(moment("created_at"))
                    .take(),
            )
            .await?;
        manager.create_index(index("answers", &["created_at"])).await?;
        Ok(())
    }
}

//! Column shapes shared by the migrations: the portable subset, spelled once.

use sea_orm_migration::prelude::*;

/// A 64-bit surrogate key named `id`.
pub fn key() -> ColumnDef {
    sea_orm_migration::schema::big_pk_auto("id")
}

/// A required reference to `table.id`; add the foreign key with [`references`].
pub fn reference(name: &'static str) -> ColumnDef {
    sea_orm_migration::schema::big_integer(name)
}

/// A reference that may be absent.
pub fn reference_null(name: &'static str) -> ColumnDef {
    sea_orm_migration::schema::big_integer_null(name)
}

/// A foreign key `column → table.id`, refusing deletion of what is referred to.
pub fn references(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(table, "id").on_delete(ForeignKeyAction::Restrict).to_owned()
}

/// A UTC timestamp.
pub fn moment(name: &'static str) -> ColumnDef {
    sea_orm_migration::schema::timestamp_with_time_zone(name)
}

/// A UTC timestamp of something that may not have happened.
pub fn moment_null(name: &'static str) -> ColumnDef {
    sea_orm_migration::schema::timestamp_with_time_zone_null(name)
}

/// An enum kept as its word, with the words it may hold checked by the database.
pub fn word(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    let mut column = sea_orm_migration::schema::text(name);
    column.check(Expr::col(name).is_in(words.iter().copied()));
    column
}

/// As [`word`], or absent.
pub fn word_null(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    let mut column = sea_orm_migration::schema::text_null(name);
    column.check(Expr::col(name).is_in(words.iter().copied()));
    column
}

/// An index named after its table and columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    statement.name(format!("{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// A unique index named after its table and columns.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().to_owned()
}

//! Rows that tests begin with.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _,
};

use super::entities::{circulars, group_members, groups, officers};
use super::{Reads as _, Tx};
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, GroupId, OfficeId, OfficerId};
use crate::domain::letter::Urgency;

/// An officer without a post.
pub async fn officer(tx: &Tx, email: &str, at: DateTime<Utc>) -> OfficerId {
    let row = officers::ActiveModel {
        email: Set(email.to_owned()),
        name: Set("นายตัวอย่าง ทดสอบ".to_owned()),
        failures: Set(0),
        created_at: Set(at),
        ..Default::default()
    };
    row.insert(tx.connection()).await.expect("an officer").id
}

/// A draft without recipients.
pub async fn draft(tx: &Tx, office: OfficeId, by: OfficerId, at: DateTime<Utc>) -> CircularId {
    let row = circulars::ActiveModel {
        office_id: Set(office),
        state: Set(CircularState::Draft),
        title: Set("หนังสือตัวอย่าง".to_owned()),
        urgency: Set(Urgency::Normal),
        source: Set(String::new()),
        letter: Set("{}".to_owned()),
        audience: Set(r#""roster""#.to_owned()),
        created_by: Set(by),
        created_at: Set(at),
        updated_at: Set(at),
        version: Set(0),
        search_key: Set(String::new()),
        ..Default::default()
    };
    row.insert(tx.connection()).await.expect("a draft").id
}

/// Makes a draft look issued, as far as its recipients go.
pub async fn issue(tx: &Tx, circular: CircularId) {
    let issued = circulars::ActiveModel { state: Set(CircularState::Issued), ..Default::default() };
    let this = circulars::Column::Id.eq(circular);
    circulars::Entity::update_many().set(issued).filter(this).exec(tx.connection()).await.expect("issued");
}

/// A saved group.
pub async fn group(tx: &Tx, office: OfficeId, members: &[OfficeId]) -> GroupId {
    let row = groups::ActiveModel {
        office_id: Set(office),
        name: Set("กลุ่มตัวอย่าง".to_owned()),
        ..Default::default()
    };
    let group = row.insert(tx.connection()).await.expect("a group").id;
    let members = members
        .iter()
        .map(|office| group_members::ActiveModel { group_id: Set(group), office_id: Set(*office) });
    group_members::Entity::insert_many(members)
        .exec_without_returning(tx.connection())
        .await
        .expect("members");
    group
}

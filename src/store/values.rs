//! How ids and words of the domain are kept: ids as 64-bit keys, enums as their words.

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, StringLen, ValueType, ValueTypeErr};
use sea_orm::{
    ActiveValue, ColIdx, DbErr, IntoActiveValue, QueryResult, TryFromU64, TryGetError, TryGetable, Value,
};

use crate::domain::actor::Role;
use crate::domain::circular::CircularState;
use crate::domain::delivery::State;
use crate::domain::enclosure::Role as EnclosureRole;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{
    AppointmentId, CircularId, DeliveryId, EmblemId, EnclosureId, EnclosureVersionId, EventId, GroupId,
    ImportId, OfficeId, OfficerId, RosterRowId, SavedViewId, SlipPageId, SlipScanId, TokenId,
};
use crate::domain::letter::Urgency;
use crate::domain::office::{LocalKind, Tier};
use crate::domain::paper::{Corner, PaperDigits};
use crate::domain::registry::ImportState;
use crate::domain::roster::RowState;
use crate::domain::slip::SlipState;

/// What both kinds of values share: absent is the null of what they are kept as, given is set.
macro_rules! kept_as {
    ($type:ty, $kept:ty, $column:expr, $array:expr) => {
        impl Nullable for $type {
            fn null() -> Value {
                <$kept as Nullable>::null()
            }
        }

        impl IntoActiveValue<$type> for $type {
            fn into_active_value(self) -> ActiveValue<$type> {
                ActiveValue::Set(self)
            }
        }

        impl ValueType for $type {
            fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
                <$kept as ValueType>::try_from(value)
                    .and_then(|kept| Self::of_kept(kept).map_err(|_| ValueTypeErr))
            }

            fn type_name() -> String {
                stringify!($type).to_owned()
            }

            fn array_type() -> ArrayType {
                $array
            }

            fn column_type() -> ColumnType {
                $column
            }
        }

        impl TryGetable for $type {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                Self::of_kept(<$kept as TryGetable>::try_get_by(row, index)?).map_err(TryGetError::DbErr)
            }
        }
    };
}

/// Reads a value back from what it is kept as.
trait Kept<K>: Sized {
    fn of_kept(kept: K) -> Result<Self, DbErr>;
}

macro_rules! ids {
    ($($id:ident)+) => {$(
        impl Kept<i64> for $id {
            fn of_kept(kept: i64) -> Result<Self, DbErr> {
                Ok(Self(kept))
            }
        }

        impl From<$id> for Value {
            fn from(id: $id) -> Self {
                id.0.into()
            }
        }

        impl TryFromU64 for $id {
            fn try_from_u64(n: u64) -> Result<Self, DbErr> {
                <i64 as TryFrom<u64>>::try_from(n).map(Self).map_err(|error| DbErr::Type(error.to_string()))
            }
        }

        kept_as!($id, i64, ColumnType::BigInteger, ArrayType::BigInt);
    )+};
}

macro_rules! words {
    ($($word:ident)+) => {$(
        impl Kept<String> for $word {
            fn of_kept(kept: String) -> Result<Self, DbErr> {
                kept.parse().map_err(|_| DbErr::Type(format!("{kept:?} is no {}", stringify!($word))))
            }
        }

        impl From<$word> for Value {
            fn from(word: $word) -> Self {
                word.as_str().into()
            }
        }

        kept_as!($word, String, ColumnType::String(StringLen::None), ArrayType::String);
    )+};
}

ids! {
    OfficeId GroupId OfficerId AppointmentId TokenId CircularId RosterRowId EnclosureId EnclosureVersionId DeliveryId
    EventId SavedViewId ImportId EmblemId SlipScanId SlipPageId
}

words! {
    Tier ImportState LocalKind Role CircularState RowState State Evidence Urgency EnclosureRole PaperDigits Corner
    SlipState
}

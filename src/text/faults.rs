//! The sentence that a fault of the audit is told with, in either language.

use super::{Lang, fill};
use crate::domain::audit::Fault;

/// One sentence that says what parts, and where.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let sentence = lang.text().faults.word(fault.code());
    match fault {
        Fault::Unreadable { what } => fill(sentence, &[("what", what)]),
        Fault::ChainGap { circular, position } | Fault::ChainBroken { circular, position } => {
            fill(sentence, &[("circular", circular.0), ("position", *position)])
        }
        Fault::NoSuchDelivery { circular, delivery } => {
            fill(sentence, &[("circular", circular.0), ("delivery", delivery.0)])
        }
        Fault::CircularDiffers { circular, field, kept, told } => {
            let circular = circular.to_string();
            fill(
                sentence,
                &[("circular", circular.as_str()), ("field", field), ("kept", kept), ("told", told)],
            )
        }
        Fault::DeliveryDiffers { circular, delivery, field, kept, told } => {
            let (circular, delivery) = (circular.to_string(), delivery.to_string());
            let places = [("circular", circular.as_str()), ("delivery", &delivery)];
            let values = [("field", *field), ("kept", kept), ("told", told)];
            fill(sentence, &[&places[..], &values[..]].concat())
        }
        Fault::NumberBeyond { office, year, number, last } => {
            let places =
                [("office", office.0), ("year", i64::from(*year)), ("number", *number), ("last", *last)];
            fill(sentence, &places)
        }
        Fault::NumberTwice { office, year, number } => {
            let (office, year) = (office.to_string(), year.to_string());
            fill(sentence, &[("office", office.as_str()), ("year", &year), ("number", number)])
        }
        Fault::FileMissing { sha256 } | Fault::FileAltered { sha256 } => {
            fill(sentence, &[("sha256", sha256)])
        }
    }
}

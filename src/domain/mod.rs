//! What is true: types and rules, without I/O.

pub mod actor;
pub mod audit;
pub mod circular;
pub mod clock;
pub mod code;
pub mod deadline;
pub mod delivery;
pub mod email;
pub mod enclosure;
pub mod event;
pub mod evidence;
pub mod ids;
pub mod letter;
pub mod numbering_report;
pub mod office;
pub mod paper;
pub mod receipt;
pub mod refusal;
pub mod registry;
pub mod roster;
pub mod sheet;
pub mod slip;
pub mod thai;
pub mod word;

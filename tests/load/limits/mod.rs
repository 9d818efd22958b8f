//! What is possible: the same bytes without a program behind them, the same rows without one in front of them.

pub mod bare;
pub mod raw;

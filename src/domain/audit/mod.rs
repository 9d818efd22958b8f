//! Whether what is kept agrees with what was recorded: chains of hashes recomputed, events folded into deliveries.

mod chain;
mod fault;
mod story;

pub use chain::Chain;
pub use fault::Fault;
pub use story::Story;

#[cfg(test)]
mod tests;

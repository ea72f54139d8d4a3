//! Whole-system tests.

mod codes;
pub mod scenario;
pub mod script;
pub mod simulation;
pub mod twin;

pub use codes::refusal_codes;

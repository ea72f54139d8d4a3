//! Whole-system tests.

mod codes;
pub mod scenario;
pub mod script;

pub use codes::refusal_codes;

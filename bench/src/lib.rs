//! Measurements, each beside its baseline in the same run.

pub mod access;
pub mod bare;
pub mod blocks;
pub mod figure;
pub mod growth;
pub mod http;
pub mod lag;
pub mod letters;
pub mod matching;
pub mod memory;
pub mod ours;
pub mod overload;
pub mod pages;
pub mod per_request;
pub mod place;
pub mod probe;
pub mod proofs;
pub mod reading;
pub mod replay;
pub mod resident;
pub mod sizes;
pub mod stage;
pub mod verifying;
pub mod versus;

/// What went wrong, in words: a measurement that fails is run again by a person.
pub type Outcome<T> = Result<T, String>;

/// An error in words.
pub fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

//! Evidence files: what is taken in, who reads it, and what is left when something breaks.

mod access;
mod bucket;
mod erasure;
pub(super) mod stage;
mod storage;
mod traffic;
mod upload;

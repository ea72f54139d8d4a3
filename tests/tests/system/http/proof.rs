//! Proof that outlives the server: what it publishes, what it hands out, and who else can check it.

mod exports;
mod files;
mod forked;
pub(super) mod page;
mod rotation;
pub(super) mod stage;
mod tokens;
mod visibility;
mod witnesses;

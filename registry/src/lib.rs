//! The register: one state and its verbs. Pure: no clock, no file, no socket, no randomness.
//!
//! ```text
//! decide(&state, now, &opened)  → Result<Events, Refusal>       what one instruction makes true, or why not
//! next_step(&state, now)        → Option<Event>                 what follows from the state by itself
//! apply(&mut state, &event)     → Result<(), Contradiction>     makes it so
//! ```
//! [`Registry::submit`] and [`Registry::advance`] join the three and write the entries of the log. The server calls
//! them to decide, the auditor's verifier calls them to decide again and compares the bytes.

pub mod certificate;
pub mod claim;
mod contradiction;
pub mod credit;
mod dump;
pub mod entry;
pub mod event;
pub mod instruction;
pub mod invariants;
pub mod mineral;
pub mod money;
pub mod party;
pub mod refusal;
mod registry;
pub mod serial;
mod step;
pub mod trade;
pub mod values;

pub use contradiction::Contradiction;
pub use entry::{Cause, Entry, NewEntry};
pub use refusal::{Refusal, RefusalClass};
pub use registry::{FollowError, Founding, Held, Involved, Outcome, Part, Plan, RULES, Registry, Rule, Verdict};

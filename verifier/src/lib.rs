//! The auditor's program: it replays an archive of the log without network, database or clock.
//!
//! ```text
//! archive ──► tree:   every entry hashes to its leaf, every tile to the next, the last to the signed root
//!         └─► replay: every instruction is opened and decided again, and must give the same entries, byte for byte
//! ```
//! The first answers whether history was rewritten after it was signed, the second whether it was true when it was
//! written. Neither needs the other: an operator who holds the log's key can sign any tree, but not an instruction of
//! a member, and not a decision that the rules do not give.
//!
//! The log's key is the only thing an auditor must know beforehand; every other key comes out of the log.

pub mod archive;
pub mod bundle;
mod difference;
pub mod head;
pub mod memory;
mod prepare;
mod replay;
pub mod report;
mod stack;
pub mod statement;
mod tree;
mod verify;

pub use head::Witnesses;
pub use report::{Figures, Finding, MineralFigures, Report, rule};
pub use verify::{Options, Progress, Unusable, Verified, verify, verify_telling, verify_with};

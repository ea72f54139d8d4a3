//! Several servers of one register on one PostgreSQL: one leads, the others follow ([`crate::sequencer`]). Here stands
//! what they know of one another.

pub mod forward;
pub mod settings;

//! What can be read, one file for each thing. Every query is written once, for both databases.

pub(crate) mod audit;
pub(crate) mod bank_line;
pub(crate) mod clients;
pub(crate) mod contacts;
pub(crate) mod dump;
pub(crate) mod ended_block;
pub(crate) mod evidence;
pub(crate) mod grievance_counts;
pub(crate) mod head;
pub(crate) mod involved;
pub(crate) mod journal;
pub(crate) mod letter;
pub(crate) mod letters;
pub(crate) mod outbox;
pub(crate) mod payout;
pub(crate) mod people;
pub(crate) mod plan;
pub(crate) mod posting;
pub(crate) mod retirement;
pub(crate) mod statement;
pub(crate) mod subject;
pub(crate) mod tile;
pub(crate) mod trade;
pub(crate) mod webhook;

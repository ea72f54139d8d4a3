//! Times and ids of a script.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use orebook_registry::instruction::InstructionId;
use orebook_registry::values::*;

/// Any value from its one textual form.
///
/// # Panics
/// If the text is not of that form.
pub fn value<T: FromStr<Err: Debug + Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error: T::Err| panic!("{text}: {error}"))
}

/// A time from whole seconds: `2026-07-14T09:00:00Z`.
pub fn timestamp(text: &str) -> Timestamp {
    Timestamp::from(value::<Seconds>(text))
}

/// Nine in the morning of a day: `2026-07-14`.
pub fn at(day: &str) -> Timestamp {
    value::<Date>(day).start().plus_seconds(9 * 3600)
}

/// A UUIDv7 (RFC 9562 §5.7) whose random bits are the scenario's seed and counter.
pub(super) fn instruction_id(now: Timestamp, seed: u64, counter: u64) -> InstructionId {
    let ms = u128::try_from(now.ms()).expect("a scenario plays after 1970");
    let random = (u128::from(seed & 0x3fff_ffff) << 32) | u128::from(counter & 0xffff_ffff);
    let bits = (ms << 80) | (7 << 76) | (2 << 62) | random;
    InstructionId::from_uuid(uuid::Uuid::from_u128(bits)).expect("version and variant are set")
}

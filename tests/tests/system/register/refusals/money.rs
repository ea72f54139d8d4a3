//! Deposits that come back, and payouts.

use super::Row;

/// A cent of Lumen's own on its way to the bank.
const INSTRUCTED: [&str; 4] =
    ["details lumen bank", "take lumen P1 1", "approve operator F1 P1 bank", "instruct operator F1"];

pub const ROWS: &[Row] = &[
    ("deposit_must_await_its_owner", |s| s.lines(&["deposit operator X1 1 REF-1 lumen", "assign operator X1 orfebre"])),
    ("deposit_must_not_be_recalled", |s| {
        s.lines(&["deposit operator X1 1 REF-1 lumen", "recall operator X1 REF-2", "recall operator X1 REF-3"])
    }),
    ("balance_must_cover_amount", |s| s.lines(&["charge operator 1000000 REF-1"])),
    ("premium_must_cover_payout", |s| s.lines(&["payout operator P1 1000000 clara/0 clara"])),
    ("payout_details_must_be_known", |s| s.lines(&["take lumen P1 1"])),
    ("payout_details_must_wait", |s| {
        s.lines(&["details lumen bank", "details lumen phone", "take lumen P1 1", "approve operator F1 P1 phone"])
    }),
    ("rail_must_be", |s| s.lines(&["details lumen bank", "take lumen P1 1", "approve operator F1 P1 phone"])),
    ("payout_must_be", |s| {
        s.lines(&["details lumen bank", "take lumen P1 1", "drop lumen P1", "approve operator F1 P1 bank"])
    }),
    ("file_must_not_be_instructed", |s| s.lines(&[&INSTRUCTED[..], &["instruct operator F1"]].concat())),
    ("bank_reference_is_required", |s| {
        s.lines(&[&INSTRUCTED[..], &["report operator P1 unknown", "report operator P1 accepted"]].concat())
    }),
    ("receipt_must_not_exceed_payout", |s| {
        let paid = ["report operator P1 accepted", "report operator P1 settled REF-1", "receipt lumen P1 1.01"];
        s.lines(&[&INSTRUCTED[..], &paid].concat())
    }),
];

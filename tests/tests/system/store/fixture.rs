//! Batches that look like a register's, made from nothing but a sequence.

use orebook_store::{
    Batch, EndedBlockRow, InvolvedRow, JournalRow, LeadError, Location, OutboxRow, PostingRow, RetirementRow,
    SubjectRow, TileRow, Tip, TradeBlockRow, TradeRow, Writer,
};
use orebook_tests::until;

/// Texts that a careless store would trip over.
pub const TEXTS: [&str; 5] =
    ["plain", "O'Brien \"& Sons\"; drop table head; --", "Ñandú 鉱石 🜚 e\u{301}", "100 %_\\ {\"a\",NULL} $1 ?1", ""];

/// A batch of entries, each with rows in every table but `tile`, which gets one row a batch.
pub fn batch(before: i64, entries: i64) -> Batch {
    let sequences = before..before + entries;
    Batch {
        before,
        after: tip(before + entries),
        journal: sequences.clone().map(journal).collect(),
        subjects: sequences.clone().flat_map(subjects).collect(),
        involved: sequences.clone().flat_map(involved).collect(),
        tiles: vec![TileRow { level: 0, idx: before, hashes: vec![0xab; 8_192] }],
        retirements: sequences.clone().map(retirement).collect(),
        ended_blocks: sequences.clone().map(ended_block).collect(),
        trades: sequences.clone().map(trade).collect(),
        trade_blocks: sequences.clone().flat_map(trade_blocks).collect(),
        postings: sequences.clone().flat_map(|sequence| postings(sequence, 3)).collect(),
        outbox: sequences.map(letter).collect(),
    }
}

pub fn tip(size: i64) -> Tip {
    Tip { size, root: vec![u8::try_from(size % 256).unwrap(); 32], edge: vec![0; 64], time: time(size - 1) }
}

pub fn time(sequence: i64) -> i64 {
    1_700_000_000_000 + sequence
}

fn text(sequence: i64) -> String {
    TEXTS[usize::try_from(sequence).unwrap() % TEXTS.len()].to_owned()
}

fn journal(sequence: i64) -> JournalRow {
    let signed = sequence % 3 != 0;
    JournalRow {
        sequence,
        time: time(sequence),
        kind: text(sequence),
        organisation: signed.then(|| "o_1".to_owned()),
        instruction: signed.then(|| format!("name {sequence}")),
        entry: text(sequence).into_bytes().into_iter().chain([0, 255]).collect(),
        leaf: vec![u8::try_from(sequence % 251).unwrap(); 32],
    }
}

fn subjects(sequence: i64) -> [SubjectRow; 2] {
    [format!("thing {}", sequence % 2), format!("entry {sequence}")].map(|name| SubjectRow { name, sequence })
}

fn involved(sequence: i64) -> [InvolvedRow; 2] {
    [(format!("o_{}", sequence % 2), "yes"), (text(sequence), "no")].map(|(organisation, reads)| InvolvedRow {
        organisation,
        sequence,
        reads: reads.to_owned(),
    })
}

fn retirement(sequence: i64) -> RetirementRow {
    RetirementRow {
        id: format!("r_{sequence:05}"),
        sequence,
        time: time(sequence),
        holder: "o_1".into(),
        beneficiary: text(sequence),
        mineral: if sequence % 2 == 0 { "cobalt" } else { "lithium" }.into(),
        programme: "p_1".into(),
        level: "A".into(),
        claim: "consumption".into(),
        mass: sequence + 1,
        producers: format!(" pr_{} pr_9 ", sequence % 4),
        countries: " CD PE ".into(),
        years: " 2025 2026 ".into(),
        search: format!("{} nr {sequence}", text(sequence).to_lowercase()),
    }
}

/// Entry n ends the ten milligrams from 20 n on: every second ten never end.
fn ended_block(sequence: i64) -> EndedBlockRow {
    EndedBlockRow {
        batch: "b_1".into(),
        first: sequence * 20,
        last: sequence * 20 + 10,
        state: "retired".into(),
        sequence,
        retirement: (sequence % 2 == 0).then(|| format!("r_{sequence:05}")),
    }
}

fn trade(sequence: i64) -> TradeRow {
    TradeRow {
        id: format!("t_{sequence:05}"),
        market: format!("m_{}", sequence % 2),
        sequence: sequence / 2 * 2,
        time: time(sequence),
        price: 1_000 + sequence,
        mass: i64::MAX,
        gross: 7,
    }
}

pub fn trade_blocks(sequence: i64) -> [TradeBlockRow; 2] {
    [0, 1].map(|ordinal| TradeBlockRow {
        trade: format!("t_{sequence:05}"),
        ordinal,
        batch: format!("b_{ordinal}"),
        first: sequence * 20,
        last: sequence * 20 + 5,
    })
}

pub fn postings(sequence: i64, count: i32) -> Vec<PostingRow> {
    let posting = |ordinal: i32| PostingRow {
        sequence,
        ordinal,
        account: format!("a_{}", ordinal % 2),
        currency: if ordinal % 3 == 0 { "EUR" } else { "USD" }.into(),
        amount: if ordinal == 0 { -5 } else { 4_000_000_000 },
        trade: (ordinal == 1).then(|| format!("t_{sequence:05}")),
        plan: (ordinal == 1).then(|| "pl_1".to_owned()),
        payout: (ordinal == 2).then(|| format!("py_{sequence}")),
    };
    (0..count).map(posting).collect()
}

fn letter(sequence: i64) -> OutboxRow {
    OutboxRow { sequence, ordinal: 0, kind: text(sequence), organisation: "o_1".into() }
}

/// A new leader that has appended the batches of these sizes, one after another.
pub fn writer_after(location: &Location, batches: &[i64]) -> Writer {
    let mut writer = Writer::lead(location).unwrap();
    let mut size = writer.head().unwrap().size;
    for entries in batches {
        writer.append(&batch(size, *entries)).unwrap();
        size += entries;
    }
    writer
}

/// Leads as soon as the last leader's lease is gone: PostgreSQL notices a closed session after a moment.
pub fn lead_again(location: &Location) -> Writer {
    until("the lease to come free", || match Writer::lead(location) {
        Ok(writer) => Some(writer),
        Err(LeadError::Held) => None,
        Err(error @ (LeadError::Overtaken | LeadError::Store(_))) => panic!("{error}"),
    })
}

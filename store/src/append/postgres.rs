//! Appending on PostgreSQL: one statement a table.

use diesel::prelude::*;

use super::unnest::Unnest;
use crate::row::{
    Batch, EndedBlockRow, InvolvedRow, JournalRow, LetterRow, OutboxRow, PostingRow, RetirementRow, RetirementTermRow,
    SubjectRow, TileRow, TradeBlockRow, TradeRow,
};
use crate::schema::{
    ended_block, involved, journal, letter, outbox, posting, retirement, retirement_term, subject, tile, trade,
    trade_block,
};

pub(super) fn insert(connection: &mut PgConnection, batch: &Batch) -> QueryResult<()> {
    insert_into(connection, &batch.journal, journal)?;
    insert_into(connection, &batch.subjects, subjects)?;
    insert_into(connection, &batch.involved, involved)?;
    insert_into(connection, &batch.tiles, tiles)?;
    insert_into(connection, &batch.retirements, retirements)?;
    let terms: Vec<_> = batch.retirements.iter().flat_map(RetirementRow::terms).collect();
    insert_into(connection, &terms, retirement_terms)?;
    insert_into(connection, &batch.ended_blocks, ended_blocks)?;
    insert_into(connection, &batch.trades, trades)?;
    insert_into(connection, &batch.trade_blocks, trade_blocks)?;
    insert_into(connection, &batch.postings, postings)?;
    insert_into(connection, &batch.outbox, outbox)
}

pub(super) fn insert_letters(connection: &mut PgConnection, rows: &[LetterRow]) -> QueryResult<()> {
    insert_into(connection, rows, letters)
}

fn insert_into<'a, R, T: Table + 'static>(
    connection: &mut PgConnection,
    rows: &'a [R],
    columns: fn(&'a [R]) -> Unnest<'a, T>,
) -> QueryResult<()> {
    if !rows.is_empty() {
        columns(rows).execute(connection)?;
    }
    Ok(())
}

fn journal(rows: &[JournalRow]) -> Unnest<'_, journal::table> {
    Unnest::into("journal")
        .column(journal::sequence, rows.iter().map(|row| row.sequence))
        .column(journal::time, rows.iter().map(|row| row.time))
        .column(journal::kind, rows.iter().map(|row| row.kind.as_str()))
        .column(journal::organisation, rows.iter().map(|row| row.organisation.as_deref()))
        .column(journal::instruction, rows.iter().map(|row| row.instruction.as_deref()))
        .column(journal::entry, rows.iter().map(|row| row.entry.as_slice()))
        .column(journal::leaf, rows.iter().map(|row| row.leaf.as_slice()))
}

fn subjects(rows: &[SubjectRow]) -> Unnest<'_, subject::table> {
    Unnest::into("subject")
        .column(subject::name, rows.iter().map(|row| row.name.as_str()))
        .column(subject::sequence, rows.iter().map(|row| row.sequence))
}

fn involved(rows: &[InvolvedRow]) -> Unnest<'_, involved::table> {
    Unnest::into("involved")
        .column(involved::organisation, rows.iter().map(|row| row.organisation.as_str()))
        .column(involved::sequence, rows.iter().map(|row| row.sequence))
        .column(involved::reads, rows.iter().map(|row| row.reads.as_str()))
}

fn tiles(rows: &[TileRow]) -> Unnest<'_, tile::table> {
    Unnest::into("tile")
        .column(tile::level, rows.iter().map(|row| row.level))
        .column(tile::idx, rows.iter().map(|row| row.idx))
        .column(tile::hashes, rows.iter().map(|row| row.hashes.as_slice()))
}

fn retirements(rows: &[RetirementRow]) -> Unnest<'_, retirement::table> {
    Unnest::into("retirement")
        .column(retirement::id, rows.iter().map(|row| row.id.as_str()))
        .column(retirement::sequence, rows.iter().map(|row| row.sequence))
        .column(retirement::time, rows.iter().map(|row| row.time))
        .column(retirement::holder, rows.iter().map(|row| row.holder.as_str()))
        .column(retirement::beneficiary, rows.iter().map(|row| row.beneficiary.as_str()))
        .column(retirement::mineral, rows.iter().map(|row| row.mineral.as_str()))
        .column(retirement::programme, rows.iter().map(|row| row.programme.as_str()))
        .column(retirement::level, rows.iter().map(|row| row.level.as_str()))
        .column(retirement::claim, rows.iter().map(|row| row.claim.as_str()))
        .column(retirement::mass, rows.iter().map(|row| row.mass))
        .column(retirement::producers, rows.iter().map(|row| row.producers.as_str()))
        .column(retirement::countries, rows.iter().map(|row| row.countries.as_str()))
        .column(retirement::years, rows.iter().map(|row| row.years.as_str()))
        .column(retirement::search, rows.iter().map(|row| row.search.as_str()))
}

fn retirement_terms(rows: &[RetirementTermRow]) -> Unnest<'_, retirement_term::table> {
    Unnest::into("retirement_term")
        .column(retirement_term::term, rows.iter().map(|row| row.term.as_str()))
        .column(retirement_term::sequence, rows.iter().map(|row| row.sequence))
        .column(retirement_term::id, rows.iter().map(|row| row.id.as_str()))
}

fn ended_blocks(rows: &[EndedBlockRow]) -> Unnest<'_, ended_block::table> {
    Unnest::into("ended_block")
        .column(ended_block::batch, rows.iter().map(|row| row.batch.as_str()))
        .column(ended_block::first, rows.iter().map(|row| row.first))
        .column(ended_block::last, rows.iter().map(|row| row.last))
        .column(ended_block::state, rows.iter().map(|row| row.state.as_str()))
        .column(ended_block::sequence, rows.iter().map(|row| row.sequence))
        .column(ended_block::retirement, rows.iter().map(|row| row.retirement.as_deref()))
}

fn trades(rows: &[TradeRow]) -> Unnest<'_, trade::table> {
    Unnest::into("trade")
        .column(trade::id, rows.iter().map(|row| row.id.as_str()))
        .column(trade::market, rows.iter().map(|row| row.market.as_str()))
        .column(trade::sequence, rows.iter().map(|row| row.sequence))
        .column(trade::time, rows.iter().map(|row| row.time))
        .column(trade::price, rows.iter().map(|row| row.price))
        .column(trade::mass, rows.iter().map(|row| row.mass))
        .column(trade::gross, rows.iter().map(|row| row.gross))
}

fn trade_blocks(rows: &[TradeBlockRow]) -> Unnest<'_, trade_block::table> {
    Unnest::into("trade_block")
        .column(trade_block::trade, rows.iter().map(|row| row.trade.as_str()))
        .column(trade_block::ordinal, rows.iter().map(|row| row.ordinal))
        .column(trade_block::batch, rows.iter().map(|row| row.batch.as_str()))
        .column(trade_block::first, rows.iter().map(|row| row.first))
        .column(trade_block::last, rows.iter().map(|row| row.last))
}

fn postings(rows: &[PostingRow]) -> Unnest<'_, posting::table> {
    Unnest::into("posting")
        .column(posting::sequence, rows.iter().map(|row| row.sequence))
        .column(posting::ordinal, rows.iter().map(|row| row.ordinal))
        .column(posting::account, rows.iter().map(|row| row.account.as_str()))
        .column(posting::currency, rows.iter().map(|row| row.currency.as_str()))
        .column(posting::amount, rows.iter().map(|row| row.amount))
        .column(posting::trade, rows.iter().map(|row| row.trade.as_deref()))
        .column(posting::plan, rows.iter().map(|row| row.plan.as_deref()))
        .column(posting::payout, rows.iter().map(|row| row.payout.as_deref()))
}

fn outbox(rows: &[OutboxRow]) -> Unnest<'_, outbox::table> {
    Unnest::into("outbox")
        .column(outbox::sequence, rows.iter().map(|row| row.sequence))
        .column(outbox::ordinal, rows.iter().map(|row| row.ordinal))
        .column(outbox::kind, rows.iter().map(|row| row.kind.as_str()))
        .column(outbox::organisation, rows.iter().map(|row| row.organisation.as_str()))
}

fn letters(rows: &[LetterRow]) -> Unnest<'_, letter::table> {
    Unnest::into("letter")
        .column(letter::id, rows.iter().map(|row| row.id.as_str()))
        .column(letter::kind, rows.iter().map(|row| row.kind.as_str()))
        .column(letter::organisation, rows.iter().map(|row| row.organisation.as_deref()))
        .column(letter::person, rows.iter().map(|row| row.person.as_deref()))
        .column(letter::name, rows.iter().map(|row| row.name.as_str()))
        .column(letter::address, rows.iter().map(|row| row.address.as_str()))
        .column(letter::language, rows.iter().map(|row| row.language.as_str()))
        .column(letter::facts, rows.iter().map(|row| row.facts.as_str()))
        .column(letter::made_at, rows.iter().map(|row| row.made_at))
        .column(letter::due_at, rows.iter().map(|row| row.due_at))
        .column(letter::ends_at, rows.iter().map(|row| row.ends_at))
        .column(letter::tries, rows.iter().map(|row| row.tries))
        .column(letter::state, rows.iter().map(|row| row.state.as_str()))
        .column(letter::failure, rows.iter().map(|row| row.failure.as_deref()))
        .column(letter::sent_at, rows.iter().map(|row| row.sent_at))
}

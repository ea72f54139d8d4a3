//! The other side of S3: a writer that commits in groups and does nothing else.
//!
//! It stores the rows that our own side has just stored, read back from the tables, as many for each request. The
//! same requests come in over the same HTTP framework, and answers are as long; but a request is not even parsed.
//! Groups are taken as ours are: whatever waits, 256 at the most.

use std::collections::BTreeMap;
use std::time::Duration;

use actix_web::{HttpResponse, error, post, web};
use crossbeam_channel::{Receiver, Sender};
use orebook_store::{
    Batch, EndedBlockRow, JournalRow, Location, PostingRow, Reader, Reading, RetirementRow, StoreError, SubjectRow,
    Tip, TradeRow, Writer,
};
use tokio::sync::oneshot;

use crate::http::{self, Requests, Seen};
use crate::per_request::serve;
use crate::place::Database;
use crate::stage::{Seeded, Stage};
use crate::{Outcome, words};

const GROUP_MAX: usize = 256;
/// Sequence, last, and a proof of about this depth stand beside the entry in a receipt.
const PROOF_BYTES: usize = 900;

/// The rows of an entry.
#[derive(Debug, Clone)]
pub struct Rows(Batch);

/// The rows of every entry from a sequence on, in order.
///
/// # Errors
/// The database cannot be read.
pub fn rows_from(location: &Location, first: i64) -> Outcome<Vec<Rows>> {
    let reader = Reader::open(location, 1).map_err(words)?;
    let mut by_sequence: BTreeMap<i64, Batch> = BTreeMap::new();
    reader.snapshot(|read| collect(read, first, &mut by_sequence)).map_err(words)?;
    Ok(by_sequence.into_values().map(Rows).collect())
}

/// As many as `count`, each again and again. Sequences go on, and keys get an ending of their own; what is stored
/// stays about as long.
pub fn repeated(rows: Vec<Rows>, count: usize) -> Vec<Rows> {
    let first = rows.first().and_then(|Rows(batch)| Some(batch.journal.first()?.sequence)).unwrap_or(0);
    (first..).zip(rows.iter().cycle().take(count)).map(|(sequence, Rows(batch))| Rows(at(sequence, batch))).collect()
}

/// The same rows as those of another entry.
fn at(sequence: i64, rows: &Batch) -> Batch {
    let mut rows = rows.clone();
    rows.journal.iter_mut().for_each(|row| row.sequence = sequence);
    rows.subjects.iter_mut().for_each(|row| row.sequence = sequence);
    rows.postings.iter_mut().for_each(|row| row.sequence = sequence);
    for row in &mut rows.retirements {
        (row.sequence, row.id) = (sequence, format!("ret_{sequence:026}"));
    }
    for row in &mut rows.ended_blocks {
        (row.sequence, row.first, row.last) = (sequence, sequence * 1000, sequence * 1000 + 1000);
    }
    for row in &mut rows.trades {
        (row.sequence, row.id) = (sequence, format!("trd_{sequence:026}"));
    }
    rows
}

fn collect(read: &mut Reading<'_>, first: i64, into: &mut BTreeMap<i64, Batch>) -> Result<(), StoreError> {
    let mut at = |sequence: i64, put: &mut dyn FnMut(&mut Batch)| {
        if sequence >= first {
            put(into.entry(sequence).or_default());
        }
    };
    read.each_journal(first, |rows: Vec<JournalRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.journal.push(row.clone())));
        Ok::<(), StoreError>(())
    })?;
    read.each_subject(|rows: Vec<SubjectRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.subjects.push(row.clone())));
        Ok::<(), StoreError>(())
    })?;
    read.each_retirement(|rows: Vec<RetirementRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.retirements.push(row.clone())));
        Ok::<(), StoreError>(())
    })?;
    read.each_ended_block(|rows: Vec<EndedBlockRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.ended_blocks.push(row.clone())));
        Ok::<(), StoreError>(())
    })?;
    read.each_trade(|rows: Vec<TradeRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.trades.push(row.clone())));
        Ok::<(), StoreError>(())
    })?;
    read.each_posting(|rows: Vec<PostingRow>| {
        rows.into_iter().for_each(|row| at(row.sequence, &mut |batch| batch.postings.push(row.clone())));
        Ok::<(), StoreError>(())
    })
}

type Waiting = oneshot::Sender<Vec<u8>>;

/// Starts it on a fresh database that holds the stage, and sends it the load.
///
/// # Errors
/// An answer is not in order, or there are fewer rows than requests.
pub fn run(
    stage: &Stage,
    database: &Database<'_>,
    rows: Vec<Rows>,
    requests: &Requests,
    connections: usize,
    window: Duration,
) -> Outcome<Seen> {
    let Seeded { writer, edge, .. } = stage.seed(database.location())?;
    let size = i64::try_from(edge.size()).map_err(words)?;
    let (intake, queue) = crossbeam_channel::bounded::<Waiting>(4096);
    let commits = std::thread::spawn(move || commit_for_ever(writer, size, rows, &queue));
    let intake = web::Data::new(intake);
    let app = move |config: &mut web::ServiceConfig| {
        config.app_data(intake.clone()).service(submit);
    };
    let (address, served) = serve(app)?;
    let seen = http::load(address, requests, connections, window);
    served.stop();
    let stored = commits.join().map_err(|_| "the bare writer panicked")??;
    let seen = seen?;
    if stored == seen.accepted { Ok(seen) } else { Err(format!("{stored} stored, {} acknowledged", seen.accepted)) }
}

#[post("/v1/instructions")]
async fn submit(intake: web::Data<Sender<Waiting>>, _body: web::Bytes) -> actix_web::Result<HttpResponse> {
    let (sender, answer) = oneshot::channel();
    intake.try_send(sender).map_err(|_| error::ErrorServiceUnavailable("full"))?;
    let body = answer.await.map_err(error::ErrorInternalServerError)?;
    Ok(HttpResponse::Created().content_type("application/json").body(body))
}

/// Commits whatever waits until nobody asks any more; answers how many were stored.
fn commit_for_ever(mut writer: Writer, mut size: i64, rows: Vec<Rows>, queue: &Receiver<Waiting>) -> Outcome<usize> {
    let (mut rows, mut stored) = (rows.into_iter(), 0);
    while let Ok(first) = queue.recv() {
        let waiting: Vec<Waiting> = std::iter::once(first).chain(queue.try_iter().take(GROUP_MAX - 1)).collect();
        let mut batch = Batch { before: size, ..Batch::default() };
        for _ in &waiting {
            let Rows(next) = rows.next().ok_or("fewer rows than requests")?;
            batch.journal.extend(next.journal);
            batch.subjects.extend(next.subjects);
            batch.retirements.extend(next.retirements);
            batch.ended_blocks.extend(next.ended_blocks);
            batch.trades.extend(next.trades);
            batch.postings.extend(next.postings);
        }
        size += i64::try_from(batch.journal.len()).map_err(words)?;
        batch.after = Tip { size, root: vec![7; 32], edge: vec![7; 256], time: 0 };
        writer.append(&batch).map_err(words)?;
        stored += waiting.len();
        for (waiting, row) in waiting.into_iter().zip(batch.journal) {
            let mut body = row.entry;
            body.resize(body.len() + PROOF_BYTES, b' ');
            let _ = waiting.send(body);
        }
    }
    Ok(stored)
}

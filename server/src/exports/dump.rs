//! The tables of a dump, each item as the API's list tells it to everybody.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use orebook_registry::Registry;
use orebook_store::{Page, PageKey, Reading, RetirementFilter};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{DumpFile, ExportError};
use crate::api::csv::{self, Column};
use crate::api::{batches, certificates, markets, organisations, premiums, programmes, retirements, trades};
use crate::problem::Problem;

/// Rows read in one statement.
const ROWS: i64 = 1_000;

/// Writes all tables; answers their files by name.
pub(super) fn tables(
    registry: &Registry,
    read: &mut Reading<'_>,
    directory: &Path,
) -> Result<Vec<DumpFile>, ExportError> {
    let state = |table, schema: &str| Table::begin(directory, table, csv::columns(schema));
    let mut files = Vec::new();
    files.extend(state("batches", "BatchView")?.all(batches::public(registry))?);
    files.extend(state("certificates", "CertificateView")?.all(certificates::public(registry))?);
    files.extend(state("markets", "MarketView")?.all(markets::public(registry))?);
    files.extend(state("organisations", "OrganisationView")?.all(organisations::public(registry))?);
    files.extend(state("premiums", "PremiumsView")?.all(premiums::public(registry))?);
    files.extend(of_programmes(registry, directory)?);
    files.extend(of_retirements(registry, read, state("retirements", "RetirementRowView")?)?);
    let columns = [vec![Column::named("market")], csv::columns("TapeView")].concat();
    files.extend(of_trades(registry, read, Table::begin(directory, "trades", columns)?)?);
    Ok(files)
}

/// A programme is told as it was signed, so its columns are the members that any version has.
fn of_programmes(registry: &Registry, directory: &Path) -> Result<[DumpFile; 2], ExportError> {
    let items: Vec<Value> = programmes::public(registry).filter_map(|item| serde_json::to_value(item).ok()).collect();
    let members: BTreeSet<&str> =
        items.iter().filter_map(Value::as_object).flat_map(|o| o.keys()).map(String::as_str).collect();
    let columns = members.into_iter().map(Column::named).collect();
    Table::begin(directory, "programmes", columns)?.all(items)
}

/// Newest first, as in the list; of a later entry than the state there are none.
fn of_retirements(registry: &Registry, read: &mut Reading<'_>, mut table: Table) -> Result<[DumpFile; 2], ExportError> {
    let mut page = newest(registry);
    loop {
        let rows = read.retirements(&RetirementFilter::default(), &page)?;
        let Some(last) = rows.last() else { return table.finish() };
        page = Page::before(PageKey { sequence: last.sequence, id: last.id.clone() }, ROWS);
        for row in rows {
            table.push(&retirements::row_view(registry, row))?;
        }
    }
}

/// A trade, with its market before it.
#[derive(Serialize)]
struct Traded<T> {
    market: String,
    #[serde(flatten)]
    trade: T,
}

/// Market by market, newest first in each, as on its tape.
fn of_trades(registry: &Registry, read: &mut Reading<'_>, mut table: Table) -> Result<[DumpFile; 2], ExportError> {
    for (id, market) in registry.markets.markets() {
        let (name, mut page) = (id.to_string(), newest(registry));
        loop {
            let rows = read.tape(&name, &page)?;
            let Some(last) = rows.last() else { break };
            page = Page::before(PageKey { sequence: last.sequence, id: last.id.clone() }, ROWS);
            for row in rows {
                let trade =
                    trades::told(&row, market.currency()).map_err(|problem: Problem| table.wrong(problem.detail))?;
                table.push(&Traded { market: name.clone(), trade })?;
            }
        }
    }
    table.finish()
}

fn newest(registry: &Registry) -> Page<PageKey> {
    let after = i64::try_from(registry.size()).unwrap_or(i64::MAX);
    Page::before(PageKey { sequence: after, id: String::new() }, ROWS)
}

/// A table as it is written, once as CSV and once as JSON lines.
struct Table {
    name: &'static str,
    columns: Vec<Column>,
    rows: u64,
    csv: Tallied,
    jsonl: Tallied,
}

impl Table {
    fn begin(directory: &Path, name: &'static str, columns: Vec<Column>) -> Result<Self, ExportError> {
        let mut csv = Tallied::create(directory, format!("{name}.csv"))?;
        csv.write(&csv::head(&columns))?;
        Ok(Self { name, columns, rows: 0, csv, jsonl: Tallied::create(directory, format!("{name}.jsonl"))? })
    }

    fn all<T: Serialize>(mut self, items: impl IntoIterator<Item = T>) -> Result<[DumpFile; 2], ExportError> {
        items.into_iter().try_for_each(|item| self.push(&item))?;
        self.finish()
    }

    fn push(&mut self, item: &impl Serialize) -> Result<(), ExportError> {
        // The same bytes as in an answer: an object made anew would have its members in another order.
        let json = serde_json::to_string(item).map_err(|error| self.wrong(error.to_string()))?;
        let value = serde_json::from_str(&json).map_err(|error| self.wrong(error.to_string()))?;
        self.csv.write(&csv::row(&self.columns, &value))?;
        self.jsonl.write(&(json + "\n"))?;
        self.rows += 1;
        Ok(())
    }

    fn wrong(&self, detail: String) -> ExportError {
        ExportError::Item { table: self.name, detail }
    }

    fn finish(self) -> Result<[DumpFile; 2], ExportError> {
        Ok([self.csv.finish(self.rows)?, self.jsonl.finish(self.rows)?])
    }
}

/// A file that is written, and what is told of it.
struct Tallied {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl Tallied {
    fn create(directory: &Path, name: String) -> Result<Self, ExportError> {
        let path = directory.join(&name);
        match File::create(&path) {
            Ok(file) => Ok(Self { name, path, file: BufWriter::new(file), digest: Sha256::new(), bytes: 0 }),
            Err(error) => Err(ExportError::File { path, error }),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), ExportError> {
        self.digest.update(text);
        self.bytes += text.len() as u64;
        self.file.write_all(text.as_bytes()).map_err(|error| ExportError::File { path: self.path.clone(), error })
    }

    fn finish(self, rows: u64) -> Result<DumpFile, ExportError> {
        let Self { name, path, file, digest, bytes } = self;
        let synced = file.into_inner().map_err(std::io::IntoInnerError::into_error).and_then(|file| file.sync_all());
        synced.map_err(|error| ExportError::File { path, error })?;
        let sha256 = hex::encode(digest.finalize());
        Ok(DumpFile { name, bytes: bytes.to_string(), rows: rows.to_string(), sha256 })
    }
}

//! What was issued to a producer, and what of it was retired.

use std::collections::BTreeMap;

use orebook_registry::credit::Batch;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{BatchId, Date, Mass};

use crate::api::holds::holds_of_batch;
use crate::pages::chart::Chart;
use crate::pages::chart::months::{Month, Series, Told, months};
use crate::pages::names::Names;
use crate::view::View;

const BATCHES: usize = 15;

/// All credits of one mineral.
pub struct Mined {
    /// What.
    pub mineral: String,
    /// What became of them.
    pub figures: Vec<(&'static str, String)>,
    /// By month.
    pub chart: Option<Chart>,
}

/// A batch in a list.
pub struct BatchRow {
    /// Its id.
    pub id: BatchId,
    /// What its serial numbers begin with.
    pub serial: String,
    /// Of when.
    pub period: String,
    /// How much was issued.
    pub issued: String,
    /// What of it is retired.
    pub retired: String,
    /// What is neither retired, cancelled nor expired.
    pub outstanding: String,
    /// How that lies, for those who may know.
    pub split: Option<String>,
    /// What is wrong with it.
    pub notes: Vec<String>,
}

/// By mineral: masses of different minerals are no sum.
pub fn mined(names: &Names<'_>, own: &[(BatchId, &Batch)]) -> Vec<Mined> {
    let mut minerals = BTreeMap::<Mineral, Vec<(BatchId, &Batch)>>::new();
    for (id, batch) in own {
        minerals.entry(batch.class.mineral).or_default().push((*id, batch));
    }
    minerals.into_iter().map(|(mineral, batches)| of_mineral(names, mineral, &batches)).collect()
}

fn of_mineral(names: &Names<'_>, mineral: Mineral, batches: &[(BatchId, &Batch)]) -> Mined {
    let t = names.t;
    let sum = |mass: &dyn Fn(&Batch) -> Mass| batches.iter().fold(Mass::default(), |sum, (_, b)| sum.plus(mass(b)));
    let figures = [
        (t.producer_issued(), sum(&|batch| batch.issued), true),
        (t.producer_retired(), sum(&|batch| batch.figures().retired), true),
        (t.producer_outstanding(), sum(&|batch| batch.figures().outstanding()), true),
        (t.producer_cancelled(), sum(&|batch| batch.figures().cancelled), false),
        (t.producer_expired(), sum(&|batch| batch.figures().expired), false),
    ];
    let shown = figures.into_iter().filter(|(_, mass, always)| *always || !mass.is_zero());
    let series = [("issued", t.producer_issued()), ("retired", t.producer_retired())];
    let told = Told {
        caption: t.producer_by_month(names.title(mineral)),
        series: series.map(|(class, name)| Series { class, name: name.to_owned() }).into(),
        written: &|mg| t.mass(Mass::from_mg(u64::try_from(mg).unwrap_or(0))),
    };
    Mined {
        mineral: names.title(mineral),
        figures: shown.map(|(label, mass, _)| (label, t.mass(mass))).collect(),
        chart: months(t, &told, &by_month(names, batches)),
    }
}

/// Issued in the month of the entry that made the batch, retired in that of the retirement.
fn by_month(names: &Names<'_>, batches: &[(BatchId, &Batch)]) -> Vec<Month> {
    let claims = &names.registry.claims;
    let mut sums = BTreeMap::<Date, [i128; 2]>::new();
    for (id, batch) in batches {
        sums.entry(id.made_at().date().first_of_month()).or_default()[0] += i128::from(batch.issued.mg());
        for retirement in claims.retirements_of_batch(*id).filter_map(|id| claims.retirement(id)) {
            let blocks = retirement.record.blocks.iter().filter(|block| block.batch == batch.serial);
            let mass: i128 = blocks.map(|block| i128::from(block.mass().mg())).sum();
            sums.entry(retirement.time.date().first_of_month()).or_default()[1] += mass;
        }
    }
    sums.into_iter().map(|(first, values)| Month { first, values: values.into() }).collect()
}

/// A page of batches, newest first, and the last of it when more follow.
pub fn batches(
    seen: &View,
    names: &Names<'_>,
    own: &[(BatchId, &Batch)],
    after: Option<BatchId>,
) -> (Vec<BatchRow>, Option<BatchId>) {
    let mut older = own.iter().rev().filter(|(id, _)| after.is_none_or(|after| *id < after)).peekable();
    let rows: Vec<BatchRow> = older.by_ref().take(BATCHES).map(|(id, batch)| row(seen, names, *id, batch)).collect();
    let last = rows.last().map(|row| row.id);
    (rows, last.filter(|_| older.peek().is_some()))
}

fn row(seen: &View, names: &Names<'_>, id: BatchId, batch: &Batch) -> BatchRow {
    let (t, figures) = (names.t, batch.figures());
    let certificate = names.registry.certificates.certificate(batch.certificate);
    let parties = certificate.into_iter().flat_map(|c| [c.producer, c.holder, c.certifier]);
    let split = || t.producer_split(t.mass(figures.available), t.mass(figures.escrowed), t.mass(figures.frozen));
    let flag = batch.flag.map(|flag| t.word("batch-flag", flag.word()).into_owned());
    let held = holds_of_batch(names.registry, id).into_iter();
    let held = held.map(|hold| t.producer_held(t.word("hold-reason", &hold.reason)));
    BatchRow {
        id,
        serial: batch.serial.to_string(),
        period: t.from_to(t.day(batch.period_from), t.day(batch.period_to)),
        issued: t.mass(batch.issued),
        retired: t.mass(figures.retired),
        outstanding: t.mass(figures.outstanding()),
        split: seen.sees(parties).then(split),
        notes: flag.into_iter().chain(held).collect(),
    }
}

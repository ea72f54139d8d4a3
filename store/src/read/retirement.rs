//! Retirements: by id, and the public search.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::error::StoreError;
use crate::page::{Page, PageKey};
use crate::reader::Reading;
use crate::row::{RetirementRow, term};
use crate::schema::retirement::{self, dsl};
use crate::schema::{ended_block, retirement_term};

/// What a retirement must be to be found; `None` asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetirementFilter {
    /// Words that stand in its search text, in any case, as one run.
    pub text: Option<String>,
    /// Exactly this beneficiary.
    pub beneficiary: Option<String>,
    /// One of its producers.
    pub producer: Option<String>,
    /// Exactly this mineral.
    pub mineral: Option<String>,
    /// Exactly this programme.
    pub programme: Option<String>,
    /// One of its countries.
    pub country: Option<String>,
    /// One of its years.
    pub year: Option<String>,
    /// Exactly this kind of claim.
    pub claim: Option<String>,
}

/// A retirement, and the milligrams of one batch that it consumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestingRow {
    /// The retirement.
    pub retirement: RetirementRow,
    /// Milligrams of the batch.
    pub mass_of_batch: i64,
}

/// Narrows a query by every property and by text; a macro, because the two queries are of different types.
macro_rules! narrow {
    ($query:ident, $filter:ident) => {
        if let Some(beneficiary) = &$filter.beneficiary {
            $query = $query.filter(dsl::beneficiary.eq(beneficiary));
        }
        if let Some(mineral) = &$filter.mineral {
            $query = $query.filter(dsl::mineral.eq(mineral));
        }
        if let Some(programme) = &$filter.programme {
            $query = $query.filter(dsl::programme.eq(programme));
        }
        if let Some(claim) = &$filter.claim {
            $query = $query.filter(dsl::claim.eq(claim));
        }
        if let Some(producer) = &$filter.producer {
            $query = $query.filter(dsl::producers.like(item(producer)).escape('\\'));
        }
        if let Some(country) = &$filter.country {
            $query = $query.filter(dsl::countries.like(item(country)).escape('\\'));
        }
        if let Some(year) = &$filter.year {
            $query = $query.filter(dsl::years.like(item(year)).escape('\\'));
        }
        if let Some(text) = &$filter.text {
            $query = $query.filter(dsl::search.like(anywhere(&text.to_lowercase())).escape('\\'));
        }
    };
}

impl Reading<'_> {
    /// The retirement with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn retirement(&mut self, id: &str) -> Result<Option<RetirementRow>, StoreError> {
        let row = retirement::table.find(id).select(RetirementRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// The retirements that pass a filter, newest first.
    ///
    /// By a property it walks that property's term; by text alone it looks through all of them, newest first.
    ///
    /// # Errors
    /// Fails if the database does. SQLite refuses a search text of 50,000 bytes and more.
    pub fn retirements(
        &mut self,
        filter: &RetirementFilter,
        page: &Page<PageKey>,
    ) -> Result<Vec<RetirementRow>, StoreError> {
        match filter.leading_term() {
            Some(term) => self.retirements_of_term(&term, filter, page),
            None => self.all_retirements(filter, page),
        }
    }

    fn all_retirements(
        &mut self,
        filter: &RetirementFilter,
        page: &Page<PageKey>,
    ) -> Result<Vec<RetirementRow>, StoreError> {
        let mut query = retirement::table
            .select(RetirementRow::as_select())
            .order((dsl::sequence.desc(), dsl::id.desc()))
            .limit(page.limit)
            .into_boxed();
        if let Some(PageKey { sequence, id }) = &page.before {
            let older = dsl::sequence.lt(sequence).or(dsl::id.lt(id));
            query = query.filter(dsl::sequence.le(sequence)).filter(older);
        }
        narrow!(query, filter);
        Ok(query.load(self.connection)?)
    }

    fn retirements_of_term(
        &mut self,
        term: &str,
        filter: &RetirementFilter,
        page: &Page<PageKey>,
    ) -> Result<Vec<RetirementRow>, StoreError> {
        let mut query = retirement_term::table
            .inner_join(retirement::table.on(dsl::id.eq(retirement_term::id)))
            .filter(retirement_term::term.eq(term))
            .select(RetirementRow::as_select())
            .order((retirement_term::sequence.desc(), retirement_term::id.desc()))
            .limit(page.limit)
            .into_boxed();
        if let Some(PageKey { sequence, id }) = &page.before {
            let older = retirement_term::sequence.lt(sequence).or(retirement_term::id.lt(id));
            query = query.filter(retirement_term::sequence.le(sequence)).filter(older);
        }
        narrow!(query, filter);
        Ok(query.load(self.connection)?)
    }

    /// The retirements that consumed milligrams of an issued batch, newest first, with how many. Begins after a
    /// retirement's id, and leaves out what entries after `until` recorded.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn retirements_of_batch(
        &mut self,
        batch: &str,
        after: Option<&str>,
        until: Option<i64>,
        limit: i64,
    ) -> Result<Vec<RestingRow>, StoreError> {
        let mut sums = ended_block::table
            .filter(ended_block::batch.eq(batch))
            .filter(ended_block::retirement.is_not_null())
            .filter(ended_block::sequence.le(until.unwrap_or(i64::MAX)))
            .group_by(ended_block::retirement)
            .order(ended_block::retirement.desc())
            .limit(limit)
            .select((ended_block::retirement, sql::<BigInt>("cast(sum(\"last\" - \"first\") as bigint)")))
            .into_boxed();
        if let Some(after) = after {
            sums = sums.filter(ended_block::retirement.lt(after.to_owned()));
        }
        let sums: Vec<(Option<String>, i64)> = sums.load(self.connection)?;
        let ids: Vec<&String> = sums.iter().filter_map(|(id, _)| id.as_ref()).collect();
        let rows =
            retirement::table.filter(dsl::id.eq_any(ids)).order(dsl::id.desc()).select(RetirementRow::as_select());
        let rows: Vec<RetirementRow> = rows.load(self.connection)?;
        let masses = sums.into_iter().map(|(_, mass)| mass);
        Ok(rows
            .into_iter()
            .zip(masses)
            .map(|(retirement, mass_of_batch)| RestingRow { retirement, mass_of_batch })
            .collect())
    }
}

impl RetirementFilter {
    /// The property to walk by: the one that few retirements share comes first.
    fn leading_term(&self) -> Option<String> {
        let properties = [
            ("beneficiary", &self.beneficiary),
            ("producer", &self.producer),
            ("country", &self.country),
            ("programme", &self.programme),
            ("mineral", &self.mineral),
            ("year", &self.year),
            ("claim", &self.claim),
        ];
        properties.into_iter().find_map(|(name, value)| value.as_deref().map(|value| term(name, value)))
    }
}

/// Pattern for a text anywhere in another.
fn anywhere(text: &str) -> String {
    format!("%{}%", literal(text))
}

/// Pattern for a whole item of a list.
fn item(item: &str) -> String {
    format!("% {} %", literal(item))
}

/// Takes their meaning from the characters that have one in a pattern.
fn literal(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

//! Retirements: by id, and the public search.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::page::{Page, PageKey};
use crate::reader::Reading;
use crate::row::RetirementRow;
use crate::schema::retirement::{self, dsl};

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
    /// # Errors
    /// Fails if the database does. SQLite refuses a search text of 50,000 bytes and more.
    pub fn retirements(
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
        if let Some(beneficiary) = &filter.beneficiary {
            query = query.filter(dsl::beneficiary.eq(beneficiary));
        }
        if let Some(mineral) = &filter.mineral {
            query = query.filter(dsl::mineral.eq(mineral));
        }
        if let Some(programme) = &filter.programme {
            query = query.filter(dsl::programme.eq(programme));
        }
        if let Some(claim) = &filter.claim {
            query = query.filter(dsl::claim.eq(claim));
        }
        if let Some(producer) = &filter.producer {
            query = query.filter(dsl::producers.like(item(producer)).escape('\\'));
        }
        if let Some(country) = &filter.country {
            query = query.filter(dsl::countries.like(item(country)).escape('\\'));
        }
        if let Some(year) = &filter.year {
            query = query.filter(dsl::years.like(item(year)).escape('\\'));
        }
        if let Some(text) = &filter.text {
            query = query.filter(dsl::search.like(anywhere(&text.to_lowercase())).escape('\\'));
        }
        Ok(query.load(self.connection)?)
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

//! What each line of a list would retire: credits are given out in the order of the lines, the oldest first, so that no
//! milligram is named twice.

use std::collections::BTreeSet;

use orebook_registry::certificate::Class;
use orebook_registry::instruction::ClaimType;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, Mass};

use super::super::retire::choice::PURPOSES;
use super::super::retire::fields::{Fields, Said};
use super::super::retire::retirer::{Retirer, Whom};
use super::super::stock::{self, Available};
use super::list::Row;
use crate::pages::act::asked::number;

/// Credits of a class in an account, and whoever retires them.
pub struct Plan<'a> {
    pub who: Retirer<'a>,
    pub account: AccountId,
    pub class: Class,
    pub stock: Vec<Available>,
    /// What lines before have taken.
    taken: Vec<SerialBlock>,
    permitted: Vec<ClaimType>,
}

/// What a line would retire.
#[derive(Default)]
pub struct Planned {
    pub whom: String,
    pub mass: Mass,
    pub claim: String,
    pub product: String,
    /// The act as its form would send it; nothing where something is wrong.
    pub fields: Fields,
    /// What is wrong, in words.
    pub faults: BTreeSet<String>,
}

impl<'a> Plan<'a> {
    /// Of what there is of a class in an account.
    pub fn of(who: Retirer<'a>, account: AccountId, class: Class) -> Self {
        let all = stock::available(who.names.registry, who.me, who.today);
        let stock = all.into_iter().filter(|one| (one.account, one.class) == (account, class)).collect();
        Self { who, account, class, stock, taken: Vec::new(), permitted: who.permitted(class) }
    }

    /// The next line.
    pub fn line(&mut self, row: &Row) -> Planned {
        let t = self.who.names.t;
        let mut faults = BTreeSet::new();
        let asked = row.get("beneficiary").unwrap_or("own");
        let whom = self.who.whom(asked);
        if whom.is_none() {
            faults.insert(t.brand_many_nobody(asked));
        }
        let word = row.get("claim").map(str::to_lowercase);
        let word = word.or_else(|| self.permitted.first().map(ToString::to_string)).unwrap_or_default();
        if !self.permitted.iter().any(|claim| claim.word() == word) {
            faults.insert(t.brand_many_no_claim(&word));
        }
        let whom = whom.unwrap_or(Whom::Own);
        let mass = number(row.get("mass").unwrap_or("")).parse::<Mass>().ok().filter(|mass| !mass.is_zero());
        if mass.is_none() {
            faults.insert(t.fault_mass().to_owned());
        }
        let blocks = match mass.map(|mass| self.take(&whom, mass)) {
            Some(Err(left)) => {
                faults.insert(t.brand_many_enough(t.mass(left)));
                Vec::new()
            }
            Some(Ok(blocks)) => blocks,
            None => Vec::new(),
        };
        let mut planned = Planned {
            whom: self.who.beneficiary(&whom).name.to_string(),
            mass: mass.unwrap_or_default(),
            claim: super::super::titled(t, "claim-type", &word),
            product: row.get("product").unwrap_or("").to_owned(),
            fields: Fields::new(),
            faults,
        };
        if planned.faults.is_empty() {
            planned.fields = self.said(row, whom, &word, &blocks).fields();
            self.taken.extend(blocks);
        }
        planned
    }

    /// A line that was signed before: its credits are no longer there.
    pub fn signed(&self, row: &Row) -> Planned {
        let t = self.who.names.t;
        let whom = self.who.whom(row.get("beneficiary").unwrap_or("own")).unwrap_or(Whom::Own);
        Planned {
            whom: self.who.beneficiary(&whom).name.to_string(),
            mass: number(row.get("mass").unwrap_or("")).parse().unwrap_or_default(),
            claim: row.get("claim").map(|word| super::super::titled(t, "claim-type", word)).unwrap_or_default(),
            product: row.get("product").unwrap_or("").to_owned(),
            ..Planned::default()
        }
    }

    /// So much of what is left for somebody, or how much that is.
    fn take(&self, whom: &Whom, mass: Mass) -> Result<Vec<SerialBlock>, Mass> {
        let fits = |one: &&Available| match (one.principal, whom) {
            (None, _) => true,
            (Some(principal), Whom::Principal(chosen)) => principal == *chosen,
            (Some(_), _) => false,
        };
        let all: Vec<SerialBlock> = self.stock.iter().filter(fits).map(|one| one.serial.clone()).collect();
        let left = stock::without(&all, &self.taken);
        stock::take(&left, mass).ok_or_else(|| stock::mass_of(&left))
    }

    fn said<'b>(&self, row: &'b Row, whom: Whom, word: &'b str, blocks: &'b [SerialBlock]) -> Said<'b> {
        let footprints = self.who.footprints(self.class, &whom);
        let sole = || footprints.first().filter(|_| footprints.len() == 1).map(|(id, _)| id.to_string());
        let year = self.who.today.year();
        let day =
            |column: &str, of_year: &str| row.get(column).map_or_else(|| format!("{year:04}-{of_year}"), str::to_owned);
        Said {
            account: self.account,
            blocks,
            whom,
            beneficiary: self.who.beneficiary(&whom),
            claim: word,
            footprint: row.get("footprint").map(str::to_owned).or_else(sole),
            period_from: day("period_from", "01-01"),
            period_to: day("period_to", "12-31"),
            purpose: row.get("purpose").unwrap_or(PURPOSES[0]),
            product: row.get("product"),
        }
    }
}

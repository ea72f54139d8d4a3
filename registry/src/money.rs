//! Money: what lies at the bank for whom. Every movement goes from one account to another, so per currency the sum
//! of all accounts is always nothing.

pub(crate) mod accept_instalment_plan;
pub(crate) mod adopt_premium_plan;
pub(crate) mod deposit;
pub(crate) mod open_instalment_plan;
pub(crate) mod route;

mod plans;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::Contradiction;
use crate::event::MoneyEvent;
use crate::instruction::{InstalmentKind, ProgrammeCode};
use crate::values::*;

pub use plans::{InstalmentPlan, PlanState, PremiumPlan};
pub use route::{Route, split_by_largest_remainder};

/// An account of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CashAccount {
    /// The segregated account at a licensed institution. Negative: money held for members.
    Bank,
    /// A member's own money.
    Cash(OrganisationId),
    /// Set aside for an order.
    Escrow(OrderId),
    /// The operator's fees.
    Fees,
}

impl fmt::Display for CashAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bank => f.write_str("bank"),
            Self::Cash(organisation) => write!(f, "cash:{organisation}"),
            Self::Escrow(order) => write!(f, "escrow:{order}"),
            Self::Fees => f.write_str("fees"),
        }
    }
}

/// One side of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// On which account.
    pub account: CashAccount,
    /// Plus in, minus out.
    pub amount: Money,
    /// The trade that moved it.
    pub trade: Option<TradeId>,
}

/// The area of money.
#[derive(Debug, Clone, Default)]
pub struct Cash {
    /// Balances in minor units; an account at nothing is absent.
    balances: BTreeMap<(CashAccount, Currency), i64>,
    references: BTreeSet<crate::values::Reference>,
    premium_plans: BTreeMap<PremiumPlanId, PremiumPlan>,
    /// The plan in force, per producer and programme.
    in_force: BTreeMap<(OrganisationId, ProgrammeCode), PremiumPlanId>,
    plan_deadlines: BTreeSet<(Timestamp, PremiumPlanId)>,
    instalment_plans: BTreeMap<InstalmentPlanId, InstalmentPlan>,
    /// Those in force: one of a kind and currency for each producer.
    withheld: BTreeMap<(OrganisationId, InstalmentKind), BTreeMap<Currency, InstalmentPlanId>>,
    /// The largest administration share of all premium plans that a producer ever adopted, in basis points.
    administration: BTreeMap<OrganisationId, u64>,
    /// What the last event moved, for the tables.
    postings: Vec<Posting>,
    /// Σ gross of all trades, per currency.
    routed: BTreeMap<Currency, i64>,
}

impl Cash {
    /// Σ gross premium of all trades, per currency.
    pub fn premium_routed(&self) -> impl Iterator<Item = Money> {
        self.routed.iter().map(|(currency, minor)| currency.minor(*minor))
    }
    /// A balance.
    pub fn balance(&self, account: CashAccount, currency: Currency) -> Money {
        currency.minor(self.balances.get(&(account, currency)).copied().unwrap_or(0))
    }
    /// Every balance that is not nothing.
    pub fn balances(&self) -> impl Iterator<Item = (CashAccount, Money)> {
        self.balances.iter().map(|((account, currency), minor)| (*account, currency.minor(*minor)))
    }
    /// A member's balances.
    pub fn cash_of(&self, organisation: OrganisationId) -> impl Iterator<Item = Money> {
        let account = CashAccount::Cash(organisation);
        let own = self.balances.range((account, Currency::FIRST)..).take_while(move |((a, _), _)| *a == account);
        own.map(|((_, currency), minor)| currency.minor(*minor))
    }
    /// A version of a premium plan.
    pub fn premium_plan(&self, id: PremiumPlanId) -> Option<&PremiumPlan> {
        self.premium_plans.get(&id)
    }
    /// All versions of all premium plans.
    pub fn premium_plans(&self) -> impl Iterator<Item = (PremiumPlanId, &PremiumPlan)> {
        self.premium_plans.iter().map(|(id, plan)| (*id, plan))
    }
    /// The premium plan in force for a producer's credits under a programme.
    pub fn plan_in_force(
        &self,
        producer: OrganisationId,
        programme: ProgrammeCode,
    ) -> Option<(PremiumPlanId, &PremiumPlan)> {
        let id = self.in_force.get(&(producer, programme))?;
        Some((*id, self.premium_plans.get(id)?))
    }
    /// The plan in force for each producer and programme that has one.
    pub fn plans_in_force(&self) -> impl Iterator<Item = (OrganisationId, (ProgrammeCode, PremiumPlanId))> {
        self.in_force.iter().map(|((producer, programme), plan)| (*producer, (*programme, *plan)))
    }
    /// The bank references of all deposits.
    pub fn references(&self) -> impl Iterator<Item = &crate::values::Reference> {
        self.references.iter()
    }
    /// All instalment plans.
    pub fn instalment_plans(&self) -> impl Iterator<Item = (InstalmentPlanId, &InstalmentPlan)> {
        self.instalment_plans.iter().map(|(id, plan)| (*id, plan))
    }
    /// The instalment plan in force that is paid out of a producer's sales in a currency.
    fn plan_withheld(
        &self,
        producer: OrganisationId,
        kind: InstalmentKind,
        currency: Currency,
    ) -> Option<(InstalmentPlanId, &InstalmentPlan)> {
        let id = self.withheld.get(&(producer, kind))?.get(&currency)?;
        Some((*id, self.instalment_plans.get(id)?))
    }
    /// What the last event moved.
    pub fn last_postings(&self) -> &[Posting] {
        &self.postings
    }
    pub(crate) fn clear_trace(&mut self) {
        self.postings.clear();
    }
    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, PremiumPlanId)> {
        self.plan_deadlines.first().copied()
    }

    /// Moves money from one account to another; only the bank may fall below nothing.
    pub(crate) fn transfer(
        &mut self,
        from: CashAccount,
        to: CashAccount,
        amount: Money,
        trade: Option<TradeId>,
    ) -> Result<(), Contradiction> {
        if amount.minor == 0 {
            return Ok(());
        }
        Contradiction::unless(amount.minor > 0, "money moves forward")?;
        self.post(from, amount.currency.minor(-amount.minor), trade)?;
        self.post(to, amount, trade)
    }

    fn post(&mut self, account: CashAccount, amount: Money, trade: Option<TradeId>) -> Result<(), Contradiction> {
        let key = (account, amount.currency);
        let before = self.balances.get(&key).copied().unwrap_or(0);
        let after = before.checked_add(amount.minor).ok_or(Contradiction::new("a balance fits its type"))?;
        Contradiction::unless(after >= 0 || account == CashAccount::Bank, "only the bank's balance is negative")?;
        if after == 0 {
            self.balances.remove(&key);
        } else {
            self.balances.insert(key, after);
        }
        self.postings.push(Posting { account, amount, trade });
        Ok(())
    }

    pub(crate) fn apply(&mut self, event: &MoneyEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            MoneyEvent::Deposited(e) => deposit::apply(self, e),
            MoneyEvent::PremiumPlanAdopted(e) => adopt_premium_plan::apply(self, e, now),
            MoneyEvent::PremiumPlanStarted(e) => adopt_premium_plan::apply_started(self, e.plan),
            MoneyEvent::InstalmentPlanOpened(e) => open_instalment_plan::apply(self, e),
            MoneyEvent::InstalmentPlanAccepted(e) => accept_instalment_plan::apply(self, e),
        }
    }
}

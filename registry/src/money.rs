//! Money: what lies at the bank for whom. Every movement goes from one account to another, so per currency the sum
//! of all accounts is always nothing.

pub(crate) mod accept_instalment_plan;
pub(crate) mod adopt_premium_plan;
pub(crate) mod approve_payouts;
pub(crate) mod book_charge;
pub(crate) mod cancel_payout;
pub mod confirm_receipt;
pub(crate) mod correct_money;
pub(crate) mod deposit;
pub(crate) mod instruct_payouts;
pub(crate) mod open_instalment_plan;
pub(crate) mod plan_payout;
pub(crate) mod recall_deposit;
pub(crate) mod reconcile_bank;
pub(crate) mod refund_fraud;
pub(crate) mod report_payout;
pub(crate) mod route;
pub(crate) mod set_payout_details;
pub(crate) mod withdraw_payout_details;

mod account;
mod booking;
mod payout;
mod plans;
mod premium;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::MoneyEvent;
use crate::instruction::{InstalmentKind, ProgrammeCode};
use crate::values::*;

pub use account::{CashAccount, Ground, Posting};
pub use booking::{Booked, Booking};
pub use deposit::BankDeposit;
pub use payout::{Payout, PayoutDetails, PayoutFile, PayoutState, Payouts, Stop};
pub use plans::{InstalmentPlan, PlanState, PremiumPlan};
pub use premium::{MonthOfPremium, Part, Premiums, Sold, SoldLeg};
pub use reconcile_bank::Reconciliation;
pub use route::{Payment, Route, split_by_largest_remainder, split_in_proportion};

use refund_fraud::Fraud;

/// The area of money.
#[derive(Debug, Clone, Default)]
pub struct Cash {
    /// Balances in minor units; an account at nothing is absent.
    balances: BTreeMap<(CashAccount, Currency), i64>,
    /// Every reference of the bank's that was booked, with what for.
    bookings: BTreeMap<Reference, Booking>,
    deposits: BTreeMap<DepositId, BankDeposit>,
    payouts: Payouts,
    premiums: Premiums,
    reconciled: BTreeMap<Currency, Reconciliation>,
    fraud: Fraud,
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
    /// Payouts, their files, and where everybody is paid.
    pub fn payouts(&self) -> &Payouts {
        &self.payouts
    }
    /// Owes the end of what a key has open of payouts.
    pub(crate) fn owe_by_key(&mut self, key: &PublicKey, why: Stop, now: Timestamp) {
        self.payouts.owe_by_key(key, why, now);
    }
    /// What became of the premium of each trade.
    pub fn premiums(&self) -> &Premiums {
        &self.premiums
    }
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
    /// An instalment plan.
    pub fn instalment_plan(&self, id: InstalmentPlanId) -> Option<&InstalmentPlan> {
        self.instalment_plans.get(&id)
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

    /// Moves money from one account to another; few accounts may fall below nothing.
    pub(crate) fn transfer(
        &mut self,
        from: CashAccount,
        to: CashAccount,
        amount: Money,
        ground: Ground,
    ) -> Result<(), Contradiction> {
        if amount.minor == 0 {
            return Ok(());
        }
        Contradiction::unless(amount.minor > 0, "money moves forward")?;
        self.post(from, amount.currency.minor(-amount.minor), ground)?;
        self.post(to, amount, ground)
    }

    fn post(&mut self, account: CashAccount, amount: Money, ground: Ground) -> Result<(), Contradiction> {
        let key = (account, amount.currency);
        let before = self.balances.get(&key).copied().unwrap_or(0);
        let after = before.checked_add(amount.minor).ok_or(Contradiction::new("a balance fits its type"))?;
        Contradiction::unless(after >= 0 || account.may_be_negative(), "few balances are negative")?;
        if after == 0 {
            self.balances.remove(&key);
        } else {
            self.balances.insert(key, after);
        }
        self.postings.push(Posting { account, amount, ground });
        Ok(())
    }

    pub(crate) fn apply(&mut self, event: &MoneyEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            MoneyEvent::Deposited(e) => deposit::apply(self, e, now),
            MoneyEvent::DepositedUnknown(e) => deposit::apply_unknown(self, e, now),
            MoneyEvent::DepositAssigned(e) => deposit::apply_assigned(self, e),
            MoneyEvent::DepositRecalled(e) => recall_deposit::apply(self, e, now),
            MoneyEvent::ChargeBooked(e) => book_charge::apply(self, e, now),
            MoneyEvent::MoneyCorrected(e) => correct_money::apply(self, e),
            MoneyEvent::BankReconciled(e) => {
                reconcile_bank::apply(self, e, now);
                Ok(())
            }
            MoneyEvent::PremiumPlanAdopted(e) => adopt_premium_plan::apply(self, e, now),
            MoneyEvent::PremiumPlanStarted(e) => adopt_premium_plan::apply_started(self, e.plan),
            MoneyEvent::InstalmentPlanOpened(e) => open_instalment_plan::apply(self, e),
            MoneyEvent::InstalmentPlanAccepted(e) => accept_instalment_plan::apply(self, e),
            MoneyEvent::PayoutDetailsSet(e) => {
                set_payout_details::apply(self, e, now);
                Ok(())
            }
            MoneyEvent::PayoutPlanned(e) => plan_payout::apply(self, e, now),
            MoneyEvent::PayoutsApproved(e) => approve_payouts::apply(self, e, now),
            MoneyEvent::PayoutCancelled(e) => cancel_payout::apply(self, e, now),
            MoneyEvent::PayoutsInstructed(e) => instruct_payouts::apply(self, e, now),
            MoneyEvent::PayoutReported(e) => report_payout::apply(self, e, now),
            MoneyEvent::ReceiptSigned(e) => confirm_receipt::apply(self, e, now),
            MoneyEvent::PayoutDisputed(e) => confirm_receipt::apply_disputed(self, e, now),
            // What it does to credits decides what it does to money: see the dispatch.
            MoneyEvent::FraudSettled(_) => Ok(()),
            MoneyEvent::FraudRefunded(e) => refund_fraud::apply_refunded(self, e),
        }
    }
}

//! What the operator books of the bank's statements, at random, and what a second person approves of it.

use super::*;
use crate::scenario::usd;
use orebook_registry::event::Number;
use orebook_registry::money::CashAccount;

impl Simulation {
    pub(super) fn book_money(&mut self) -> String {
        let open = self.world.scenario.registry.parties.open_proposals();
        let open: Vec<_> = open.map(|(id, p)| (id, p.digest, p.organisation)).collect();
        if let (Some((proposal, digest, organisation)), 1..) = (self.dice.one_of(&open).copied(), self.dice.below(3)) {
            let operator = self.world.scenario.operator.clone();
            let approver = if organisation == operator.id { operator } else { self.known(organisation) };
            let key = self.dice.below(approver.keys.len() as u64) as usize;
            return self.act_by(&approver, key, Act::Approve(Approve { digest, proposal }));
        }
        match self.dice.below(14) {
            0..6 => self.deposit(),
            6..8 => self.deposit_unknown(),
            8..10 => self.assign(),
            10 => self.recall(),
            11 => self.book_charge(),
            12 => self.correct_money(),
            _ => self.reconcile(),
        }
    }

    /// One of few, so that some come twice.
    pub(super) fn reference(&mut self) -> Reference {
        value(&format!("SIM-{}", self.dice.below(120)))
    }

    pub(super) fn amount(&mut self, units: u64) -> Money {
        let currency = if self.dice.below(8) == 0 { "EUR" } else { "USD" };
        let amount = format!("{}.{:02}", self.dice.below(units), self.dice.below(100));
        Money::parse(&amount, value(currency)).expect("an amount with two decimals")
    }

    fn together(&mut self, act: Act) -> String {
        let operator = self.world.scenario.operator.clone();
        self.act_together(&operator, act)
    }

    fn deposit(&mut self) -> String {
        let (organisation, amount, reference) = (self.buyer().id, self.amount(3_000), self.reference());
        self.together(Act::Deposit(Deposit { amount, organisation, reference }))
    }

    fn deposit_unknown(&mut self) -> String {
        let (amount, reference) = (self.amount(900), self.reference());
        self.together(Act::DepositUnknown(DepositUnknown { amount, reference }))
    }

    fn assign(&mut self) -> String {
        let waiting = self.world.scenario.registry.cash.deposits().filter(|(_, d)| d.organisation.is_none());
        let mut all: Vec<DepositId> = waiting.map(|(id, _)| id).collect();
        if self.dice.below(6) == 0 {
            all = self.world.scenario.registry.cash.deposits().map(|(id, _)| id).collect();
        }
        let Some(deposit) = self.dice.one_of(&all).copied() else { return self.deposit_unknown() };
        let organisation = self.buyer().id;
        self.together(Act::AssignDeposit(AssignDeposit { deposit, organisation }))
    }

    /// Most times one of the later ones, which are small.
    fn recall(&mut self) -> String {
        let all: Vec<DepositId> = self.world.scenario.registry.cash.deposits().map(|(id, _)| id).collect();
        let later = all.get(8..).filter(|later| !later.is_empty() && self.dice.below(5) > 0).unwrap_or(&all);
        let deposit = *self.dice.one_of(later).expect("there are deposits");
        let reference = self.reference();
        self.together(Act::RecallDeposit(RecallDeposit { deposit, reference }))
    }

    fn book_charge(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let (amount, reference) = (usd(&format!("0.{:02}", self.dice.below(100))), self.reference());
        self.act(&operator, Act::BookCharge(BookCharge { amount, reference }))
    }

    /// Between any two accounts, though not all may be touched.
    fn correct_money(&mut self) -> String {
        let (from, to) = (self.any_account(), self.any_account());
        let units = if from == CashAccount::Suspense { 900 } else { 40 };
        let (amount, mends) = (self.amount(units), Number(self.dice.below(self.world.scenario.registry.size() + 2)));
        self.together(Act::CorrectMoney(CorrectMoney { amount, from, mends, reason: value("mistake"), to }))
    }

    fn any_account(&mut self) -> CashAccount {
        let order = self.world.scenario.registry.markets.orders().next().map(|(id, _)| id);
        match self.dice.below(12) {
            0..4 => CashAccount::Cash(self.somebody().id),
            4..7 => CashAccount::Suspense,
            7 => CashAccount::Fees,
            8 => CashAccount::OperatorLoss,
            9 => CashAccount::Escrow(order.unwrap_or(OrderId::from(1))),
            _ => CashAccount::Bank,
        }
    }

    fn reconcile(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let on = self.world.scenario.now().date().less_days(self.dice.below(3));
        let statement = self.amount(100_000);
        self.act(&operator, Act::ReconcileBank(ReconcileBank { on, statement }))
    }
}

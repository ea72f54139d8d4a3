//! What comes to the bank and leaves it without a payout, and what was booked wrongly.

use super::*;

pub(super) fn usd() -> Currency {
    "USD".parse().expect("a currency")
}

impl Twin {
    pub(super) fn act_on_money(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::Deposit(deposit) => self.book(asking, Some(deposit.organisation), deposit.amount),
            Act::DepositUnknown(deposit) => self.book(asking, None, deposit.amount),
            Act::AssignDeposit(assign) => {
                let arrived = self.arrived.iter_mut().find(|arrived| arrived.id == assign.deposit).expect("a deposit");
                assert_eq!(arrived.organisation.replace(assign.organisation), None, "a deposit finds its owner once");
                let amount = arrived.amount;
                self.transfer_money(CashAccount::Suspense, CashAccount::Cash(assign.organisation), amount);
            }
            Act::RecallDeposit(recall) => self.recall(recall.deposit),
            Act::BookCharge(charge) => self.transfer_money(CashAccount::Fees, CashAccount::Bank, charge.amount),
            Act::CorrectMoney(correct) => self.transfer_money(correct.from, correct.to, correct.amount),
            act => self.act_on_payouts(asking, act),
        }
    }

    fn book(&mut self, asking: Asking, organisation: Option<OrganisationId>, amount: Money) {
        self.arrived.push(Arrived { id: asking.id(0), organisation, amount, recalled: false });
        let to = organisation.map_or(CashAccount::Suspense, CashAccount::Cash);
        self.transfer_money(CashAccount::Bank, to, amount);
    }

    /// As far as there is free money of its sender's; the operator bears the rest.
    fn recall(&mut self, id: DepositId) {
        let arrived = self.arrived.iter_mut().find(|arrived| arrived.id == id).expect("a deposit");
        arrived.recalled = true;
        let (amount, organisation) = (arrived.amount, arrived.organisation);
        let currency = amount.currency;
        let from = organisation.map_or(CashAccount::Suspense, CashAccount::Cash);
        let held = self.money.get(&(from, currency)).copied().unwrap_or(0);
        let tied = match organisation {
            _ if currency != usd() => 0,
            Some(organisation) => self.unpaid(organisation),
            None => self.stopped.iter().map(|stopped| stopped.moved).sum(),
        };
        let recovered = amount.minor.min((held - tied).max(0));
        self.transfer_money(from, CashAccount::Bank, currency.minor(recovered));
        let missing = currency.minor(amount.minor - recovered);
        self.transfer_money(CashAccount::OperatorLoss, CashAccount::Bank, missing);
    }

    /// What an account holds in USD.
    pub(super) fn holds_at(&self, account: CashAccount) -> i64 {
        self.money.get(&(account, usd())).copied().unwrap_or(0)
    }

    /// Moves an amount in USD.
    pub(super) fn pay(&mut self, from: CashAccount, to: CashAccount, amount: i64) {
        self.transfer_money(from, to, usd().minor(amount));
    }

    pub(super) fn transfer_money(&mut self, from: CashAccount, to: CashAccount, amount: Money) {
        let Money { minor, currency } = amount;
        assert!(minor >= 0, "{minor} from {from} to {to}");
        let left = self.money.get(&(from, currency)).copied().unwrap_or(0) - minor;
        let may_owe = [CashAccount::Bank, CashAccount::OperatorLoss].contains(&from);
        assert!(left >= 0 || may_owe, "{from} would hold {left}");
        self.money.insert((from, currency), left);
        *self.money.entry((to, currency)).or_default() += minor;
        self.money.retain(|_, minor| *minor != 0);
    }
}

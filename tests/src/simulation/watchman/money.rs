//! What may leave an account of money, event by event, and that nothing comes from nowhere.

use std::collections::BTreeMap;

use orebook_registry::NewEntry;
use orebook_registry::event::{CertificateEvent, CreditEvent, Event, MoneyEvent, TradeEvent};
use orebook_registry::instruction::{DealSide, PayoutReport, WithdrawalCause};
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;

use super::deals::reserve;
use super::{Watchman, ensure};

/// An account, and how much may leave it; `None`: whatever it holds.
type Leave = (CashAccount, Option<Money>);

impl Watchman {
    /// Money leaves a member by its own bid or deal, by a payout or correction of two persons, by a deposit that two
    /// persons take back, or when it is stopped after a fraud; what is set aside or under way by its end.
    pub(super) fn watch_money(&self, entry: &NewEntry) -> Result<(), String> {
        let leaves: Vec<Leave> = entry.events.iter().flat_map(|event| self.leaves(event)).collect();
        let mut gone: BTreeMap<(CashAccount, Currency), i64> = BTreeMap::new();
        let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
        for posting in &entry.postings {
            *sums.entry(posting.amount.currency).or_default() += posting.amount.minor;
            if posting.amount.minor < 0 {
                *gone.entry((posting.account, posting.amount.currency)).or_default() -= posting.amount.minor;
            }
        }
        for ((account, currency), minor) in gone {
            let allowed = leaves.iter().filter(|(of, _)| *of == account);
            let any = allowed.clone().any(|(_, amount)| amount.is_none());
            let limit: i64 =
                allowed.filter_map(|(_, amount)| *amount).filter(|a| a.currency == currency).map(|a| a.minor).sum();
            let amount = currency.minor(minor);
            ensure(any || minor <= limit, || format!("{amount} leaves {account} unsigned"))?;
        }
        let off = sums.iter().find(|(_, sum)| **sum != 0);
        ensure(off.is_none(), || format!("money comes from nowhere: {off:?}"))
    }

    fn leaves(&self, event: &Event) -> Vec<Leave> {
        match event {
            Event::Trade(event) => self.leaves_by_trade(event),
            Event::Money(event) => self.leaves_by_payouts(event),
            Event::Certificate(CertificateEvent::Withdrawn(e)) if e.cause == WithdrawalCause::Fraud => {
                self.issuance.paid_under(e.certificate).map(|payee| (CashAccount::Cash(payee), None)).collect()
            }
            // Holds for fraud end late and by two persons: see there.
            Event::Credit(CreditEvent::HoldReleased(_)) => vec![(CashAccount::Suspense, None)],
            _ => Vec::new(),
        }
    }

    fn leaves_by_trade(&self, event: &TradeEvent) -> Vec<Leave> {
        let order = |id| vec![(CashAccount::Escrow(id), None)];
        let deal = |id| vec![(CashAccount::DealEscrow(id), None)];
        match event {
            TradeEvent::BuyOrderPlaced(e) => {
                vec![(CashAccount::Cash(e.owner), Some(reserve(e.price, e.mass, e.fee)))]
            }
            TradeEvent::Traded(e) => order(e.buy_order),
            TradeEvent::OrderCancelled(e) => order(e.order),
            TradeEvent::OrderExpired(e) => order(e.order),
            TradeEvent::OrderReduced(e) => order(e.order),
            TradeEvent::DealProposed(e) if e.side == DealSide::Buy => {
                vec![(CashAccount::Cash(e.proposer), Some(reserve(e.price, e.mass, e.fee)))]
            }
            TradeEvent::DealAccepted(e) => {
                let found = self.deals.find(e.deal).ok().filter(|deal| deal.proposed.side == DealSide::Sell);
                let buyer = found.map(|deal| (CashAccount::Cash(deal.proposed.counterparty), Some(deal.reserve())));
                buyer.into_iter().collect()
            }
            TradeEvent::DealSettled(e) => deal(e.deal),
            TradeEvent::DealDeclined(e) | TradeEvent::DealWithdrawn(e) | TradeEvent::DealLapsed(e) => deal(e.deal),
            TradeEvent::DealVoided(e) => deal(e.deal),
            _ => Vec::new(),
        }
    }

    fn leaves_by_payouts(&self, event: &MoneyEvent) -> Vec<Leave> {
        let found = |id| self.payouts.find(id).ok();
        match event {
            MoneyEvent::PayoutsApproved(e) => {
                let payouts = e.payouts.iter().filter_map(|approved| found(approved.payout));
                payouts.map(|payout| (CashAccount::Cash(payout.payee), Some(payout.amount))).collect()
            }
            MoneyEvent::PayoutCancelled(e) => self.comes_back(e.payout, CashAccount::Transit(e.payout)),
            MoneyEvent::PayoutReported(e) => match &e.report {
                PayoutReport::Rejected(_) => self.comes_back(e.payout, CashAccount::Transit(e.payout)),
                PayoutReport::Returned(_) => self.comes_back(e.payout, CashAccount::Bank),
                PayoutReport::Settled(_) => {
                    let amount = found(e.payout).map(|payout| payout.amount);
                    vec![(CashAccount::Transit(e.payout), amount)]
                }
                PayoutReport::Accepted(_) | PayoutReport::Unknown(_) => Vec::new(),
            },
            event => self.leaves_by_booking(event),
        }
    }

    /// What a payout brings back is its payee's; after a fraud it is stopped at once.
    fn comes_back(&self, id: PayoutId, from: CashAccount) -> Vec<Leave> {
        let Ok(payout) = self.payouts.find(id) else { return Vec::new() };
        let mut leaves = vec![(from, Some(payout.amount))];
        if payout.producer.is_some() && self.holds.found_fraud() {
            leaves.push((CashAccount::Cash(payout.payee), Some(payout.amount)));
        }
        leaves
    }

    fn leaves_by_booking(&self, event: &MoneyEvent) -> Vec<Leave> {
        match event {
            MoneyEvent::Deposited(e) => vec![(CashAccount::Bank, Some(e.amount))],
            MoneyEvent::DepositedUnknown(e) => vec![(CashAccount::Bank, Some(e.amount))],
            MoneyEvent::DepositAssigned(e) => {
                self.bank.amount(e.deposit).map(|amount| (CashAccount::Suspense, Some(amount))).into_iter().collect()
            }
            MoneyEvent::DepositRecalled(e) => {
                let whose = e.organisation.map_or(CashAccount::Suspense, CashAccount::Cash);
                vec![(whose, Some(e.recovered)), (CashAccount::OperatorLoss, Some(e.shortfall))]
            }
            MoneyEvent::ChargeBooked(e) => vec![(CashAccount::Fees, Some(e.amount))],
            MoneyEvent::MoneyCorrected(e) => vec![(e.from, Some(e.amount))],
            MoneyEvent::FraudRefunded(e) => {
                vec![(CashAccount::Suspense, Some(e.gross)), (CashAccount::Fees, Some(e.fee))]
            }
            _ => Vec::new(),
        }
    }
}

//! After a fraud: premium that has not been sent yet is stopped, and lies in suspense. After a while two persons of the
//! operator either release the hold, and it goes where it was going; or they cancel what was bought and is still
//! there, and the buyers are refunded:
//!
//! ```text
//! refund = largest remainder of min(stopped, Σ paid), by gross paid; the fee comes back as far as fees go
//! ```
//! What nobody has any more is stated as missing. What was retired stays retired, and is not refunded.

use std::collections::{BTreeMap, BTreeSet};

use super::premium::Part;
use super::{Cash, CashAccount, Ground, split_in_proportion};
use crate::Contradiction;
use crate::credit::{Credits, Target};
use crate::event::{FraudRefunded, FraudSettled};
use crate::instruction::{HoldReason, HoldScope, OrganisationState, RefundFraud, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// A part of a leg that was stopped.
#[derive(Debug, Clone)]
struct Stopped {
    part: Part,
    payee: OrganisationId,
    /// What was there of it.
    moved: Money,
}

/// Premium that was stopped, and refunds that are owed.
#[derive(Debug, Clone, Default)]
pub(super) struct Fraud {
    stopped: BTreeMap<CertificateId, Vec<Stopped>>,
    /// Trades whose premium is stopped wherever it comes back.
    trades: BTreeMap<TradeId, CertificateId>,
    /// Certificates whose buyers were refunded: what comes back later lies in suspense and is nobody's.
    settled: BTreeSet<CertificateId>,
    owed: BTreeMap<(CertificateId, OrganisationId, Currency), FraudRefunded>,
}

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    refund: &RefundFraud,
) -> Result<FraudSettled, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let target = Target::Certificate(refund.certificate, HoldScope::All);
    let held = credits.holds().on(target).find(|(_, hold)| hold.reason == HoldReason::Fraud);
    let (_, hold) = held.ok_or(Refusal::CertificateMustBeHeld {})?;
    let until = hold.since.plus_days(i64::from(parties.parameters().fraud_hold_days.0));
    if now < until {
        return Err(Refusal::HoldMustLast { until });
    }
    Ok(FraudSettled { certificate: refund.certificate, reason: refund.reason.clone() })
}

impl Cash {
    /// Stops the premium of trades that has not been handed to the bank: at once what lies in accounts, and what is
    /// approved as soon as its payout is cancelled.
    pub(crate) fn stop_premium(
        &mut self,
        certificate: CertificateId,
        trades: impl IntoIterator<Item = TradeId>,
    ) -> Result<(), Contradiction> {
        for trade in trades {
            self.fraud.trades.insert(trade, certificate);
            self.stop(certificate, trade)?;
        }
        let stopped = &self.fraud.trades;
        self.payouts.owe_uninstructed(|payout| payout.parts.iter().any(|part| stopped.contains_key(&part.trade)));
        Ok(())
    }

    fn stop(&mut self, certificate: CertificateId, trade: TradeId) -> Result<(), Contradiction> {
        let currency = self.premiums.sold(trade).map(|sold| sold.gross.currency);
        let currency = currency.ok_or(Contradiction::new("a trade that is stopped was made"))?;
        for (part, payee) in self.premiums.seize(trade)? {
            let there = self.balance(CashAccount::Cash(payee), currency).minor.min(part.amount);
            let moved = currency.minor(there);
            self.transfer(CashAccount::Cash(payee), CashAccount::Suspense, moved, Ground::trade(trade))?;
            if !self.fraud.settled.contains(&certificate) {
                self.fraud.stopped.entry(certificate).or_default().push(Stopped { part, payee, moved });
            }
        }
        Ok(())
    }

    /// Stops again what a payout brought back of a trade that is stopped.
    pub(super) fn stop_what_came_back(&mut self, parts: &[Part]) -> Result<(), Contradiction> {
        for part in parts {
            if let Some(certificate) = self.fraud.trades.get(&part.trade).copied() {
                self.stop(certificate, part.trade)?;
            }
        }
        Ok(())
    }

    /// The hold is released: what was stopped goes where it was going.
    pub(crate) fn give_premium_back(&mut self, certificate: CertificateId) -> Result<(), Contradiction> {
        self.fraud.trades.retain(|_, of| *of != certificate);
        for Stopped { part, payee, moved } in self.fraud.stopped.remove(&certificate).unwrap_or_default() {
            self.premiums.put_back(&[part])?;
            self.transfer(CashAccount::Suspense, CashAccount::Cash(payee), moved, Ground::trade(part.trade))?;
        }
        Ok(())
    }

    /// Whether premium of a member's is stopped.
    pub(crate) fn is_stopped(&self, payee: OrganisationId) -> bool {
        self.fraud.stopped.values().flatten().any(|stopped| stopped.payee == payee)
    }

    /// The next refund that is owed.
    pub(crate) fn first_owed_refund(&self) -> Option<FraudRefunded> {
        self.fraud.owed.first_key_value().map(|(_, refund)| refund.clone())
    }

    /// The trades whose premium is stopped, each with the certificate for whose fraud it is.
    pub(crate) fn stopped_trades(&self) -> impl Iterator<Item = (TradeId, CertificateId)> {
        self.fraud.trades.iter().map(|(trade, certificate)| (*trade, *certificate))
    }

    /// The certificates whose buyers were refunded.
    pub(crate) fn refunded(&self) -> impl Iterator<Item = CertificateId> {
        self.fraud.settled.iter().copied()
    }

    /// What of an account may be moved. Premium that is stopped lies in suspense, and goes back or to the buyers only.
    pub(super) fn free(&self, account: CashAccount, currency: Currency) -> Money {
        let stopped = self.fraud.stopped.values().flatten().map(|stopped| stopped.moved);
        let stopped = stopped.filter(|moved| account == CashAccount::Suspense && moved.currency == currency);
        currency.minor(self.balance(account, currency).minor - stopped.map(|moved| moved.minor).sum::<i64>())
    }

    /// Everything stopped, by certificate and currency.
    pub fn stopped(&self) -> BTreeMap<(CertificateId, Currency), i64> {
        let mut sums = BTreeMap::new();
        for (certificate, stopped) in &self.fraud.stopped {
            for Stopped { moved, .. } in stopped {
                *sums.entry((*certificate, moved.currency)).or_default() += moved.minor;
            }
        }
        sums
    }
}

/// What a buyer paid for what is cancelled, in minor units.
#[derive(Debug, Clone, Copy, Default)]
struct Paid {
    gross: i64,
    fee: i64,
}

/// Works out the refunds, before the credits are gone by which they are measured.
pub(crate) fn apply(
    parties: &Parties,
    credits: &Credits,
    cash: &mut Cash,
    event: &FraudSettled,
) -> Result<(), Contradiction> {
    let paid = paid_for_what_is_left(credits, cash, event.certificate)?;
    let stopped = cash.stopped();
    cash.fraud.stopped.remove(&event.certificate);
    cash.fraud.settled.insert(event.certificate);
    let currencies: BTreeSet<Currency> = paid.keys().map(|(currency, _)| *currency).collect();
    for currency in currencies {
        let of_currency =
            || paid.range((currency, OrganisationId::from(0))..=(currency, OrganisationId::from(u128::MAX)));
        let weights: Vec<i64> = of_currency().map(|(_, paid)| paid.gross).collect();
        let pool = stopped.get(&(event.certificate, currency)).copied().unwrap_or(0);
        let all_paid = weights.iter().fold(0_i64, |sum, paid| sum.saturating_add(*paid));
        let refunds = split_in_proportion(pool.min(all_paid), &weights);
        let mut fees = cash.balance(CashAccount::Fees, currency).minor;
        for (((_, buyer), paid), refund) in of_currency().zip(refunds) {
            let open = parties.organisation(*buyer).is_some_and(|o| o.state != OrganisationState::Closed);
            // An event says no more than can be written; whatever is beyond that stays in suspense.
            let (gross, fee) = if open { (refund.min(Money::MINOR_MAX), paid.fee.min(fees)) } else { (0, 0) };
            fees -= fee;
            let owed = FraudRefunded {
                buyer: *buyer,
                certificate: event.certificate,
                fee: currency.minor(fee),
                gross: currency.minor(gross),
                missing: currency.minor((paid.gross - gross).saturating_add(paid.fee - fee).min(Money::MINOR_MAX)),
            };
            cash.fraud.owed.insert((event.certificate, *buyer, currency), owed);
        }
    }
    Ok(())
}

fn paid_for_what_is_left(
    credits: &Credits,
    cash: &Cash,
    certificate: CertificateId,
) -> Result<BTreeMap<(Currency, OrganisationId), Paid>, Contradiction> {
    let mut masses: BTreeMap<TradeId, Mass> = BTreeMap::new();
    for range in credits.batches_of(certificate).flat_map(|batch| credits.live_blocks(batch, HoldScope::All)) {
        for (sold, trade) in credits.sales_in(range) {
            let mass = masses.entry(trade).or_default();
            *mass = mass.plus(sold.mass());
        }
    }
    let mut paid: BTreeMap<(Currency, OrganisationId), Paid> = BTreeMap::new();
    for (trade, mass) in masses {
        let sold = cash.premiums.sold(trade).ok_or(Contradiction::new("what was sold was paid for"))?;
        let sum = paid.entry((sold.gross.currency, sold.buyer)).or_default();
        sum.gross = sum.gross.saturating_add(sold.part(sold.gross.minor, mass));
        sum.fee = sum.fee.saturating_add(sold.part(sold.fee.minor, mass));
    }
    Ok(paid)
}

pub(crate) fn apply_refunded(cash: &mut Cash, event: &FraudRefunded) -> Result<(), Contradiction> {
    let owed = cash.fraud.owed.remove(&(event.certificate, event.buyer, event.gross.currency));
    Contradiction::unless(owed.as_ref() == Some(event), "a refund is as it is owed")?;
    let to = CashAccount::Cash(event.buyer);
    cash.transfer(CashAccount::Suspense, to, event.gross, Ground::NONE)?;
    cash.transfer(CashAccount::Fees, to, event.fee, Ground::NONE)
}

//! What becomes of the premium of each trade: how much of every leg is still in the payee's account, and how much its
//! payee has signed for. A payout draws legs oldest first, so each cent paid out is a cent of a known trade.

use std::collections::{BTreeMap, BTreeSet};

use super::route::split_in_proportion;
use crate::Contradiction;
use crate::event::{Deduction, Leg};
use crate::instruction::PayeeKind;
use crate::values::*;

/// A leg of a trade, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldLeg {
    /// Whose it is.
    pub payee: OrganisationId,
    /// What for.
    pub kind: PayeeKind,
    /// In minor units.
    pub amount: i64,
    /// Not drawn by any payout.
    pub unpaid: i64,
    /// Signed for by its payee.
    pub confirmed: i64,
}

impl SoldLeg {
    /// Whether it goes to the producer and its funds: not to the certificate's holder.
    pub fn is_producers(&self) -> bool {
        self.kind != PayeeKind::Holder
    }
}

/// A trade, as far as its premium is concerned.
#[derive(Debug, Clone)]
pub struct Sold {
    /// Whose credits were sold.
    pub producer: OrganisationId,
    /// Who paid.
    pub buyer: OrganisationId,
    /// What was sold of.
    pub batch: BatchId,
    /// How much.
    pub mass: Mass,
    /// What was paid for it.
    pub gross: Money,
    /// What was paid to the operator besides.
    pub fee: Money,
    /// The premium plan by which it was shared.
    pub plan: PremiumPlanId,
    /// Instalments withheld.
    pub deductions: Vec<Deduction>,
    /// The legs, in the order of the plan.
    pub legs: Vec<SoldLeg>,
}

impl Sold {
    fn sum(&self, amount: impl Fn(&SoldLeg) -> i64) -> i64 {
        self.legs.iter().filter(|leg| leg.is_producers()).map(amount).sum()
    }
    /// Routed to the producer and its funds, in minor units.
    pub fn routed(&self) -> i64 {
        self.sum(|leg| leg.amount)
    }
    /// Signed for by them, in minor units.
    pub fn confirmed(&self) -> i64 {
        self.sum(|leg| leg.confirmed)
    }
    /// The part of an amount that belongs to a part of the mass, rounded down.
    pub fn part(&self, amount: i64, mass: Mass) -> i64 {
        let part = i128::from(amount) * i128::from(mass.mg()) / i128::from(self.mass.mg().max(1));
        i64::try_from(part).unwrap_or(i64::MAX)
    }
}

/// A part of a leg that a payout draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Of this trade.
    pub trade: TradeId,
    /// The how-manieth leg, from 0.
    pub leg: u16,
    /// In minor units.
    pub amount: i64,
}

/// What a producer's premium came to in a calendar month, in minor units. What came back counts less.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthOfPremium {
    /// Routed by trades of the month.
    pub routed: i64,
    /// Left the bank in the month.
    pub paid: i64,
    /// Signed for in the month.
    pub confirmed: i64,
}

/// Legs of one producer's sales that one payee has not been paid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Unpaid {
    /// Wider than any balance: who spends its premium and sells again may be owed it many times over.
    sum: i128,
    legs: BTreeSet<(TradeId, u16)>,
}

impl Unpaid {
    /// As far as money can be counted.
    fn minor(&self) -> i64 {
        i64::try_from(self.sum).unwrap_or(i64::MAX)
    }
}

type Purse = (OrganisationId, Currency, OrganisationId);

/// The premium of all trades.
#[derive(Debug, Clone, Default)]
pub struct Premiums {
    sold: BTreeMap<TradeId, Sold>,
    by_buyer: BTreeSet<(OrganisationId, TradeId)>,
    /// By payee, currency and producer; what is paid is absent.
    unpaid: BTreeMap<Purse, Unpaid>,
    /// By producer, currency and first day of the month.
    months: BTreeMap<(OrganisationId, Currency, Date), MonthOfPremium>,
}

impl Premiums {
    /// A trade.
    pub fn sold(&self, trade: TradeId) -> Option<&Sold> {
        self.sold.get(&trade)
    }
    /// All trades, oldest first.
    pub fn all(&self) -> impl Iterator<Item = (TradeId, &Sold)> {
        self.sold.iter().map(|(id, sold)| (*id, sold))
    }
    /// The trades by which an organisation bought, oldest first.
    pub fn bought_by(&self, buyer: OrganisationId) -> impl Iterator<Item = (TradeId, &Sold)> {
        let all = (buyer, TradeId::from(0))..=(buyer, TradeId::from(u128::MAX));
        self.by_buyer.range(all).filter_map(|(_, id)| Some((*id, self.sold.get(id)?)))
    }
    /// A producer's months, by currency, oldest first.
    pub fn months_of(&self, producer: OrganisationId) -> impl Iterator<Item = (Currency, Date, MonthOfPremium)> {
        let own = self.months.range((producer, Currency::FIRST, Date::FIRST)..);
        own.take_while(move |((of, ..), _)| *of == producer).map(|((_, c, month), figures)| (*c, *month, *figures))
    }
    /// Everybody's months.
    pub fn months(&self) -> impl Iterator<Item = (OrganisationId, Date, (Currency, MonthOfPremium))> {
        self.months.iter().map(|((producer, currency, month), figures)| (*producer, *month, (*currency, *figures)))
    }
    /// What a payee has not been paid of one producer's sales.
    pub fn unpaid(&self, payee: OrganisationId, producer: OrganisationId, currency: Currency) -> Money {
        currency.minor(self.unpaid.get(&(payee, currency, producer)).map_or(0, Unpaid::minor))
    }
    /// What a payee has not been paid, by producer.
    pub fn unpaid_of(&self, payee: OrganisationId) -> impl Iterator<Item = (OrganisationId, Money)> {
        let own = self.unpaid.range((payee, Currency::FIRST, OrganisationId::from(0))..);
        let own = own.take_while(move |((of, ..), _)| *of == payee);
        own.map(|((_, currency, producer), unpaid)| (*producer, currency.minor(unpaid.minor())))
    }
    /// What a payee has not been paid of one producer's sales, leg by leg, in the order in which payouts draw them.
    pub fn unpaid_parts(
        &self,
        payee: OrganisationId,
        producer: OrganisationId,
        currency: Currency,
    ) -> impl Iterator<Item = Part> {
        let legs = self.unpaid.get(&(payee, currency, producer)).into_iter().flat_map(|unpaid| &unpaid.legs);
        legs.filter_map(|(trade, n)| {
            let leg = self.sold.get(trade)?.legs.get(usize::from(*n))?;
            Some(Part { trade: *trade, leg: *n, amount: leg.unpaid })
        })
    }
    /// Premium in a member's account that awaits a payout, in a currency.
    pub fn waiting(&self, payee: OrganisationId, currency: Currency) -> i64 {
        let own = self.unpaid_of(payee).filter(|(_, money)| money.currency == currency);
        own.fold(0, |sum: i64, (_, money)| sum.saturating_add(money.minor))
    }

    pub(super) fn record(&mut self, trade: TradeId, sold: Sold, today: Date) -> Result<(), Contradiction> {
        let (producer, currency) = (sold.producer, sold.gross.currency);
        for (leg, n) in sold.legs.iter().zip(0..).filter(|(leg, _)| leg.amount > 0) {
            let unpaid = self.unpaid.entry((leg.payee, currency, producer)).or_default();
            unpaid.sum += i128::from(leg.amount);
            unpaid.legs.insert((trade, n));
        }
        let month = self.month(producer, currency, today);
        month.routed = month.routed.saturating_add(sold.routed());
        self.by_buyer.insert((sold.buyer, trade));
        Contradiction::unless(self.sold.insert(trade, sold).is_none(), "a trade is made once")
    }

    fn month(&mut self, producer: OrganisationId, currency: Currency, today: Date) -> &mut MonthOfPremium {
        self.months.entry((producer, currency, today.first_of_month())).or_default()
    }

    /// Takes an amount out of a payee's legs, oldest first.
    pub(super) fn draw(&mut self, purse: Purse, amount: i64) -> Result<Vec<Part>, Contradiction> {
        let legs: Vec<(TradeId, u16)> = self.unpaid.get(&purse).into_iter().flat_map(|u| u.legs.clone()).collect();
        let (mut left, mut parts) = (amount, Vec::new());
        for (trade, leg) in legs {
            if left == 0 {
                break;
            }
            let amount = self.leg(trade, leg)?.unpaid.min(left);
            left -= amount;
            parts.push(Part { trade, leg, amount });
        }
        Contradiction::unless(left == 0, "a payout draws what is unpaid")?;
        parts.iter().try_for_each(|part| self.move_unpaid(part, -part.amount))?;
        Ok(parts)
    }

    /// Puts back what a payout had drawn.
    pub(super) fn put_back(&mut self, parts: &[Part]) -> Result<(), Contradiction> {
        parts.iter().try_for_each(|part| self.move_unpaid(part, part.amount))
    }

    /// Parts have left the bank, or (`Turn::Back`) have come back to it.
    pub(super) fn pay(&mut self, parts: &[Part], turn: Turn, today: Date) -> Result<(), Contradiction> {
        for part in parts {
            let (producer, currency) = self.producer_of(part)?;
            let amount = if turn == Turn::Out { part.amount } else { -part.amount };
            if self.leg(part.trade, part.leg)?.is_producers() {
                let month = self.month(producer, currency, today);
                month.paid = month.paid.saturating_add(amount);
            }
        }
        Ok(())
    }

    /// The payee has signed for what arrived of parts: each part counts for its share of it.
    pub(super) fn confirm(&mut self, parts: &[Part], received: i64, today: Date) -> Result<(), Contradiction> {
        let weights: Vec<i64> = parts.iter().map(|part| part.amount).collect();
        for (part, arrived) in parts.iter().zip(split_in_proportion(received, &weights)) {
            let (producer, currency) = self.producer_of(part)?;
            let leg = self.leg(part.trade, part.leg)?;
            leg.confirmed += arrived;
            Contradiction::unless(leg.confirmed + leg.unpaid <= leg.amount, "no more is confirmed than was routed")?;
            if leg.is_producers() {
                let month = self.month(producer, currency, today);
                month.confirmed = month.confirmed.saturating_add(arrived);
            }
        }
        Ok(())
    }

    /// Takes what is left unpaid of a trade's legs, each with its payee.
    pub(super) fn seize(&mut self, trade: TradeId) -> Result<Vec<(Part, OrganisationId)>, Contradiction> {
        let legs = self.sold.get(&trade).into_iter().flat_map(|sold| (0..).zip(&sold.legs));
        let unpaid = legs.filter(|(_, leg)| leg.unpaid > 0);
        let seized: Vec<_> = unpaid.map(|(n, leg)| (Part { trade, leg: n, amount: leg.unpaid }, leg.payee)).collect();
        seized.iter().try_for_each(|(part, _)| self.move_unpaid(part, -part.amount))?;
        Ok(seized)
    }

    fn producer_of(&self, part: &Part) -> Result<(OrganisationId, Currency), Contradiction> {
        let sold = self.sold.get(&part.trade).ok_or(Contradiction::new("a part is of a trade"))?;
        Ok((sold.producer, sold.gross.currency))
    }

    fn leg(&mut self, trade: TradeId, leg: u16) -> Result<&mut SoldLeg, Contradiction> {
        let sold = self.sold.get_mut(&trade);
        sold.and_then(|sold| sold.legs.get_mut(usize::from(leg))).ok_or(Contradiction::new("a part is of a leg"))
    }

    fn move_unpaid(&mut self, part: &Part, by: i64) -> Result<(), Contradiction> {
        let (producer, currency) = self.producer_of(part)?;
        let leg = self.leg(part.trade, part.leg)?;
        leg.unpaid += by;
        let (payee, left) = (leg.payee, leg.unpaid);
        Contradiction::unless(left >= 0, "no more of a leg is drawn than it is")?;
        let purse = (payee, currency, producer);
        let unpaid = self.unpaid.entry(purse).or_default();
        unpaid.sum += i128::from(by);
        if left == 0 {
            unpaid.legs.remove(&(part.trade, part.leg));
        } else {
            unpaid.legs.insert((part.trade, part.leg));
        }
        if unpaid.legs.is_empty() {
            self.unpaid.remove(&purse);
        }
        Ok(())
    }
}

/// Which way money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Out,
    Back,
}

/// The legs of a trade just made: nothing of them is paid.
pub(super) fn unpaid_legs(legs: &[Leg]) -> Vec<SoldLeg> {
    let unpaid = |leg: &Leg| SoldLeg {
        payee: leg.payee,
        kind: leg.kind,
        amount: leg.amount.minor,
        unpaid: leg.amount.minor,
        confirmed: 0,
    };
    legs.iter().map(unpaid).collect()
}

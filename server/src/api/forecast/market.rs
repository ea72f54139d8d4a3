//! What an order or a deal would come to: its trades now, what would rest, what would go to whom.

use orebook_registry::Registry;
use orebook_registry::event::{BuyOrderPlaced, DealAccepted, DealProposed, SellOrderPlaced};
use orebook_registry::instruction::DealSide;
use orebook_registry::money::Route;
use orebook_registry::trade::{Charges, Expected, ExpectedTrade};
use orebook_registry::values::{Bps, MarketId, Mass, Money, OrganisationId, YesNo};
use serde::Serialize;

use super::{Figures, MoneyView};

/// A trade that would be made.
#[derive(Debug, Serialize)]
pub(super) struct TradeView {
    /// Per kilogram.
    price: MoneyView,
    /// Kilograms.
    mass: String,
    /// Paid for it.
    gross: MoneyView,
    /// The buyer's fee; of one's own bids only.
    #[serde(skip_serializing_if = "Option::is_none")]
    fee: Option<MoneyView>,
}

/// A part of the premium.
#[derive(Debug, Serialize)]
pub(super) struct LegView {
    /// A payee's kind, or `instalment`.
    kind: String,
    /// Who would be paid; absent where an offer is unnamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    payee: Option<String>,
    /// How much.
    amount: MoneyView,
}

/// Parts of premiums, those of one kind and payee as one, in the order in which they came up.
#[derive(Default)]
struct Legs(Vec<(String, Option<OrganisationId>, Money)>);

impl Legs {
    fn add(&mut self, route: &Route, unnamed: YesNo) {
        let deductions = route.deductions.iter().map(|d| ("instalment".to_owned(), d.creditor, d.amount));
        let shares = route.legs.iter().map(|leg| (leg.kind.to_string(), leg.payee, leg.amount));
        for (kind, payee, amount) in deductions.chain(shares) {
            let payee = Some(payee).filter(|_| unnamed == YesNo::No);
            match self.0.iter_mut().find(|(k, p, _)| (k, p) == (&kind, &payee)) {
                Some((_, _, sum)) => sum.minor += amount.minor,
                None => self.0.push((kind, payee, amount)),
            }
        }
    }

    fn view(self) -> Vec<LegView> {
        let leg = |(kind, payee, amount): (String, Option<OrganisationId>, Money)| LegView {
            kind,
            payee: payee.map(|id| id.to_string()),
            amount: amount.into(),
        };
        self.0.into_iter().map(leg).collect()
    }
}

/// An order's value at its limit; whole, since mass and price were checked.
fn value(price: Money, mass: Mass) -> Money {
    price.times(mass).unwrap_or(price.currency.minor(0))
}

fn fee(value: Money, rate: Bps) -> Money {
    value.currency.minor(Charges::new(rate).fee_on(value.minor))
}

/// Value and fee of all of it, and what would be free once both are set aside.
fn set_aside(registry: &Registry, buyer: OrganisationId, gross: Money, fee: Money) -> Figures {
    let currency = gross.currency;
    let free = registry.cash.cash_of(buyer).find(|free| free.currency == currency).map_or(0, |free| free.minor);
    let reserve = currency.minor(gross.minor + fee.minor);
    Figures {
        gross: Some(gross.into()),
        fee: Some(fee.into()),
        set_aside: Some(reserve.into()),
        left: Some(currency.minor(free - reserve.minor).into()),
        ..Figures::default()
    }
}

/// What a bid would buy at once, what would rest, and what of the money set aside would come back.
pub(super) fn of_bid(registry: &Registry, e: &BuyOrderPlaced) -> Figures {
    let gross = value(e.price, e.mass);
    let fee = fee(gross, e.fee);
    let figures = Figures {
        mass: Some(e.mass.to_string()),
        until: Some(e.expires_at.to_string()),
        ..set_aside(registry, e.owner, gross, fee)
    };
    let Some(expected) = Expected::of_bid(registry, e) else { return figures };
    let spent: i64 = expected.trades.iter().map(|trade| trade.gross.minor + trade.fee.minor).sum();
    let released = gross.minor + fee.minor - spent - expected.reserved.minor;
    let mut legs = Legs::default();
    expected.trades.iter().for_each(|trade| legs.add(&trade.route, trade.unnamed));
    Figures {
        released: Some(gross.currency.minor(released).into()),
        legs: legs.view(),
        ..with_trades(figures, &expected, |trade| Some(trade.fee.into()))
    }
}

/// What an offer would sell at once, what would rest, and what of both, the rest at its limit, would go to whom.
pub(super) fn of_offer(registry: &Registry, e: &SellOrderPlaced) -> Figures {
    let figures = Figures {
        mass: Some(e.mass.to_string()),
        gross: Some(value(e.price, e.mass).into()),
        until: Some(e.expires_at.to_string()),
        ..Figures::default()
    };
    let Some(expected) = Expected::of_offer(registry, e) else { return figures };
    let mut legs = Legs::default();
    // The seller knows its own payees, whatever it shows to others.
    let routes = expected.trades.iter().map(|trade| &trade.route).chain(&expected.at_limit);
    routes.for_each(|route| legs.add(route, YesNo::No));
    Figures { legs: legs.view(), ..with_trades(figures, &expected, |_| None) }
}

fn with_trades(figures: Figures, expected: &Expected, fee: impl Fn(&ExpectedTrade) -> Option<MoneyView>) -> Figures {
    let trade = |trade: &ExpectedTrade| TradeView {
        price: trade.price.into(),
        mass: trade.mass.to_string(),
        gross: trade.gross.into(),
        fee: fee(trade),
    };
    Figures {
        trades: Some(expected.trades.iter().map(trade).collect()),
        rests: Some(expected.rests.to_string()),
        cancelled: expected.cancelled.map(|reason| reason.to_string()),
        ..figures
    }
}

/// What a deal would come to; a proposer that buys sets its money aside.
pub(super) fn of_proposal(registry: &Registry, e: &DealProposed) -> Figures {
    let (seller, buyer) = match e.side {
        DealSide::Sell => (e.proposer, None),
        DealSide::Buy => (e.counterparty, Some(e.proposer)),
    };
    let terms = Terms { market: e.market, seller, mass: e.mass, price: e.price, fee: e.fee };
    Figures { until: Some(e.lapses_at.to_string()), ..terms.figures(registry, buyer) }
}

/// The same of a deal that is accepted; an accepter that buys sets its money aside.
pub(super) fn of_acceptance(registry: &Registry, e: &DealAccepted) -> Figures {
    let Some(deal) = registry.markets.deals.find(e.deal) else { return Figures::default() };
    let buyer = Some(deal.buyer().organisation).filter(|buyer| *buyer == deal.counterparty.organisation);
    let seller = deal.seller().organisation;
    let terms = Terms { market: deal.market, seller, mass: deal.mass, price: deal.price, fee: deal.fee };
    Figures { until: e.settles_at.map(|at| at.to_string()), ..terms.figures(registry, buyer) }
}

/// What a deal is about.
struct Terms {
    market: MarketId,
    seller: OrganisationId,
    mass: Mass,
    price: Money,
    fee: Bps,
}

impl Terms {
    fn figures(&self, registry: &Registry, asks_as_buyer: Option<OrganisationId>) -> Figures {
        let gross = value(self.price, self.mass);
        let fee = fee(gross, self.fee);
        let programme = registry.markets.market(self.market).map(|market| market.class.programme);
        let route = programme.and_then(|programme| registry.cash.route(self.seller, programme, gross));
        let mut legs = Legs::default();
        route.iter().for_each(|route| legs.add(route, YesNo::No));
        let figures = match asks_as_buyer {
            Some(buyer) => set_aside(registry, buyer, gross, fee),
            None => Figures { gross: Some(gross.into()), fee: Some(fee.into()), ..Figures::default() },
        };
        Figures { mass: Some(self.mass.to_string()), legs: legs.view(), ..figures }
    }
}

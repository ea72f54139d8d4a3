//! What a script tells: of the state when it is asked, and of an act what followed in the same cause.
//!
//! ```text
//! book                            1@4250.00 | 2@4260.00
//! held    clara B1                available 10 escrowed 2.412
//! cash    lumen                   20000.00                 dollars of a member
//! account suspense                100.00                   any account of money, or the name of an order, deal or payout
//! state   D1                      accepted                 of a deal or a payout
//! unpaid  sisters/1               1399.86                  premium of the sisters that awaits a payout
//! sold    sisters                 routed 4200.00 paid 0.00 confirmed 0.00      of the producer's premium, in all months
//! ```

use std::collections::BTreeMap;

use orebook_registry::NewEntry;
use orebook_registry::credit::{BlockState, Escrow};
use orebook_registry::event::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;

use super::Script;
use crate::scenario::{Actor, events, value};

impl Script {
    /// The answer to a question about the state; `None` where a line asks for an act.
    pub(super) fn told(&self, words: &[&str]) -> Option<String> {
        let registry = &self.world.scenario.registry;
        let currency = |place: usize| words.get(place).map_or_else(|| value("USD"), |word| value(word));
        Some(match words[0] {
            "book" => self.book(),
            "cash" => registry.cash.balance(CashAccount::Cash(self.actor(words[1]).id), value("USD")).amount(),
            "account" => registry.cash.balance(self.account(words[1]), currency(2)).amount(),
            "held" => self.held(&self.actor(words[1]), words[2]),
            "state" => self.state(words[1]),
            "unpaid" => {
                let producer = if words[1].starts_with("clara") { &self.world.clara } else { &self.world.sisters };
                registry.cash.premiums().unpaid(self.actor(words[1]).id, producer.id, value("USD")).amount()
            }
            "sold" => self.sold(&self.actor(words[1])),
            _ => return None,
        })
    }

    fn state(&self, name: &str) -> String {
        let registry = &self.world.scenario.registry;
        let deal = registry.markets.deals.find(self.names.deal(name)).map(|deal| deal.state.word());
        let payout = registry.cash.payouts().find(self.names.payout(name)).map(|payout| payout.state.word());
        deal.or(payout).unwrap_or("unknown to all").to_owned()
    }

    fn sold(&self, producer: &Actor) -> String {
        let months = self.world.scenario.registry.cash.premiums().months_of(producer.id);
        let (mut routed, mut paid, mut confirmed) = (0, 0, 0);
        for (_, _, month) in months {
            (routed, paid, confirmed) = (routed + month.routed, paid + month.paid, confirmed + month.confirmed);
        }
        let dollars =
            |minor: i64| format!("{}{}.{:02}", if minor < 0 { "-" } else { "" }, minor.abs() / 100, minor.abs() % 100);
        format!("routed {} paid {} confirmed {}", dollars(routed), dollars(paid), dollars(confirmed))
    }

    fn book(&self) -> String {
        let market = self.world.scenario.registry.markets.market(self.world.market).expect("the stage's market");
        let side = |side| {
            let level = |level: orebook_market::Level| {
                let mass = Mass::from_mg(u64::try_from(level.quantity).expect("a book of the stage is small"));
                format!("{mass}@{}", market.price(level.price).expect("a price of the book").amount())
            };
            market.book().levels(side).map(level).collect::<Vec<_>>()
        };
        let (bids, asks) = (side(orebook_market::Side::Buy), side(orebook_market::Side::Sell));
        [bids, vec!["|".to_owned()], asks].concat().join(" ")
    }

    fn held(&self, actor: &Actor, batch: &str) -> String {
        let mut sums: BTreeMap<&str, Mass> = BTreeMap::new();
        for (range, block) in self.world.scenario.registry.credits.holdings(actor.account) {
            if range.batch == self.names.batch(batch) {
                let word = match block.state {
                    BlockState::Escrowed(Escrow::Transfer(_)) => "pending",
                    state => state.word(),
                };
                let sum = sums.entry(word).or_default();
                *sum = sum.plus(range.mass());
            }
        }
        sums.iter().map(|(word, mass)| format!("{word} {mass}")).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn consequences(&self, entries: &[NewEntry]) -> String {
        let mut words = vec!["ok".to_owned()];
        let set_aside = |posting: &&orebook_registry::money::Posting| {
            matches!(posting.account, CashAccount::Escrow(_) | CashAccount::DealEscrow(_)) && posting.amount.minor > 0
        };
        let set_aside = entries.iter().take(1).flat_map(|entry| &entry.postings).find(set_aside);
        for event in events(entries) {
            let escrows = matches!(
                event,
                Event::Trade(TradeEvent::BuyOrderPlaced(_) | TradeEvent::DealProposed(_) | TradeEvent::DealAccepted(_))
            );
            words.extend(set_aside.filter(|_| escrows).map(|posting| format!("escrow {}", posting.amount.amount())));
            words.extend(match event {
                Event::Trade(event) => self.of_trade(event, entries),
                Event::Money(event) => self.of_money(event, entries),
                Event::Credit(CreditEvent::Issued(e)) => {
                    Some(format!("{} {}", self.names.of_batch(e.batch), e.block.mass()))
                }
                Event::Credit(CreditEvent::Expired(e)) => Some(format!("{} expired", self.names.of_batch(e.batch))),
                Event::Claim(ClaimEvent::Retired(e)) => of_claim(&e.claim),
                Event::Party(PartyEvent::Proposed(_)) => Some("proposed".to_owned()),
                _ => None,
            });
        }
        words.join(" ")
    }

    fn of_trade(&self, event: &TradeEvent, entries: &[NewEntry]) -> Option<String> {
        match event {
            TradeEvent::Traded(e) => {
                let arrived = if entries[0].kind == "place_buy_order" { e.sell_order } else { e.buy_order };
                let met = self.names.of_order(arrived);
                Some(format!("trade {met} {}@{} fee {}", e.mass, e.price.amount(), e.fee.amount()))
            }
            TradeEvent::OrderCancelled(e) if e.reason != CancelReason::Owner => {
                Some(format!("{} {}", self.names.of_order(e.order), e.reason))
            }
            TradeEvent::OrderExpired(e) => Some(format!("{} expired", self.names.of_order(e.order))),
            TradeEvent::DealAccepted(e) => e.settles_at.map(|time| format!("waits until {}", time.date())),
            TradeEvent::DealSettled(e) => {
                Some(format!("{} settled {} fee {}", self.names.of_deal(e.deal), e.gross.amount(), e.fee.amount()))
            }
            TradeEvent::DealLapsed(e) => Some(format!("{} lapsed", self.names.of_deal(e.deal))),
            TradeEvent::DealVoided(e) => Some(format!("{} {}", self.names.of_deal(e.deal), e.reason)),
            _ => None,
        }
    }

    fn of_money(&self, event: &MoneyEvent, entries: &[NewEntry]) -> Option<String> {
        let some = |word: &str, money: &Money| (money.minor > 0).then(|| format!(" {word} {}", money.amount()));
        match event {
            MoneyEvent::DepositRecalled(e) => {
                let missing = some("missing", &e.shortfall).unwrap_or_default();
                Some(format!("recovered {}{missing}", e.recovered.amount()))
            }
            MoneyEvent::BankReconciled(e) => Some(format!("booked {}", e.booked.amount())),
            MoneyEvent::PayoutDetailsSet(e) => {
                (e.works_from > entries[0].time).then(|| format!("from {}", e.works_from.date()))
            }
            MoneyEvent::PayoutCancelled(e) if entries[0].kind != "cancel_payout" => {
                Some(format!("{} {}", self.names.of_payout(e.payout), e.reason))
            }
            MoneyEvent::ReceiptSigned(e) => Some(e.outcome.word().to_owned()),
            MoneyEvent::FraudRefunded(e) => {
                let rest = [some("fee", &e.fee), some("missing", &e.missing)].into_iter().flatten().collect::<String>();
                Some(format!("{} {}{rest}", self.name_of_actor(e.buyer), e.gross.amount()))
            }
            _ => None,
        }
    }
}

fn of_claim(claim: &ClaimFacts) -> Option<String> {
    match claim {
        ClaimFacts::Premium(facts) => Some(format!("reached {} of {}", facts.reached.amount(), facts.routed.amount())),
        _ => None,
    }
}

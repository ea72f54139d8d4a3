//! The words for orders, markets and deals.
//!
//! ```text
//! offer   clara    O1 B1 2@4200 fok called:SPRING until…   ok
//! bid     lumen    U1 3@4250 only:CO,ZW only:women         ok escrow 12877.50      countries, producers, structures, years
//! reduce  lumen    U1 1                                    ok
//! halt    operator price                                   ok
//! reopen  operator                                         ok
//! floor   operator 4300                                    ok O1 floor
//! deal    clara    D1 sell lumen B1 2@4200                 ok                      for two days, if no end is given
//! deal    lumen    D2 buy clara B1 2@4200                  ok escrow 8484.00
//! accept  lumen    D1                                      ok escrow 8484.00 waits until 2026-07-14
//! decline clara    D2                                      ok
//! leave   clara    D1                                      ok                      takes a deal back
//! ```

use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::{Answer, Script, money};
use crate::scenario::{Actor, value};

impl Script {
    /// `O1 B1 2.412@4200 [ioc|fok] [called:…] [until]`
    pub(super) fn offer(&mut self, seller: &Actor, words: &[&str]) -> Answer {
        let (mass, price) = terms(words[2]);
        let Terms { client_order, time_in_force, until, .. } = self.terms_of(&words[3..]);
        let market = self.market(price.currency);
        let offer = self.world.offer(seller, self.names.batch(words[1]), mass, "1.00");
        let offer = PlaceSellOrder { client_order, market, price, time_in_force, until, ..offer };
        let entries = self.sign(seller, Act::PlaceSellOrder(offer))?;
        self.names.give(words[0], &entries);
        Ok(entries)
    }

    /// `U1 3@4250 [ioc|fok] [only:…] [called:…] [until]`
    pub(super) fn bid(&mut self, buyer: &Actor, words: &[&str]) -> Answer {
        let (mass, price) = terms(words[1]);
        let Terms { client_order, restriction, time_in_force, until } = self.terms_of(&words[2..]);
        let market = self.market(price.currency);
        let bid = self.world.bid(buyer, mass, "1.00");
        let bid = PlaceBuyOrder { client_order, market, price, restriction, time_in_force, until, ..bid };
        let entries = self.sign(buyer, Act::PlaceBuyOrder(bid))?;
        self.names.give(words[0], &entries);
        Ok(entries)
    }

    pub(super) fn act_of_trade(&self, verb: &str, actor: &Actor, rest: &[&str]) -> Option<Act> {
        let market = self.world.market;
        let word = rest.first().copied().unwrap_or("");
        let (order, deal) = (self.names.order(word), self.names.deal(word));
        Some(match verb {
            "cancel" => Act::CancelOrder(CancelOrder { order }),
            "reduce" => Act::ReduceOrder(ReduceOrder { by: value(rest[1]), order }),
            "halt" => Act::HaltMarket(HaltMarket { market, reason: value(word) }),
            "reopen" => Act::ReopenMarket(ReopenMarket { market }),
            "floor" => Act::SetFloor(SetFloor { floor: money(word), market }),
            "deal" => Act::ProposeDeal(self.deal(actor, rest)),
            "accept" => Act::AcceptDeal(AcceptDeal { account: actor.account, deal }),
            "decline" => Act::DeclineDeal(DeclineDeal { deal }),
            "leave" => Act::WithdrawDeal(WithdrawDeal { deal }),
            _ => return None,
        })
    }

    /// `D1 sell lumen B1 2@4200 [until]`
    fn deal(&self, proposer: &Actor, words: &[&str]) -> ProposeDeal {
        let (mass, price) = terms(words[4]);
        let until = words.get(5).map(|word| value(word));
        ProposeDeal {
            account: proposer.account,
            batch: self.names.batch(words[3]),
            counterparty: self.actor(words[2]).id,
            market: self.market(price.currency),
            mass: value(mass),
            price,
            side: value(words[1]),
            until: until.unwrap_or_else(|| self.world.scenario.seconds_from_now(2 * 86_400)),
        }
    }

    /// The market of a currency, or that of the stage where there is none.
    fn market(&self, currency: Currency) -> MarketId {
        let mut markets = self.world.scenario.registry.markets.markets();
        markets.find(|(_, market)| market.currency() == currency).map_or(self.world.market, |(id, _)| id)
    }

    fn terms_of(&self, words: &[&str]) -> Terms {
        let mut terms = Terms { client_order: None, restriction: None, time_in_force: TimeInForce::Gtd, until: None };
        for word in words {
            match word.split_once(':') {
                Some(("called", name)) => terms.client_order = Some(value(name)),
                Some(("only", list)) => self.restrict(terms.restriction.get_or_insert_with(nothing), list),
                _ if word.contains('T') => terms.until = Some(value(word)),
                _ => terms.time_in_force = value(word),
            }
        }
        terms
    }

    /// What a list is of is told by its first item: `CO,ZW`, `2025,2026`, `cooperative`, `women`, `clara`; `anything` is
    /// the restriction that restricts nothing.
    fn restrict(&self, restriction: &mut Restriction, list: &str) {
        let items = || list.split(',');
        let first = list.split(',').next().unwrap_or("");
        if list == "women" || list == "men" {
            restriction.women_led = Some(if list == "women" { YesNo::Yes } else { YesNo::No });
        } else if first.parse::<Country>().is_ok() {
            restriction.countries = items().map(value).collect();
        } else if first.parse::<u16>().is_ok() {
            restriction.years = items().map(|year| Count(year.parse().expect("a year"))).collect();
        } else if first.parse::<Structure>().is_ok() {
            restriction.structures = items().map(value).collect();
        } else if list != "anything" {
            restriction.producers = items().map(|name| self.actor(name).id).collect();
        }
    }
}

struct Terms {
    client_order: Option<Reference>,
    restriction: Option<Restriction>,
    time_in_force: TimeInForce,
    until: Option<Seconds>,
}

fn nothing() -> Restriction {
    Restriction { countries: vec![], producers: vec![], structures: vec![], women_led: None, years: vec![] }
}

/// `2.412@4200` as mass and price.
fn terms(words: &str) -> (&str, Money) {
    let (mass, price) = words.split_once('@').expect("mass@price");
    (mass, money(price))
}

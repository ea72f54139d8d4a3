//! Tables of acts with the expected answer last.
//!
//! ```text
//! issue   clara  B1 20.412-8           ok B1 12.412                     gross, less what was sold physically
//! offer   clara  O1 B1 2.412@4200      ok
//! bid     lumen  U1 3@4250 ioc         ok escrow 12877.50 trade O1 2.412@4200.00 fee 101.30 U1 unfilled
//! cancel  lumen  U1                    must_exist
//! transfer clara B1 1 lumen            transfer_must_stay_in_group
//! retire  lumen  B1 0.003 support      ok
//! day     2026-08-01                   ok O1 expired
//! book                                 1@4250.00 | 2@4260.00 0.5@4300.00
//! cash    lumen                        20000.00
//! held    clara  B1                    available 10 escrowed 2.412
//! ```
//! The stage is the usual world on 2026-07-13: certificates, plans and money are there, nothing is issued. An answer
//! is a refusal's code, or `ok` and what followed in the same cause.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use orebook_registry::credit::{BlockState, Escrow};
use orebook_registry::event::*;
use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};

use crate::scenario::{Actor, World, at, events, usd, value};

/// Plays a table and compares every answer; what differs is shown as the table should read.
///
/// # Panics
/// If an answer is not the expected one.
pub fn check(table: &str) {
    play(stage(), table);
}

/// The stage on which [`check`] plays.
pub fn stage() -> World {
    static STAGE: OnceLock<World> = OnceLock::new();
    let set = || {
        let mut world = World::certified();
        world.scenario.advance_to(at("2026-07-10"));
        world.fund();
        world.scenario.advance_to(at("2026-07-13"));
        world
    };
    STAGE.get_or_init(set).clone()
}

/// Plays a table upon another stage, and answers the world as it is then.
///
/// # Panics
/// If an answer is not the expected one.
pub fn play(world: World, table: &str) -> World {
    let mut script = Script { world, orders: BTreeMap::new(), batches: BTreeMap::new() };
    let (mut expected, mut found) = (String::new(), String::new());
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (asked, answer) = words.split_at(script.length_of_question(&words));
        expected += &format!("{:<44}{}\n", asked.join(" "), answer.join(" "));
        found += &format!("{:<44}{}\n", asked.join(" "), script.answer(asked));
    }
    assert!(expected == found, "expected\n{expected}\nfound\n{found}");
    script.world
}

struct Script {
    world: World,
    orders: BTreeMap<String, OrderId>,
    batches: BTreeMap<String, BatchId>,
}

impl Script {
    fn length_of_question(&self, words: &[&str]) -> usize {
        match words[0] {
            "book" => 1,
            "cash" => 2,
            "held" => 3,
            _ => {
                let is_answer = |word: &&str| *word == "ok" || is_refusal(word);
                words.iter().position(is_answer).unwrap_or(words.len())
            }
        }
    }

    fn answer(&mut self, words: &[&str]) -> String {
        match words[0] {
            "book" => self.book(),
            "cash" => self.cash(&self.actor(words[1])),
            "held" => self.held(&self.actor(words[1]), words[2]),
            "day" => {
                let entries = self.world.scenario.advance_to(at(words[1]));
                self.consequences(&entries)
            }
            _ => match self.act(words) {
                Ok(entries) => self.consequences(&entries),
                Err(refusal) => refusal.code(),
            },
        }
    }

    fn actor(&self, name: &str) -> Actor {
        let world = &self.world;
        let [lumen, orfebre, perrin] = &world.buyers;
        let known = [
            ("clara", &world.clara),
            ("sisters", &world.sisters),
            ("lumen", lumen),
            ("orfebre", orfebre),
            ("perrin", perrin),
        ];
        known.into_iter().find(|(known, _)| *known == name).expect("a name of the stage").1.clone()
    }

    fn act(&mut self, words: &[&str]) -> Result<Vec<NewEntry>, Refusal> {
        let actor = self.actor(words[1]);
        let rest = &words[2..];
        match words[0] {
            "issue" => self.issue(&actor, rest),
            "offer" => self.offer(&actor, rest),
            "bid" => self.bid(&actor, rest),
            "cancel" => {
                let order = self.orders.get(rest[0]).copied().unwrap_or(OrderId::from(1));
                self.world.scenario.act(&actor, Act::CancelOrder(CancelOrder { order }))
            }
            "transfer" => {
                let to = self.actor(rest[2]).account;
                let blocks = self.world.blocks(actor.account, self.batch(rest[0]), rest[1]);
                self.world.scenario.act(&actor, Act::Transfer(Transfer { blocks, from: actor.account, to }))
            }
            "retire" => self.retire(&actor, rest),
            verb => panic!("{verb} is no verb of the table"),
        }
    }

    /// `B1 20.412-8 [from..to]`: without a period the first half of 2026.
    fn issue(&mut self, producer: &Actor, words: &[&str]) -> Result<Vec<NewEntry>, Refusal> {
        let world = &mut self.world;
        let own = world.scenario.registry.certificates.certificates().find(|(_, c)| c.producer == producer.id);
        let certificate = own.map(|(id, _)| id).expect("a producer of the stage has a certificate");
        let (gross, sold) = words[1].split_once('-').unwrap_or((words[1], "0"));
        let period = words.get(2).and_then(|p| p.split_once("..")).unwrap_or(("2026-01-01", "2026-06-30"));
        let before = world.scenario.entries().len();
        let batch = world.issue(certificate, gross, sold, [period.0, period.1])?;
        self.batches.insert(words[0].to_owned(), batch);
        Ok(self.world.scenario.entries()[before..].to_vec())
    }

    /// `O1 B1 2.412@4200 [ioc] [until]`
    fn offer(&mut self, seller: &Actor, words: &[&str]) -> Result<Vec<NewEntry>, Refusal> {
        let (mass, price) = terms(words[2]);
        let (time_in_force, until) = force(&words[3..]);
        let offer = self.world.offer(seller, self.batch(words[1]), mass, &price);
        let offer = PlaceSellOrder { time_in_force, until, ..offer };
        let entries = self.world.scenario.act(seller, Act::PlaceSellOrder(offer))?;
        self.name_order(words[0], &entries);
        Ok(entries)
    }

    /// `U1 3@4250 [ioc] [until]`
    fn bid(&mut self, buyer: &Actor, words: &[&str]) -> Result<Vec<NewEntry>, Refusal> {
        let (mass, price) = terms(words[1]);
        let (time_in_force, until) = force(&words[2..]);
        let bid = PlaceBuyOrder { time_in_force, until, ..self.world.bid(buyer, mass, &price) };
        let entries = self.world.scenario.act(buyer, Act::PlaceBuyOrder(bid))?;
        self.name_order(words[0], &entries);
        Ok(entries)
    }

    /// `B1 0.003 support|none`
    fn retire(&mut self, holder: &Actor, words: &[&str]) -> Result<Vec<NewEntry>, Refusal> {
        let claim = match words[2] {
            "support" => Claim::Support(PlainClaim {}),
            _ => Claim::None(PlainClaim {}),
        };
        let blocks = self.world.blocks(holder.account, self.batch(words[0]), words[1]);
        let retire = self.world.retirement(holder, blocks, claim);
        self.world.scenario.act(holder, Act::Retire(retire))
    }

    fn batch(&self, name: &str) -> BatchId {
        self.batches.get(name).copied().unwrap_or(BatchId::from(1))
    }

    fn name_order(&mut self, name: &str, entries: &[NewEntry]) {
        let placed = events(entries).find_map(|event| match event {
            Event::Trade(TradeEvent::SellOrderPlaced(e)) => Some(e.order),
            Event::Trade(TradeEvent::BuyOrderPlaced(e)) => Some(e.order),
            _ => None,
        });
        self.orders.insert(name.to_owned(), placed.expect("an order was placed"));
    }

    fn consequences(&self, entries: &[NewEntry]) -> String {
        let mut words = vec!["ok".to_owned()];
        let set_aside = entries.iter().flat_map(|e| &e.postings).find(|p| matches!(p.account, CashAccount::Escrow(_)));
        for event in events(entries) {
            words.extend(match event {
                Event::Credit(CreditEvent::Issued(e)) => Some(format!("{} {}", self.name_of(e.batch), e.block.mass())),
                Event::Trade(TradeEvent::BuyOrderPlaced(_)) => {
                    set_aside.map(|posting| format!("escrow {}", posting.amount.amount()))
                }
                Event::Trade(TradeEvent::Traded(e)) => {
                    let met = self.name_of_order(if entries[0].kind == "place_buy_order" {
                        e.sell_order
                    } else {
                        e.buy_order
                    });
                    Some(format!("trade {met} {}@{} fee {}", e.mass, e.price.amount(), e.fee.amount()))
                }
                Event::Trade(TradeEvent::OrderCancelled(e)) if e.reason != CancelReason::Owner => {
                    Some(format!("{} {}", self.name_of_order(e.order), e.reason))
                }
                Event::Trade(TradeEvent::OrderExpired(e)) => Some(format!("{} expired", self.name_of_order(e.order))),
                Event::Credit(CreditEvent::Expired(e)) => Some(format!("{} expired", self.name_of(e.batch))),
                _ => None,
            });
        }
        words.join(" ")
    }

    fn name_of(&self, batch: BatchId) -> &str {
        self.batches.iter().find(|(_, id)| **id == batch).map_or("?", |(name, _)| name)
    }

    fn name_of_order(&self, order: OrderId) -> &str {
        self.orders.iter().find(|(_, id)| **id == order).map_or("?", |(name, _)| name)
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

    fn cash(&self, actor: &Actor) -> String {
        self.world.scenario.registry.cash.balance(CashAccount::Cash(actor.id), usd("0.00").currency).amount()
    }

    fn held(&self, actor: &Actor, batch: &str) -> String {
        let mut sums: BTreeMap<&str, Mass> = BTreeMap::new();
        for (range, block) in self.world.scenario.registry.credits.holdings(actor.account) {
            if range.batch == self.batch(batch) {
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
}

fn is_refusal(word: &str) -> bool {
    crate::refusal_codes().any(|code| code == word)
}

/// `2.412@4200` as mass and price with cents.
fn terms(words: &str) -> (&str, String) {
    let (mass, price) = words.split_once('@').expect("mass@price");
    (mass, if price.contains('.') { price.to_owned() } else { format!("{price}.00") })
}

fn force(words: &[&str]) -> (TimeInForce, Option<Seconds>) {
    let until = words.iter().find(|word| word.contains('T')).map(|word| value(word));
    (if words.contains(&"ioc") { TimeInForce::Ioc } else { TimeInForce::Gtd }, until)
}

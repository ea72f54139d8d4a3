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
//! is a refusal's code, or `ok` and what followed in the same cause. Who acts comes second: a name of the stage, as
//! `clara` or the operator, a payee of a plan, as `sisters/1`, or whoever was [invited](Script::invite). An act that needs a
//! second person is approved by the last key of whoever signs, unless the line ends with `alone`.
//!
//! The words for orders and deals stand in `script/trade.rs`, those for money in `script/money.rs`, those for whoever
//! is stopped in `script/parties.rs`; what is told of an answer, in `script/told.rs`.

mod money;
mod names;
mod parties;
mod told;
mod trade;

use std::sync::OnceLock;

use orebook_registry::event::*;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};

use crate::scenario::{Actor, World, at, events, value};

use names::Names;

/// What becomes of an act: what was written, or why not.
type Answer = Result<Vec<NewEntry>, Refusal>;

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
    let mut script = Script::upon(world);
    script.plays(table);
    script.world
}

/// A world that is spoken to in lines.
#[derive(Clone)]
pub struct Script {
    /// The world as it is by now.
    pub world: World,
    names: Names,
    alone: bool,
}

impl Script {
    /// A script that begins upon a world.
    pub fn upon(world: World) -> Self {
        Self { world, names: Names::default(), alone: false }
    }

    /// Whoever joined for this script, under a name of its own.
    pub fn invite(&mut self, name: &str, actor: Actor) {
        self.names.actors.insert(name.to_owned(), actor);
    }

    /// A batch that was issued before the script began.
    pub fn knows(&mut self, name: &str, batch: BatchId) {
        self.names.batches.insert(name.to_owned(), batch);
    }

    /// Plays a table and compares every answer.
    ///
    /// # Panics
    /// If an answer is not the expected one.
    pub fn plays(&mut self, table: &str) {
        let (mut expected, mut found) = (String::new(), String::new());
        for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let (asked, answer) = words.split_at(length_of_question(&words));
            expected += &format!("{:<44}{}\n", asked.join(" "), answer.join(" "));
            found += &format!("{:<44}{}\n", asked.join(" "), self.answer(asked));
        }
        assert!(expected == found, "expected\n{expected}\nfound\n{found}");
    }

    /// The answer to one line that has none.
    pub fn asks(&mut self, line: &str) -> String {
        self.answer(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Plays lines without answers, all of which must be accepted but the last.
    ///
    /// # Panics
    /// If one before the last is refused, or the last is not.
    pub fn is_refused(&mut self, lines: &[&str]) -> Refusal {
        let (last, before) = lines.split_last().expect("a line that is refused");
        for line in before {
            let answer = self.asks(line);
            assert!(answer.starts_with("ok"), "{line}: {answer}");
        }
        self.act(&last.split_whitespace().collect::<Vec<_>>()).map(|_| ()).expect_err("a refusal")
    }

    fn answer(&mut self, words: &[&str]) -> String {
        if let Some(told) = self.told(words) {
            return told;
        }
        let alone = words.last() == Some(&"alone");
        let words = if alone { &words[..words.len() - 1] } else { words };
        self.alone = alone;
        match if words[0] == "day" { Ok(self.pass_time(words[1])) } else { self.act(words) } {
            Ok(entries) => self.consequences(&entries),
            Err(refusal) => refusal.code(),
        }
    }

    /// Until nine in the morning of a day, or some time on: `+72h`.
    fn pass_time(&mut self, word: &str) -> Vec<NewEntry> {
        let hours = word.strip_prefix('+').and_then(|word| word.strip_suffix('h'));
        let now = self.world.scenario.now();
        let then = hours.map_or_else(|| at(word), |hours| now.plus_hours(hours.parse().expect("whole hours")));
        self.world.scenario.advance_to(then)
    }

    fn act(&mut self, words: &[&str]) -> Answer {
        let actor = self.actor(words[1]);
        let rest = &words[2..];
        match words[0] {
            "issue" => self.issue(&actor, rest),
            "offer" => self.offer(&actor, rest),
            "bid" => self.bid(&actor, rest),
            "transfer" => {
                let to = self.actor(rest[2]).account;
                let blocks = self.world.blocks(actor.account, self.names.batch(rest[0]), rest[1]);
                self.sign(&actor, Act::Transfer(Transfer { blocks, from: actor.account, to }))
            }
            "retire" => self.retire(&actor, rest),
            verb => {
                let act = self.act_of_trade(verb, &actor, rest);
                let act = act.or_else(|| self.act_of_money(verb, &actor, rest));
                let act = act.or_else(|| self.act_of_parties(verb, &actor, rest));
                let act = act.unwrap_or_else(|| panic!("{verb} is no verb of the table"));
                let entries = self.sign(&actor, act)?;
                self.names.give(rest.first().unwrap_or(&""), &entries);
                Ok(entries)
            }
        }
    }

    /// An act of the actor's first key, approved by its last one where it takes two persons.
    fn sign(&mut self, actor: &Actor, act: Act) -> Answer {
        let entries = self.world.scenario.act(actor, act)?;
        let proposed = events(&entries).find_map(|event| match event {
            Event::Party(PartyEvent::Proposed(proposed)) => Some((proposed.proposal, proposed.digest)),
            _ => None,
        });
        match proposed.filter(|_| !self.alone) {
            Some((proposal, digest)) => {
                let approve = Act::Approve(Approve { digest, proposal });
                self.world.scenario.act_by(actor, actor.keys.len() - 1, approve)
            }
            None => Ok(entries),
        }
    }

    /// `B1 20.412-8 [from..to]`: without a period the first half of 2026.
    fn issue(&mut self, producer: &Actor, words: &[&str]) -> Answer {
        let world = &mut self.world;
        let own = world.scenario.registry.certificates.certificates().find(|(_, c)| c.producer == producer.id);
        let certificate = own.map(|(id, _)| id).expect("a producer of the stage has a certificate");
        let (gross, sold) = words[1].split_once('-').unwrap_or((words[1], "0"));
        let period = words.get(2).and_then(|p| p.split_once("..")).unwrap_or(("2026-01-01", "2026-06-30"));
        let before = world.scenario.entries().len();
        let batch = world.issue(certificate, gross, sold, [period.0, period.1])?;
        self.names.batches.insert(words[0].to_owned(), batch);
        Ok(self.world.scenario.entries()[before..].to_vec())
    }

    /// `B1 0.003 support|premium|none`; of all batches that are named with `+` between them, so much of each.
    fn retire(&mut self, holder: &Actor, words: &[&str]) -> Answer {
        let claim = match words[2] {
            "support" => Claim::Support(PlainClaim {}),
            "premium" => Claim::Premium(PlainClaim {}),
            _ => Claim::None(PlainClaim {}),
        };
        let of = |batch: &str| self.world.blocks(holder.account, self.names.batch(batch), words[1]);
        let blocks = words[0].split('+').flat_map(of).collect();
        let retire = self.world.retirement(holder, blocks, claim);
        self.sign(holder, Act::Retire(retire))
    }
}

/// How many words of a line ask; the others answer.
fn length_of_question(words: &[&str]) -> usize {
    match words[0] {
        "book" => 1,
        "cash" | "state" | "unpaid" | "sold" => 2,
        "held" => 3,
        "account" => 2 + usize::from(words.get(2).is_some_and(|word| word.parse::<Currency>().is_ok())),
        _ => {
            let is_answer = |word: &&str| *word == "ok" || crate::refusal_codes().any(|code| code == **word);
            words.iter().position(is_answer).unwrap_or(words.len())
        }
    }
}

/// `4200`, `4200.50` or `50000UGX`: dollars where no currency is named, with as many decimals as the currency has.
fn money(word: &str) -> Money {
    let (amount, currency) = word.split_at(word.find(|c: char| c.is_ascii_uppercase()).unwrap_or(word.len()));
    let currency: Currency = value(if currency.is_empty() { "USD" } else { currency });
    let cents = if amount.contains('.') || currency.exponent() == 0 { "" } else { ".00" };
    Money::parse(&format!("{amount}{cents}"), currency).expect("an amount of the currency")
}

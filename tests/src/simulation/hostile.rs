//! What hostile members try: what is not theirs, what does not fit, and what they sent before.

use super::*;
use crate::scenario::usd;

impl Simulation {
    pub(super) fn attack(&mut self) -> String {
        let thief = self.somebody();
        let victim = self.somebody();
        match self.dice.below(32) {
            8..16 => self.forge(&thief, &victim),
            16..24 => self.steal(&thief, &victim),
            24..28 => self.embezzle(&thief, &victim),
            28..30 => self.usurp_deal(&thief, &victim),
            30 => self.refund_early(&thief),
            31 => self.usurp_market(&thief),
            0 => self.replay(),
            1 => {
                let orders: Vec<OrderId> = self.world.scenario.registry.markets.orders().map(|(id, _)| id).collect();
                let order = self.dice.one_of(&orders).copied().unwrap_or(OrderId::from(1));
                self.act(&thief, Act::CancelOrder(CancelOrder { order }))
            }
            2 => {
                let blocks = self.part_of(victim.account);
                self.act(&thief, Act::Transfer(Transfer { blocks, from: victim.account, to: thief.account }))
            }
            3 => {
                let mut blocks = self.part_of(victim.account);
                blocks.extend(blocks.clone());
                let retire = self.world.retirement(&thief, blocks, Claim::Support(PlainClaim {}));
                self.act(&thief, Act::Retire(retire))
            }
            4 => {
                let (mass, price) = (self.misfit_mass(), self.price());
                let bid = PlaceBuyOrder { mass, price, ..self.world.bid(&thief, "1", "4000.00") };
                self.act(&thief, Act::PlaceBuyOrder(bid))
            }
            5 => {
                let (batch, _) = self.world.scenario.registry.credits.batches().last().expect("a batch");
                let mass = self.misfit_mass();
                let offer = PlaceSellOrder { mass, ..self.world.offer(&thief, batch, "1", "4200.00") };
                self.act(&thief, Act::PlaceSellOrder(offer))
            }
            6 => {
                let deposit = Deposit { amount: usd("1000.00"), organisation: thief.id, reference: value("FORGED") };
                self.act(&thief, Act::Deposit(deposit))
            }
            _ => {
                let mixed = Actor { keys: victim.keys.clone(), ..thief.clone() };
                let bid = self.world.bid(&thief, "0.01", "4200.00");
                self.act(&mixed, Act::PlaceBuyOrder(bid))
            }
        }
    }

    /// A market that is not one's own to keep, and orders that are not one's own to change.
    fn usurp_market(&mut self, thief: &Actor) -> String {
        let market = self.world.market;
        let orders: Vec<OrderId> = self.world.scenario.registry.markets.orders().map(|(id, _)| id).collect();
        let order = self.dice.one_of(&orders).copied().unwrap_or(OrderId::from(1));
        let acts = [
            Act::HaltMarket(HaltMarket { market, reason: HaltReason::Price }),
            Act::ReopenMarket(ReopenMarket { market }),
            Act::SetFloor(SetFloor { floor: usd("10.00"), market }),
            Act::ReduceOrder(ReduceOrder { by: Mass::from_mg(1_000), order }),
        ];
        let act = self.dice.one_of(&acts).expect("acts").clone();
        self.act(thief, act)
    }

    fn misfit_mass(&mut self) -> Mass {
        let all = [0, 1, 500, 1_500, 1_000, 1_000_000_000, 999_999_999_999_999_999].map(Mass::from_mg);
        *self.dice.one_of(&all).expect("there are some")
    }

    /// Bytes of before, sent again as they were or with a changed digit.
    fn replay(&mut self) -> String {
        let Some(bytes) = self.dice.one_of(&self.sent).cloned() else { return "nothing to replay".into() };
        let size = self.world.scenario.registry.size();
        if self.dice.below(2) == 0 {
            let text = String::from_utf8(bytes.clone()).expect("json").replacen("00\"", "01\"", 1);
            let altered = orebook_document::read::<Instruction>(text.as_bytes(), LENGTH_MAX);
            let opens = altered.is_ok_and(|unverified| unverified.verify().is_ok());
            assert!(!opens || text.as_bytes() == bytes, "altered bytes open: {text}");
            return "an altered instruction".into();
        }
        match self.world.scenario.submit(&bytes) {
            Outcome::Accepted(_) => "a refused instruction is accepted later".into(),
            outcome => {
                let clock = self.world.scenario.entries()[size as usize..].iter().all(|e| e.kind == "clock");
                assert!(clock, "a replay writes nothing: {outcome:?}");
                "an instruction sent again".into()
            }
        }
    }
}

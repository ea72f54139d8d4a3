//! Orders, and the market that takes them, at random.

use super::*;
use crate::scenario::usd;
use orebook_registry::credit::BlockState;

impl Simulation {
    fn time_in_force(&mut self) -> (TimeInForce, Option<Seconds>) {
        match self.dice.below(8) {
            0 => (TimeInForce::Ioc, None),
            1 => (TimeInForce::Fok, None),
            2 => {
                let seconds = 1 + self.dice.below(20 * 86_400) as i64;
                (TimeInForce::Gtd, Some(self.world.scenario.seconds_from_now(seconds)))
            }
            _ => (TimeInForce::Gtd, None),
        }
    }

    /// What must fill whole is small, most times, and asks for a price that others will take.
    fn terms(&mut self, time_in_force: TimeInForce, ticks: i64) -> (Mass, Money) {
        let (mass, price) = (self.mass(), self.price());
        if time_in_force != TimeInForce::Fok || self.dice.below(4) == 0 {
            return (mass, price);
        }
        let lots = 3 + self.dice.below(4);
        (Mass::from_mg(1_000 * lots), price.currency.minor(price.minor + 1_000 * ticks))
    }

    /// A name of few, so that some are used while they are still taken.
    fn client_order(&mut self) -> Option<Reference> {
        let named = self.dice.below(4) == 0;
        named.then(|| value(&format!("OWN-{}", self.dice.below(5))))
    }

    /// A batch of the producer's, most times one of which it has something free.
    pub(super) fn batch_of(&mut self, producer: &Actor) -> BatchId {
        let credits = &self.world.scenario.registry.credits;
        let free = credits.holdings(producer.account).filter(|(_, block)| block.state == BlockState::Available);
        let free: Vec<BatchId> = free.map(|(range, _)| range.batch).collect();
        if let (Some(batch), 1..) = (self.dice.one_of(&free).copied(), self.dice.below(5)) {
            return batch;
        }
        let own = self.world.scenario.registry.credits.batches().filter(|(_, b)| b.producer == producer.id);
        let batches: Vec<BatchId> = own.map(|(id, _)| id).collect();
        *self.dice.one_of(&batches).expect("each producer has a batch")
    }

    pub(super) fn offer(&mut self) -> String {
        if let Some(tried) = self.mend_market() {
            return tried;
        }
        let producer = self.producer();
        let batch = self.batch_of(&producer);
        let (time_in_force, until) = self.time_in_force();
        let (mass, price) = self.terms(time_in_force, -5);
        let client_order = self.client_order();
        let offer = self.world.offer(&producer, batch, "1", "4000.00");
        let signer = if self.dice.below(8) == 0 { self.actors[BROKER].clone() } else { producer };
        let offer = PlaceSellOrder { client_order, mass, price, time_in_force, until, ..offer };
        self.act(&signer, Act::PlaceSellOrder(offer))
    }

    pub(super) fn bid(&mut self) -> String {
        if let Some(tried) = self.mend_market() {
            return tried;
        }
        let buyer = self.buyer();
        let (time_in_force, until) = self.time_in_force();
        let (mass, price) = self.terms(time_in_force, 5);
        let client_order = self.client_order();
        let restriction = if self.dice.below(4) == 0 { Some(self.restriction()) } else { None };
        let bid = self.world.bid(&buyer, "1", "4000.00");
        let bid = PlaceBuyOrder { client_order, mass, price, restriction, time_in_force, until, ..bid };
        self.act(&buyer, Act::PlaceBuyOrder(bid))
    }

    /// What one or the other producer's batches are, or neither's; at times one of a form that there is not.
    fn restriction(&mut self) -> Restriction {
        let mut asked = Restriction {
            countries: Vec::new(),
            producers: Vec::new(),
            structures: Vec::new(),
            women_led: None,
            years: Vec::new(),
        };
        for _ in 0..1 + self.dice.below(2) {
            match self.dice.below(5) {
                0 => asked.countries = self.some_of(&["CO", "PE", "ZW"].map(value)),
                1 => asked.producers = self.some_of(&[0, 1].map(|place| self.actors[place].id)),
                2 => asked.structures = self.some_of(&[Structure::Cooperative, Structure::Association]),
                3 => asked.women_led = Some(YesNo::Yes),
                _ => asked.years = self.some_of(&[Count(2025), Count(2026)]),
            }
        }
        match self.dice.below(24) {
            0 => asked.women_led = Some(YesNo::No),
            1 => asked.countries = ["ZW", "CO"].map(value).to_vec(),
            2 => asked.producers = vec![self.actors[2].id],
            3 => asked.years = vec![Count(2026), Count(2026)],
            _ => {}
        }
        asked
    }

    fn some_of<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let mut some = all.to_vec();
        some.retain(|_| self.dice.below(2) == 0);
        some
    }

    /// Made smaller, or taken out, by its owner or the operator.
    pub(super) fn cancel(&mut self) -> String {
        let open: Vec<_> = self.world.scenario.registry.markets.orders().map(|(id, o)| (id, o.owner, o.mass)).collect();
        let Some((order, owner, left)) = self.dice.one_of(&open).copied() else { return self.bid() };
        let actor = self.actor(owner);
        match self.dice.below(8) {
            0..4 => {
                let by = Mass::from_mg(1_000 * self.dice.below(left.mg() / 1_000 + 1));
                self.act(&actor, Act::ReduceOrder(ReduceOrder { by, order }))
            }
            4 => {
                let operator = self.world.scenario.operator.clone();
                self.act(&operator, Act::CancelOrder(CancelOrder { order }))
            }
            _ => self.act(&actor, Act::CancelOrder(CancelOrder { order })),
        }
    }

    /// The operator halts the market or moves its floor: not far, or whoever bids would be refused from then on.
    pub(super) fn keep_market(&mut self) -> String {
        let (operator, market) = (self.world.scenario.operator.clone(), self.world.market);
        if let Some(tried) = self.mend_market() {
            return tried;
        }
        match self.dice.below(6) {
            0 => {
                let reasons = [HaltReason::Price, HaltReason::Technical, HaltReason::LegalOrder];
                let reason = *self.dice.one_of(&reasons).expect("reasons");
                self.act(&operator, Act::HaltMarket(HaltMarket { market, reason }))
            }
            1 => self.set_floor(usd("4230.00")),
            2 => self.set_floor(usd("4001.00")),
            _ => {
                let ticks = 400 + self.dice.below(20);
                self.set_floor(usd(&format!("{ticks}0.00")))
            }
        }
    }

    fn set_floor(&mut self, floor: Money) -> String {
        let (operator, market) = (self.world.scenario.operator.clone(), self.world.market);
        self.act(&operator, Act::SetFloor(SetFloor { floor, market }))
    }

    /// A market that is halted, or whose floor is high, is opened or lowered again before long.
    fn mend_market(&mut self) -> Option<String> {
        let (operator, market) = (self.world.scenario.operator.clone(), self.world.market);
        let found = self.world.scenario.registry.markets.market(market).expect("the market");
        let (halted, floor) = (found.halted.is_some(), found.floor);
        if halted && self.dice.below(3) == 0 {
            return Some(self.act(&operator, Act::ReopenMarket(ReopenMarket { market })));
        }
        let high = floor > usd("4150.00") && self.dice.below(3) == 0;
        high.then(|| self.set_floor(usd("4000.00")))
    }
}

//! A market with something to read: a tape, and a book that is deep in all three columns.

use orebook_registry::instruction::{Act, PlaceBuyOrder, Restriction};
use orebook_registry::values::MarketId;
use orebook_tests::scenario::{usd, value};

use super::{PRICES, Stage};

const TRADES: u64 = 60;
const OFFERS: u64 = 60;
/// As many as three members may have at rest.
const RESTRICTED: u64 = 48;
/// The lot that all orders are of: three grams.
const LOT: &str = "0.003";
/// What is bid at most; offers rest above.
const PRICE_OF_TRADES: u64 = 5_000;

impl Stage {
    /// Fills the market: trades, offers above them, bids and restricted bids below.
    ///
    /// # Panics
    /// If the world refuses its own story.
    pub fn fill_market(&mut self) {
        let half = ["2026-01-01", "2026-06-30"];
        let batch = self.world.issue(self.world.sisters_certificate, "3", "0", half).expect("a batch to sell");
        let seller = self.world.sisters.clone();
        for n in 0..TRADES + OFFERS {
            let price = PRICE_OF_TRADES + 10 * n.saturating_sub(TRADES - 1);
            let offer = self.world.offer(&seller, batch, LOT, &format!("{price}.00"));
            self.world.scenario.act(&seller, Act::PlaceSellOrder(offer)).expect("it is offered");
            if n < TRADES {
                self.bid(n, PRICE_OF_TRADES, None);
            }
        }
        (0..PRICES).for_each(|n| self.bid(n, 4_000 + 10 * n, None));
        // What is offered was mined in Zimbabwe: these bids meet nothing.
        let elsewhere = || Restriction {
            countries: vec![value("CO")],
            producers: Vec::new(),
            structures: Vec::new(),
            women_led: None,
            years: Vec::new(),
        };
        (0..RESTRICTED).for_each(|n| self.bid(n, 4_000 + 10 * n, Some(elsewhere())));
        self.world.scenario.check_all();
    }

    fn bid(&mut self, n: u64, price: u64, restriction: Option<Restriction>) {
        let buyer = self.world.buyers[usize::try_from(n % 3).unwrap_or(0)].clone();
        let bid =
            PlaceBuyOrder { price: usd(&format!("{price}.00")), restriction, ..self.world.bid(&buyer, LOT, "4000.00") };
        self.world.scenario.act(&buyer, Act::PlaceBuyOrder(bid)).expect("it is bid");
    }

    /// The market.
    pub fn market(&self) -> MarketId {
        self.world.market
    }
}

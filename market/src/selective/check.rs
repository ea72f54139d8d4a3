//! The invariants of the whole, checked the slow way.

use std::fmt::Debug;

use super::{Admits, SelectiveBook, turn_of};
use crate::check::must;
use crate::order::Side;

impl<Id, Kind, Wish> SelectiveBook<Id, Kind, Wish>
where
    Id: Copy + Debug,
    Kind: Ord + Clone + Debug,
    Wish: Ord + Clone + Debug + Admits<Kind>,
{
    /// Walks everything and names the first contradiction it finds.
    ///
    /// # Errors
    /// The contradiction in words.
    pub fn check(&self) -> Result<(), String> {
        self.open.check()?;
        self.restricted.check()?;
        must(self.restricted.best_ask().is_none(), || "an ask is among the restricted bids".to_owned())?;
        let asks = self.open.walk(Side::Sell).map(|(handle, order)| (handle.0, turn_of(&order)));
        self.kinds.check(asks).map_err(|flaw| format!("kinds: {flaw}"))?;
        let bids = self.restricted.walk(Side::Buy).map(|(handle, order)| (handle.0, turn_of(&order)));
        self.wishes.check(bids).map_err(|flaw| format!("wishes: {flaw}"))
    }
}

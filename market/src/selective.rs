//! A market in which a bid may be restricted to offers of certain kinds.

mod check;
mod meets;
mod read;

use crate::book::Book;
use crate::lanes::{Lanes, Turn};
use crate::order::{Handle, Left, Order, Side};
use crate::refusal::Refusal;

pub use meets::Meeting;

/// What a restricted bid asks of an offer.
///
/// The answer must be the same for ever: a wish and a kind are frozen when their orders rest.
pub trait Admits<Kind> {
    /// Whether an offer of `kind` will do.
    fn admits(&self, kind: &Kind) -> bool;
}

/// The resting orders of one market whose offers have a kind and whose bids may have a wish.
///
/// Unrestricted bids and all asks lie in one [`Book`], restricted bids in another, where no ask
/// ever comes. Offers are parted into lanes by their kind, restricted bids by their wish, and
/// whoever looks for a counterpart that is admitted looks at lanes: an order in front of the
/// eligible ones costs nothing, a kind or a wish in front of them a few nanoseconds. An
/// unrestricted bid never looks at lanes.
///
/// Memory is that of the two books and 24 bytes for each slot of theirs, a lane and each of its
/// price levels some more: about 80 bytes for an order in a crowd.
///
/// ```
/// use orebook_market::{Admits, Order, SelectiveBook, Side};
///
/// #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
/// struct From(&'static str);
/// impl Admits<&'static str> for From {
///     fn admits(&self, country: &&'static str) -> bool {
///         self.0 == *country
///     }
/// }
///
/// let mut book = SelectiveBook::default();
/// let ask = Order { id: 1_u64, side: Side::Sell, price: 105, quantity: 10, arrival: 1 };
/// book.rest_offer(ask, "RW")?;
/// book.rest_offer(Order { id: 2, price: 106, arrival: 2, ..ask }, "PE")?;
/// let bid = Order { id: 3, side: Side::Buy, price: 107, quantity: 4, arrival: 3 };
/// let bid = book.rest_bid(bid, Some(From("PE")))?;
///
/// let meeting = book.next_for(bid).expect("107 is bid and 106 is asked");
/// assert_eq!((meeting.trade.ask, meeting.trade.price), (2, 106));
/// book.fill(meeting.bid, meeting.ask, meeting.trade.quantity)?;
/// assert_eq!(book.best_ask(), Some(105));
/// # Ok::<(), orebook_market::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct SelectiveBook<Id, Kind, Wish> {
    /// Unrestricted bids and all asks.
    open: Book<Id>,
    /// Restricted bids.
    restricted: Book<Id>,
    /// The asks of `open`.
    kinds: Lanes<Kind>,
    /// The bids of `restricted`.
    wishes: Lanes<Wish>,
}

/// Where an order stands in its [`SelectiveBook`].
///
/// Valid until that order leaves the book; see [`Handle`], of which all is true here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    among: Among,
    handle: Handle,
}

/// How many of the latest offers may be in no lane yet. Every restricted bid that looks for an
/// offer looks at each of them, every offer at every wish: so wishes do not wait.
const OFFERS_WAITING_MAX: usize = 64;

/// Which of the two books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Among {
    Open,
    Restricted,
}

impl<Id, Kind, Wish> Default for SelectiveBook<Id, Kind, Wish> {
    fn default() -> Self {
        let (open, restricted) = (Book::default(), Book::default());
        Self { open, restricted, kinds: Lanes::new(OFFERS_WAITING_MAX), wishes: Lanes::new(0) }
    }
}

impl<Id, Kind, Wish> SelectiveBook<Id, Kind, Wish>
where
    Id: Copy,
    Kind: Ord + Clone,
    Wish: Ord + Clone + Admits<Kind>,
{
    /// Puts an ask of some kind behind all others at its price. It may cross bids: the caller then
    /// works through [`SelectiveBook::next_for`].
    ///
    /// # Errors
    /// `SideMustBe`, `QuantityMustBePositive`, `ArrivalMustGrow`, `BookMustHaveRoom`.
    #[inline]
    pub fn rest_offer(&mut self, order: Order<Id>, kind: Kind) -> Result<Place, Refusal> {
        self.must_be_next(&order, Side::Sell)?;
        let handle = self.open.rest(order)?;
        self.kinds.put(handle.0, kind, turn_of(&order));
        Ok(Place { among: Among::Open, handle })
    }

    /// Puts a bid behind all others at its price; with a wish, it will meet only offers whose kind
    /// that wish admits.
    ///
    /// # Errors
    /// `SideMustBe`, `QuantityMustBePositive`, `ArrivalMustGrow`, `BookMustHaveRoom`.
    #[inline]
    pub fn rest_bid(&mut self, order: Order<Id>, wish: Option<Wish>) -> Result<Place, Refusal> {
        self.must_be_next(&order, Side::Buy)?;
        let Some(wish) = wish else {
            return Ok(Place { among: Among::Open, handle: self.open.rest(order)? });
        };
        let handle = self.restricted.rest(order)?;
        self.wishes.put(handle.0, wish, turn_of(&order));
        Ok(Place { among: Among::Restricted, handle })
    }

    /// Makes an order smaller; it keeps its place. Answers what is left: at 0 the order has left
    /// the book.
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`.
    #[inline]
    pub fn reduce(&mut self, place: Place, by: u64) -> Result<u64, Refusal> {
        self.must_have(place, by)?;
        Ok(self.take(place, by))
    }

    /// Takes an order out of the book and gives it back with what was left of it.
    ///
    /// # Errors
    /// `UnknownOrder`.
    #[inline]
    pub fn remove(&mut self, place: Place) -> Result<Order<Id>, Refusal> {
        let order = self.get(place).ok_or(Refusal::UnknownOrder)?;
        self.take(place, order.quantity);
        Ok(order)
    }

    /// Trades `quantity` between a bid and an ask that it admits and whose prices meet. They need
    /// not be the best of their sides: whether an order may be passed over is the caller's rule.
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`,
    /// `FillMustJoinBidAndAsk`, `PricesMustCross`, `WishMustAdmitKind`.
    #[inline]
    pub fn fill(&mut self, bid: Place, ask: Place, quantity: u64) -> Result<Left, Refusal> {
        let buying = self.must_have(bid, quantity)?;
        let selling = self.must_have(ask, quantity)?;
        if (buying.side, selling.side) != (Side::Buy, Side::Sell) {
            return Err(Refusal::FillMustJoinBidAndAsk);
        }
        if buying.price < selling.price {
            return Err(Refusal::PricesMustCross { bid: buying.price, ask: selling.price });
        }
        if let Some(wish) = self.wish(bid)
            && self.kind(ask).is_some_and(|kind| !wish.admits(kind))
        {
            return Err(Refusal::WishMustAdmitKind);
        }
        Ok(Left { bid: self.take(bid, quantity), ask: self.take(ask, quantity) })
    }

    /// Both books go by one clock.
    #[inline]
    fn must_be_next(&self, order: &Order<Id>, side: Side) -> Result<(), Refusal> {
        if order.side != side {
            return Err(Refusal::SideMustBe { side });
        }
        if order.quantity == 0 {
            return Err(Refusal::QuantityMustBePositive);
        }
        match self.open.arrival_last.max(self.restricted.arrival_last) {
            Some(arrival_last) if order.arrival <= arrival_last => {
                Err(Refusal::ArrivalMustGrow { arrival_last, arrival: order.arrival })
            }
            _ => Ok(()),
        }
    }

    #[inline]
    fn must_have(&self, place: Place, asked: u64) -> Result<Order<Id>, Refusal> {
        self.book(place.among).must_have(place.handle, asked)
    }

    /// Takes `quantity`, known to be there, from an order known to rest; answers what is left.
    #[inline]
    fn take(&mut self, Place { among, handle }: Place, quantity: u64) -> u64 {
        let book = match among {
            Among::Open => &mut self.open,
            Among::Restricted => &mut self.restricted,
        };
        let left = book.take(handle, quantity);
        if left == 0 {
            match among {
                Among::Open => self.kinds.take_out(handle.0),
                Among::Restricted => self.wishes.take_out(handle.0),
            }
        }
        left
    }

    #[inline]
    fn book(&self, among: Among) -> &Book<Id> {
        match among {
            Among::Open => &self.open,
            Among::Restricted => &self.restricted,
        }
    }
}

/// The turn of an order among those of its side.
#[inline]
fn turn_of<Id>(order: &Order<Id>) -> Turn {
    Turn { rank: rank_of(order.side, order.price), arrival: order.arrival }
}

/// The best price has the lowest rank. The rank of a rank is its price.
#[inline]
fn rank_of(side: Side, price: u64) -> u64 {
    match side {
        Side::Buy => !price,
        Side::Sell => price,
    }
}

//! What an ended order's history comes to: memory keeps open orders only.

use orebook_registry::event::{BuyOrderPlaced, Event, SellOrderPlaced, TradeEvent};
use orebook_registry::values::{AccountId, Mass, OrderId, OrganisationId, YesNo};

use super::{OrderView, RestrictionView};

/// An order as far as its history has been read.
struct Past {
    view: OrderView,
    /// Asked, less what it was reduced by.
    asked: Mass,
    /// Neither traded nor taken back.
    left: Mass,
}

/// The order that some events tell of, oldest first; `None` if its placing is not among them.
pub(super) fn of(id: OrderId, events: &[Event]) -> Option<OrderView> {
    let mut past = None;
    for event in events {
        if let Event::Trade(event) = event {
            follow(id, event, &mut past);
        }
    }
    past.map(|Past { view, asked, left }| OrderView {
        mass: asked.to_string(),
        filled: asked.less(left).to_string(),
        ..view
    })
}

/// Owner and account, by the order's placing.
pub(super) fn placed(id: OrderId, events: &[Event]) -> Option<(OrganisationId, AccountId)> {
    events.iter().find_map(|event| match event {
        Event::Trade(TradeEvent::SellOrderPlaced(e)) if e.order == id => Some((e.owner, e.account)),
        Event::Trade(TradeEvent::BuyOrderPlaced(e)) if e.order == id => Some((e.owner, e.account)),
        _ => None,
    })
}

fn follow(id: OrderId, event: &TradeEvent, past: &mut Option<Past>) {
    match (event, past.as_mut()) {
        (TradeEvent::SellOrderPlaced(e), _) if e.order == id => *past = Some(Past::placed(offered(e), e.mass)),
        (TradeEvent::BuyOrderPlaced(e), _) if e.order == id => *past = Some(Past::placed(bid(e), e.mass)),
        (TradeEvent::OrderReduced(e), Some(past)) if e.order == id => {
            (past.asked, past.left) = (past.asked.less(e.by), past.left.less(e.by));
        }
        (TradeEvent::Traded(e), Some(past)) if e.buy_order == id || e.sell_order == id => {
            past.left = past.left.less(e.mass);
            past.view.state = if past.left.is_zero() { "filled" } else { "partly_filled" }.to_owned();
        }
        (TradeEvent::OrderCancelled(e), Some(past)) if e.order == id => {
            past.view.state = "cancelled".to_owned();
            past.view.reason = Some(e.reason.to_string());
        }
        (TradeEvent::OrderExpired(e), Some(past)) if e.order == id => past.view.state = "expired".to_owned(),
        _ => {}
    }
}

impl Past {
    fn placed(view: OrderView, mass: Mass) -> Self {
        Self { view, asked: mass, left: mass }
    }
}

fn offered(e: &SellOrderPlaced) -> OrderView {
    OrderView {
        id: e.order.to_string(),
        client_order: e.client_order.as_ref().map(ToString::to_string),
        side: "sell".to_owned(),
        state: "open".to_owned(),
        reason: None,
        market: e.market.to_string(),
        owner: e.owner.to_string(),
        price: e.price.into(),
        mass: e.mass.to_string(),
        filled: Mass::default().to_string(),
        time_in_force: e.time_in_force.to_string(),
        expires_at: e.expires_at.to_string(),
        reserved: None,
        restriction: None,
        batch: Some(e.batch.to_string()),
        unnamed: Some(e.unnamed.unwrap_or(YesNo::No).to_string()),
    }
}

fn bid(e: &BuyOrderPlaced) -> OrderView {
    OrderView {
        id: e.order.to_string(),
        client_order: e.client_order.as_ref().map(ToString::to_string),
        side: "buy".to_owned(),
        state: "open".to_owned(),
        reason: None,
        market: e.market.to_string(),
        owner: e.owner.to_string(),
        price: e.price.into(),
        mass: e.mass.to_string(),
        filled: Mass::default().to_string(),
        time_in_force: e.time_in_force.to_string(),
        expires_at: e.expires_at.to_string(),
        reserved: None,
        restriction: e.restriction.as_ref().map(RestrictionView::from),
        batch: None,
        unnamed: None,
    }
}

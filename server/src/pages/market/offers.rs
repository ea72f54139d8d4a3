//! Offers as whoever buys sees them: who mined it where, how much is left, and where the price of a kilogram would go.

use orebook_market::Side;
use orebook_registry::trade::Market;
use orebook_registry::values::OrderId;

use crate::api::MoneyView;
use crate::api::listings::{ListingView, listing};
use crate::pages::chart::shares::{Bar, shade, shares};
use crate::pages::names::Names;

const PAGE: usize = 12;

/// An offer.
pub struct Offer {
    /// The order.
    pub order: String,
    /// Id and name of who mined it, unless it is unnamed.
    pub producer: Option<(String, String)>,
    /// Where, how the producer is built, who leads it, when.
    pub about: String,
    /// Price of a kilogram.
    pub price: String,
    /// The same for a form.
    pub price_plain: String,
    /// What is left.
    pub mass: String,
    /// The same for a form.
    pub mass_plain: String,
    /// When it ends.
    pub until: String,
    /// Where the price goes.
    pub bar: Option<Bar>,
    /// Its pieces.
    pub parts: Vec<Part>,
}

/// What somebody is paid of a kilogram.
pub struct Part {
    /// Its colour in the bar.
    pub shade: usize,
    /// Who, where that is told.
    pub payee: Option<String>,
    /// What for.
    pub kind: String,
    /// How much.
    pub amount: String,
}

/// Some offers in the order in which they would be bought, and how many to skip for more.
pub fn offers(names: &Names<'_>, market: &Market, skipped: usize) -> (Vec<Offer>, Option<usize>) {
    let orders = market.book().walk(Side::Sell).map(|(_, order)| order.id);
    let mut following = orders.skip(skipped).peekable();
    let shown: Vec<OrderId> = following.by_ref().take(PAGE).collect();
    let more = following.peek().map(|_| skipped + PAGE);
    (
        shown.into_iter().filter_map(|id| listing(names.registry, id)).map(|listing| offer(names, listing)).collect(),
        more,
    )
}

fn offer(names: &Names<'_>, listing: ListingView) -> Offer {
    let t = names.t;
    let parts = parts(names, &listing);
    let amounts = listing.net.payees.iter().map(|paid| &paid.amount);
    let amounts = amounts.chain(listing.net.deductions.iter().map(|deduction| &deduction.amount));
    let minor: Vec<i128> = amounts.map(|money| money.amount.replace('.', "").parse().unwrap_or(0)).collect();
    let told: Vec<String> =
        parts.iter().map(|part| format!("{} {}", part.payee.as_ref().unwrap_or(&part.kind), part.amount)).collect();
    Offer {
        about: about(names, &listing),
        bar: shares(t.market_net_gist(told.join(", ")), &minor),
        parts,
        price: money(names, &listing.price),
        mass: t.mass(&listing.mass),
        until: t.moment(&listing.expires_at),
        price_plain: listing.price.amount,
        mass_plain: listing.mass,
        producer: listing.producer.map(|producer| (producer.id, producer.name)),
        order: listing.order,
    }
}

fn about(names: &Names<'_>, listing: &ListingView) -> String {
    let t = names.t;
    let country = listing.country.parse().map_or_else(|_| listing.country.clone(), |country| names.country(country));
    let structure = listing.structure.as_ref().map(|structure| t.word("structure", structure).into_owned());
    let led = listing.women_led.as_deref().filter(|led| *led == "yes").map(|_| t.market_women_led().to_owned());
    let parts = [Some(country), structure, led, Some(t.market_mined(&listing.year))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn parts(names: &Names<'_>, listing: &ListingView) -> Vec<Part> {
    let t = names.t;
    let paid = listing.net.payees.iter().map(|paid| {
        let kind = t.word("payee-kind", &paid.kind).into_owned();
        (paid.name.clone(), kind, money(names, &paid.amount))
    });
    let withheld = listing.net.deductions.iter().map(|deduction| {
        (None, t.word("instalment-kind", &deduction.kind).into_owned(), money(names, &deduction.amount))
    });
    let part = |(n, (payee, kind, amount))| Part { shade: shade(n), payee, kind, amount };
    paid.chain(withheld).enumerate().map(part).collect()
}

fn money(names: &Names<'_>, money: &MoneyView) -> String {
    names.t.money(&money.amount, &money.currency)
}

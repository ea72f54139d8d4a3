//! Retiring: which credits, for whom, and what will be said of it. The text is the very text of the retirement, as a dry
//! run of it would write it; what is signed then is what was shown.

pub mod choice;
pub mod fields;
pub mod preview;
pub mod retirer;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::Class;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{MarketId, OrganisationId, TradeId};
use orebook_store::TradeBlockRow;

use self::choice::{Choice, Chosen, Pick, Stack, Tick};
use self::preview::Preview;
pub use self::preview::as_asked;
use super::super::door::opened;
use super::BRAND;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::act::asked::Asked;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "brand_retire.html")]
struct RetirePage {
    frame: Frame,
    /// What came before: a purchase, and what it brought.
    bought: Option<String>,
    /// Credits of other classes or accounts.
    stacks: Vec<Stack>,
    class: String,
    account: String,
    ticks: Vec<Tick>,
    /// Blocks that are not shown.
    hidden_blocks: usize,
    whom: Vec<Pick>,
    claims: Vec<Pick>,
    footprints: Vec<Pick>,
    footprint_link: Option<String>,
    purposes: Vec<Pick>,
    mass: String,
    period_from: String,
    period_to: String,
    product: String,
    preview: Option<Preview>,
}

framed!(scripted: RetirePage);

/// The page, with what it would say.
#[get("/desk/retire")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Read, None)?;
    let asked = Asked::of(request.query_string())?;
    let comes_from_purchase = asked.get("from") == Some("purchase");
    let bought = if comes_from_purchase { bought(&shared, me, &asked).await? } else { Vec::new() };
    let today = shared.clock.now().date();
    let chosen = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        Choice { names, me, asked: &asked, bought: &bought, today }.chosen()
    });
    let preview = match &chosen.query {
        Some(query) => Some(Preview::of(&shared, &frame, me, query).await?),
        None => None,
    };
    let told = comes_from_purchase.then(|| match bought.is_empty() {
        true => frame.t.brand_bought_nothing().to_owned(),
        false => frame.t.brand_bought(frame.t.mass(super::stock::mass_of(&bought))),
    });
    unstored(&page(frame, chosen, preview, told), StatusCode::OK)
}

fn page(frame: Frame, chosen: Chosen, preview: Option<Preview>, bought: Option<String>) -> RetirePage {
    RetirePage {
        bought,
        stacks: chosen.stacks,
        class: chosen.class,
        account: chosen.account,
        ticks: chosen.ticks,
        hidden_blocks: chosen.hidden_blocks,
        whom: chosen.whom,
        claims: chosen.claims,
        footprints: chosen.footprints,
        footprint_link: chosen.footprint_link,
        purposes: chosen.purposes,
        mass: chosen.mass,
        period_from: chosen.period_from,
        period_to: chosen.period_to,
        product: chosen.product,
        preview,
        frame,
    }
}

/// What the member's latest purchase in a market brought: all trades of that very moment.
async fn bought(shared: &Data, me: OrganisationId, asked: &Asked) -> Result<Vec<SerialBlock>, Problem> {
    let market: Option<MarketId> = asked.get("market").and_then(|id| id.parse().ok());
    let trades = shared.state(|registry| {
        let class = market.and_then(|id| registry.markets.market(id)).map(|market| market.class);
        latest(registry, me, class)
    });
    let read = move |read: &mut orebook_store::Reading<'_>| {
        let mut rows: Vec<TradeBlockRow> = Vec::new();
        for trade in trades {
            rows.extend(read.trade_blocks(&trade.to_string())?);
        }
        Ok(rows)
    };
    let rows = shared.clone().into_inner().tables(read).await?;
    Ok(shared.state(|registry| rows.iter().filter_map(|row| block(registry, row)).collect()))
}

fn latest(registry: &Registry, me: OrganisationId, class: Option<Class>) -> Vec<TradeId> {
    /// An order's trades are written one after the other, all within this time.
    const TOGETHER_MS: i64 = 1_000;
    let of_class = |batch| registry.credits.batch(batch).is_some_and(|batch| class.is_none_or(|c| c == batch.class));
    let own = registry.cash.premiums().bought_by(me).filter(|(_, sold)| of_class(sold.batch));
    let all: Vec<TradeId> = own.map(|(trade, _)| trade).collect();
    let Some(last) = all.iter().map(|trade| trade.made_at()).max() else { return Vec::new() };
    all.into_iter().filter(|trade| last.ms() - trade.made_at().ms() <= TOGETHER_MS).collect()
}

fn block(registry: &Registry, row: &TradeBlockRow) -> Option<SerialBlock> {
    let (from, to) = (u64::try_from(row.first).ok()?, u64::try_from(row.last).ok()?);
    registry.credits.serial(orebook_registry::credit::Range { batch: row.batch.parse().ok()?, from, to })
}

//! Purchases: what a buyer bought, block by block, and where each cent of the price went. Trades of orders and of deals.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::Range;
use orebook_registry::event::Deduction;
use orebook_registry::money::{Sold, SoldLeg};
use orebook_registry::values::{BatchId, Date, Money, OrganisationId, TradeId};
use orebook_store::{Reading, TradeBlockRow};
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::list::Part;
use super::{List, MoneyView, name_of, parse};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// A purchase.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PurchaseView {
    /// Id of the trade.
    pub trade: String,
    /// When credits and money changed hands.
    pub time: String,
    /// `order` or `deal`.
    pub way: String,
    /// Of which batch.
    pub batch: String,
    /// The serial blocks that were delivered, lowest first.
    pub blocks: Vec<String>,
    /// Mineral code.
    pub mineral: String,
    /// Who mined and sold.
    pub producer: String,
    /// Its name.
    pub producer_name: String,
    /// Per kilogram.
    pub price: MoneyView,
    /// Kilograms.
    pub mass: String,
    /// Price times mass: what is shared.
    pub gross: MoneyView,
    /// Paid to the operator besides.
    pub fee: MoneyView,
    /// Gross and fee.
    pub paid: MoneyView,
    /// The version of the premium plan by which it was shared.
    pub plan: String,
    /// Instalments withheld from the gross.
    pub deductions: Vec<DeductionView>,
    /// What each payee received of the rest.
    pub legs: Vec<PurchaseLegView>,
}

/// An instalment withheld.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DeductionView {
    /// Who is paid.
    pub creditor: String,
    /// By which instalment plan.
    pub plan: String,
    /// How much.
    pub amount: MoneyView,
}

/// A leg of the premium.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PurchaseLegView {
    /// Who is paid.
    pub payee: String,
    /// What for.
    pub kind: String,
    /// How much.
    pub amount: MoneyView,
}

/// Whose purchases, and of which days.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PurchasesOf {
    /// Id of the buyer; one's own organisation unless it is given.
    #[param(value_type = Option<String>)]
    pub organisation: Option<OrganisationId>,
    /// First day, UTC.
    #[param(value_type = Option<String>)]
    pub from: Option<Date>,
    /// Last day, UTC.
    #[param(value_type = Option<String>)]
    pub to: Option<Date>,
}

impl PurchasesOf {
    fn covers(&self, trade: TradeId) -> bool {
        let day = trade.made_at().date();
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// What the tables know of a trade.
struct Delivered {
    way: &'static str,
    blocks: Vec<TradeBlockRow>,
}

/// The tape has the trades of orders only.
fn delivered(read: &mut Reading<'_>, trade: TradeId) -> Result<Delivered, Problem> {
    let id = trade.to_string();
    let way = if read.trade(&id)?.is_some() { "order" } else { "deal" };
    Ok(Delivered { way, blocks: read.trade_blocks(&id)? })
}

fn view(registry: &Registry, trade: TradeId, delivered: &Delivered) -> Option<PurchaseView> {
    let sold = registry.cash.premiums().sold(trade)?;
    let batch = registry.credits.batch(sold.batch)?;
    let currency = sold.gross.currency;
    let paid = currency.minor(sold.gross.minor + sold.fee.minor);
    Some(PurchaseView {
        trade: trade.to_string(),
        time: trade.made_at().to_string(),
        way: delivered.way.to_owned(),
        batch: sold.batch.to_string(),
        blocks: delivered.blocks.iter().filter_map(|row| serial(registry, sold.batch, row)).collect(),
        mineral: batch.class.mineral.to_string(),
        producer: sold.producer.to_string(),
        producer_name: name_of(registry, sold.producer),
        price: price(sold).into(),
        mass: sold.mass.to_string(),
        gross: sold.gross.into(),
        fee: sold.fee.into(),
        paid: paid.into(),
        plan: sold.plan.to_string(),
        deductions: sold.deductions.iter().map(deduction).collect(),
        legs: sold.legs.iter().map(|leg| leg_view(leg, currency.minor(leg.amount))).collect(),
    })
}

/// A trade never rounds, so the price per kilogram follows from gross and mass.
fn price(sold: &Sold) -> Money {
    let per_kilogram = i128::from(sold.gross.minor) * 1_000_000 / i128::from(sold.mass.mg().max(1));
    sold.gross.currency.minor(i64::try_from(per_kilogram).unwrap_or(i64::MAX))
}

fn serial(registry: &Registry, batch: BatchId, row: &TradeBlockRow) -> Option<String> {
    let (from, to) = (u64::try_from(row.first).ok()?, u64::try_from(row.last).ok()?);
    registry.credits.serial(Range { batch, from, to }).map(|block| block.to_string())
}

fn deduction(deduction: &Deduction) -> DeductionView {
    DeductionView {
        creditor: deduction.creditor.to_string(),
        plan: deduction.plan.to_string(),
        amount: deduction.amount.into(),
    }
}

fn leg_view(leg: &SoldLeg, amount: Money) -> PurchaseLegView {
    PurchaseLegView { payee: leg.payee.to_string(), kind: leg.kind.to_string(), amount: amount.into() }
}

/// The purchases of a buyer, oldest first, with the blocks delivered and where the price went.
#[utoipa::path(tag = "money", params(PurchasesOf, PageQuery), responses((status = 200, body = List<PurchaseView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/purchases")]
pub async fn list_purchases(list: Listing<PurchasesOf>) -> Result<HttpResponse, Problem> {
    let named = list.filter.organisation.map(|id| id.to_string());
    let buyer = list.asking().organisation(Permission::Money, named.as_deref())?;
    let filter = list.filter;
    let seen = list.view().await?;
    seen.read(|registry| registry.parties.organisation(buyer).map(drop))
        .ok_or_else(|| Problem::not_found("organisation", buyer))?;
    list.of_tables(seen, move |seen, after, limit| async move {
        let after = after.map(|key| key.parse::<TradeId>().map_err(Problem::internal)).transpose()?;
        let room = usize::try_from(limit).unwrap_or(0) + 1;
        let trades: Vec<TradeId> = seen.read(|registry| {
            let own = registry.cash.premiums().bought_by(buyer).filter(|(trade, _)| filter.covers(*trade));
            own.map(|(trade, _)| trade).filter(|trade| after.is_none_or(|after| *trade > after)).take(room).collect()
        });
        let look = move |read: &mut Reading<'_>| {
            trades.into_iter().map(|trade| Ok((trade, delivered(read, trade)?))).collect::<Result<Vec<_>, Problem>>()
        };
        let found = seen.shared().tables(look).await?;
        let rows = seen.read(|registry| {
            let row = |(trade, delivered): (TradeId, Delivered)| Some((trade, view(registry, trade, &delivered)?));
            found.into_iter().filter_map(row).collect()
        });
        Ok(Part::cut(rows, limit, |(trade, _): &(TradeId, PurchaseView)| trade.to_string(), |(_, view)| view))
    })
    .await
}

/// One purchase.
#[utoipa::path(tag = "money", params(("trade" = String, Path, description = "trd_…"), At), responses((status = 200, body = PurchaseView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/purchases/{trade}")]
pub async fn get_purchase(look: Look, trade: web::Path<String>) -> Result<HttpResponse, Problem> {
    look.asking().member(Permission::Money)?;
    let trade: TradeId = parse("trade", &trade)?;
    let seen = look.view().await?;
    let buyer = seen.read(|registry| registry.cash.premiums().sold(trade).map(|sold| sold.buyer));
    let absent = || Problem::not_found("trade", trade);
    look.asking().party(Permission::Money, &[buyer.ok_or_else(absent)?], absent)?;
    let delivered = seen.shared().tables(move |read| delivered(read, trade)).await?;
    let found = seen.read(|registry| view(registry, trade, &delivered));
    found.map(|purchase| seen.json(&purchase)).ok_or_else(|| Problem::not_found("trade", trade))
}

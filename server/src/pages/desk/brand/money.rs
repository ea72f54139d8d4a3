//! The money of a member: what is free, what is set aside, how more is sent, and every movement.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get};
use askama::Template;
use orebook_bank::pain001::Account;
use orebook_registry::money::{BankDeposit, CashAccount};
use orebook_registry::trade::DealState;
use orebook_registry::values::{Currency, Date, DepositId, OrganisationId, YesNo};
use serde::Deserialize;

use super::super::door::opened;
use super::super::held::{Held, held, is_held};
use super::BRAND;
use crate::access::Permission;
use crate::api::ask::Listing;
use crate::api::statements::{self, StatementQuery, StatementRowView};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::payout::deposit_reference_of;
use crate::payout::settings::Settings;
use crate::problem::Problem;

/// Deposits that are shown, the newest first.
const DEPOSITS: usize = 10;

#[derive(Template)]
#[template(path = "brand_money.html")]
struct MoneyPage {
    frame: Frame,
    held: Vec<Held>,
    balances: Vec<Balance>,
    /// What a deposit is to be marked with.
    quote: String,
    name: String,
    /// Who is paid, and into which account of each currency.
    payee: String,
    accounts: Vec<(String, String)>,
    deposits: Vec<Deposit>,
    currencies: Vec<(String, bool)>,
    from: String,
    to: String,
    opening: String,
    closing: String,
    rows: Vec<Row>,
    next: Option<String>,
    file: String,
}

framed!(MoneyPage);

struct Balance {
    currency: String,
    free: String,
    set_aside: String,
    /// Where it is asked for; nowhere while the member is held.
    withdraw: Option<String>,
}

struct Deposit {
    day: String,
    amount: String,
    reference: String,
    state: String,
}

/// A movement.
struct Row {
    day: String,
    what: String,
    incoming: String,
    outgoing: String,
    balance: String,
}

/// Which movements.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Filter {
    currency: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// Balances, deposits, and the statement of a currency.
#[get("/desk/money")]
pub async fn show(frame: Frame, list: Listing<Filter>) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    list.asking().organisation(Permission::Money, None)?;
    let shared = list.shared.clone();
    let now = shared.clock.now();
    let filter = list.filter.clone();
    let (query, page) = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let query = query(names, me, &filter, now.date());
        let page = page(names, frame.clone(), me, &query);
        (query, page)
    });
    let path = format!(
        "currency={}&from={}&to={}",
        query.currency,
        query.from.map(|day| day.to_string()).unwrap_or_default(),
        query.to.map(|day| day.to_string()).unwrap_or_default()
    );
    let list = list.of(query);
    let statement = statements::view(&list).await?;
    let money = |amount: &str| frame.t.money(amount, &statement.currency);
    let page = MoneyPage {
        opening: money(&statement.opening),
        closing: money(&statement.closing),
        rows: statement.postings.iter().map(|row| movement(&frame, row)).collect(),
        next: statement.next.map(|cursor| format!("{}#statement", list.onward(&cursor))),
        file: format!("/desk/money/statement?{path}"),
        accounts: shared.payouts.as_ref().map(paid_into).unwrap_or_default(),
        payee: shared.payouts.as_ref().map(|settings| settings.debtor.name.to_string()).unwrap_or_default(),
        ..page
    };
    unstored(&page, StatusCode::OK)
}

/// The statement as a file.
#[get("/desk/money/statement")]
pub async fn file(frame: Frame, list: Listing<Filter>) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let shared = list.shared.clone();
    let today = shared.clock.now().date();
    let filter = list.filter.clone();
    let query =
        shared.state(|registry| query(Names { registry, t: frame.t, me: Some(me), office: false }, me, &filter, today));
    statements::csv(list.of(query).as_file()).await
}

/// The currency that is asked for, else the one there is money of; the days, else this year's.
fn query(names: Names<'_>, me: OrganisationId, filter: &Filter, today: Date) -> StatementQuery {
    let asked = filter.currency.as_deref().and_then(|code| code.parse::<Currency>().ok());
    let held = names.registry.cash.cash_of(me).map(|money| money.currency).next();
    let usual = || "USD".parse().expect("a currency there is");
    let day = |text: &Option<String>| text.as_deref().and_then(|day| day.parse::<Date>().ok());
    let begin = format!("{:04}-01-01", today.year()).parse().ok();
    StatementQuery {
        account: CashAccount::Cash(me),
        currency: asked.or(held).unwrap_or_else(usual),
        from: day(&filter.from).or(begin),
        to: day(&filter.to).or(Some(today)).filter(|to| day(&filter.from).is_none_or(|from| from <= *to)),
    }
}

fn page(names: Names<'_>, frame: Frame, me: OrganisationId, query: &StatementQuery) -> MoneyPage {
    let (registry, t) = (names.registry, names.t);
    let mut free: Vec<_> = registry.cash.cash_of(me).collect();
    let bids = registry.markets.orders_of(me).map(|(_, order)| order.reserve());
    let deals =
        registry.markets.deals.of(me).filter(|(_, deal)| is_bought_by(deal, me)).map(|(_, deal)| deal.reserve());
    let set_aside: Vec<_> = bids.chain(deals).filter(|money| money.minor > 0).collect();
    for money in &set_aside {
        if !free.iter().any(|one| one.currency == money.currency) {
            free.push(money.currency.minor(0));
        }
    }
    let balance = |money: &orebook_registry::values::Money| {
        let unused = registry.cash.unused(me, money.currency);
        let aside = set_aside.iter().filter(|one| one.currency == money.currency).map(|one| one.minor).sum();
        Balance {
            currency: money.currency.to_string(),
            free: names.money(*money),
            set_aside: names.money(money.currency.minor(aside)),
            withdraw: (!is_held(names, me)).then(|| {
                let (amount, currency) = (unused.amount(), money.currency);
                format!("/act/withdraw_money?amount={amount}&amount.currency={currency}&then=/desk/money")
            }),
        }
    };
    let own = registry.cash.deposits().filter(|(_, deposit)| deposit.organisation == Some(me));
    let mut deposits: Vec<Deposit> = own.map(|(id, one)| deposit(names, id, one)).collect();
    deposits.reverse();
    deposits.truncate(DEPOSITS);
    MoneyPage {
        held: held(names, me),
        balances: free.iter().map(balance).collect(),
        quote: deposit_reference_of(me).map(|reference| reference.printed()).unwrap_or_default(),
        name: names.organisation(me),
        payee: String::new(),
        accounts: Vec::new(),
        deposits,
        currencies: free.iter().map(|one| (one.currency.to_string(), one.currency == query.currency)).collect(),
        from: query.from.map(|day| day.to_string()).unwrap_or_default(),
        to: query.to.map(|day| day.to_string()).unwrap_or_default(),
        opening: t.none_yet().to_owned(),
        closing: String::new(),
        rows: Vec::new(),
        next: None,
        file: String::new(),
        frame,
    }
}

/// Whether money of the member is set aside for a deal.
fn is_bought_by(deal: &orebook_registry::trade::Deal, me: OrganisationId) -> bool {
    let waits = match deal.state {
        DealState::Open => deal.proposer.organisation == me,
        DealState::Accepted => true,
        _ => false,
    };
    waits && deal.buyer().organisation == me
}

fn deposit(names: Names<'_>, id: DepositId, deposit: &BankDeposit) -> Deposit {
    let state = if deposit.recalled == YesNo::Yes { "recalled" } else { "booked" };
    Deposit {
        day: names.t.day(id.made_at().date()),
        amount: names.money(deposit.amount),
        reference: deposit.reference.to_string(),
        state: names.t.word("deposit-state", state).into_owned(),
    }
}

fn movement(frame: &Frame, row: &StatementRowView) -> Row {
    let t = frame.t;
    let kind = row.kind.as_deref().unwrap_or("");
    let what = t.find(&format!("brand-moved-{}", kind.replace('_', "-"))).map(ToOwned::to_owned);
    let number = |text: &Option<String>| text.as_deref().map(|amount| t.decimal(amount)).unwrap_or_default();
    Row {
        day: t.day(row.time.as_deref().and_then(|time| time.get(..10)).unwrap_or("")),
        what: what.unwrap_or_else(|| super::titled(t, "act", kind)),
        incoming: number(&row.incoming),
        outgoing: number(&row.outgoing),
        balance: t.decimal(&row.balance),
    }
}

/// Into which account of the operator each currency is paid, as far as the configuration knows.
fn paid_into(settings: &Settings) -> Vec<(String, String)> {
    let written = |account: &Account| match account {
        Account::Iban(iban) => format!("IBAN {iban}"),
        Account::Other { number, .. } => number.to_string(),
    };
    settings.accounts.iter().map(|(currency, (account, _))| (currency.to_string(), written(account))).collect()
}

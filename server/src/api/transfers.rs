//! Transfers: pending ones from memory, ended ones from the entries that name them.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::credit::Escrow;
use orebook_registry::event::{CreditEvent, Event, Transferred};
use orebook_registry::values::{AccountId, Mass, TransferId};
use orebook_registry::{Entry, Registry};
use orebook_store::{Page, Reading};
use serde::{Deserialize, Serialize};

use super::List;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// Entries of an account that are looked through for ended transfers, newest first.
const ENTRIES_MAX: i64 = 1_000;

/// A transfer.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TransferView {
    /// Its id.
    pub id: String,
    /// `pending`, `settled`, `withdrawn`, `refused` or `voided`.
    pub state: String,
    /// Why it was voided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// From the sender's account.
    pub from: String,
    /// To the receiver's.
    pub to: String,
    /// Kilograms.
    pub mass: String,
    /// As printed.
    pub blocks: Vec<String>,
    /// For whom the receiver, an agent, holds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<String>,
    /// When it settles, or would have; absent if it settled at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settles_at: Option<String>,
}

/// Whose transfers are asked for, and in which state.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TransfersOf {
    /// Id of the sender or receiver; one's own organisation unless it is given.
    pub organisation: Option<String>,
    /// `pending`, `settled`, `withdrawn`, `refused` or `voided`; all without it.
    pub state: Option<String>,
}

/// The transfers out of an organisation's accounts and into them, oldest first.
#[utoipa::path(tag = "credits", params(TransfersOf), responses((status = 200, body = List<TransferView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/transfers")]
pub async fn list_transfers(
    shared: Data,
    request: HttpRequest,
    query: web::Query<TransfersOf>,
) -> Result<HttpResponse, Problem> {
    let organisation = Asking::of(&request, &shared).organisation(Permission::Read, query.organisation.as_deref())?;
    let state = query.state.clone();
    if state.as_deref().is_some_and(|state| !STATES.contains(&state)) {
        let detail = format!("state: one of {}", STATES.join(", "));
        return Err(Problem::bad_request("parameter_is_malformed", detail));
    }
    let (accounts, pending) = shared.state(|registry| {
        let accounts: Vec<AccountId> = registry.credits.accounts_of(organisation).map(|(id, _)| id).collect();
        (accounts.clone(), pending_of(registry, &accounts))
    });
    let mut all = match state.as_deref() {
        Some("pending") => BTreeMap::new(),
        _ => shared.clone().into_inner().tables(move |read| ended_of(read, &accounts)).await?,
    };
    // What memory says is pending has not ended, whatever was committed between the two looks.
    all.extend(pending);
    let items = all.into_values().filter(|view| state.as_ref().is_none_or(|state| view.state == *state)).collect();
    Ok(HttpResponse::Ok().json(List { items, next: None }))
}

pub(crate) const STATES: [&str; 5] = ["pending", "settled", "withdrawn", "refused", "voided"];

fn pending_of(registry: &Registry, accounts: &[AccountId]) -> BTreeMap<TransferId, TransferView> {
    let credits = &registry.credits;
    let all = accounts.iter().flat_map(|account| credits.transfers_of(*account));
    let view = |(id, transfer): (TransferId, &orebook_registry::credit::PendingTransfer)| {
        let ranges: Vec<_> = credits.escrowed_for(Escrow::Transfer(id)).collect();
        let mass = ranges.iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
        let view = TransferView {
            id: id.to_string(),
            state: "pending".to_owned(),
            reason: None,
            from: transfer.from.to_string(),
            to: transfer.to.to_string(),
            mass: mass.to_string(),
            blocks: ranges.into_iter().filter_map(|range| credits.serial(range)).map(|b| b.to_string()).collect(),
            principal: transfer.principal.map(|id| id.to_string()),
            settles_at: Some(transfer.settles_at.to_string()),
        };
        (id, view)
    };
    all.map(view).collect()
}

/// The transfers that the newest entries of some accounts tell of, with the end each has found.
fn ended_of(read: &mut Reading<'_>, accounts: &[AccountId]) -> Result<BTreeMap<TransferId, TransferView>, Problem> {
    let mut all = BTreeMap::new();
    for account in accounts {
        for event in events_naming(read, &account.to_string())? {
            if let CreditEvent::Transferred(made) = event {
                all.insert(made.transfer, made_view(&made));
            }
        }
    }
    for (id, view) in &mut all {
        for event in events_naming(read, &id.to_string())? {
            fold(*id, &event, view);
        }
    }
    all.retain(|_, view| view.state != "pending");
    Ok(all)
}

fn events_naming(read: &mut Reading<'_>, name: &str) -> Result<Vec<CreditEvent>, Problem> {
    let mut found = Vec::new();
    for row in read.entries_naming(name, &Page::newest(ENTRIES_MAX))? {
        for event in Entry::parse(&row.entry).map_err(Problem::internal)?.events {
            if let Event::Credit(event) = event {
                found.push(event);
            }
        }
    }
    Ok(found)
}

fn made_view(made: &Transferred) -> TransferView {
    let mass = made.blocks.iter().fold(Mass::default(), |sum, block| sum.plus(block.mass()));
    TransferView {
        id: made.transfer.to_string(),
        state: if made.settles_at.is_some() { "pending" } else { "settled" }.to_owned(),
        reason: None,
        from: made.from.to_string(),
        to: made.to.to_string(),
        mass: mass.to_string(),
        blocks: made.blocks.iter().map(ToString::to_string).collect(),
        principal: made.principal.map(|id| id.to_string()),
        settles_at: made.settles_at.map(|time| time.to_string()),
    }
}

fn fold(id: TransferId, event: &CreditEvent, view: &mut TransferView) {
    let state = match event {
        CreditEvent::TransferSettled(e) if e.transfer == id => "settled",
        CreditEvent::TransferWithdrawn(e) if e.transfer == id => "withdrawn",
        CreditEvent::TransferRefused(e) if e.transfer == id => "refused",
        CreditEvent::TransferVoided(e) if e.transfer == id => {
            view.reason = Some(e.reason.to_string());
            "voided"
        }
        _ => return,
    };
    view.state = state.to_owned();
}

//! Deposits at the bank, and those that await their owner.

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::money::BankDeposit;
use orebook_registry::values::{DepositId, OrganisationId, YesNo};
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::{List, MoneyView};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// A deposit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DepositView {
    /// Its id.
    pub id: String,
    /// When it was booked.
    pub time: String,
    /// How much.
    pub amount: MoneyView,
    /// The bank's reference.
    pub reference: String,
    /// `booked`, `unassigned` while nobody knows whose it is, or `recalled`.
    pub state: String,
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// Whose deposits; or those of nobody yet.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DepositFilter {
    /// Id of the organisation.
    #[param(value_type = Option<String>)]
    pub organisation: Option<OrganisationId>,
    /// `yes` for those that await their owner.
    #[param(value_type = Option<String>)]
    pub unassigned: Option<YesNo>,
}

/// Which of them an answer is of.
#[derive(Debug, Clone, Copy)]
enum Whose {
    Of(OrganisationId),
    Nobodys,
}

impl DepositFilter {
    fn whose(&self) -> Result<Whose, Problem> {
        match (self.organisation, self.unassigned) {
            (Some(organisation), None | Some(YesNo::No)) => Ok(Whose::Of(organisation)),
            (None, Some(YesNo::Yes)) => Ok(Whose::Nobodys),
            _ => Err(Problem::bad_request("parameter_is_malformed", "either organisation, or unassigned=yes")),
        }
    }
}

impl Whose {
    fn covers(self, deposit: &BankDeposit) -> bool {
        match self {
            Self::Of(organisation) => deposit.organisation == Some(organisation),
            Self::Nobodys => deposit.organisation.is_none() && !deposit.recalled.is_yes(),
        }
    }
}

fn view(id: DepositId, deposit: &BankDeposit) -> DepositView {
    let state = match (deposit.recalled, deposit.organisation) {
        (YesNo::Yes, _) => "recalled",
        (YesNo::No, None) => "unassigned",
        (YesNo::No, Some(_)) => "booked",
    };
    DepositView {
        id: id.to_string(),
        time: id.made_at().to_string(),
        amount: deposit.amount.into(),
        reference: deposit.reference.to_string(),
        state: state.to_owned(),
        organisation: deposit.organisation.map(|id| id.to_string()),
    }
}

/// The deposits of an organisation, oldest first; or those that await their owner.
#[utoipa::path(tag = "money", params(DepositFilter, PageQuery), responses((status = 200, body = List<DepositView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/deposits")]
pub async fn list_deposits(list: Listing<DepositFilter>) -> Result<HttpResponse, Problem> {
    let whose = match list.filter.whose()? {
        Whose::Nobodys => list.asking().office(Permission::Money).map(|()| Whose::Nobodys)?,
        Whose::Of(named) => Whose::Of(list.asking().organisation(Permission::Money, Some(&named.to_string()))?),
    };
    let seen = list.view().await?;
    let item = move |registry: &Registry, id| {
        registry.cash.deposit(id).filter(|deposit| whose.covers(deposit)).map(|deposit| view(id, deposit))
    };
    list.of_state(seen, |registry| Box::new(registry.cash.deposits().map(|(id, _)| id)), item).await
}

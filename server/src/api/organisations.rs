//! Organisations, their keys and accounts.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::instruction::Role;
use orebook_registry::party::{Key, Organisation};
use orebook_registry::values::{OrganisationId, PublicKey};
use serde::Serialize;

use super::ask::{At, Listing, Look, PageQuery};
use super::list::Keys;
use super::{List, MoneyView, parse};
use crate::problem::{Problem, ProblemBody};

/// What anyone may know of an organisation.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OrganisationView {
    /// Its id.
    #[schema(example = "org_01KE7K5Z0000000000008G0000")]
    pub id: String,
    /// Legal name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Its code in serial numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it may do.
    pub roles: Vec<String>,
    /// How a mining organisation is built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<String>,
    /// `applied` until its first key is confirmed, then `active`; `suspended` or `closed` by the operator.
    pub state: String,
}

/// An organisation, with what only its members may know.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OrganisationDetail {
    /// What anyone may know.
    #[serde(flatten)]
    pub organisation: OrganisationView,
    /// What its members may know besides; absent for others.
    #[serde(flatten)]
    pub private: Option<PrivateOrganisation>,
}

/// What the members of an organisation may know of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PrivateOrganisation {
    /// The organisation its group is named after.
    pub group: String,
    /// Its keys.
    pub keys: Vec<KeyView>,
    /// Its holding accounts.
    pub accounts: Vec<AccountView>,
    /// What one of its keys may do alone; what is not named has no limit.
    pub limits: LimitsView,
}

/// Limits of a single key.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LimitsView {
    /// Largest mass of a transfer or retirement, by mineral.
    pub masses: Vec<MassLimitView>,
    /// Largest value of an order.
    pub values: Vec<MoneyView>,
}

/// A limit for one mineral.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MassLimitView {
    /// In kilograms.
    pub mass: String,
    /// The mineral's code.
    pub mineral: String,
}

/// A key.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct KeyView {
    /// did:key.
    pub key: String,
    /// Its person slot.
    pub person: String,
    /// `signing` or `recovery`.
    pub purpose: String,
    /// `awaiting`, `active`, `revoked` or `vetoed`.
    pub state: String,
    /// A key that the operator added cannot be confirmed before, and may be vetoed until it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub works_from: Option<String>,
}

/// A holding account.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AccountView {
    /// Its id.
    pub id: String,
    /// What the owner calls it.
    pub name: String,
}

fn view(id: OrganisationId, o: &Organisation) -> OrganisationView {
    OrganisationView {
        id: id.to_string(),
        name: o.name.to_string(),
        country: o.country.to_string(),
        code: o.code.as_ref().map(ToString::to_string),
        roles: o.roles.iter().map(ToString::to_string).collect(),
        structure: o.structure.map(|s| s.to_string()),
        state: o.state.to_string(),
    }
}

fn key_view(key: &PublicKey, record: &Key) -> KeyView {
    KeyView {
        key: key.to_string(),
        person: record.person.to_string(),
        purpose: record.purpose.to_string(),
        state: record.state.word().to_owned(),
        works_from: record.works_from.map(|moment| moment.to_string()),
    }
}

fn limits_view(o: &Organisation) -> LimitsView {
    let mass = |(mineral, mass): (&orebook_registry::mineral::Mineral, &orebook_registry::values::Mass)| {
        MassLimitView { mass: mass.to_string(), mineral: mineral.to_string() }
    };
    LimitsView {
        masses: o.limits.masses.iter().map(mass).collect(),
        values: o.limits.values.values().copied().map(MoneyView::from).collect(),
    }
}

/// Public are the names of all but buyers that never retired.
fn is_public(o: &Organisation, retired: bool) -> bool {
    let private = [Role::Buyer, Role::Agent, Role::Payee, Role::Lender];
    retired || o.roles.iter().any(|role| !private.contains(role))
}

fn have_retired(registry: &Registry) -> BTreeSet<OrganisationId> {
    let parties = registry.claims.retirements().map(|(_, r)| [Some(r.record.holder), r.record.principal]);
    parties.flatten().flatten().collect()
}

fn shown(registry: &Registry, sees: impl Fn(OrganisationId) -> bool + 'static) -> Keys<'_, OrganisationId> {
    let retired = have_retired(registry);
    let shown = move |(id, o): &(OrganisationId, &Organisation)| is_public(o, retired.contains(id)) || sees(*id);
    Box::new(registry.parties.organisations().filter(shown).map(|(id, _)| id))
}

/// All organisations that the list tells to everybody.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = OrganisationView> + '_ {
    shown(registry, |_| false).filter_map(|id| registry.parties.organisation(id).map(|o| view(id, o)))
}

/// Organisations in order of registration: the public ones, and one's own.
#[utoipa::path(tag = "organisations", params(PageQuery), responses((status = 200, body = List<OrganisationView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/organisations")]
pub async fn list_organisations(list: Listing) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let item = |registry: &Registry, id| registry.parties.organisation(id).map(|o| view(id, o));
    let own = seen.clone();
    let sees = move || {
        let own = own.clone();
        move |id| own.sees([id])
    };
    list.of_state(seen, move |registry| shown(registry, sees()), item).await
}

/// One organisation; for its members with its keys and accounts.
#[utoipa::path(
    tag = "organisations",
    params(("id" = String, Path, description = "org_…"), At),
    responses((status = 200, body = OrganisationDetail), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/organisations/{id}")]
pub async fn get_organisation(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: OrganisationId = parse("id", &id)?;
    let seen = look.view().await?;
    let detail = seen.read(|registry| {
        let o = registry.parties.organisation(id)?;
        let own = seen.sees([id]);
        if !own && !is_public(o, have_retired(registry).contains(&id)) {
            return None;
        }
        let keys = registry.parties.keys_of(id).map(|(key, record)| key_view(key, record));
        let accounts = registry
            .credits
            .accounts_of(id)
            .map(|(id, a)| AccountView { id: id.to_string(), name: a.name.to_string() });
        let private = own.then(|| PrivateOrganisation {
            group: o.group.to_string(),
            keys: keys.collect(),
            accounts: accounts.collect(),
            limits: limits_view(o),
        });
        Some(OrganisationDetail { organisation: view(id, o), private })
    });
    detail.map(|detail| seen.json(&detail)).ok_or_else(|| Problem::not_found("organisation", id))
}

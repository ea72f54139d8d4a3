//! The rules: who may read what. There are four, and every route follows one of them.
//!
//! | rule | who passes |
//! |---|---|
//! | public | anyone |
//! | of an organisation ([`Asking::organisation`]) | its members with the permission; an office |
//! | of parties ([`Asking::party`]) | members of one of them with the permission; an office. To others it does not exist |
//! | of an office ([`Asking::office`], [`Asking::operator`]) | the operator and, unless it says operator, auditors |
//!
//! Some public things have private parts: whether these are told, [`Sight::sees`] says. What an office reads of others is
//! recorded in the security log of those whose it is, or it is not shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use orebook_registry::instruction::Role;
use orebook_registry::values::OrganisationId;
use serde_json::json;

use super::{Member, Permission, member_of, security, token_is_required};
use crate::app::{Data, Shared};
use crate::problem::Problem;

/// A request, and who makes it.
#[derive(Clone)]
pub struct Asking {
    member: Option<Member>,
    shared: Data,
    path: String,
}

impl Asking {
    /// Of a request.
    pub fn of(request: &HttpRequest, shared: &Data) -> Self {
        Self { member: member_of(request), shared: shared.clone(), path: request.path().to_owned() }
    }

    /// The member who asks, with the permission that is needed.
    pub fn member(&self, permission: Permission) -> Result<&Member, Problem> {
        let member = self.member.as_ref().ok_or_else(token_is_required)?;
        member.require(permission).map(|()| member)
    }

    /// The organisation whose things are asked for: one's own unless another is named, which only an office may.
    pub fn organisation(&self, permission: Permission, named: Option<&str>) -> Result<OrganisationId, Problem> {
        let member = self.member(permission)?;
        let Some(named) = named else { return Ok(member.organisation) };
        let named: OrganisationId = crate::api::parse("organisation", named)?;
        if named == member.organisation {
            return Ok(named);
        }
        if !holds_office(&self.shared, member) {
            let detail =
                format!("you ask for {}; what is private of {named} is for its own members", member.organisation);
            return Err(Problem::new(StatusCode::FORBIDDEN, "organisation_must_be_ones_own", detail)
                .with(json!({ "organisation": named.to_string(), "own": member.organisation.to_string() })));
        }
        security::record_read(&self.shared, named, member, &self.path)?;
        Ok(named)
    }

    /// Whose things a list of several organisations' is cut down to: one's own; nothing is cut off for an office.
    pub fn whose(
        &self,
        permission: Permission,
        named: Option<OrganisationId>,
    ) -> Result<Option<OrganisationId>, Problem> {
        let member = self.member(permission)?;
        if !holds_office(&self.shared, member) {
            return Ok(Some(member.organisation));
        }
        security::record_read(&self.shared, named.unwrap_or(member.organisation), member, &self.path)?;
        Ok(None)
    }

    /// Refuses whoever is none of the parties of a thing, as if it did not exist.
    pub fn party(
        &self,
        permission: Permission,
        parties: &[OrganisationId],
        absent: impl FnOnce() -> Problem,
    ) -> Result<(), Problem> {
        let member = self.member(permission)?;
        if parties.contains(&member.organisation) {
            return Ok(());
        }
        if !holds_office(&self.shared, member) {
            return Err(absent());
        }
        let of = parties.first().copied().unwrap_or(member.organisation);
        security::record_read(&self.shared, of, member, &self.path)
    }

    /// The same, but of offices the operator's alone passes: for what is changed, not read.
    pub fn party_or_operator(
        &self,
        permission: Permission,
        parties: &[OrganisationId],
        absent: impl FnOnce() -> Problem,
    ) -> Result<(), Problem> {
        let member = self.member(permission)?;
        let operates = || has_one_of(&self.shared, member.organisation, &[Role::Operator]);
        if parties.contains(&member.organisation) || operates() { Ok(()) } else { Err(absent()) }
    }

    /// Refuses all but the operator and auditors.
    pub fn office(&self, permission: Permission) -> Result<(), Problem> {
        self.one_of(permission, &[Role::Operator, Role::Auditor])
    }

    /// Refuses all but the operator.
    pub fn operator(&self, permission: Permission) -> Result<(), Problem> {
        self.one_of(permission, &[Role::Operator])
    }

    fn one_of(&self, permission: Permission, roles: &[Role]) -> Result<(), Problem> {
        let member = self.member(permission)?;
        if !has_one_of(&self.shared, member.organisation, roles) {
            let words: Vec<String> = roles.iter().map(ToString::to_string).collect();
            let detail = format!("this is for: {}", words.join(", "));
            return Err(
                Problem::new(StatusCode::FORBIDDEN, "office_is_required", detail).with(json!({ "roles": words }))
            );
        }
        security::record_read(&self.shared, member.organisation, member, &self.path)
    }

    /// What it sees of public things with private parts.
    pub fn sight(&self) -> Sight {
        let member = self.member.clone().filter(|member| member.may.contains(Permission::Read));
        let office = member.as_ref().is_some_and(|member| holds_office(&self.shared, member));
        Sight { asking: Self { member, ..self.clone() }, office, recorded: Arc::default() }
    }
}

/// What a member sees of public things with private parts.
#[derive(Clone)]
pub struct Sight {
    asking: Asking,
    office: bool,
    recorded: Arc<AtomicBool>,
}

impl Sight {
    /// Whether what is private of these parties is told. That an office was told is recorded once a request; what cannot
    /// be recorded is not told.
    pub fn sees(&self, parties: impl IntoIterator<Item = OrganisationId>) -> bool {
        let Some(member) = &self.asking.member else { return false };
        if parties.into_iter().any(|party| party == member.organisation) {
            return true;
        }
        self.office && (self.recorded.load(Ordering::Relaxed) || self.record(member))
    }

    /// Whether what is private of everybody is told.
    pub fn sees_all(&self) -> bool {
        self.sees([]) && self.office
    }

    /// For whom things are looked at: nobody, one organisation, or an office. What a client kept as one is nothing to
    /// another.
    pub fn asker(&self) -> String {
        match &self.asking.member {
            None => "a".to_owned(),
            Some(_) if self.office => "o".to_owned(),
            Some(member) => member.organisation.to_string(),
        }
    }

    /// Whether nobody is known to ask.
    pub fn is_public(&self) -> bool {
        self.asking.member.is_none()
    }

    fn record(&self, member: &Member) -> bool {
        let recorded =
            security::record_read(&self.asking.shared, member.organisation, member, &self.asking.path).is_ok();
        self.recorded.store(recorded, Ordering::Relaxed);
        recorded
    }
}

/// The operator and auditors may read everything (the log holds it all).
pub fn holds_office(shared: &Shared, member: &Member) -> bool {
    has_one_of(shared, member.organisation, &[Role::Operator, Role::Auditor])
}

/// Whether an organisation has one of some roles.
pub fn has_one_of(shared: &Shared, organisation: OrganisationId, roles: &[Role]) -> bool {
    shared.state(|registry| {
        let organisation = registry.parties.organisation(organisation);
        organisation.is_some_and(|organisation| organisation.roles.iter().any(|role| roles.contains(role)))
    })
}

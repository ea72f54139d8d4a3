//! How it stands with an organisation's contact and payout details, and how much of them is shown.

use orebook_registry::Registry;
use orebook_registry::instruction::Digest;
use orebook_registry::money::PayoutDetails;
use orebook_registry::party::ContactDetails;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::Reading;
use serde::Serialize;
use serde_json::Value;

use crate::contacts::form::ContactsForm;
use crate::contacts::{details_of, proposed};
use crate::payout::details::DetailsForm;
use crate::problem::Problem;

/// Whom an organisation is reached by, and where it is paid.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ContactDetailsView {
    /// Whose.
    pub organisation: String,
    /// Whom it is reached by.
    pub contacts: StandingContacts,
    /// Where it is paid.
    pub payouts: StandingPayouts,
}

/// How it stands with contact details.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StandingContacts {
    /// Those that count; absent, if none were ever set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<ContactsView>,
    /// A change that counts from its `works_from` on, unless a key of the organisation takes it back before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<ContactsView>,
    /// Changes that await a second person.
    pub proposed: Vec<ProposedContactsView>,
}

/// Contact details, as the log and the table have them.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ContactsView {
    /// Of salt and details.
    pub digest: String,
    /// The key that set them.
    pub key: String,
    /// Since when they count, or will.
    pub works_from: String,
    /// Absent, if they were not sent here or are erased. For an office addresses and numbers are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<ContactsForm>,
}

/// Contact details that await a second person.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ProposedContactsView {
    /// The proposal's id.
    pub proposal: String,
    /// The key that proposed them.
    pub key: String,
    /// Of salt and details.
    pub digest: String,
    /// Absent, if they were not sent here yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<ContactsForm>,
}

/// How it stands with payout details.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StandingPayouts {
    /// By which money would go out; while a change waits, none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PayoutDetailsView>,
    /// A change that counts from its `works_from` on, unless a key of the organisation takes it back before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<PayoutDetailsView>,
}

/// Payout details, as the log and the table have them.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PayoutDetailsView {
    /// Of salt and details.
    pub digest: String,
    /// The key that set them.
    pub key: String,
    /// `bank_transfer` or `mobile_money`.
    pub rail: String,
    /// Since when they count, or will.
    pub works_from: String,
    /// `iban`, `other` or `msisdn`; absent, if they were not sent here or are erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The last four characters of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "…4300")]
    pub account: Option<String>,
    /// In full, when the operator asks for it unmasked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<DetailsForm>)]
    pub details: Option<Value>,
}

/// How much of what is personal is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// To its own members: people, and accounts masked.
    Own,
    /// To an office: both masked.
    Masked,
    /// To the operator, who asked for it: all.
    Full,
}

/// What the state knows of an organisation's details.
pub struct Standing {
    contacts: [Option<ContactDetails>; 2],
    proposed: Vec<(String, String, Digest)>,
    payouts: [Option<PayoutDetails>; 2],
}

impl Standing {
    /// As the register stands; `None` where there is no such organisation.
    pub fn of(registry: &Registry, id: OrganisationId, now: Timestamp) -> Option<Self> {
        registry.parties.organisation(id)?;
        let (known, payouts) = (registry.parties.contacts().of(id), registry.cash.payouts());
        let proposed =
            proposed(registry, id).map(|(id, proposal, digest)| (id.to_string(), proposal.key.to_string(), digest));
        Some(Self {
            contacts: [known.and_then(|known| known.in_force(now)), known.and_then(|known| known.waiting(now))],
            proposed: proposed.collect(),
            payouts: [payouts.details_in_force(id, now), payouts.details_waiting(id, now)],
        })
    }

    /// The same with what the tables keep.
    pub fn view(self, read: &mut Reading<'_>, id: OrganisationId, shown: Shown) -> Result<ContactDetailsView, Problem> {
        let [in_force, waiting] = self.contacts;
        let mut contact = |details: Option<ContactDetails>| {
            details.map(|details| contacts_view(read, id, details, shown)).transpose()
        };
        let (in_force, waiting) = (contact(in_force)?, contact(waiting)?);
        let mut proposed = Vec::new();
        for (proposal, key, digest) in self.proposed {
            let details = form_view(read, id, digest, shown)?;
            proposed.push(ProposedContactsView { proposal, key, digest: digest.to_string(), details });
        }
        let contacts = StandingContacts { in_force, waiting, proposed };
        let [in_force, waiting] = self.payouts;
        let mut paid =
            |details: Option<PayoutDetails>| details.map(|details| payout_view(read, id, details, shown)).transpose();
        let payouts = StandingPayouts { in_force: paid(in_force)?, waiting: paid(waiting)? };
        Ok(ContactDetailsView { organisation: id.to_string(), contacts, payouts })
    }
}

fn form_view(
    read: &mut Reading<'_>,
    id: OrganisationId,
    digest: Digest,
    shown: Shown,
) -> Result<Option<ContactsForm>, Problem> {
    let details = details_of(read, id, digest)?;
    Ok(if shown == Shown::Masked { details.map(ContactsForm::masked) } else { details })
}

fn contacts_view(
    read: &mut Reading<'_>,
    id: OrganisationId,
    known: ContactDetails,
    shown: Shown,
) -> Result<ContactsView, Problem> {
    let ContactDetails { digest, key, works_from } = known;
    let details = form_view(read, id, digest, shown)?;
    Ok(ContactsView { digest: digest.to_string(), key: key.to_string(), works_from: works_from.to_string(), details })
}

fn payout_view(
    read: &mut Reading<'_>,
    id: OrganisationId,
    known: PayoutDetails,
    shown: Shown,
) -> Result<PayoutDetailsView, Problem> {
    let PayoutDetails { digest, rail, key, works_from } = known;
    let row = read.payout_detail(&digest.to_string())?.filter(|row| row.organisation == id.to_string());
    let unreadable = |_| Problem::internal("payout details that are kept can be read");
    let form: Option<DetailsForm> =
        row.as_ref().map(|row| serde_json::from_str(&row.content)).transpose().map_err(unreadable)?;
    let (kind, account) = form.map(|form| form.account.masked()).unzip();
    let full = row.filter(|_| shown == Shown::Full).map(|row| serde_json::from_str(&row.content));
    Ok(PayoutDetailsView {
        digest: digest.to_string(),
        key: key.to_string(),
        rail: rail.to_string(),
        works_from: works_from.to_string(),
        kind: kind.map(str::to_owned),
        account,
        details: full.transpose().map_err(unreadable)?,
    })
}

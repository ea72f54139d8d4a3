//! What waits for any member, whatever its roles.

use orebook_registry::party::{Key, KeyState, Proposal};
use orebook_registry::values::{OrganisationId, ProposalId, PublicKey};

use super::Waiting;
use crate::pages::names::Names;

/// Acts that another person of the organisation has proposed.
pub fn proposals(names: Names<'_>, me: OrganisationId) -> Vec<Waiting> {
    let own = names.registry.parties.open_proposals().filter(|(_, proposal)| proposal.organisation == me);
    let waiting = |(id, proposal): (ProposalId, &Proposal)| Waiting {
        text: names.t.desk_waits_proposal(names.t.word("act", proposal.act.word())),
        link: format!("/act/approve/review?proposal={id}&digest={}&then=/desk", proposal.digest),
        due: Some(proposal.lapses_at),
    };
    own.map(waiting).collect()
}

/// Keys that wait for their confirmation.
pub fn keys(names: Names<'_>, me: OrganisationId) -> Vec<Waiting> {
    let awaiting = names.registry.parties.keys_of(me).filter(|(_, key)| key.state == KeyState::Awaiting);
    let waiting = |(_, key): (&PublicKey, &Key)| Waiting {
        text: names.t.desk_waits_key(&key.person),
        link: "/keys".to_owned(),
        due: key.works_from,
    };
    awaiting.map(waiting).collect()
}

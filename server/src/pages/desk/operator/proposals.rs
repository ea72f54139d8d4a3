//! Proposals of the operator that wait for a second person, the soonest to lapse first.

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::party::Proposal;
use orebook_registry::values::{ProposalId, Timestamp};

use super::seat::{Seat, review};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::act::tell;
use crate::pages::desk::cards::{Card, Cards, Part};
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/proposals";

/// Lines of a proposal that are told here; all of them are before it is signed.
const TOLD: usize = 8;

/// What waits for a second person.
#[get("/desk/proposals")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let cards = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut open: Vec<(ProposalId, &Proposal)> =
            registry.parties.open_proposals().filter(|(_, one)| one.organisation == seat.me.id).collect();
        open.sort_by_key(|(_, one)| one.lapses_at);
        open.into_iter().map(|(id, proposal)| card(names, id, proposal, now)).collect::<Vec<_>>()
    });
    let part = Part {
        heading: t.operator_proposals_open().to_owned(),
        empty: t.operator_proposals_none().to_owned(),
        cards,
        ..Part::default()
    };
    let page = Cards::new(frame.clone(), t.operator_proposals(), t.operator_proposals_lead(), vec![part]);
    seat.answer(&frame, page)
}

fn card(names: Names<'_>, id: ProposalId, proposal: &Proposal, now: Timestamp) -> Card {
    let t = names.t;
    let told = tell::act(&proposal.act, names);
    let act = capital(&t.word("act", proposal.act.word()));
    let of = told.iter().map(|line| &line.text).find(|text| !text.is_empty());
    let title = of.map_or_else(|| act.clone(), |of| format!("{act} · {of}"));
    let approvers: Vec<String> =
        names.registry.parties.approvers(proposal).iter().map(|person| person.to_string()).collect();
    let approvers = if approvers.is_empty() { t.operator_approvers_none().to_owned() } else { approvers.join(", ") };
    let (id, digest) = (id.to_string(), proposal.digest.to_string());
    let card = Card::of(title).due(t, Some(proposal.lapses_at), now);
    let card = told
        .into_iter()
        .take(TOLD)
        .fold(card, |card, line| card.coded(line.label, line.text, line.code.unwrap_or_default()));
    card.fact(t.operator_proposed_by(), proposal.person.to_string())
        .fact(t.operator_approvers(), approvers)
        .link(review(t, "approve", &[("proposal", &id), ("digest", &digest)], PATH).first())
        .link(review(t, "cancel_proposal", &[("proposal", &id)], PATH))
}

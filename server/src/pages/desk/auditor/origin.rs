//! Where the credits of a retirement come from: their batches, the certificates behind them, and the evidence of what
//! was mined.

use orebook_registry::Registry;
use orebook_registry::certificate::DeclarationState;
use orebook_registry::claim::Retirement;
use orebook_registry::instruction::Digest;
use orebook_registry::values::{BatchId, DeclarationId, Mass};
use orebook_store::EvidenceRow;

use crate::pages::desk::cards::{Card, Link, Part, State};
use crate::pages::desk::files;
use crate::pages::names::Names;

/// Of each batch behind a retirement, the declaration that it was issued for, and the digests of its evidence.
pub type Evidence = Vec<(DeclarationId, Vec<Digest>)>;

/// The evidence behind a retirement, in the order of the declarations.
pub fn evidence(registry: &Registry, retirement: &Retirement) -> Evidence {
    let batches = retirement.record.batches.iter().filter_map(|id| registry.credits.batch(*id));
    let issued: Vec<_> = batches.map(|batch| (batch.certificate, batch.period_from)).collect();
    let all = registry.certificates.declarations();
    let approved = all.filter(|(_, one)| {
        one.state == DeclarationState::Approved && issued.contains(&(one.certificate, one.period_from))
    });
    approved.map(|(id, one)| (id, one.evidence.clone())).collect()
}

/// The batches, one card each.
pub fn part(names: Names<'_>, retirement: &Retirement, evidence: &Evidence, kept: Option<&[EvidenceRow]>) -> Part {
    let t = names.t;
    let cards = retirement.record.batches.iter();
    Part {
        heading: t.auditor_origin().to_owned(),
        lead: if kept.is_some() {
            t.auditor_origin_lead().to_owned()
        } else {
            t.certifier_files_not_for_you().to_owned()
        },
        cards: cards.filter_map(|id| card(names, *id, retirement, evidence, kept)).collect(),
        ..Part::default()
    }
}

fn card(
    names: Names<'_>,
    id: BatchId,
    retirement: &Retirement,
    evidence: &Evidence,
    kept: Option<&[EvidenceRow]>,
) -> Option<Card> {
    let (t, registry) = (names.t, names.registry);
    let batch = registry.credits.batch(id)?;
    let certificate = registry.certificates.certificate(batch.certificate)?;
    let blocks = retirement.record.blocks.iter().filter(|block| block.batch == batch.serial);
    let mass = blocks.clone().fold(Mass::default(), |sum, block| sum.plus(block.mass()));
    let serials: Vec<String> = blocks.map(ToString::to_string).collect();
    let state = match batch.flag {
        Some(flag) => State { word: t.word("batch-flag", &flag.to_string()).into_owned(), tone: " held" },
        None => State {
            word: t.auditor_certificate_is(t.word("certificate-state", certificate.state().word()).into_owned()),
            tone: crate::pages::desk::certifier::tone(certificate.state()),
        },
    };
    let card = Card { state: Some(state), ..Card::of(names.batch(batch)) };
    let card = card
        .at(format!("/batches/{id}"))
        .coded(t.auditor_retired_of_it(), t.mass(mass), serials.join(", "))
        .fact(t.auditor_issued(), t.mass(batch.issued))
        .fact(t.auditor_mined(), t.from_to(t.day(batch.period_from), t.day(batch.period_to)))
        .fact(t.auditor_certified_by(), names.organisation(certificate.certifier));
    let of_batch = evidence.iter().filter(|(declaration, _)| {
        let declared = registry.certificates.declaration(*declaration);
        declared.is_some_and(|one| one.certificate == batch.certificate && one.period_from == batch.period_from)
    });
    let files = of_batch.flat_map(|(declaration, digests)| digests.iter().map(move |digest| (declaration, digest)));
    Some(files.enumerate().fold(card, |card, (at, (declaration, digest))| {
        let name = t.certifier_file(at + 1);
        let digest = digest.to_string();
        let file = kept.map(|rows| files::file(t, rows, &declaration.to_string(), &digest));
        let (state, link) = file.map_or((String::new(), None), |file| (file.state, file.link));
        card.coded(name, state, digest).link_if(link.map(|link| Link::to(t.certifier_file_open(at + 1), link)))
    }))
}

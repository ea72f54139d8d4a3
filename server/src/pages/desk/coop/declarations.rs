//! Declarations of production: where each stands, what of its evidence is here, and what can be done.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_registry::certificate::{Declaration, DeclarationState};
use orebook_registry::instruction::MandatePower;
use orebook_registry::values::{DeclarationId, OrganisationId};
use orebook_store::EvidenceRow;
use serde::Deserialize;

use super::{MINES, may};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::door::{opened, paged};
use crate::pages::desk::files::{self, File};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

const ROWS: usize = 20;

#[derive(Template)]
#[template(path = "desk_declarations.html")]
struct DeclarationsPage {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<String>,
}

framed!(scripted: DeclarationsPage);

/// A declaration.
struct Row {
    id: String,
    of: String,
    period: String,
    state: String,
    colour: &'static str,
    made: String,
    due: Option<String>,
    fine: String,
    sold: String,
    /// The batch that was issued, and its mass.
    batch: Option<(String, String)>,
    files: Vec<File>,
    /// Digests whose files are still to be sent, where the reader may send them.
    missing: String,
    withdraw: bool,
    again: bool,
}

/// Which page.
#[derive(Debug, Deserialize)]
pub struct PageOf {
    /// The last id of the page before.
    pub before: Option<DeclarationId>,
}

/// One's declarations, newest first.
#[get("/desk/declarations")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    page: web::Query<PageOf>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asking = Asking::of(&request, &shared);
    asking.member(Permission::Read)?;
    let reads_files = asking.member(Permission::Documents).is_ok();
    let (shown, next) = shared.state(|registry| {
        let all: Vec<_> = registry.certificates.declarations().collect();
        let own = all.into_iter().rev().filter(|(_, one)| concerns(registry, one, me));
        let (rows, next) = paged(own, page.before, ROWS);
        (rows.into_iter().map(|(id, one)| (id, one.clone())).collect::<Vec<_>>(), next)
    });
    let digests = shown.iter().flat_map(|(_, one)| &one.evidence).map(ToString::to_string).collect();
    let kept = if reads_files { Some(files::rows(&shared, digests).await?) } else { None };
    let rows = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        shown.iter().map(|(id, one)| row(names, me, *id, one, kept.as_deref())).collect()
    });
    unstored(&DeclarationsPage { rows, next, frame }, StatusCode::OK)
}

fn concerns(registry: &orebook_registry::Registry, one: &Declaration, me: OrganisationId) -> bool {
    let certificate = registry.certificates.certificate(one.certificate);
    certificate.is_some_and(|certificate| certificate.producer == me || certificate.holder == me)
}

fn row(
    names: Names<'_>,
    me: OrganisationId,
    id: DeclarationId,
    one: &Declaration,
    kept: Option<&[EvidenceRow]>,
) -> Row {
    let (t, registry) = (names.t, names.registry);
    let certificate = registry.certificates.certificate(one.certificate);
    let is_mine = certificate.is_some_and(|certificate| may(certificate, me, MandatePower::Declare));
    let batch = registry.credits.batches_of(one.certificate).find_map(|batch| {
        let issued = registry.credits.batch(batch)?;
        let same = one.state == DeclarationState::Approved && issued.period_from == one.period_from;
        same.then(|| (format!("/batches/{batch}"), t.mass(issued.issued)))
    });
    let file = |digest: &orebook_registry::instruction::Digest| {
        kept.map(|rows| files::file(t, rows, &id.to_string(), &digest.to_string()))
    };
    let files: Vec<File> = one.evidence.iter().filter_map(file).collect();
    let is_live = matches!(one.state, DeclarationState::Declared | DeclarationState::Approved);
    let missing = files.iter().filter(|file| file.missing && is_live && is_mine).map(|file| file.digest.as_str());
    let open = one.state == DeclarationState::Declared;
    Row {
        of: certificate.map_or(String::new(), |certificate| names.class(&certificate.class)),
        period: t.from_to(t.day(one.period_from), t.day(one.period_to)),
        state: t.word("declaration-state", one.state.word()).into_owned(),
        colour: match one.state {
            DeclarationState::Approved => "",
            DeclarationState::Declared => " wait",
            DeclarationState::Rejected | DeclarationState::Withdrawn | DeclarationState::Lapsed => " held",
        },
        made: t.day(id.made_at().date()),
        due: open.then(|| t.day(one.lapses_at.plus_seconds(-1).date())),
        fine: t.mass(one.fine),
        sold: t.mass(one.sold_physically),
        batch,
        missing: missing.collect::<Vec<_>>().join(" "),
        files,
        withdraw: open && is_mine,
        again: is_mine && one.state == DeclarationState::Rejected,
        id: id.to_string(),
    }
}

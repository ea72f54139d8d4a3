//! Payment details: where this organisation is paid, and how that is changed. What is written on the page is turned into
//! a digest by its script, which alone is signed; the details follow when their digest stands in the log. Before that
//! they are only looked at, and kept nowhere.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use orebook_registry::instruction::Digest;
use orebook_registry::money::PayoutDetails;
use orebook_registry::values::{Country, OrganisationId};
use orebook_store::Reading;
use orebook_texts::Texts;

use super::COOP;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::instructions::require_json;
use crate::api::payout_details::{faulty, read_own};
use crate::app::Data;
use crate::pages::desk::Waiting;
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::payout::details::{Details, DetailsForm};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "desk_details.html")]
struct DetailsPage {
    frame: Frame,
    now: Option<Shown>,
    waiting: Option<Shown>,
    /// Digests whose details are not here, separated by blanks.
    unkept: String,
    /// Codes and names.
    countries: Vec<(&'static str, String)>,
    /// The organisation's own.
    country: String,
}

framed!(scripted: DetailsPage);

/// Details, masked.
struct Shown {
    rail: String,
    /// The end of the account's number; nothing if the details are not here.
    account: Option<String>,
    from: String,
}

/// Where one is paid.
#[get("/desk/details")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, COOP) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Documents)?;
    let now = shared.clock.now();
    let (current, waiting, countries, country) = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let payouts = registry.cash.payouts();
        let own = registry.parties.organisation(me).map(|one| one.country.code().to_owned());
        let mut countries: Vec<_> = Country::all().map(|one| (one.code(), names.country(one))).collect();
        countries.sort_by(|one, other| one.1.cmp(&other.1));
        (payouts.details_in_force(me, now), payouts.details_waiting(me, now), countries, own.unwrap_or_default())
    });
    let digests: Vec<Digest> = current.iter().chain(&waiting).map(|details| details.digest).collect();
    let accounts = accounts(&shared, me, digests.clone()).await?;
    let account = |digest| digests.iter().position(|one| *one == digest).and_then(|at| accounts[at].clone());
    let shown = |details: PayoutDetails| Shown {
        rail: frame.t.word("rail", details.rail.word()).into_owned(),
        account: account(details.digest),
        from: frame.t.moment(details.works_from),
    };
    let unkept = digests.iter().filter(|digest| account(**digest).is_none()).map(ToString::to_string);
    let page = DetailsPage {
        unkept: unkept.collect::<Vec<_>>().join(" "),
        now: current.map(shown),
        waiting: waiting.map(shown),
        countries,
        country,
        frame,
    };
    unstored(&page, StatusCode::OK)
}

/// The end of each account's number, as far as the details of a digest are here and this organisation's own.
async fn accounts(shared: &Data, me: OrganisationId, digests: Vec<Digest>) -> Result<Vec<Option<String>>, Problem> {
    let read = move |read: &mut Reading<'_>| {
        let account = |digest: &Digest| Ok(read_own(read, me, *digest)?.map(|form| form.account.masked().1));
        digests.iter().map(account).collect()
    };
    shared.clone().into_inner().tables(read).await
}

/// Details that were signed and are not here: without them nothing can be paid out.
pub async fn missing(shared: &Data, t: Texts, me: OrganisationId) -> Result<Option<Waiting>, Problem> {
    let Some(set) = shared.state(|registry| registry.cash.payouts().details(me)) else { return Ok(None) };
    let is_missing = accounts(shared, me, vec![set.digest]).await?.contains(&None);
    let waiting = || Waiting { text: t.coop_wait_details().to_owned(), link: "/desk/details".to_owned(), due: None };
    Ok(is_missing.then(waiting))
}

/// Whether payments can be made with details, before anything is signed. They are not kept.
#[post("/desk/details/check")]
pub async fn check(shared: Data, request: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Problem> {
    Asking::of(&request, &shared).member(Permission::Documents)?;
    require_json(request.headers())?;
    // What is wrong with the form itself is not repeated: it could hold an account.
    let malformed = |_| Problem::bad_request("document_is_malformed", "details: not of their form");
    let form: DetailsForm = serde_json::from_slice(&body).map_err(malformed)?;
    Details::read(&form).map_err(faulty)?;
    Ok(HttpResponse::NoContent().finish())
}

//! Invitations: how people come in. The letter goes to the address; whoever invites never sees the link.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::LinkRow;
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::list::Part;
use super::people::list_beside;
use super::{List, parse};
use crate::access::links::{Invitation, invitation_id};
use crate::access::{Member, Permission, staff};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};

/// Whom to invite.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationBody {
    /// Into which organisation; one's own unless given. The operator's admins may name any.
    #[serde(default)]
    pub organisation: Option<String>,
    /// To where the letter goes, and with which address they will log in.
    #[schema(example = "ana@coop.example")]
    pub email: String,
    /// What letters call them.
    #[schema(example = "Ana López")]
    pub name: String,
    /// `admin`, `clerk`, `trader`, `signatory` or `viewer`.
    #[schema(example = "clerk")]
    pub role: String,
    /// In which language they are written to: `en`, `es`, `fr` or `sw`.
    #[schema(example = "es")]
    pub language: String,
}

/// An open invitation.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InvitationView {
    /// `inv_` and 64 hexadecimal digits.
    pub id: String,
    /// Into which organisation.
    pub organisation: String,
    /// To whom.
    pub email: String,
    /// What letters call them.
    pub name: String,
    /// As what.
    pub role: String,
    /// In which language.
    pub language: String,
    /// By whom: a person's or client's id, or `operator`.
    pub invited_by: String,
    /// When.
    pub made_at: String,
    /// Until when it can be accepted.
    pub ends_at: String,
}

impl InvitationView {
    pub(crate) fn of(row: LinkRow) -> Self {
        let id = invitation_id(&row);
        Self {
            id,
            organisation: row.organisation.unwrap_or_default(),
            email: row.email,
            name: row.name.unwrap_or_default(),
            role: row.role.unwrap_or_default(),
            language: row.language.unwrap_or_default(),
            invited_by: row.made_by.unwrap_or_default(),
            made_at: Timestamp::from_ms(row.made_at).to_string(),
            ends_at: Timestamp::from_ms(row.ends_at).to_string(),
        }
    }
}

/// Whose invitations.
#[derive(Debug, Clone, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct InvitationFilter {
    /// Id of the organisation; one's own unless given. The operator's admins may name any.
    pub organisation: Option<String>,
}

impl InvitationFilter {
    fn organisation(&self) -> Result<Option<OrganisationId>, Problem> {
        self.organisation.as_deref().map(|id| parse("organisation", id)).transpose()
    }
}

/// Invites somebody: a letter brings them a link that works for seven days. A second invitation takes the place of the
/// first.
#[utoipa::path(
    tag = "people",
    request_body(content = InvitationBody, content_type = "application/json"),
    responses((status = 201, body = InvitationView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/invitations")]
pub async fn invite(
    shared: Data,
    request: HttpRequest,
    member: Member,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::People)?;
    super::instructions::require_json(request.headers())?;
    let body: InvitationBody = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    let asked = body.organisation.as_deref().map(|id| parse("organisation", id)).transpose()?;
    let invitation = Invitation {
        organisation: staff::keeps(&shared, &member, asked)?,
        email: parse("email", &body.email)?,
        name: parse("name", &body.name)?,
        role: parse("role", &body.role)?,
        language: parse("language", &body.language)?,
        by: member.by.id().to_owned(),
    };
    let row = shared.into_inner().blocking(move |shared| staff::invite(shared, &member, invitation)).await?;
    let view = InvitationView::of(row);
    let at = format!("/v1/invitations/{}", view.id);
    Ok(HttpResponse::Created().insert_header((LOCATION, at)).insert_header(("cache-control", "no-store")).json(view))
}

/// The invitations that can still be accepted, oldest first.
#[utoipa::path(tag = "people", params(InvitationFilter, PageQuery), responses((status = 200, body = List<InvitationView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/invitations")]
pub async fn list_invitations(list: Listing<InvitationFilter>, member: Member) -> Result<HttpResponse, Problem> {
    let organisation = staff::keeps(&list.shared, &member, list.filter.organisation()?)?.to_string();
    list_beside(&list, move |seen, after, limit| {
        let organisation = organisation.clone();
        async move {
            let (now, place) = (seen.shared().wall.now().ms(), place(after.as_deref()));
            let read = move |read: &mut orebook_store::Reading<'_>| {
                Ok(read.invitations_of(&organisation, now, (place.0, &place.1), limit + 1)?)
            };
            let rows = seen.shared().tables(read).await?;
            let key = |row: &LinkRow| format!("{}.{}", row.made_at, hex::encode(&row.hash));
            Ok(Part::cut(rows, limit, key, InvitationView::of))
        }
    })
    .await
}

/// Where the page before ended.
fn place(after: Option<&str>) -> (i64, Vec<u8>) {
    let parts = after.and_then(|place| place.split_once('.'));
    let read = parts.and_then(|(time, hash)| Some((time.parse().ok()?, hex::decode(hash).ok()?)));
    read.unwrap_or_default()
}

/// Withdraws an invitation: its link opens nothing any more.
#[utoipa::path(
    tag = "people",
    params(("id" = String, Path, description = "the invitation"), InvitationFilter),
    responses((status = 204, description = "withdrawn"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/invitations/{id}")]
pub async fn withdraw_invitation(
    shared: Data,
    member: Member,
    id: web::Path<String>,
    filter: web::Query<InvitationFilter>,
) -> Result<HttpResponse, Problem> {
    let of = staff::keeps(&shared, &member, filter.organisation()?)?;
    let work = move |shared: &Shared| staff::withdraw(shared, &member, of, &id);
    shared.into_inner().blocking(work).await?;
    Ok(HttpResponse::NoContent().finish())
}

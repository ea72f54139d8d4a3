//! The security log of one's organisation: logins, refusals, changes of people, keys and clients, exports, and who of
//! elsewhere read what is private.

use actix_web::{HttpResponse, get};
use orebook_registry::values::Timestamp;
use orebook_store::{Page, SecurityRow};
use serde::Serialize;

use super::List;
use super::ask::{Listing, PageQuery};
use super::list::Part;
use super::people::list_beside;
use crate::access::{Member, Permission};
use crate::problem::{Problem, ProblemBody};

/// Something that matters for security. It names ids, never an address and never a secret.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SecurityView {
    /// 32 hexadecimal digits, in the order of time.
    pub id: String,
    /// When.
    pub time: String,
    /// Who: a person's or client's id, `operator` for a command on the server's machine, or `anyone`.
    pub actor: String,
    /// What: `login`, `login_refused`, `login_link_sent`, `logout`, `session_ended`, `invited`, `invitation_withdrawn`,
    /// `joined`, `role_changed`, `person_ended`, `client_made`, `client_revoked`, `client_key_added`,
    /// `client_key_revoked`, `token_refused`, `export` or `private_read`.
    pub kind: String,
    /// To whom or what: an id, a path, a reason.
    pub subject: String,
}

impl SecurityView {
    fn of(row: SecurityRow) -> Self {
        let SecurityRow { id, time, actor, kind, subject, .. } = row;
        Self { id, time: Timestamp::from_ms(time).to_string(), actor, kind, subject }
    }
}

/// What happened, newest first.
#[utoipa::path(tag = "people", params(PageQuery), responses((status = 200, body = List<SecurityView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/security-log")]
pub async fn list_security_log(list: Listing, member: Member) -> Result<HttpResponse, Problem> {
    member.require(Permission::People)?;
    let organisation = member.organisation.to_string();
    list_beside(&list, move |seen, after, limit| {
        let organisation = organisation.clone();
        async move {
            let page = after.map_or_else(|| Page::newest(limit + 1), |id| Page::before(id, limit + 1));
            let rows = seen.shared().tables(move |read| Ok(read.security_log(&organisation, &page)?)).await?;
            Ok(Part::cut(rows, limit, |row| row.id.clone(), SecurityView::of))
        }
    })
    .await
}

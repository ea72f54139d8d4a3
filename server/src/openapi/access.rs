//! Who may call what, in the description of the API: the ways to prove oneself, and which of them an operation takes. That
//! this is what the server does, the matrix of the tests shows.

use utoipa::Modify;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, ClientCredentials, Flow, HttpAuthScheme, HttpBuilder, OAuth2, Scopes, SecurityRequirement,
    SecurityScheme,
};
use utoipa::openapi::{Components, OpenApi};

use super::{Method, operations};
use crate::access::Permission;

/// An access token.
const TOKEN: &str = "token";
/// The cookie of somebody who has logged in.
const SESSION: &str = "session";
/// A token that the operator gave to an auditor.
const AUDITOR: &str = "auditor";

/// Operations that need a permission.
const PRIVATE: &[(Permission, &[&str])] = &[
    (
        Permission::Read,
        &[
            "list_declarations",
            "list_deals",
            "get_deal",
            "list_events",
            "list_footprints",
            "list_grievances",
            "list_holdings",
            "get_instruction",
            "dry_run",
            "list_orders",
            "get_order",
            "list_proposals",
            "list_transfers",
            "list_trusted_accounts",
        ],
    ),
    (
        Permission::Money,
        &[
            "get_cash",
            "list_deposits",
            "list_instalment_plans",
            "list_bank_lines",
            "set_bank_line_aside",
            "take_bank_line_back",
            "take_bank_statements",
            "get_payout_file",
            "list_payouts",
            "get_payout",
            "list_purchases",
            "get_purchase",
            "get_reconciliation",
            "get_statement_of_account",
        ],
    ),
    (
        Permission::Documents,
        &[
            "list_evidence",
            "get_evidence",
            "put_evidence",
            "get_contact_details",
            "erase_contact_details",
            "get_note",
            "erase_note",
            "get_payout_details",
            "erase_payout_details",
        ],
    ),
    (
        Permission::Settings,
        &[
            "list_clients",
            "make_client",
            "revoke_client",
            "add_client_key",
            "revoke_client_key",
            "add_webhook",
            "list_webhooks",
            "get_webhook",
            "set_webhook",
            "remove_webhook",
            "rotate_webhook_secret",
            "test_webhook",
            "replay_webhook",
            "list_webhook_deliveries",
            "list_letters",
        ],
    ),
    (
        Permission::People,
        &[
            "list_people",
            "get_person",
            "put_person",
            "end_person",
            "invite",
            "list_invitations",
            "withdraw_invitation",
            "list_security_log",
        ],
    ),
];

/// Operations that tell everybody something, and more to those whom it concerns.
const PUBLIC_IN_PART: &[&str] = &[
    "get_entry",
    "list_organisations",
    "get_organisation",
    "get_producer",
    "list_certificates",
    "get_certificate",
    "list_batches",
    "get_batch",
    "get_credit",
    "get_premiums",
];

/// Operations upon one's own sessions.
const SESSIONS: &[&str] = &["list_sessions", "end_sessions"];

/// Operations that tell entries to auditors.
const AUDITORS: &[&str] = &["get_entry", "get_entry_bundle"];

/// Names the ways to prove oneself, and says of each operation which it takes.
pub(super) struct Access;

impl Modify for Access {
    fn modify(&self, document: &mut OpenApi) {
        let schemes = &mut document.components.get_or_insert_with(Components::new).security_schemes;
        schemes.extend([
            (TOKEN.to_owned(), token_scheme().into()),
            (SESSION.to_owned(), session_scheme().into()),
            (AUDITOR.to_owned(), auditor_scheme().into()),
        ]);
        for (_, method, operation) in operations(document) {
            let ways = ways(operation.operation_id.as_deref().unwrap_or_default());
            let refuses = !ways.is_empty() || method != Method::Get;
            operation.security = Some(ways);
            // A token that is worth nothing is refused by public operations as well, and what is sent with a session from
            // a page of another site, too.
            super::answers::declare(operation, "401");
            if refuses {
                super::answers::declare(operation, "403");
            }
        }
    }
}

/// Each of these will do; nobody need do anything if there are none.
fn ways(operation_id: &str) -> Vec<SecurityRequirement> {
    let by = |scheme: &str, scope: Option<Permission>| SecurityRequirement::new(scheme, scope.map(Permission::word));
    let mut ways = Vec::new();
    if PUBLIC_IN_PART.contains(&operation_id) {
        ways.extend([SecurityRequirement::default(), by(TOKEN, Some(Permission::Read)), by(SESSION, None)]);
    }
    if let Some((permission, _)) = PRIVATE.iter().find(|(_, operations)| operations.contains(&operation_id)) {
        ways.extend([by(TOKEN, Some(*permission)), by(SESSION, None)]);
    }
    if SESSIONS.contains(&operation_id) {
        ways.push(by(SESSION, None));
    }
    if operation_id == "get_entry_bundle" {
        ways.push(by(TOKEN, Some(Permission::Entries)));
    }
    if AUDITORS.contains(&operation_id) {
        ways.push(by(AUDITOR, None));
    }
    ways
}

fn token_scheme() -> SecurityScheme {
    let scopes = Permission::ALL.iter().map(|permission| (permission.word(), permission.means()));
    let flow = ClientCredentials::new("/oauth/token", Scopes::from_iter(scopes));
    let text = "An access token of ten minutes, for an assertion that the program signs itself (`private_key_jwt`, EdDSA). \
                It reads and sets; credits and money move by signed instructions alone.";
    SecurityScheme::OAuth2(OAuth2::with_description([Flow::ClientCredentials(flow)], text))
}

fn session_scheme() -> SecurityScheme {
    let text = "The cookie of somebody who has logged in at `/login`, within what their role may. What changes something \
                must come from a page of this site. On a machine without https the cookie is called `orebook`.";
    SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description("__Host-orebook", text)))
}

fn auditor_scheme() -> SecurityScheme {
    let text = "A token that the operator gave to an auditor: `obt_…`. It reads every entry, and nothing else.";
    SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(text)).build())
}

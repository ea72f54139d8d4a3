//! The OpenAPI 3.1 description, generated from the handlers.

mod access;
mod answers;
mod forms;
mod schemas;

use utoipa::openapi::RefOr;
use utoipa::openapi::path::Operation;
use utoipa::{Modify, OpenApi};

use self::access::Access;
use self::answers::Answers;
use self::forms::Forms;
use self::schemas::Schemas;
use crate::api::*;
use crate::problem::MEDIA_TYPE;

/// Collects every operation of the API.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Orebook",
        description = "Registry and market for artisanal and small-scale mining mineral credits. There is one way to write: `POST /v1/instructions` with a signed instruction. Everything else reads. Masses are decimal strings of kilograms, money is an amount with exactly its currency's decimals, times are UTC.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "the server that this description is read from")),
    paths(
        instructions::submit_instruction, instructions::get_instruction, instructions::dry_run, proposals::list_proposals,
        organisations::list_organisations, organisations::get_organisation,
        contact_details::get_contact_details, contact_details::put_contact_details, contact_details::erase_contact_details,
        programmes::list_programmes,
        equivalences::list_equivalences,
        certificates::list_certificates, certificates::get_certificate, certificates::list_declarations, evidence::list_evidence, evidence::get_evidence, evidence::put_evidence, batches::list_batches, batches::get_batch,
        batches::list_batch_blocks, batches::list_batch_retirements, producers::get_producer,
        credits::get_credit, holdings::list_holdings, holds::list_holds, transfers::list_transfers, trusted_accounts::list_trusted_accounts, markets::list_markets, markets::get_market, book::get_book,
        trades::list_trades, statistics::get_statistics, listings::list_listings, orders::list_orders, orders::get_order,
        deals::list_deals, deals::get_deal, cash::get_cash, premium_plans::list_premium_plans,
        bank_statements::take_bank_statements, bank_lines::list_bank_lines, bank_lines::set_bank_line_aside, bank_lines::take_bank_line_back,
        deposits::list_deposits, instalment_plans::list_instalment_plans,
        payout_details::put_payout_details, payout_details::get_payout_details, payout_details::erase_payout_details,
        payout_files::get_payout_file, payouts::list_payouts, payouts::get_payout, premiums::get_premiums,
        purchases::list_purchases, purchases::get_purchase, reconciliation::get_reconciliation, statements::get_statement_of_account,
        retirements::list_retirements, retirements::get_retirement, retirement_files::get_statement, retirement_files::get_statement_token, retirement_files::get_bundle, retirement_files::get_code, retirement_files::get_retirement_proof,
        grievances::file_grievance, grievances::list_grievances, grievances::get_grievance_summary,
        grievances::look_up_grievance, grievances::get_grievance,
        findings::get_retirement_history, footprints::list_footprints, claims::check_claim, vocabulary::get_context, vocabulary::get_did_document,
        oauth::request_token, oauth::get_authorisation_server, oauth::get_key_set,
        clients::list_clients, clients::make_client, clients::revoke_client, clients::add_client_key, clients::revoke_client_key,
        people::list_people, people::get_person, people::put_person, people::end_person,
        invitations::invite, invitations::list_invitations, invitations::withdraw_invitation,
        sessions::list_sessions, sessions::end_sessions, security_log::list_security_log,
        events::list_events, webhooks::add_webhook, webhooks::list_webhooks, webhooks::get_webhook, webhooks::set_webhook, webhooks::remove_webhook,
        webhook_deliveries::rotate_webhook_secret, webhook_deliveries::test_webhook, webhook_deliveries::replay_webhook, webhook_deliveries::list_webhook_deliveries,
        notes::put_note, notes::get_note, notes::erase_note,
        log::get_checkpoint, log::get_entry, log::get_proof, log::get_entry_bundle, log::get_witnessed_checkpoint, log::list_witnesses, log::get_tile, exports::list_exports, exports::get_export, letters::list_letters, health::livez, health::readyz, health::leadz, health::version,
    ),
    tags(
        (name = "instructions", description = "the one way to write, its fate and its forecast"),
        (name = "organisations", description = "members, keys and accounts"),
        (name = "certificates", description = "programmes, certificates and declarations"),
        (name = "credits", description = "batches, serial blocks and holdings"),
        (name = "markets", description = "markets, book, tape, listings, own orders and deals"),
        (name = "money", description = "statements, premium plans, purchases, payouts and what has reached whom"),
        (name = "retirements", description = "search, statements and proofs"),
        (name = "events", description = "what concerns a member: pulled by cursor, or pushed to webhooks"),
        (name = "grievances", description = "filed without an account, read by a receipt code"),
        (name = "access", description = "access tokens, and the programs that ask for them"),
        (name = "people", description = "who logs in for an organisation, invitations, own sessions, the security log"),
        (name = "log", description = "the transparency log (C2SP)"),
        (name = "operation", description = "health and version"),
    ),
    modifiers(&Problems, &Access, &Answers, &Forms, &Schemas, &Told)
)]
pub struct ApiDoc;

/// The methods that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Get,
    Post,
    Put,
    Delete,
}

/// Every operation, with its path and method.
fn operations(document: &mut utoipa::openapi::OpenApi) -> impl Iterator<Item = (&str, Method, &mut Operation)> {
    document.paths.paths.iter_mut().flat_map(|(path, item)| {
        let of_path = [
            (Method::Get, item.get.as_mut()),
            (Method::Post, item.post.as_mut()),
            (Method::Put, item.put.as_mut()),
            (Method::Delete, item.delete.as_mut()),
        ];
        of_path.into_iter().filter_map(|(method, operation)| Some((path.as_str(), method, operation?)))
    })
}

/// Every answer of 4xx and 5xx is a problem, of a media type of its own.
struct Problems;

impl Modify for Problems {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let responses = operations(document).flat_map(|(_, _, operation)| operation.responses.responses.iter_mut());
        for (status, response) in responses {
            if let RefOr::T(response) = response
                && status.starts_with(['4', '5'])
                && let Some(content) = response.content.shift_remove("application/json")
            {
                response.content.insert(MEDIA_TYPE.to_owned(), content);
            }
        }
    }
}

/// What this server sends to webhooks.
struct Told;

impl Modify for Told {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        document.webhooks = Some(crate::webhooks::description::webhooks());
    }
}

/// The committed file's content.
pub fn document() -> String {
    let mut text = ApiDoc::openapi().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}

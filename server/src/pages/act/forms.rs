//! The forms of all acts.

use super::form::Kind::*;
use super::form::{Field, Form, may, must};

const YES_NO: &[&str] = &["yes", "no"];
const LEVELS: &[&str] = &["entry", "good", "leading"];
const MINERALS: &[&str] = &["COB", "COP", "GLD", "GRA", "LIT", "MIC", "PLT", "SLV", "TAN", "TIN", "TUN"];
const RAILS: &[&str] = &["bank_transfer", "mobile_money"];
const VERIFICATIONS: &[&str] = &["third_party", "second_party", "first_party"];
const CLAIMS: &[&str] = &["support", "match", "premium", "step", "none"];
const PURPOSES: &[&str] = &["signing", "recovery"];
const ROLES: &[&str] = &["producer", "holder", "buyer", "agent", "certifier", "auditor", "payee", "lender"];
const STRUCTURES: &[&str] = &[
    "cooperative",
    "association",
    "registered_group",
    "informal_group",
    "communal_land_group",
    "womens_group",
    "savings_group",
    "outgrower",
    "trader_network",
    "tributers",
    "mixed_venture",
    "asm_on_large_mine_concession",
    "service_network_public",
    "service_network_private",
    "service_network_non_profit",
];
const PAYEE_KINDS: &[&str] = &["operations", "community", "women", "holder", "administration"];
const HALTS: &[&str] = &["investigation", "legal_order", "price", "programme", "technical"];
const HOLDS: &[&str] = &["grievance", "investigation", "legal_order", "security", "owner_request"];

const KEY_FIELDS: &[Field] = &[must("key", Key), must("person", Words), must("purpose", One("key-purpose", PURPOSES))];
const BENEFICIARY: &[Field] = &[must("name", Words), must("country", Country), may("registration_number", Reference)];
const PERIOD_FROM: Field = must("period_from", Day);
const PERIOD_TO: Field = must("period_to", Day);
const CERTIFICATE: Field = must("certificate", Id("crt"));
const NOTE: Field = may("note", Digest);
const FOOTPRINT: &[Field] = &[must("mass", Mass), must("method", METHOD), PERIOD_FROM, PERIOD_TO, must("scope", SCOPE)];
const METHOD: super::form::Kind = Token(
    "method",
    &[
        "purchase_records",
        "bill_of_materials",
        "stock_balance",
        "weighed",
        "supplier_statements",
        "laboratory_analysis",
        "industry_average",
        "estimate",
    ],
);
const SCOPE: super::form::Kind =
    Token("scope", &["products", "product_line", "collection", "components", "company", "one_site"]);
const CLAIM: super::form::Kind = Either(
    "claim-type",
    &[("support", &[]), ("match", &[must("footprint", Id("ftp"))]), ("premium", &[]), ("step", &[]), ("none", &[])],
);
const PURPOSE: super::form::Kind =
    Token("purpose", &["annual_claim", "product", "collection", "campaign", "event", "gift", "order"]);
const RETIRE_LINE: &[Field] = &[
    must("blocks", Serials),
    must("claim", CLAIM),
    PERIOD_FROM,
    PERIOD_TO,
    must("purpose", PURPOSE),
    may("product", Words),
    may("principal", Id("org")),
    may("consent", Id("cns")),
];
const RESTRICTION: &[Field] = &[
    may("countries", List),
    may("producers", List),
    may("structures", Some("structure", STRUCTURES)),
    may("women_led", One("yes-no", YES_NO)),
    may("years", List),
];
const PROGRAMME_LEVEL: &[Field] = &[must("programme", Code), must("level", One("level", LEVELS))];
const NOT_PAID: Field = must(
    "reason",
    Token(
        "reason",
        &[
            "account_unknown",
            "account_closed",
            "name_differs",
            "limit_exceeded",
            "bank_checks",
            "wrong_currency",
            "not_collected",
            "technical",
        ],
    ),
);
const REPORTS: &[(&str, &[Field])] = &[
    ("accepted", &[may("reference", Reference)]),
    ("rejected", &[NOT_PAID, may("reference", Reference)]),
    ("settled", &[must("reference", Reference)]),
    ("returned", &[NOT_PAID, must("reference", Reference)]),
    ("unknown", &[]),
];
const HOLD_TARGETS: &[(&str, &[Field])] = &[
    ("batch", &[must("batch", Id("bat")), must("scope", One("hold-scope", &["unsold", "all"]))]),
    ("account", &[must("account", Id("acc"))]),
    ("organisation", &[must("organisation", Id("org"))]),
    ("key", &[must("key", Key)]),
];
const ISSUER: &[Field] = &[must("did", Raw), must("key", Key)];
const KEY_ENDS: &[&str] = &["retired", "compromised"];

const fn reason(tokens: &'static [&'static str]) -> Field {
    must("reason", Token("reason", tokens))
}

const fn form(act: &'static str, fields: &'static [Field]) -> Form {
    Form { act, fields }
}

/// All of them; what is not here cannot be signed on a page.
#[rustfmt::skip]
pub const FORMS: &[Form] = &[
    form("void", &[must("id", Raw)]),
    form("register_organisation", &[must("name", Words), must("country", Country), must("roles", Some("role", ROLES)), may("registration_number", Reference), may("code", Code), may("structure", One("structure", STRUCTURES)), may("women_led", One("yes-no", YES_NO)), may("group", Id("org")), must("keys", Lines(KEY_FIELDS))]),
    form("add_key", KEY_FIELDS),
    form("confirm_key", &[]),
    form("revoke_key", &[must("key", Key), reason(&["lost", "stolen", "person_left", "replaced", "unknown_key"])]),
    form("open_account", &[must("name", Words)]),
    form("approve", &[must("proposal", Id("prp")), must("digest", Digest)]),
    form("cancel_proposal", &[must("proposal", Id("prp"))]),
    form("add_key_for", &[must("organisation", Id("org")), must("key", Key), must("person", Words), must("purpose", One("key-purpose", PURPOSES))]),
    form("veto_key", &[must("key", Key)]),
    form("set_limits", &[must("masses", Lines(&[must("mineral", One("mineral", MINERALS)), must("mass", Mass)])), must("values", Lines(&[must("", Money)]))]),
    form("suspend_organisation", &[must("organisation", Id("org")), reason(&["breach_of_rules", "investigation", "complaint", "security", "unpaid_fees", "legal_order", "own_request"])]),
    form("reinstate_organisation", &[must("organisation", Id("org")), reason(&["breach_ended", "investigation_closed", "order_lifted", "unfounded", "mistake"])]),
    form("close_organisation", &[must("organisation", Id("org")), reason(&["own_request", "dissolved", "merged", "never_confirmed", "breach_of_rules"])]),
    form("adopt_rules", &[must("rules", Count)]),
    form("adopt_parameters", &[must("parameters", Group(&[
        must("correction_hours", Count), must("correction_after_finding_days", Count), must("finding_due_days", Count), must("fraud_hold_days", Count),
        must("hold_days", Count), must("key_wait_hours", Count), must("proposal_lapse_days", Count), must("transfer_wait_hours", Count),
        must("triage_days", Count), must("triage_grave_hours", Count), must("trust_wait_hours", Count),
        may("money", Group(&[may("deal_days_max", Count), may("details_wait_hours", Count), may("receipt_tolerance", Percent), may("receipt_reminder_days", Count), may("receipt_unconfirmed_days", Count)])),
    ]))]),
    form("adopt_issuer", &[must("issuer", Group(ISSUER)), must("possession", Raw), must("previous", One("key-end", KEY_ENDS))]),
    form("adopt_log_key", &[must("log_key", Raw), must("possession", Raw), must("previous", One("key-end", KEY_ENDS))]),
    form("appoint_agent", &[must("agent", Id("org"))]),
    form("dismiss_agent", &[must("agent", Id("org"))]),
    form("triage_grievance", &[must("grievance", Digest), must("severity", One("severity", &["1", "2", "3", "4"])), must("decision", One("grievance-decision", &["accepted", "referred", "out_of_scope", "duplicate"])), may("certificate", Id("crt")), may("batch", Id("bat")), may("producer", Id("org"))]),
    form("close_grievance", &[must("grievance", Digest), must("outcome", One("grievance-outcome", &["remedied", "partly_remedied", "not_upheld", "handed_over"]))]),
    form("set_contact_details", &[must("details", Digest), may("organisation", Id("org"))]),
    form("withdraw_contact_details", &[]),
    form("deposit", &[must("organisation", Id("org")), must("amount", Money), must("reference", Reference)]),
    form("deposit_unknown", &[must("amount", Money), must("reference", Reference)]),
    form("assign_deposit", &[must("deposit", Id("dep")), must("organisation", Id("org"))]),
    form("recall_deposit", &[must("deposit", Id("dep")), must("reference", Reference)]),
    form("book_charge", &[must("amount", Money), must("reference", Reference)]),
    form("correct_money", &[must("amount", Money), must("from", Raw), must("to", Raw), must("mends", Count), reason(&["wrong_member", "wrong_amount", "booked_twice", "bank_correction", "loss_covered", "mistake"])]),
    form("reconcile_bank", &[must("on", Day), must("statement", Money)]),
    form("set_payout_details", &[must("rail", One("rail", RAILS)), must("details", Digest), may("organisation", Id("org"))]),
    form("withdraw_payout_details", &[]),
    form("withdraw_money", &[must("amount", Money)]),
    form("plan_payout", &[must("payee", Id("org")), must("producer", Id("org")), must("amount", Money), may("exchange", Group(&[may("currency", Currency), may("expected", Money), may("rate", Decimal), may("source", Token("source", &["central_bank", "bank_quote"]))]))]),
    form("approve_payouts", &[must("payouts", List), must("rail", One("rail", RAILS))]),
    form("cancel_payout", &[must("payout", Id("pay")), reason(&["details_changed", "planned_wrongly", "wrong_amount", "under_review", "own_request"])]),
    form("instruct_payouts", &[must("file", Id("pfl")), must("digest", Digest)]),
    form("report_payout", &[must("payout", Id("pay")), must("report", Either("payout-report", REPORTS))]),
    form("confirm_receipt", &[must("payout", Id("pay")), must("received", Money), may("reason", Token("reason", &["bank_charge", "mobile_money_charge", "exchange", "tax", "partly_paid", "unexplained"])), NOTE, may("paper", Digest)]),
    form("dispute_payout", &[must("payout", Id("pay")), reason(&["nothing_arrived", "wrong_amount", "wrong_account", "wrong_recipient", "account_blocked"]), NOTE]),
    form("refund_fraud", &[CERTIFICATE, reason(&["fraud", "investigation_closed", "court_decision"])]),
    form("define_programme", &[must("code", Code), must("name", Words), must("version", Count), must("effective_from", Day), must("minerals", Some("mineral", MINERALS)),
        must("levels", Lines(&[must("level", One("level", LEVELS)), must("ecological", One("yes-no", YES_NO)), must("claims", Some("claim-type", CLAIMS))])),
        must("parameters", Group(&[
            must("fee_bps", Percent), must("women_bps_min", Percent), must("community_bps_min", Percent), must("holder_bps_max", Percent), must("administration_bps_max", Percent),
            must("instalment_bps_max", Percent), must("prefinance_bps_max", Percent), must("compliant_bps_min", Percent), must("plan_wait_days", Count), must("declare_within_days", Count),
            must("approve_within_days", Count), must("effective_days_back", Count), must("audit_age_months_max", Count), must("inspection_age_months_max", Count), must("entry_months_max", Count),
            must("unsold_months", Count), must("retire_within_months", Count), must("resale", One("resale", &["none"])), must("audit_thresholds", Lines(&[must("mineral", One("mineral", MINERALS)), must("mass", Mass)])),
        ]))]),
    form("accredit", &[must("programme", Code), must("certifier", Id("org")), must("verification", One("verification", VERIFICATIONS)), must("minerals", Some("mineral", MINERALS)), must("from", Day), must("until", Day)]),
    form("withdraw_accreditation", &[must("accreditation", Id("acr")), reason(&["breach_of_rules", "expired_scope", "conflict_of_interest", "replaced", "own_request"])]),
    form("apply_certificate", &[must("programme", Code), must("certifier", Id("org")), must("mineral", One("mineral", MINERALS)), must("level", One("level", LEVELS)), must("ecological", One("yes-no", YES_NO)), must("country", Country), must("region", Code), must("site", Reference), may("holder", Id("org")), may("mandate", Some("mandate-power", &["declare", "offer"])), may("continues", Id("crt"))]),
    form("accept_mandate", &[CERTIFICATE]),
    form("end_mandate", &[CERTIFICATE]),
    form("begin_audit", &[CERTIFICATE]),
    form("grant_certificate", &[CERTIFICATE, must("audited_on", Day), must("effective", Day), must("valid_from", Day), must("valid_to", Day), must("maximum", Mass), must("verification", One("verification", VERIFICATIONS)), may("group", Group(&[may("members", Count), may("compliant", Percent), may("inspected_on", Day)]))]),
    form("reject_certificate", &[CERTIFICATE, reason(&["incomplete", "outside_scope", "audit_failed", "audit_refused", "safety_risk", "mercury_found", "unpaid_fees"]), NOTE]),
    form("suspend_certificate", &[CERTIFICATE, must("effective", Day), reason(&["audit_overdue", "safety_incident", "production_in_doubt", "mercury_suspected", "child_labour_suspected", "members_not_compliant", "grievance", "investigation"]), NOTE]),
    form("reinstate_certificate", &[CERTIFICATE, must("effective", Day), reason(&["corrected", "members_comply_again", "investigation_closed", "unfounded", "mistake"]), NOTE]),
    form("withdraw_certificate", &[CERTIFICATE, must("cause", One("withdrawal-cause", &["fraud", "nonconformity", "audit_refused", "other"])), must("effective", Day), reason(&["not_corrected", "mixed_production", "false_declaration", "false_documents", "mercury_found", "child_labour_found", "audit_refused", "grievance_upheld"]), NOTE]),
    form("surrender_certificate", &[CERTIFICATE, must("effective", Day), reason(&["mine_closed", "deposit_exhausted", "other_programme", "too_costly", "dissolved", "own_request"])]),
    form("release_certificate_hold", &[CERTIFICATE, reason(&["corrected", "investigation_closed", "cleared", "unfounded"]), NOTE]),
    form("extend_maximum", &[CERTIFICATE, must("maximum", Mass), reason(&["new_members", "new_shaft", "new_equipment", "reassessed", "mistake"]), NOTE]),
    form("record_inspection", &[CERTIFICATE, must("inspected_on", Day), must("members", Count), must("compliant", Percent), must("failed", Count), may("maximum", Mass)]),
    form("adopt_premium_plan", &[must("programme", Code), must("payees", Lines(&[must("payee", Id("org")), must("kind", One("payee-kind", PAYEE_KINDS)), must("share", Percent)]))]),
    form("open_instalment_plan", &[must("producer", Id("org")), must("programme", Code), must("kind", One("instalment-kind", &["certification", "prefinance"])), must("total", Money), must("rate", Percent)]),
    form("accept_instalment_plan", &[must("plan", Id("ipl"))]),
    form("declare", &[CERTIFICATE, PERIOD_FROM, PERIOD_TO, must("gross", Mass), must("ppm", Ppm), must("sold_physically", Mass), must("evidence", Digests), must("exclusive", One("yes-no", YES_NO))]),
    form("approve_declaration", &[must("declaration", Id("dcl")), must("verified", Mass)]),
    form("reject_declaration", &[must("declaration", Id("dcl")), reason(&["evidence_missing", "evidence_contradicts", "volume_implausible", "grade_unproven", "wrong_period", "mixed_production", "not_exclusive"]), NOTE]),
    form("withdraw_declaration", &[must("declaration", Id("dcl"))]),
    form("record_physical_sale", &[CERTIFICATE, must("mass", Mass), must("sold_on", Day)]),
    form("record_equivalence", &[must("from", Group(PROGRAMME_LEVEL)), must("to", Group(PROGRAMME_LEVEL)), must("extent", One("equivalence-extent", &["full", "partial"])), must("from_date", Day), must("until", Day)]),
    form("revoke_equivalence", &[must("equivalence", Id("eqv")), must("effective", Day), reason(&["programme_changed", "programme_ended", "superseded", "not_equivalent", "own_request", "mistake"])]),
    form("transfer", &[must("from", Id("acc")), must("to", Id("acc")), must("blocks", Serials)]),
    form("withdraw_transfer", &[must("transfer", Id("trf"))]),
    form("refuse_transfer", &[must("transfer", Id("trf"))]),
    form("trust_account", &[must("account", Id("acc"))]),
    form("distrust_account", &[must("account", Id("acc"))]),
    form("cancel_credits", &[must("account", Id("acc")), must("blocks", Serials), reason(&["over_issued", "counted_twice", "sold_otherwise", "other_scheme", "own_request", "mistake"])]),
    form("place_hold", &[must("target", Either("hold-target", HOLD_TARGETS)), must("reason", One("hold-reason", HOLDS)), may("grievance", Digest)]),
    form("extend_hold", &[must("hold", Id("hld"))]),
    form("release_hold", &[must("hold", Id("hld")), reason(&["cleared", "corrected", "order_lifted", "unfounded", "own_request", "mistake"])]),
    form("open_market", &[must("programme", Code), must("mineral", One("mineral", MINERALS)), must("level", One("level", LEVELS)), must("ecological", One("yes-no", YES_NO)), must("currency", Currency), must("tick", Money), must("floor", Money), must("minimum", Money)]),
    form("place_sell_order", &[must("market", Id("mkt")), must("batch", Id("bat")), must("mass", Mass), must("price", Money), must("account", Id("acc")), must("time_in_force", One("time-in-force", &["gtd", "ioc", "fok"])), may("until", EndOfDay), may("unnamed", One("yes-no", YES_NO)), may("client_order", Reference)]),
    form("place_buy_order", &[must("market", Id("mkt")), must("mass", Mass), must("price", Money), must("account", Id("acc")), must("time_in_force", One("time-in-force", &["gtd", "ioc", "fok"])), may("until", EndOfDay), may("restriction", Group(RESTRICTION)), may("client_order", Reference)]),
    form("cancel_order", &[must("order", Id("ord"))]),
    form("reduce_order", &[must("order", Id("ord")), must("by", Mass)]),
    form("halt_market", &[must("market", Id("mkt")), must("reason", One("halt-reason", HALTS))]),
    form("reopen_market", &[must("market", Id("mkt"))]),
    form("set_floor", &[must("market", Id("mkt")), must("floor", Money)]),
    form("propose_deal", &[must("side", One("deal-side", &["buy", "sell"])), must("counterparty", Id("org")), must("market", Id("mkt")), must("batch", Id("bat")), must("mass", Mass), must("price", Money), must("account", Id("acc")), must("until", EndOfDay)]),
    form("accept_deal", &[must("deal", Id("del")), must("account", Id("acc"))]),
    form("decline_deal", &[must("deal", Id("del"))]),
    form("withdraw_deal", &[must("deal", Id("del"))]),
    form("record_footprint", &[must("mineral", One("mineral", MINERALS)), must("mass", Mass), PERIOD_FROM, PERIOD_TO, must("basis", One("footprint-basis", &["purchased", "used", "estimated"])), must("method", METHOD), must("scope", SCOPE), may("beneficiary", Id("org"))]),
    form("record_consent", &[must("beneficiary", Group(BENEFICIARY)), must("digest", Digest), must("until", Day)]),
    form("retire", &[must("account", Id("acc")), must("blocks", Serials), must("claim", CLAIM), must("beneficiary", Group(BENEFICIARY)), PERIOD_FROM, PERIOD_TO, must("purpose", PURPOSE), may("product", Words), may("principal", Id("org")), may("consent", Id("cns"))]),
    form("retire_list", &[must("account", Id("acc")), must("lines", Lines(RETIRE_LINE))]),
    form("correct_retirement", &[must("retirement", Id("ret")), may("product", Words), may("purpose", PURPOSE), may("registration_number", Reference), may("footprint", Group(FOOTPRINT))]),
    form("publish_finding", &[must("retirement", Id("ret")), must("outcome", One("finding-outcome", &["confirmed", "qualified", "disputed"])), reason(&["records_agree", "wrong_footprint_year", "footprint_overstated", "footprint_understated", "method_unsuitable", "claimed_twice", "records_missing"]), must("report", Digest)]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use orebook_registry::instruction::Act;
    use orebook_texts::{Texts, Tongue};

    use super::*;

    #[test]
    fn every_act_has_a_form_and_is_told() {
        // A register is founded by its two first persons on the server's machine.
        let acts: BTreeSet<&str> = Act::TABLE.iter().map(|(word, _)| *word).filter(|word| *word != "found").collect();
        let forms: BTreeSet<&str> = FORMS.iter().map(|form| form.act).collect();
        assert_eq!(forms, acts);
        assert_eq!(FORMS.len(), forms.len(), "each once");
        let t = Texts::of(Tongue::English);
        for act in acts {
            let id = format!("act-{}", act.replace('_', "-"));
            assert!(t.find(&id).is_some() && t.find(&format!("{id}-does")).is_some(), "{id}");
        }
    }
}

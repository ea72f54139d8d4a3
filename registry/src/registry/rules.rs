//! Which rules each act is held against: what a dry run shows of them. The verbs themselves decide; here stands only
//! which refusals a verb has, so that a forecast can tell what was looked at.
//!
//! Rules are looked at class by class, in the order of [`RefusalClass`]: when one refuses, all of the classes before
//! its own have held, but for the few that are asked last, and nothing is said of the others.

use super::*;
use crate::refusal::RefusalClass;

/// A rule, and what a forecast found of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The name of its refusal.
    pub name: &'static str,
    /// Its class.
    pub class: RefusalClass,
    /// Whether it holds, as far as was looked.
    pub holds: Held,
}

/// What is known of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It holds.
    Yes,
    /// It refuses the act.
    No,
    /// An earlier rule, or one of its own class, refused: this one may not have been looked at.
    Open,
}

impl Rule {
    /// The rules of an act in order of precedence, as a forecast left them.
    pub fn all_of(act: &Act, refusal: Option<&Refusal>) -> Vec<Self> {
        let names = names_of(act.word());
        let of_act = |name: &&'static str| EVERY.contains(name) || names.contains(name);
        let code = refusal.map(Refusal::code);
        let rule = |(name, class, _): &(&'static str, RefusalClass, &'static str)| {
            let holds = match refusal {
                None => Held::Yes,
                Some(_) if code.as_deref() == Some(&snake_case(name)) => Held::No,
                Some(refusal) if *class < refusal.class() && !ASKED_LAST.contains(name) => Held::Yes,
                Some(_) => Held::Open,
            };
            Self { name, class: *class, holds }
        };
        let mut rules: Vec<Self> = Refusal::TABLE.iter().filter(|(name, ..)| of_act(name)).map(rule).collect();
        rules.sort_by_key(|rule| rule.class);
        rules
    }

    /// The code of its refusal.
    pub fn code(&self) -> String {
        snake_case(self.name)
    }
}

/// `MustExist` → `must_exist`
fn snake_case(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// What every act is held against, besides its signature and its name.
const EVERY: &[&str] =
    &["OrganisationMustBeActive", "SigningKeyIsRequired", "KeyIsFrozen", "OrganisationIsFrozen", "FieldMustBe"];

/// Rules that are asked after those of later classes: what an order would meet is looked at when its figures fit.
const ASKED_LAST: &[&str] = &["OrderMustFillWhole"];

fn names_of(act: &str) -> &'static [&'static str] {
    RULES.iter().find(|(word, _)| *word == act).map_or(&[], |(_, names)| names)
}

/// The refusals of each act, without those of every act. An act that cannot be forecast has no row.
#[rustfmt::skip]
pub const RULES: &[(&str, &[&str])] = &[
    ("register_organisation", &["RoleIsRequired", "MustExist", "KeyMustBeNew", "CodeMustBeNew", "NameMustBeNew", "RolesExcludeEachOther", "KeyIsTooWeak"]),
    ("add_key", &["MustExist", "KeyMustBeNew", "TwoPersonsMustHaveKeys", "KeyIsTooWeak"]),
    ("revoke_key", &["KeyMustNotBeRevoked", "MustExist"]),
    ("open_account", &[]),
    ("cancel_proposal", &["MustExist"]),
    ("add_key_for", &["RoleIsRequired", "MustExist", "KeyMustBeNew", "OrganisationMustBe", "KeyIsTooWeak"]),
    ("veto_key", &["MustExist", "KeyMustBeOpenToVeto"]),
    ("set_limits", &["TwoPersonsMustHaveKeys"]),
    ("suspend_organisation", &["RoleIsRequired", "MustExist", "OrganisationMustBe"]),
    ("reinstate_organisation", &["RoleIsRequired", "MustExist", "OrganisationMustBe"]),
    ("close_organisation", &["RoleIsRequired", "MustExist", "OrganisationMustBe", "OrganisationMustHoldNothing"]),
    ("adopt_parameters", &["RoleIsRequired"]),
    ("adopt_rules", &["RoleIsRequired", "RulesMustBeLater", "RulesMustBeKnown"]),
    ("adopt_issuer", &["RoleIsRequired", "RegistryKeyMustBeNew", "KeyIsTooWeak", "NewKeyMustSign"]),
    ("adopt_log_key", &["RoleIsRequired", "RegistryKeyMustBeNew", "KeyIsTooWeak", "NewKeyMustSign"]),
    ("appoint_agent", &["MustExist", "AgentMustBeNew"]),
    ("dismiss_agent", &["MustExist"]),
    ("triage_grievance", &["RoleIsRequired", "HandlerMustBeIndependent", "MustExist", "GrievanceMustBeOpen"]),
    ("close_grievance", &["RoleIsRequired", "MustExist", "GrievanceMustBeOpen"]),
    ("set_contact_details", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "OrganisationMustBe"]),
    ("withdraw_contact_details", &["DetailsMustBeWaiting"]),
    ("deposit", &["RoleIsRequired", "MustExist", "ReferenceMustBeNew", "AmountMustBePositive", "AmountIsTooLarge"]),
    ("deposit_unknown", &["RoleIsRequired", "ReferenceMustBeNew", "AmountMustBePositive", "AmountIsTooLarge"]),
    ("assign_deposit", &["RoleIsRequired", "MustExist", "DepositMustNotBeRecalled", "DepositMustAwaitItsOwner", "BalanceMustCoverAmount"]),
    ("recall_deposit", &["RoleIsRequired", "MustExist", "DepositMustNotBeRecalled", "ReferenceMustBeNew", "AmountIsTooLarge"]),
    ("book_charge", &["RoleIsRequired", "ReferenceMustBeNew", "AmountMustBePositive", "BalanceMustCoverAmount"]),
    ("correct_money", &["RoleIsRequired", "MustExist", "OrganisationMustBe", "AmountMustBePositive", "AmountIsTooLarge", "BalanceMustCoverAmount"]),
    ("reconcile_bank", &["RoleIsRequired", "DatesMustBeInOrder", "AmountIsTooLarge"]),
    ("set_payout_details", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "OrganisationMustBe"]),
    ("withdraw_payout_details", &["DetailsMustBeWaiting"]),
    ("withdraw_money", &["PayoutDetailsMustBeKnown", "AmountMustBePositive", "BalanceMustCoverAmount"]),
    ("plan_payout", &["RoleIsRequired", "MustExist", "AmountMustBePositive", "PremiumMustCoverPayout"]),
    ("approve_payouts", &["RoleIsRequired", "MustExist", "PayoutMustBe", "PayoutDetailsMustBeKnown", "PayoutDetailsMustWait", "RailMustBe", "CurrencyMustBe", "AmountIsTooLarge", "PremiumMustCoverPayout", "BalanceMustCoverAmount"]),
    ("cancel_payout", &["MustExist", "PayoutMustBe"]),
    ("instruct_payouts", &["RoleIsRequired", "MustExist", "FileMustNotBeInstructed", "PayoutMustBe"]),
    ("report_payout", &["RoleIsRequired", "MustExist", "PayoutMustBe", "BankReferenceIsRequired", "ReferenceMustBeNew"]),
    ("confirm_receipt", &["MustExist", "PayoutMustBe", "CurrencyMustBe", "ReceiptMustNotExceedPayout"]),
    ("dispute_payout", &["MustExist", "PayoutMustBe"]),
    ("refund_fraud", &["RoleIsRequired", "CertificateMustBeHeld", "HoldMustLast"]),
    ("define_programme", &["RoleIsRequired", "VersionMustFollow", "DatesMustBeInOrder"]),
    ("accredit", &["RoleIsRequired", "MustExist", "DatesMustBeInOrder"]),
    ("withdraw_accreditation", &["RoleIsRequired", "MustExist", "AccreditationMustBeInForce"]),
    ("apply_certificate", &["RoleIsRequired", "IssuerMustNotBeApprover", "MustExist", "LevelMustBeOfProgramme", "LevelMustFollow", "EntryLevelIsLimited"]),
    ("accept_mandate", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe", "MandateMustAwaitConsent"]),
    ("end_mandate", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe", "MandateMustBeInForce"]),
    ("begin_audit", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe"]),
    ("grant_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "MandateMustBeAccepted", "GroupMustBeCompliant", "InspectionMustBeRecent", "AuditMustBeRecent", "LevelMustFollow", "EntryLevelIsLimited", "DatesMustBeInOrder", "EffectiveDateIsOutOfRange", "AmountMustBePositive"]),
    ("reject_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe"]),
    ("suspend_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "EffectiveDateIsOutOfRange"]),
    ("reinstate_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "EffectiveDateIsOutOfRange"]),
    ("withdraw_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "EffectiveDateIsOutOfRange"]),
    ("surrender_certificate", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe", "EffectiveDateIsOutOfRange"]),
    ("release_certificate_hold", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "CertificateMustBeHeld"]),
    ("extend_maximum", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "MaximumMustRise"]),
    ("record_inspection", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "MustExist", "CertificateMustBe", "MaximumMustCoverUse", "DatesMustBeInOrder", "AmountMustBePositive"]),
    ("adopt_premium_plan", &["RoleIsRequired", "MustExist", "OrganisationMustBe", "SharesMustSumToWhole", "ShareIsBelowMinimum", "ShareIsAboveMaximum", "CostsAreAboveMaximum"]),
    ("open_instalment_plan", &["RoleIsRequired", "MustExist", "AmountMustBePositive", "RateIsAboveMaximum"]),
    ("accept_instalment_plan", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "PlanMustAwaitProducer", "OneInstalmentPlanOfAKind", "RateIsAboveMaximum", "CostsAreAboveMaximum"]),
    ("declare", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe", "CertificateMustNotBeOversold", "GroupMustBeCompliant", "PeriodMustBeCertified", "DeclarationsMustNotOverlap", "DeclarationIsTooLate", "DatesMustBeInOrder", "PeriodMustBeInOneYear", "PeriodMustHaveEnded", "SoldMustNotExceedVerified", "MaximumIsExceeded", "AmountMustBePositive", "AmountIsTooLarge"]),
    ("approve_declaration", &["RoleIsRequired", "ActMustBeSignedByThe", "CertifierMustBeAccredited", "IssuerMustNotBeApprover", "MustExist", "CertificateMustBe", "CertificateMustNotBeOversold", "GroupMustBeCompliant", "InspectionMustBeRecent", "DeclarationMustBeOpen", "PeriodMustBeCertified", "AuditMustBeRecent", "VerifiedMustNotExceedFine", "SoldMustNotExceedVerified", "MaximumIsExceeded", "NothingToIssue", "BatchIsTooLarge"]),
    ("reject_declaration", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "DeclarationMustBeOpen"]),
    ("withdraw_declaration", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "DeclarationMustBeOpen"]),
    ("record_physical_sale", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "CertificateMustBe", "DatesMustBeInOrder", "AmountMustBePositive", "AmountIsTooLarge"]),
    ("record_equivalence", &["RoleIsRequired", "MustExist", "EquivalencesMustNotOverlap", "LevelMustBeOfProgramme", "DatesMustBeInOrder"]),
    ("revoke_equivalence", &["RoleIsRequired", "MustExist", "EquivalenceMustBeInForce", "EffectiveDateIsOutOfRange"]),
    ("transfer", &["OrganisationIsFrozen", "AccountIsFrozen", "MustExist", "BlocksMustBeAvailable", "BlocksMustNotBeExpired", "BlocksMustReturnToPrincipal", "OrganisationMustBe", "MassMustBeOnLot", "TooManyBlocks", "TransferMustStayInGroup", "BlocksMustNotOverlap"]),
    ("withdraw_transfer", &["MustExist", "TransferMustBePending"]),
    ("refuse_transfer", &["TransferMustBePending"]),
    ("trust_account", &["MustExist", "AccountMustNotBeTrusted"]),
    ("distrust_account", &["MustExist"]),
    ("cancel_credits", &["RoleIsRequired", "AccountIsFrozen", "MustExist", "BlocksMustBeAvailable", "BlocksMustNotBeExpired", "MassMustBeOnLot", "TooManyBlocks", "BlocksMustNotOverlap"]),
    ("place_hold", &["RoleIsRequired", "MustExist"]),
    ("extend_hold", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist"]),
    ("release_hold", &["RoleIsRequired", "ActMustBeSignedByThe", "MustExist", "HoldMustLast"]),
    ("open_market", &["RoleIsRequired", "MustExist", "MarketMustBeNew", "LevelMustBeOfProgramme", "AmountMustBePositive", "AmountIsTooLarge", "CurrencyMustBe", "PriceMustBeOnTick", "TradesMustNotRound"]),
    ("place_sell_order", &["RoleIsRequired", "ActMustBeSignedByThe", "AccountIsFrozen", "MustExist", "CertificateMustBe", "MarketMustBeOpen", "ClientOrderMustBeUnused", "PremiumPlanMustBeInForce", "OrderMustFillWhole", "BlocksMustNotBeExpired", "MassMustBeOnLot", "AmountMustBePositive", "AmountIsTooLarge", "CurrencyMustBe", "PriceMustBeOnTick", "PriceMustNotBeBelowFloor", "OrderIsTooSmall", "OrderMustEndInTime", "BatchMustBeOfMarket", "AvailableCreditsMustCoverMass"]),
    ("place_buy_order", &["RoleIsRequired", "AccountIsFrozen", "MustExist", "MarketMustBeOpen", "ClientOrderMustBeUnused", "OrderMustFillWhole", "TooManyRestrictedBids", "MassMustBeOnLot", "AmountMustBePositive", "AmountIsTooLarge", "CurrencyMustBe", "PriceMustBeOnTick", "PriceMustNotBeBelowFloor", "OrderIsTooSmall", "OrderMustEndInTime", "CashMustCoverEscrow"]),
    ("cancel_order", &["MustExist"]),
    ("reduce_order", &["MustExist", "AmountMustBePositive", "MassMustBeOnLot", "ReductionMustLeaveSomething"]),
    ("halt_market", &["RoleIsRequired", "MustExist", "MarketMustBeOpen"]),
    ("reopen_market", &["RoleIsRequired", "MustExist", "MarketMustBeHalted"]),
    ("set_floor", &["RoleIsRequired", "MustExist", "CurrencyMustBe", "AmountMustBePositive", "PriceMustBeOnTick"]),
    ("propose_deal", &["RoleIsRequired", "AccountIsFrozen", "MustExist", "MarketMustBeOpen", "PremiumPlanMustBeInForce", "DealMustLeaveGroup", "MassMustBeOnLot", "AmountMustBePositive", "AmountIsTooLarge", "CurrencyMustBe", "PriceMustBeOnTick", "PriceMustNotBeBelowFloor", "OrderIsTooSmall", "OrderMustEndInTime", "BatchMustBeOfMarket", "AvailableCreditsMustCoverMass", "CashMustCoverEscrow"]),
    ("accept_deal", &["ActMustBeSignedByThe", "AccountIsFrozen", "MustExist", "DealMustBe", "MarketMustBeOpen", "PremiumPlanMustBeInForce", "DealMustLeaveGroup", "PriceMustBeOnTick", "PriceMustNotBeBelowFloor", "OrderIsTooSmall", "BatchMustBeOfMarket", "AvailableCreditsMustCoverMass", "CashMustCoverEscrow"]),
    ("decline_deal", &["ActMustBeSignedByThe", "MustExist", "DealMustBe"]),
    ("withdraw_deal", &["ActMustBeSignedByThe", "MustExist", "DealMustBe"]),
    ("record_footprint", &["RoleIsRequired", "MustExist", "FootprintsMustNotOverlap", "DatesMustBeInOrder", "AmountMustBePositive"]),
    ("record_consent", &["RoleIsRequired", "DatesMustBeInOrder"]),
    ("retire", &["RoleIsRequired", "ActMustBeSignedByThe", "AccountIsFrozen", "MustExist", "BlocksMustBeAvailable", "BlocksMustNotBeExpired", "ConsentMustBeInForce", "FindingMustBePublished", "DatesMustBeInOrder", "MassMustBeOnLot", "AmountIsTooLarge", "TooManyBlocks", "BlocksMustBeOfOneClass", "BlocksMustNotOverlap", "ClaimIsNotPermitted", "BeneficiaryMustBeHolder", "ClaimMustNotExceedFootprint", "FootprintMustFit", "BeneficiaryMustFit", "ClaimPeriodMustBeInFootprint", "PremiumMustBeConfirmed", "PremiumMustBeInOneCurrency", "ProductNameMustNotClaim", "ProductNameMustBePlain"]),
    ("retire_list", &["RoleIsRequired", "ActMustBeSignedByThe", "AccountIsFrozen", "MustExist", "BlocksMustBeAvailable", "BlocksMustNotBeExpired", "ConsentMustBeInForce", "FindingMustBePublished", "DatesMustBeInOrder", "MassMustBeOnLot", "AmountIsTooLarge", "TooManyBlocks", "BlocksMustBeOfOneClass", "BlocksMustNotOverlap", "ClaimIsNotPermitted", "BeneficiaryMustBeHolder", "ClaimMustNotExceedFootprint", "FootprintMustFit", "BeneficiaryMustFit", "ClaimPeriodMustBeInFootprint", "PremiumMustBeConfirmed", "PremiumMustBeInOneCurrency", "ProductNameMustNotClaim", "ProductNameMustBePlain"]),
    ("correct_retirement", &["ActMustBeSignedByThe", "MustExist", "FootprintsMustNotOverlap", "CorrectionMustBeInTime", "DatesMustBeInOrder", "AmountMustBePositive", "ClaimMustNotExceedFootprint", "ClaimPeriodMustBeInFootprint", "ProductNameMustNotClaim", "ProductNameMustBePlain"]),
    ("publish_finding", &["RoleIsRequired", "AuditorMustBeIndependent", "MustExist"]),
];

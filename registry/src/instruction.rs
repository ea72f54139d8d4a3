//! What members may ask of the register: signed instructions, one act each.

use orebook_document::{Document, Proof, Purpose};
use serde::{Deserialize, Serialize};

use crate::event::Visibility;
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::serial::SerialBlock;
use crate::values::*;

mod codes;
mod forms;
mod numbers;

pub use codes::*;
pub(crate) use forms::forms;
pub use forms::*;
pub use numbers::{Count, Digest, ProgrammeCode};

/// The one context of an instruction.
pub const CONTEXT: &str = "urn:orebook:instruction:v1";
/// Longest instruction accepted, in bytes.
pub const LENGTH_MAX: usize = 16_384;

/// A signed instruction: the only way anything enters the register.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instruction {
    /// Exactly `["urn:orebook:instruction:v1"]`.
    #[serde(rename = "@context")]
    pub context: Vec<String>,
    /// What is asked.
    pub act: Act,
    /// After this moment the instruction is refused; at most one hour after it was signed.
    pub expires: Seconds,
    /// `urn:uuid:` and a UUIDv7 made when it was signed. With the organisation, its idempotency key.
    pub id: InstructionId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// The signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// The origin of the log it is meant for: worthless anywhere else.
    pub registry: String,
    /// Always `Instruction`.
    #[serde(rename = "type")]
    pub kind: InstructionType,
}

codes! {
    /// The fixed `type` of an instruction.
    InstructionType { Instruction = "Instruction" }
}

impl Instruction {
    /// Its context is the one context: another would be another form, which nobody here can read.
    pub(crate) fn must_be_of_this_form(&self) -> Result<(), Refusal> {
        let rule = "exactly urn:orebook:instruction:v1";
        if self.context == [CONTEXT] { Ok(()) } else { Err(Refusal::FieldMustBe { field: "@context", rule }) }
    }
}

impl Document for Instruction {
    const PURPOSE: Purpose = Purpose::CapabilityInvocation;
    fn context(&self) -> &[String] {
        &self.context
    }
    fn proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }
    fn set_proof(&mut self, proof: Option<Proof>) {
        self.proof = proof;
    }
}

/// `urn:uuid:` and a lower-case UUID of version 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InstructionId(u128);

impl InstructionId {
    /// Milliseconds since 1970, from the UUID's first 48 bits (RFC 9562 §5.7).
    pub fn ms(self) -> i64 {
        i64::try_from(self.0 >> 80).expect("48 bits fit")
    }
    /// From the UUID's bits, when it is of version 7.
    pub fn from_uuid(uuid: uuid::Uuid) -> Option<Self> {
        (uuid.get_version_num() == 7 && uuid.get_variant() == uuid::Variant::RFC4122).then_some(Self(uuid.as_u128()))
    }
}

impl std::str::FromStr for InstructionId {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("instruction id", "urn:uuid: and a lower-case UUID of version 7");
        let uuid = text.strip_prefix("urn:uuid:").filter(|u| u.len() == 36).ok_or(FORM)?;
        let id = uuid.parse().ok().and_then(Self::from_uuid).ok_or(FORM)?;
        if id.to_string() == text { Ok(id) } else { Err(FORM) }
    }
}

impl std::fmt::Display for InstructionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "urn:uuid:{}", uuid::Uuid::from_u128(self.0))
    }
}

string_serde!(InstructionId);

/// Declares the acts once: their wire names, forms and visibility.
macro_rules! acts {
    ($($(#[$meta:meta])* $variant:ident = $word:literal, $visibility:ident;)+) => {
        /// What an instruction asks for. On the wire an object with one member, named after the act.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Act { $($(#[$meta])* #[serde(rename = $word)] $variant($variant)),+ }
        impl Act {
            /// The act's name on the wire.
            pub const fn word(&self) -> &'static str { match self { $(Self::$variant(_) => $word),+ } }
            /// Who may read the instruction.
            pub const fn visibility(&self) -> Visibility { match self { $(Self::$variant(_) => Visibility::$visibility),+ } }
            /// All names with their visibility, for the documents and their tests.
            pub const TABLE: &'static [(&'static str, Visibility)] = &[$(($word, Visibility::$visibility)),+];
        }
    };
}

acts! {
    /// Entry 0: the log, its keys, the operator and its two persons.
    Found = "found", Public;
    /// Spends an unused instruction id of one's own.
    Void = "void", Members;
    /// The operator admits an organisation with its first keys.
    RegisterOrganisation = "register_organisation", Members;
    /// A new key of one's own organisation; it works after its own `confirm_key`.
    AddKey = "add_key", Members;
    /// Signed by the very key it confirms.
    ConfirmKey = "confirm_key", Members;
    /// From its entry on the key signs nothing, and what is open of it is cancelled.
    RevokeKey = "revoke_key", Members;
    /// A further holding account.
    OpenAccount = "open_account", Members;
    /// Signs a proposal as the second person.
    Approve = "approve", Members;
    /// Takes a proposal of one's own organisation back.
    CancelProposal = "cancel_proposal", Members;
    /// Two persons of the operator add a key for an organisation.
    AddKeyFor = "add_key_for", Members;
    /// An organisation refuses a key that the operator added for it.
    VetoKey = "veto_key", Members;
    /// What one key of the organisation may do alone.
    SetLimits = "set_limits", Members;
    /// The operator suspends an organisation: what it has open is cancelled.
    SuspendOrganisation = "suspend_organisation", Members;
    /// The operator lifts its suspension.
    ReinstateOrganisation = "reinstate_organisation", Members;
    /// The operator closes an organisation that holds nothing, for ever.
    CloseOrganisation = "close_organisation", Members;
    /// The operator sets the register's waiting times and limits.
    AdoptParameters = "adopt_parameters", Public;
    /// Later rules decide from this entry on.
    AdoptRules = "adopt_rules", Public;
    /// Another key signs retirement statements from this entry on.
    AdoptIssuer = "adopt_issuer", Public;
    /// Another key signs the checkpoints that count this entry.
    AdoptLogKey = "adopt_log_key", Public;
    /// A principal lets an agent hold and retire credits for it.
    AppointAgent = "appoint_agent", Members;
    /// The principal ends it.
    DismissAgent = "dismiss_agent", Members;
    /// A person of the operator says how grave a grievance is and what becomes of it.
    TriageGrievance = "triage_grievance", Public;
    /// The end of a grievance.
    CloseGrievance = "close_grievance", Public;
    /// Whom an organisation is reached by, as a digest.
    SetContactDetails = "set_contact_details", Members;
    /// Takes a change of them back while it waits.
    WithdrawContactDetails = "withdraw_contact_details", Members;
    /// A deposit at the bank, booked for a member by two operator persons.
    Deposit = "deposit", Members;
    /// A deposit of a sender who is not known yet.
    DepositUnknown = "deposit_unknown", Members;
    /// Books it for the member who sent it.
    AssignDeposit = "assign_deposit", Members;
    /// The bank took a deposit back.
    RecallDeposit = "recall_deposit", Members;
    /// A charge of the bank, borne by the operator.
    BookCharge = "book_charge", Members;
    /// Two persons of the operator mend what an entry moved wrongly.
    CorrectMoney = "correct_money", Members;
    /// The bank's own figure beside what is booked.
    ReconcileBank = "reconcile_bank", Members;
    /// Where payouts to an organisation go, as a digest.
    SetPayoutDetails = "set_payout_details", Members;
    /// Takes a change of them back while it waits.
    WithdrawPayoutDetails = "withdraw_payout_details", Members;
    /// A member asks for its unused money.
    WithdrawMoney = "withdraw_money", Members;
    /// The operator plans to pay premium out.
    PlanPayout = "plan_payout", Members;
    /// Two persons of the operator approve payouts: one file for the bank.
    ApprovePayouts = "approve_payouts", Members;
    /// Takes a payout back that the bank has not been told of.
    CancelPayout = "cancel_payout", Members;
    /// The file was handed to the bank.
    InstructPayouts = "instruct_payouts", Members;
    /// What the bank said of a payout.
    ReportPayout = "report_payout", Members;
    /// The payee signs for what arrived.
    ConfirmReceipt = "confirm_receipt", Members;
    /// The payee says that nothing arrived.
    DisputePayout = "dispute_payout", Members;
    /// Two persons of the operator cancel and refund what was bought and is held for fraud.
    RefundFraud = "refund_fraud", Public;
    /// Defines a programme, or its next version.
    DefineProgramme = "define_programme", Public;
    /// Admits a certifier to a programme.
    Accredit = "accredit", Public;
    /// The operator ends an accreditation.
    WithdrawAccreditation = "withdraw_accreditation", Public;
    /// A producer applies for a certificate.
    ApplyCertificate = "apply_certificate", Members;
    /// The holder of a certificate consents to being one, with the powers the application gives it.
    AcceptMandate = "accept_mandate", Members;
    /// The producer takes the holder's powers back.
    EndMandate = "end_mandate", Members;
    /// The certifier begins its audit.
    BeginAudit = "begin_audit", Public;
    /// The certifier grants.
    GrantCertificate = "grant_certificate", Public;
    /// The certifier rejects.
    RejectCertificate = "reject_certificate", Public;
    /// The certifier suspends.
    SuspendCertificate = "suspend_certificate", Public;
    /// The certifier lifts its suspension.
    ReinstateCertificate = "reinstate_certificate", Public;
    /// The certifier withdraws, for ever.
    WithdrawCertificate = "withdraw_certificate", Public;
    /// The producer gives it back, for ever.
    SurrenderCertificate = "surrender_certificate", Public;
    /// The certifier frees what a suspended certificate that has ended left held.
    ReleaseCertificateHold = "release_certificate_hold", Public;
    /// The certifier raises the yearly maximum.
    ExtendMaximum = "extend_maximum", Public;
    /// The certifier records a group's internal inspection.
    RecordInspection = "record_inspection", Public;
    /// The producer signs how its premium is shared.
    AdoptPremiumPlan = "adopt_premium_plan", Public;
    /// A creditor offers an instalment or pre-finance plan.
    OpenInstalmentPlan = "open_instalment_plan", Members;
    /// The producer signs it.
    AcceptInstalmentPlan = "accept_instalment_plan", Members;
    /// The producer declares production.
    Declare = "declare", Members;
    /// The certifier approves it: credits are issued.
    ApproveDeclaration = "approve_declaration", Members;
    /// The certifier rejects it.
    RejectDeclaration = "reject_declaration", Members;
    /// Takes an undecided declaration back.
    WithdrawDeclaration = "withdraw_declaration", Members;
    /// The producer sold metal as certified of which no declaration knows.
    RecordPhysicalSale = "record_physical_sale", Members;
    /// The operator records that one programme's level is accepted as another's.
    RecordEquivalence = "record_equivalence", Public;
    /// The operator ends an equivalence.
    RevokeEquivalence = "revoke_equivalence", Public;
    /// Moves blocks between accounts of one organisation or group.
    Transfer = "transfer", Members;
    /// Takes a pending transfer back.
    WithdrawTransfer = "withdraw_transfer", Members;
    /// The receiver refuses a pending transfer.
    RefuseTransfer = "refuse_transfer", Members;
    /// After a while transfers to this account settle at once.
    TrustAccount = "trust_account", Members;
    /// From its entry on they wait again.
    DistrustAccount = "distrust_account", Members;
    /// A producer cancels credits that it has not sold.
    CancelCredits = "cancel_credits", Public;
    /// The operator stops a key, an account, an organisation or a batch for a while.
    PlaceHold = "place_hold", Public;
    /// Two persons of the operator prolong it.
    ExtendHold = "extend_hold", Public;
    /// The operator lifts it.
    ReleaseHold = "release_hold", Public;
    /// The operator opens a market.
    OpenMarket = "open_market", Public;
    /// An offer of one batch.
    PlaceSellOrder = "place_sell_order", Members;
    /// A bid.
    PlaceBuyOrder = "place_buy_order", Members;
    /// Takes an order's rest out of the book.
    CancelOrder = "cancel_order", Members;
    /// Makes an order smaller, in its place.
    ReduceOrder = "reduce_order", Members;
    /// The operator halts a market: it takes no orders.
    HaltMarket = "halt_market", Public;
    /// The operator opens it again.
    ReopenMarket = "reopen_market", Public;
    /// The operator sets a market's least premium.
    SetFloor = "set_floor", Public;
    /// Offers a deal to one counterparty.
    ProposeDeal = "propose_deal", Members;
    /// Accepts it.
    AcceptDeal = "accept_deal", Members;
    /// Refuses it.
    DeclineDeal = "decline_deal", Members;
    /// Takes a deal back that has not settled.
    WithdrawDeal = "withdraw_deal", Members;
    /// A beneficiary's use of a mineral, against which it claims.
    RecordFootprint = "record_footprint", Members;
    /// An agent holds a beneficiary's consent to be named.
    RecordConsent = "record_consent", Members;
    /// Consumes credits for a beneficiary, for ever.
    Retire = "retire", Public;
    /// The same for a list of beneficiaries, all or none.
    RetireList = "retire_list", Public;
    /// The holder corrects what a retirement says.
    CorrectRetirement = "correct_retirement", Public;
    /// An auditor's finding on a retirement.
    PublishFinding = "publish_finding", Public;
}

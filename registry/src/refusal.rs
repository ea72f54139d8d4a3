//! Refusals: why an instruction was not accepted. Each states its rule and carries the figures; nothing else is
//! said, so that no refusal tells more than the asker may read.
//!
//! Precedence, for all verbs: identity, authority, existence, state, amounts.

use serde::Serialize;

use crate::instruction::*;
use crate::mineral::Mineral;
use crate::money::PayoutState;
use crate::trade::DealState;
use crate::values::*;

/// Declares the refusals once: class, name, facts and sentence.
macro_rules! refusals {
    ($($(#[$meta:meta])* $class:ident $name:ident { $($field:ident : $type:ty),* } $sentence:literal;)+) => {
        /// Why an instruction was refused. On the wire the variant is the `code`, its fields are the facts.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum Refusal { $($(#[$meta])* #[error($sentence)] $name { $($field: $type),* }),+ }

        impl Refusal {
            /// What kind of rule refused it.
            pub const fn class(&self) -> RefusalClass {
                match self { $(Self::$name { .. } => RefusalClass::$class),+ }
            }
            /// Name, class and sentence of every refusal, in order of precedence.
            pub const TABLE: &'static [(&'static str, RefusalClass, &'static str)] =
                &[$((stringify!($name), RefusalClass::$class, $sentence)),+];
        }
    };
}

/// The five classes, in order of precedence. Each has its HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RefusalClass {
    /// Who asks, and whether the instruction may still be taken: 401.
    Identity,
    /// Whether they may: 403.
    Authority,
    /// Whether what they name exists: 404.
    Existence,
    /// Whether it is in a state that allows it: 409.
    State,
    /// Whether the figures fit: 422.
    Amount,
}

impl Refusal {
    /// The stable code: snake_case of the name.
    pub fn code(&self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
            Ok(serde_json::Value::String(code)) => code,
            _ => String::new(),
        }
    }

    /// The figures, as a JSON object.
    pub fn facts(&self) -> serde_json::Value {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(map)) => map.into_iter().next().map(|(_, facts)| facts).unwrap_or_default(),
            _ => serde_json::Value::Null,
        }
    }
}

refusals! {
    Identity RegistryMustBe { expected: String } "the instruction is meant for another registry; this log is {expected}";
    Identity KeyMustBeKnown { organisation: OrganisationId } "the signing key is not a key of {organisation}";
    Amount IdWasUsedForAnotherInstruction { sequence: u64 } "the id names another instruction, accepted as entry {sequence}";
    Identity KeyMustBeConfirmed {} "the key works after its own confirm_key";
    Identity KeyMustNotBeRevoked { sequence: u64 } "the key was revoked or vetoed in entry {sequence}";
    Identity InstructionMustNotBeExpired { expires: Seconds, now: Timestamp } "the instruction expired at {expires}; it is {now}";
    Identity InstructionMustNotComeFromTheFuture { created: Seconds, now: Timestamp } "the instruction was signed at {created}, more than 60 seconds ahead of {now}";
    Identity ExpiryMustBeWithinAnHour { created: Seconds, expires: Seconds } "expires ({expires}) must be after created ({created}) by one hour at the most";
    Identity IdMustBeMadeAtSigning { created: Seconds } "the UUIDv7 of the id must be within 60 seconds of {created}";

    Authority OrganisationMustBeActive { organisation: OrganisationId, state: OrganisationState } "{organisation} is {state}, not active";
    Authority RoleIsRequired { role: Role } "only an organisation with the role {role} may do this";
    Authority ActMustBeSignedByThe { party: &'static str } "this must be signed by the {party}";
    Authority AnotherPersonMustApprove { person: Person } "{person} has proposed it; a key of another person must approve";
    Authority CertifierMustBeAccredited { programme: ProgrammeCode } "the certifier is not accredited for this programme, mineral and verification today ({programme})";
    Authority IssuerMustNotBeApprover {} "producer and certifier must belong to different groups";
    Authority KeyIsFrozen { hold: HoldId, reason: HoldReason } "the key is held ({hold}, {reason})";
    Authority OrganisationIsFrozen { hold: HoldId, organisation: OrganisationId, reason: HoldReason } "{organisation} is held ({hold}, {reason})";
    Authority AccountIsFrozen { account: AccountId, hold: HoldId, reason: HoldReason } "{account} is held ({hold}, {reason})";
    Authority SigningKeyIsRequired {} "a recovery key adds, confirms, revokes and vetoes keys, voids, cancels proposals, takes back changed details that wait, and signs nothing else";
    Authority AuditorMustBeIndependent {} "the auditor must be of another group than the beneficiary, the holder and the certifiers";
    Authority HandlerMustBeIndependent { party: &'static str } "the handler must not be of the group of the {party}";

    Existence MustExist { kind: &'static str, id: String } "there is no {kind} {id} that you may use";

    State RegisterMustNotBeFounded {} "the register has been founded";
    State RegistryKeyMustBeNew {} "a key of the register itself is used for one thing, once: it was never its log's, its issuer's or an organisation's";
    State KeyMustBeNew {} "the key is registered already; a key belongs to one organisation for ever";
    State AgentMustBeNew {} "the agent has been appointed already";
    State KeyMustAwaitConfirmation {} "the key does not await confirmation";
    State CodeMustBeNew { code: OrganisationCode } "the code {code} is taken; codes are never used again";
    State NameMustBeNew { name: Text } "the name {name} is taken; names are never used again";
    State InstructionIdMustBeUnused { id: InstructionId } "{id} has been used";
    State RulesMustBeLater { in_force: u16 } "rules {in_force} are in force; only later ones are adopted";
    State RulesMustBeKnown { known: u16 } "the newest rules that this program knows are {known}";
    State ProposalDigestMustMatch {} "the digest is not that of the proposing instruction";
    State ReferenceMustBeNew { reference: Reference } "the bank reference {reference} has been booked";
    State VersionMustFollow { expected: Count } "the next version of this programme is {expected}";
    State CertificateMustBe { state: String, allowed: String } "the certificate is {state}; this needs {allowed}";
    State MandateMustBeAccepted { holder: OrganisationId } "{holder} has not consented to being the holder";
    State MandateMustAwaitConsent {} "the certificate does not await the holder's consent";
    State MandateMustBeInForce {} "the holder has no mandate under this certificate, or no longer";
    State CertificateMustBeHeld {} "no credits of the certificate are held";
    State CertificateMustNotBeOversold { short: Mass, over: Mass } "{short} kg were sold as certified that nothing covers, and {over} kg beyond the year's maximum";
    State GroupMustBeCompliant { compliant: Bps, minimum: Bps } "{compliant} basis points of the group's members comply; the programme asks for {minimum}";
    State InspectionMustBeRecent { inspected_on: Date, until: Date } "the group's inspection of {inspected_on} counted until {until}";
    State AccreditationMustBeInForce { withdrawn_on: Date } "the accreditation was withdrawn on {withdrawn_on}";
    State EquivalenceMustBeInForce { revoked_from: Date } "the equivalence was revoked from {revoked_from} on";
    State EquivalencesMustNotOverlap { equivalence: EquivalenceId } "{equivalence} says the same for part of the time";
    State DeclarationMustBeOpen { state: String } "the declaration is {state}";
    State PlanMustAwaitProducer {} "the plan does not await the producer's signature";
    State OneInstalmentPlanOfAKind { plan: InstalmentPlanId } "{plan} of the same kind and currency is still open";
    State PremiumPlanMustBeInForce { programme: ProgrammeCode } "the producer has no premium plan in force for {programme}";
    State MarketMustBeNew { market: MarketId } "{market} trades this class in this currency";
    State BlocksMustBeAvailable { block: String, available: Mass } "of {block} only {available} kg are available in this account";
    State BlocksMustNotBeExpired { expired_on: Date } "the credits could be used until {expired_on}";
    State TransferMustBePending {} "the transfer is not pending";
    State PeriodMustBeCertified { day: Date } "the certificate was not certified on {day}";
    State DeclarationsMustNotOverlap { declaration: DeclarationId } "{declaration} covers part of the period for the same site and mineral";
    State DeclarationIsTooLate { until: Date } "production of this certificate could be declared until {until}";
    State FootprintsMustNotOverlap { footprint: FootprintId } "{footprint} covers part of the period for the same mineral and scope";
    State ConsentMustBeInForce { until: Date } "the consent could be used until {until}";
    State FindingMustBePublished { mineral: Mineral, since: Timestamp } "an auditor's finding on the beneficiary's retirements of {mineral} has been due since {since}; until then only the claim none is permitted";
    State CorrectionMustBeInTime { until: Timestamp } "the retirement could be corrected until {until}, once";
    State AuditMustBeRecent { audited_on: Date, until: Date } "the audit of {audited_on} counted until {until}";
    State AccountMustNotBeTrusted {} "the account is on the trusted list already";
    State BlocksMustReturnToPrincipal { block: String, principal: OrganisationId } "{block} is held for {principal}, to whom alone it can go back";
    State HoldMustLast { until: Timestamp } "a hold for fraud lasts until {until} at least";
    State OrganisationMustBe { state: OrganisationState, allowed: String } "the organisation is {state}; this needs {allowed}";
    State OrganisationMustHoldNothing { credits: Mass, money: String, orders: u64, transfers: u64, plans: u64, declarations: u64, payouts: u64 } "the organisation still has {credits} kg of credits, {money}, {orders} open orders, {transfers} pending transfers, {plans} plans that pay it, {declarations} undecided declarations and {payouts} payouts under way";
    State KeyMustWait { works_from: Timestamp } "the operator added the key; it may be confirmed from {works_from} on";
    State KeyMustBeOpenToVeto {} "a key may be vetoed while it awaits its confirmation, if the operator added it";
    State TwoPersonsMustHaveKeys { persons: u64 } "{persons} person slots have an active signing key; a limit needs two";
    State GrievanceMustBeOpen {} "the grievance is closed";
    State MarketMustBeOpen { reason: HaltReason } "the market is halted ({reason}): it takes no orders and no deals";
    State MarketMustBeHalted {} "the market is not halted";
    State ClientOrderMustBeUnused { order: OrderId } "the name is that of {order}, which is open";
    State OrderMustFillWhole { available: Mass, asked: Mass } "{available} kg of {asked} kg would trade at once; the order is to fill whole or not at all";
    State DealMustBe { state: DealState, allowed: String } "the deal is {state}; this needs {allowed}";
    State DealMustLeaveGroup {} "buyer and seller are of one group, or linked by a certificate";
    State DepositMustAwaitItsOwner {} "the deposit is booked for a member already";
    State DepositMustNotBeRecalled {} "the bank took the deposit back";
    State PayoutMustBe { state: PayoutState, allowed: String } "the payout is {state}; this needs {allowed}";
    State PayoutDetailsMustBeKnown { organisation: OrganisationId } "{organisation} has not said where it is paid";
    State PayoutDetailsMustWait { organisation: OrganisationId, works_from: Timestamp } "where {organisation} is paid was changed; the new details count from {works_from} on";
    State FileMustNotBeInstructed {} "the file was handed to the bank; no other is made of its approval";
    State DetailsMustBeWaiting {} "no changed details wait";

    Amount FieldMustBe { field: &'static str, rule: &'static str } "{field} must be {rule}";
    Amount RolesExcludeEachOther { first: Role, second: Role } "{first} and {second} exclude each other";
    Amount NewKeyMustSign { text: String } "possession must be the new key's signature over {text}";
    Amount KeyIsTooWeak {} "the key is of small or mixed order, or no point of the curve";
    Amount LevelMustBeOfProgramme { programme: ProgrammeCode, level: Level } "{programme} has no such class at level {level}";
    Amount LevelMustFollow { level: Level, latest: Level, certificate: CertificateId } "{level} is more than one step up from {latest}, the level of {certificate}, the latest of this producer, site and mineral";
    Amount EntryLevelIsLimited { months: Count, earlier_days: u64, until: Date } "entry level lasts {months} months in all for one producer and site, {earlier_days} days were used before; this certificate may be valid until {until}";
    Amount MaximumMustRise { maximum: Mass, asked: Mass } "an extension must be more than the maximum of {maximum} kg; {asked} kg were asked";
    Amount MaximumMustCoverUse { used: Mass, maximum: Mass, asked: Mass } "the new maximum must be less than {maximum} kg and cover the {used} kg used; {asked} kg were asked";
    Amount DatesMustBeInOrder { first: Date, second: Date } "{first} must not be after {second}";
    Amount EffectiveDateIsOutOfRange { earliest: Date, latest: Date } "the effective date must be from {earliest} to {latest}";
    Amount PeriodMustBeInOneYear { from: Date, to: Date } "the period must lie inside one calendar year and one certificate year ({from} to {to})";
    Amount PeriodMustHaveEnded { today: Date } "the period must have ended before {today}";
    Amount VerifiedMustNotExceedFine { verified: Mass, fine: Mass } "verified {verified} kg are more than the fine mass of {fine} kg";
    Amount SoldMustNotExceedVerified { sold_physically: Mass, verified: Mass } "{sold_physically} kg sold physically are more than {verified} kg";
    Amount MaximumIsExceeded { maximum: Mass, used: Mass, sold_physically: Mass, room: String } "of the year's maximum of {maximum} kg, {used} kg are used; less {sold_physically} kg sold physically, the room is {room} kg";
    Amount NothingToIssue { lot: Mass, mass: Mass } "{mass} kg are less than a lot of {lot} kg; the mass may be declared with the next period";
    Amount BatchIsTooLarge { limit_kg: u64, mass: Mass } "{mass} kg are more than the {limit_kg} credits of one batch";
    Amount MassMustBeOnLot { lot: Mass, mass: Mass } "{mass} kg are not a whole number of lots of {lot} kg";
    Amount AmountMustBePositive { field: &'static str } "{field} must be more than nothing";
    Amount AmountIsTooLarge {} "the amount is larger than the register counts";
    Amount CurrencyMustBe { expected: Currency } "the currency must be {expected}";
    Amount PriceMustBeOnTick { tick: Money, price: Money } "{price} is not a whole number of ticks of {tick}";
    Amount TradesMustNotRound { tick: Money, lot: Mass } "a tick of {tick} times a lot of {lot} kg is not a whole number of minor units";
    Amount PriceMustNotBeBelowFloor { floor: Money, price: Money } "{price} per kg is below the market's floor of {floor}";
    Amount OrderIsTooSmall { minimum: Money, value: Money } "an order of {value} is below the minimum of {minimum}";
    Amount OrderMustEndInTime { latest: Timestamp } "the order must end between now and {latest}";
    Amount BatchMustBeOfMarket {} "the batch is of another class than the market";
    Amount TooManyBlocks { limit: u64, asked: u64 } "{asked} blocks are more than {limit}; ask in parts";
    Amount AvailableCreditsMustCoverMass { available: Mass, asked: Mass } "{available} kg are available, {asked} kg were asked";
    Amount CashMustCoverEscrow { available: Money, needed: Money } "{available} are available, {needed} must be set aside";
    Amount TooManyRestrictedBids { limit: u32 } "{limit} restricted bids of the organisation rest in this market, and no more may";
    Amount ReductionMustLeaveSomething { left: Mass, by: Mass } "{left} kg are left; a reduction by {by} kg is a cancellation";
    Amount BalanceMustCoverAmount { available: Money, needed: Money } "{available} are available, {needed} are needed";
    Amount PremiumMustCoverPayout { available: Money, asked: Money } "{available} of the producer's premium await this payee, {asked} were asked";
    Amount RailMustBe { organisation: OrganisationId, rail: Rail } "{organisation} is paid by {rail}";
    Amount BankReferenceIsRequired {} "nobody knows what became of the payout; only a reference of the bank's changes that";
    Amount ReceiptMustNotExceedPayout { received: Money, sent: Money } "{received} received are more than the {sent} that were sent";
    Amount SharesMustSumToWhole { sum: u64 } "the shares sum to {sum} basis points, not to 10000";
    Amount ShareIsBelowMinimum { kind: PayeeKind, minimum: Bps, share: u64 } "the {kind} share of {share} basis points is below the minimum of {minimum}";
    Amount ShareIsAboveMaximum { kind: PayeeKind, maximum: Bps, share: u64 } "the {kind} share of {share} basis points is above the maximum of {maximum}";
    Amount RateIsAboveMaximum { maximum: Bps, rate: Bps } "the rate of {rate} basis points is above the maximum of {maximum}";
    Amount CostsAreAboveMaximum { maximum: Bps } "certification instalment and administration together take more than {maximum} basis points";
    Amount TransferMustStayInGroup {} "credits move between groups by a trade only, and never out of a producer's account";
    Amount BlocksMustBeOfOneClass {} "the blocks are of different minerals, programmes or levels";
    Amount BlocksMustNotOverlap { block: String } "{block} names credits twice";
    Amount ClaimIsNotPermitted { claim: ClaimType, level: Level } "claims of type {claim} are not permitted at level {level}";
    Amount BeneficiaryMustBeHolder {} "the beneficiary must be the holder as registered";
    Amount ClaimMustNotExceedFootprint { claimed: Mass, footprint: Mass } "{claimed} kg claimed are more than the footprint of {footprint} kg rounded up to a lot";
    Amount FootprintMustFit {} "the footprint is of another mineral";
    Amount BeneficiaryMustFit {} "the beneficiary must be the principal as registered, or as the consent names it";
    Amount ClaimPeriodMustBeInFootprint { from: Date, to: Date } "the claim's period must lie inside the footprint's, {from} to {to}";
    Amount PremiumMustBeConfirmed { confirmed: u64, routed: String } "{confirmed} payments of this premium ({routed} routed) are confirmed by those who received them; a premium claim needs one";
    Amount PremiumMustBeInOneCurrency { first: Currency, second: Currency } "premium was paid in {first} and in {second}; a claim speaks of one currency";
    Amount ProductNameMustNotClaim { rule: &'static str, word: String } "the name says {word}: see rule {rule}";
    Amount ProductNameMustBePlain { word: String } "{word} mixes scripts, or has letters made to look like others";
}

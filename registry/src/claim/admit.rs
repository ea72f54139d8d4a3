//! What every retirement must hold, alone or as a line of a list: whose it may be, what it may say, and what follows
//! from it. Lines of one list see each other through [`Ahead`].

use std::collections::BTreeMap;

use super::Claims;
use super::audit::Claimant;
use crate::certificate::{Certificates, Class};
use crate::credit::{Block, Credits, Range};
use crate::event::{ClaimFacts, MatchFacts, Number, Retired, Wording};
use crate::instruction::{Beneficiary, Claim, ClaimType, MatchClaim, PlainClaim, RetireLine, Role};
use crate::mineral::Mineral;
use crate::money::Cash;
use crate::party::{Asker, Organisation, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// What a retirement is decided on.
pub(crate) struct Desk<'a> {
    pub parties: &'a Parties,
    pub certificates: &'a Certificates,
    pub credits: &'a Credits,
    pub cash: &'a Cash,
    pub claims: &'a Claims,
    pub asker: &'a Asker,
    pub now: Timestamp,
}

/// What earlier lines of the same list have taken.
#[derive(Default)]
pub(super) struct Ahead {
    footprints: BTreeMap<FootprintId, (Mass, u64)>,
    tallies: BTreeMap<(Claimant, Mineral), (Mass, bool)>,
}

/// For whom is retired.
pub(super) struct ForWhom {
    pub beneficiary: Beneficiary,
    claimant: Claimant,
    own: bool,
}

/// Whether a block that its holder may use may be retired for this beneficiary. What an agent holds for a principal
/// is retired for that principal alone.
pub(crate) fn may_be_retired_for(block: &Block, beneficiary: &Claimant) -> bool {
    block.principal.is_none_or(|principal| *beneficiary == Claimant::Member(principal))
}

impl Desk<'_> {
    /// Buyers and agents retire; producers do not.
    pub(super) fn check_role(&self) -> Result<(), Refusal> {
        let Self { parties, asker, .. } = self;
        parties
            .require_role(asker, Role::Buyer)
            .or_else(|refusal| parties.require_role(asker, Role::Agent).map_err(|_| refusal))?;
        if parties.require_role(asker, Role::Producer).is_ok() {
            return Err(Refusal::ActMustBeSignedByThe { party: "buyer, and producers do not retire" });
        }
        Ok(())
    }

    /// The holder itself, the principal of its agent, or who gave it a consent.
    pub(super) fn for_whom(&self, line: &RetireLine) -> Result<ForWhom, Refusal> {
        let holder = self.asker.organisation;
        match (line.principal, line.consent) {
            (Some(_), Some(_)) => {
                Err(Refusal::FieldMustBe { field: "consent", rule: "absent where a principal is named" })
            }
            (Some(principal), None) if principal != holder => {
                self.parties.require_role(self.asker, Role::Agent)?;
                if !self.parties.is_agent(holder, principal) {
                    return Err(Refusal::MustExist { kind: "principal", id: principal.to_string() });
                }
                let beneficiary = registered(self.parties.existing(principal)?);
                Ok(ForWhom { beneficiary, claimant: Claimant::Member(principal), own: false })
            }
            (None, Some(id)) => {
                self.parties.require_role(self.asker, Role::Agent)?;
                let own = self.claims.consent(id).filter(|consent| consent.agent == holder);
                let consent = own.ok_or(Refusal::MustExist { kind: "consent", id: id.to_string() })?;
                if consent.until < self.now.date() {
                    return Err(Refusal::ConsentMustBeInForce { until: consent.until });
                }
                let beneficiary = consent.beneficiary.clone();
                Ok(ForWhom { claimant: Claimant::named(&beneficiary), beneficiary, own: false })
            }
            _ => {
                let beneficiary = registered(self.parties.existing(holder)?);
                Ok(ForWhom { beneficiary, claimant: Claimant::Member(holder), own: true })
            }
        }
    }

    /// The footprint that a claim cites is the beneficiary's own.
    pub(super) fn check_footprint(&self, claim: &Claim, whom: &ForWhom) -> Result<(), Refusal> {
        let Claim::Match(MatchClaim { footprint }) = claim else { return Ok(()) };
        let found = self.claims.footprint(*footprint);
        if found.is_some_and(|f| Claimant::Member(f.record.beneficiary) == whom.claimant) {
            return Ok(());
        }
        Err(Refusal::MustExist { kind: "footprint", id: footprint.to_string() })
    }

    /// A beneficiary that the instruction spells out is the one meant, letter for letter.
    pub(super) fn check_named(&self, named: &Beneficiary, whom: &ForWhom) -> Result<(), Refusal> {
        match (*named == whom.beneficiary, whom.own) {
            (true, _) => Ok(()),
            (false, true) => Err(Refusal::BeneficiaryMustBeHolder {}),
            (false, false) => Err(Refusal::BeneficiaryMustFit {}),
        }
    }

    /// One retirement of ranges that are available.
    pub(super) fn admit(
        &self,
        account: AccountId,
        line: &RetireLine,
        whom: ForWhom,
        ranges: &[Range],
        ahead: &mut Ahead,
        ids: &mut IdMint,
    ) -> Result<Retired, Refusal> {
        self.check_earmarks(ranges, &whom.claimant)?;
        let class = one_class(self.credits, ranges)?;
        self.check_overdue(line.claim.claim_type(), &whom.claimant, class.mineral)?;
        super::record_footprint::check_period(line.period_from, line.period_to)?;
        let mass = ranges.iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
        self.check_permitted(class, line.claim.claim_type())?;
        if !whom.own && line.claim.claim_type() == ClaimType::None {
            return Err(Refusal::BeneficiaryMustBeHolder {});
        }
        super::linter::check(line.product.as_ref())?;
        let (claim, wording) = self.claim_facts(line, class, ranges, mass, ahead)?;
        let mut batches: Vec<BatchId> = ranges.iter().map(|range| range.batch).collect();
        batches.sort_unstable();
        batches.dedup();
        Ok(Retired {
            account,
            batches,
            blocks: line.blocks.clone(),
            claim,
            consent: line.consent,
            finding_due_at: self.finding_due_at(whom.claimant, class, mass, ahead),
            beneficiary: whom.beneficiary,
            holder: self.asker.organisation,
            mass,
            period_from: line.period_from,
            period_to: line.period_to,
            principal: line.principal.filter(|principal| *principal != self.asker.organisation),
            product: line.product.clone(),
            purpose: line.purpose.clone(),
            retirement: ids.mint(),
            wording,
        })
    }

    fn check_earmarks(&self, ranges: &[Range], beneficiary: &Claimant) -> Result<(), Refusal> {
        for range in ranges {
            let batch = self.credits.batch(range.batch).into_iter();
            let mut touched = batch.flat_map(|batch| batch.blocks().touching(range.from..range.to));
            if touched.any(|(_, block)| !may_be_retired_for(&block, beneficiary)) {
                return Err(Refusal::BeneficiaryMustFit {});
            }
        }
        Ok(())
    }

    fn check_overdue(&self, claim: ClaimType, claimant: &Claimant, mineral: Mineral) -> Result<(), Refusal> {
        match self.claims.audits.overdue(claimant, mineral).filter(|_| claim != ClaimType::None) {
            Some(since) => Err(Refusal::FindingMustBePublished { mineral, since }),
            None => Ok(()),
        }
    }

    fn check_permitted(&self, class: Class, claim: ClaimType) -> Result<(), Refusal> {
        let programme = self.certificates.in_force(class.programme, self.now.date())?;
        let terms = programme.levels.iter().find(|l| (l.level, l.ecological) == (class.level, class.ecological));
        let permitted = terms.is_some_and(|terms| terms.claims.contains(&claim));
        if permitted { Ok(()) } else { Err(Refusal::ClaimIsNotPermitted { claim, level: class.level }) }
    }

    fn claim_facts(
        &self,
        line: &RetireLine,
        class: Class,
        ranges: &[Range],
        mass: Mass,
        ahead: &mut Ahead,
    ) -> Result<(ClaimFacts, Wording), Refusal> {
        Ok(match &line.claim {
            Claim::Support(_) => (ClaimFacts::Support(PlainClaim {}), Wording::Support1),
            Claim::Step(_) => (ClaimFacts::Step(PlainClaim {}), Wording::Step1),
            Claim::None(_) => (ClaimFacts::None(PlainClaim {}), Wording::None1),
            Claim::Premium(_) => {
                let facts = super::premium::facts(self.credits, self.cash, ranges, self.now.date())?;
                (ClaimFacts::Premium(facts), Wording::Premium1)
            }
            Claim::Match(against) => {
                let facts = self.claims.admit_match(class.mineral, line, mass, against, ahead)?;
                (ClaimFacts::Match(facts), Wording::Match1)
            }
        })
    }

    /// When a finding is due, if this retirement takes the beneficiary above the threshold and none is owed.
    fn finding_due_at(&self, claimant: Claimant, class: Class, mass: Mass, ahead: &mut Ahead) -> Option<Timestamp> {
        let thresholds = &self.certificates.programme_on(class.programme, self.now.date())?.parameters.audit_thresholds;
        let threshold = thresholds.iter().find(|row| row.mineral == class.mineral);
        let audits = &self.claims.audits;
        let before =
            || (audits.sum(&claimant, class.mineral, self.now), audits.duty(&claimant, class.mineral).is_some());
        let tally = ahead.tallies.entry((claimant.clone(), class.mineral)).or_insert_with(before);
        tally.0 = tally.0.plus(mass);
        let crosses = !tally.1 && threshold.is_some_and(|row| tally.0 > row.mass);
        tally.1 |= crosses;
        crosses.then(|| self.now.plus_days(i64::from(self.parties.parameters().finding_due_days.0)))
    }
}

/// An organisation as it is registered.
fn registered(organisation: &Organisation) -> Beneficiary {
    Beneficiary {
        country: organisation.country,
        name: organisation.name.clone(),
        registration_number: organisation.registration_number.clone(),
    }
}

fn one_class(credits: &Credits, ranges: &[Range]) -> Result<Class, Refusal> {
    let mut classes = ranges.iter().filter_map(|range| credits.batch(range.batch)).map(|batch| batch.class);
    let first = classes.next().ok_or(Refusal::BlocksMustBeOfOneClass {})?;
    if classes.all(|class| class == first) { Ok(first) } else { Err(Refusal::BlocksMustBeOfOneClass {}) }
}

impl Claims {
    /// `claimed` = Σ retired citing the footprint, at most the footprint rounded up to a lot.
    fn admit_match(
        &self,
        mineral: Mineral,
        line: &RetireLine,
        mass: Mass,
        against: &MatchClaim,
        ahead: &mut Ahead,
    ) -> Result<MatchFacts, Refusal> {
        let id = against.footprint;
        let footprint = self.footprint(id).ok_or(Refusal::MustExist { kind: "footprint", id: id.to_string() })?;
        let record = &footprint.record;
        if record.mineral != mineral {
            return Err(Refusal::FootprintMustFit {});
        }
        if line.period_from < record.period_from || line.period_to > record.period_to {
            return Err(Refusal::ClaimPeriodMustBeInFootprint { from: record.period_from, to: record.period_to });
        }
        let (before, earlier) = ahead.footprints.entry(id).or_insert((footprint.claimed, footprint.retirements));
        let claimed = before.plus(mass);
        if claimed > mineral.round_up_to_lot(record.mass) {
            return Err(Refusal::ClaimMustNotExceedFootprint { claimed, footprint: record.mass });
        }
        let facts = MatchFacts {
            claimed,
            earlier: Number(*earlier),
            footprint: id,
            footprint_mass: record.mass,
            footprint_scope: record.scope.clone(),
            period_from: record.period_from,
            period_to: record.period_to,
            percent: super::correct_retirement::percent(claimed, record.mass),
        };
        (*before, *earlier) = (claimed, *earlier + 1);
        Ok(facts)
    }
}

//! Retirement: credits are consumed for a named beneficiary. It is permanent: no instruction undoes it.

use super::{Claims, Retirement};
use crate::Contradiction;
use crate::certificate::{Certificates, Class};
use crate::credit::{Credits, Range};
use crate::event::{ClaimFacts, MatchFacts, Number, Retired, Wording};
use crate::instruction::{Claim, MatchClaim, PlainClaim, Retire, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    claims: &Claims,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    retire: &Retire,
) -> Result<Retired, Refusal> {
    parties
        .require_role(asker, Role::Buyer)
        .or_else(|refusal| parties.require_role(asker, Role::Agent).map_err(|_| refusal))?;
    if parties.require_role(asker, Role::Producer).is_ok() {
        return Err(Refusal::ActMustBeSignedByThe { party: "buyer, and producers do not retire" });
    }
    credits.existing_account(retire.account, asker.organisation)?;
    let ranges = credits.available_blocks(retire.account, &retire.blocks, now.date())?;
    let class = one_class(credits, &ranges)?;
    super::record_footprint::check_period(retire.period_from, retire.period_to)?;
    let mass = ranges.iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
    check_permitted(certificates, class, now.date(), retire)?;
    check_beneficiary(parties, asker, retire)?;
    let (claim, wording) = match &retire.claim {
        Claim::Support(_) => (ClaimFacts::Support(PlainClaim {}), Wording::Support1),
        Claim::None(_) => (ClaimFacts::None(PlainClaim {}), Wording::None1),
        Claim::Match(against) => {
            (ClaimFacts::Match(claims.admit_match(asker.organisation, class, mass, against)?), Wording::Match1)
        }
    };
    let mut batches: Vec<BatchId> = ranges.iter().map(|range| range.batch).collect();
    batches.sort_unstable();
    batches.dedup();
    Ok(Retired {
        account: retire.account,
        batches,
        beneficiary: retire.beneficiary.clone(),
        blocks: retire.blocks.clone(),
        claim,
        holder: asker.organisation,
        mass,
        period_from: retire.period_from,
        period_to: retire.period_to,
        purpose: retire.purpose.clone(),
        retirement: ids.mint(),
        wording,
    })
}

fn one_class(credits: &Credits, ranges: &[Range]) -> Result<Class, Refusal> {
    let mut classes = ranges.iter().filter_map(|range| credits.batch(range.batch)).map(|batch| batch.class);
    let first = classes.next().ok_or(Refusal::BlocksMustBeOfOneClass {})?;
    if classes.all(|class| class == first) { Ok(first) } else { Err(Refusal::BlocksMustBeOfOneClass {}) }
}

fn check_permitted(certificates: &Certificates, class: Class, today: Date, retire: &Retire) -> Result<(), Refusal> {
    let programme = certificates.in_force(class.programme, today)?;
    let claim = retire.claim.claim_type();
    let terms = programme.levels.iter().find(|l| (l.level, l.ecological) == (class.level, class.ecological));
    let permitted = terms.is_some_and(|terms| terms.claims.contains(&claim));
    if permitted { Ok(()) } else { Err(Refusal::ClaimIsNotPermitted { claim, level: class.level }) }
}

/// One unit, one beneficiary: until agents can record a consent, the holder as it is registered.
fn check_beneficiary(parties: &Parties, asker: &Asker, retire: &Retire) -> Result<(), Refusal> {
    let holder = parties.existing(asker.organisation)?;
    let named = &retire.beneficiary;
    let same = (&named.name, named.country, &named.registration_number)
        == (&holder.name, holder.country, &holder.registration_number);
    if same { Ok(()) } else { Err(Refusal::BeneficiaryMustBeHolder {}) }
}

impl Claims {
    /// `claimed` = Σ retired citing the footprint, at most the footprint rounded up to a lot.
    fn admit_match(
        &self,
        holder: OrganisationId,
        class: Class,
        mass: Mass,
        against: &MatchClaim,
    ) -> Result<MatchFacts, Refusal> {
        let own = self.footprint(against.footprint).filter(|f| f.record.beneficiary == holder);
        let footprint = own.ok_or(Refusal::MustExist { kind: "footprint", id: against.footprint.to_string() })?;
        let record = &footprint.record;
        if record.mineral != class.mineral {
            return Err(Refusal::FootprintMustFit {});
        }
        let claimed = footprint.claimed.plus(mass);
        if claimed > class.mineral.round_up_to_lot(record.mass) {
            return Err(Refusal::ClaimMustNotExceedFootprint { claimed, footprint: record.mass });
        }
        let percent = u128::from(claimed.mg()) * 100 / u128::from(record.mass.mg());
        Ok(MatchFacts {
            claimed,
            earlier: Number(footprint.retirements),
            footprint: against.footprint,
            footprint_mass: record.mass,
            footprint_scope: record.scope.clone(),
            period_from: record.period_from,
            period_to: record.period_to,
            percent: Number(u64::try_from(percent.min(100)).unwrap_or(100)),
        })
    }
}

pub(crate) fn apply(claims: &mut Claims, event: &Retired, sequence: u64, time: Timestamp) -> Result<(), Contradiction> {
    if let ClaimFacts::Match(facts) = &event.claim {
        let footprint =
            claims.footprints.get_mut(&facts.footprint).ok_or(Contradiction::new("a claim names its footprint"))?;
        footprint.claimed = facts.claimed;
        footprint.retirements += 1;
    }
    let retirement = Retirement { record: event.clone(), sequence, time };
    let before = claims.retirements.insert(event.retirement, retirement);
    Contradiction::unless(before.is_none(), "a retirement happens once")
}

//! A physical sale recorded after the issuance: the metal was sold as certified, so it must not be in credits as well.
//!
//! ```text
//! covered first by   the year's uncredited mass, then the carry
//! then by            the producer's available credits of the certificate, oldest batch first, in whole lots
//! what is left       is short: the certificate is oversold
//! ```
//! Issued + physical of the year then stay within its maximum, for which credits of the year's batches give way too;
//! what cannot is over, and the certificate oversold as well. Undecided declarations count less where the room shrinks.
//! A sale of no mass makes good what was short or over, once credits are available again.

use std::collections::BTreeMap;

use super::{Certificate, CertificateState, Certificates, YearUse};
use crate::Contradiction;
use crate::credit::Credits;
use crate::event::{CountedAnew, MassOfBatch, PhysicalSaleRecorded};
use crate::instruction::{RecordPhysicalSale, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    sale: &RecordPhysicalSale,
) -> Result<PhysicalSaleRecorded, Refusal> {
    use CertificateState::{Certified, Expired, Surrendered, Suspended};
    parties.require_role(asker, Role::Producer)?;
    let certificate = certificates.visible_to(sale.certificate, |c| c.producer == asker.organisation)?;
    certificate.must_be(&[Certified, Suspended, Expired, Surrendered])?;
    if sale.sold_on > now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: sale.sold_on, second: now.date() });
    }
    let year = certificate.year_of_sale(sale.sold_on).ok_or(Refusal::FieldMustBe {
        field: "sold_on",
        rule: "in a certificate year with an issuance; before it, sales stand in the declaration",
    })?;
    let used = certificate.use_of(year);
    if sale.mass.is_zero() && !used.is_oversold() {
        return Err(Refusal::AmountMustBePositive { field: "mass" });
    }
    let asked = sale.mass.plus(used.short);
    if used.physical.plus(asked) > Mass::MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    let from_cut_off = asked.min(used.uncredited);
    let from_carry = asked.less(from_cut_off).min(certificate.carry);
    let from_uncredited = from_cut_off.plus(from_carry);
    let need = Need { year, production: asked.less(from_uncredited), sold: sale.mass };
    let Cancelling { by_batch, of_year, total, short, over } = cancel(certificate, credits, sale.certificate, &need);
    let after = YearUse {
        issued: used.issued.less(of_year),
        pending: Mass::default(),
        physical: used.physical.plus(sale.mass),
        ..used
    };
    Ok(PhysicalSaleRecorded {
        cancelled: by_batch,
        carry: certificate.carry.less(from_carry),
        certificate: sale.certificate,
        declarations: certificates.counted_anew(sale.certificate, year, certificate.maximum_of(year), after.total()),
        from_uncredited,
        mass: sale.mass,
        over,
        short,
        sold_on: sale.sold_on,
        // What whole lots cancelled beyond the need is mined and without credits again.
        uncredited: used.uncredited.less(from_cut_off).plus(total.less(need.production)).min(Mass::MAX),
    })
}

/// What credits must give way to.
struct Need {
    year: u16,
    /// Mass sold that neither uncredited mass nor the carry covers.
    production: Mass,
    /// Mass of this sale, all of which counts against the year's maximum.
    sold: Mass,
}

struct Cancelling {
    by_batch: Vec<MassOfBatch>,
    /// What of it lies in batches of the year of the sale.
    of_year: Mass,
    total: Mass,
    short: Mass,
    /// Issued + physical beyond the maximum.
    over: Mass,
}

/// Oldest batch first until the production is covered; then batches of the year until its maximum holds.
fn cancel(certificate: &Certificate, credits: &Credits, id: CertificateId, need: &Need) -> Cancelling {
    let mineral = certificate.class.mineral;
    let batches: Vec<_> = credits
        .unsold_of(id)
        .into_iter()
        .map(|(batch, period_from, available)| (batch, certificate.year_of(period_from) == Some(need.year), available))
        .collect();
    let mut taken: BTreeMap<usize, Mass> = BTreeMap::new();
    let mut left = need.production;
    for (place, (.., available)) in batches.iter().enumerate() {
        let part = mineral.round_up_to_lot(left).min(*available);
        taken.insert(place, part);
        left = left.less(part);
    }
    let of_year = |taken: &BTreeMap<usize, Mass>| {
        taken.iter().filter(|(place, _)| batches[**place].1).fold(Mass::default(), |sum, (_, mass)| sum.plus(*mass))
    };
    let used = certificate.use_of(need.year);
    let kept = used.issued.less(of_year(&taken)).plus(used.physical).plus(need.sold);
    let mut over = kept.less(certificate.maximum_of(need.year));
    for (place, (.., available)) in batches.iter().enumerate().filter(|(_, (_, in_year, _))| *in_year) {
        let so_far = taken.get(&place).copied().unwrap_or_default();
        let part = mineral.round_up_to_lot(over).min(available.less(so_far));
        taken.insert(place, so_far.plus(part));
        over = over.less(part);
    }
    let cancelled = taken.iter().filter(|(_, mass)| !mass.is_zero());
    Cancelling {
        by_batch: cancelled.map(|(place, mass)| MassOfBatch { batch: batches[*place].0, mass: *mass }).collect(),
        of_year: of_year(&taken),
        total: taken.values().fold(Mass::default(), |sum, mass| sum.plus(*mass)),
        short: left,
        over,
    }
}

impl Certificate {
    /// The certificate year that a sale counts in: the last one for sales after the end. `None` without an issuance.
    fn year_of_sale(&self, sold_on: Date) -> Option<u16> {
        let valid_from = self.terms.as_ref()?.valid_from;
        let year = self.year_of(sold_on.min(self.last_day()?))?;
        let used = self.use_of(year);
        let has_issued = !used.issued.is_zero() || !used.cancelled.is_zero();
        (valid_from <= sold_on && has_issued).then_some(year)
    }
}

impl Certificates {
    /// Undecided declarations of the year that must count less, so that all of them fit beside `kept`; the newest
    /// give way first.
    fn counted_anew(&self, id: CertificateId, year: u16, maximum: Mass, kept: Mass) -> Vec<CountedAnew> {
        let mut room = maximum.less(kept);
        let mut anew = Vec::new();
        for declaration in self.open_declarations(id) {
            let Some(record) = self.declarations.get(&declaration).filter(|record| record.year == year) else {
                continue;
            };
            let counted = record.counted.min(room);
            room = room.less(counted);
            if counted < record.counted {
                anew.push(CountedAnew { counted, declaration });
            }
        }
        anew
    }
}

pub(crate) fn apply(certificates: &mut Certificates, event: &PhysicalSaleRecorded) -> Result<(), Contradiction> {
    let mut freed = Mass::default();
    for CountedAnew { counted, declaration } in &event.declarations {
        let open = Contradiction::new("a declaration that counts anew is undecided");
        let record = certificates.declarations.get_mut(declaration).ok_or(open)?;
        freed = freed.plus(record.counted.less(*counted));
        record.counted = *counted;
    }
    let certificate = certificates.get_mut(event.certificate)?;
    let year = certificate
        .year_of_sale(event.sold_on)
        .ok_or(Contradiction::new("a sale lies in a certificate year with an issuance"))?;
    certificate.carry = event.carry;
    let used = certificate.use_of_mut(year);
    used.pending = used.pending.less(freed);
    used.physical = used.physical.plus(event.mass);
    used.uncredited = event.uncredited;
    used.short = event.short;
    used.over = event.over;
    Ok(())
}

/// Credits of a batch were cancelled because their metal was sold: they no longer count as issued in their own year.
pub(crate) fn apply_cancelled(
    certificates: &mut Certificates,
    id: CertificateId,
    period_from: Date,
    mass: Mass,
) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(id)?;
    let year = certificate.year_of(period_from).ok_or(Contradiction::new("a batch lies in a certificate year"))?;
    let used = certificate.use_of_mut(year);
    used.issued = used.issued.less(mass);
    used.cancelled = used.cancelled.plus(mass);
    Ok(())
}

//! Every issued kilogram has one declaration, verified by a certifier of another group, and no day is mined twice.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::event::*;
use orebook_registry::serial::BatchSerial;
use orebook_registry::values::*;

use super::keys::Keys;
use super::{Signed, ensure};

#[derive(Debug, Clone)]
struct Open {
    declared: Declared,
    /// `None` while undecided, then whether credits came of it.
    approved: Option<bool>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Issuance {
    certificates: BTreeMap<CertificateId, Applied>,
    carry: BTreeMap<CertificateId, u64>,
    declarations: BTreeMap<DeclarationId, Open>,
    /// What was approved in this entry and is still to be issued.
    due: Option<(CertificateId, Mass)>,
    batches: BTreeMap<BatchId, (BatchSerial, CertificateId, OrganisationId)>,
    /// Who was paid premium for what was sold of a certificate's batches.
    paid: BTreeSet<(CertificateId, OrganisationId)>,
    /// Gross that a buyer paid under a certificate, less what it was refunded, in minor units.
    bought: BTreeMap<(CertificateId, OrganisationId), i64>,
}

impl Issuance {
    pub(super) fn watch(&mut self, event: &Event, signed: Option<&Signed>, keys: &Keys) -> Result<(), String> {
        match event {
            Event::Certificate(event) => self.watch_certificates(event, signed, keys),
            Event::Credit(CreditEvent::Issued(e)) => self.issue(e, keys),
            Event::Money(MoneyEvent::FraudRefunded(e)) => {
                let left = self.bought.entry((e.certificate, e.buyer)).or_default();
                *left -= e.gross.minor;
                ensure(*left >= 0, || format!("{} is refunded more than it paid", e.buyer))
            }
            _ => Ok(()),
        }
    }

    fn watch_certificates(
        &mut self,
        event: &CertificateEvent,
        signed: Option<&Signed>,
        keys: &Keys,
    ) -> Result<(), String> {
        match event {
            CertificateEvent::Applied(e) => {
                self.certificates.insert(e.certificate, e.clone());
            }
            CertificateEvent::Declared(e) => {
                self.declarations.insert(e.declaration, Open { declared: e.clone(), approved: None });
            }
            CertificateEvent::DeclarationApproved(e) => self.approve(e, signed, keys)?,
            CertificateEvent::DeclarationRejected(e) => self.close(e.declaration, false)?,
            CertificateEvent::DeclarationWithdrawn(e) => self.close(e.declaration, false)?,
            CertificateEvent::DeclarationLapsed(e) => self.close(e.declaration, false)?,
            CertificateEvent::Withdrawn(e) => {
                self.carry.remove(&e.certificate);
            }
            CertificateEvent::PhysicalSaleRecorded(e) => {
                let carry = self.carry.entry(e.certificate).or_default();
                ensure(e.carry.mg() <= *carry, || "a sale makes carry".to_owned())?;
                *carry = e.carry.mg();
            }
            CertificateEvent::Suspended(e) | CertificateEvent::Reinstated(e) => {
                self.must_judge(e.certificate, signed)?;
            }
            CertificateEvent::Granted(e) => self.must_judge(e.certificate, signed)?,
            CertificateEvent::MaximumExtended(e) => self.must_judge(e.certificate, signed)?,
            _ => {}
        }
        Ok(())
    }

    /// Its own certifier signed.
    fn must_judge(&self, id: CertificateId, signed: Option<&Signed>) -> Result<(), String> {
        let certificate = self.certificates.get(&id).ok_or("nobody applied for it")?;
        let own = signed.is_some_and(|s| s.organisation() == certificate.certifier);
        ensure(own, || format!("{id} is judged by a stranger"))
    }

    fn close(&mut self, id: DeclarationId, approved: bool) -> Result<(), String> {
        let open = self.declarations.get_mut(&id).ok_or("nobody declared it")?;
        ensure(open.approved.is_none(), || format!("{id} is decided twice"))?;
        open.approved = Some(approved);
        Ok(())
    }

    fn approve(&mut self, e: &DeclarationApproved, signed: Option<&Signed>, keys: &Keys) -> Result<(), String> {
        self.close(e.declaration, true)?;
        let declared = self.declarations.get(&e.declaration).ok_or("nobody declared it")?.declared.clone();
        let id = declared.certificate;
        self.must_judge(id, signed)?;
        let certificate = self.certificates.get(&id).ok_or("nobody applied for it")?.clone();
        let own = [certificate.producer, certificate.holder].map(|p| keys.same_group(p, certificate.certifier));
        ensure(own == [false; 2], || "the issuer approves".to_owned())?;
        ensure(e.verified <= declared.fine, || "more is verified than was declared".to_owned())?;
        let carry = self.carry.insert(id, e.carry.mg()).unwrap_or(0);
        let there_is = e.verified.mg().saturating_sub(declared.sold_physically.mg()) + carry;
        ensure(e.issued.mg() + e.carry.mg() <= there_is, || "more is issued than was mined".to_owned())?;
        for (other, open) in &self.declarations {
            let Some(theirs) = self.certificates.get(&open.declared.certificate) else { continue };
            let same = (&theirs.producer, &theirs.site, theirs.mineral)
                == (&certificate.producer, &certificate.site, certificate.mineral);
            let (first, second) = (&open.declared, &declared);
            let touches = first.period_from <= second.period_to && second.period_from <= first.period_to;
            let twice = *other != e.declaration && open.approved == Some(true) && same && touches;
            ensure(!twice, || format!("{other} and {} are the same days", e.declaration))?;
        }
        ensure(self.due.replace((id, e.issued)).is_none(), || "an approval without an issuance".to_owned())
    }

    fn issue(&mut self, e: &Issued, keys: &Keys) -> Result<(), String> {
        let due = self.due.take();
        ensure(due == Some((e.certificate, e.block.mass())), || format!("issued for no declaration: {due:?}"))?;
        ensure(keys.owner(e.account)? == e.producer, || "issued into a stranger's account".to_owned())?;
        let (serial, certificate, producer) = (e.block.batch.clone(), e.certificate, e.producer);
        let taken = self.batches.values().any(|(other, ..)| *other == serial);
        ensure(!taken, || format!("{serial} is issued twice"))?;
        self.batches.insert(e.batch, (serial, certificate, producer));
        Ok(())
    }

    /// A trade of a batch was paid for.
    pub(super) fn sell(
        &mut self,
        batch: BatchId,
        buyer: OrganisationId,
        gross: Money,
        legs: &[Leg],
    ) -> Result<(), String> {
        let (_, certificate, _) = self.batches.get(&batch).ok_or_else(|| format!("{batch} was never issued"))?;
        *self.bought.entry((*certificate, buyer)).or_default() += gross.minor;
        self.paid.extend(legs.iter().map(|leg| (*certificate, leg.payee)));
        Ok(())
    }

    pub(super) fn paid_under(&self, certificate: CertificateId) -> impl Iterator<Item = OrganisationId> {
        self.paid.iter().filter(move |(of, _)| *of == certificate).map(|(_, payee)| *payee)
    }

    pub(super) fn certificate(&self, batch: BatchId) -> Result<CertificateId, String> {
        self.batches.get(&batch).map(|(_, id, _)| *id).ok_or_else(|| format!("{batch} was never issued"))
    }

    pub(super) fn serial(&self, batch: BatchId) -> Result<&BatchSerial, String> {
        self.batches.get(&batch).map(|(serial, ..)| serial).ok_or_else(|| format!("{batch} was never issued"))
    }

    pub(super) fn batches_of(&self, id: CertificateId) -> Vec<BatchId> {
        self.batches.iter().filter(|(_, (_, of, _))| *of == id).map(|(batch, _)| *batch).collect()
    }

    pub(super) fn producer(&self, batch: BatchId) -> Result<OrganisationId, String> {
        self.batches.get(&batch).map(|(.., producer)| *producer).ok_or_else(|| format!("{batch} was never issued"))
    }

    pub(super) fn batch(&self, serial: &BatchSerial) -> Result<BatchId, String> {
        let found = self.batches.iter().find(|(_, (known, ..))| known == serial);
        found.map(|(id, _)| *id).ok_or_else(|| format!("{serial} was never issued"))
    }

    /// Whose keys may offer its batches, beside the producer's.
    pub(super) fn holder(&self, batch: BatchId) -> Option<OrganisationId> {
        let (_, certificate, _) = self.batches.get(&batch)?;
        self.certificates.get(certificate).map(|c| c.holder)
    }
}

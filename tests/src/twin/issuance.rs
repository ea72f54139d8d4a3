//! Certificates, declarations, plans and debts.

use super::*;

impl Twin {
    pub(super) fn act_on_certificates(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::ApplyCertificate(apply) => self.certificates.push(Certificate {
                id: asking.id(0),
                producer: asking.organisation,
                holder: apply.holder.unwrap_or(asking.organisation),
                country: apply.country,
                linked: false,
                maximum: 0,
                ends: asking.now,
                state: "applied",
                carry: 0,
                uncredited: 0,
                sold: 0,
                short: 0,
                over: 0,
            }),
            Act::BeginAudit(begin) => self.certificate(begin.certificate).state = "under_audit",
            Act::GrantCertificate(grant) => {
                let certificate = self.certificate(grant.certificate);
                certificate.state = "certified";
                certificate.maximum = grant.maximum.mg();
                certificate.ends = grant.valid_to.end();
            }
            Act::Declare(declare) => self.declare(asking, declare),
            Act::ApproveDeclaration(approve) => self.approve(asking, approve),
            Act::RejectDeclaration(reject) => self.close(reject.declaration, 0),
            Act::WithdrawDeclaration(withdraw) => self.close(withdraw.declaration, 0),
            Act::RecordPhysicalSale(sale) => self.sell(sale),
            Act::ExtendMaximum(extend) => self.extend(extend),
            Act::AdoptPremiumPlan(adopt) => self.adopt(asking, adopt),
            Act::OpenInstalmentPlan(open) => self.debts.push(Debt {
                id: asking.id(0),
                kind: open.kind,
                creditor: asking.organisation,
                producer: open.producer,
                rate: i64::from(open.rate.points()),
                left: open.total.minor,
                signed: false,
            }),
            Act::AcceptInstalmentPlan(accept) => {
                self.debts.iter_mut().filter(|debt| debt.id == accept.plan).for_each(|debt| debt.signed = true);
            }
            act => self.judge(asking, act),
        }
    }

    pub(super) fn certificate(&mut self, id: CertificateId) -> &mut Certificate {
        self.certificates.iter_mut().find(|c| c.id == id).expect("a certificate")
    }

    fn declare(&mut self, asking: Asking, declare: &Declare) {
        let days = self.programme_on(asking.now.date()).parameters.approve_within_days.0;
        let fine = declare.ppm.fine(declare.gross).mg();
        let left = self.certificate(declare.certificate).maximum - self.used(declare.certificate);
        let lapses = self.certificate(declare.certificate).ends.plus_days(i64::from(days));
        self.declarations.push(Declaration {
            id: asking.id(0),
            certificate: declare.certificate,
            to: declare.period_to,
            fine,
            sold: declare.sold_physically.mg(),
            counted: fine.min(left),
            open: true,
            lapses,
        });
    }

    pub(super) fn close(&mut self, id: DeclarationId, counted: u64) {
        let declaration = self.declarations.iter_mut().find(|d| d.id == id).expect("a declaration");
        assert!(declaration.open, "{id} is decided");
        (declaration.open, declaration.counted) = (false, counted);
    }

    fn approve(&mut self, asking: Asking, approve: &ApproveDeclaration) {
        let declared = self.declarations.iter().find(|d| d.id == approve.declaration).expect("a declaration").clone();
        let used = self.used(declared.certificate) - declared.counted;
        let months = self.programme_on(asking.now.date()).parameters.unsold_months.0;
        let certificate = self.certificate(declared.certificate);
        let room = certificate.maximum - used - declared.sold;
        let verified = approve.verified.mg();
        assert!(
            verified <= declared.fine && certificate.state != "suspended" && certificate.short + certificate.over == 0
        );
        let mined = verified - declared.sold + certificate.carry;
        let due = room.min(mined);
        certificate.uncredited += mined - due;
        certificate.carry = due % LOT_MG;
        let (producer, lots) = (certificate.producer, due / LOT_MG);
        let sold_within = u32::from(self.programme_on(asking.now.date()).parameters.retire_within_months.0);
        self.close(approve.declaration, lots * LOT_MG + declared.sold);
        let batch = asking.id(0);
        let account = self.accounts.iter().find(|(_, owner)| *owner == producer).expect("an account").0;
        let until = declared.to.plus_months(u32::from(months));
        let (certificate, ends) = (declared.certificate, declared.to);
        self.batches.push(Batch { id: batch, certificate, producer, ends, months: sold_within });
        self.lots.extend((0..lots).map(|gram| Lot {
            batch,
            gram,
            account,
            principal: None,
            trade: None,
            state: LotState::Free,
            until,
            stopped: None,
        }));
        self.cover_anew(asking.now.date());
    }

    fn adopt(&mut self, asking: Asking, adopt: &AdoptPremiumPlan) {
        let first = !self.plans.iter().any(|p| p.producer == asking.organisation && p.started);
        let wait = i64::from(self.programme_on(asking.now.date()).parameters.plan_wait_days.0);
        self.plans.push(Plan {
            id: asking.id(0),
            producer: asking.organisation,
            starts: asking.now.plus_days(if first { 0 } else { wait }),
            started: first,
            shares: adopt.payees.clone(),
        });
    }

    /// Batches of a producer and year are numbered in order of issuance.
    pub(super) fn batch_of(&self, block: &orebook_registry::serial::SerialBlock) -> BatchId {
        let mut of_producer = self.batches.iter().filter(|batch| {
            let code = self.codes.iter().any(|(id, code)| *id == batch.producer && *code == block.batch.organisation);
            code && batch.ends.year() == i32::from(block.batch.year)
        });
        let nth = usize::from(block.batch.number) - 1;
        of_producer.nth(nth).map(|batch| batch.id).expect("a batch of that number")
    }
}

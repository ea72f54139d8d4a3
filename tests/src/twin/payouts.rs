//! Payouts, from the plan to the receipt.

use super::premium::share_out;
use super::*;

impl Twin {
    pub(super) fn act_on_payouts(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::SetPayoutDetails(set) => self.set_details(asking, set),
            Act::WithdrawPayoutDetails(_) => {
                self.details
                    .retain(|details| details.organisation != asking.organisation || details.works <= asking.now);
            }
            Act::WithdrawMoney(withdraw) => self.plan_payout(asking, asking.organisation, None, withdraw.amount),
            Act::PlanPayout(plan) => self.plan_payout(asking, plan.payee, Some(plan.producer), plan.amount),
            Act::ApprovePayouts(approve) => {
                approve.payouts.iter().for_each(|id| self.approve_payout(asking, *id, approve.rail));
            }
            Act::CancelPayout(cancel) => self.cancel_payout(cancel.payout),
            Act::InstructPayouts(instruct) => {
                for payout in self.payouts.iter_mut().filter(|payout| payout.file == Some(instruct.file)) {
                    assert_eq!(payout.state, "approved", "a file goes to the bank whole");
                    payout.state = "instructed";
                }
            }
            Act::ReportPayout(report) => self.report(report.payout, &report.report),
            Act::ConfirmReceipt(confirm) => self.sign_receipt(confirm),
            Act::DisputePayout(dispute) => self.payout(dispute.payout).state = "disputed",
            Act::RefundFraud(refund) => self.refund(refund.certificate, asking.now.date()),
            act => self.act_on_duties(asking, act),
        }
    }

    fn set_details(&mut self, asking: Asking, set: &SetPayoutDetails) {
        let organisation = set.organisation.unwrap_or(asking.organisation);
        let changes = self.details.iter().any(|details| details.organisation == organisation);
        let hours = i64::from(self.parameters.money().details_wait_hours.0);
        let works = if changes { asking.now.plus_hours(hours) } else { asking.now };
        // A change that still waits gives way to the next one.
        self.details.retain(|details| details.organisation != organisation || details.works <= asking.now);
        self.details.push(Details { organisation, rail: set.rail, key: asking.key, works });
    }

    /// What a key has open of payouts ends with it.
    pub(super) fn end_payouts_of(&mut self, key: &PublicKey) {
        let now = self.now;
        self.details.retain(|details| details.key != *key || Some(details.works) <= now);
        self.contacts.retain(|contact| contact.key != *key || Some(contact.works) <= now);
        for payout in self.payouts.iter_mut().filter(|payout| payout.key == *key && payout.state == "planned") {
            payout.state = "cancelled";
        }
    }

    fn plan_payout(&mut self, asking: Asking, payee: OrganisationId, producer: Option<OrganisationId>, amount: Money) {
        let (id, parts) = (asking.id(0), Vec::new());
        let key = asking.key;
        self.payouts.push(Payout { id, payee, producer, amount, state: "planned", file: None, parts, key });
    }

    pub(super) fn payout(&mut self, id: PayoutId) -> &mut Payout {
        self.payouts.iter_mut().find(|payout| payout.id == id).expect("a payout")
    }

    fn approve_payout(&mut self, asking: Asking, id: PayoutId, rail: Rail) {
        let Payout { payee, producer, amount, state, .. } = *self.payout(id);
        let details = self.details.iter().rfind(|details| details.organisation == payee).expect("details");
        assert!(state == "planned" && details.rail == rail && details.works <= asking.now, "{id} is {state}");
        let parts = producer.map_or(Vec::new(), |producer| self.draw(payee, producer, amount.minor));
        let payout = self.payout(id);
        (payout.state, payout.file, payout.parts) = ("approved", Some(asking.id(0)), parts);
        self.transfer_money(CashAccount::Cash(payee), CashAccount::Transit(id), amount);
    }

    pub(super) fn cancel_payout(&mut self, id: PayoutId) {
        let payout = self.payout(id);
        if std::mem::replace(&mut payout.state, "cancelled") == "approved" {
            self.take_back(id, CashAccount::Transit(id));
        }
    }

    /// It came to nothing: the money is the payee's, or is stopped.
    fn take_back(&mut self, id: PayoutId, from: CashAccount) {
        let Payout { payee, amount, parts, .. } = self.payout(id).clone();
        self.transfer_money(from, CashAccount::Cash(payee), amount);
        for part in &parts {
            self.leg(*part).unpaid += part.amount;
        }
        for part in parts {
            self.stop_again(part.trade);
        }
    }

    fn report(&mut self, id: PayoutId, report: &PayoutReport) {
        let payout = self.payout(id);
        let amount = payout.amount;
        match report {
            PayoutReport::Accepted(_) => payout.state = "accepted",
            PayoutReport::Unknown(_) => payout.state = "unknown",
            PayoutReport::Rejected(_) => {
                payout.state = "rejected";
                self.take_back(id, CashAccount::Transit(id));
            }
            PayoutReport::Settled(_) => {
                payout.state = "settled";
                self.transfer_money(CashAccount::Transit(id), CashAccount::Bank, amount);
            }
            PayoutReport::Returned(_) => {
                payout.state = "returned";
                self.take_back(id, CashAccount::Bank);
            }
        }
    }

    /// A hundredth, or ten whole units, may be missing; more, and nothing counts.
    fn sign_receipt(&mut self, confirm: &ConfirmReceipt) {
        let share = i64::from(self.parameters.money().receipt_tolerance.points());
        let payout = self.payout(confirm.payout);
        let (sent, received) = (payout.amount.minor, confirm.received.minor);
        let units = 10 * 10_i64.pow(payout.amount.currency.exponent());
        let missing = sent - received;
        let arrived = received > 0 && (missing <= units || missing <= sent * share / 10_000);
        payout.state = if arrived { "confirmed" } else { "short_received" };
        let parts = if arrived { payout.parts.clone() } else { Vec::new() };
        let weights: Vec<i64> = parts.iter().map(|part| part.amount).collect();
        for (part, arrived) in parts.iter().zip(share_out(received, &weights)) {
            self.leg(*part).confirmed += arrived;
        }
    }
}

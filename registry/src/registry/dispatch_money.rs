//! Which verb decides an act on money.

use super::*;

impl Registry {
    pub(super) fn decide_money(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        act: &Act,
    ) -> Result<MoneyEvent, Refusal> {
        use MoneyEvent as Event;
        let Self { parties, certificates, credits, cash, .. } = self;
        Ok(match act {
            Act::Deposit(act) => Event::Deposited(money::deposit::decide(parties, cash, ids, asker, act)?),
            Act::DepositUnknown(act) => {
                Event::DepositedUnknown(money::deposit::decide_unknown(parties, cash, ids, asker, act)?)
            }
            Act::AssignDeposit(act) => {
                Event::DepositAssigned(money::deposit::decide_assign(parties, cash, asker, act)?)
            }
            Act::RecallDeposit(act) => {
                Event::DepositRecalled(money::recall_deposit::decide(parties, cash, asker, act)?)
            }
            Act::BookCharge(act) => Event::ChargeBooked(money::book_charge::decide(parties, cash, asker, act)?),
            Act::CorrectMoney(act) => {
                Event::MoneyCorrected(money::correct_money::decide(parties, cash, asker, self.size, act)?)
            }
            Act::ReconcileBank(act) => {
                Event::BankReconciled(money::reconcile_bank::decide(parties, cash, asker, now, act)?)
            }
            Act::AdoptPremiumPlan(act) => Event::PremiumPlanAdopted(money::adopt_premium_plan::decide(
                parties,
                certificates,
                cash,
                ids,
                asker,
                now,
                act,
            )?),
            Act::OpenInstalmentPlan(act) => Event::InstalmentPlanOpened(money::open_instalment_plan::decide(
                parties,
                certificates,
                ids,
                asker,
                now,
                act,
            )?),
            Act::AcceptInstalmentPlan(act) => Event::InstalmentPlanAccepted(money::accept_instalment_plan::decide(
                parties,
                certificates,
                cash,
                asker,
                now,
                act,
            )?),
            Act::SetPayoutDetails(act) => {
                Event::PayoutDetailsSet(money::set_payout_details::decide(parties, cash, asker, now, act)?)
            }
            Act::WithdrawPayoutDetails(_) => {
                Event::PayoutDetailsSet(money::withdraw_payout_details::decide(cash, asker, now)?)
            }
            Act::WithdrawMoney(act) => {
                Event::PayoutPlanned(money::plan_payout::decide_withdrawal(cash, ids, asker, act)?)
            }
            Act::PlanPayout(act) => Event::PayoutPlanned(money::plan_payout::decide(parties, cash, ids, asker, act)?),
            Act::ApprovePayouts(act) => {
                let approved = money::approve_payouts::decide(parties, credits, cash, ids, asker, now, act)?;
                Event::PayoutsApproved(approved)
            }
            Act::CancelPayout(act) => Event::PayoutCancelled(money::cancel_payout::decide(parties, cash, asker, act)?),
            Act::InstructPayouts(act) => {
                Event::PayoutsInstructed(money::instruct_payouts::decide(parties, cash, asker, act)?)
            }
            Act::ReportPayout(act) => Event::PayoutReported(money::report_payout::decide(parties, cash, asker, act)?),
            Act::ConfirmReceipt(act) => {
                Event::ReceiptSigned(money::confirm_receipt::decide(parties, cash, asker, act)?)
            }
            Act::DisputePayout(act) => {
                Event::PayoutDisputed(money::confirm_receipt::decide_dispute(parties, cash, asker, act)?)
            }
            Act::RefundFraud(act) => {
                Event::FraudSettled(money::refund_fraud::decide(parties, credits, asker, now, act)?)
            }
            _ => return Err(Refusal::FieldMustBe { field: "act", rule: "one on money" }),
        })
    }
}

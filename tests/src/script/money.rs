//! The words for money: deposits, corrections, payouts and receipts.
//!
//! ```text
//! deposit   operator X1 100 REF-1 lumen        ok
//! unknown   operator X2 100 REF-2              ok                     of a sender who is not known
//! assign    operator X2 lumen                  ok
//! recall    operator X1 REF-3                  ok recovered 60.00 missing 40.00
//! charge    operator 5 REF-4                   ok
//! correct   operator 5 fees suspense           ok                     accounts as on the wire, or the name of a member
//! reconcile operator 2026-07-13 65000          ok booked 65000.00
//! details   lumen    bank|phone [sisters/1]    ok from 2026-07-16     when they count only later
//! payout    operator P1 100 sisters/1 sisters  ok                     premium of the sisters' sales
//! take      lumen    P2 50                     ok                     a member's own money
//! approve   operator F1 P1,P2 bank|phone       ok
//! drop      operator P1                        ok
//! instruct  operator F1                        ok
//! report    operator P1 settled REF-5          ok                     accepted, rejected, settled, returned, unknown
//! receipt   sisters  P1 100 paper short        ok confirmed           on paper; with a reason
//! dispute   sisters  P1                        ok
//! ```

use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;

use super::{Script, money};
use crate::scenario::{Actor, value};

impl Script {
    pub(super) fn act_of_money(&self, verb: &str, actor: &Actor, rest: &[&str]) -> Option<Act> {
        let deposit = || self.names.deposit(rest[0]);
        Some(match verb {
            "deposit" => {
                let (amount, organisation) = (money(rest[1]), self.actor(rest[3]).id);
                Act::Deposit(Deposit { amount, organisation, reference: value(rest[2]) })
            }
            "unknown" => Act::DepositUnknown(DepositUnknown { amount: money(rest[1]), reference: value(rest[2]) }),
            "assign" => {
                let organisation = self.actor(rest[1]).id;
                Act::AssignDeposit(AssignDeposit { deposit: deposit(), organisation })
            }
            "recall" => Act::RecallDeposit(RecallDeposit { deposit: deposit(), reference: value(rest[1]) }),
            "charge" => Act::BookCharge(BookCharge { amount: money(rest[0]), reference: value(rest[1]) }),
            "correct" => {
                let (from, to) = (self.account(rest[1]), self.account(rest[2]));
                let mends = value(rest.get(3).unwrap_or(&"0"));
                Act::CorrectMoney(CorrectMoney { amount: money(rest[0]), from, mends, reason: value("mistake"), to })
            }
            "reconcile" => Act::ReconcileBank(ReconcileBank { on: value(rest[0]), statement: money(rest[1]) }),
            _ => return self.act_of_payouts(verb, actor, rest),
        })
    }

    fn act_of_payouts(&self, verb: &str, actor: &Actor, rest: &[&str]) -> Option<Act> {
        let payout = || self.names.payout(rest[0]);
        Some(match verb {
            "details" => {
                let organisation = rest.get(1).map(|name| self.actor(name).id);
                let details = Digest([u8::try_from(self.world.scenario.entries().len() % 251).expect("small"); 32]);
                Act::SetPayoutDetails(SetPayoutDetails { details, organisation, rail: rail(rest[0]) })
            }
            "payout" => {
                let (payee, producer) = (self.actor(rest[2]).id, self.actor(rest[3]).id);
                Act::PlanPayout(PlanPayout { amount: money(rest[1]), exchange: None, payee, producer })
            }
            "take" => Act::WithdrawMoney(WithdrawMoney { amount: money(rest[1]) }),
            "approve" => {
                let payouts = rest[1].split(',').map(|name| self.names.payout(name)).collect();
                Act::ApprovePayouts(ApprovePayouts { payouts, rail: rail(rest[2]) })
            }
            "drop" => Act::CancelPayout(CancelPayout { payout: payout(), reason: value("mistake") }),
            "instruct" => {
                let digest = Digest([9; 32]);
                Act::InstructPayouts(InstructPayouts { digest, file: self.names.file(rest[0]) })
            }
            "report" => {
                let report = report(rest[1], rest.get(2).map(|reference| value(reference)));
                Act::ReportPayout(ReportPayout { payout: payout(), report })
            }
            "receipt" => {
                let paper = rest.contains(&"paper").then_some(Digest([8; 32]));
                let reason = rest.contains(&"short").then(|| value("bank_charges"));
                let received = money(rest[1]);
                Act::ConfirmReceipt(ConfirmReceipt { note: None, paper, payout: payout(), reason, received })
            }
            "dispute" => {
                let (note, reason) = (None, value("nothing_arrived"));
                Act::DisputePayout(DisputePayout { note, payout: payout(), reason })
            }
            _ => return self.act_of_fraud(verb, actor, rest),
        })
    }

    /// As on the wire, or whatever has a name: a member's cash, what is set aside for an order or a deal, what is on
    /// its way.
    pub(super) fn account(&self, word: &str) -> CashAccount {
        let set_aside = self.names.orders.get(word).map(|order| CashAccount::Escrow(*order));
        let set_aside = set_aside.or_else(|| self.names.deals.get(word).map(|deal| CashAccount::DealEscrow(*deal)));
        let named = set_aside.or_else(|| self.names.payouts.get(word).map(|payout| CashAccount::Transit(*payout)));
        named.or_else(|| word.parse().ok()).unwrap_or_else(|| CashAccount::Cash(self.actor(word).id))
    }
}

fn rail(word: &str) -> Rail {
    if word == "phone" { Rail::MobileMoney } else { Rail::BankTransfer }
}

/// What the bank says: a settlement and a return bear a reference, the others may.
fn report(word: &str, reference: Option<Reference>) -> PayoutReport {
    let some = || reference.clone().expect("a reference of the bank's");
    match word {
        "accepted" => PayoutReport::Accepted(BankSaid { reference }),
        "rejected" => PayoutReport::Rejected(BankRefused { reason: value("no_such_account"), reference }),
        "settled" => PayoutReport::Settled(BankPaid { reference: some() }),
        "returned" => PayoutReport::Returned(BankReturned { reason: value("account_closed"), reference: some() }),
        _ => PayoutReport::Unknown(BankSilent {}),
    }
}

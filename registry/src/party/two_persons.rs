//! Which acts need a second person: one table for all areas. An act with a rule here is a proposal whenever its rule
//! says so, and then waits for a key of another person slot.

use super::{Asker, Limits, Parties, set_limits};
use crate::credit::release_hold;
use crate::instruction::{Act, KeyPurpose, PayoutReport, RevokeKey};
use crate::mineral::Mineral;
use crate::money::confirm_receipt;
use crate::registry::Registry;
use crate::serial::SerialBlock;
use crate::trade::Markets;
use crate::values::*;

/// When an act needs a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Whoever signs it.
    Always,
    /// When the key is for another person slot than the asker's, or for a new one.
    KeyOfAnotherPerson,
    /// When a signing key revokes the key of another person slot.
    SigningKeyRevokesAnotherPerson,
    /// When its mass or value is above the organisation's own limit.
    AboveLimit,
    /// When the hold followed from fraud.
    HoldForFraud,
    /// When a limit that holds now would be raised or removed.
    LimitsLoosened,
    /// When it is the receipt of another organisation.
    ReceiptOfAnother,
    /// When it is done for another organisation, or two persons of the organisation can sign.
    ForAnotherOrWhereTwoSign,
    /// When it is done for another organisation, or changes what stands while two persons can sign and others are known
    /// to be told. Logs that know no contact details are older than the second half, and are decided as they were.
    ForAnotherOrWhereTwoChange,
    /// When it brings money back to a member.
    MoneyComesBack,
}

impl Rule {
    /// The rule in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::KeyOfAnotherPerson => "for the slot of another person, or a new one",
            Self::SigningKeyRevokesAnotherPerson => "when a signing key revokes the key of another person",
            Self::AboveLimit => "above the organisation's own limit",
            Self::HoldForFraud => "when the hold is for fraud",
            Self::LimitsLoosened => "when a limit is raised or removed",
            Self::ReceiptOfAnother => "when the payee is another organisation",
            Self::ForAnotherOrWhereTwoSign => "for another organisation, or when two persons have signing keys",
            Self::ForAnotherOrWhereTwoChange => {
                "for another organisation, or a change by one with contact details and two persons with signing keys"
            }
            Self::MoneyComesBack => "when the bank rejected or returned it",
        }
    }
}

/// The acts that have a rule, by name.
pub const TABLE: &[(&str, Rule)] = &[
    ("add_key", Rule::KeyOfAnotherPerson),
    ("add_key_for", Rule::Always),
    ("accept_deal", Rule::AboveLimit),
    ("adopt_issuer", Rule::Always),
    ("adopt_log_key", Rule::Always),
    ("adopt_parameters", Rule::Always),
    ("adopt_rules", Rule::Always),
    ("approve_payouts", Rule::Always),
    ("assign_deposit", Rule::Always),
    ("confirm_receipt", Rule::ReceiptOfAnother),
    ("correct_money", Rule::Always),
    ("deposit", Rule::Always),
    ("deposit_unknown", Rule::Always),
    ("extend_hold", Rule::Always),
    ("place_buy_order", Rule::AboveLimit),
    ("place_sell_order", Rule::AboveLimit),
    ("propose_deal", Rule::AboveLimit),
    ("recall_deposit", Rule::Always),
    ("refund_fraud", Rule::Always),
    ("release_hold", Rule::HoldForFraud),
    ("report_payout", Rule::MoneyComesBack),
    ("retire", Rule::AboveLimit),
    ("retire_list", Rule::AboveLimit),
    ("revoke_key", Rule::SigningKeyRevokesAnotherPerson),
    ("set_contact_details", Rule::ForAnotherOrWhereTwoSign),
    ("set_limits", Rule::LimitsLoosened),
    ("set_payout_details", Rule::ForAnotherOrWhereTwoChange),
    ("transfer", Rule::AboveLimit),
    ("withdraw_money", Rule::AboveLimit),
];

/// Whether the act, signed by this asker now, needs a second person.
pub(crate) fn needed(registry: &Registry, asker: &Asker, act: &Act) -> bool {
    let Registry { parties, credits, cash, markets, .. } = registry;
    let rule = TABLE.iter().find(|(word, _)| *word == act.word()).map(|(_, rule)| *rule);
    let limits = parties.organisation(asker.organisation).map(|o| &o.limits);
    match (rule, act) {
        (None, _) => false,
        (Some(Rule::Always), _) => true,
        (Some(Rule::KeyOfAnotherPerson), Act::AddKey(add)) => add.person != asker.person,
        (Some(Rule::SigningKeyRevokesAnotherPerson), Act::RevokeKey(revoke)) => is_of_another(parties, asker, revoke),
        (Some(Rule::HoldForFraud), act) => release_hold::needs_second_person(credits, act),
        (Some(Rule::LimitsLoosened), Act::SetLimits(set)) => limits.is_some_and(|l| set_limits::loosens(l, set)),
        (Some(Rule::AboveLimit), act) => limits.is_some_and(|limits| limits.are_exceeded_by(markets, act)),
        (Some(Rule::ReceiptOfAnother), act) => confirm_receipt::needs_second_person(cash, asker, act),
        (Some(Rule::MoneyComesBack), Act::ReportPayout(said)) => {
            matches!(said.report, PayoutReport::Rejected(_) | PayoutReport::Returned(_))
        }
        (Some(Rule::ForAnotherOrWhereTwoSign), Act::SetContactDetails(set)) => {
            is_another(asker, set.organisation) || parties.has_two_persons(asker.organisation)
        }
        (Some(Rule::ForAnotherOrWhereTwoChange), Act::SetPayoutDetails(set)) => {
            let own = asker.organisation;
            let changes = parties.contacts().of(own).is_some() && cash.payouts().details(own).is_some();
            is_another(asker, set.organisation) || changes && parties.has_two_persons(own)
        }
        // A rule that reads an act's members stands beside another act: two persons are the safe answer.
        (Some(_), _) => true,
    }
}

fn is_another(asker: &Asker, named: Option<OrganisationId>) -> bool {
    named.is_some_and(|organisation| organisation != asker.organisation)
}

/// A key of others is not told apart from one that nobody has: the act itself refuses both.
fn is_of_another(parties: &Parties, asker: &Asker, revoke: &RevokeKey) -> bool {
    let own = parties.key(&revoke.key).filter(|key| key.organisation == asker.organisation);
    asker.purpose == KeyPurpose::Signing && own.is_some_and(|key| key.person != asker.person)
}

impl Limits {
    fn are_exceeded_by(&self, markets: &Markets, act: &Act) -> bool {
        match act {
            Act::ProposeDeal(propose) => self.value_exceeded(propose.price, propose.mass),
            Act::AcceptDeal(accept) => {
                markets.deals.find(accept.deal).is_some_and(|deal| self.value_exceeded(deal.price, deal.mass))
            }
            Act::WithdrawMoney(withdraw) => self.value_exceeded(withdraw.amount, Mass::KILOGRAM),
            Act::PlaceSellOrder(place) => self.value_exceeded(place.price, place.mass),
            Act::PlaceBuyOrder(place) => self.value_exceeded(place.price, place.mass),
            Act::Transfer(transfer) => self.mass_exceeded(&transfer.blocks),
            Act::Retire(retire) => self.mass_exceeded(&retire.blocks),
            Act::RetireList(list) => {
                let blocks: Vec<SerialBlock> = list.lines.iter().flat_map(|line| line.blocks.clone()).collect();
                self.mass_exceeded(&blocks)
            }
            _ => true,
        }
    }

    /// `price × mass` in the price's currency, compared in full so that no product is too large to compare.
    fn value_exceeded(&self, price: Money, mass: Mass) -> bool {
        let value = i128::from(price.minor) * i128::from(mass.mg());
        self.values.get(&price.currency).is_some_and(|limit| value > i128::from(limit.minor) * 1_000_000)
    }

    fn mass_exceeded(&self, blocks: &[SerialBlock]) -> bool {
        let sum = |mineral: Mineral| -> u128 {
            let of_mineral = blocks.iter().filter(|block| block.batch.mineral == mineral);
            of_mineral.map(|block| u128::from(block.mass().mg())).sum()
        };
        self.masses.iter().any(|(mineral, limit)| sum(*mineral) > u128::from(limit.mg()))
    }
}

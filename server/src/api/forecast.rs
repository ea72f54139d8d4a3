//! What a dry run tells besides the events: the rules that the act was held against, and the figures that follow.

use orebook_registry::event::{ClaimEvent, CreditEvent, Event, MoneyEvent, TradeEvent};
use orebook_registry::instruction::Act;
use orebook_registry::values::Mass;
use orebook_registry::{Held, Refusal, Registry, Rule};
use serde::Serialize;
use serde_json::Value;

use super::MoneyView;

mod market;
mod money;

use money::MoneyFigures;

/// A rule, and whether it holds.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct RuleView {
    /// The code of its refusal.
    #[schema(example = "cash_must_cover_escrow")]
    pub rule: String,
    /// `identity`, `authority`, `existence`, `state` or `amount`: looked at in this order.
    pub class: String,
    /// `yes`, `no`, or `open`: a rule before it refused, so it may not have been looked at.
    pub holds: String,
    /// The figures of the one that refuses.
    #[serde(skip_serializing_if = "Value::is_null")]
    #[schema(value_type = Object)]
    pub facts: Value,
}

/// The rules of an act as a forecast left them.
pub fn rules(act: &Act, refusal: Option<&Refusal>) -> Vec<RuleView> {
    let view = |rule: Rule| RuleView {
        rule: rule.code(),
        class: format!("{:?}", rule.class).to_lowercase(),
        holds: match rule.holds {
            Held::Yes => "yes",
            Held::No => "no",
            Held::Open => "open",
        }
        .to_owned(),
        facts: refusal.filter(|_| rule.holds == Held::No).map(Refusal::facts).unwrap_or_default(),
    };
    Rule::all_of(act, refusal).into_iter().map(view).collect()
}

/// The figures that follow from a forecast's events; absent where an act has none such.
#[derive(Debug, Default, Serialize)]
pub struct Figures {
    /// Mass in kilograms that would be set aside, issued, moved or retired.
    #[serde(skip_serializing_if = "Option::is_none")]
    mass: Option<String>,
    /// Value of an order at its limit, or of a deal.
    #[serde(skip_serializing_if = "Option::is_none")]
    gross: Option<MoneyView>,
    /// The buyer's fee on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fee: Option<MoneyView>,
    /// Money that would be set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<MoneyView>,
    /// Money that would be left free.
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<MoneyView>,
    /// When it ends, settles, or can last be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// The trades that an order would make at once, in the order of matching.
    #[serde(skip_serializing_if = "Option::is_none")]
    trades: Option<Vec<market::TradeView>>,
    /// Kilograms that would stay in the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    rests: Option<String>,
    /// Why what is left would not stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    cancelled: Option<String>,
    /// Money set aside that would come back at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    released: Option<MoneyView>,
    /// What of the trades, of an offer's rest at its limit, or of a deal would go to whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legs: Vec<market::LegView>,
    /// Kilograms that the certificate year would still have room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    /// Of acts on money.
    #[serde(flatten)]
    money: MoneyFigures,
}

impl Figures {
    /// Of what would happen, in the state as it is.
    pub fn of(registry: &Registry, events: &[Event]) -> Self {
        events.iter().fold(Self::default(), |figures, event| figures.with(registry, event))
    }

    fn with(self, registry: &Registry, event: &Event) -> Self {
        match event {
            Event::Trade(TradeEvent::BuyOrderPlaced(e)) => market::of_bid(registry, e),
            Event::Trade(TradeEvent::SellOrderPlaced(e)) => market::of_offer(registry, e),
            Event::Trade(TradeEvent::DealProposed(e)) => market::of_proposal(registry, e),
            Event::Trade(TradeEvent::DealAccepted(e)) => market::of_acceptance(registry, e),
            Event::Credit(CreditEvent::Issued(e)) => {
                Self { mass: Some(e.block.mass().to_string()), until: Some(e.expires_on.to_string()), ..self }
            }
            Event::Credit(CreditEvent::Transferred(e)) => {
                let mass = e.blocks.iter().fold(Mass::default(), |sum, block| sum.plus(block.mass()));
                Self { mass: Some(mass.to_string()), until: e.settles_at.map(|at| at.to_string()), ..self }
            }
            Event::Certificate(orebook_registry::event::CertificateEvent::Declared(e)) => {
                Self { mass: Some(e.fine.to_string()), room: room(registry, e), ..self }
            }
            Event::Money(MoneyEvent::PayoutsApproved(e)) => {
                Self { money: MoneyFigures::of_approval(registry, e), ..self }
            }
            Event::Money(MoneyEvent::DepositRecalled(e)) => Self { money: MoneyFigures::of_recall(e), ..self },
            Event::Money(MoneyEvent::ReceiptSigned(e)) => Self { money: MoneyFigures::of_receipt(registry, e), ..self },
            Event::Claim(ClaimEvent::Retired(e)) => Self { mass: Some(e.mass.to_string()), ..self },
            _ => self,
        }
    }
}

/// What a certificate year would still have room for once the declaration counts.
fn room(registry: &Registry, declared: &orebook_registry::event::Declared) -> Option<String> {
    let certificate = registry.certificates.certificate(declared.certificate)?;
    let terms = certificate.terms.as_ref()?;
    let begins = |year: &u16| terms.valid_from.plus_months(12 * u32::from(*year)) <= declared.period_from;
    let year = (0..100).take_while(begins).last()?;
    let maximum = terms.maximum;
    let used = certificate.years.get(&year).copied().unwrap_or_default().total();
    Some(maximum.less(used).less(declared.counted).to_string())
}

//! What a dry run tells besides the events: the rules that the act was held against, and the figures that follow.

use orebook_registry::event::{ClaimEvent, CreditEvent, Event, MoneyEvent, TradeEvent};
use orebook_registry::instruction::Act;
use orebook_registry::values::{Bps, Mass, Money};
use orebook_registry::{Held, Refusal, Registry, Rule};
use serde::Serialize;
use serde_json::Value;

use super::MoneyView;

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
    /// Value of an order at its limit.
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
    /// What of the value at the limit would go to whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legs: Vec<LegView>,
    /// Kilograms that the certificate year would still have room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    /// Of acts on money.
    #[serde(flatten)]
    money: MoneyFigures,
}

/// A part of the premium.
#[derive(Debug, Serialize)]
struct LegView {
    /// A payee's kind, or `instalment`.
    kind: String,
    /// Who would be paid.
    payee: String,
    /// How much.
    amount: MoneyView,
}

impl Figures {
    /// Of what would happen, in the state as it is.
    pub fn of(registry: &Registry, events: &[Event]) -> Self {
        events.iter().fold(Self::default(), |figures, event| figures.with(registry, event))
    }

    fn with(self, registry: &Registry, event: &Event) -> Self {
        match event {
            Event::Trade(TradeEvent::BuyOrderPlaced(e)) => {
                let free = |currency| {
                    registry.cash.cash_of(e.owner).find(|free| free.currency == currency).map_or(0, |free| free.minor)
                };
                let value = value(e.price, e.mass);
                let fee = fee(value, e.fee);
                let reserve = value.currency.minor(value.minor + fee.minor);
                Self {
                    mass: Some(e.mass.to_string()),
                    gross: Some(value.into()),
                    fee: Some(fee.into()),
                    set_aside: Some(reserve.into()),
                    left: Some(reserve.currency.minor(free(reserve.currency) - reserve.minor).into()),
                    until: Some(e.expires_at.to_string()),
                    ..self
                }
            }
            Event::Trade(TradeEvent::SellOrderPlaced(e)) => {
                let value = value(e.price, e.mass);
                let batch = registry.credits.batch(e.batch);
                Self {
                    mass: Some(e.mass.to_string()),
                    gross: Some(value.into()),
                    until: Some(e.expires_at.to_string()),
                    legs: batch.map(|b| legs(registry, b, value)).unwrap_or_default(),
                    ..self
                }
            }
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

/// An order's value at its limit; whole, since mass and price were checked.
fn value(price: Money, mass: Mass) -> Money {
    price.times(mass).unwrap_or(price.currency.minor(0))
}

fn fee(value: Money, rate: Bps) -> Money {
    let fee = i128::from(value.minor) * i128::from(rate.points()) / 10_000;
    value.currency.minor(i64::try_from(fee).unwrap_or(i64::MAX))
}

fn legs(registry: &Registry, batch: &orebook_registry::credit::Batch, value: Money) -> Vec<LegView> {
    let Some(route) = registry.cash.route(batch.producer, batch.class.programme, value) else { return Vec::new() };
    let deductions = route.deductions.into_iter().map(|d| LegView {
        kind: "instalment".to_owned(),
        payee: d.creditor.to_string(),
        amount: d.amount.into(),
    });
    let shares = route.legs.into_iter().map(|leg| LegView {
        kind: leg.kind.to_string(),
        payee: leg.payee.to_string(),
        amount: leg.amount.into(),
    });
    deductions.chain(shares).collect()
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

//! The file of an approval: a pure function of the approval, of where everybody is paid, and of the configuration. One
//! approval is one file and one message to the bank: whatever it says of itself follows from the approval alone.

use orebook_bank::mobile::{self, Profile};
use orebook_bank::pain001::{Account, Agent, Initiation, Payment};
use orebook_bank::{Amount, Currency};
use orebook_registry::Registry;
use orebook_registry::instruction::{Digest, Rail};
use orebook_registry::money::{PayoutFile, PayoutState};
use orebook_registry::values::{Money, OrganisationId, PayoutFileId, PayoutId, Timestamp};

use super::details::{Details, Place};
use super::reference_of;
use super::settings::Settings;

/// An approval, and whatever its file needs to know of it.
#[derive(Debug, Clone)]
pub struct Approval {
    /// The file's id.
    pub id: PayoutFileId,
    /// How it is sent.
    pub rail: Rail,
    /// When it was approved.
    pub approved_at: Timestamp,
    /// In which currency it pays.
    pub currency: orebook_registry::values::Currency,
    /// Its payouts, in the order of the approval.
    pub payouts: Vec<ApprovedPayout>,
}

/// A payout of an approval.
#[derive(Debug, Clone)]
pub struct ApprovedPayout {
    /// Its id.
    pub id: PayoutId,
    /// Who is paid.
    pub payee: OrganisationId,
    /// How much.
    pub amount: Money,
    /// Where it goes.
    pub details: Option<Digest>,
    /// Where it stands.
    pub state: PayoutState,
}

impl Approval {
    /// As the register has it.
    pub fn of(registry: &Registry, id: PayoutFileId) -> Option<Self> {
        let PayoutFile { rail, total, payouts, approved_at, .. } = registry.cash.payouts().file(id)?;
        let payout = |id: &PayoutId| {
            let payout = registry.cash.payouts().find(*id)?;
            Some(ApprovedPayout {
                id: *id,
                payee: payout.payee,
                amount: payout.amount,
                details: payout.details,
                state: payout.state,
            })
        };
        Some(Self {
            id,
            rail: *rail,
            approved_at: *approved_at,
            currency: total.currency,
            payouts: payouts.iter().filter_map(payout).collect(),
        })
    }

    /// From where it is paid; or what must be configured for that.
    pub fn source(&self, settings: Option<&Settings>) -> Result<Source, String> {
        let settings = settings.ok_or("[payouts]")?;
        match self.rail {
            Rail::BankTransfer => {
                let (account, agent) = settings
                    .accounts
                    .get(&self.currency)
                    .ok_or_else(|| format!("[payouts.accounts.{}]", self.currency))?;
                let (debtor, account, agent) = (settings.debtor.clone(), account.clone(), agent.clone());
                Ok(Source::Bank(Box::new(Debtor { debtor, account, agent })))
            }
            Rail::MobileMoney => Ok(Source::Mobile(settings.mobile.clone().ok_or("payouts.mobile")?)),
        }
    }
}

/// From where money is paid.
pub enum Source {
    /// From a bank account.
    Bank(Box<Debtor>),
    /// From a wallet, by a table of this layout.
    Mobile(Profile),
}

/// Whose account it is.
pub struct Debtor {
    debtor: orebook_bank::pain001::Party,
    account: Account,
    agent: Option<Agent>,
}

impl Source {
    /// The media type of the file, and how its name ends.
    pub const fn media_type(rail: Rail) -> (&'static str, &'static str) {
        match rail {
            Rail::BankTransfer => ("application/xml", "xml"),
            Rail::MobileMoney => ("text/csv; charset=utf-8; header=present", "csv"),
        }
    }

    /// The file's bytes. `details` are those of its payouts, in their order.
    pub fn file(self, approval: &Approval, details: &[Details]) -> Result<Vec<u8>, String> {
        match self {
            Self::Bank(debtor) => debtor.initiation(approval, details)?.to_xml().map_err(|error| error.to_string()),
            Self::Mobile(profile) => {
                let payouts = approval.payouts.iter().zip(details).map(|(payout, details)| table_row(payout, details));
                let payouts = payouts.collect::<Result<Vec<_>, _>>()?;
                profile.to_csv(&payouts).map_err(|error| error.to_string())
            }
        }
    }
}

impl Debtor {
    fn initiation(self, approval: &Approval, details: &[Details]) -> Result<Initiation, String> {
        let id = approval.id.ulid().parse().map_err(|error| format!("the file's id: {error}"))?;
        let approved = approval.approved_at.to_string();
        let moment = format!("{}Z", approved.split('.').next().unwrap_or_default());
        let payments = approval.payouts.iter().zip(details).map(|(payout, details)| payment(payout, details));
        Ok(Initiation {
            message_id: std::clone::Clone::clone(&id),
            created_at: moment.parse().map_err(|error| format!("{moment}: {error}"))?,
            initiator: self.debtor.name.clone(),
            payments_id: id,
            execution_day: approval.approved_at.date().to_string().parse().map_err(|e| format!("{moment}: {e}"))?,
            debtor: self.debtor,
            debtor_account: self.account,
            debtor_agent: self.agent,
            payments: payments.collect::<Result<_, _>>()?,
        })
    }
}

fn payment(payout: &ApprovedPayout, details: &Details) -> Result<Payment, String> {
    let Place::Bank(account) = &details.place else { return Err(elsewhere(payout)) };
    let reference = reference_of(payout.id).map_err(|error| error.to_string())?;
    Ok(Payment {
        instruction_id: payout.id.ulid().parse().map_err(|error| format!("{}: {error}", payout.id))?,
        end_to_end_id: reference.as_str().parse().map_err(|error| format!("{}: {error}", payout.id))?,
        amount: amount(payout)?,
        creditor_agent: details.agent.clone(),
        creditor: details.party.clone(),
        creditor_account: account.clone(),
        purpose: None,
        reference,
    })
}

fn table_row(payout: &ApprovedPayout, details: &Details) -> Result<mobile::Payout, String> {
    let Place::Mobile(msisdn) = &details.place else { return Err(elsewhere(payout)) };
    Ok(mobile::Payout {
        msisdn: msisdn.clone(),
        name: details.party.name.clone(),
        amount: amount(payout)?,
        reference: reference_of(payout.id).map_err(|error| error.to_string())?,
        payout_id: payout.id.ulid().parse().map_err(|error| format!("{}: {error}", payout.id))?,
        note: None,
    })
}

fn elsewhere(payout: &ApprovedPayout) -> String {
    format!("{} is not paid by the rail of its file", payout.id)
}

fn amount(payout: &ApprovedPayout) -> Result<Amount, String> {
    let Money { minor, currency } = payout.amount;
    let currency = Currency::new(currency.code(), currency.exponent()).map_err(|error| error.to_string())?;
    Amount::new(minor, currency).map_err(|error| error.to_string())
}

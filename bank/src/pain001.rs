//! Customer credit transfer initiation of ISO 20022, `pain.001.001.09`: a list of payments that a
//! bank is to make from one account, in one currency, on one day.
//!
//! ```text
//! Document/CstmrCdtTrfInitn
//!   GrpHdr     MsgId  CreDtTm  NbOfTxs  CtrlSum  InitgPty/Nm
//!   PmtInf     PmtInfId  PmtMtd=TRF  NbOfTxs  CtrlSum  ReqdExctnDt/Dt
//!              Dbtr  DbtrAcct  DbtrAgt  ChrgBr=DEBT
//!     CdtTrfTxInf, one or more
//!              PmtId/InstrId  PmtId/EndToEndId  Amt/InstdAmt Ccy="…"
//!              CdtrAgt?  Cdtr  CdtrAcct  Purp/Cd?
//!              RmtInf/Strd/CdtrRefInf  Tp/CdOrPrtry/Cd=SCOR  Ref=RF…
//!
//! Nm PstlAdr?                               a party: its address has StrtNm? BldgNb? PstCd? TwnNm Ctry
//! Id/IBAN  or  Id/Othr/Id SchmeNm/Cd?       an account; the debtor's has Ccy as well
//! FinInstnId/BICFI  or  ClrSysMmbId and Nm  an agent; a debtor's that is not given is Othr/Id=NOTPROVIDED
//! ```
//!
//! The elements stand in the order of the schema, two spaces an indent, UTF-8, a line feed at the
//! end. `ChrgBr=DEBT`: the sender pays what the transfer costs, so a payee gets what was promised.
//! Nothing in a file depends on when or where it is written.

mod account;
mod paper;
mod party;
mod write;

pub use account::{Account, Agent};
pub use party::{Address, Party};

use crate::{Amount, Code, Day, FileError, Id, Latin, Moment, Reference};

/// A file: payments from one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiation {
    /// `MsgId`: the file. A bank refuses one that it has seen.
    pub message_id: Id<35>,
    /// `CreDtTm`: when the file was made.
    pub created_at: Moment,
    /// `InitgPty/Nm`: who sends the file.
    pub initiator: Latin<70>,
    /// `PmtInfId`: the payments together, and what a batch booking shows.
    pub payments_id: Id<35>,
    /// `ReqdExctnDt/Dt`: the day on which the bank is to pay.
    pub execution_day: Day,
    /// `Dbtr`: whose money it is.
    pub debtor: Party,
    /// `DbtrAcct`: where it comes from. It is held in the currency of the payments.
    pub debtor_account: Account,
    /// `DbtrAgt`: the bank of that account, if it is to be named.
    pub debtor_agent: Option<Agent>,
    /// `CdtTrfTxInf`: one or more, in the order in which they are written.
    pub payments: Vec<Payment>,
}

/// One payment of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// `InstrId`: the payment between the sender and its bank.
    pub instruction_id: Id<35>,
    /// `EndToEndId`: the payment from the sender to the payee; the other banks pass it on. No two
    /// payments of a file have the same.
    pub end_to_end_id: Id<35>,
    /// `InstdAmt`.
    pub amount: Amount,
    /// `CdtrAgt`: the payee's bank. An IBAN alone is enough for some banks.
    pub creditor_agent: Option<Agent>,
    /// `Cdtr`: the payee.
    pub creditor: Party,
    /// `CdtrAcct`: where the money goes.
    pub creditor_account: Account,
    /// `Purp/Cd`: a code of ExternalPurpose1Code, such as `GDDS`.
    pub purpose: Option<Code<4>>,
    /// `RmtInf`: what the payment is for.
    pub reference: Reference,
}

impl Initiation {
    /// The file, in UTF-8. Refused if it pays nobody, in two currencies, one thing twice, or more
    /// than the format has digits for; nothing else can be wrong with it.
    pub fn to_xml(&self) -> Result<Vec<u8>, FileError> {
        write::initiation(self)
    }
}

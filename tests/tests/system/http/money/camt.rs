//! Statements as a bank would write them, made for a test: `camt.053.001.08` and `camt.054.001.08`.

use std::fmt::Write;

/// The register's account, as the stage is told.
pub const IBAN: &str = "NL91ABNA0417164300";

/// An entry. What is empty is left out.
#[derive(Debug, Clone, Default)]
pub struct Told<'t> {
    /// With its decimals.
    pub amount: &'t str,
    /// `CRDT` or `DBIT`.
    pub way: &'t str,
    /// The bank's reference.
    pub reference: &'t str,
    pub end_to_end: &'t str,
    pub instruction: &'t str,
    /// A reference of ISO 11649, structured.
    pub creditor: &'t str,
    /// Free text.
    pub text: &'t str,
    /// Why money came back.
    pub reason: &'t str,
    pub reversal: bool,
    /// Domain, family and sub-family; a credit transfer unless it is said.
    pub code: &'t str,
    /// `BOOK` unless it is said.
    pub status: &'t str,
    /// Of a batch: its id and number of transactions.
    pub batch: Option<(&'t str, usize)>,
    /// Of a batch: what is told of its transactions.
    pub parts: Vec<Told<'t>>,
}

/// A statement of a day in July 2026.
#[derive(Debug, Clone)]
pub struct Paper<'p> {
    pub notification: bool,
    pub id: &'p str,
    pub account: &'p str,
    pub currency: &'p str,
    /// When all of it was booked.
    pub day: &'p str,
    /// With its decimals.
    pub closing: Option<&'p str>,
    pub entries: Vec<Told<'p>>,
}

/// The day of all entries, unless it is said.
pub const DAY: &str = "2026-07-14";

/// Money that came.
pub fn credit<'t>(amount: &'t str, reference: &'t str) -> Told<'t> {
    Told { amount, way: "CRDT", reference, ..Told::default() }
}

/// Money that left.
pub fn debit<'t>(amount: &'t str, reference: &'t str) -> Told<'t> {
    Told { amount, way: "DBIT", reference, ..Told::default() }
}

/// The statement of the account in USD.
pub fn statement<'p>(id: &'p str, entries: Vec<Told<'p>>) -> Paper<'p> {
    Paper { notification: false, id, account: IBAN, currency: "USD", day: DAY, closing: None, entries }
}

fn element(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<{name}>{text}</{name}>") }
}

impl Paper<'_> {
    /// The file.
    pub fn xml(&self) -> Vec<u8> {
        let (form, message, one) = if self.notification {
            ("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn")
        } else {
            ("camt.053.001.08", "BkToCstmrStmt", "Stmt")
        };
        let account = if self.account == IBAN {
            element("IBAN", self.account)
        } else {
            element("Othr", &element("Id", self.account))
        };
        let mut body = element("Id", self.id);
        body += &element("Acct", &(element("Id", &account) + &element("Ccy", self.currency)));
        if let Some(closing) = self.closing {
            let kind = element("Tp", &element("CdOrPrtry", &element("Cd", "CLBD")));
            let day = element("Dt", &element("Dt", self.day));
            body += &element("Bal", &(kind + &self.amount(closing) + &element("CdtDbtInd", "CRDT") + &day));
        }
        for entry in &self.entries {
            body += &self.entry(entry);
        }
        let body = element(message, &element(one, &body));
        let namespace = format!("urn:iso:std:iso:20022:tech:xsd:{form}");
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"{namespace}\">{body}</Document>\n")
            .into()
    }

    fn amount(&self, amount: &str) -> String {
        format!("<Amt Ccy=\"{}\">{amount}</Amt>", self.currency)
    }

    fn entry(&self, told: &Told<'_>) -> String {
        let or = |text: &'static str, given: &str| if given.is_empty() { text.to_owned() } else { given.to_owned() };
        let mut out = self.amount(told.amount) + &element("CdtDbtInd", told.way);
        out += &element("RvslInd", if told.reversal { "true" } else { "" });
        out += &element("Sts", &element("Cd", &or("BOOK", told.status)));
        out += &element("BookgDt", &element("Dt", self.day));
        out += &element("AcctSvcrRef", told.reference);
        let code = or("PMNT/ICDT/ESCT", told.code);
        let codes: Vec<&str> = code.split('/').collect();
        let family = element("Fmly", &(element("Cd", codes[1]) + &element("SubFmlyCd", codes[2])));
        out += &element("BkTxCd", &element("Domn", &(element("Cd", codes[0]) + &family)));
        let mut details = String::new();
        if let Some((id, count)) = told.batch {
            details += &element("Btch", &(element("PmtInfId", id) + &element("NbOfTxs", &count.to_string())));
        }
        if told.batch.is_none() && told.parts.is_empty() {
            details += &self.transaction(told, false);
        }
        for part in &told.parts {
            details += &self.transaction(part, true);
        }
        out += &element("NtryDtls", &details);
        element("Ntry", &out)
    }

    fn transaction(&self, told: &Told<'_>, is_part: bool) -> String {
        let mut references = element("AcctSvcrRef", if is_part { told.reference } else { "" });
        references += &element("InstrId", told.instruction);
        references += &element("EndToEndId", if told.end_to_end.is_empty() { "NOTPROVIDED" } else { told.end_to_end });
        let mut out = element("Refs", &references);
        if is_part {
            let _ = write!(out, "{}{}", self.amount(told.amount), element("CdtDbtInd", told.way));
        }
        let structured = element("Strd", &element("CdtrRefInf", &element("Ref", told.creditor)));
        let remittance = element("Ustrd", told.text) + if told.creditor.is_empty() { "" } else { &structured };
        out += &element("RmtInf", &remittance);
        out += &element(
            "RtrInf",
            &if told.reason.is_empty() { String::new() } else { element("Rsn", &element("Cd", told.reason)) },
        );
        element("TxDtls", &out)
    }
}

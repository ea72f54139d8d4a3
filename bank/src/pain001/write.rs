//! The elements of a file, in the order of the schema.

use super::account::{write_agent_not_provided, write_code};
use super::paper::Paper;
use super::{Initiation, Payment};
use crate::file::Sum;
use crate::{Code, FileError, Reference};

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

/// `Document`.
pub(super) fn initiation(file: &Initiation) -> Result<Vec<u8>, FileError> {
    // Both ids name one payment each, so neither may come twice.
    Sum::of(file.payments.iter().map(|payment| (payment.instruction_id.as_str(), payment.amount)))?;
    let sum = Sum::of(file.payments.iter().map(|payment| (payment.end_to_end_id.as_str(), payment.amount)))?;
    let mut paper = Paper::new();
    paper.element_with("Document", ("xmlns", NAMESPACE), |paper| {
        paper.element("CstmrCdtTrfInitn", |paper| {
            paper.element("GrpHdr", |paper| group_header(file, &sum, paper));
            paper.element("PmtInf", |paper| payment_information(file, &sum, paper));
        });
    });
    Ok(paper.into_bytes())
}

/// `GroupHeader85`.
fn group_header(file: &Initiation, sum: &Sum, paper: &mut Paper) {
    paper.text("MsgId", file.message_id.as_str());
    paper.text("CreDtTm", &file.created_at.to_string());
    totals(file, sum, paper);
    paper.element("InitgPty", |paper| paper.text("Nm", file.initiator.as_str()));
}

/// `NbOfTxs` and `CtrlSum`, which stand in the header and with the payments.
fn totals(file: &Initiation, sum: &Sum, paper: &mut Paper) {
    paper.text("NbOfTxs", &file.payments.len().to_string());
    paper.text("CtrlSum", &sum.decimal());
}

/// `PaymentInstruction30`.
fn payment_information(file: &Initiation, sum: &Sum, paper: &mut Paper) {
    paper.text("PmtInfId", file.payments_id.as_str());
    paper.text("PmtMtd", "TRF");
    totals(file, sum, paper);
    paper.element("ReqdExctnDt", |paper| paper.text("Dt", &file.execution_day.to_string()));
    file.debtor.write("Dbtr", paper);
    file.debtor_account.write_held_in(sum.currency(), "DbtrAcct", paper);
    match &file.debtor_agent {
        Some(agent) => agent.write("DbtrAgt", paper),
        None => write_agent_not_provided("DbtrAgt", paper),
    }
    paper.text("ChrgBr", "DEBT");
    for payment in &file.payments {
        paper.element("CdtTrfTxInf", |paper| transaction(payment, paper));
    }
}

/// `CreditTransferTransaction34`.
fn transaction(payment: &Payment, paper: &mut Paper) {
    paper.element("PmtId", |paper| {
        paper.text("InstrId", payment.instruction_id.as_str());
        paper.text("EndToEndId", payment.end_to_end_id.as_str());
    });
    let currency = payment.amount.currency().to_string();
    paper.element("Amt", |paper| paper.text_with("InstdAmt", ("Ccy", &currency), &payment.amount.decimal()));
    if let Some(agent) = &payment.creditor_agent {
        agent.write("CdtrAgt", paper);
    }
    payment.creditor.write("Cdtr", paper);
    payment.creditor_account.write("CdtrAcct", paper);
    write_code("Purp", payment.purpose.as_ref().map(Code::as_str), paper);
    paper.element("RmtInf", |paper| paper.element("Strd", |paper| remittance(&payment.reference, paper)));
}

/// `CreditorReferenceInformation2`: a structured reference of ISO 11649 is of the type `SCOR`.
fn remittance(reference: &Reference, paper: &mut Paper) {
    paper.element("CdtrRefInf", |paper| {
        paper.element("Tp", |paper| paper.element("CdOrPrtry", |paper| paper.text("Cd", "SCOR")));
        paper.text("Ref", reference.as_str());
    });
}

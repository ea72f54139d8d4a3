//! The sender takes a pending transfer back.

use super::{Credits, PendingTransfer};
use crate::event::TransferNamed;
use crate::instruction::WithdrawTransfer;
use crate::party::Asker;
use crate::refusal::Refusal;

pub(crate) fn decide(credits: &Credits, asker: &Asker, withdraw: &WithdrawTransfer) -> Result<TransferNamed, Refusal> {
    let sent = |t: &&PendingTransfer| credits.owner(t.from) == Some(asker.organisation);
    match credits.transfers.find(withdraw.transfer).filter(sent) {
        Some(_) => Ok(TransferNamed { transfer: withdraw.transfer }),
        None => Err(Refusal::TransferMustBePending {}),
    }
}

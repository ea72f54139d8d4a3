//! The receiver does not want a pending transfer.

use super::{Credits, PendingTransfer};
use crate::event::TransferNamed;
use crate::instruction::RefuseTransfer;
use crate::party::Asker;
use crate::refusal::Refusal;

pub(crate) fn decide(credits: &Credits, asker: &Asker, refuse: &RefuseTransfer) -> Result<TransferNamed, Refusal> {
    let received = |t: &&PendingTransfer| credits.owner(t.to) == Some(asker.organisation);
    match credits.transfers.find(refuse.transfer).filter(received) {
        Some(_) => Ok(TransferNamed { transfer: refuse.transfer }),
        None => Err(Refusal::TransferMustBePending {}),
    }
}

//! The bodies of acts on accounts and blocks.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    OpenAccount { name: Text }
    Transfer { blocks: Vec<SerialBlock>, from: AccountId, to: AccountId }
    WithdrawTransfer { transfer: TransferId }
}

//! A further holding account.

use super::Credits;
use crate::event::AccountOpened;
use crate::instruction::OpenAccount;
use crate::party::Asker;
use crate::refusal::Refusal;
use crate::values::*;

const ACCOUNTS_MAX: usize = 100;

pub(crate) fn decide(
    credits: &Credits,
    ids: &mut IdMint,
    asker: &Asker,
    open: &OpenAccount,
) -> Result<AccountOpened, Refusal> {
    match credits.accounts_of(asker.organisation).count() {
        0 => Err(Refusal::FieldMustBe { field: "organisation", rule: "one that holds credits" }),
        1..ACCOUNTS_MAX => {
            Ok(AccountOpened { account: ids.mint(), name: open.name.clone(), organisation: asker.organisation })
        }
        _ => Err(Refusal::FieldMustBe { field: "account", rule: "one of a hundred at the most" }),
    }
}

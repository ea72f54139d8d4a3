//! An account leaves an organisation's trusted list, at once.

use super::Credits;
use crate::event::TrustedAccountNamed;
use crate::instruction::DistrustAccount;
use crate::party::Asker;
use crate::refusal::Refusal;

pub(crate) fn decide(
    credits: &Credits,
    asker: &Asker,
    distrust: &DistrustAccount,
) -> Result<TrustedAccountNamed, Refusal> {
    match credits.trusted.find(asker.organisation, distrust.account) {
        Some(_) => Ok(TrustedAccountNamed { account: distrust.account, organisation: asker.organisation }),
        None => Err(Refusal::MustExist { kind: "trusted account", id: distrust.account.to_string() }),
    }
}

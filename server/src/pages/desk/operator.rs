//! The operator: queues by urgency.
//!
//! Each page needs a permission of the person who opens it, the same as the API asks for what it shows. Whoever only reads
//! is led to no act.

pub mod bank;
mod beside;
pub mod ending;
pub mod grievances;
pub mod holds;
pub mod lines;
pub mod markets;
pub mod member;
pub mod members;
pub mod notices;
pub mod payments;
mod premium;
pub mod proposals;
pub mod receipts;
pub mod rules;
mod seat;
mod state;

use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::{Waiting, Way};
use crate::access::{Permission, Permissions};
use crate::pages::names::Names;

pub use beside::waiting_beside;

/// A page of this desk: where it is, what it needs, and what it is called.
type Page = (&'static str, Permission, fn(Texts) -> &'static str);

/// All of them.
const PAGES: &[Page] = &[
    (proposals::PATH, Permission::Read, |t| t.operator_proposals()),
    (bank::PATH, Permission::Money, |t| t.operator_bank()),
    (lines::PATH, Permission::Money, |t| t.bank_lines()),
    (payments::PATH, Permission::Money, |t| t.operator_payments()),
    (receipts::PATH, Permission::Money, |t| t.operator_receipts()),
    (grievances::PATH, Permission::Read, |t| t.operator_grievances()),
    (ending::PATH, Permission::Read, |t| t.operator_ending()),
    (holds::PATH, Permission::Read, |t| t.operator_holds()),
    (markets::PATH, Permission::Read, |t| t.operator_markets()),
    (members::PATH, Permission::Read, |t| t.operator_members()),
    (rules::PATH, Permission::Read, |t| t.operator_rules()),
    (notices::PATH, Permission::Settings, |t| t.operator_notices()),
];

/// The pages of the desk.
pub fn ways(t: Texts) -> Vec<Way> {
    PAGES.iter().map(|(link, _, name)| Way { link, name: name(t) }).collect()
}

/// Whether somebody may open the page of a link, if it is one of these.
pub fn opens(link: &str, may: Permissions) -> bool {
    let path = link.split('?').next().unwrap_or(link);
    PAGES.iter().find(|(page, ..)| *page == path).is_none_or(|(_, needed, _)| may.contains(*needed))
}

/// What waits, as the register knows it.
pub fn waiting(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    state::waiting(names, me, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_only_reads_is_led_to_no_money_and_no_letters() {
        let reads = Permissions::of(&[Permission::Read]);
        for (link, opened) in [
            ("/desk/proposals", true),
            ("/desk/bank", false),
            ("/desk/payments?state=planned", false),
            ("/desk/notices", false),
            ("/desk/members?q=a", true),
            ("/keys", true),
        ] {
            assert_eq!(opens(link, reads), opened, "{link}");
            assert!(opens(link, Permissions::all()), "{link}");
        }
    }
}

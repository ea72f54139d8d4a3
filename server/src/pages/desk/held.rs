//! What is held of a member, and why: for the pages on which it would miss something otherwise.

use orebook_registry::credit::{Hold, Target};
use orebook_registry::values::OrganisationId;

use crate::pages::names::Names;

/// A hold, in words.
pub struct Held {
    /// What is held, since when and why.
    pub text: String,
    /// When it ends by itself.
    pub ends: Option<String>,
    /// Where one reads what that means.
    pub means: &'static str,
}

/// Whether an organisation as a whole is held.
pub fn is_held(names: Names<'_>, me: OrganisationId) -> bool {
    names.registry.credits.holds().on(Target::Organisation(me)).next().is_some()
}

/// What is held of an organisation: itself, its accounts, its keys. Held credits say so where they stand.
pub fn held(names: Names<'_>, me: OrganisationId) -> Vec<Held> {
    let (registry, t) = (names.registry, names.t);
    let said = |hold: &Hold| (t.day(hold.since.date()), t.word("hold-reason", hold.reason.word()).into_owned());
    let told = |target, means, text: &dyn Fn(String, String) -> String| {
        let holds = registry.credits.holds().on(target);
        let each = holds.map(|(_, hold)| {
            let (date, reason) = said(hold);
            Held { text: text(date, reason), ends: hold.lapses_at.map(|end| t.moment(end)), means }
        });
        each.collect::<Vec<_>>()
    };
    let mut all = told(Target::Organisation(me), "/problems/organisation_is_frozen", &|date, reason| {
        t.desk_held_organisation(date, reason)
    });
    for (account, _) in registry.credits.accounts_of(me) {
        all.extend(told(Target::Account(account), "/problems/account_is_frozen", &|date, reason| {
            t.desk_held_account(names.account(account), date, reason)
        }));
    }
    for (key, one) in registry.parties.keys_of(me) {
        all.extend(told(Target::Key(*key), "/problems/key_is_frozen", &|date, reason| {
            t.desk_held_key(date, &one.person, reason)
        }));
    }
    all
}

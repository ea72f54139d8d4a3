//! Contact details: set by whose they are, or for who cannot sign by two persons of the operator; the first at once,
//! changed ones after a while, and taken back only while they wait. Where two persons sign, one alone sets none.

use std::collections::BTreeMap;

use orebook_registry::event::*;
use orebook_registry::instruction::Role;
use orebook_registry::values::*;

use super::payouts::ends_a_key;
use super::{Signed, Watchman, ensure};

/// Those of each organisation in the order in which they were set; what is taken back is struck out.
#[derive(Debug, Clone, Default)]
pub(super) struct Contacts(BTreeMap<OrganisationId, Vec<ContactDetailsSet>>);

impl Contacts {
    pub(super) fn knows(&self, organisation: OrganisationId) -> bool {
        self.0.contains_key(&organisation)
    }
}

impl Watchman {
    pub(super) fn watch_contacts(
        &mut self,
        event: &PartyEvent,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        match event {
            PartyEvent::ContactDetailsSet(e) => self.watch_contacts_set(e, now, signed),
            PartyEvent::ContactDetailsWithdrawn(e) => self.watch_contacts_withdrawn(e, now, signed),
            _ => Ok(()),
        }
    }

    fn watch_contacts_set(
        &mut self,
        e: &ContactDetailsSet,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        let signed = signed.ok_or("contact details of nobody")?;
        let keyless = !self.keys.can_sign(e.organisation) && self.keys.has_role(signed.organisation(), Role::Operator);
        let own = signed.organisation() == e.organisation;
        ensure(own || keyless && signed.approves, || "a stranger says whom to reach".to_owned())?;
        let alone = !signed.approves && self.keys.persons_who_sign(e.organisation) >= 2;
        ensure(!alone, || "one person of two says whom to reach".to_owned())?;
        let all = self.contacts.0.entry(e.organisation).or_default();
        let hours = i64::from(self.parameters.money().details_wait_hours.0);
        let from = if all.is_empty() { now } else { now.plus_hours(hours) };
        ensure(e.works_from == from, || format!("contact details work from {}", e.works_from))?;
        all.retain(|set| set.works_from <= now);
        all.push(e.clone());
        Ok(())
    }

    fn watch_contacts_withdrawn(
        &mut self,
        e: &ContactDetailsWithdrawn,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        let signed = signed.ok_or("contact details are taken back by nobody")?;
        let last = self.contacts.0.get(&e.organisation).and_then(|all| all.last()).cloned();
        let last = last.filter(|last| last.details == e.details && last.works_from > now);
        let last = last.ok_or("contact details are taken back that do not wait")?;
        let stopped = ends_a_key(&signed.act) && self.stops_key(&signed.act, &last.key);
        let own = signed.act.word() == "withdraw_contact_details" && signed.organisation() == e.organisation;
        ensure(stopped || own, || "a stranger takes contact details back".to_owned())?;
        self.contacts.0.entry(e.organisation).or_default().pop();
        Ok(())
    }
}

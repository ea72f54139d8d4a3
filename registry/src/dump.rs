//! The whole state as canonical text: one line a thing, in the order of their ids. Two registers that hold the same
//! write the same text, whatever way they came to it, so its hash is the digest of a state.
//!
//! ```text
//! order ord_01KE… Order { … }
//! ```
//! Left out are the indices that follow from the lines, the traces of the last event and what belongs to the cause
//! under way. A book is written as its orders in the order in which they would be matched, never as its memory.

use std::fmt::{Debug, Display, Write};

use orebook_market::Side;

use crate::registry::Registry;
use crate::trade::{Market, Order};
use crate::values::Date;

/// The lines as they are written.
struct Lines(String);

impl Lines {
    fn push(&mut self, kind: &str, id: impl Display, value: impl Debug) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.0, "{kind} {id} {value:?}");
    }

    fn push_all<I: Display, V: Debug>(&mut self, kind: &str, all: impl Iterator<Item = (I, V)>) {
        all.for_each(|(id, value)| self.push(kind, id, value));
    }
}

impl Registry {
    /// The state as canonical text.
    pub fn dump(&self) -> String {
        let mut lines = Lines(String::with_capacity(64 * 1024));
        lines.push("register", self.size(), (self.time(), self.founding()));
        lines.push("own keys", "register", self.own_keys());
        self.dump_parties(&mut lines);
        self.dump_certificates(&mut lines);
        self.dump_credits(&mut lines);
        self.dump_cash(&mut lines);
        self.dump_markets(&mut lines);
        lines.push_all("footprint", self.claims.footprints());
        lines.push_all("retirement", self.claims.retirements());
        lines.push_all("consent", self.claims.consents());
        for ((beneficiary, mineral), tally) in self.claims.audits.tallies() {
            lines.push("tally", mineral, (beneficiary, tally));
        }
        lines.0
    }

    fn dump_parties(&self, lines: &mut Lines) {
        lines.push_all("organisation", self.parties.organisations());
        lines.push_all("key", self.parties.keys());
        lines.push("parameters", "register", self.parties.parameters());
        lines.push_all("agent", self.parties.agents());
        lines.push_all("grievance", self.parties.grievances().iter());
        lines.push_all("contacts", self.parties.contacts().iter());
        lines.push_all("proposal", self.parties.open_proposals());
        for ((organisation, id), name) in self.parties.recent_instructions().iter() {
            lines.push("instruction", organisation, (id, name));
        }
    }

    fn dump_certificates(&self, lines: &mut Lines) {
        lines.push_all("programme", self.certificates.programmes());
        lines.push_all("accreditation", self.certificates.accreditations());
        lines.push_all("certificate", self.certificates.certificates());
        lines.push_all("declaration", self.certificates.declarations());
        lines.push_all("equivalence", self.certificates.equivalences());
    }

    fn dump_credits(&self, lines: &mut Lines) {
        lines.push_all("account", self.credits.accounts());
        lines.push_all("batch", self.credits.batches());
        lines.push_all("transfer", self.credits.pending_transfers());
        for (range, trade) in self.credits.sales() {
            lines.push("sold", trade, range);
        }
        lines.push_all("hold", self.credits.holds().iter());
        for ((organisation, account), entry) in self.credits.trusted().iter() {
            lines.push("trusted", organisation, (account, entry));
        }
    }

    fn dump_cash(&self, lines: &mut Lines) {
        let cash = &self.cash;
        lines.push_all("balance", cash.balances());
        lines.push_all("reference", cash.bookings());
        lines.push_all("deposit", cash.deposits());
        lines.push_all("premium_plan", cash.premium_plans());
        lines.push_all("plan_in_force", cash.plans_in_force());
        lines.push_all("instalment_plan", cash.instalment_plans());
        lines.push_all("payout", cash.payouts().iter());
        lines.push_all("payout_file", cash.payouts().files());
        lines.push_all("payout_details", cash.payouts().all_details());
        lines.push_all("settlement", cash.payouts().settlements());
        lines.push_all("premium", cash.premiums().all());
        lines.push_all(
            "premium_month",
            cash.premiums().months().map(|(whose, month, figures)| (whose, (month, figures))),
        );
        cash.reconciled().for_each(|reconciled| lines.push("reconciled", reconciled.statement.currency, reconciled));
        for ((certificate, currency), minor) in cash.stopped() {
            lines.push("stopped", certificate, currency.minor(minor));
        }
        lines.push_all("stopped_trade", cash.stopped_trades());
        lines.push_all("refunded", cash.refunded().map(|certificate| (certificate, ())));
    }

    fn dump_markets(&self, lines: &mut Lines) {
        for (id, market) in self.markets.markets() {
            let Market { class, floor, tick, minimum, halted, .. } = market;
            lines.push("market", id, (class, floor, tick, minimum, halted));
            for side in [Side::Buy, Side::Sell] {
                lines.push_all("rests", market.book().walk(side).map(|(_, o)| (o.id, (side, o.price, o.quantity))));
            }
            let restricted = market.book().walk_restricted();
            lines.push_all("rests_restricted", restricted.map(|(_, o, wish)| (o.id, (o.price, o.quantity, wish))));
            lines.push_all("printed", market.tape().recent().map(|printed| (printed.trade, printed)));
            lines.push_all("day", market.tape().days_from(Date::FIRST));
        }
        for (id, order) in self.markets.orders() {
            // Its place in the book's memory says nothing about the order.
            lines.push("order", id, Order { place: None, ..order.clone() });
        }
        lines.push_all("deal", self.markets.deals.iter());
    }
}

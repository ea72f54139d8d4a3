//! The kinds of letters: who gets each, and which of them may be declined.

use std::fmt;

/// Declares the kinds: word in the tables, roles that get it, whether it may be declined.
macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident = $word:literal, $roles:expr, $may:ident;)+) => {
        /// A kind of letter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[$meta])* $kind),+ }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// As it stands in the tables.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word),+ }
            }

            /// The roles of people who get it. Letters to one address alone go to nobody by role.
            pub const fn roles(self) -> &'static [&'static str] {
                match self { $(Self::$kind => $roles),+ }
            }

            /// Whether whoever gets it may decline it. What tells of danger, of money on its way or of something
            /// that the reader must do cannot be declined.
            pub const fn is_declinable(self) -> bool {
                const MAY: bool = true;
                const MUST: bool = false;
                match self { $(Self::$kind => $may),+ }
            }
        }
    };
}

impl Kind {
    /// Whether it tells of a change that a thief would make: then those are told as well who were reached before.
    pub const fn tells_of_a_change(self) -> bool {
        matches!(self, Self::KeyChanged | Self::BankDetailsChanged | Self::ContactChanged)
    }
}

const NOBODY: &[&str] = &[];
const OFFICE: &[&str] = &["admin", "clerk"];
const TRADE: &[&str] = &["admin", "trader"];
const MONEY: &[&str] = &["admin", "clerk", "signatory"];
const GUARD: &[&str] = &["admin", "signatory"];
const CREDITS: &[&str] = &["admin", "clerk", "trader"];
const CUSTODY: &[&str] = &["admin", "trader", "signatory"];

kinds! {
    /// A link that logs in.
    Login = "login", NOBODY, MUST;
    /// A link that joins an organisation.
    Invitation = "invitation", NOBODY, MUST;
    /// A producer declared production; to the certifier.
    DeclarationReceived = "declaration_received", OFFICE, MAY;
    /// The certifier verified it.
    DeclarationApproved = "declaration_approved", OFFICE, MAY;
    /// The certifier did not.
    DeclarationRejected = "declaration_rejected", OFFICE, MAY;
    /// Credits were issued.
    CreditsIssued = "credits_issued", CREDITS, MAY;
    /// A transfer waits; to both sides.
    TransferWaiting = "transfer_waiting", CUSTODY, MUST;
    /// Something was bought and sold; to both sides.
    TradeConfirmation = "trade_confirmation", TRADE, MAY;
    /// Premium was credited.
    PremiumPaid = "premium_paid", OFFICE, MAY;
    /// The bank was told to pay.
    PayoutSent = "payout_sent", MONEY, MUST;
    /// The money left: has it arrived?
    ConfirmReceipt = "confirm_receipt", MONEY, MUST;
    /// Credits were retired; with everything that proves it.
    RetirementStatement = "retirement_statement", TRADE, MUST;
    /// A certificate ends in 90, 30 or 7 days.
    CertificateExpiring = "certificate_expiring", OFFICE, MUST;
    /// A key was added, came into force, was revoked or refused.
    KeyChanged = "key_changed", GUARD, MUST;
    /// Where an organisation is paid was changed.
    BankDetailsChanged = "bank_details_changed", GUARD, MUST;
    /// Where an organisation is written to was changed.
    ContactChanged = "contact_changed", GUARD, MUST;
    /// A hold was placed.
    Frozen = "frozen", GUARD, MUST;
    /// An auditor's finding is due, or overdue.
    AuditDuty = "audit_duty", OFFICE, MUST;
    /// A webhook is called no more.
    WebhookDisabled = "webhook_disabled", &["admin"], MUST;
}

impl Kind {
    /// The kind of this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

//! What the things of the register are called on pages: never an id alone where there is a name.

use orebook_registry::Registry;
use orebook_registry::certificate::Class;
use orebook_registry::claim::wording;
use orebook_registry::credit::Batch;
use orebook_registry::mineral::Mineral;
use orebook_registry::trade::OrderSide;
use orebook_registry::values::{AccountId, Country, MarketId, Money, OrganisationId, YesNo};
use orebook_texts::Texts;

use super::frame::language_of;

/// Names in a language.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Where they stand.
    pub registry: &'a Registry,
    /// In which language.
    pub t: Texts,
    /// For whom: things that are private have no name for others.
    pub me: Option<OrganisationId>,
    /// Whether they hold an office, and may see whatever there is.
    pub office: bool,
}

impl Names<'_> {
    /// An organisation.
    pub fn organisation(&self, id: OrganisationId) -> String {
        crate::api::name_of(self.registry, id)
    }

    /// A mineral.
    pub fn mineral(&self, mineral: Mineral) -> String {
        self.t.word("mineral", mineral.code()).into_owned()
    }

    /// A mineral, with a capital letter.
    pub fn title(&self, mineral: Mineral) -> String {
        capital(&self.mineral(mineral))
    }

    /// A country.
    pub fn country(&self, country: Country) -> String {
        wording::country(country, language_of(self.t.tongue())).to_owned()
    }

    /// A class of credits: `Gold · HZN good`.
    pub fn class(&self, class: &Class) -> String {
        let level = self.t.word("level", class.level.word());
        let ecological =
            if class.ecological == YesNo::Yes { format!(" · {}", self.t.ecological()) } else { String::new() };
        format!("{} · {} {level}{ecological}", self.title(class.mineral), class.programme)
    }

    /// A market: `Gold · HZN good · USD`.
    pub fn market(&self, id: MarketId) -> String {
        let market = self.registry.markets.market(id);
        market.map_or_else(|| id.to_string(), |market| format!("{} · {}", self.class(&market.class), market.currency()))
    }

    /// An account: whose it is and, to its owner, what it is called.
    pub fn account(&self, id: AccountId) -> String {
        let Some(account) = self.registry.credits.account(id) else { return id.to_string() };
        let owner = self.organisation(account.organisation);
        if self.sees(&[account.organisation]) { format!("{owner} · {}", account.name) } else { owner }
    }

    /// Whether what is private of these parties may be told.
    pub fn sees(&self, parties: &[OrganisationId]) -> bool {
        self.office || self.me.is_some_and(|me| parties.contains(&me))
    }

    /// A batch: who mined, what, when.
    pub fn batch(&self, batch: &Batch) -> String {
        format!(
            "{} · {} · {}",
            self.organisation(batch.producer),
            self.mineral(batch.class.mineral),
            batch.period_to.year()
        )
    }

    /// An amount of money.
    pub fn money(&self, money: Money) -> String {
        self.t.money(money.amount(), money.currency)
    }

    /// Whatever an id names; nothing if there is no such thing, or if it has no name.
    pub fn of_id(&self, id: &str) -> Option<String> {
        let registry = self.registry;
        match id.split_once('_')?.0 {
            "org" => registry.parties.organisation(id.parse().ok()?).map(|one| one.name.to_string()),
            "acc" => registry
                .credits
                .account(id.parse().ok()?)
                .map(|_| id.parse().map(|id| self.account(id)).unwrap_or_default()),
            "mkt" => registry
                .markets
                .market(id.parse().ok()?)
                .map(|_| id.parse().map(|id| self.market(id)).unwrap_or_default()),
            "bat" => registry.credits.batch(id.parse().ok()?).map(|batch| self.batch(batch)),
            "crt" => {
                let certificate = registry.certificates.certificate(id.parse().ok()?)?;
                Some(format!("{} · {}", self.organisation(certificate.producer), self.class(&certificate.class)))
            }
            "dcl" => {
                let declaration = registry.certificates.declaration(id.parse().ok()?)?;
                let certificate = registry.certificates.certificate(declaration.certificate)?;
                let parties = [certificate.producer, certificate.holder, certificate.certifier];
                let name = format!("{} · {}", self.organisation(certificate.producer), self.t.mass(declaration.fine));
                self.sees(&parties).then_some(name)
            }
            "pay" => {
                let payout = registry.cash.payouts().find(id.parse().ok()?)?;
                let name = format!("{} · {}", self.organisation(payout.payee), self.money(payout.amount));
                self.sees(&[payout.payee, payout.producer.unwrap_or(payout.payee)]).then_some(name)
            }
            "ord" => {
                let order = registry.markets.order(id.parse().ok()?)?;
                let side = if matches!(order.side, OrderSide::Buy { .. }) { "buy" } else { "sell" };
                let side = self.t.word("deal-side", side);
                let name = format!("{side} · {} · {}", self.t.mass(order.mass), self.money(order.price));
                self.sees(&[order.owner]).then_some(name)
            }
            "ret" => {
                let retirement = registry.claims.retirement(id.parse().ok()?)?;
                Some(format!("{} · {}", retirement.record.beneficiary.name, self.t.mass(retirement.record.mass)))
            }
            "ftp" => {
                let footprint = &registry.claims.footprint(id.parse().ok()?)?.record;
                let name = format!("{} · {}", self.mineral(footprint.mineral), self.t.mass(footprint.mass));
                self.sees(&[footprint.beneficiary]).then_some(name)
            }
            _ => None,
        }
    }
}

/// With a capital letter.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

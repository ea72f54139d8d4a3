//! What is chosen on the page: of one class and account, for one beneficiary, with one claim. What was not said yet is
//! supposed, so that the page tells from the first moment on what it would say.

use orebook_registry::certificate::Class;
use orebook_registry::claim::Footprint;
use orebook_registry::instruction::ClaimType;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, Date, FootprintId, Mass, OrganisationId};

use super::super::stock::{self, Available, available, class_key};
use super::super::titled;
use super::fields::{Fields, Said};
use super::retirer::{Retirer, Whom};
use crate::pages::act::asked::{Asked, escaped, number};
use crate::pages::names::Names;

/// Blocks that are shown to be ticked; a mass may be taken out of all.
const SHOWN: usize = 60;
/// Blocks that one instruction can name and stay within its length.
const NAMED_MAX: usize = 150;
/// What a retirement may be for; another code word may stand in an address.
pub const PURPOSES: [&str; 7] = ["annual_claim", "product", "collection", "campaign", "event", "gift", "order"];

/// A question, and what it is asked with.
pub struct Choice<'a> {
    pub names: Names<'a>,
    pub me: OrganisationId,
    pub asked: &'a Asked,
    /// What a purchase just brought.
    pub bought: &'a [SerialBlock],
    pub today: Date,
}

/// What the page shows of it.
#[derive(Default)]
pub struct Chosen {
    pub stacks: Vec<Stack>,
    pub class: String,
    pub account: String,
    pub ticks: Vec<Tick>,
    pub hidden_blocks: usize,
    pub whom: Vec<Pick>,
    pub claims: Vec<Pick>,
    pub footprints: Vec<Pick>,
    pub footprint_link: Option<String>,
    pub purposes: Vec<Pick>,
    pub mass: String,
    pub period_from: String,
    pub period_to: String,
    pub product: String,
    /// The act as its form would send it; nothing while no credits are chosen.
    pub query: Option<Fields>,
}

/// Credits of one class in one account.
pub struct Stack {
    pub name: String,
    pub link: String,
    pub shown: bool,
}

/// A block to tick.
pub struct Tick {
    pub serial: String,
    pub mass: String,
    pub from: String,
    pub until: String,
    pub ticked: bool,
}

/// Something to choose.
pub struct Pick {
    pub value: String,
    pub name: String,
    pub chosen: bool,
}

impl Choice<'_> {
    fn who(&self) -> Retirer<'_> {
        Retirer { names: self.names, me: self.me, today: self.today }
    }

    /// Everything the page shows.
    pub fn chosen(&self) -> Chosen {
        let stock = available(self.names.registry, self.me, self.today);
        let Some((account, class)) = self.stack(&stock) else { return Chosen::default() };
        let whom = self.who().whom(self.asked.get("whom").unwrap_or("own")).unwrap_or(Whom::Own);
        let fits = |one: &&Available| match (one.principal, &whom) {
            (None, _) => true,
            (Some(principal), Whom::Principal(chosen)) => principal == *chosen,
            (Some(_), _) => false,
        };
        let own: Vec<&Available> =
            stock.iter().filter(|one| (one.account, one.class) == (account, class)).filter(fits).collect();
        let (ticked, blocks) = self.blocks(&own);
        let claim = self.claim(class);
        let footprints = self.footprints(class, &whom);
        let cited = footprints.iter().find(|one| one.chosen).map(|one| one.value.clone());
        Chosen {
            stacks: self.stacks(&stock, (account, class)),
            class: class_key(&class),
            account: account.to_string(),
            hidden_blocks: own.len().saturating_sub(SHOWN),
            ticks: own.iter().take(SHOWN).map(|one| self.tick(one, &ticked)).collect(),
            whom: self.whoms(&whom),
            claims: self.claims(class, claim),
            footprints,
            footprint_link: self.footprint_link(class, &whom),
            purposes: self.purposes(),
            mass: self.asked.get("mass").unwrap_or("").to_owned(),
            period_from: self.day("period_from", "01-01"),
            period_to: self.day("period_to", "12-31"),
            product: self.asked.get("product").unwrap_or("").to_owned(),
            query: (!blocks.is_empty()).then(|| self.query(account, &blocks, claim, &whom, cited)),
        }
    }

    /// The account and class that is asked for, or that of what was ticked or bought, or the first there is.
    fn stack(&self, stock: &[Available]) -> Option<(AccountId, Class)> {
        let of_serial = |serial: &SerialBlock| {
            let holds = |one: &&Available| {
                one.serial.batch == serial.batch && one.serial.from <= serial.from && serial.to <= one.serial.to
            };
            stock.iter().find(holds).map(|one| (one.account, one.class))
        };
        let market = self.asked.get("market").and_then(|id| id.parse().ok());
        let of_market =
            market.and_then(|id| self.names.registry.markets.market(id)).map(|market| class_key(&market.class));
        let wanted = self.asked.get("class").map(str::to_owned).or(of_market);
        let account: Option<AccountId> = self.asked.get("account").and_then(|id| id.parse().ok());
        let fits = |one: &&Available| {
            wanted.as_ref().is_none_or(|key| *key == class_key(&one.class))
                && account.is_none_or(|account| account == one.account)
        };
        let named = self.named().first().and_then(of_serial);
        let bought = || self.bought.first().and_then(of_serial);
        let found = || stock.iter().find(fits).or(stock.first()).map(|one| (one.account, one.class));
        named.or_else(bought).or_else(found)
    }

    /// The blocks that the address names.
    fn named(&self) -> Vec<SerialBlock> {
        let words = self.asked.all("blocks").flat_map(str::split_whitespace);
        words.filter_map(|serial| serial.parse().ok()).collect()
    }

    /// What is ticked, and what of it is retired: a mass is taken out of what is ticked, or out of all.
    fn blocks(&self, own: &[&Available]) -> (Vec<SerialBlock>, Vec<SerialBlock>) {
        let all: Vec<SerialBlock> = own.iter().map(|one| one.serial.clone()).collect();
        let within = |piece: &SerialBlock| {
            all.iter().any(|one| one.batch == piece.batch && one.from <= piece.from && piece.to <= one.to)
        };
        let mut ticked = self.named();
        if ticked.is_empty() && self.asked.get("mass").is_none() {
            ticked = self.bought.to_vec();
        }
        ticked.retain(within);
        let mass = self.asked.get("mass").and_then(|mass| number(mass).parse::<Mass>().ok());
        let pool = if ticked.is_empty() { &all } else { &ticked };
        let taken = match mass {
            Some(mass) => stock::take(pool, mass).unwrap_or_default(),
            None => ticked.clone(),
        };
        let named = taken.into_iter().take(NAMED_MAX).collect();
        (ticked, named)
    }

    fn tick(&self, one: &Available, ticked: &[SerialBlock]) -> Tick {
        let t = self.names.t;
        let piece = ticked.iter().find(|piece| {
            piece.batch == one.serial.batch && one.serial.from <= piece.from && piece.to <= one.serial.to
        });
        let batch = self.names.registry.credits.batch(one.batch);
        let serial = piece.unwrap_or(&one.serial);
        Tick {
            serial: serial.to_string(),
            mass: t.mass(serial.mass()),
            from: batch.map(|batch| self.names.batch(batch)).unwrap_or_default(),
            until: t.day(one.expires_on),
            ticked: piece.is_some(),
        }
    }

    /// Every class in every account, with how much there is of it.
    fn stacks(&self, stock: &[Available], shown: (AccountId, Class)) -> Vec<Stack> {
        let mut sums: Vec<((AccountId, Class), Mass)> = Vec::new();
        for one in stock {
            let key = (one.account, one.class);
            match sums.iter_mut().find(|(other, _)| *other == key) {
                Some((_, sum)) => *sum = sum.plus(one.serial.mass()),
                None => sums.push((key, one.serial.mass())),
            }
        }
        let stack = |((account, class), mass): ((AccountId, Class), Mass)| {
            let name = self.names.registry.credits.account(account).map(|account| account.name.to_string());
            Stack {
                name: format!(
                    "{} · {} · {}",
                    self.names.class(&class),
                    self.names.t.mass(mass),
                    name.unwrap_or_default()
                ),
                link: format!("/desk/retire?account={account}&class={}", class_key(&class)),
                shown: (account, class) == shown,
            }
        };
        sums.into_iter().map(stack).collect()
    }

    fn whoms(&self, chosen: &Whom) -> Vec<Pick> {
        let option = |(whom, name): (Whom, String)| Pick { value: whom.value(), name, chosen: whom == *chosen };
        self.who().everybody().into_iter().map(option).collect()
    }

    fn claim(&self, class: Class) -> ClaimType {
        let permitted = self.who().permitted(class);
        let asked = self.asked.get("claim").and_then(|claim| claim.parse().ok());
        asked.filter(|claim| permitted.contains(claim)).or(permitted.first().copied()).unwrap_or(ClaimType::None)
    }

    fn claims(&self, class: Class, chosen: ClaimType) -> Vec<Pick> {
        let option = |claim: ClaimType| Pick {
            value: claim.to_string(),
            name: titled(self.names.t, "claim-type", claim.word()),
            chosen: claim == chosen,
        };
        self.who().permitted(class).into_iter().map(option).collect()
    }

    /// What the beneficiary used of the mineral; only a member has that recorded.
    fn footprints(&self, class: Class, whom: &Whom) -> Vec<Pick> {
        if !self.who().permitted(class).contains(&ClaimType::Match) {
            return Vec::new();
        }
        let asked: Option<FootprintId> = self.asked.get("claim.footprint").and_then(|id| id.parse().ok());
        let who = self.who();
        let own = who.footprints(class, whom);
        let sole = own.len() == 1;
        let option = |(id, one): (FootprintId, &Footprint)| {
            let (t, record) = (self.names.t, &one.record);
            let period = t.from_to(t.day(record.period_from), t.day(record.period_to));
            Pick {
                value: id.to_string(),
                name: t.brand_footprint(
                    t.mass(one.claimed),
                    t.mass(record.mass),
                    period,
                    t.word("scope", record.scope.as_str()),
                ),
                chosen: asked.map_or(sole, |asked| asked == id),
            }
        };
        own.into_iter().map(option).collect()
    }

    /// Where a use is recorded, and back.
    fn footprint_link(&self, class: Class, whom: &Whom) -> Option<String> {
        let beneficiary = match whom {
            Whom::Own => String::new(),
            Whom::Principal(id) => format!("&beneficiary={id}"),
            Whom::Consent(_) => return None,
        };
        let back = escaped(&format!("/desk/retire?{}", self.asked.to_query()));
        let may = self.who().permitted(class).contains(&ClaimType::Match);
        may.then(|| format!("/act/record_footprint?mineral={}{beneficiary}&then={back}", class.mineral))
    }

    fn purposes(&self) -> Vec<Pick> {
        let asked = self.asked.get("purpose").unwrap_or(PURPOSES[0]);
        let others = PURPOSES.iter().copied().chain([asked].into_iter().filter(|asked| !PURPOSES.contains(asked)));
        let option = |word: &str| Pick {
            value: word.to_owned(),
            name: titled(self.names.t, "purpose", word),
            chosen: word == asked,
        };
        others.map(option).collect()
    }

    fn day(&self, name: &str, of_year: &str) -> String {
        let asked = self.asked.get(name).map(str::to_owned);
        asked.unwrap_or_else(|| format!("{:04}-{of_year}", self.today.year()))
    }

    /// The act as its form would send it.
    fn query(
        &self,
        account: AccountId,
        blocks: &[SerialBlock],
        claim: ClaimType,
        whom: &Whom,
        footprint: Option<String>,
    ) -> Fields {
        let said = Said {
            account,
            blocks,
            whom: *whom,
            beneficiary: self.who().beneficiary(whom),
            claim: claim.word(),
            footprint,
            period_from: self.day("period_from", "01-01"),
            period_to: self.day("period_to", "12-31"),
            purpose: self.asked.get("purpose").unwrap_or(PURPOSES[0]),
            product: self.asked.get("product"),
        };
        said.fields()
    }
}

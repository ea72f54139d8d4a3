//! `orebook invite` and `orebook login-link`: links of people, printed on the server's machine. So the operator's first
//! admin comes in, and so people enter a register that sends no mail.

use clap::Args;
use orebook_registry::Entry;
use orebook_registry::instruction::Instruction;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::{Letters, Page, Reader};

use crate::access::links::{Desk, Invitation};
use crate::access::wall::Wall;
use crate::config::{Config, Place, Service};

/// Who acts on the server's machine, in the security log.
const OPERATOR: &str = "operator";

/// Whom to invite.
#[derive(Debug, Args)]
pub struct Invite {
    #[command(flatten)]
    place: Place,
    /// To which address
    #[arg(long)]
    email: String,
    /// admin, clerk, trader, signatory or viewer
    #[arg(long)]
    role: String,
    /// Into which organisation [default: the operator's]
    #[arg(long, value_name = "ORG")]
    organisation: Option<String>,
    /// What letters call them [default: the address]
    #[arg(long)]
    name: Option<String>,
    /// en, es, fr or sw
    #[arg(long, default_value = "en")]
    language: String,
    /// Where people reach the server [default: as configured]
    #[arg(long, env = "OREBOOK_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
}

/// Whom to let in.
#[derive(Debug, Args)]
pub struct LoginLink {
    #[command(flatten)]
    place: Place,
    /// The address with which somebody logs in
    #[arg(long)]
    email: String,
    /// Where people reach the server [default: as configured]
    #[arg(long, env = "OREBOOK_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
}

/// Prints the link of an invitation. The server may run meanwhile.
pub fn invite(command: &Invite) -> Result<(), String> {
    let config = config(&command.place, command.base_url.clone())?;
    let form = |what: &str, error: &dyn std::fmt::Display| format!("--{what}: {error}");
    let name = command.name.as_deref().unwrap_or(&command.email);
    let organisation = match &command.organisation {
        Some(id) => id.parse().map_err(|error| form("organisation", &error))?,
        None => operator(&config)?,
    };
    let invitation = Invitation {
        organisation,
        email: command.email.parse().map_err(|error| form("email", &error))?,
        name: name.parse().map_err(|error| form("name", &error))?,
        role: command.role.parse().map_err(|error| form("role", &error))?,
        language: command.language.parse().map_err(|error| form("language", &error))?,
        by: OPERATOR.to_owned(),
    };
    println!("{}", invitation_link(&config, Wall::default().now(), invitation)?);
    Ok(())
}

/// Prints a login link. The server may run meanwhile.
pub fn login_link(command: &LoginLink) -> Result<(), String> {
    let config = config(&command.place, command.base_url.clone())?;
    println!("{}", link_for(&config, Wall::default().now(), &command.email)?);
    Ok(())
}

fn config(place: &Place, base_url: Option<String>) -> Result<Config, String> {
    Config::of(place, &Service { base_url, ..Service::default() })
}

/// The link of an invitation into an organisation that the log names.
pub fn invitation_link(config: &Config, now: Timestamp, invitation: Invitation) -> Result<String, String> {
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    let organisation = invitation.organisation.to_string();
    let named = reader.read(|read| read.entries_naming(&organisation, &Page::newest(1)));
    if named.map_err(|error| error.to_string())?.is_empty() {
        return Err(format!("no entry of the log names the organisation {organisation}"));
    }
    let (letters, site) = (Letters::of(&config.database), config.site());
    let desk = Desk { reader: &reader, letters: &letters, site: &site, now, post: None };
    let (_, link) = desk.invite(invitation).map_err(|problem| problem.to_string())?;
    Ok(link)
}

/// A login link for whoever logs in with an address.
pub fn link_for(config: &Config, now: Timestamp, email: &str) -> Result<String, String> {
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    let (letters, site) = (Letters::of(&config.database), config.site());
    let desk = Desk { reader: &reader, letters: &letters, site: &site, now, post: None };
    let address = email.parse().map_err(|error| format!("--email: {error}"))?;
    let link = desk.login_link(&address, OPERATOR).map_err(|problem| problem.to_string())?;
    link.ok_or_else(|| format!("nobody logs in with {email}"))
}

/// Who founded the register.
fn operator(config: &Config) -> Result<OrganisationId, String> {
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    let rows = reader.read(|read| read.entries(0..1)).map_err(|error| error.to_string())?;
    let row = rows.first().ok_or("the register is not founded yet: serve it once")?;
    let entry = Entry::parse(&row.entry).map_err(|error| error.to_string())?;
    let founding = entry.instruction.ok_or("entry 0 has no instruction")?;
    let founding: Instruction = serde_json::from_str(founding.get()).map_err(|error| error.to_string())?;
    Ok(founding.organisation)
}

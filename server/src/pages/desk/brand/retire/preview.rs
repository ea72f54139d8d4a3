//! What a retirement would say if it were signed now, and what stands against it.

use orebook_registry::Registry;
use orebook_registry::claim::linter::faults;
use orebook_registry::claim::wording;
use orebook_registry::event::{ClaimEvent, Event, Retired};
use orebook_registry::instruction::Act;
use orebook_registry::values::OrganisationId;
use orebook_texts::Tongue;

use super::fields::value;
use crate::api::instructions::forecast;
use crate::app::Data;
use crate::pages::act::asked::{Asked, escaped};
use crate::pages::act::form::Form;
use crate::pages::act::inputs::label;
use crate::pages::act::read;
use crate::pages::act::told::{Refused, refused};
use crate::pages::frame::{Frame, language_of};
use crate::pages::names::Names;
use crate::problem::Problem;

/// The preview.
pub struct Preview {
    pub mass: String,
    pub blocks: Vec<String>,
    pub said: Option<Said>,
    /// By when an auditor's finding would be due.
    pub finding_due: Option<String>,
    pub second_person: bool,
    /// What the linter has against the product's name: words, and where the rule comes from.
    pub lint: Vec<(String, &'static str)>,
    pub refused: Option<Refused>,
    /// Fields that cannot be read.
    pub faults: Vec<String>,
    /// What is signed; nothing where it would be refused.
    pub signed: Vec<(String, String)>,
}

/// The text in the reader's language, and in the others.
pub struct Said {
    pub claim: Option<String>,
    pub disclosure: String,
    pub others: Vec<Other>,
}

/// The text in another language.
pub struct Other {
    pub code: &'static str,
    pub name: &'static str,
    pub claim: Option<String>,
    pub disclosure: String,
}

impl Preview {
    /// Of the fields of the act.
    pub async fn of(
        shared: &Data,
        frame: &Frame,
        me: OrganisationId,
        fields: &[(String, String)],
    ) -> Result<Self, Problem> {
        let form = Form::of("retire").ok_or_else(|| Problem::internal("retiring has a form"))?;
        let (act, faults) = match read::act(form, &as_asked(fields)?) {
            Ok(act) => (Some(act), Vec::new()),
            Err(faults) => (None, faults),
        };
        let blocks: Vec<String> = value(fields, "blocks").split(' ').map(str::to_owned).collect();
        let mut preview = Self {
            mass: frame.t.mass(super::super::stock::mass_of(
                &blocks.iter().filter_map(|serial| serial.parse().ok()).collect::<Vec<_>>(),
            )),
            blocks,
            said: None,
            finding_due: None,
            second_person: false,
            lint: lint(value(fields, "product")),
            refused: None,
            faults: faults.iter().map(|fault| told(shared, frame, fault)).collect(),
            signed: Vec::new(),
        };
        let Some(act) = act else { return Ok(preview) };
        match forecast(shared, me, act.clone()).await {
            Ok(body) => {
                preview.second_person = body.second_person == "yes";
                preview.tell(shared, frame, &body.events);
                preview.signed = fields.to_vec();
            }
            Err(problem) if problem.status.is_server_error() => return Err(problem),
            Err(problem) => {
                preview.refused = Some(shared.state(|registry| refused(&problem, names(registry, frame))));
                // The rest of the text is shown all the same.
                if let Ok(body) = forecast(shared, me, unnamed(act)).await {
                    preview.tell(shared, frame, &body.events);
                }
            }
        }
        Ok(preview)
    }

    /// Why it would be refused, unless the linter has said so already.
    pub fn unsaid_refusal(&self) -> Option<&Refused> {
        let is_said = |refused: &&Refused| !self.lint.is_empty() && refused.code.starts_with("product_name_must");
        self.refused.as_ref().filter(|refused| !is_said(refused))
    }

    fn tell(&mut self, shared: &Data, frame: &Frame, events: &[Event]) {
        let Some(record) = events.iter().find_map(retired) else { return };
        self.finding_due = record.finding_due_at.map(|due| frame.t.moment(due));
        self.said = shared.state(|registry| said(registry, frame, record));
    }
}

/// The text of a retirement that has not happened: it has no address yet.
pub fn said(registry: &Registry, frame: &Frame, record: &Retired) -> Option<Said> {
    let text = wording::as_recorded(record, &registry.parties, &registry.credits, registry.origin())?;
    let address = wording::public_url(registry.origin(), record.retirement);
    let bare = address.replace(&record.retirement.to_string(), "…");
    let plain = |text: &str| text.replace(&address, &bare);
    let of = |tongue: Tongue| {
        let language = language_of(tongue);
        (text.claim.as_ref().map(|claim| plain(claim.get(language))), plain(text.disclosure.get(language)))
    };
    let others = Tongue::ALL.into_iter().filter(|tongue| language_of(*tongue) != frame.language());
    let others = others.map(|tongue| {
        let (claim, disclosure) = of(tongue);
        Other { code: tongue.code(), name: tongue.name(), claim, disclosure }
    });
    let (claim, disclosure) = of(frame.t.tongue());
    Some(Said { claim, disclosure, others: others.collect() })
}

/// The retirement of an event.
pub fn retired(event: &Event) -> Option<&Retired> {
    match event {
        Event::Claim(ClaimEvent::Retired(record)) => Some(record),
        _ => None,
    }
}

/// What the linter has against a name.
pub fn lint(product: &str) -> Vec<(String, &'static str)> {
    faults(product).into_iter().map(|fault| (fault.word, fault.source)).collect()
}

/// The same retirement without its product's name.
fn unnamed(act: Act) -> Act {
    match act {
        Act::Retire(mut retire) => {
            retire.product = None;
            Act::Retire(retire)
        }
        other => other,
    }
}

/// Fields as a form would send them.
pub fn as_asked(fields: &[(String, String)]) -> Result<Asked, Problem> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    Asked::of(&pairs.join("&"))
}

fn names<'a>(registry: &'a Registry, frame: &Frame) -> Names<'a> {
    Names { registry, t: frame.t, me: frame.me.as_ref().map(|me| me.id), office: false }
}

/// A fault beside the name of its field.
fn told(shared: &Data, frame: &Frame, fault: &read::Fault) -> String {
    let t = frame.t;
    let field = fault.name.rsplit('.').next().unwrap_or("");
    let name = shared.state(|registry| label(names(registry, frame), "retire", field));
    format!("{name}: {}", t.find(&format!("fault-{}", fault.what)).unwrap_or(fault.what))
}

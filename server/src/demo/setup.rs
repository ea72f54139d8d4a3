//! The world before the stories: programmes, members, certificates, markets, plans.

use serde_json::{Value, json};

use super::cast::{
    ACCREDITATIONS, AGENT, AUDIT_THRESHOLDS, AUDITORS, BUYERS, CERTIFIERS, Cast, Declaration, HOLDERS, MARKETS, Member,
    PAYEE_WITH_KEYS, PRODUCERS, Producer, producer,
};
use super::json::{read, text};
use super::player::{OPERATOR, Player, Signer, key, tell};

/// From the founding to the last plan.
pub(super) fn play(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    println!("── 2026-01-05 ──");
    let operator = player.get("/v1/organisations")?;
    cast.organisations.insert(OPERATOR.to_owned(), Member { id: read(&operator, "items/0/id")?, account: None });
    tell(OPERATOR, "founded the register: entry 0 names the log, its keys and two persons");
    player.act(&second_operator(cast)?, json!({ "confirm_key": {} }))?;
    programmes(player, cast)?;
    equivalences(player, cast)?;
    members(player, cast)?;
    super::premium::further_signatory(player, cast, producer("P2")?.name)?;
    certificates(player, cast)?;
    markets(player, cast)?;
    player.day("2026-01-08")?;
    plans(player, cast)?;
    player.day("2026-01-09")?;
    instalments(player, cast)
}

pub(super) fn operator(cast: &Cast) -> Result<Signer<'static>, String> {
    Ok(Signer { name: OPERATOR, id: cast.member(OPERATOR)?.id, person: "first" })
}

pub(super) fn second_operator(cast: &Cast) -> Result<Signer<'static>, String> {
    Ok(Signer { name: OPERATOR, id: cast.member(OPERATOR)?.id, person: "second" })
}

/// A member's everyday key.
pub(super) fn signer<'a>(cast: &Cast, name: &'a str) -> Result<Signer<'a>, String> {
    Ok(Signer { name, id: cast.member(name)?.id, person: "first" })
}

fn programmes(player: &mut Player, cast: &Cast) -> Result<(), String> {
    let class = |level: &str, ecological: &str| {
        let claims: &[&str] =
            if level == "entry" { &["step", "none"] } else { &["support", "match", "premium", "none"] };
        json!({ "claims": claims, "ecological": ecological, "level": level })
    };
    let minerals = ["GLD", "SLV", "PLT", "COB", "TIN", "TAN", "TUN", "MIC"];
    let horizon: Vec<Value> =
        ["entry", "good", "leading"].iter().flat_map(|l| [class(l, "no"), class(l, "yes")]).collect();
    let all: [(&str, &str, Vec<Value>, &[&str]); 3] = [
        ("HZN", "Horizon ASM Standard v2", horizon, &minerals),
        ("TRL", "Tierra Limpia Gold Code v1", vec![class("good", "yes")], &["GLD"]),
        ("KIV", "Kivu Mineral Assurance v3", vec![class("entry", "no"), class("good", "no")], &["COB", "TIN", "TAN"]),
    ];
    for (code, name, levels, minerals) in all {
        let thresholds: Vec<Value> = AUDIT_THRESHOLDS
            .iter()
            .filter(|(mineral, _)| minerals.contains(mineral))
            .map(|(mineral, mass)| json!({ "mass": mass, "mineral": mineral }))
            .collect();
        let parameters = json!({
            "administration_bps_max": "1500", "approve_within_days": "180", "audit_age_months_max": "15", "audit_thresholds": thresholds,
            "community_bps_min": "1000", "compliant_bps_min": "8000", "declare_within_days": "90", "effective_days_back": "30",
            "entry_months_max": "36", "fee_bps": "100", "holder_bps_max": "1000", "inspection_age_months_max": "15",
            "instalment_bps_max": "1000", "plan_wait_days": "7", "prefinance_bps_max": "2000", "resale": "none",
            "retire_within_months": "12", "unsold_months": "24", "women_bps_min": "1500",
        });
        let define = json!({ "code": code, "effective_from": "2026-01-01", "levels": levels, "minerals": minerals, "name": name, "parameters": parameters, "version": "1" });
        player.act(&operator(cast)?, json!({ "define_programme": define }))?;
        tell(
            OPERATOR,
            format!(
                "defined the programme {code}, {name}: buyer fee 1 %, women's funds get at least 15 % of the net premium"
            ),
        );
    }
    Ok(())
}

/// What one programme holds another's levels for: shown and found, and good for nothing else.
fn equivalences(player: &mut Player, cast: &Cast) -> Result<(), String> {
    for (from, to, extent) in
        [(["TRL", "good"], ["HZN", "good"], "full"), (["KIV", "good"], ["HZN", "entry"], "partial")]
    {
        let side = |[programme, level]: [&str; 2]| json!({ "level": level, "programme": programme });
        let record = json!({ "extent": extent, "from": side(from), "from_date": "2026-01-01", "to": side(to), "until": "2027-12-31" });
        player.act(&operator(cast)?, json!({ "record_equivalence": record }))?;
        tell(OPERATOR, format!("recorded that {} is equivalent to {}: {extent}", from.join(" "), to.join(" ")));
    }
    Ok(())
}

/// Registers an organisation and confirms its keys.
fn join(
    player: &mut Player,
    cast: &mut Cast,
    name: &str,
    country: &str,
    roles: &[&str],
    more: Value,
) -> Result<(), String> {
    let signs = roles != ["payee"] || name == PAYEE_WITH_KEYS;
    let mut form = json!({ "country": country, "keys": [], "name": name, "roles": roles });
    if let (Some(form), Some(more)) = (form.as_object_mut(), more.as_object()) {
        form.extend(more.clone());
        if signs {
            let keys = [("first", "signing"), ("second", "recovery")].map(|(person, purpose)| json!({ "key": key(name, person).public().to_string(), "person": person, "purpose": purpose }));
            form.insert("keys".to_owned(), json!(keys));
        }
    }
    let receipt = player.act(&operator(cast)?, json!({ "register_organisation": form }))?;
    let event = player.event(&receipt, "party", "organisation_registered")?;
    let account = event.get("account").map(|_| read(&event, "account")).transpose()?;
    cast.organisations.insert(name.to_owned(), Member { id: read(&event, "organisation")?, account });
    if signs {
        for person in ["first", "second"] {
            let signer = Signer { name, id: cast.member(name)?.id, person };
            player.act(&signer, json!({ "confirm_key": {} }))?;
        }
    }
    Ok(())
}

fn members(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    for (name, country) in CERTIFIERS {
        join(player, cast, name, country, &["certifier"], json!({}))?;
    }
    for (name, country) in AUDITORS {
        join(player, cast, name, country, &["auditor"], json!({}))?;
    }
    for (name, country, number) in BUYERS {
        join(player, cast, name, country, &["buyer"], json!({ "registration_number": number }))?;
    }
    join(player, cast, AGENT.0, AGENT.1, &["agent"], json!({}))?;
    for (name, country) in HOLDERS {
        join(player, cast, name, country, &["holder", "payee"], json!({}))?;
    }
    for p in &PRODUCERS {
        let country = p.region.split('-').next().unwrap_or("");
        join(
            player,
            cast,
            p.name,
            country,
            &["producer"],
            json!({ "code": p.code, "structure": p.structure, "women_led": p.women_led }),
        )?;
        for (payee, _, _) in p.plan {
            if !cast.organisations.contains_key(*payee) {
                join(player, cast, payee, country, &["payee"], json!({}))?;
            }
        }
    }
    tell(
        OPERATOR,
        format!(
            "admitted {} organisations; each confirmed its keys by signing with them",
            cast.organisations.len() - 1
        ),
    );
    Ok(())
}

fn certificates(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    for (programme, certifier, verification, minerals) in ACCREDITATIONS {
        let accredit = json!({
            "certifier": cast.member(certifier)?.id.to_string(), "from": "2025-01-01", "minerals": minerals, "programme": programme,
            "until": "2028-12-31", "verification": verification,
        });
        player.act(&operator(cast)?, json!({ "accredit": accredit }))?;
        tell(OPERATOR, format!("accredited {certifier} to {programme} for {}", minerals.join(", ")));
    }
    for p in &PRODUCERS {
        certify(player, cast, p)?;
    }
    Ok(())
}

fn certify(player: &mut Player, cast: &mut Cast, p: &'static Producer) -> Result<(), String> {
    let mut application = json!({
        "certifier": cast.member(p.certifier)?.id.to_string(), "country": p.region.split('-').next().unwrap_or(""), "ecological": p.ecological,
        "level": p.level, "mineral": p.mineral, "programme": p.programme, "region": p.region, "site": format!("{}-site-1", p.code),
    });
    if let (Some(form), Some(holder)) = (application.as_object_mut(), p.holder) {
        form.insert("holder".to_owned(), json!(cast.member(holder)?.id.to_string()));
    }
    let receipt = player.act(&signer(cast, p.name)?, json!({ "apply_certificate": application }))?;
    let certificate = read(&player.event(&receipt, "certificate", "applied")?, "certificate")?;
    cast.certificates.insert(p.id.to_owned(), certificate);
    if let Some(holder) = p.holder {
        player.act(&signer(cast, holder)?, json!({ "accept_mandate": { "certificate": certificate.to_string() } }))?;
        tell(holder, format!("consented to hold the certificate of {}", p.name));
    }
    if p.maximum_kg.is_empty() {
        tell(p.name, format!("applied to {} for a {} certificate; no decision yet", p.certifier, p.programme));
        return Ok(());
    }
    let certifier = signer(cast, p.certifier)?;
    player.act(&certifier, json!({ "begin_audit": { "certificate": certificate.to_string() } }))?;
    let grant = json!({
        "audited_on": "2025-12-01", "certificate": certificate.to_string(), "effective": "2026-01-01", "maximum": p.maximum_kg,
        "valid_from": p.valid[0], "valid_to": p.valid[1], "verification": p.verification,
    });
    player.act(&certifier, json!({ "grant_certificate": grant }))?;
    tell(
        p.certifier,
        format!(
            "certified {} ({} {}): at most {} kg of {} a year",
            p.name, p.programme, p.level, p.maximum_kg, p.mineral
        ),
    );
    Ok(())
}

fn markets(player: &mut Player, cast: &mut Cast) -> Result<(), String> {
    for [name, mineral, programme, level, ecological, currency, tick, floor, minimum] in MARKETS {
        let money = |amount: &str| json!({ "amount": amount, "currency": currency });
        let open = json!({
            "currency": currency, "ecological": ecological, "floor": money(floor), "level": level, "mineral": mineral, "minimum": money(minimum),
            "programme": programme, "tick": money(tick),
        });
        let receipt = player.act(&operator(cast)?, json!({ "open_market": open }))?;
        cast.markets.insert(name.to_owned(), read(&player.event(&receipt, "trade", "market_opened")?, "market")?);
        tell(OPERATOR, format!("opened the market {name}: no premium below {floor} {currency} per kg"));
    }
    Ok(())
}

fn plans(player: &mut Player, cast: &Cast) -> Result<(), String> {
    for p in PRODUCERS.iter().filter(|p| !p.plan.is_empty()) {
        let share = |(payee, kind, share): &(&str, &str, &str)| {
            Ok(json!({ "kind": kind, "payee": cast.member(payee)?.id.to_string(), "share": share }))
        };
        let payees = p.plan.iter().map(share).collect::<Result<Vec<Value>, String>>()?;
        player.act(
            &signer(cast, p.name)?,
            json!({ "adopt_premium_plan": { "payees": payees, "programme": p.programme } }),
        )?;
        let shares: Vec<String> = p.plan.iter().map(|(payee, _, share)| format!("{payee} {share}")).collect();
        tell(p.name, format!("signed its premium plan, in basis points of the net premium: {}", shares.join(", ")));
    }
    Ok(())
}

/// Certification paid in instalments out of each sale.
fn instalments(player: &mut Player, cast: &Cast) -> Result<(), String> {
    for (id, amount, currency) in [("P1", "800.00", "USD"), ("P3", "310.00", "USD"), ("P7", "400000", "UGX")] {
        let p = producer(id)?;
        let open = json!({ "kind": "certification", "producer": cast.member(p.name)?.id.to_string(), "programme": p.programme, "rate": "1000", "total": { "amount": amount, "currency": currency } });
        let receipt = player.act(&signer(cast, p.certifier)?, json!({ "open_instalment_plan": open }))?;
        let opened = player.event(&receipt, "money", "instalment_plan_opened")?;
        player.act(&signer(cast, p.name)?, json!({ "accept_instalment_plan": { "plan": text(&opened, "plan")? } }))?;
        tell(
            p.name,
            format!("accepted to pay {} {amount} {currency} for its certification, 10 % of each sale", p.certifier),
        );
    }
    Ok(())
}

/// A producer declares, its certifier approves, credits are issued.
pub(super) fn issue(player: &mut Player, cast: &mut Cast, id: &str) -> Result<(), String> {
    let p = producer(id)?;
    let d = p.declaration.as_ref().ok_or_else(|| format!("{id} declares nothing"))?;
    let declaration = declare(player, cast, p, d)?;
    approve(player, cast, p, d, &declaration)
}

pub(super) fn declare(player: &mut Player, cast: &Cast, p: &Producer, d: &Declaration) -> Result<String, String> {
    let (period, figures) = (["2026-01-01", d.until], [d.gross, d.ppm, d.sold]);
    let act = declaration(cast, p, period, figures)?;
    let signer = signer(cast, p.name)?;
    let receipt = player.act(&signer, act)?;
    let declared = player.event(&receipt, "certificate", "declared")?;
    player.hand_in(&signer, text(&declared, "declaration")?, &record(p, period, figures))?;
    tell(
        p.name,
        format!(
            "declared {} kg of {} mined until {}, {} kg of it sold physically as certified",
            text(&declared, "fine")?,
            p.mineral,
            d.until,
            d.sold
        ),
    );
    Ok(text(&declared, "declaration")?.to_owned())
}

/// The evidence of a declaration: a table of what was mined.
fn record(p: &Producer, [from, to]: [&str; 2], [gross, ppm, sold]: [&str; 3]) -> String {
    format!(
        "producer,mineral,from,to,gross kg,ppm,sold physically kg\n{},{},{from},{to},{gross},{ppm},{sold}\n",
        p.name, p.mineral
    )
}

/// The act of declaring.
pub(super) fn declaration(cast: &Cast, p: &Producer, period: [&str; 2], figures: [&str; 3]) -> Result<Value, String> {
    let digest = hex::encode(orebook_document::sha256(record(p, period, figures).as_bytes()));
    let ([from, to], [gross, ppm, sold]) = (period, figures);
    Ok(json!({ "declare": {
        "certificate": cast.certificate(p.id)?.to_string(), "evidence": [digest], "exclusive": "yes", "gross": gross,
        "period_from": from, "period_to": to, "ppm": ppm, "sold_physically": sold,
    } }))
}

pub(super) fn approve(
    player: &mut Player,
    cast: &mut Cast,
    p: &Producer,
    d: &Declaration,
    declaration: &str,
) -> Result<(), String> {
    let fine: orebook_registry::values::Ppm = d.ppm.parse().map_err(|error| format!("{error}"))?;
    let verified = fine.fine(d.gross.parse().map_err(|error| format!("{error}"))?);
    let receipt = player.act(
        &signer(cast, p.certifier)?,
        json!({ "approve_declaration": { "declaration": declaration, "verified": verified.to_string() } }),
    )?;
    let issued = player.event(&receipt, "credit", "issued")?;
    cast.batches.insert(p.id.to_owned(), read(&issued, "batch")?);
    let block: orebook_registry::serial::SerialBlock = read(&issued, "block")?;
    super::player::expect("issued", &block.mass().to_string(), d.issued)?;
    tell(p.certifier, format!("approved: {} credits issued to {}, {block}", block.mass(), p.name));
    Ok(())
}

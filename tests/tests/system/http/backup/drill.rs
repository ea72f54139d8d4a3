//! The restore drill: a register is backed up under load, restored elsewhere, compared, and goes on from there.

use std::time::Instant;

use orebook_registry::instruction::*;
use orebook_registry::values::RetirementId;
use orebook_server::backup::Taken;
use orebook_server::clock::Clock;
use orebook_server::running::Running;
use orebook_store::Location;
use orebook_tests::damage::digests;
use orebook_tests::house::{House, Http, PATIENCE, audit, config, token};
use orebook_tests::load::Load;
use orebook_tests::scenario::World;
use orebook_tests::until;

use super::super::money::stage::{Stage, signed_for};
use super::stage::{Shelf, back_up, bring_back, each_pair, state_after};

/// Sent while the backup is made.
const INSTRUCTIONS: usize = 240;
/// Sent to the restored register.
const MORE: usize = 30;

/// A credit of what Lumen bought is retired.
fn retire(house: &mut House, stage: &Stage) -> RetirementId {
    let lumen = stage.world.buyers[0].clone();
    let world = World { scenario: house.scenario.clone(), ..stage.world.clone() };
    let blocks = world.blocks(lumen.account, stage.batch, "1");
    let claim = Claim::Support(PlainClaim {});
    let retired = house.act(&lumen, Act::Retire(world.retirement(&lumen, blocks, claim)));
    assert_eq!(retired.status, 201, "{}", retired.body);
    house.scenario.registry.claims.retirements().next_back().unwrap().0
}

/// Every statement of account, the purchases, and a retirement's statement, as a server tells them.
fn told(http: &Http, house: &House, stage: &Stage, retirement: RetirementId) -> Vec<(String, Vec<u8>)> {
    let mut paths = vec![format!("/v1/retirements/{retirement}/statement"), "/v1/purchases".to_owned()];
    for buyer in &stage.world.buyers {
        paths.push(format!("/v1/purchases?organisation={}", buyer.id));
        paths.push(format!("/v1/holdings?organisation={}", buyer.id));
    }
    for (account, balance) in house.scenario.registry.cash.balances() {
        paths.push(format!("/v1/statements?account={account}&currency={}&limit=200", balance.currency));
    }
    let ask = |path: String| {
        let answer = http.get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        (path, answer.bytes)
    };
    paths.into_iter().map(ask).collect()
}

fn drill(from: &Location, to: &Location) {
    let (shelf, (stage, mut house)) = (Shelf::new(), signed_for(from));
    let retirement = retire(&mut house, &stage);
    house.leave_twin();
    let (backup, data) = (shelf.path("backup"), shelf.path("data"));
    let load = Load::signed(&mut house.scenario, INSTRUCTIONS);
    let (http, began) = (house.http.clone(), Instant::now());
    let mut made = None;
    load.send_while(&http, || {
        until("some answers", || (load.answered() >= 40).then_some(()));
        made = Some(back_up(from, house.data(), &backup, Taken::Not).unwrap());
    });
    let manifest = made.unwrap().manifest;
    eprintln!("backed up {} entries by {:?}, {} acknowledged", manifest.size, began.elapsed(), load.acknowledged());
    assert_eq!(load.acknowledged(), INSTRUCTIONS, "the register went on meanwhile");

    let began = Instant::now();
    let restored = bring_back(&backup, to, &data, Some(&house.data().join("keys"))).unwrap();
    eprintln!("restored and checked in {:?}", began.elapsed());
    assert_eq!(restored.checked.entries, manifest.size);
    let (root, state) = state_after(from, manifest.size);
    assert_eq!(state_after(to, manifest.size), (root, state), "the same tree, and every balance and holding");
    assert_eq!(manifest.root, root.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let again = back_up(to, &data, &shelf.path("again"), Taken::Not).unwrap().manifest;
    assert_eq!((again.root, again.checkpoint), (manifest.root.clone(), manifest.checkpoint.clone()));
    let rows = |tables: &[orebook_server::backup::manifest::Table]| {
        tables.iter().map(|table| (table.name.clone(), table.rows, table.rows_sha256.clone())).collect::<Vec<_>>()
    };
    assert_eq!(rows(&again.tables), rows(&manifest.tables), "every table, row by row");
    assert_eq!(audit(to, &data), manifest.size);

    let running = Running::start(&config(to, &data), Clock::script(house.scenario.now())).unwrap();
    running.until_ready(PATIENCE).unwrap();
    let operator = house.scenario.operator.clone();
    let anyone = Http::new(running.url());
    let there = anyone.with_token(token::token(&anyone, &operator.id.to_string(), &operator.keys[0].secret));
    assert_eq!(told(&there, &house, &stage, retirement), told(&house.http, &house, &stage, retirement));
    let more = Load::signed(&mut house.scenario, MORE);
    more.send_while(&there, || ());
    more.send_again(&there);
    let after = running.shared.sequencer.published().unwrap().checkpoint.size;
    assert_eq!(after, manifest.size + u64::try_from(MORE).unwrap(), "it goes on from there");
    running.stop();
    assert_eq!(audit(to, &data), after);
    let untouched = digests(from);
    house.audit();
    assert_eq!(digests(from), untouched);
}

#[test]
fn a_backup_taken_under_load_is_restored_into_either_database_and_goes_on() {
    each_pair(drill);
}

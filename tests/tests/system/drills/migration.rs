//! `orebook migrate` dies in the middle, on a database of an older version that is full of rows.

use std::path::Path;

use orebook_registry::instruction::*;
use orebook_store::{Location, migrate, pending, revert_newest};
use orebook_tests::archive::{copy, copy_database};
use orebook_tests::drill::{Drill, cycles};
use orebook_tests::house::House;
use orebook_tests::postgres::cluster;
use orebook_tests::preload::{Fault, Of, Preload};
use orebook_tests::programs::orebook;
use orebook_tests::proxy::Proxy;
use orebook_tests::scenario::World;
use orebook_tests::served::{Served, set_clock};

/// A register with issued credits, retirements and an open order, taken back to the first version of its tables.
fn older(location: &Location, data: &Path) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2.5", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    for mass in ["0.5", "0.25", "1"] {
        let blocks = world.blocks(lumen.account, batch, mass);
        let retire = world.retirement(&lumen, blocks, Claim::None(PlainClaim {}));
        world.scenario.act(&lumen, Act::Retire(retire)).unwrap();
    }
    let now = world.scenario.now();
    let mut house = House::of(location, world.scenario);
    house.stop();
    copy(house.data(), data);
    set_clock(data, now);
    let newer = known() - 1;
    revert_newest(location, newer).unwrap();
    assert_eq!(pending(location).unwrap().len(), newer);
}

/// How many steps there are.
fn known() -> usize {
    let directory = orebook_tests::golden::workspace().join("migrations/sqlite");
    std::fs::read_dir(directory).unwrap().count()
}

/// `orebook migrate` on a database; whether it says that it has succeeded.
fn migrates(location: &Location, data: &Path, preload: Option<&Preload>) -> bool {
    let mut command = orebook();
    let database = match location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    command.args(["migrate", "--database", &database, "--data"]).arg(data);
    if let Some(preload) = preload {
        preload.apply(&mut command);
    }
    command.output().unwrap().status.success()
}

/// Runs it again, serves, and goes through everything.
fn completes(drill: &mut Drill, location: &Location, data: &Path) {
    assert!(migrates(location, data, None), "it can be run again");
    assert_eq!(pending(location).unwrap(), Vec::<String>::new());
    // What older versions did not write is written by the first start.
    Served::start_leading(location, data).kill();
    drill.settle(location, data, &[], &[]);
}

#[test]
fn a_migration_killed_on_sqlite_can_be_run_again() {
    let data = tempfile::tempdir().unwrap();
    let first = data.path().join("register.db");
    migrate(&Location::Sqlite(first.clone())).unwrap();
    older(&Location::Sqlite(first.clone()), data.path());
    let mut drill = Drill::on(&Location::Sqlite(first.clone()), "migration killed");
    let mut n = 1;
    loop {
        let own = tempfile::tempdir().unwrap();
        copy(data.path(), own.path());
        let file = own.path().join("register.db");
        copy_database(&first, &file);
        let (location, preload) = (Location::Sqlite(file), Preload::watching(own.path()));
        preload.fail_at(n, Of::All, Fault::Kill);
        let succeeded = migrates(&location, own.path(), Some(&preload));
        assert_eq!(succeeded, !preload.has_fired());
        if succeeded {
            break;
        }
        completes(&mut drill, &location, own.path());
        drill.cycle();
        n += if n < 3 { 1 } else { cycles(60, 3) };
    }
    assert!(drill.cycles() > 3);
    drill.end();
}

#[test]
fn a_migration_cut_off_on_postgres_can_be_run_again() {
    let (database, data) = (cluster().database(), tempfile::tempdir().unwrap());
    older(&database.location(), data.path());
    let mut drill = Drill::on(&database.location(), "migration killed");
    let mut n = 1;
    loop {
        let (own, copied, proxy) = (tempfile::tempdir().unwrap(), database.copy(), Proxy::before(cluster().socket()));
        copy(data.path(), own.path());
        proxy.cut_statement(n);
        let succeeded = migrates(&copied.through(&proxy), own.path(), None);
        // A pool that only looks connects again by itself: then it succeeds although it was cut.
        assert!(succeeded || proxy.fired() > 0);
        if proxy.fired() == 0 {
            break;
        }
        completes(&mut drill, &copied.location(), own.path());
        drill.cycle();
        n += cycles(9, 1);
    }
    assert!(drill.cycles() > 3);
    drill.end();
}

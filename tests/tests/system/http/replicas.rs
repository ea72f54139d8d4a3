//! A follower that reads a streaming replica: what it shows when that is behind, or gone.

use orebook_tests::group::Group;
use orebook_tests::house::audit;
use orebook_tests::load::Load;
use orebook_tests::postgres::{Cluster, Durability};
use orebook_tests::scenario::Scenario;
use orebook_tests::until;

use super::followers::{at_least, of_operator, shown, started};

#[test]
fn a_follower_reads_a_streaming_replica_and_leads_in_the_database_itself() {
    let primary = Cluster::start(Durability::Relaxed);
    let database = primary.database();
    let replica = primary.replica();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, true, Some(&replica.url_of(&database)));
    let servers = started(&group, 2);
    scenario.advance_to(group.now());
    Load::signed(&mut scenario, 30).send_again(&servers[1].http);
    let last = shown(&servers[0], &group).size - 1;
    let proof = at_least(&servers[1].http, &format!("/log/proof/{last}"), &last.to_string());
    assert_eq!((proof.status, proof.body), (200, servers[0].http.get(&format!("/log/proof/{last}")).body));
    // Nothing reaches the replica any more: the follower is behind, and says so.
    replica.execute("postgres", "select pg_wal_replay_pause()");
    Load::signed(&mut scenario, 3).send_again(&servers[0].http);
    let behind = at_least(&servers[1].http, "/v1/organisations", &(last + 3).to_string());
    assert_eq!((behind.status, behind.code()), (503, "sequence_is_not_reached"), "{}", behind.body);
    // It leads nevertheless, from all that was acknowledged: it replays on the session that holds the lease.
    let mut servers = servers.into_iter();
    let (first, second) = (servers.next().unwrap(), servers.next().unwrap());
    first.kill();
    second.until_ready();
    assert_eq!(shown(&second, &group).size, last + 4);
    Load::signed(&mut scenario, 3).send_again(&second.http);
    drop(second);
    // Without the replica there is nothing to follow, but a server can lead.
    replica.stop_immediately();
    group.start(1).until_ready();
    drop(replica);
    audit(&database.location(), group.data(1));
}

#[test]
fn a_former_leader_shows_what_it_stored_though_its_replica_does_not_have_it() {
    let primary = Cluster::start(Durability::Relaxed);
    let database = primary.database();
    let replica = primary.replica();
    let mut scenario = Scenario::founded();
    let group = Group::founded(&scenario, &database.location(), 2, true, Some(&replica.url_of(&database)));
    let servers = started(&group, 2);
    let (former, other) = (&servers[0], &servers[1]);
    scenario.advance_to(group.now());
    let before = shown(former, &group).size;
    replica.execute("postgres", "select pg_wal_replay_pause()");
    let load = Load::signed(&mut scenario, 9);
    load.send_again(&former.http);
    // Its lease ends while it sleeps, and the other one leads.
    former.signal("STOP");
    other.until_ready();
    former.signal("CONT");
    former.until_following();
    let last = before + 8;
    let [here, there] = [former, other].map(|served| of_operator(served, &scenario));
    for path in [format!("/log/entry/{last}"), format!("/log/proof/{last}"), "/v1/organisations".to_owned()] {
        let (here, there) = (at_least(&here, &path, &last.to_string()), there.get(&path));
        assert_eq!((here.status, here.body), (200, there.body), "{path}");
    }
    // What the other one stores meanwhile is behind the replica: it is asked for in vain.
    Load::signed(&mut scenario, 3).send_again(&other.http);
    let behind = at_least(&former.http, "/v1/organisations", &(last + 3).to_string());
    assert_eq!((behind.status, behind.code()), (503, "sequence_is_not_reached"), "{}", behind.body);
    replica.execute("postgres", "select pg_wal_replay_resume()");
    until("the replica to catch up", || (shown(former, &group).size == last + 4).then_some(()));
    assert_eq!(shown(former, &group), shown(other, &group));
    drop(servers);
    drop(replica);
    audit(&database.location(), group.data(1));
}

use super::*;

fn organisation(n: u64) -> OrganisationId {
    OrganisationId::from(u128::from(n))
}

fn intake() -> Intake<(u64, usize)> {
    Intake::default()
}

/// Pushes until it is refused, or so many times.
fn fill(intake: &Intake<(u64, usize)>, lane: Lane, n: u64, most: usize) -> usize {
    (0..most).take_while(|turn| intake.push(lane, organisation(n), (n, *turn)).is_ok()).count()
}

#[test]
fn so_much_is_taken_in_as_there_is_room_until_some_are_answered() {
    let intake = intake();
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), 512);
    assert_eq!(intake.push(Lane::Ordinary, organisation(1), (1, 0)), Err(Unavailable::Busy));
    assert_eq!(intake.take(256, Duration::ZERO).len(), 256);
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), 0, "what is under way fills the room as well");
    intake.answered();
    assert!(fill(&intake, Lane::Ordinary, 1, 10_000) >= 256);
    intake.answered();
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), 0, "nothing more was under way");
}

#[test]
fn whoever_asks_for_little_is_let_in_where_another_has_filled_the_room() {
    let intake = intake();
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), 512);
    intake.take(256, Duration::ZERO);
    assert_eq!(fill(&intake, Lane::Ordinary, 2, 10_000), 256, "up to an equal share");
    assert_eq!(fill(&intake, Lane::Ordinary, 3, 10_000), 170);
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10), 0, "those of it that are under way count");
}

#[test]
fn whoever_is_answered_holds_nothing() {
    let intake = intake();
    fill(&intake, Lane::Ordinary, 1, 3);
    fill(&intake, Lane::Urgent, 2, 3);
    assert_eq!(intake.wait(), Duration::ZERO);
    intake.take(4, Duration::ZERO);
    intake.take(4, Duration::ZERO);
    assert!(intake.wait() > Duration::ZERO);
    intake.answered();
    intake.answered();
    let waiting = intake.waiting.lock();
    assert_eq!((waiting.urgent.held, waiting.ordinary.held), (0, 0));
    assert!(waiting.urgent.of.is_empty() && waiting.ordinary.of.is_empty() && waiting.under_way.is_empty());
}

#[test]
fn organisations_take_turns_and_each_keeps_its_order() {
    let intake = intake();
    fill(&intake, Lane::Ordinary, 1, 4);
    fill(&intake, Lane::Ordinary, 2, 2);
    assert_eq!(intake.take(4, Duration::ZERO), [(1, 0), (2, 0), (1, 1), (2, 1)]);
    fill(&intake, Lane::Ordinary, 3, 1);
    assert_eq!(intake.take(9, Duration::ZERO), [(1, 2), (3, 0), (1, 3)]);
    assert_eq!((intake.len(), intake.take(9, Duration::ZERO).len()), (0, 0));
}

#[test]
fn what_is_urgent_goes_first_and_leaves_half_to_the_others() {
    let intake = intake();
    fill(&intake, Lane::Ordinary, 1, 500);
    assert_eq!(fill(&intake, Lane::Urgent, 2, 6), 6, "its room is its own");
    let taken: Vec<u64> = intake.take(8, Duration::ZERO).into_iter().map(|(n, _)| n).collect();
    assert_eq!(taken, [2, 2, 2, 2, 1, 1, 1, 1]);
    let taken: Vec<u64> = intake.take(3, Duration::ZERO).into_iter().map(|(n, _)| n).collect();
    assert_eq!(taken, [2, 2, 1]);
    assert_eq!(fill(&intake, Lane::Urgent, 2, 10_000), 2_042, "with the six that are under way");
    assert_eq!(fill(&intake, Lane::Urgent, 3, 10_000), 1_024, "nobody fills the lane for the others");
    intake.waiting.lock().ordinary = Lines::default();
    assert_eq!(intake.take(300, Duration::ZERO).len(), 300, "alone it has the whole batch");
}

#[test]
fn what_was_taken_in_before_the_end_is_there_and_nothing_comes_after_it() {
    let intake = intake();
    fill(&intake, Lane::Ordinary, 1, 3);
    intake.close();
    let stopping = Err(Unavailable::NotReady("stopping".to_owned()));
    assert_eq!(intake.admits(Lane::Urgent, organisation(1)), stopping);
    assert_eq!(intake.push(Lane::Ordinary, organisation(1), (1, 9)), stopping);
    assert_eq!(intake.take(1, Duration::ZERO), [(1, 0)]);
    assert_eq!(intake.drain(), [(1, 1), (1, 2)]);
    intake.answered();
    assert_eq!(intake.admits(Lane::Urgent, organisation(1)), stopping);
}

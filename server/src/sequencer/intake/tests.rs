use super::*;

fn organisation(n: u64) -> OrganisationId {
    OrganisationId::from(u128::from(n))
}

/// An intake that has measured so many items a second.
fn at_pace(a_second: u128) -> Intake<(u64, usize)> {
    let intake = Intake::default();
    intake.waiting.lock().pace.each = Some(1_000_000_000 / a_second);
    intake
}

/// Pushes until it is refused, or so many times.
fn fill(intake: &Intake<(u64, usize)>, lane: Lane, n: u64, most: usize) -> usize {
    (0..most).take_while(|turn| intake.push(lane, organisation(n), (n, *turn)).is_ok()).count()
}

#[test]
fn so_much_may_wait_as_is_decided_soon() {
    for (a_second, room) in [(1, 64), (1_000, 100), (5_000, 500), (1_000_000, 2_048)] {
        let intake = at_pace(a_second);
        assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), room, "{a_second}");
        assert_eq!(intake.push(Lane::Ordinary, organisation(1), (1, 0)), Err(Unavailable::Busy));
    }
    assert_eq!(fill(&Intake::default(), Lane::Ordinary, 1, 10_000), 512, "before anything was measured");
}

#[test]
fn whoever_asks_for_little_is_let_in_where_another_has_filled_the_room() {
    let intake = at_pace(5_000);
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10_000), 500);
    assert_eq!(fill(&intake, Lane::Ordinary, 2, 10_000), 250, "up to an equal share");
    assert_eq!(fill(&intake, Lane::Ordinary, 3, 10_000), 166);
    assert_eq!(fill(&intake, Lane::Ordinary, 1, 10), 0);
}

#[test]
fn organisations_take_turns_and_each_keeps_its_order() {
    let intake = at_pace(5_000);
    fill(&intake, Lane::Ordinary, 1, 4);
    fill(&intake, Lane::Ordinary, 2, 2);
    assert_eq!(intake.take(4, Duration::ZERO), [(1, 0), (2, 0), (1, 1), (2, 1)]);
    fill(&intake, Lane::Ordinary, 3, 1);
    assert_eq!(intake.take(9, Duration::ZERO), [(1, 2), (3, 0), (1, 3)]);
    assert_eq!((intake.len(), intake.take(9, Duration::ZERO).len()), (0, 0));
}

#[test]
fn what_is_urgent_goes_first_and_leaves_half_to_the_others() {
    let intake = at_pace(5_000);
    fill(&intake, Lane::Ordinary, 1, 500);
    assert_eq!(fill(&intake, Lane::Urgent, 2, 6), 6, "its room is its own");
    let taken: Vec<u64> = intake.take(8, Duration::ZERO).into_iter().map(|(n, _)| n).collect();
    assert_eq!(taken, [2, 2, 2, 2, 1, 1, 1, 1]);
    let taken: Vec<u64> = intake.take(3, Duration::ZERO).into_iter().map(|(n, _)| n).collect();
    assert_eq!(taken, [2, 2, 1]);
    assert_eq!(fill(&intake, Lane::Urgent, 2, 10_000), 2_048);
    assert_eq!(fill(&intake, Lane::Urgent, 3, 10_000), 1_024, "nobody fills the lane for the others");
    intake.waiting.lock().ordinary = Lines::default();
    assert_eq!(intake.take(300, Duration::ZERO).len(), 300, "alone it has the whole batch");
}

#[test]
fn what_was_taken_in_before_the_end_is_there_and_nothing_comes_after_it() {
    let intake = at_pace(5_000);
    fill(&intake, Lane::Ordinary, 1, 3);
    intake.close();
    let stopping = Err(Unavailable::NotReady("stopping".to_owned()));
    assert_eq!(intake.admits(Lane::Urgent, organisation(1)), stopping);
    assert_eq!(intake.push(Lane::Ordinary, organisation(1), (1, 9)), stopping);
    assert_eq!(intake.drain(), [(1, 0), (1, 1), (1, 2)]);
}

#[test]
fn a_pace_is_measured_only_while_there_is_more_to_do() {
    let (mut pace, start) = (Pace::default(), Instant::now());
    let after = |ms| start + Duration::from_millis(ms);
    pace.took(10, false, after(0));
    pace.took(10, true, after(1_000));
    assert_eq!(pace.each, None, "it had been waiting for work");
    pace.took(20, true, after(1_010));
    assert_eq!(pace.each, Some(1_000_000), "ten in ten milliseconds");
    pace.took(20, false, after(1_050));
    assert_eq!(pace.each, Some((4 * 1_000_000 + 2_000_000) / 5));
    pace.rests();
    pace.took(5, true, after(9_000));
    assert_eq!(pace.each, Some(1_200_000));
    assert_eq!(pace.time_of(10), Duration::from_millis(12));
}

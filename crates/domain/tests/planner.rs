//! The plan of the week on a tablet's disk: changed in one transaction, read at the start, never replaced unread.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use domain::device::{Key, MemoryStorage, Shelf, boot, change_planner};
use domain::plan_week::{Planner, Wish};

/// Memory answers at once.
fn now<T>(answer: impl Future<Output = T>) -> T {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => unreachable!("memory answers at once"),
    }
}

fn longer(planner: &Planner) -> Planner {
    Planner { wish: Wish { minutes_a_day: planner.wish.minutes_a_day + 10, ..planner.wish.clone() }, ..planner.clone() }
}

#[test]
fn what_was_planned_is_there_at_the_next_start_and_each_change_rests_on_the_last() {
    let disk = MemoryStorage::default();
    assert_eq!(now(boot(&disk)).unwrap().planner, Planner::default());
    now(change_planner(&disk, longer)).unwrap();
    let (before, after) = now(change_planner(&disk, longer)).unwrap();
    assert_eq!((before.wish.minutes_a_day, after.wish.minutes_a_day), (50, 60));
    assert_eq!(now(boot(&disk)).unwrap().planner, after);
}

#[test]
fn a_plan_that_cannot_be_read_is_kept_as_it_is_and_offered() {
    let disk = MemoryStorage::default();
    let newer = vec![9, 1, 2, 3];
    disk.put(Key::new(Shelf::Account, "planner"), newer.clone());
    let start = now(boot(&disk)).unwrap();
    assert_eq!(start.planner, Planner::default());
    assert_eq!(start.unreadable, [("account/planner".to_owned(), newer.clone())]);
    now(change_planner(&disk, longer)).unwrap();
    let start = now(boot(&disk)).unwrap();
    assert_eq!(start.planner.wish.minutes_a_day, 50);
    assert_eq!(start.unreadable, [("account/planner".to_owned(), newer)]);
}

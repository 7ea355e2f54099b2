use domain::stats::agreement::{Measurements, Model, intraclass};
use domain::stats::{Share, VarianceComponents, reliability, visits_for_reliability};
use proptest::prelude::*;

use crate::{TOLERANCE, a_share, classrooms};

proptest! {
    #[test]
    fn more_visits_are_never_less_reliable(correlation in a_share(), visits in 0_u32..1000) {
        prop_assert!(reliability(correlation, visits) <= reliability(correlation, visits + 1));
    }

    #[test]
    fn the_visits_needed_are_just_enough(correlation in 0.001..=1.0, wanted in 0.0..0.99) {
        let (correlation, wanted) = (Share::new(correlation).unwrap(), Share::new(wanted).unwrap());
        let visits = visits_for_reliability(correlation, wanted).unwrap();
        prop_assert!(reliability(correlation, visits).get() >= wanted.get() - TOLERANCE);
        prop_assert!(visits == 1 || reliability(correlation, visits - 1) < wanted);
    }

    #[test]
    fn components_of_counts_are_in_range(rooms in classrooms()) {
        if let Some(found) = VarianceComponents::of_counts(&rooms) {
            let interval = found.correlation().interval();
            prop_assert!(0.0 <= interval.low() && interval.high() <= 1.0);
            prop_assert!(found.between() >= 0.0 && found.within() >= 0.0);
        }
    }

    #[test]
    fn a_shown_visit_counts_as_one_and_another_as_nought(rooms in classrooms()) {
        let outcomes: Vec<Vec<f64>> = rooms
            .iter()
            .map(|room| (0..room.looked()).map(|visit| f64::from(u8::from(visit < room.shown()))).collect())
            .collect();
        match (VarianceComponents::of_counts(&rooms), VarianceComponents::of(&outcomes)) {
            (Some(one), Some(other)) => {
                prop_assert!((one.between() - other.between()).abs() < TOLERANCE);
                prop_assert!((one.correlation().point() - other.correlation().point()).abs() < TOLERANCE);
            }
            (None, None) => {}
            (one, other) => prop_assert!(false, "{one:?} but {other:?}"),
        }
    }

    /// As many visits to each classroom as observers to each unit: the same analysis of variance, by two roads.
    #[test]
    fn with_equally_many_visits_it_is_the_one_way_correlation(
        rooms in proptest::collection::vec(proptest::collection::vec(0.0..10.0, 3), 2..20),
    ) {
        let judged = Measurements::new(rooms.iter().map(|room| room.iter().copied().map(Some).collect()).collect());
        let by_observers = intraclass(&judged.unwrap(), Model::OneWay).unwrap().single;
        let by_visits = VarianceComponents::of(&rooms).unwrap().correlation();
        prop_assert!((by_observers.point().max(0.0) - by_visits.point()).abs() < TOLERANCE);
        prop_assert!((by_observers.interval().high().max(0.0) - by_visits.interval().high()).abs() < TOLERANCE);
    }

    #[test]
    fn no_visits_whatever_panic_or_leave_the_range(rooms in any::<Vec<Vec<f64>>>()) {
        if let Some(found) = VarianceComponents::of(&rooms) {
            prop_assert!(found.between().is_finite() && found.within().is_finite());
        }
    }
}

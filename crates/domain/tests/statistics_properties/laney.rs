use domain::stats::trend::{Chart, Course, LaneyChart, Period, Point};
use domain::stats::{WeighedShare, difference};
use proptest::prelude::*;

use crate::{TOLERANCE, a_share};

fn a_point(most: u32) -> impl Strategy<Value = Point> {
    (1..=most).prop_flat_map(|looked| (0..=looked, Just(looked))).prop_map(|(s, l)| Point::new(s, l).unwrap())
}

fn a_series() -> impl Strategy<Value = Vec<Point>> {
    prop_oneof![proptest::collection::vec(a_point(60), 0..40), proptest::collection::vec(a_point(6), 0..40)]
}

fn turned(points: &[Point]) -> Vec<Point> {
    points.iter().map(|point| Point::new(point.looked() - point.shown(), point.looked()).unwrap()).collect()
}

proptest! {
    #[test]
    fn limits_are_shares_around_the_centre(points in a_series(), baseline in 0_usize..50) {
        if let Ok(chart) = LaneyChart::of(&points, baseline) {
            prop_assert_eq!(chart.points().len(), points.len());
            prop_assert!(chart.sigma_z() > 0.0 && chart.sigma_z().is_finite());
            for point in chart.points() {
                prop_assert!(0.0 <= point.limits.low() && point.limits.high() <= 1.0);
                prop_assert!(point.limits.contains(chart.centre().get()));
            }
        }
    }

    #[test]
    fn the_chart_of_not_shown_is_the_mirror_image(points in a_series(), baseline in 0_usize..50) {
        match (LaneyChart::of(&points, baseline), LaneyChart::of(&turned(&points), baseline)) {
            (Ok(shown), Ok(not_shown)) => {
                prop_assert!((shown.sigma_z() - not_shown.sigma_z()).abs() < TOLERANCE);
                for (one, other) in shown.points().iter().zip(not_shown.points()) {
                    prop_assert!((one.limits.low() - (1.0 - other.limits.high())).abs() < TOLERANCE);
                    prop_assert!((one.limits.high() - (1.0 - other.limits.low())).abs() < TOLERANCE);
                }
            }
            (Err(_), Err(_)) => {}
            (one, other) => prop_assert!(false, "{one:?} but {other:?}"),
        }
    }

    #[test]
    fn every_series_with_a_point_has_a_chart(points in a_series(), baseline in any::<usize>()) {
        prop_assert_eq!(Chart::of(&points, baseline, Period::Week).is_some(), !points.is_empty());
    }

    #[test]
    fn a_course_turns_round_with_its_series(
        one in a_share(), other in a_share(), n in 0.5..500.0, close in 0.0..0.3,
    ) {
        let (one, other) = (WeighedShare::new(one, n).unwrap(), WeighedShare::new(other, n).unwrap());
        let there = Course::of(difference(one, other).unwrap(), close);
        let back = Course::of(difference(other, one).unwrap(), close);
        let expected = match there {
            Course::Rising => Course::Falling,
            Course::Falling => Course::Rising,
            Course::Steady => Course::Steady,
            Course::CannotTell => Course::CannotTell,
        };
        prop_assert_eq!(back, expected);
    }
}

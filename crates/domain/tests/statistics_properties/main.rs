//! What must hold of every statistic for any input: in range, never NaN, monotone, and the same
//! seen in a mirror.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its numbers should fail loudly")]

mod agreement;
mod difference;
mod laney;
mod reliability;
mod run_chart;
mod shortfall;

use domain::stats::{
    Ceiling, ClusterAmount, ClusterCount, ClusteredShare, Direction, Estimate, Evidence, Expected, Gap, Interval, Rule,
    Share, Standing, design_effect, effective_n, intraclass_correlation, pooled_ratio, smallest_gap, standing, t_95,
    visits_for_gap, visits_per_classroom, wilson,
};
use proptest::prelude::*;

const TOLERANCE: f64 = 1e-9;

fn a_share() -> impl Strategy<Value = Share> {
    prop_oneof![1 => Just(0.0), 1 => Just(1.0), 8 => 0.0..=1.0].prop_map(|value| Share::new(value).unwrap())
}

fn any_looks() -> impl Strategy<Value = f64> {
    prop_oneof![0.01..2000.0, 1e-300..1e300]
}

fn a_classroom() -> impl Strategy<Value = ClusterCount> {
    (0_u32..30).prop_flat_map(|looked| (0..=looked, Just(looked))).prop_map(|(s, l)| ClusterCount::new(s, l).unwrap())
}

fn classrooms() -> impl Strategy<Value = Vec<ClusterCount>> {
    proptest::collection::vec(a_classroom(), 0..40)
}

fn watched_classrooms() -> impl Strategy<Value = Vec<ClusterAmount>> {
    let one = (0.0..200.0, 0.1..200.0).prop_map(|(amount, watched)| ClusterAmount::new(amount, watched).unwrap());
    proptest::collection::vec(one, 0..40)
}

fn an_estimate() -> impl Strategy<Value = Estimate> {
    (0.0..=1.0, 0.0..=1.0, 0.0..=1.0).prop_map(|(a, b, c): (f64, f64, f64)| {
        let mut ends = [a, b, c];
        ends.sort_by(f64::total_cmp);
        Estimate::new(ends[1], Interval::new(ends[0], ends[2]).unwrap()).unwrap()
    })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (0_u32..40, 0_u32..20, 0_u32..12, 0_u32..12, proptest::option::weighted(0.9, an_estimate())).prop_map(
        |(looked, blank, classrooms, classrooms_in_scope, estimate)| Evidence {
            looked,
            blank,
            classrooms,
            classrooms_in_scope,
            estimate,
        },
    )
}

proptest! {
    #[test]
    fn wilson_stays_in_range_and_contains_the_share(share in a_share(), n in any_looks()) {
        let interval = wilson(share, n).unwrap();
        prop_assert!(0.0 <= interval.low() && interval.high() <= 1.0);
        prop_assert!(interval.contains(share.get()));
    }

    #[test]
    fn wilson_is_the_same_for_shown_and_not_shown(share in a_share(), n in 0.01..2000.0) {
        let (shown, not_shown) = (wilson(share, n).unwrap(), wilson(share.rest(), n).unwrap());
        prop_assert!((shown.low() - (1.0 - not_shown.high())).abs() < TOLERANCE);
        prop_assert!((shown.high() - (1.0 - not_shown.low())).abs() < TOLERANCE);
    }

    #[test]
    fn wilson_with_fewer_looks_encloses_wilson_with_more(
        share in a_share(), n in 0.01..2000.0, more in 1.0..10.0,
    ) {
        let (few, many) = (wilson(share, n).unwrap(), wilson(share, n * more).unwrap());
        prop_assert!(few.low() <= many.low() + TOLERANCE && many.high() <= few.high() + TOLERANCE);
    }

    #[test]
    fn wilson_rises_with_the_share(one in a_share(), other in a_share(), n in 0.01..2000.0) {
        let (less, more) = if one < other { (one, other) } else { (other, one) };
        let (less, more) = (wilson(less, n).unwrap(), wilson(more, n).unwrap());
        prop_assert!(less.low() <= more.low() + TOLERANCE);
        prop_assert!(less.high() <= more.high() + TOLERANCE);
    }

    #[test]
    fn wilson_never_answers_for_impossible_looks(share in a_share(), n in any::<f64>()) {
        prop_assert_eq!(wilson(share, n).is_some(), n.is_finite() && n > 0.0);
    }

    #[test]
    fn t_falls_towards_the_normal_deviate(df in 1_u32..2000) {
        let (t, next) = (t_95(df).unwrap(), t_95(df + 1).unwrap());
        prop_assert!(t > next && next > domain::stats::Z_95);
    }

    #[test]
    fn correlation_lies_between_nought_and_one(rooms in classrooms()) {
        prop_assert!((0.0..=1.0).contains(&intraclass_correlation(&rooms)));
    }

    #[test]
    fn correlation_is_the_same_for_shown_and_not_shown(rooms in classrooms()) {
        let turned: Vec<_> = rooms
            .iter()
            .map(|c| ClusterCount::new(c.looked() - c.shown(), c.looked()).unwrap())
            .collect();
        let difference = intraclass_correlation(&rooms) - intraclass_correlation(&turned);
        prop_assert!(difference.abs() < TOLERANCE);
    }

    #[test]
    fn correlation_does_not_depend_on_the_order_of_classrooms(rooms in classrooms()) {
        let reversed: Vec<_> = rooms.iter().rev().copied().collect();
        let difference = intraclass_correlation(&rooms) - intraclass_correlation(&reversed);
        prop_assert!(difference.abs() < TOLERANCE);
    }

    #[test]
    fn an_average_look_is_at_least_in_its_own_company(rooms in classrooms()) {
        let largest = rooms.iter().map(|c| c.looked()).max().unwrap_or(0);
        match visits_per_classroom(&rooms) {
            Some(k) => prop_assert!(1.0 <= k && k <= f64::from(largest)),
            None => prop_assert_eq!(largest, 0),
        }
    }

    #[test]
    fn design_effect_is_at_least_one_and_looks_never_gain(
        k in any::<f64>(), visited: u32, in_scope: u32, correlation in any::<f64>(), looked: u32,
    ) {
        let effect = design_effect(k, visited, in_scope, correlation);
        prop_assert!(effect.get() >= 1.0 && effect.get().is_finite());
        prop_assert!((0.0..=f64::from(looked)).contains(&effective_n(looked, effect)));
    }

    #[test]
    fn design_effect_grows_with_clustering_and_shrinks_with_coverage(
        k in 1.0..50.0, more_k in 0.0..50.0, visited in 1_u32..50, unvisited in 0_u32..50,
        correlation in 0.0..1.0, share_of_rest in 0.0..1.0,
    ) {
        let in_scope = visited + unvisited;
        let effect = design_effect(k, visited, in_scope, correlation);
        prop_assert!(effect <= design_effect(k + more_k, visited, in_scope, correlation));
        let stronger = correlation + share_of_rest * (1.0 - correlation);
        prop_assert!(effect <= design_effect(k, visited, in_scope, stronger));
        prop_assert!(effect >= design_effect(k, visited + unvisited / 2, in_scope, correlation));
    }

    #[test]
    fn a_clustered_share_is_the_pooled_share_inside_its_interval(
        rooms in classrooms(), in_scope in 0_u32..60,
    ) {
        let looked: u32 = rooms.iter().map(|c| c.looked()).sum();
        let shown: u32 = rooms.iter().map(|c| c.shown()).sum();
        let Some(found) = ClusteredShare::of(&rooms, in_scope) else {
            prop_assert_eq!(looked, 0);
            return Ok(());
        };
        prop_assert_eq!(found.looked(), looked);
        prop_assert_eq!(found.share().get(), f64::from(shown) / f64::from(looked));
        prop_assert!((1.0 - TOLERANCE..=f64::from(looked)).contains(&found.effective_n()));
        let independent = wilson(found.share(), f64::from(looked)).unwrap();
        let clustered = found.estimate().interval();
        prop_assert!(clustered.low() <= independent.low() + TOLERANCE);
        prop_assert!(independent.high() <= clustered.high() + TOLERANCE);
    }

    #[test]
    fn a_classroom_without_looks_changes_nothing(rooms in classrooms(), in_scope in 0_u32..60) {
        let looked_at: Vec<_> = rooms.iter().copied().filter(|c| c.looked() > 0).collect();
        let with_them = ClusteredShare::of(&rooms, in_scope);
        prop_assert_eq!(with_them, ClusteredShare::of(&looked_at, in_scope));
    }

    #[test]
    fn a_ratio_lies_inside_an_interval_above_nought(rooms in watched_classrooms()) {
        match pooled_ratio(&rooms, Ceiling::None) {
            Some(found) => {
                prop_assert!(found.interval().low() >= 0.0);
                prop_assert!(found.interval().contains(found.point()));
                prop_assert!(found.interval().high().is_finite());
            }
            None => prop_assert!(rooms.len() < 2),
        }
    }

    #[test]
    fn a_share_of_time_is_never_above_all_of_it(rooms in watched_classrooms()) {
        if let Some(found) = pooled_ratio(&rooms, Ceiling::One) {
            prop_assert!(found.interval().high() <= 1.0);
        }
    }

    #[test]
    fn a_ratio_follows_the_unit_it_is_measured_in(
        rooms in proptest::collection::vec((0.0..200.0, 0.1..200.0), 2..40), unit in 0.01..100.0,
    ) {
        let measured = |by: f64| -> Vec<_> {
            rooms
                .iter()
                .map(|&(amount, watched)| ClusterAmount::new(amount * by, watched).unwrap())
                .collect()
        };
        let plain = pooled_ratio(&measured(1.0), Ceiling::None).unwrap();
        let scaled = pooled_ratio(&measured(unit), Ceiling::None).unwrap();
        let near = |one: f64, other: f64| (one - other).abs() <= TOLERANCE * (1.0 + other.abs());
        prop_assert!(near(scaled.point(), plain.point() * unit));
        prop_assert!(near(scaled.interval().low(), plain.interval().low() * unit));
        prop_assert!(near(scaled.interval().high(), plain.interval().high() * unit));
    }

    #[test]
    fn no_amount_whatever_yields_anything_but_finite_numbers(
        rooms in proptest::collection::vec((any::<f64>(), any::<f64>()), 0..8),
    ) {
        let rooms: Vec<_> = rooms
            .into_iter()
            .filter_map(|(amount, watched)| ClusterAmount::new(amount, watched).ok())
            .collect();
        if let Some(found) = pooled_ratio(&rooms, Ceiling::None) {
            prop_assert!(found.point().is_finite() && found.interval().high().is_finite());
        }
    }

    #[test]
    fn more_visits_show_a_smaller_gap(
        expected in a_share(), looked in 1_u32..5000, more in 0_u32..5000, k in 1.0..20.0,
    ) {
        let effect = design_effect(k, 1, 0, 0.2);
        let few = smallest_gap(expected, looked, effect).unwrap();
        let many = smallest_gap(expected, looked + more, effect).unwrap();
        prop_assert!(many <= few && many >= 0.0 && few.is_finite());
    }

    #[test]
    fn visits_needed_grow_with_clustering(
        expected in a_share(), k in 1.0..20.0, more in 0.0..20.0,
    ) {
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let plain = visits_for_gap(expected, direction, design_effect(k, 1, 0, 0.2));
            let clustered = visits_for_gap(expected, direction, design_effect(k + more, 1, 0, 0.2));
            prop_assert!(plain <= clustered && plain != Some(0));
            prop_assert_eq!(plain.is_none(), clustered.is_none());
        }
    }

    #[test]
    fn standing_follows_the_seven_steps(
        seen in evidence(), level in 0.0..=1.0, margin in 0.0..=0.3,
    ) {
        let expected = Expected::share(Share::new(level).unwrap(), Direction::AtLeast);
        let rule = Rule { margin: Share::new(margin).unwrap(), ..Rule::default() };
        let all_visited =
            seen.classrooms_in_scope > 0 && seen.classrooms >= seen.classrooms_in_scope;
        let enough = seen.looked >= 12 && (seen.classrooms >= 5 || all_visited);
        let near = |e: Estimate| e.interval().low() >= level - margin;
        let by_the_book = match seen.estimate {
            _ if seen.looked == 0 => Standing::NoVisits,
            _ if 4 * seen.blank > seen.looked => Standing::TooManyBlanks,
            Some(e) if enough && near(e) && e.point() >= level => Standing::Met,
            Some(e) if enough && near(e) => Standing::Close,
            Some(e) if enough && e.interval().high() < level => Standing::Below,
            Some(_) if enough => Standing::CannotTell,
            Some(_) | None => Standing::TooFew,
        };
        prop_assert_eq!(standing(&seen, expected, &rule), by_the_book);
    }

    /// Shown at least E is the same demand as not shown at most 1 − E. In parts of 4096, which an
    /// `f64` holds exactly, so that no rounding blurs a tie.
    #[test]
    fn at_most_mirrors_at_least(
        seen in evidence(), points in proptest::array::uniform3(0_u32..=4096),
        level in 0_u32..=4096, margin in 0_u32..=1024,
    ) {
        let part = |count: u32| f64::from(count) / 4096.0;
        let mut points = points;
        points.sort_unstable();
        let [low, point, high] = points.map(part);
        let estimate = |low, point, high| {
            let interval = Interval::new(low, high).unwrap();
            Some(Estimate::new(point, interval).unwrap())
        };
        let shown = Evidence { estimate: estimate(low, point, high), ..seen };
        let turned = estimate(1.0 - high, 1.0 - point, 1.0 - low);
        let not_shown = Evidence { estimate: turned, ..seen };
        let level = Share::new(part(level)).unwrap();
        let rule = Rule { margin: Share::new(part(margin)).unwrap(), ..Rule::default() };
        prop_assert_eq!(
            standing(&shown, Expected::share(level, Direction::AtLeast), &rule),
            standing(&not_shown, Expected::share(level.rest(), Direction::AtMost), &rule)
        );
    }

    #[test]
    fn the_strict_rule_never_calls_anything_close(seen in evidence(), level in a_share()) {
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let found = standing(&seen, Expected::share(level, direction), &Rule::STRICT);
            prop_assert_ne!(found, Standing::Close);
        }
    }

    #[test]
    fn a_wider_margin_never_makes_a_standing_worse(
        seen in evidence(), level in a_share(), margin in a_share(),
    ) {
        let expected = Expected::share(level, Direction::AtLeast);
        let strict = standing(&seen, expected, &Rule { margin: Share::ZERO, ..Rule::default() });
        let lenient = standing(&seen, expected, &Rule { margin, ..Rule::default() });
        let allowed = match strict {
            Standing::Below => vec![Standing::Below, Standing::Close],
            Standing::CannotTell => vec![Standing::CannotTell, Standing::Close, Standing::Met],
            Standing::NoVisits | Standing::TooManyBlanks | Standing::TooFew => vec![strict],
            Standing::Met | Standing::Close => vec![strict],
        };
        prop_assert!(allowed.contains(&lenient), "{strict:?} became {lenient:?}");
    }

    #[test]
    fn the_gap_agrees_with_the_standing(seen in an_estimate(), level in a_share()) {
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let expected = Expected::share(level, direction);
            let gap = Gap::between(seen, expected).unwrap();
            let evidence = Evidence {
                looked: 40,
                blank: 0,
                classrooms: 9,
                classrooms_in_scope: 9,
                estimate: Some(seen),
            };
            let below = standing(&evidence, expected, &Rule::STRICT) == Standing::Below;
            prop_assert_eq!(below, gap.interval().low() > 0.0);
            prop_assert!(gap.interval().contains(gap.point()));
        }
    }

    #[test]
    fn a_gap_over_a_cap_mirrors_a_gap_under_a_floor(seen in an_estimate(), level in 0.0..=1.0) {
        let gap = |direction| {
            let expected = Expected::amount(level, direction).unwrap();
            Gap::between(seen, expected).unwrap()
        };
        let (floor, cap) = (gap(Direction::AtLeast), gap(Direction::AtMost));
        prop_assert_eq!(-cap.point(), floor.point());
        prop_assert_eq!(-cap.interval().high(), floor.interval().low());
        prop_assert_eq!(-cap.interval().low(), floor.interval().high());
    }

    #[test]
    fn a_share_is_checked(value in any::<f64>()) {
        prop_assert_eq!(Share::new(value).is_ok(), (0.0..=1.0).contains(&value));
    }

    #[test]
    fn an_interval_is_checked(low in any::<f64>(), high in any::<f64>()) {
        let in_order = low.is_finite() && high.is_finite() && low <= high;
        prop_assert_eq!(Interval::new(low, high).is_ok(), in_order);
    }
}

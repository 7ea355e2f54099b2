use domain::stats::{WeighedShare, difference, wilson};
use proptest::prelude::*;

use crate::{TOLERANCE, a_share, any_looks};

prop_compose! {
    fn a_weighed_share()(share in a_share(), n in any_looks()) -> WeighedShare {
        WeighedShare::new(share, n).unwrap()
    }
}

proptest! {
    #[test]
    fn a_difference_stays_in_range_and_inside_its_interval(one in a_weighed_share(), other in a_weighed_share()) {
        let found = difference(one, other).unwrap();
        prop_assert!(-1.0 <= found.interval().low() && found.interval().high() <= 1.0);
        prop_assert_eq!(found.point(), other.share().get() - one.share().get());
    }

    #[test]
    fn a_difference_looks_the_same_from_the_other_side(one in a_weighed_share(), other in a_weighed_share()) {
        let (there, back) = (difference(one, other).unwrap(), difference(other, one).unwrap());
        prop_assert!((there.interval().low() + back.interval().high()).abs() < TOLERANCE);
        prop_assert!((there.interval().high() + back.interval().low()).abs() < TOLERANCE);
    }

    #[test]
    fn a_difference_is_less_sure_than_either_share(one in a_weighed_share(), other in a_weighed_share()) {
        let width = |share: WeighedShare| {
            let interval = wilson(share.share(), share.n()).unwrap();
            interval.high() - interval.low()
        };
        let (wider, cut) = (width(one).max(width(other)), difference(one, other).unwrap().interval());
        if cut.low() > -1.0 && cut.high() < 1.0 {
            prop_assert!(cut.high() - cut.low() >= wider - TOLERANCE);
        }
    }
}

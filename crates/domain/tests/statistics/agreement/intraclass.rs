use domain::stats::agreement::{Measurements, Model, intraclass};

use super::{amounts, at_least};
use crate::assert_near;

const MODELS: [Model; 3] = [Model::OneWay, Model::TwoWayRandom, Model::TwoWayMixed];

/// Six targets, four judges: Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428, Table 2.
pub(super) const SHROUT_FLEISS: [[f64; 4]; 6] = [
    [9.0, 2.0, 5.0, 8.0],
    [6.0, 1.0, 3.0, 2.0],
    [8.0, 4.0, 6.0, 8.0],
    [7.0, 1.0, 2.0, 6.0],
    [10.0, 5.0, 6.0, 9.0],
    [6.0, 2.0, 4.0, 7.0],
];

/// Their Table 4: 0.17, 0.29, 0.71 for one judge, 0.44, 0.62, 0.91 for the mean of four. More digits and the intervals
/// from the formulas in numpy and scipy; pingouin's `intraclass_corr` prints the same to two decimals.
#[test]
fn agrees_with_shrout_and_fleiss() {
    let published = [
        ((-0.132_932_325, 0.165_741_768, 0.722_560_062), (-0.884_442_155, 0.442_797_134, 0.912_415_420)),
        ((0.018_786_513, 0.289_763_780, 0.761_084_370), (0.071_136_815, 0.620_050_548, 0.927_232_040)),
        ((0.342_464_765, 0.714_840_715, 0.945_858_260), (0.675_674_714, 0.909_315_542, 0.985_891_678)),
    ];
    let rows = SHROUT_FLEISS.map(|row| row.map(Some).to_vec()).to_vec();
    let judged = Measurements::new(rows).unwrap();
    for (model, (single, average)) in MODELS.into_iter().zip(published) {
        let found = intraclass(&judged, model).unwrap();
        assert_eq!(found.units, 6);
        for (found, (low, point, high)) in [(found.single, single), (found.average, average)] {
            assert_near(found.interval().low(), low, 1e-8);
            assert_near(found.point(), point, 1e-8);
            assert_near(found.interval().high(), high, 1e-8);
        }
    }
}

/// One observer who is always two higher: consistent, but not the same.
#[test]
fn being_always_higher_counts_only_where_observers_may_change() {
    let higher = amounts(&["13", "35", "24", "57"]);
    let point = |model| intraclass(&higher, model).unwrap().single.point();
    assert_eq!(point(Model::TwoWayMixed), 1.0);
    assert!(point(Model::TwoWayRandom) < 0.7 && point(Model::OneWay) < 0.7);
}

#[test]
fn agreeing_every_time_is_not_certainty() {
    for model in MODELS {
        let found = intraclass(&amounts(&["111", "333", "222", "555"]), model).unwrap();
        assert_eq!((found.single.point(), found.average.point()), (1.0, 1.0));
        assert_near(found.single.interval().low(), at_least(4.0), 1e-12);
    }
}

#[test]
fn a_unit_with_a_gap_takes_no_part() {
    for model in MODELS {
        let (gaps, none) = (amounts(&["12", "4.", "33", "54"]), amounts(&["12", "33", "54"]));
        assert_eq!(intraclass(&gaps, model), intraclass(&none, model));
    }
}

#[test]
fn one_unit_or_one_value_says_nothing_about_agreement() {
    for model in MODELS {
        assert_eq!(intraclass(&amounts(&[]), model), None);
        assert_eq!(intraclass(&amounts(&["12"]), model), None);
        assert_eq!(intraclass(&amounts(&["1.", ".2", "12"]), model), None);
        assert_eq!(intraclass(&amounts(&["44", "44", "44"]), model), None);
    }
}

/// By hand: unit means all 1, MS_observers = 2/3, MS_error = 8/3, so ICC(2,1) would be −2, and Satterthwaite's degrees
/// of freedom are none.
#[test]
fn worse_than_chance_by_far_is_the_end_of_the_range_with_nothing_known() {
    let found = intraclass(&amounts(&["02", "20", "20"]), Model::TwoWayRandom).unwrap();
    assert_eq!((found.single.point(), found.average.point()), (-1.0, -1.0));
    assert_eq!((found.single.interval().low(), found.single.interval().high()), (-1.0, 1.0));
}

/// Nobody can tell from two lessons that are alike whether the observers would tell others apart. The means of such
/// rows do not come out even in binary.
#[test]
fn units_that_all_look_the_same_leave_the_consistency_of_observers_open() {
    for rows in [["202", "202"], ["022", "022"]] {
        assert_eq!(intraclass(&amounts(&rows), Model::TwoWayMixed), None);
    }
}

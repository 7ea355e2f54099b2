use domain::stats::{at_most_of, f_quantile, normal_cdf, t_95, t_cdf};

use crate::assert_near;

/// Fifteen digits as scipy.stats.norm.cdf prints them, on both sides of the change of method at three.
#[test]
fn normal_agrees_with_scipy_into_the_tail() {
    for (z, published) in [
        (-10.0, 7.619_853_024_160_47e-24),
        (-5.0, 2.866_515_718_791_933e-7),
        (-3.000_1, 0.001_349_454_913_260_717_2),
        (-2.999_9, 0.001_350_341_282_954_925),
        (-1.959_963_984_540_054, 0.025),
        (-0.5, 0.308_537_538_725_986_9),
        (0.0, 0.5),
        (1.0, 0.841_344_746_068_542_9),
        (3.5, 0.999_767_370_920_964_5),
    ] {
        assert_near(normal_cdf(z).unwrap() / published, 1.0, 1e-12);
    }
    assert_eq!((normal_cdf(f64::NEG_INFINITY), normal_cdf(f64::INFINITY)), (Some(0.0), Some(1.0)));
    assert_eq!(normal_cdf(f64::NAN), None);
}

/// As scipy.stats.t.cdf prints them.
#[test]
fn student_agrees_with_scipy_into_the_tail() {
    for (t, df, published) in [
        (-1.0, 1, 0.25),
        (-2.5, 3, 0.043_853_323_504_032_77),
        (0.5, 10, 0.686_053_197_128_513_5),
        (-12.0, 30, 2.790_092_707_599_630_3e-13),
        (-0.000_1, 7, 0.499_961_500_854_990_14),
        (-2.0, 500, 0.023_020_341_384_515_697),
    ] {
        assert_near(t_cdf(t, df).unwrap() / published, 1.0, 1e-11);
    }
    assert_eq!(
        (t_cdf(f64::NEG_INFINITY, 3), t_cdf(0.0, 3), t_cdf(f64::INFINITY, 3)),
        (Some(0.0), Some(0.5), Some(1.0))
    );
    assert_eq!((t_cdf(1.0, 0), t_cdf(f64::NAN, 3)), (None, None));
}

#[test]
fn student_leaves_two_and_a_half_percent_beyond_its_quantile() {
    for df in [1, 2, 3, 10, 99, 100, 101, 1000] {
        assert_near(t_cdf(-t_95(df).unwrap(), df).unwrap(), 0.025, 1e-10);
    }
}

/// The 5 % points of the F tables in any textbook (161.4, 3.33, 1.35), and more digits, fractional degrees of freedom
/// among them, as scipy.stats.f.ppf prints them.
#[test]
fn fisher_agrees_with_the_tables() {
    for (p, numerator, denominator, published) in [
        (0.95, 1.0, 1.0, 161.447_638_797_588_27),
        (0.95, 5.0, 10.0, 3.325_834_530_413_011_2),
        (0.95, 120.0, 120.0, 1.351_886_459_221_234),
        (0.975, 1.0, 10.0, 6.936_728_166_296_986),
        (0.99, 3.0, 20.0, 4.938_193_382_310_539),
        (0.975, 5.0, 15.0, 3.576_415_349_279_060_7),
        (0.975, 15.0, 5.0, 6.427_728_167_078_78),
        (0.025, 4.3, 2.7, 0.107_624_048_329_727_88),
        (0.975, 9.0, 9.5, 3.894_069_019_917_890_5),
        (0.975, 1000.0, 2000.0, 1.112_296_687_758_301_2),
    ] {
        let found = f_quantile(p, numerator, denominator).unwrap();
        assert!(
            (found / published - 1.0).abs() < 1e-10,
            "{numerator} {denominator}: found {found}, published {published}"
        );
    }
}

/// F with one degree of freedom above the line is the square of t.
#[test]
fn fisher_is_the_square_of_student() {
    for df in [1_u32, 2, 7, 40, 150] {
        let squared = t_95(df).unwrap().powi(2);
        assert_near(f_quantile(0.95, 1.0, f64::from(df)).unwrap() / squared, 1.0, 1e-8);
    }
}

#[test]
fn fisher_needs_degrees_of_freedom_and_a_probability_between_nought_and_one() {
    for (p, numerator, denominator) in [
        (0.0, 3.0, 3.0),
        (1.0, 3.0, 3.0),
        (f64::NAN, 3.0, 3.0),
        (0.5, 0.0, 3.0),
        (0.5, 3.0, -1.0),
        (0.5, f64::INFINITY, 3.0),
        (0.975, 2.0, 1e-30),
    ] {
        assert_eq!(f_quantile(p, numerator, denominator), None);
    }
}

/// Summed term by term in whole numbers.
#[test]
fn binomial_agrees_with_its_sum() {
    for (happen, all, each, published) in [
        (3, 10, 0.3, 0.649_610_718_4),
        (0, 12, 0.25, 0.031_676_352_024_078_37),
        (40, 120, 0.4, 0.080_062_453_224_247_42),
        (7, 7, 0.9, 1.0),
    ] {
        assert_near(at_most_of(happen, all, each).unwrap(), published, 1e-9);
    }
    assert_eq!((at_most_of(0, 5, 0.0), at_most_of(4, 5, 1.0), at_most_of(1, 5, 1.5)), (Some(1.0), Some(0.0), None));
}

use domain::stats::t_95;

use crate::assert_near;

/// Fisher and Yates, Statistical Tables, Table III, P = 0.05; the same three decimals stand in
/// any textbook.
#[test]
fn agrees_with_the_published_table() {
    let first_thirty = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];
    let further = [(40, 2.021), (60, 2.000), (120, 1.980), (u32::MAX, 1.960)];
    for (df, published) in (1..).zip(first_thirty).chain(further) {
        assert_near(t_95(df).unwrap(), published, 0.0005);
    }
}

/// With one degree of freedom T is a tangent, with two it has a square root: both can be solved
/// on paper.
#[test]
fn is_exact_where_a_closed_form_exists() {
    assert_near(t_95(1).unwrap(), (0.475 * std::f64::consts::PI).tan(), 1e-9);
    assert_near(t_95(2).unwrap(), 0.95 * (2.0_f64 / (1.0 - 0.95 * 0.95)).sqrt(), 1e-12);
}

/// Six decimals as R's `qt(0.975, df)` prints them, on both sides of the change of method at
/// 100.
#[test]
fn has_no_step_where_the_method_changes() {
    for (df, published) in [(100, 1.983_972), (101, 1.983_731), (200, 1.971_896), (1000, 1.962_339)] {
        assert_near(t_95(df).unwrap(), published, 5e-7);
    }
}

#[test]
fn needs_a_degree_of_freedom() {
    assert_eq!(t_95(0), None);
}

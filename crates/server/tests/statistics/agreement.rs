use serde_json::Value;

use crate::{assert_near, json, printed};

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): one word a unit, one sign an observer, a dot for
/// a missing value.
const KRIPPENDORFF: [&str; 12] =
    ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."];

/// Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428, Table 2: six targets, four judges.
const SHROUT_FLEISS: [[u8; 4]; 6] =
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

/// Fleiss, Psychological Bulletin 76 (1971) 378–382, Table 1: into which of five diagnoses six psychiatrists put each
/// of thirty patients.
const FLEISS: [[usize; 5]; 30] = [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1],
    [3, 0, 0, 1, 2],
    [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0],
    [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6],
    [0, 1, 0, 5, 0],
    [0, 2, 0, 1, 3],
    [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0],
    [4, 0, 0, 0, 2],
    [0, 2, 0, 4, 0],
    [1, 0, 5, 0, 0],
    [0, 0, 0, 0, 6],
];
const DIAGNOSES: [&str; 5] = ["depression", "personality disorder", "schizophrenia", "neurosis", "other"];

/// One row a unit, in it one value an observer.
fn file<V: AsRef<str>>(units: impl IntoIterator<Item = Vec<V>>) -> String {
    let mut text = "unit,observer,look-for,value\n".to_owned();
    for (unit, values) in units.into_iter().enumerate() {
        for (observer, value) in values.into_iter().enumerate() {
            text.push_str(&format!("{unit},observer {observer},Clear goal,{}\n", value.as_ref()));
        }
    }
    text
}

fn krippendorff() -> String {
    let value = |sign: char| if sign == '.' { String::new() } else { sign.to_string() };
    file(KRIPPENDORFF.map(|unit| unit.chars().map(value).collect()))
}

/// How often two observers gave which pair of values.
fn pairs(counts: &[(usize, [&'static str; 2])]) -> String {
    file(counts.iter().flat_map(|(count, pair)| vec![pair.to_vec(); *count]))
}

#[track_caller]
fn coefficient<'a>(found: &'a Value, name: &str) -> &'a Value {
    let lines = found["look_fors"][0]["coefficients"].as_array().unwrap();
    lines.iter().find(|line| line["coefficient"] == name).unwrap()
}

#[track_caller]
fn assert_found(found: &Value, name: &str, point: f64, within: f64) {
    assert_near(&coefficient(found, name)["estimate"]["point"], point, within);
}

/// The alphas as published; percent, AC1 and Fleiss as irrCAC has them for the same data.
#[test]
fn four_observers_with_gaps_come_out_as_krippendorff_published_them() {
    let found = json(&krippendorff(), &["agreement", "file.csv"]);
    for (name, published) in [
        ("alpha_nominal", 0.743),
        ("alpha_ordinal", 0.815),
        ("alpha_interval", 0.849),
        ("alpha_ratio", 0.797),
        ("percent_agreement", 0.818),
        ("gwets_ac1", 0.775),
        ("fleiss_kappa", 0.761),
    ] {
        assert_found(&found, name, published, 0.000_5);
    }
    assert_near(&coefficient(&found, "gwets_ac1")["estimate"]["interval"]["low"], 0.460_81, 0.000_02);
    assert_eq!(coefficient(&found, "cohens_kappa")["missing"], "more_than_two_observers");
    assert_eq!((&found["look_fors"][0]["blank"], &found["look_fors"][0]["complete"]), (&7.into(), &8.into()));
}

#[test]
fn a_table_shows_what_fits_and_says_why_the_rest_does_not() {
    insta::assert_snapshot!(printed(&krippendorff(), &["agreement", "file.csv"]));
}

/// κ = 0.430 in the paper.
#[test]
fn six_psychiatrists_agree_as_fleiss_published_it() {
    let diagnoses = |counts: [usize; 5]| {
        counts.into_iter().zip(DIAGNOSES).flat_map(|(count, diagnosis)| vec![diagnosis; count]).collect()
    };
    let found = json(&file(FLEISS.map(diagnoses)), &["agreement", "file.csv"]);
    assert_found(&found, "fleiss_kappa", 0.430, 0.000_5);
    assert_found(&found, "percent_agreement", 0.556, 0.000_5);
    assert_eq!(coefficient(&found, "icc2")["missing"], "not_numbers");
}

/// Their Table 4; the intervals from pingouin's `intraclass_corr`, to two decimals.
#[test]
fn four_judges_correlate_as_shrout_and_fleiss_published_it() {
    let found =
        json(&file(SHROUT_FLEISS.map(|row| row.map(|value| value.to_string()).to_vec())), &["agreement", "file.csv"]);
    for (name, low, published, high) in [
        ("icc1", -0.13, 0.17, 0.72),
        ("icc2", 0.02, 0.29, 0.76),
        ("icc3", 0.34, 0.71, 0.95),
        ("icc1_average", -0.88, 0.44, 0.91),
        ("icc2_average", 0.07, 0.62, 0.93),
        ("icc3_average", 0.68, 0.91, 0.99),
    ] {
        assert_found(&found, name, published, 0.005);
        let interval = &coefficient(&found, name)["estimate"]["interval"];
        assert_near(&interval["low"], low, 0.005);
        assert_near(&interval["high"], high, 0.005);
    }
}

/// 200 patients with the shares of Cohen, Educational and Psychological Measurement 20 (1960) 37–46: κ = 0.492; the
/// weighted ones as statsmodels prints them. The categories are numbered as in the paper's table.
#[test]
fn two_clinicians_agree_as_cohen_published_it() {
    let counts = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];
    let names = ["1", "2", "3"];
    let cells =
        counts.iter().zip(names).flat_map(|(row, one)| row.iter().zip(names).map(move |(n, other)| (*n, [one, other])));
    let found = json(&pairs(&cells.collect::<Vec<_>>()), &["agreement", "file.csv"]);
    assert_found(&found, "cohens_kappa", 0.492, 0.000_5);
    assert_found(&found, "cohens_kappa_linear", 0.473_684_211, 1e-9);
    assert_found(&found, "cohens_kappa_quadratic", 0.454_545_455, 1e-9);
    let low = 0.491_525_424 - 1.959_963_985 * 0.051_001_815_6;
    assert_near(&coefficient(&found, "cohens_kappa")["estimate"]["interval"]["low"], low, 1e-8);
}

/// Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48: κ = −0.023, AC1 = 0.941.
#[test]
fn a_kappa_that_is_low_only_because_nearly_everyone_saw_it_is_remarked_on() {
    let nearly_all = pairs(&[(118, ["yes", "yes"]), (5, ["yes", "no"]), (2, ["no", "yes"])]);
    let found = json(&nearly_all, &["agreement", "file.csv"]);
    assert_found(&found, "cohens_kappa", -0.023, 0.000_5);
    assert_found(&found, "gwets_ac1", 0.941, 0.000_5);
    assert_eq!(found["look_fors"][0]["remark"], "nearly_all_the_same");
    insta::assert_snapshot!(printed(&nearly_all, &["agreement", "file.csv"]));
}

#[test]
fn a_look_for_with_one_observer_says_so_beside_the_others() {
    let alone = krippendorff() + "1,observer 0,\"Talk, in pairs\",yes\n";
    let printed = printed(&alone, &["agreement", "file.csv"]);
    let last: Vec<&str> = printed.lines().rev().take(2).collect();
    assert_eq!(last[1], "Talk, in pairs");
    assert!(last[0].contains("one observer only"), "{printed}");
}

#[test]
fn columns_may_stand_anywhere_and_be_written_in_any_case() {
    let plain = json(
        "unit,observer,look-for,value\n1,A,Goal,2\n1,B,Goal,2\n2,A,Goal,3\n2,B,Goal,\n",
        &["agreement", "file.csv"],
    );
    let other = "\u{feff}VALUE;x,Value,Look_For,school, Unit ,OBSERVER\r\n\r\n\
                 ,2,Goal,\"Oak, Elm\",1,A\r\n,\" 2\",Goal,,1,B\r\n\
                 ,3,\"Goal\",,2,A\r\n,,Goal,,2,B\r\n,,,,,\r\n";
    assert_eq!(json(other, &["agreement", "file.csv"]), plain);
}

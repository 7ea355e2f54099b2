use domain::stats::{Estimate, Interval, Share, Standing};

use crate::{estimate, share};

#[test]
fn numbers_come_back_as_they_were_written() {
    let seen = estimate(0.33, 0.45, 0.58);
    let json = serde_json::to_string(&(share(0.8), seen, Standing::TooManyBlanks)).unwrap();
    assert_eq!(json, r#"[0.8,{"point":0.45,"interval":{"low":0.33,"high":0.58}},"too_many_blanks"]"#);
    let back: (Share, Estimate, Standing) = serde_json::from_str(&json).unwrap();
    assert_eq!(back, (share(0.8), seen, Standing::TooManyBlanks));
}

#[test]
fn impossible_numbers_are_refused_on_the_way_in() {
    assert!(serde_json::from_str::<Share>("1.5").is_err());
    assert!(serde_json::from_str::<Interval>(r#"{"low":0.6,"high":0.5}"#).is_err());
    assert!(serde_json::from_str::<Estimate>(r#"{"point":0.9,"interval":{"low":0.1,"high":0.5}}"#).is_err());
}

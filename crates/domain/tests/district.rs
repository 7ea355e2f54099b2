//! What the district decides: what is watched where, and the rules that everyone is held against.

use domain::district::{
    Area, Calendar, CannotChangeDistrict, District, DistrictChange, DistrictRules, Focus, MOST_FOCUS, Network, School,
};
use domain::framework::{Autonomy, Framework, Kind, LookFor, Strand};
use domain::id::LookForId;
use domain::time::{Date, date};

const TODAY: Date = date(2026, 11, 10);

fn district() -> District {
    let school = |id: &str, network: Option<&str>| School {
        id: id.into(),
        name: id.to_owned(),
        network: network.map(Into::into),
    };
    District {
        id: "alder".into(),
        name: "Alder".to_owned(),
        networks: vec![Network { id: "hills".into(), name: "Hills".to_owned() }],
        schools: vec![school("north", Some("hills")), school("south", Some("hills")), school("east", None)],
        observers: vec![],
        calendar: Calendar {
            first_day: date(2026, 9, 1),
            last_day: date(2027, 6, 11),
            terms: vec![],
            check_dates: vec![],
            days_off: vec![],
        },
        margin: 0.1,
        focus: vec!["goal".into()],
        focus_sets: vec![],
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
    }
}

fn frameworks() -> Vec<Framework> {
    let look_for = |id: &str| LookFor {
        id: id.into(),
        text: id.to_owned(),
        short: id.to_owned(),
        hint: None,
        examples: vec![],
        kind: Kind::Presence,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        succeeds: None,
    };
    let ids: Vec<String> =
        ["goal", "talk", "turns"].map(str::to_owned).into_iter().chain((0..9).map(|n| format!("n{n}"))).collect();
    let look_fors = ids.iter().map(|id| look_for(id)).collect();
    let strands = vec![Strand { id: "one".into(), name: "One".to_owned(), look_fors }];
    vec![Framework { title: "Common".to_owned(), version: 1, effective: date(2026, 8, 1), strands }]
}

fn focus(ids: &[&str]) -> Focus {
    Focus { look_fors: ids.iter().copied().map(LookForId::from).collect(), until: None }
}

fn school(id: &str) -> Area {
    Area::School(id.into())
}

fn choose(district: &District, area: &Area, now: Focus) -> Result<District, CannotChangeDistrict> {
    let was = district.chosen_focus(area);
    district.changed(DistrictChange::Focus { area: area.clone(), was, now }, &frameworks())
}

fn watched(district: &District, area: &Area, day: Date) -> Vec<String> {
    district.focus_in(area, day).into_iter().map(|id| id.0).collect()
}

#[test]
fn a_school_watches_its_own_choice_else_its_networks_else_the_districts() {
    let hills = Area::Network("hills".into());
    let district = choose(&district(), &hills, focus(&["talk"])).unwrap();
    let district = choose(&district, &school("north"), focus(&["turns", "goal"])).unwrap();
    assert_eq!(watched(&district, &school("north"), TODAY), ["turns", "goal"]);
    assert_eq!(watched(&district, &school("south"), TODAY), ["talk"]);
    assert_eq!(watched(&district, &school("east"), TODAY), ["goal"], "what older documents say holds on");
    assert_eq!(watched(&district, &Area::District, TODAY), ["goal"]);
    // Nothing of its own is what holds around it.
    let back = choose(&district, &school("north"), Focus::default()).unwrap();
    assert_eq!(watched(&back, &school("north"), TODAY), ["talk"]);
    assert_eq!(watched(&choose(&back, &Area::District, Focus::default()).unwrap(), &Area::District, TODAY), [""; 0]);
}

#[test]
fn a_focus_that_has_ended_holds_no_more() {
    let until = Focus { until: Some(TODAY), ..focus(&["talk"]) };
    let district = choose(&district(), &school("east"), until).unwrap();
    assert_eq!(watched(&district, &school("east"), TODAY), ["talk"]);
    assert_eq!(watched(&district, &school("east"), TODAY.plus_days(1)), ["goal"]);
}

#[test]
fn nobody_changes_what_they_have_not_seen() {
    let change = DistrictChange::Focus { area: Area::District, was: focus(&["talk"]), now: focus(&["turns"]) };
    assert_eq!(district().changed(change, &frameworks()), Err(CannotChangeDistrict::Changed));
    let rules = district().rules();
    let seen = DistrictRules { margin: 3, ..rules };
    let change = DistrictChange::Rules { was: seen, now: rules };
    assert_eq!(district().changed(change, &frameworks()), Err(CannotChangeDistrict::Changed));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let cannot = |ids: &[&str]| choose(&district(), &Area::District, focus(ids)).unwrap_err();
    assert_eq!(cannot(&["song"]), CannotChangeDistrict::NoSuchLookFor("song".into()));
    assert_eq!(cannot(&["talk", "talk"]), CannotChangeDistrict::Twice("talk".into()));
    let nine: Vec<String> = (0..=MOST_FOCUS).map(|number| format!("n{number}")).collect();
    let nine: Vec<&str> = nine.iter().map(String::as_str).collect();
    assert_eq!(cannot(&nine), CannotChangeDistrict::TooMany);
    assert!(choose(&district(), &Area::District, focus(&nine[1..])).is_ok());
    assert_eq!(choose(&district(), &school("west"), focus(&["talk"])), Err(CannotChangeDistrict::NoSuchArea));
}

#[test]
fn rules_keep_to_their_ranges_and_read_back() {
    let was = district().rules();
    assert_eq!(was, DistrictRules { margin: 10, minimum_visits: 12, visits_a_week: None });
    let change = |now| district().changed(DistrictChange::Rules { was, now }, &frameworks());
    for margin in 0..=25 {
        let now = DistrictRules { margin, minimum_visits: 20, visits_a_week: Some(4) };
        assert_eq!(change(now).unwrap().rules(), now);
    }
    // What nobody touched stays as it was, whatever it was.
    let odd = District { margin: 0.125, visits_a_week: Some(0), ..district() };
    let was_odd = odd.rules();
    let now = DistrictRules { minimum_visits: 20, ..was_odd };
    let next = odd.changed(DistrictChange::Rules { was: was_odd, now }, &frameworks()).unwrap();
    assert_eq!((next.margin, next.minimum_visits, next.visits_a_week), (0.125, Some(20), Some(0)));
    assert_eq!(change(DistrictRules { margin: 26, ..was }), Err(CannotChangeDistrict::Margin));
    assert_eq!(change(DistrictRules { visits_a_week: Some(0), ..was }), Err(CannotChangeDistrict::Visits));
    assert_eq!(change(DistrictRules { minimum_visits: 501, ..was }), Err(CannotChangeDistrict::Visits));
}

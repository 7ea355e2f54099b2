//! What the district decides: what is watched where, and the rules that everyone is held against.

mod figures;
mod goals;

use domain::district::{
    Area, Calendar, CalendarFault, CannotChangeDistrict, CannotChoose, CannotExpect, ChosenModel, DecisionModel,
    District, DistrictChange, DistrictRules, Focus, MOST_FOCUS, Network, School, Term,
};
use domain::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, Reach, Scope, Target};
use domain::framework::{Autonomy, Framework, Kind, LookFor, Strand};
use domain::id::LookForId;
use domain::permission::{Me, Role};
use domain::roster::Grade;
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
        models: vec![],
        goals: domain::district::Goals::default(),
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
    assert_eq!(was, DistrictRules { margin: 10, minimum_visits: 12, visits_a_week: None, most_goals: 3 });
    let change = |now| district().changed(DistrictChange::Rules { was, now }, &frameworks());
    for margin in 0..=25 {
        let now = DistrictRules { margin, minimum_visits: 20, visits_a_week: Some(4), most_goals: 2 };
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

fn expected(points: u8, scope: Scope) -> Expectation {
    let target = Target::Share(ExpectedShare::from_points(points).unwrap_or_else(|why| panic!("{why}")));
    let expected = Expectation::new("goal".into(), scope, date(2026, 9, 1), Direction::AtLeast, target);
    Expectation { reach: Some(Reach { lasts: 10, lesson: 50, visit: 10 }), ..expected }
}

fn expect(
    district: &District,
    was: Option<&Expectation>,
    now: Option<&Expectation>,
) -> Result<District, CannotChangeDistrict> {
    let boxed = |one: Option<&Expectation>| one.cloned().map(Box::new);
    district.changed(DistrictChange::Expect { was: boxed(was), now: boxed(now) }, &frameworks())
}

#[test]
fn an_expectation_is_set_changed_and_taken_out_by_itself() {
    let (everywhere, north) = (expected(40, Scope::District), expected(30, Scope::School("north".into())));
    let both = expect(&district(), None, Some(&everywhere)).and_then(|next| expect(&next, None, Some(&north))).unwrap();
    assert_eq!(both.expectations, [everywhere.clone(), north.clone()]);
    let ended = Expectation { until: Some(TODAY), ..everywhere.clone() };
    let changed = expect(&both, Some(&everywhere), Some(&ended)).unwrap();
    assert_eq!(changed.expectations, [ended, north.clone()], "in its place");
    assert_eq!(expect(&changed, Some(&everywhere), None), Err(CannotChangeDistrict::Changed));
    assert_eq!(expect(&both, Some(&everywhere), None).unwrap().expectations, [north]);
}

#[test]
fn what_cannot_be_expected_is_refused_with_its_reason() {
    use CannotExpect::{Again, Amount, Dates, Minutes, Place, Reason};

    let fine = expected(40, Scope::District);
    let with = |change: &dyn Fn(&mut Expectation)| {
        let mut next = fine.clone();
        change(&mut next);
        match expect(&district(), None, Some(&next)) {
            Err(CannotChangeDistrict::Expectation(why)) => why,
            other => panic!("{other:?}"),
        }
    };
    let once = expect(&district(), None, Some(&fine)).unwrap();
    assert_eq!(expect(&once, None, Some(&fine)), Err(CannotChangeDistrict::Expectation(Again)));
    assert_eq!(with(&|next| next.until = Some(date(2026, 8, 31))), Dates);
    assert_eq!(with(&|next| next.target = Target::Amount(ExpectedAmount::new(0.5).unwrap())), Amount);
    assert_eq!(with(&|next| next.reach = None), Minutes);
    assert_eq!(with(&|next| next.reach = Some(Reach { lasts: 60, lesson: 50, visit: 10 })), Minutes);
    assert_eq!(with(&|next| next.scope = Scope::GradeBand(Grade(5), Grade(3))), Place);
    assert_eq!(with(&|next| next.scope = Scope::Subject(" ".into())), Place);
    let high = expected(80, Scope::District);
    // Whoever ends what was expected on no stated grounds need not invent any.
    let groundless = Expectation { reach: None, ..high.clone() };
    let old = District { expectations: vec![groundless.clone()], ..district() };
    let ended = Expectation { until: Some(TODAY), ..groundless.clone() };
    assert_eq!(expect(&old, Some(&groundless), Some(&ended)).map(|next| next.expectations), Ok(vec![ended.clone()]));
    let moved = Expectation { from: date(2026, 9, 2), ..ended };
    let asked = CannotChangeDistrict::Expectation(Minutes);
    assert_eq!(expect(&old, Some(&groundless), Some(&moved)), Err(asked));
    assert_eq!(with(&|next| next.target = high.target), Reason);
    assert_eq!(with(&|next| next.reason = Some("é".repeat(501))), Reason);
    let reasoned = Expectation { reason: Some("It opens every lesson.".to_owned()), ..high };
    assert!(expect(&district(), None, Some(&reasoned)).is_ok());
    let rare = Expectation { direction: Direction::AtMost, reach: None, ..expected(80, Scope::District) };
    assert!(expect(&district(), None, Some(&rare)).is_ok(), "what should be rare need not be found");
    let song = Expectation { look_for: "song".into(), ..fine.clone() };
    let unknown = CannotChangeDistrict::NoSuchLookFor("song".into());
    assert_eq!(expect(&district(), None, Some(&song)), Err(unknown));
    let west = expected(40, Scope::School("west".into()));
    assert_eq!(expect(&district(), None, Some(&west)), Err(CannotChangeDistrict::NoSuchArea));
}

#[test]
fn a_calendar_is_kept_in_order() {
    let was = district().calendar;
    let term = |first_day, last_day| Term { name: "A term".to_owned(), first_day, last_day };
    let terms = vec![term(date(2027, 1, 4), date(2027, 6, 11)), term(date(2026, 9, 1), date(2026, 12, 18))];
    let now = Calendar { terms, ..was.clone() };
    let change = |was: &Calendar, now: &Calendar| {
        let change = DistrictChange::Calendar { was: Box::new(was.clone()), now: Box::new(now.clone()) };
        district().changed(change, &frameworks())
    };
    assert_eq!(change(&was, &now).unwrap().calendar, now.clone().sorted());
    assert_eq!(change(&now, &was), Err(CannotChangeDistrict::Changed));
    let backwards = Calendar { last_day: date(2026, 8, 1), ..was.clone() };
    assert_eq!(change(&was, &backwards), Err(CannotChangeDistrict::Calendar(CalendarFault::Year)));
}

fn model(school: &str, from: Date, at: usize) -> ChosenModel {
    let reason = "Its results have risen for three years.".to_owned();
    let (school, model) = (school.into(), DecisionModel::ALL[at]);
    ChosenModel { school, goal: None, model, from, reason, autonomy: String::new() }
}

fn chosen(
    district: &District,
    was: Option<&ChosenModel>,
    now: Option<&ChosenModel>,
) -> Result<District, CannotChangeDistrict> {
    let boxed = |one: Option<&ChosenModel>| one.cloned().map(Box::new);
    district.changed(DistrictChange::Model { was: boxed(was), now: boxed(now) }, &frameworks())
}

#[test]
fn the_model_that_began_last_holds_and_the_earlier_ones_are_kept() {
    let (first, later) = (model("north", date(2026, 9, 1), 0), model("north", TODAY, 2));
    let district = chosen(&district(), None, Some(&later)).and_then(|next| chosen(&next, None, Some(&first))).unwrap();
    let north = "north".into();
    assert_eq!(district.model_on(&north, None, date(2026, 8, 31)), None);
    assert_eq!(district.model_on(&north, None, TODAY.plus_days(-1)), Some(&first));
    assert_eq!(district.model_on(&north, None, TODAY), Some(&later));
    assert_eq!(district.model_on(&"south".into(), None, TODAY), None);
    let back = chosen(&district, Some(&later), None).unwrap();
    assert_eq!(back.model_on(&north, None, TODAY), Some(&first));
    assert_eq!(chosen(&back, Some(&later), None), Err(CannotChangeDistrict::Changed));
}

#[test]
fn a_model_without_a_school_a_reason_or_a_day_of_its_own_is_refused() {
    let fine = model("north", TODAY, 1);
    let cannot = |change: &dyn Fn(&mut ChosenModel)| {
        let mut next = fine.clone();
        change(&mut next);
        chosen(&district(), None, Some(&next)).unwrap_err()
    };
    assert_eq!(cannot(&|next| next.school = "west".into()), CannotChangeDistrict::NoSuchArea);
    let because = CannotChangeDistrict::Model;
    assert_eq!(cannot(&|next| next.reason = " ".to_owned()), because(CannotChoose::Reason));
    assert_eq!(cannot(&|next| next.reason = "é".repeat(501)), because(CannotChoose::Reason));
    assert_eq!(cannot(&|next| next.autonomy = "é".repeat(501)), because(CannotChoose::Autonomy));
    let once = chosen(&district(), None, Some(&fine)).unwrap();
    let other = model("north", TODAY, 3);
    assert_eq!(chosen(&once, None, Some(&other)), Err(because(CannotChoose::Again)));
    assert_eq!(chosen(&once, Some(&fine), Some(&other)).unwrap().models, [other]);
}

#[test]
fn who_chooses_and_expects_follows_the_model() {
    let me = |role, schools: &[&str]| Me {
        account: "a".into(),
        district: "alder".into(),
        name: String::new(),
        email: String::new(),
        role,
        schools: schools.iter().map(|id| (*id).into()).collect(),
    };
    let (office, principal) = (me(Role::Administrator, &[]), me(Role::Principal, &["north"]));
    let (coach, stranger) = (me(Role::Coach, &["north"]), me(Role::Principal, &["south"]));
    let (scope, goal) = (Scope::School("north".into()), LookForId::from("goal"));
    // By model: whether the office and the principal choose what is watched, and set what is expected.
    for (at, office_may, principal_may) in [(0, true, false), (1, true, false), (2, false, true), (3, false, true)] {
        let district = chosen(&district(), None, Some(&model("north", TODAY, at))).unwrap();
        for (who, may) in [(&office, office_may), (&principal, principal_may), (&coach, false), (&stranger, false)] {
            assert_eq!(who.chooses_focus(&district, &school("north"), TODAY), may, "{at} {:?}", who.role);
            assert_eq!(who.sets_expectations(&district, &scope, &goal, TODAY), may, "{at} {:?}", who.role);
        }
        assert!(office.sets_expectations(&district, &Scope::District, &goal, TODAY));
        assert!(!principal.sets_expectations(&district, &Scope::District, &goal, TODAY));
        // Before it holds, and elsewhere, it is as if nobody had said anything.
        let before = TODAY.plus_days(-1);
        assert!(office.chooses_focus(&district, &school("north"), before));
        assert!(principal.chooses_focus(&district, &school("north"), before));
        assert!(
            office.sets_expectations(&district, &scope, &goal, before)
                && !principal.sets_expectations(&district, &scope, &goal, before)
        );
    }
    // An expectation is not moved to where somebody else sets it.
    let district = chosen(&district(), None, Some(&model("north", TODAY, 2))).unwrap();
    let moved = DistrictChange::Expect {
        was: Some(Box::new(expected(40, Scope::District))),
        now: Some(Box::new(expected(40, scope))),
    };
    assert!(!office.may_change(&moved, &district, TODAY) && !principal.may_change(&moved, &district, TODAY));
}

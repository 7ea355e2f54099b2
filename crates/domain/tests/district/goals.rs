//! Goals, what carries them, and the models that are chosen for one of them.

use domain::district::{
    Aim, Area, CannotChangeDistrict, CannotChoose, CannotSetGoal, ChosenModel, District, DistrictChange, DistrictRules,
    Focus, Goal, Initiative, Measure, Reading, Unit,
};
use domain::expectation::{Direction, Scope};
use domain::id::LookForId;
use domain::permission::{Me, Role};
use domain::time::date;

use super::{TODAY, choose, chosen, district, focus, frameworks, model, school};

pub(super) fn reading(text: &str) -> Reading {
    text.parse().unwrap_or_else(|why| panic!("{why}"))
}

pub(super) fn measure() -> Measure {
    Measure {
        name: "Grade 4 reading, at or above standard".to_owned(),
        unit: Unit::Percent,
        direction: Direction::AtLeast,
        baseline: reading("50"),
        measured: date(2026, 6, 1),
        target: reading("70"),
        by: date(2028, 6, 1),
    }
}

fn goal(id: &str, area: Area, aim: Aim) -> Goal {
    Goal {
        id: id.into(),
        name: format!("Goal {id}"),
        area,
        aim,
        look_fors: vec!["talk".into()],
        adopted: date(2026, 8, 10),
        until: None,
        agreed: vec!["Teachers’ association".to_owned()],
    }
}

pub(super) fn instruction(id: &str, area: Area) -> Goal {
    goal(id, area, Aim::Instruction)
}

pub(super) fn reading_goal() -> Goal {
    goal("reading", Area::District, Aim::Achievement(measure()))
}

fn set(district: &District, was: Option<&Goal>, now: Option<&Goal>) -> Result<District, CannotChangeDistrict> {
    let boxed = |one: Option<&Goal>| one.cloned().map(Box::new);
    district.changed(DistrictChange::Goal { was: boxed(was), now: boxed(now) }, &frameworks())
}

pub(super) fn with(goals: &[Goal]) -> District {
    goals
        .iter()
        .fold(district(), |district, goal| set(&district, None, Some(goal)).unwrap_or_else(|why| panic!("{why}")))
}

fn list(
    district: &District,
    was: Option<&Initiative>,
    now: Option<&Initiative>,
) -> Result<District, CannotChangeDistrict> {
    let boxed = |one: Option<&Initiative>| one.cloned().map(Box::new);
    district.changed(DistrictChange::Initiative { was: boxed(was), now: boxed(now) }, &frameworks())
}

fn initiative(serves: Option<&str>) -> Initiative {
    Initiative {
        id: "tablets".into(),
        name: "One tablet a student".to_owned(),
        area: Area::District,
        serves: serves.map(Into::into),
        from: date(2026, 9, 1),
        until: None,
    }
}

fn cannot(why: CannotSetGoal) -> CannotChangeDistrict {
    CannotChangeDistrict::Goal(why)
}

#[test]
fn a_goal_is_worked_towards_from_its_adoption_to_its_last_day_by_all_that_it_is_for() {
    let goal = Goal { until: Some(TODAY), ..instruction("talk", Area::Network("hills".into())) };
    let district = with(std::slice::from_ref(&goal));
    let of = |area: &Area, day| district.goals_of(area, day).count();
    assert_eq!((of(&school("north"), TODAY), of(&school("east"), TODAY)), (1, 0));
    assert_eq!(of(&Area::Network("hills".into()), TODAY), 1);
    assert_eq!(of(&Area::District, TODAY), 0);
    assert_eq!(of(&school("north"), TODAY.plus_days(1)), 0);
    assert_eq!(of(&school("north"), goal.adopted.plus_days(-1)), 0);
}

#[test]
fn a_goal_that_says_too_little_or_contradicts_itself_is_refused() {
    let why = |change: &dyn Fn(&mut Goal)| {
        let mut next = reading_goal();
        change(&mut next);
        set(&district(), None, Some(&next)).unwrap_err()
    };
    let of = |change: fn(&mut Measure)| {
        let mut next = measure();
        change(&mut next);
        Aim::Achievement(next)
    };
    assert_eq!(why(&|goal| goal.name = " ".to_owned()), cannot(CannotSetGoal::Name));
    assert_eq!(why(&|goal| goal.name = "é".repeat(201)), cannot(CannotSetGoal::Name));
    assert_eq!(why(&|goal| goal.agreed = vec![String::new()]), cannot(CannotSetGoal::Agreed));
    assert_eq!(why(&|goal| goal.agreed = vec!["A".to_owned(); 31]), cannot(CannotSetGoal::Agreed));
    assert_eq!(why(&|goal| goal.until = Some(goal.adopted.plus_days(-1))), cannot(CannotSetGoal::Dates));
    assert_eq!(why(&|goal| goal.look_fors.push("talk".into())), cannot(CannotSetGoal::LookFors));
    let bare = |goal: &mut Goal| (goal.aim, goal.look_fors) = (Aim::Instruction, vec![]);
    assert_eq!(why(&bare), cannot(CannotSetGoal::LookFors));
    assert_eq!(why(&|goal| goal.aim = of(|measure| measure.name.clear())), cannot(CannotSetGoal::Measure));
    assert_eq!(
        why(&|goal| goal.aim = of(|measure| measure.target = "100.01".parse().unwrap())),
        cannot(CannotSetGoal::Measure)
    );
    assert_eq!(why(&|goal| goal.aim = of(|measure| measure.target = measure.baseline)), cannot(CannotSetGoal::Target));
    assert_eq!(
        why(&|goal| goal.aim = of(|measure| measure.direction = Direction::AtMost)),
        cannot(CannotSetGoal::Target)
    );
    assert_eq!(why(&|goal| goal.aim = of(|measure| measure.by = measure.measured)), cannot(CannotSetGoal::Target));
    assert_eq!(why(&|goal| goal.area = school("west")), CannotChangeDistrict::NoSuchArea);
    assert_eq!(why(&|goal| goal.look_fors = vec!["gone".into()]), CannotChangeDistrict::NoSuchLookFor("gone".into()));
    assert!(set(&district(), None, Some(&reading_goal())).is_ok());
}

#[test]
fn a_school_works_towards_three_goals_at_a_time_unless_the_district_says_otherwise() {
    let three = [
        instruction("one", Area::District),
        instruction("two", Area::Network("hills".into())),
        instruction("three", school("north")),
    ];
    let district = with(&three);
    let fourth = |area| instruction("four", area);
    assert_eq!(set(&district, None, Some(&fourth(school("north")))), Err(cannot(CannotSetGoal::TooMany)));
    assert_eq!(set(&district, None, Some(&fourth(Area::District))), Err(cannot(CannotSetGoal::TooMany)));
    assert!(set(&district, None, Some(&fourth(school("south")))).is_ok(), "it has two");
    assert!(set(&district, None, Some(&fourth(school("east")))).is_ok(), "it has one");

    let ended = Goal { until: Some(date(2026, 12, 31)), ..three[2].clone() };
    let later = Goal { adopted: date(2027, 1, 1), ..fourth(school("north")) };
    assert_eq!(set(&district, None, Some(&later)), Err(cannot(CannotSetGoal::TooMany)));
    let district = set(&district, Some(&three[2]), Some(&ended)).unwrap();
    assert!(set(&district, None, Some(&later)).is_ok(), "one comes where another has ended");
    assert_eq!(
        set(&set(&district, None, Some(&later)).unwrap(), Some(&ended), Some(&three[2])),
        Err(cannot(CannotSetGoal::TooMany))
    );

    let was = district.rules();
    let now = DistrictRules { most_goals: 4, ..was };
    let more = district.changed(DistrictChange::Rules { was, now }, &[]).unwrap();
    assert!(set(&more, None, Some(&fourth(school("north")))).is_ok());
    let none = DistrictRules { most_goals: 0, ..was };
    assert_eq!(district.changed(DistrictChange::Rules { was, now: none }, &[]), Err(CannotChangeDistrict::Goals));
}

#[test]
fn a_goal_that_is_there_can_be_corrected_and_ended_when_fewer_are_allowed() {
    let three = ["one", "two", "three"].map(|id| instruction(id, Area::District));
    let district = with(&three);
    let (was, now) = (district.rules(), DistrictRules { most_goals: 1, ..district.rules() });
    let strict = district.changed(DistrictChange::Rules { was, now }, &[]).unwrap();
    let ended = Goal { name: "One".to_owned(), until: Some(TODAY), ..three[0].clone() };
    let next = set(&strict, Some(&three[0]), Some(&ended)).unwrap();
    let longer = Goal { until: Some(TODAY.plus_days(30)), ..ended.clone() };
    assert_eq!(set(&next, Some(&ended), Some(&longer)), Err(cannot(CannotSetGoal::TooMany)));
}

#[test]
fn an_initiative_names_its_goal_until_that_is_gone() {
    let goal = reading_goal();
    let district = with(std::slice::from_ref(&goal));
    let (serving, alone) = (initiative(Some("reading")), initiative(None));
    let listed = list(&district, None, Some(&serving)).unwrap();
    let gone = set(&listed, Some(&goal), None).unwrap();
    assert_eq!(gone.goals.initiatives, std::slice::from_ref(&alone), "it serves none any more, and stands marked");
    let renamed = Goal { name: "Reading".to_owned(), ..goal.clone() };
    let again = set(&listed, Some(&goal), Some(&renamed)).unwrap();
    assert_eq!(again.goals.all, std::slice::from_ref(&renamed));
    assert_eq!(set(&again, Some(&goal), None), Err(CannotChangeDistrict::Changed));
    let freed = list(&again, Some(&serving), Some(&alone)).unwrap();
    assert!(set(&freed, Some(&renamed), None).unwrap().goals.all.is_empty());
    assert_eq!(list(&freed, None, Some(&alone)), Err(CannotChangeDistrict::Changed), "its key is taken");
    assert_eq!(list(&district, None, Some(&initiative(Some("gone")))), Err(cannot(CannotSetGoal::NoSuchGoal)));
    let unnamed = Initiative { name: " ".to_owned(), ..alone.clone() };
    assert_eq!(list(&district, None, Some(&unnamed)), Err(cannot(CannotSetGoal::Name)));
    let backwards = Initiative { until: Some(date(2026, 8, 31)), ..alone.clone() };
    assert_eq!(list(&district, None, Some(&backwards)), Err(cannot(CannotSetGoal::Dates)));
    let elsewhere = Initiative { area: school("south"), ..serving.clone() };
    let own = with(&[Goal { area: school("north"), ..goal.clone() }]);
    assert_eq!(
        list(&own, None, Some(&elsewhere)),
        Err(cannot(CannotSetGoal::NoSuchGoal)),
        "nobody there works towards it"
    );
    assert!(list(&own, None, Some(&serving)).is_ok(), "it is under way there too");
    assert!(!alone.is_under_way(date(2026, 8, 31)) && alone.is_under_way(TODAY));
}

#[test]
fn a_document_from_before_there_were_goals_reads_on_and_stays_as_it_was() {
    let before = serde_json::to_value(district()).unwrap();
    assert!(before.get("goals").is_none());
    assert_eq!(serde_json::from_value::<District>(before).unwrap(), district());
}

fn me(role: Role) -> Me {
    let schools = if role == Role::Administrator { vec![] } else { vec!["north".into()] };
    let (name, email) = (String::new(), String::new());
    Me { account: "a".into(), district: "alder".into(), name, email, role, schools }
}

#[test]
fn the_model_of_a_goal_decides_about_the_look_fors_that_carry_it() {
    let both = Goal { look_fors: vec!["turns".into(), "goal".into()], ..instruction("two", Area::District) };
    let district = with(&[reading_goal(), both]);
    let of = |goal: Option<&str>, at| ChosenModel { goal: goal.map(Into::into), ..model("north", TODAY, at) };
    // The district decides at large; the school for reading; both are named where a look-for carries two goals.
    let put = |district: &District, one: &ChosenModel| chosen(district, None, Some(one)).unwrap();
    let district = put(&put(&district, &of(None, 0)), &of(Some("reading"), 2));
    let (office, principal, north) = (me(Role::Administrator), me(Role::Principal), school("north"));
    let scope = Scope::School("north".into());
    let who = |district: &District, look_for: &str| {
        let look_for = LookForId::from(look_for);
        let sets = |who: &Me| who.sets_expectations(district, &scope, &look_for, TODAY);
        let watches = |who: &Me| who.may_watch(district, &north, &look_for, TODAY);
        assert_eq!((sets(&office), sets(&principal)), (watches(&office), watches(&principal)));
        (sets(&office), sets(&principal))
    };
    assert_eq!(who(&district, "talk"), (false, true));
    assert_eq!(who(&district, "turns"), (true, false), "its goal has no model of its own");
    assert!(principal.sets_somewhere(&district, &"talk".into(), TODAY));
    assert!(!principal.sets_somewhere(&district, &"turns".into(), TODAY));
    assert!(principal.chooses_some_focus(&district, TODAY));
    let torn = set(
        &district,
        district.goals.get(&"two".into()).cloned().as_ref(),
        Some(&Goal { look_fors: vec!["talk".into()], ..instruction("two", Area::District) }),
    )
    .map(|district| put(&district, &of(Some("two"), 0)))
    .unwrap();
    assert_eq!(who(&torn, "talk"), (true, false), "where two goals name both, the district decides");

    let unknown = chosen(&district, None, Some(&of(Some("gone"), 0)));
    assert_eq!(unknown, Err(CannotChangeDistrict::Model(CannotChoose::Goal)));
    let own = Goal { area: school("south"), ..reading_goal() };
    assert_eq!(
        set(&district, Some(&reading_goal()), Some(&own)),
        Err(cannot(CannotSetGoal::InUse)),
        "north has a model for it"
    );
    assert_eq!(set(&district, Some(&reading_goal()), None), Err(cannot(CannotSetGoal::InUse)));
    let again = chosen(&district, None, Some(&of(Some("reading"), 1)));
    assert_eq!(again, Err(CannotChangeDistrict::Model(CannotChoose::Again)));
}

#[test]
fn a_focus_is_chosen_by_whoever_decides_about_each_look_for_that_comes_or_goes() {
    let district = with(&[reading_goal()]);
    let of = |goal: Option<&str>, at| ChosenModel { goal: goal.map(Into::into), ..model("north", TODAY, at) };
    let put = |district: &District, one: &ChosenModel| chosen(district, None, Some(one)).unwrap();
    // The district watches "goal"; it decides at large, and the school about "talk".
    let district = put(&put(&district, &of(None, 0)), &of(Some("reading"), 2));
    let (office, principal) = (me(Role::Administrator), me(Role::Principal));
    let may = |who: &Me, now: Focus| {
        let was = district.chosen_focus(&school("north"));
        who.may_change(&DistrictChange::Focus { area: school("north"), was, now }, &district, TODAY)
    };
    assert!(may(&principal, focus(&["goal", "talk"])), "what holds around it stays");
    assert!(!may(&principal, focus(&["talk"])), "it would take out what the district watches");
    assert!(!may(&principal, focus(&["goal", "turns"])));
    assert!(!may(&office, focus(&["goal", "talk"])) && may(&office, focus(&["turns"])));
    let dated = Focus { until: Some(TODAY), ..focus(&["goal", "talk"]) };
    assert!(!may(&principal, dated), "how long it is watched is decided at large");
    let district = choose(&district, &Area::District, focus(&["goal", "turns"])).unwrap();
    let may = |now: Focus| {
        let was = district.chosen_focus(&school("north"));
        principal.may_change(&DistrictChange::Focus { area: school("north"), was, now }, &district, TODAY)
    };
    assert!(may(focus(&["talk", "goal", "turns"])));
    assert!(!may(focus(&["talk", "turns", "goal"])), "so is the order of the others");
    let over = Focus { until: Some(TODAY.plus_days(-1)), ..focus(&["talk"]) };
    let district = choose(&district, &school("north"), over).unwrap();
    let was = district.chosen_focus(&school("north"));
    let again = DistrictChange::Focus { area: school("north"), was, now: focus(&["goal", "turns", "talk"]) };
    assert!(principal.may_change(&again, &district, TODAY), "what is over binds nobody");
}

#[test]
fn who_sets_a_schools_goals_follows_its_model() {
    let own = DistrictChange::Goal { was: None, now: Some(Box::new(instruction("own", school("north")))) };
    let common = DistrictChange::Goal { was: None, now: Some(Box::new(instruction("own", Area::District))) };
    let (office, principal) = (me(Role::Administrator), me(Role::Principal));
    let plain = district();
    assert!(office.may_change(&own, &plain, TODAY) && !principal.may_change(&own, &plain, TODAY));
    let autonomous = chosen(&plain, None, Some(&model("north", TODAY, 2))).unwrap();
    assert!(!office.may_change(&own, &autonomous, TODAY) && principal.may_change(&own, &autonomous, TODAY));
    assert!(office.may_change(&common, &autonomous, TODAY) && !principal.may_change(&common, &autonomous, TODAY));
    assert!(!office.may_change(&DistrictChange::Goal { was: None, now: None }, &plain, TODAY));
    // The model of the goal itself comes first: nobody takes back what it gives to somebody else.
    let goal = instruction("own", school("north"));
    let reserved = ChosenModel { goal: Some("own".into()), ..model("north", TODAY, 0) };
    let reserved = set(&autonomous, None, Some(&goal)).and_then(|next| chosen(&next, None, Some(&reserved))).unwrap();
    let end = DistrictChange::Goal {
        was: Some(Box::new(goal.clone())),
        now: Some(Box::new(Goal { until: Some(TODAY), ..goal })),
    };
    assert!(office.may_change(&end, &reserved, TODAY) && !principal.may_change(&end, &reserved, TODAY));
}

//! Goals, what carries them, their figures, and the models that are chosen for one of them.

use domain::district::{
    Aim, Area, BadCell, BadFigure, CannotChangeDistrict, CannotChoose, CannotSetGoal, CannotTake, ChosenModel,
    District, DistrictChange, DistrictRules, Figure, FigureChange, FigureKind, Focus, Goal, Initiative, Measure,
    NotFigures, Progress, Reading, Unit, courses, figure_difference, figure_rows, figures_changed, read_figures,
};
use domain::expectation::{Direction, Scope};
use domain::id::LookForId;
use domain::permission::{Me, Role};
use domain::time::{Date, date};

use super::{TODAY, chosen, district, focus, frameworks, model, school};

fn reading(text: &str) -> Reading {
    text.parse().unwrap()
}

fn measure() -> Measure {
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

fn instruction(id: &str, area: Area) -> Goal {
    goal(id, area, Aim::Instruction)
}

fn reading_goal() -> Goal {
    goal("reading", Area::District, Aim::Achievement(measure()))
}

fn set(district: &District, was: Option<&Goal>, now: Option<&Goal>) -> Result<District, CannotChangeDistrict> {
    let boxed = |one: Option<&Goal>| one.cloned().map(Box::new);
    district.changed(DistrictChange::Goal { was: boxed(was), now: boxed(now) }, &frameworks())
}

fn with(goals: &[Goal]) -> District {
    goals.iter().fold(district(), |district, goal| set(&district, None, Some(goal)).unwrap())
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
fn an_initiative_names_its_goal_and_the_goal_stays_as_long_as_it_does() {
    let goal = reading_goal();
    let district = with(std::slice::from_ref(&goal));
    let (serving, alone) = (initiative(Some("reading")), initiative(None));
    let listed = list(&district, None, Some(&serving)).unwrap();
    assert_eq!(set(&listed, Some(&goal), None), Err(cannot(CannotSetGoal::InUse)));
    let renamed = Goal { name: "Reading".to_owned(), ..goal.clone() };
    let again = set(&listed, Some(&goal), Some(&renamed)).unwrap();
    assert_eq!(again.goals.all, [renamed.clone()]);
    assert_eq!(set(&again, Some(&goal), None), Err(CannotChangeDistrict::Changed));
    let freed = list(&again, Some(&serving), Some(&alone)).unwrap();
    assert!(set(&freed, Some(&renamed), None).unwrap().goals.all.is_empty());
    assert_eq!(list(&freed, None, Some(&alone)), Err(CannotChangeDistrict::Changed), "its key is taken");
    assert_eq!(list(&district, None, Some(&initiative(Some("gone")))), Err(cannot(CannotSetGoal::NoSuchGoal)));
    let unnamed = Initiative { name: " ".to_owned(), ..alone.clone() };
    assert_eq!(list(&district, None, Some(&unnamed)), Err(cannot(CannotSetGoal::Name)));
    let backwards = Initiative { until: Some(date(2026, 8, 31)), ..alone.clone() };
    assert_eq!(list(&district, None, Some(&backwards)), Err(cannot(CannotSetGoal::Dates)));
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
}

fn figure(school: Option<&str>, what: FigureKind, on: Date, value: &str) -> Figure {
    Figure { school: school.map(Into::into), group: None, what, on, value: reading(value), students: None }
}

const JUNE: Date = date(2027, 6, 1);

#[test]
fn a_reading_has_two_decimals_at_most_and_reads_back() {
    for (typed, read) in
        [("62", "62"), (" 62,5 % ", "62.5"), ("62.05", "62.05"), ("-0.5", "-0.5"), ("1000000", "1000000")]
    {
        assert_eq!(reading(typed).to_string(), read);
        assert_eq!(reading(read), reading(typed));
    }
    for wrong in ["", "-", ".5", "62.055", "1,000.5", "sixty", "1000000.01", "+5", "1e3"] {
        assert!(wrong.parse::<Reading>().is_err(), "{wrong}");
    }
}

#[test]
fn figures_are_changed_together_or_not_at_all() {
    let (goal, district) = (reading_goal(), with(&[reading_goal()]));
    let put = |was: Option<&Figure>, now: Option<&Figure>| FigureChange { was: was.cloned(), now: now.cloned() };
    let north = figure(Some("north"), FigureKind::Result, JUNE, "61");
    let better = Figure { value: reading("63"), ..north.clone() };
    let whole = figure(None, FigureKind::Result, JUNE, "58.5");
    let all = figures_changed(&[], &[put(None, Some(&north)), put(None, Some(&whole))], &goal, &district).unwrap();
    assert_eq!(all, [whole.clone(), north.clone()], "the whole area first");
    let corrected = figures_changed(&all, &[put(Some(&north), Some(&better))], &goal, &district).unwrap();
    assert_eq!(corrected, [whole.clone(), better.clone()]);
    assert_eq!(figures_changed(&all, &[put(Some(&north), None)], &goal, &district).unwrap(), [whole]);
    let why = |changes: &[FigureChange]| figures_changed(&all, changes, &goal, &district).unwrap_err();
    let moved = Figure { on: TODAY, ..north.clone() };
    assert_eq!(
        why(&[put(Some(&north), Some(&moved)), put(Some(&better), None)]),
        CannotTake { at: 1, why: BadFigure::Changed }
    );
    assert_eq!(why(&[put(None, Some(&better))]), CannotTake { at: 0, why: BadFigure::Again });
    for (change, bad) in [
        (Figure { school: Some("west".into()), ..moved.clone() }, BadFigure::School),
        (Figure { group: Some(" ".into()), ..moved.clone() }, BadFigure::Group),
        (Figure { value: reading("100.5"), ..moved.clone() }, BadFigure::Value),
        (Figure { students: Some(0), ..moved.clone() }, BadFigure::Students),
    ] {
        assert_eq!(why(&[put(None, Some(&change))]), CannotTake { at: 0, why: bad });
    }
    let taught = instruction("talk", Area::District);
    assert_eq!(moved.check(&taught, &district), Err(BadFigure::NoMeasure));
    let of_hills = Goal { area: Area::Network("hills".into()), ..goal };
    assert_eq!(
        figure(Some("east"), FigureKind::Result, JUNE, "61").check(&of_hills, &district),
        Err(BadFigure::School)
    );
}

#[test]
fn progress_is_held_against_the_straight_line_from_the_baseline_to_the_target() {
    let at = |measure: &Measure, value: &str| {
        let [baseline, target] = measure.into();
        // Half way: the line stands at 60.
        let result = figure(None, FigureKind::Result, JUNE, value);
        measure.progress(Some(&baseline), &target, &result)
    };
    let up = measure();
    let said = ["70", "60", "59", "50", "49"].map(|value| at(&up, value));
    assert_eq!(said, [Progress::Reached, Progress::OnPath, Progress::Behind, Progress::NoBetter, Progress::NoBetter]);
    let down = Measure { direction: Direction::AtMost, baseline: reading("20"), target: reading("10"), ..measure() };
    let said = ["10", "15", "16", "20"].map(|value| at(&down, value));
    assert_eq!(said, [Progress::Reached, Progress::OnPath, Progress::Behind, Progress::NoBetter]);
    let [_, target] = (&up).into();
    assert_eq!(up.progress(None, &target, &figure(None, FigureKind::Result, JUNE, "69")), Progress::Short);
}

#[test]
fn each_school_and_group_has_a_course_of_its_own_with_the_nearest_target() {
    let english = |one: Figure| Figure { group: Some("English learners".into()), ..one };
    let figures = [
        figure(Some("north"), FigureKind::Baseline, date(2026, 6, 1), "40"),
        figure(Some("north"), FigureKind::Target, date(2028, 6, 1), "65"),
        figure(Some("north"), FigureKind::Result, JUNE, "51"),
        figure(Some("north"), FigureKind::Result, TODAY, "45"),
        english(figure(Some("north"), FigureKind::Result, JUNE, "30")),
        figure(Some("south"), FigureKind::Result, JUNE, "66"),
    ];
    let said: Vec<_> = courses(&measure(), &figures)
        .into_iter()
        .map(|course| {
            let values: Vec<String> = course.results.iter().map(|one| one.value.to_string()).collect();
            let school = course.school.map(|id| id.0).unwrap_or_default();
            let baseline = course.baseline.map(|one| one.value.to_string()).unwrap_or_default();
            (school, course.group.is_some(), baseline, course.target.value.to_string(), values.join(" "))
        })
        .collect();
    let row = |school: &str, group, baseline: &str, target: &str, results: &str| {
        (school.to_owned(), group, baseline.to_owned(), target.to_owned(), results.to_owned())
    };
    assert_eq!(
        said,
        [
            row("", false, "50", "70", ""),
            row("north", false, "40", "65", "45 51"),
            row("north", true, "", "65", "30"),
            row("south", false, "", "70", "66"),
        ]
    );
}

fn rows(text: &str) -> impl Iterator<Item = (u32, Vec<String>)> + '_ {
    let row = |line: &str| line.split(';').map(str::to_owned).collect();
    (1..).zip(text.lines().map(row))
}

#[test]
fn a_table_of_figures_reads_back_and_changes_nothing() {
    let district = with(&[reading_goal()]);
    let mut figures = vec![
        figure(None, FigureKind::Result, JUNE, "58.5"),
        figure(Some("north"), FigureKind::Baseline, date(2026, 6, 1), "40"),
        Figure {
            group: Some("=English".into()),
            students: Some(48),
            ..figure(Some("north"), FigureKind::Result, JUNE, "30")
        },
    ];
    figures.sort_by(|one, other| one.key().cmp(&other.key()));
    let table = figure_rows(&figures);
    assert_eq!(table[3][1], "'=English", "no program runs it");
    let read = read_figures((1..).zip(table), &reading_goal(), &district).unwrap();
    assert_eq!(read, figures);
    let difference = figure_difference(&figures, read);
    assert_eq!((difference.changes.len(), difference.same), (0, 3));
}

#[test]
fn a_school_is_known_by_its_name_and_a_row_without_a_kind_is_a_result() {
    let district = with(&[reading_goal()]);
    let text = "\u{feff}Date;Value;School;Students\n2027-06-01;61,5;NORTH;48\n;;;\n2027-06-01;58;;";
    let read = read_figures(rows(text), &reading_goal(), &district).unwrap();
    let north = Figure { students: Some(48), ..figure(Some("north"), FigureKind::Result, JUNE, "61.5") };
    assert_eq!(read, [north, figure(None, FigureKind::Result, JUNE, "58")]);
    let known = [figure(None, FigureKind::Result, JUNE, "50")];
    let read = figure_difference(&known, read);
    assert_eq!(read.changes.iter().map(|one| one.was.is_some()).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn every_row_that_cannot_be_read_is_named_and_none_is_taken() {
    let mut district = with(&[reading_goal()]);
    district.schools[2].name = "South".to_owned();
    let text = "school;group;kind;date;value;students\n\
                north;;result;2027-06-01;61;\n\
                west;;;2027-06-01;61;\n\
                north;;guess;2027-06-01;61;\n\
                north;;;1/6/2027;61;\n\
                north;;;2027-06-02;many;\n\
                north;;;2027-06-03;101;\n\
                north;;;2027-06-04;61;none\n\
                north;;;2027-06-01;62;\n\
                North;;;2027-06-05;62;\n\
                SOUTH;;;2027-06-05;62;";
    let Err(NotFigures::Rows(bad)) = read_figures(rows(text), &reading_goal(), &district) else {
        panic!("none of it is taken");
    };
    let said: Vec<_> = bad.iter().map(|row| (row.number, row.column.as_str(), row.value.as_str(), row.why)).collect();
    assert_eq!(
        said,
        [
            (3, "school", "west", BadCell::Figure(BadFigure::School)),
            (4, "kind", "guess", BadCell::Kind),
            (5, "date", "1/6/2027", BadCell::Date),
            (6, "value", "many", BadCell::Number),
            (7, "value", "101", BadCell::Figure(BadFigure::Value)),
            (8, "students", "none", BadCell::Students),
            (9, "date", "2027-06-01", BadCell::Figure(BadFigure::Again)),
            (11, "school", "SOUTH", BadCell::TwoSchools),
        ]
    );
    let none = |text: &str| read_figures(rows(text), &reading_goal(), &district).unwrap_err();
    assert_eq!(none("school;date"), NotFigures::NoColumns(vec!["value".to_owned()]));
    assert_eq!(none("date;value\n"), NotFigures::Empty);
}

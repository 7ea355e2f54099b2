use super::*;
use crate::district::{
    Aim, Area, Calendar, CannotExpect, DaysOff, DecisionModel, District, DistrictChange, Goal, Goals, Network, School,
    Term,
};
use crate::expectation::{Direction, ExpectedAmount, ExpectedShare, Reach, Scope, Target};
use crate::framework::{Ask, Autonomy, Kind, LookFor, Strand};
use crate::roster::Grade;
use crate::time::{Date, date};

fn framework() -> Framework {
    let look_for = |id: &str, kind| LookFor {
        id: id.into(),
        text: id.to_owned(),
        short: id.to_owned(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        examples: vec![],
        succeeds: None,
    };
    let look_fors = vec![
        look_for("goal", Kind::Presence),
        look_for("questions", Kind::Count),
        look_for("talk", Kind::Duration),
        look_for("on-task", Kind::Interval { every_minutes: 5, ask: Ask::NotDoing }),
    ];
    let strands = vec![Strand { id: "all".into(), name: "All".to_owned(), look_fors }];
    Framework { title: "Ours".to_owned(), version: 1, effective: date(2026, 8, 1), strands }
}

fn district() -> District {
    let school = |id: &str| School { id: id.into(), name: id.to_owned(), network: None };
    District {
        id: "alder".into(),
        name: "Alder".to_owned(),
        networks: vec![Network { id: "north".into(), name: "North".to_owned() }],
        schools: vec![school("cedar"), school("=birch")],
        observers: vec![],
        calendar: Calendar {
            first_day: date(2026, 9, 1),
            last_day: date(2027, 6, 1),
            terms: vec![],
            check_dates: vec![],
            days_off: vec![],
        },
        margin: 0.1,
        focus: vec![],
        focus_sets: vec![],
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
        models: vec![],
        goals: Goals { all: vec![goal()], ..Goals::default() },
    }
}

fn expected(id: &str, scope: Scope, target: Target) -> Expectation {
    let plain = Expectation::new(id.into(), scope, date(2026, 9, 1), Direction::AtLeast, target);
    let shared = matches!(target, Target::Share(_));
    Expectation { reach: shared.then_some(Reach { lasts: 10, lesson: 50, visit: 10 }), ..plain }
}

fn share(points: u8) -> Target {
    Target::Share(ExpectedShare::from_points(points).unwrap())
}

fn amount(amount: f64) -> Target {
    Target::Amount(ExpectedAmount::new(amount).unwrap())
}

fn goal() -> Goal {
    Goal {
        id: "reading".into(),
        name: "Reading".to_owned(),
        area: Area::District,
        aim: Aim::Instruction,
        look_fors: vec!["goal".into()],
        adopted: date(2026, 8, 1),
        until: None,
        agreed: vec![],
    }
}

fn model(at: usize, from: Date) -> ChosenModel {
    ChosenModel {
        school: "cedar".into(),
        goal: None,
        model: DecisionModel::ALL[at],
        from,
        reason: "Acordado, \"con\" el equipo;\nen otoño".to_owned(),
        autonomy: "'- none".to_owned(),
    }
}

fn of_a_goal() -> ChosenModel {
    ChosenModel { goal: Some("reading".into()), ..model(3, date(2026, 9, 1)) }
}

/// A district that has decided something in every way in which one can.
fn decided() -> District {
    let later = Expectation {
        until: Some(date(2027, 1, 29)),
        reason: Some("=Abre la clase, \"siempre\"\n'tis so".to_owned()),
        ..expected("goal", Scope::School("=birch".into()), share(95))
    };
    let expectations = vec![
        expected("questions", Scope::District, amount(0.1 + 0.2)),
        expected("goal", Scope::Network("north".into()), share(40)),
        later,
        expected("talk", Scope::GradeBand(Grade(-1), Grade(2)), amount(0.25)),
        expected("on-task", Scope::GradeBand(Grade(3), Grade(3)), amount(1.0)),
        expected("goal", Scope::Subject("Matemáticas, 1".into()), share(30)),
        Expectation {
            direction: Direction::AtMost,
            reach: None,
            ..expected("goal", Scope::Group("+EL".into()), share(5))
        },
    ];
    let added = |district: District, one: Expectation| {
        let change = DistrictChange::Expect { was: None, now: Some(Box::new(one)) };
        district.changed(change, &[framework()]).unwrap()
    };
    let mut district = expectations.into_iter().fold(district(), added);
    district.models = vec![model(0, date(2026, 9, 1)), model(2, date(2027, 1, 4)), of_a_goal()];
    let term = |name: &str, first_day, last_day| Term { name: name.to_owned(), first_day, last_day };
    let off = |day| DaysOff { name: "Día, libre".to_owned(), first_day: day, last_day: day };
    district.calendar.terms = vec![
        term("Otoño", date(2026, 9, 1), date(2026, 12, 18)),
        term("Primavera", date(2027, 1, 4), date(2027, 6, 1)),
    ];
    district.calendar.days_off = vec![off(date(2026, 11, 2)), off(date(2027, 3, 1))];
    district.calendar.check_dates = vec![date(2026, 10, 30)];
    district
}

const ALL: [DistrictTable; 3] = [DistrictTable::Expectations, DistrictTable::Models, DistrictTable::Calendar];

fn numbered(rows: Vec<Vec<String>>) -> Vec<(u32, Vec<String>)> {
    (1..).zip(rows).collect()
}

fn take(table: DistrictTable, rest: Rest, text: &str, district: &District) -> Result<FromTable, CannotTakeTable> {
    let rows = text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
    table.read(&numbered(rows), rest, district, &[framework()])
}

fn refused(table: DistrictTable, text: &str, district: &District) -> Vec<String> {
    let Err(CannotTakeTable::Rows(cells)) = take(table, Rest::Stays, text, district) else { return vec![] };
    let said = |cell: RefusedCell| format!("{} {}: {}", cell.row, cell.column.unwrap_or("-"), cell.why);
    cells.into_iter().map(said).collect()
}

#[test]
fn what_was_written_changes_nothing_where_it_came_from() {
    let district = decided();
    for table in ALL {
        let rows = numbered(table.rows(&district, &[framework()]));
        let read = table.read(&rows, Rest::Goes, &district, &[framework()]).unwrap();
        assert_eq!((read.changes, read.kept), (vec![], 0), "{table:?}");
        assert_eq!(read.district, district);
        assert_eq!(read.counts.same as usize, rows.len() - 1);
    }
}

#[test]
fn what_was_written_is_the_same_in_an_empty_district() {
    let decided = decided();
    let copied = ALL.into_iter().fold(district(), |district, table| {
        let rows = numbered(table.rows(&decided, &[framework()]));
        table.read(&rows, Rest::Stays, &district, &[framework()]).unwrap().district
    });
    assert_eq!(copied, decided);
}

#[test]
fn what_nobody_could_set_today_stays_to_the_last_sign_where_the_table_repeats_it() {
    // From before grounds were asked for, with spaces and line ends that no cell keeps, of a look-for that has no amounts any more.
    let plain = Expectation { reach: None, ..expected("goal", Scope::District, share(90)) };
    let spaced =
        Expectation { reason: Some(" why\r\nnot ".to_owned()), ..expected("talk", Scope::District, amount(0.5)) };
    let lost = expected("goal", Scope::School("cedar".into()), amount(3.0));
    let before = District { expectations: vec![plain, spaced, lost], ..district() };
    let mut rows = numbered(DistrictTable::Expectations.rows(&before, &[framework()]));
    rows.iter_mut().flat_map(|(_, cells)| cells).for_each(|cell| *cell = cell.replace("\r\n", "\n"));
    let read = DistrictTable::Expectations.read(&rows, Rest::Goes, &before, &[framework()]).unwrap();
    assert_eq!(read.district, before);
    let elsewhere = DistrictTable::Expectations.read(&rows, Rest::Stays, &district(), &[framework()]);
    let Err(CannotTakeTable::Rows(cells)) = elsewhere else { panic!("today's rules hold for what is new") };
    let said: Vec<_> = cells.into_iter().map(|cell| (cell.row, cell.column, cell.why)).collect();
    let rule = |why| WhyRefused::Rule(CannotChangeDistrict::Expectation(why));
    assert_eq!(
        said,
        [(2, Some("practice_minutes"), rule(CannotExpect::Minutes)), (4, Some("amount"), rule(CannotExpect::Amount))]
    );
}

const EXPECTED: &str =
    "Look-for|where|which|direction|amount|unit|from|until|practice_minutes|lesson_minutes|visit_minutes|reason";

#[test]
fn rows_add_change_and_keep_and_take_out_only_when_told_so() {
    let before = decided();
    let text = format!(
        "{EXPECTED}\n\nquestions|District||at least|4,5|per 10 minutes|2026-09-01\n\
         talk|grades|pre-k - 2|at_least|25 %|percent_of_visits|2026-09-02||5|50|10|\n"
    );
    let kept = take(DistrictTable::Expectations, Rest::Stays, &text, &before).unwrap();
    assert_eq!((kept.counts.added, kept.counts.changed, kept.counts.gone, kept.kept), (1, 1, 0, 6));
    assert_eq!(kept.district.expectations[0].target, amount(4.5), "in its place");
    assert_eq!(kept.changes[0].columns, ["amount"]);
    assert_eq!(kept.district.expectations[7].scope, Scope::GradeBand(Grade(-1), Grade(2)));
    let gone = take(DistrictTable::Expectations, Rest::Goes, &text, &before).unwrap();
    assert_eq!((gone.counts.gone, gone.kept, gone.district.expectations.len()), (6, 0, 2));
    assert_eq!(gone.changes.iter().filter(|change| change.what == What::Gone).count(), 6);
}

#[test]
fn every_cell_that_cannot_be_taken_is_named_and_nothing_is_taken() {
    let text = format!(
        "{EXPECTED}\n\
         |district||at_least|1|per_10_minutes|2026-09-01\n\
         goal|everywhere||at_least|40|percent_of_visits|2026-09-01\n\
         goal|district|north|at_least|40|percent_of_visits|2026-09-01\n\
         goal|grades|3-May|at_least|40|percent_of_visits|2026-09-01\n\
         goal|district||at_least|101|percent_of_visits|2026-09-01\n\
         goal|district||at_least|4|per_10_minutes|2026-09-01\n\
         talk|district||at_least|nan|share_of_time|2026-09-01\n\
         talk|district||at_least|0.5|share_of_time|1/9/2026\n\
         talk|district||at_least|0.5|share_of_time|2026-09-01||5|\n\
         talk|district||at_least|0.5|share_of_time|2026-09-01||60|50|10|why|more\n\
         talk|district||at_least|0.5|share_of_time|2026-09-01||60|50|10\n\
         questions|district||at_most|1|per_10_minutes|2026-09-01\n\
         questions|district||at_most|2|per_10_minutes|2026-09-01\n"
    );
    insta::assert_snapshot!(refused(DistrictTable::Expectations, &text, &district()).join("\n"));
}

#[test]
fn every_rule_of_the_domain_is_named_at_its_cell() {
    let text = format!(
        "{EXPECTED}\n\
         song|district||at_least|40|percent_of_visits|2026-09-01||10|50|10\n\
         goal|school|nowhere|at_least|40|percent_of_visits|2026-09-01||10|50|10\n\
         goal|grades|5 to 3|at_least|40|percent_of_visits|2026-09-01||10|50|10\n\
         talk|district||at_least|1.5|share_of_time|2026-09-01\n\
         talk|district||at_least|0.5|share_of_time|2026-09-02|2026-09-01\n\
         goal|district||at_least|40|percent_of_visits|2026-09-01\n\
         goal|school|cedar|at_least|90|percent_of_visits|2026-09-01||10|50|10\n"
    );
    insta::assert_snapshot!(refused(DistrictTable::Expectations, &text, &district()).join("\n"));
    let models = "school|goal|priorities|actions|from|reason|autonomy\n\
        nowhere||district|school|2026-09-01|Agreed|\n\
        cedar||board|school|2026-09-01|Agreed|\n\
        cedar|song|district|school|2026-09-01|Agreed|\n\
        cedar||district|school|2026-09-01||\n";
    insta::assert_snapshot!("every_rule_of_models", refused(DistrictTable::Models, models, &district()).join("\n"));
}

#[test]
fn a_calendar_is_taken_as_a_whole_in_whatever_order_its_rows_are() {
    let text = "kind|name|first_day|last_day\ncheck date||2026-12-01|\nterm|Spring|2027-01-04|2027-05-28\n\
        term|Otoño|2026-09-01|2026-12-11\nday off|Fair|2026-10-02\nyear||2026-09-01|2027-05-28\n";
    let read = take(DistrictTable::Calendar, Rest::Goes, text, &decided()).unwrap();
    let calendar = &read.district.calendar;
    assert_eq!(calendar.terms.iter().map(|term| term.name.as_str()).collect::<Vec<_>>(), ["Otoño", "Spring"]);
    assert_eq!((calendar.days_off.len(), &calendar.check_dates[..]), (1, &[date(2026, 12, 1)][..]));
    let counts = read.counts;
    assert_eq!((counts.added, counts.changed, counts.gone, counts.same), (3, 2, 4, 0));
}

#[test]
fn a_calendar_that_cannot_be_kept_names_the_row_of_the_file() {
    let calendar = |rows: &str| {
        refused(DistrictTable::Calendar, &format!("kind|name|first_day|last_day\n{rows}"), &district()).join("\n")
    };
    let year = "year||2026-09-01|2027-06-01\n";
    let cases = [
        "term|Autumn|2026-09-01|2026-12-18\n".to_owned(),
        format!("{year}{year}"),
        "year||2026-09-01|2028-06-01\n".to_owned(),
        format!("day_off|Fair|2027-07-01|\n{year}"),
        format!("{year}term|A|2026-09-01|2026-12-18\nday_off|Fair|2026-10-02|\nterm|B|2026-12-18|2027-06-01\n"),
        format!("{year}term||2026-09-01|2026-12-18\nterm|B|2026-12-18|2026-12-17\ncheck_date||2026-12-18|2026-12-19\n"),
        format!("{year}check_date||2026-12-18|\ncheck_date||2027-06-02|\n"),
    ];
    insta::assert_snapshot!(cases.map(|rows| calendar(&rows)).join("\n\n"));
}

#[test]
fn a_table_without_its_columns_is_none() {
    let read = take(DistrictTable::Calendar, Rest::Goes, "kind|first_day\n", &district());
    assert_eq!(read, Err(CannotTakeTable::NoColumns(vec!["name".to_owned(), "last_day".to_owned()])));
}

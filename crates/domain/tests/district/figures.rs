//! What the measures of goals read: entered, held against a target, and as a table.

use domain::district::{
    Area, BadCell, BadFigure, CannotTake, Figure, FigureChange, FigureKind, Goal, Measure, NotFigures, Progress,
    Reading, courses, figure_difference, figure_rows, figures_changed, read_figures,
};
use domain::expectation::Direction;
use domain::time::{Date, date};

use super::TODAY;
use super::goals::{instruction, measure, reading, reading_goal, with};

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
        figure(None, FigureKind::Baseline, date(2026, 6, 1), "50.5"),
        english(figure(Some("south"), FigureKind::Result, JUNE, "20")),
        english(figure(None, FigureKind::Target, date(2028, 6, 1), "55")),
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
            row("", false, "50.5", "70", ""),
            row("", true, "", "55", ""),
            row("north", false, "40", "65", "45 51"),
            row("north", true, "", "55", "30"),
            row("south", false, "", "70", "66"),
            row("south", true, "", "55", "20"),
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

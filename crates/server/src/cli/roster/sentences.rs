//! What `import roster` says in words.

use domain::rostering::{Change, Counts, Note, Part, RosterReport, TAGGED_PERCENT, What};

use crate::cli::said::{counts, line, list_of};

/// What an import changes, or would.
pub(super) fn report(report: &RosterReport) -> String {
    let mut said = String::new();
    line(&mut said, format_args!("As of {}:", report.on));
    counts(&mut said, "schools", report.schools);
    counts(&mut said, "teachers", report.teachers);
    counts(&mut said, "classes", report.classes);
    if let Some(year) = &report.year {
        let terms = if year.terms.is_empty() { "no terms".to_owned() } else { year.terms.join(", ") };
        line(&mut said, format_args!("The school year becomes {} to {}: {terms}.", year.first_day, year.last_day));
        if year.dropped > 0 {
            line(&mut said, format_args!("{} check dates and days off that lie outside it go.", year.dropped));
        }
    }
    if report.students > 0 {
        line(
            &mut said,
            format_args!(
                "{} rows of students were counted and not stored; a class is tagged with a group from {TAGGED_PERCENT} % of its \
                 students on.",
                report.students
            ),
        );
    }
    if report.over > 0 {
        line(&mut said, format_args!("{} classes are left out: their sessions are over.", report.over));
    }
    report.notes.iter().for_each(|one| line(&mut said, format_args!("{}", note(*one))));
    let sum = |counts: Counts| counts.added + counts.changed + counts.gone;
    let all = sum(report.schools) + sum(report.teachers) + sum(report.classes);
    list_of(&mut said, "Changes", report.changes.iter().map(change), usize::try_from(all).unwrap_or(usize::MAX));
    let refused = report.refused.iter().map(|row| {
        let column = row.column.as_ref().map_or_else(String::new, |column| format!(", {column}"));
        format!("{}, row {}{column}: {}", row.file, row.row, row.fault)
    });
    let rows = usize::try_from(report.refused_rows).unwrap_or(usize::MAX);
    list_of(&mut said, "Not taken; what was known of them stays", refused, rows);
    let end = match (report.stored, report.shows(), report.remembers) {
        (true, true, _) => "Stored.",
        (true, false, true) => "Stored. It shows nowhere yet, and is remembered for what comes later.",
        (true, false, false) => "Nothing is otherwise than before.",
        (false, ..) => "This was a dry run: nothing was stored.",
    };
    line(&mut said, format_args!("{end}"));
    said
}

fn change(change: &Change) -> String {
    let how = match change.what {
        What::Added => "new".to_owned(),
        What::Gone => "gone".to_owned(),
        What::Changed => change.parts.iter().copied().map(part).collect::<Vec<_>>().join(", "),
    };
    let kind = part(change.kind);
    match change.kind {
        Part::School => format!("{kind} {} ({}): {how}", change.name, change.id),
        _ => format!("{kind} {} ({}), {}: {how}", change.name, change.id, change.school),
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::School => "school",
        Part::Teacher => "teacher",
        Part::Class => "class",
        Part::Name => "name",
        Part::Network => "network",
        Part::Lead => "lead teacher",
        Part::Others => "other teachers",
        Part::Grade => "grade",
        Part::Subject => "subject",
        Part::Groups => "groups",
        Part::Students => "students",
        Part::Lessons => "lessons",
    }
}

fn note(note: Note) -> &'static str {
    match note {
        Note::NoManifest => "There is no manifest.csv, so every file was read as bulk: what it does not name is gone.",
        Note::StudentsAsBefore => "The enrolments are a delta: classes keep the number of students they had.",
        Note::PastYear => "The package's school year ended before the district's own began, which stays.",
        Note::ManyGone => "More than a third of the classes or teachers would be gone: is this the whole package?",
        Note::OtherSource => {
            "The package before this was of another kind: what that brought and this does not name is gone."
        }
        Note::SchoolsStay => {
            "Schools that are no longer in the package stay, without classes: their visits are the district's."
        }
    }
}

//! What `import roster` says in words.

use std::fmt::Write;

use domain::rostering::{Change, Counts, Note, Part, RosterReport, TAGGED_PERCENT, What};

/// How many of a kind are listed one by one.
const MOST_LISTED: usize = 20;

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
    list(&mut said, "Changes", report.changes.iter().map(change), usize::try_from(all).unwrap_or(usize::MAX));
    let refused = report.refused.iter().map(|row| {
        let column = row.column.as_ref().map_or_else(String::new, |column| format!(", {column}"));
        format!("{}, row {}{column}: {}", row.file, row.row, row.fault)
    });
    let rows = usize::try_from(report.refused_rows).unwrap_or(usize::MAX);
    list(&mut said, "Not taken; what was known of them stays", refused, rows);
    let end = match (report.stored, report.shows(), report.remembers) {
        (true, true, _) => "Stored.",
        (true, false, true) => "Stored. It shows nowhere yet, and is remembered for what comes later.",
        (true, false, false) => "Nothing is otherwise than before.",
        (false, ..) => "This was a dry run: nothing was stored.",
    };
    line(&mut said, format_args!("{end}"));
    said
}

fn line(said: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = writeln!(said, "{words}");
}

fn counts(said: &mut String, what: &str, counts: Counts) {
    let Counts { added, changed, gone, same } = counts;
    line(said, format_args!("  {what:<9} {added:>6} new {changed:>6} changed {gone:>6} gone {same:>6} the same"));
}

fn list(said: &mut String, title: &str, items: impl Iterator<Item = String>, all: usize) {
    if all == 0 {
        return;
    }
    line(said, format_args!("{title}:"));
    items.take(MOST_LISTED).for_each(|item| line(said, format_args!("  {item}")));
    if all > MOST_LISTED {
        line(said, format_args!("  and {} more", all - MOST_LISTED));
    }
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

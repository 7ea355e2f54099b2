//! What the import says: why a file cannot be read, why a row makes no visit, and what columns and values mean.

use domain::framework::{Framework, Kind};
use domain::id::LookForId;
use domain::import::{CannotImport, CannotRead, Fault, Meaning, NotATable, Reason, Says};

use crate::text::Text;

/// The message that names a part of a visit; it stands for the part in lists of choices, too.
pub(super) fn part_id(part: &Says) -> &'static str {
    match part {
        Says::Nothing | Says::LookFor(_) => "import-part-nothing",
        Says::Date => "import-part-date",
        Says::Start => "import-part-start",
        Says::Minutes => "import-part-minutes",
        Says::Classroom => "import-part-classroom",
        Says::Teacher => "import-part-teacher",
        Says::Observer => "import-part-observer",
        Says::School => "import-part-school",
        Says::Grade => "import-part-grade",
        Says::Subject => "import-part-subject",
        Says::Notes => "import-part-notes",
    }
}

/// What a value of a look-for of this kind can mean.
pub(super) fn meanings(kind: &Kind) -> Vec<Meaning> {
    let levels = match kind {
        Kind::Rating { levels, .. } => u8::try_from(levels.len()).unwrap_or(u8::MAX),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } => 0,
    };
    let answers = [Meaning::Seen, Meaning::NotSeen, Meaning::NotApplicable, Meaning::CouldNotJudge, Meaning::Blank];
    (1..=levels).map(Meaning::Level).chain(answers).filter(|meaning| meaning.fits(kind)).collect()
}

pub(super) fn meaning(text: &Text, kind: &Kind, meaning: Meaning) -> String {
    match (meaning, kind) {
        (Meaning::Seen, _) => text.get("import-means-seen"),
        (Meaning::NotSeen, _) => text.get("import-means-not-seen"),
        (Meaning::NotApplicable, _) => text.get("import-means-not-applicable"),
        (Meaning::CouldNotJudge, _) => text.get("import-means-could-not-judge"),
        (Meaning::Blank, _) => text.get("import-means-blank"),
        (Meaning::Level(level), Kind::Rating { levels, .. }) => {
            let name = levels.get(usize::from(level).saturating_sub(1)).map(|level| level.name.as_str());
            format!("{level} – {}", name.unwrap_or_default())
        }
        (Meaning::Level(level), _) => level.to_string(),
    }
}

/// Why a file cannot be imported: a sentence for each reason.
pub(super) fn cannot(text: &Text, framework: Option<&Framework>, why: &CannotImport) -> Vec<String> {
    match why {
        CannotImport::NotATable(why) => vec![not_a_table(text, why)],
        CannotImport::NoMapping => vec![text.get("import-no-mapping")],
        CannotImport::NoSourceName => vec![text.get("import-no-source")],
        CannotImport::NoFramework => vec![text.get("import-no-framework")],
        CannotImport::CannotRead(CannotRead::DateOrder { column, example }) => {
            let words = [("column", column.clone().into()), ("example", example.clone().into())];
            vec![text.with("import-date-open", words)]
        }
        CannotImport::CannotRead(CannotRead::Mapping(faults)) => {
            faults.iter().map(|one| fault(text, framework, one)).collect()
        }
    }
}

fn not_a_table(text: &Text, why: &NotATable) -> String {
    match why {
        NotATable::OtherFormat => text.get("import-other-format"),
        NotATable::NotText { line } => text.with("import-not-text", [("line", (*line).into())]),
        NotATable::Damaged => text.get("import-damaged"),
        NotATable::NoSheet { found } => text.with("import-no-sheet", [("found", found.join(", ").into())]),
        NotATable::TooLarge => text.get("import-too-large"),
        NotATable::Empty => text.get("import-nothing-in-it"),
    }
}

fn fault(text: &Text, framework: Option<&Framework>, fault: &Fault) -> String {
    let name = |id: &LookForId| {
        let known = framework.and_then(|framework| framework.look_for(id));
        known.map_or_else(|| id.to_string(), |look_for| look_for.short.clone())
    };
    let of_look_for = |message: &str, id: &LookForId| text.with(message, [("look-for", name(id).into())]);
    let of_column = |message: &str, column: &String| text.with(message, [("column", column.clone().into())]);
    match fault {
        Fault::NoDate => text.get("import-fault-no-date"),
        Fault::NoPlace => text.get("import-fault-no-place"),
        Fault::NoColumn(column) => of_column("import-fault-no-column", column),
        Fault::ColumnTwice(column) => of_column("import-fault-column-twice", column),
        Fault::NoLookFor(id) => of_look_for("import-fault-no-look-for", id),
        Fault::LookForTwice(id) => of_look_for("import-fault-look-for-twice", id),
        Fault::Interval(id) => of_look_for("import-fault-interval", id),
        Fault::DoesNotFit { look_for, value, .. } => {
            text.with("import-fault-unfit", [("look-for", name(look_for).into()), ("value", value.clone().into())])
        }
    }
}

/// Why a row makes no visit.
pub(super) fn reason(text: &Text, reason: &Reason) -> String {
    let of_value = |message: &str, value: &String| text.with(message, [("value", value.clone().into())]);
    match reason {
        Reason::NoDate => text.get("import-why-no-date"),
        Reason::NoPlace => text.get("import-why-no-place"),
        Reason::CellsBesides => text.get("import-why-cells-besides"),
        Reason::NotADate(value) => of_value("import-why-not-a-date", value),
        Reason::NotATime(value) => of_value("import-why-not-a-time", value),
        Reason::NotMinutes(value) => of_value("import-why-not-minutes", value),
        Reason::UnknownValue(value) => of_value("import-why-unknown", value),
        Reason::NotACount(value) => of_value("import-why-not-a-count", value),
        Reason::InTheFuture(date) => text.with("import-why-future", [("date", text.full_date(*date).into())]),
        Reason::LongerThanVisit(minutes) => text.with("import-why-longer", [("minutes", (*minutes).into())]),
        Reason::TooLong { characters, most } => {
            text.with("import-why-too-long", [("n", (*characters).into()), ("most", (*most).into())])
        }
        Reason::SameAs(row) => text.with("import-why-same", [("row", (*row).into())]),
    }
}

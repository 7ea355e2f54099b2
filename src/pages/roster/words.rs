//! What the roster page says: why a package cannot be read, why a row is not taken, and what changes.

use domain::rostering::{CannotReadRoster, Change, Fault, NotAPackage, Note, Part, What};

use crate::components::BannerKind;
use crate::text::Text;

pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::School => "narrow-school",
        Part::Teacher => "roster-part-teacher",
        Part::Class => "roster-part-class",
        Part::Name => "roster-part-name",
        Part::Network => "roster-part-network",
        Part::Lead => "roster-part-lead",
        Part::Others => "roster-part-others",
        Part::Grade => "roster-part-grade",
        Part::Subject => "roster-part-subject",
        Part::Groups => "roster-part-groups",
        Part::Students => "roster-part-students",
        Part::Lessons => "roster-part-lessons",
    }
}

pub(super) fn what(text: &Text, change: &Change) -> String {
    match change.what {
        What::Added => text.get("roster-column-added"),
        What::Gone => text.get("roster-column-gone"),
        What::Changed => change.parts.iter().map(|one| text.get(part(*one))).collect::<Vec<_>>().join(", "),
    }
}

/// How much a note wants, its point, and the rest.
pub(super) fn note(note: Note) -> (BannerKind, &'static str, &'static str) {
    match note {
        Note::ManyGone => (BannerKind::Warning, "roster-note-many-gone", "roster-note-many-gone-text"),
        Note::OtherSource => (BannerKind::Warning, "roster-note-other-source", "roster-note-other-source-text"),
        Note::NoManifest => (BannerKind::Info, "roster-note-no-manifest", "roster-note-no-manifest-text"),
        Note::StudentsAsBefore => (BannerKind::Info, "roster-note-students", "roster-note-students-text"),
        Note::PastYear => (BannerKind::Info, "roster-note-past-year", "roster-note-past-year-text"),
        Note::SchoolsStay => (BannerKind::Info, "roster-note-schools-stay", "roster-note-schools-stay-text"),
    }
}

/// Why a package cannot be imported.
pub(super) fn cannot(text: &Text, why: &CannotReadRoster) -> String {
    match why {
        CannotReadRoster::NotAPackage(NotAPackage::Unknown) => text.get("roster-cannot-unknown"),
        CannotReadRoster::NotAPackage(NotAPackage::Announced(file)) => {
            text.with("roster-cannot-announced", [("file", file.clone().into())])
        }
        CannotReadRoster::NotAPackage(NotAPackage::NoColumns { file, columns }) => {
            let words =
                [("file", file.clone().into()), ("n", columns.len().into()), ("columns", columns.join(", ").into())];
            text.with("roster-cannot-columns", words)
        }
        CannotReadRoster::NotAPackage(NotAPackage::Mode { file, value }) => {
            text.with("roster-cannot-mode", [("file", file.clone().into()), ("value", value.clone().into())])
        }
        CannotReadRoster::NotAPackage(NotAPackage::Twice(file)) => {
            text.with("roster-cannot-twice", [("file", file.clone().into())])
        }
        CannotReadRoster::NotAPackage(NotAPackage::OpenQuote { file, row }) => {
            text.with("roster-cannot-quote", [("file", file.clone().into()), ("row", (*row).into())])
        }
        CannotReadRoster::NotAZip => text.get("roster-cannot-zip"),
        CannotReadRoster::TooLarge => text.get("roster-cannot-large"),
        CannotReadRoster::NotText { file, line } => {
            text.with("roster-cannot-text", [("file", file.clone().into()), ("line", (*line).into())])
        }
        CannotReadRoster::NoDistrict => text.get("roster-cannot-district"),
        CannotReadRoster::Otherwise(_) => text.get("roster-otherwise-text"),
    }
}

/// Why a row is not taken.
pub(super) fn fault(text: &Text, fault: &Fault) -> String {
    let of_value = |message: &str, value: &String| text.with(message, [("value", value.clone().into())]);
    match fault {
        Fault::Missing => text.get("roster-fault-missing"),
        Fault::NotADate(value) => of_value("roster-fault-date", value),
        Fault::EndsBefore => text.get("roster-fault-ends-before"),
        Fault::NotOneOf { value, can } => {
            text.with("roster-fault-one-of", [("value", value.clone().into()), ("can", can.join(", ").into())])
        }
        Fault::NoRole { can } => text.with("roster-fault-role", [("can", can.join(", ").into())]),
        Fault::NotALesson(value) => of_value("roster-fault-lesson", value),
        Fault::NotAGrade(value) => of_value("roster-fault-grade", value),
        Fault::NotACount(value) => of_value("roster-fault-count", value),
        Fault::LeadsNowhere { id, file } => {
            text.with("roster-fault-nowhere", [("id", id.clone().into()), ("file", file.clone().into())])
        }
        Fault::SameAs(row) => text.with("roster-fault-same", [("row", (*row).into())]),
        Fault::TooLong { characters, most } => {
            text.with("import-why-too-long", [("n", (*characters).into()), ("most", (*most).into())])
        }
        Fault::CellsBesides => text.get("import-why-cells-besides"),
    }
}

//! What an address says after its `?`: which visits are meant, and how they are drawn.
//!
//! A default writes nothing, so that a plain page has a plain address. A part that cannot be read is as good as
//! absent: an address may have been typed by hand or written by another version of this program.

mod words;

use std::fmt::Display;
use std::str::FromStr;

use domain::compare::{Drill, Person, Selection, Sources};
use domain::id::{LookForId, SchoolId};
use domain::roster::Grade;
use domain::time::Date;
use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{CompareView, SchoolOrder, SchoolsView, Shown, TrendsView};
use crate::state::VisitFilter;
use words::Word;

/// Everything in one segment of a path that is not plainly safe there.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One segment of a path, ready to stand between two slashes.
pub(super) fn encode(segment: &str) -> String {
    utf8_percent_encode(segment, SEGMENT).to_string()
}

/// What [`encode`] was given. Bytes that are no text become �.
pub(super) fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

/// The visits and look-fors that an address means.
pub(super) fn read_selection(query: &str) -> Selection {
    let parts = Parts::of(query);
    Selection {
        schools: parts.all("school").map(SchoolId::from).collect(),
        from: parts.read("from"),
        to: parts.read("to"),
        grades: parts.text("grades").and_then(read_grades),
        subject: parts.text("subject").map(Into::into),
        group: parts.text("group").map(Into::into),
        person: (parts.text("by").map(|id| Person::Observer(id.into())))
            .or_else(|| parts.text("teacher").map(|id| Person::Teacher(id.into()))),
        strand: parts.text("strand").map(Into::into),
        autonomy: parts.word("autonomy"),
        flagged: parts.word("flags").unwrap_or_default(),
        sources: Sources { paper: parts.text("paper") != Some("no"), imported: parts.text("imported") != Some("no") },
        drill: parts.text("look-for").map(|look_for| Drill {
            look_for: LookForId::from(look_for),
            version: parts.read("version"),
            outcome: parts.word("outcome"),
        }),
    }
}

/// A selection as [`read_selection`] reads it, `?` included; empty for the default.
pub(super) fn write_selection(selection: &Selection) -> String {
    let mut written = Written::default();
    written.selection(selection);
    written.finish()
}

/// Which visits the list shows.
pub(super) fn read_filter(query: &str) -> VisitFilter {
    let parts = Parts::of(query);
    VisitFilter {
        selection: read_selection(query),
        words: parts.text("words").unwrap_or_default().to_owned(),
        observer: parts.text("observer").map(Into::into),
        progress: parts.word("progress").unwrap_or_default(),
    }
}

/// A filter as [`read_filter`] reads it.
pub(super) fn write_filter(filter: &VisitFilter) -> String {
    let mut written = Written::default();
    written.selection(&filter.selection);
    written.text("words", &filter.words);
    written.shown("observer", filter.observer.as_ref());
    written.word("progress", filter.progress);
    written.finish()
}

/// How Compare is drawn.
pub(super) fn read_view(query: &str) -> CompareView {
    let parts = Parts::of(query);
    CompareView { table: parts.text("view") == Some("table"), order: parts.word("order").unwrap_or_default() }
}

/// A selection and a view as [`read_selection`] and [`read_view`] read them.
pub(super) fn write_compare(selection: &Selection, view: CompareView) -> String {
    let mut written = Written::default();
    written.selection(selection);
    if view.table {
        written.text("view", "table");
    }
    written.word("order", view.order);
    written.finish()
}

/// The check date; `None` for how it stands so far.
pub(super) fn read_check(query: &str) -> Option<Date> {
    Parts::of(query).read("on")
}

/// A selection and a check date as [`read_selection`] and [`read_check`] read them.
pub(super) fn write_check(selection: &Selection, on: Option<Date>) -> String {
    let mut written = Written::default();
    written.selection(selection);
    written.shown("on", on);
    written.finish()
}

/// How Trends is drawn.
pub(super) fn read_trends(query: &str) -> TrendsView {
    let parts = Parts::of(query);
    let usual = TrendsView::default();
    TrendsView {
        period: parts.word("period").unwrap_or(usual.period),
        start: parts.read("start"),
        show: match (parts.text("show"), parts.text("only")) {
            (_, Some(look_for)) => Shown::One(look_for.into()),
            (Some("all"), None) => Shown::All,
            (_, None) => Shown::Focus,
        },
    }
}

/// A selection and a view as [`read_selection`] and [`read_trends`] read them.
pub(super) fn write_trends(selection: &Selection, view: &TrendsView) -> String {
    let mut written = Written::default();
    written.selection(selection);
    written.word("period", view.period);
    written.shown("start", view.start);
    match &view.show {
        Shown::Focus => {}
        Shown::All => written.text("show", "all"),
        Shown::One(look_for) => written.text("only", look_for.as_str()),
    }
    written.finish()
}

/// The two selections that are held against each other: the first stands in the second's query as one value.
pub(super) fn read_contrast(query: &str) -> (Selection, Selection) {
    let before = Parts::of(query).text("against").map(read_selection).unwrap_or_default();
    (before, read_selection(query))
}

/// Two selections as [`read_contrast`] reads them.
pub(super) fn write_contrast(before: &Selection, after: &Selection) -> String {
    let mut written = Written::default();
    written.selection(after);
    written.text("against", &write_selection(before));
    written.finish()
}

/// How schools stand side by side.
pub(super) fn read_schools(query: &str) -> SchoolsView {
    let parts = Parts::of(query);
    let sort = match (parts.text("gap"), parts.text("sort")) {
        (Some(look_for), _) => SchoolOrder::Gap(look_for.into()),
        (None, Some("visits")) => SchoolOrder::Visits,
        (None, _) => SchoolOrder::Name,
    };
    SchoolsView { all: parts.text("show") == Some("all"), sort }
}

/// A selection and a view as [`read_selection`] and [`read_schools`] read them.
pub(super) fn write_schools(selection: &Selection, view: &SchoolsView) -> String {
    let mut written = Written::default();
    written.selection(selection);
    if view.all {
        written.text("show", "all");
    }
    match &view.sort {
        SchoolOrder::Name => {}
        SchoolOrder::Visits => written.text("sort", "visits"),
        SchoolOrder::Gap(look_for) => written.text("gap", look_for.as_str()),
    }
    written.finish()
}

/// `3..5`, the lower grade first.
fn read_grades(text: &str) -> Option<(Grade, Grade)> {
    let (low, high) = text.split_once("..")?;
    let (low, high) = (low.parse().ok()?, high.parse().ok()?);
    (low <= high).then_some((Grade(low), Grade(high)))
}

/// A query, taken apart. Where a name stands twice and only one can be meant, the first one is.
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// Every value with this name that says something.
    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter(move |(known, _)| known == name);
        named.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    fn read<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }

    fn word<T: Word>(&self, name: &str) -> Option<T> {
        let word = self.text(name)?;
        T::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }
}

/// A query, put together.
#[derive(Default)]
struct Written(Vec<(&'static str, String)>);

impl Written {
    fn selection(&mut self, selection: &Selection) {
        for school in &selection.schools {
            self.text("school", school.as_str());
        }
        self.shown("from", selection.from);
        self.shown("to", selection.to);
        if let Some((Grade(low), Grade(high))) = selection.grades {
            self.text("grades", &format!("{low}..{high}"));
        }
        self.shown("subject", selection.subject.as_ref());
        self.shown("group", selection.group.as_ref());
        match &selection.person {
            Some(Person::Observer(id)) => self.text("by", id.as_str()),
            Some(Person::Teacher(id)) => self.text("teacher", id.as_str()),
            None => {}
        }
        self.shown("strand", selection.strand.as_ref());
        if let Some(autonomy) = selection.autonomy {
            self.word("autonomy", autonomy);
        }
        self.word("flags", selection.flagged);
        if !selection.sources.paper {
            self.text("paper", "no");
        }
        if !selection.sources.imported {
            self.text("imported", "no");
        }
        if let Some(drill) = &selection.drill {
            self.text("look-for", drill.look_for.as_str());
            self.shown("version", drill.version);
            if let Some(outcome) = drill.outcome {
                self.word("outcome", outcome);
            }
        }
    }

    fn text(&mut self, name: &'static str, value: &str) {
        if !value.is_empty() {
            self.0.push((name, value.to_owned()));
        }
    }

    fn shown(&mut self, name: &'static str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.text(name, &value.to_string());
        }
    }

    /// A value that has no word is the default.
    fn word<T: Word>(&mut self, name: &'static str, value: T) {
        if let Some((word, _)) = T::WORDS.iter().find(|(_, known)| *known == value) {
            self.text(name, word);
        }
    }

    fn finish(self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let mut query = Serializer::for_suffix(String::from("?"), 1);
        query.extend_pairs(self.0);
        query.finish()
    }
}

#[cfg(test)]
mod tests;

//! What the editor of the framework says: how a look-for is observed, what a version changes, what is wrong.

use domain::framework::{
    Autonomy, CannotDraft, Difference, Draft, Kind, LeftOut, LookFor, LookForChange, NotAFramework, Unfit, WhyLeftOut,
};
use domain::id::LookForId;

use super::fields::{KindOf, Wrong};
use crate::pages::framework::look_for::{kind as kind_in_words, segments};
use crate::pages::words::{failure as network, quoted};
use crate::state::DraftFailure;
use crate::text::Text;

pub(super) fn kind(kind: KindOf) -> &'static str {
    match kind {
        KindOf::Presence => "draft-kind-presence",
        KindOf::Count => "draft-kind-count",
        KindOf::Duration => "draft-kind-duration",
        KindOf::Interval => "draft-kind-interval",
        KindOf::Rating => "draft-kind-rating",
    }
}

pub(super) fn wrong(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Text => "draft-wrong-text",
        Wrong::Level(_) => "draft-wrong-level",
    }
}

/// How it is observed and what schools may do with it, in one line.
pub(super) fn summary(text: &Text, look_for: &LookFor) -> String {
    let kind = match &look_for.kind {
        Kind::Presence => KindOf::Presence,
        Kind::Count => KindOf::Count,
        Kind::Duration => KindOf::Duration,
        Kind::Interval { .. } => KindOf::Interval,
        Kind::Rating { .. } => KindOf::Rating,
    };
    let parts = [text.get(self::kind(kind)), text.get(autonomy(look_for.autonomy))];
    let when = (!look_for.segments.is_empty()).then(|| segments(text, &look_for.segments));
    parts.into_iter().chain(when).collect::<Vec<_>>().join(" · ")
}

fn autonomy(autonomy: Autonomy) -> &'static str {
    match autonomy {
        Autonomy::NonNegotiable => "draft-autonomy-fixed",
        Autonomy::Adaptable => "draft-autonomy-open",
    }
}

/// Everything that a look-for says beside its text.
pub(in crate::pages) fn particulars(text: &Text, look_for: &LookFor) -> Vec<(String, String)> {
    let mut all = vec![
        (text.get("draft-short"), look_for.short.clone()),
        (text.get("draft-hint"), look_for.hint.clone().unwrap_or_default()),
        (text.get("draft-examples"), look_for.examples.join("; ")),
        (text.get("framework-kind"), kind_in_words(text, &look_for.kind)),
        (text.get("draft-autonomy"), text.get(autonomy(look_for.autonomy))),
        (text.get("framework-segments"), segments(text, &look_for.segments)),
    ];
    if let Kind::Rating { levels, shown_from } = &look_for.kind {
        let named = (1_usize..).zip(levels).map(|(number, level)| {
            let name = [("number", number.into()), ("name", level.name.as_str().into())];
            let shown = number == usize::from(*shown_from);
            let name = text.with(if shown { "framework-level-shown" } else { "framework-level" }, name);
            format!("{name}: {}", level.descriptor)
        });
        all.push((text.get("draft-levels"), named.collect::<Vec<_>>().join("; ")));
    }
    all
}

/// How a version changes a look-for.
pub(super) fn how(text: &Text, change: &LookForChange) -> String {
    let one = |difference: &Difference| match difference {
        Difference::Added => text.get("draft-added"),
        Difference::Succeeds { before, counts } => {
            let words = [("n", before.len().into()), ("before", quoted(text, before).into())];
            text.with(if *counts { "draft-succeeds-counted" } else { "draft-succeeds-apart" }, words)
        }
        Difference::Removed => text.get("draft-removed"),
        Difference::SucceededBy { after } => text.with("draft-succeeded-by", [("after", quoted(text, after).into())]),
        Difference::Reworded { before } => text.with("draft-reworded", [("before", before.as_str().into())]),
        Difference::Rule => text.get("draft-rule"),
        Difference::Segments => text.get("draft-segments-changed"),
        Difference::Succession => text.get("draft-succession-changed"),
        Difference::Moved { from } => text.with("draft-moved-from", [("from", from.as_str().into())]),
        Difference::Autonomy => text.get("draft-autonomy-changed"),
        Difference::Hint => text.get("draft-hint-changed"),
    };
    change.how.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Why observers could not use it.
pub(super) fn unfit(text: &Text, unfit: &Unfit, draft: Option<&Draft>) -> String {
    let named = |message: &str, id: &LookForId| {
        let found = draft.and_then(|draft| draft.look_for(id)).map(|(_, one)| one.text.clone());
        text.with(message, [("name", found.unwrap_or_else(|| id.to_string()).into())])
    };
    match unfit {
        Unfit::Twice(id) => named("draft-unfit-twice", id),
        Unfit::Levels(id) => named("draft-unfit-levels", id),
        Unfit::Interval(id) => named("draft-unfit-interval", id),
        Unfit::NoText(id) => {
            let strand = draft.and_then(|draft| {
                let (strand, _) = draft.look_for(id)?;
                draft.strands.iter().find(|one| one.id == *strand)
            });
            let strand = strand.map_or_else(|| id.to_string(), |strand| strand.name.clone());
            text.with("draft-unfit-text", [("strand", strand.into())])
        }
        Unfit::StrandTwice(id) => text.with("draft-unfit-strand", [("name", id.to_string().into())]),
        Unfit::StillThere(id) => named("draft-unfit-still-there", id),
        Unfit::CountedAsPart(id) => {
            let part = draft.and_then(|draft| draft.look_fors().find(|(_, one)| one.comes_from(id)));
            let part = part.map_or_else(|| id.to_string(), |(_, one)| one.text.clone());
            text.with("draft-unfit-part", [("name", part.into())])
        }
        Unfit::NoTitle => text.get("draft-unfit-title"),
        Unfit::Empty => text.get("draft-unfit-empty"),
    }
}

/// Why a step did not work.
pub(super) fn failure(text: &Text, failure: &DraftFailure, draft: Option<&Draft>) -> String {
    match failure {
        DraftFailure::Cannot(CannotDraft::NoTag | CannotDraft::Changed(None)) => text.get("draft-gone"),
        DraftFailure::Cannot(CannotDraft::Changed(Some(_))) => text.get("draft-changed"),
        DraftFailure::Cannot(CannotDraft::Overtaken { newest }) => {
            text.with("draft-overtaken", [("version", (*newest).into())])
        }
        DraftFailure::Cannot(CannotDraft::TooEarly { from }) => {
            text.with("draft-too-early", [("date", text.full_date(*from).into())])
        }
        DraftFailure::Cannot(CannotDraft::Unfit(why)) => unfit(text, why, draft),
        DraftFailure::Cannot(CannotDraft::Same) => text.get("draft-same"),
        DraftFailure::File(NotAFramework::OtherFormat) => text.get("draft-file-other"),
        DraftFailure::File(NotAFramework::NoColumns(columns)) => {
            text.with("draft-file-columns", [("n", columns.len().into()), ("columns", columns.join(", ").into())])
        }
        DraftFailure::File(NotAFramework::NotText(line)) => {
            text.with("draft-file-text", [("line", line.to_string().into())])
        }
        DraftFailure::File(NotAFramework::Newer(_)) => text.get("draft-file-newer"),
        DraftFailure::File(NotAFramework::Json { line, column, what }) => {
            let words = [
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("what", what.as_str().into()),
            ];
            text.with("draft-file-json", words)
        }
        DraftFailure::Network(failure) => network(text, *failure),
    }
}

/// Which item of a package or row of a table is left out, and why.
pub(super) fn left_out(text: &Text, one: &LeftOut) -> String {
    let why = match &one.why {
        WhyLeftOut::NoIdentifier => text.get("draft-left-out-identifier"),
        WhyLeftOut::NoStatement => text.get("draft-left-out-statement"),
        WhyLeftOut::Twice => text.get("draft-left-out-twice"),
        WhyLeftOut::Circle => text.get("draft-left-out-circle"),
        WhyLeftOut::NoStrand => text.get("draft-left-out-strand"),
        WhyLeftOut::NotOneOf { value, can } => {
            text.with("draft-left-out-one-of", [("value", value.as_str().into()), ("can", can.join(", ").into())])
        }
        WhyLeftOut::NotANumber { value, least, most } => {
            let range = [("value", value.as_str().into()), ("least", (*least).into()), ("most", (*most).into())];
            text.with("draft-left-out-number", range)
        }
        WhyLeftOut::Levels => text.get("draft-left-out-levels"),
    };
    let number = ("number", one.number.to_string().into());
    match &one.column {
        Some(column) => {
            text.with("draft-left-out-row", [number, ("column", column.as_str().into()), ("why", why.into())])
        }
        None => text.with("draft-left-out-item", [number, ("why", why.into())]),
    }
}

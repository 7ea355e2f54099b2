//! What a link from Compare narrows the list to, beyond the filters that the list has of its own.

use domain::compare::{Drill, Flagged, Selection, Sources};

use crate::pages::held::Held;
use crate::pages::narrow::{Offered, outcome, said};
use crate::text::Text;

/// "Learning goal: not shown", or the look-for alone.
pub(super) fn words(text: &Text, held: &Held, drill: &Drill) -> String {
    let frameworks = &held.documents.frameworks;
    let named = drill.version.and_then(|version| frameworks.get(&version));
    let known = named.into_iter().chain(frameworks.values()).find_map(|version| version.look_for(&drill.look_for));
    let name = known.map_or_else(|| drill.look_for.to_string(), |look_for| look_for.short.clone());
    match drill.outcome {
        Some(ended) => {
            let how = outcome(text, ended);
            text.with("visits-drill", [("look-for", name.into()), ("outcome", how.into())])
        }
        None => name,
    }
}

/// The parts of a selection for which the list has no filter, in words: one chip takes them all off.
pub(super) fn others(text: &Text, offered: &Offered, selection: &Selection) -> Option<String> {
    let rest = Selection { grades: None, subject: None, strand: None, autonomy: None, ..selection.clone() };
    let words = said(text, offered, &rest);
    (!words.is_empty()).then(|| words.join(", "))
}

/// Takes off what [`others`] says.
pub(super) fn widen(selection: &mut Selection) {
    selection.group = None;
    selection.flagged = Flagged::Count;
    selection.sources = Sources::default();
}

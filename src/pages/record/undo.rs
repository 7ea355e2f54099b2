use domain::framework::Framework;
use domain::visit::Act;

use super::names::{answer_name, flag_name, segment_name, short_name};
use crate::text::Text;

/// What the undo button takes back, in a few words: "not seen", "+1 Open questions".
pub(crate) fn undo_name(text: &Text, framework: &Framework, act: &Act) -> String {
    let short = |look_for| short_name(framework, look_for);
    let named = |id: &str, look_for| text.with(id, [("look-for", short(look_for).into())]);
    match act {
        Act::Answer(_, Some(answer)) => answer_name(text, *answer),
        Act::Answer(look_for, None) => named("undo-cleared", look_for),
        Act::Tap(look_for) => named("undo-tap", look_for),
        Act::Untap(look_for) => named("undo-untap", look_for),
        Act::StartTimer(look_for) => named("undo-timer-start", look_for),
        Act::StopTimer(look_for) => named("undo-timer-stop", look_for),
        Act::TimedAfterwards(look_for, _) => named("undo-time", look_for),
        Act::Snapshot(look_for, _) | Act::TakeBackSnapshot(look_for) => named("undo-snapshot", look_for),
        Act::Note { .. } => text.get("undo-note"),
        Act::Segment(segment) | Act::NotSegment(segment) => segment_name(text, *segment),
        Act::Flag(flag, _) => flag_name(text, *flag),
        Act::Present(_) => text.get("undo-present"),
        Act::Context(_) => text.get("undo-context"),
        Act::Pause | Act::PauseSince(_) => text.get("undo-pause"),
        Act::Resume => text.get("undo-resume"),
        Act::Nothing => text.get("undo-nothing"),
        Act::Finish(_) => text.get("undo-finish"),
        Act::Reopen => text.get("undo-reopen"),
        Act::Discard(_) => text.get("undo-discard"),
        Act::Strength(_) => text.get("undo-strength"),
        Act::Question(_) => text.get("undo-question"),
        Act::Choose(_) => text.get("undo-choice"),
    }
}

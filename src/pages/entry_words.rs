//! One entry of a visit in words: what was set, and to what.

use domain::edit::Body;
use domain::framework::Framework;
use domain::id::{LookForId, SchoolId};
use domain::time::UtcOffset;
use domain::visit::{Change, Field, Setting, Snapshot, What};

use crate::pages::record::{Names, answer_name, flag_name, join, segment_name, short_name};
use crate::pages::words;
use crate::state::Model;

/// What the words of a visit's entries depend on.
pub(crate) struct EntryWords<'a> {
    pub(crate) model: &'a Model,
    /// What the visit is recorded against, if that is here.
    pub(crate) framework: Option<&'a Framework>,
    pub(crate) school: &'a SchoolId,
    /// Where the visit was.
    pub(crate) offset: UtcOffset,
}

impl EntryWords<'_> {
    /// What an edit says: "Learning goal: Seen".
    pub(crate) fn body(&self, body: &Body) -> String {
        let text = &self.model.text;
        match body {
            Body::Visit(_, Change::Set { setting, .. }) => {
                let (field, value) = (self.field(&setting.field()), self.setting(setting));
                text.with("entry-set", [("field", field.into()), ("value", value.into())])
            }
            Body::Visit(_, Change::Add(_, mark)) => {
                let at = text.clock(mark.at, self.offset);
                text.with("entry-mark", [("what", self.mark(&mark.what).into()), ("at", at.into())])
            }
            Body::Visit(_, Change::Void(_)) => text.get("entry-void"),
            Body::Unknown(_) => text.get("entry-unknown"),
        }
    }

    fn mark(&self, what: &What) -> String {
        let text = &self.model.text;
        let of = |message, look_for| text.with(message, [("look-for", self.look_for(look_for).into())]);
        match what {
            What::Tap(look_for) => of("entry-tap", look_for),
            What::TimerStart(look_for) => of("entry-timer-start", look_for),
            What::TimerStop(_) => text.get("entry-timer-stop"),
            What::Pause => text.get("entry-pause"),
            What::Resume(_) => text.get("entry-resume"),
            What::Segment(segment) => {
                let (field, value) = (text.get("recorder-segment-label"), segment_name(text, *segment));
                text.with("entry-set", [("field", field.into()), ("value", value.into())])
            }
        }
    }

    fn look_for(&self, id: &LookForId) -> String {
        self.framework.map_or_else(|| id.to_string(), |framework| short_name(framework, id))
    }

    /// What a setting is about.
    pub(crate) fn field(&self, field: &Field) -> String {
        let text = &self.model.text;
        match field {
            Field::Answer(look_for) | Field::Snapshot(look_for, _) => self.look_for(look_for),
            Field::Begin => text.get("visit-field-begin"),
            Field::Context => text.get("visit-field-context"),
            Field::Note(_) => text.get("recorder-note"),
            Field::Flag(flag) => flag_name(text, *flag),
            Field::Present => text.get("recorder-students-present"),
            Field::Nothing => text.get("visit-nothing"),
            Field::Finished => text.get("visit-field-finished"),
            Field::Discarded => text.get("visit-field-discarded"),
            Field::Strength => text.get("visit-strength"),
            Field::Question => text.get("visit-question"),
            Field::Seat => text.get("calibration-code"),
        }
    }

    /// Its value.
    pub(crate) fn setting(&self, setting: &Setting) -> String {
        let text = &self.model.text;
        let offset = self.offset;
        let yes_no = |yes: bool| if yes { text.get("recorder-yes") } else { text.get("recorder-no") };
        let or_empty = |words: &str| if words.is_empty() { text.get("visit-value-empty") } else { words.to_owned() };
        match setting {
            Setting::Answer(_, answer) => {
                answer.map_or_else(|| text.get("visit-left-blank"), |answer| answer_name(text, answer))
            }
            Setting::Snapshot(_, _, None) | Setting::Note(_, None) | Setting::Present(None) => {
                text.get("visit-value-empty")
            }
            Setting::Snapshot(_, _, Some(taken)) => match taken.what {
                Snapshot::Happening(yes) => yes_no(yes),
                Snapshot::Students { present, not_doing } => {
                    text.with("visit-value-students", [("n", not_doing.into()), ("of", present.into())])
                }
            },
            Setting::Begin(begin) => words::date_and_time(text, begin.at, begin.offset),
            Setting::Context(context) => {
                let names = Names::new(self.model, self.school);
                join([names.lesson(context), names.adults(context)])
            }
            Setting::Note(_, Some(note)) => note.what.text.clone(),
            Setting::Flag(_, on) => yes_no(*on),
            Setting::Present(Some(present)) => present.to_string(),
            Setting::Nothing(nothing) => yes_no(*nothing),
            Setting::Finished(at) => at.map_or_else(|| text.get("visit-open"), |at| text.clock(at, offset)),
            Setting::Discarded(discarded) => yes_no(*discarded),
            Setting::Strength(words) | Setting::Question(words) => or_empty(words),
            Setting::Seat(seat) => {
                or_empty(&join(seat.session.iter().map(ToString::to_string).chain(seat.watcher.clone())))
            }
        }
    }
}

use super::against::Who;
use crate::device::Intent;
use crate::id::{Bits128, LookForId, MarkId, NoteId, VisitId};
use crate::time::{MINUTE, Millis};
use crate::visit::{Answer, Begin, Context, Note, Placed, Setting, What};

/// A visit that a row describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The visit's id, for this source and school: its first seven bytes say who was where and when, by the words of the
    /// row; the eighth goes on from there with each time that the row was undone; the last eight say what the whole row
    /// holds. So the same row is the same visit, and a changed row is known again.
    pub id: VisitId,
    /// How it began.
    pub begin: Begin,
    /// Whose lesson it was.
    pub context: Context,
    /// When it ended; its beginning where no minutes are known.
    pub finished: Millis,
    pub(super) entries: Vec<Entry>,
    /// The first bytes of the ids that earlier mappings of the source would have given it.
    pub(super) known_as: Vec<Who>,
}

/// What a cell says of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    Answer(LookForId, Answer),
    /// Occurrences of a count.
    Times(LookForId, u16),
    /// Minutes of a duration.
    Minutes(LookForId, u16),
    Note(String),
}

impl Incoming {
    /// What to record: ordinary intents, the same for the same row.
    #[must_use]
    pub fn intents(&self) -> Vec<Intent> {
        let at = self.begin.at;
        let mut intents =
            vec![Intent::Set(Setting::Begin(self.begin.clone())), Intent::Set(Setting::Context(self.context.clone()))];
        for (place, entry) in self.entries.iter().enumerate() {
            let id = |number: u16| self.made(place, number);
            match entry {
                Entry::Answer(look_for, answer) => {
                    intents.push(Intent::Set(Setting::Answer(look_for.clone(), Some(*answer))));
                }
                Entry::Times(look_for, times) => {
                    let tap =
                        |number| Intent::Add(MarkId(id(number)), Placed { at, what: What::Tap(look_for.clone()) });
                    intents.extend((0..*times).map(tap));
                }
                Entry::Minutes(look_for, minutes) => {
                    let start = MarkId(id(0));
                    let end = at.plus(i64::from(*minutes) * MINUTE);
                    intents.push(Intent::Add(start, Placed { at, what: What::TimerStart(look_for.clone()) }));
                    intents.push(Intent::Add(MarkId(id(1)), Placed { at: end, what: What::TimerStop(start) }));
                }
                Entry::Note(text) => {
                    let note = Note { about: None, text: text.clone() };
                    intents.push(Intent::Set(Setting::Note(NoteId(id(0)), Some(Placed { at, what: note }))));
                }
            }
        }
        intents.push(Intent::Set(Setting::Finished(Some(self.finished))));
        intents
    }

    fn made(&self, place: usize, number: u16) -> Bits128 {
        Bits128::hash(&[&self.id.0.0, &(place as u64).to_le_bytes(), &number.to_le_bytes()])
    }
}

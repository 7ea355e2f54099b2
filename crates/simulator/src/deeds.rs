//! What people do on their tablets, as the app does it.

use domain::device::{Documents, Intent, Kept};
use domain::framework::Segment;
use domain::id::{DocumentHash, MarkId, SchoolId, VisitId};
use domain::merge::VisitState;
use domain::permission::{Action, Me};
use domain::time::{UtcOffset, local};
use domain::visit::{Act, Answer, Begin, Context, Place, Placed, Source, Visit, What};

use crate::disk::DiskFailure;
use crate::district::{VERSIONS, hash};
use crate::step::Deed;
use crate::tablet::at_once;
use crate::world::Everything;

/// More taps than a push holds.
const MANY: usize = 501;

impl Everything {
    /// The visits that are on a tablet.
    fn known(&self, tablet: usize) -> Vec<(SchoolId, VisitId, Kept)> {
        let tablet = &self.tablets[tablet];
        let found =
            |(school, visit): &(SchoolId, VisitId)| Some((school.clone(), *visit, tablet.visit(school, *visit)?));
        self.visits.iter().filter_map(found).collect()
    }

    pub(crate) fn act(&mut self, tablet: usize, deed: Deed, which: usize) {
        let me = self.me(tablet);
        if matches!(deed, Deed::Begin | Deed::BeginAhead) {
            let version = match deed {
                Deed::BeginAhead => hash(1 + u32::try_from(which).unwrap_or(0) % VERSIONS),
                _ => self.newest_on(tablet),
            };
            let school = me.schools[which % me.schools.len()].clone();
            let visit = VisitId::from(self.tablets[tablet].fresh());
            let intents = self.beginning(tablet, &me, &school, version, which);
            if self.record(tablet, &me, (&school, visit), &intents, None) {
                self.visits.push((school, visit));
            }
            return;
        }
        let known = self.known(tablet);
        let Some((school, visit, kept)) = known.get(which.checked_rem(known.len()).unwrap_or(0)) else { return };
        let Some(view) = Visit::read(*visit, &kept.state) else { return };
        // The app does not offer what a role does not allow. Tried all the same, it is refused; but a server that was rewound
        // and has not heard yet whose visit it is takes it, and after a second rewind refuses it, while other tablets have it.
        let allowed = view.begin.observer == me.account || me.may(Action::EditOthersVisit, school);
        if self.will_rewind && !allowed {
            return;
        }
        if deed == Deed::Sketch {
            let outcome = self.tablets[tablet].sketch(school, *visit);
            self.ran.newer += u64::from(self.note(tablet, outcome));
            return;
        }
        let intents = self.intents(tablet, deed, which, &view, &kept.state);
        if !intents.is_empty() {
            self.record(tablet, &me, (school, *visit), &intents, Some(&kept.state));
        }
    }

    fn newest_on(&self, tablet: usize) -> DocumentHash {
        let documents = at_once(Documents::read(&*self.tablets[tablet].disk)).unwrap_or_default();
        let newest = documents.frameworks.iter().max_by_key(|(_, framework)| framework.version);
        newest.map_or_else(|| hash(1), |(hash, _)| *hash)
    }

    fn beginning(
        &self,
        tablet: usize,
        me: &Me,
        school: &SchoolId,
        framework: DocumentHash,
        which: usize,
    ) -> Vec<Intent> {
        let tablet = &self.tablets[tablet];
        let (at, offset) = (tablet.clock.now(), UtcOffset(-360));
        let begin = Begin {
            school: school.clone(),
            observer: me.account.clone(),
            framework,
            at,
            date: local(at, offset).0,
            offset,
            source: Source::Live,
        };
        let classroom = Place::Known(format!("room-{}", which % 5).as_str().into());
        let context = Context { classroom, lead: None, others: vec![], grade: None, subject: None, groups: vec![] };
        Act::begin(begin, context, Segment::Middle, || tablet.fresh())
    }

    fn intents(&self, tablet: usize, deed: Deed, which: usize, view: &Visit, state: &VisitState) -> Vec<Intent> {
        let tablet = &self.tablets[tablet];
        let now = tablet.clock.now();
        let tap = || Intent::Add(MarkId::from(tablet.fresh()), Placed { at: now, what: What::Tap("turns".into()) });
        let act = match deed {
            Deed::Begin | Deed::BeginAhead | Deed::Sketch => return Vec::new(),
            Deed::Tap => return vec![tap()],
            Deed::TapOn => return (0..MANY).map(|_| tap()).collect(),
            Deed::Void => {
                let taps: Vec<MarkId> =
                    state.marks().filter(|(_, mark)| matches!(mark.what, What::Tap(_))).map(|(id, _)| id).collect();
                return taps
                    .get(which.checked_rem(taps.len()).unwrap_or(0))
                    .map(|tap| Intent::Void(*tap))
                    .into_iter()
                    .collect();
            }
            Deed::Answer => {
                let answer = [Answer::Seen, Answer::NotSeen, Answer::NotApplicable][which % 3];
                Act::Answer("goal".into(), Some(answer))
            }
            Deed::Note => {
                let id = view.notes.get(which % 3).map(|(id, _)| *id);
                Act::Note { id, at: None, about: None, text: format!("note {which}") }
            }
            Deed::Finish => Act::Finish(now),
            Deed::Discard => Act::Discard(which.is_multiple_of(2)),
        };
        act.intents(view, now, || tablet.fresh())
    }

    /// Whether it is stored.
    fn record(
        &mut self,
        tablet: usize,
        me: &Me,
        (school, visit): (&SchoolId, VisitId),
        intents: &[Intent],
        before: Option<&VisitState>,
    ) -> bool {
        let outcome = self.tablets[tablet].record(me, school, visit, intents);
        let stored = self.note(tablet, outcome);
        if let (true, Some(before)) = (stored, before) {
            for intent in intents {
                if let Intent::Set(setting) = intent {
                    let field = setting.field();
                    let seen = before.values(&field).into_iter().map(|(change, _)| change).collect();
                    self.replaced.push((visit, field, seen));
                }
            }
        }
        stored
    }

    /// Takes down what a tablet has written, whether or not anybody heard that it has. Whether there was anything new.
    fn note(&mut self, tablet: usize, outcome: Result<(), DiskFailure>) -> bool {
        let mut stored = false;
        for edit in self.tablets[tablet].outbox() {
            stored |= self.written.insert(edit.change(), edit).is_none();
        }
        if outcome == Err(DiskFailure::Died) {
            self.tablets[tablet].reboot();
        }
        stored
    }
}

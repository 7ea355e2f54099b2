//! Where in a visit something belongs: what is written down afterwards, how far in a note was, when a prompt is due.

use super::record::Source;
use super::view::Visit;
use crate::framework::{Kind, LookFor};
use crate::time::{MINUTE, Millis};

impl Visit {
    /// The moment at which something that is recorded at `now` counts: `now` while the visit is open, its end when it
    /// is over, and its beginning when it comes from paper, which says nothing about minutes.
    #[must_use]
    pub fn moment(&self, now: Millis) -> Millis {
        match self.begin.source {
            Source::Paper | Source::Imported => self.begin.at,
            Source::Live | Source::Calibration => self.end(now),
        }
    }

    /// Whether its minutes were written on paper: it has its beginning and end before its first mark.
    #[must_use]
    pub fn is_from_paper(&self) -> bool {
        self.begin.source == Source::Paper
    }

    /// Whether it is recorded as it happens, so that clocks run and prompts come due.
    #[must_use]
    pub fn is_live(&self) -> bool {
        let clock_ran = matches!(self.begin.source, Source::Live | Source::Calibration);
        clock_ran && self.finished.is_none() && !self.discarded
    }

    /// Milliseconds watched from the beginning up to a moment: the minute that a note is stamped with.
    #[must_use]
    pub fn watched_by(&self, at: Millis) -> i64 {
        let end = self.end(at);
        self.watched_within(&[(self.begin.at, at.clamp(self.begin.at, end))], at)
    }

    /// The moment after which so many seconds have been watched, pauses left out.
    #[must_use]
    pub fn after_watching(&self, seconds: u32) -> Millis {
        let mut at = self.begin.at.plus(i64::from(seconds) * 1_000);
        for pause in &self.pauses {
            if pause.from < at {
                at = at.plus(pause.to.map_or(0, |to| to.since(pause.from)));
            }
        }
        at
    }

    /// When an interval look-for is to be looked at next: so many minutes after its last snapshot, or after the
    /// beginning, less what was paused since. `None` for other kinds.
    #[must_use]
    pub fn next_prompt(&self, look_for: &LookFor) -> Option<Millis> {
        let Kind::Interval { every_minutes, .. } = look_for.kind else {
            return None;
        };
        let taken = self.snapshots.get(&look_for.id).into_iter().flatten();
        let last = taken.map(|(_, snapshot)| snapshot.at).fold(self.begin.at, Millis::max);
        let since = self.pauses.iter().filter(|pause| pause.from >= last);
        let paused: i64 = since.filter_map(|pause| Some(pause.to?.since(pause.from))).sum();
        Some(last.plus(i64::from(every_minutes) * MINUTE + paused))
    }
}

#[cfg(test)]
mod tests {
    use crate::device::Intent;
    use crate::framework::{Ask, Autonomy, Segment};
    use crate::id::{MarkId, VisitId};
    use crate::merge::VisitState;
    use crate::stream::Stream;
    use crate::time::UtcOffset;
    use crate::visit::{Act, Begin, Context, Place, Snapshot};

    use super::*;

    /// A visit that is carried on act by act, as the tablet does it.
    struct Room {
        state: VisitState,
        pen: crate::edit::Pen,
        made: u8,
    }

    impl Room {
        fn begun(source: Source) -> Self {
            let begin = Begin {
                school: "cedar".into(),
                observer: "a".into(),
                framework: Default::default(),
                at: Millis(0),
                date: crate::time::date(2026, 11, 20),
                offset: UtcOffset(0),
                source,
            };
            let context = Context {
                classroom: Place::Described("204".to_owned()),
                lead: None,
                others: vec![],
                grade: None,
                subject: None,
                groups: vec![],
            };
            let pen = crate::edit::Pen::new([1; 16].into(), "a".into());
            let mut room = Self { state: VisitState::default(), pen, made: 0 };
            let intents = Act::begin(begin, context, Segment::Middle, || [0xff; 16]);
            room.write(intents, Millis(0));
            room
        }

        fn act(&mut self, act: Act, minute: i64) -> Visit {
            let now = Millis(minute * MINUTE);
            let mut made = self.made;
            let intents = act.intents(&self.visit(), now, || {
                made += 1;
                [made; 16]
            });
            self.made = made;
            self.write(intents, now);
            self.visit()
        }

        fn write(&mut self, intents: Vec<Intent>, now: Millis) {
            let (stream, visit) = (Stream::School("cedar".into()), VisitId::from([9; 16]));
            for intent in intents {
                let change = match intent {
                    Intent::Add(id, mark) => crate::visit::Change::Add(id, mark),
                    Intent::Void(id) => crate::visit::Change::Void(id),
                    Intent::Set(setting) => self.state.setting(setting),
                };
                let edit = self.pen.write(now, &stream, visit, change).expect("acts are well formed");
                self.state.apply(&edit, None);
            }
        }

        fn visit(&self) -> Visit {
            Visit::read([9; 16].into(), &self.state).expect("the visit has begun")
        }
    }

    fn on_task() -> LookFor {
        LookFor {
            id: "on-task".into(),
            text: String::new(),
            short: String::new(),
            hint: None,
            kind: Kind::Interval { every_minutes: 2, ask: Ask::YesOrNo },
            autonomy: Autonomy::Adaptable,
            segments: vec![],
            examples: Vec::new(),
            succeeds: None,
        }
    }

    #[test]
    fn a_time_from_paper_takes_the_place_of_the_one_before() {
        let mut room = Room::begun(Source::Paper);
        room.act(Act::TimedAfterwards("talk".into(), 300), 900);
        let visit = room.act(Act::TimedAfterwards("talk".into(), 90), 900);
        assert_eq!(visit.run_time(&"talk".into(), Millis(10 * MINUTE)), 90_000);
        let visit = room.act(Act::TimedAfterwards("talk".into(), 0), 900);
        assert_eq!(visit.run_time(&"talk".into(), Millis(10 * MINUTE)), 0);
    }

    #[test]
    fn a_time_written_down_afterwards_is_not_shortened_by_a_pause() {
        let mut room = Room::begun(Source::Live);
        room.act(Act::Pause, 1);
        room.act(Act::Resume, 4);
        room.act(Act::Finish(Millis(10 * MINUTE)), 10);
        let visit = room.act(Act::TimedAfterwards("talk".into(), 120), 30);
        assert_eq!(visit.run_time(&"talk".into(), Millis(30 * MINUTE)), 120_000);
    }

    #[test]
    fn what_is_added_after_the_end_lies_within_the_visit() {
        let mut room = Room::begun(Source::Live);
        room.act(Act::Finish(Millis(5 * MINUTE)), 5);
        let visit = room.act(Act::Tap("open".into()), 60);
        assert_eq!(visit.taps[&"open".into()], [(Millis(5 * MINUTE), MarkId::from([1; 16]))]);
        assert_eq!(visit.last_mark(), Millis(5 * MINUTE));
    }

    #[test]
    fn a_forgotten_pause_reaches_back() {
        let mut room = Room::begun(Source::Live);
        let visit = room.act(Act::PauseSince(Millis(3 * MINUTE)), 20);
        assert_eq!(visit.watched(Millis(25 * MINUTE)), 3 * MINUTE);
        assert_eq!(visit.watched_by(Millis(2 * MINUTE)), 2 * MINUTE);
        assert_eq!(visit.watched_by(Millis(9 * MINUTE)), 3 * MINUTE);
    }

    #[test]
    fn the_segment_chosen_last_holds_even_where_paper_gives_one_moment_for_all() {
        let mut room = Room::begun(Source::Paper);
        let visit = room.act(Act::Segment(Segment::Closing), 900);
        assert_eq!(visit.segment(), Some(Segment::Closing));
        let visit = room.act(Act::NotSegment(Segment::Closing), 901);
        assert_eq!(visit.segments_visited().into_iter().collect::<Vec<_>>(), [Segment::Middle]);
    }

    #[test]
    fn no_clock_runs_in_a_visit_from_paper() {
        let mut room = Room::begun(Source::Paper);
        room.act(Act::StartTimer("talk".into()), 900);
        let visit = room.act(Act::Pause, 901);
        assert!(visit.runs.is_empty() && visit.pauses.is_empty());
    }

    #[test]
    fn a_prompt_is_due_after_its_minutes_and_waits_while_paused() {
        let mut room = Room::begun(Source::Live);
        assert_eq!(room.visit().next_prompt(&on_task()), Some(Millis(2 * MINUTE)));
        let visit = room.act(Act::Snapshot("on-task".into(), Snapshot::Happening(true)), 3);
        assert_eq!(visit.next_prompt(&on_task()), Some(Millis(5 * MINUTE)));
        room.act(Act::Pause, 4);
        let visit = room.act(Act::Resume, 14);
        assert_eq!(visit.next_prompt(&on_task()), Some(Millis(15 * MINUTE)));
    }
}

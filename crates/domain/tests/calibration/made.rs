//! One lesson, made up: its framework, and the records that observers make of it.

use std::collections::BTreeMap;

use domain::calibration::{Said, Session, Sitting, agreed, talking_points};
use domain::device::{Author, Intent, preview};
use domain::framework::{Ask, Autonomy, Framework, Kind, LookFor, Segment, Strand};
use domain::id::{DocumentHash, ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::time::{MINUTE, Millis, UtcOffset, date, local};
use domain::visit::{Act, Answer, Begin, Context, Place, Seat, SessionCode, Setting, Source, Visit};

/// One observer's record, from the second at which they began to watch.
pub(crate) struct Record {
    pub(crate) state: VisitState,
    begun: Millis,
    observer: &'static str,
    next: u8,
}

impl Record {
    pub(crate) fn of(observer: &'static str, second: i64) -> Self {
        Self::on("204", observer, second)
    }

    pub(crate) fn on(room: &str, observer: &'static str, second: i64) -> Self {
        let begun = Millis(1_794_322_800_000 + second * 1_000);
        let next = observer.as_bytes()[0].wrapping_add(u8::try_from(second % 199).unwrap());
        let mut record = Self { state: VisitState::default(), begun, observer, next };
        let begin = Begin {
            school: "cedar".into(),
            observer: observer.into(),
            framework: DocumentHash::default(),
            at: begun,
            date: local(begun, UtcOffset(0)).0,
            offset: UtcOffset(0),
            source: Source::Calibration,
        };
        let classroom = Place::Known(room.into());
        let context = Context { classroom, lead: None, others: vec![], grade: None, subject: None, groups: vec![] };
        let intents = Act::begin(begin, context, Segment::Middle, || record.fresh());
        record.keep(0, &intents);
        record
    }

    fn fresh(&mut self) -> [u8; 16] {
        self.next = self.next.wrapping_add(1);
        let mut bytes = [self.next; 16];
        bytes[0] = self.observer.as_bytes()[0];
        bytes
    }

    pub(crate) fn id(&self) -> VisitId {
        let mut bytes = [self.observer.as_bytes()[0]; 16];
        bytes[8..].copy_from_slice(&self.begun.0.to_be_bytes());
        VisitId::from(bytes)
    }

    pub(crate) fn keep(&mut self, second: i64, intents: &[Intent]) {
        let author = Author { account: self.observer.into(), fresh: ReplicaId::from(self.fresh()) };
        let (stream, now) = (Stream::School("cedar".into()), self.begun.plus(second * 1_000));
        self.state = preview(&self.state, &author, &stream, self.id(), now, intents).0;
    }

    pub(crate) fn act(mut self, second: i64, act: Act) -> Self {
        let visit = Visit::read(self.id(), &self.state).unwrap();
        let intents = act.intents(&visit, self.begun.plus(second * 1_000), || self.fresh());
        self.keep(second, &intents);
        self
    }

    pub(crate) fn answer(self, look_for: &str, answer: Answer) -> Self {
        self.act(60, Act::Answer(look_for.into(), Some(answer)))
    }

    pub(crate) fn taps(self, seconds: &[i64]) -> Self {
        seconds.iter().fold(self, |record, second| record.act(*second, Act::Tap("taps".into())))
    }

    pub(crate) fn seat(mut self, code: Option<&str>, watcher: Option<&str>) -> Self {
        let session = code.map(|code| code.parse::<SessionCode>().unwrap());
        let seat = Seat { session, watcher: watcher.map(ToOwned::to_owned), video: false };
        self.keep(1, &[Intent::Set(Setting::Seat(seat))]);
        self
    }

    pub(crate) fn video(mut self, code: &str) -> Self {
        let seat = Seat { session: code.parse().ok(), watcher: None, video: true };
        self.keep(1, &[Intent::Set(Setting::Seat(seat))]);
        self
    }

    pub(crate) fn finish(self) -> Sitting {
        self.finish_after(10)
    }

    pub(crate) fn finish_after(self, minutes: i64) -> Sitting {
        let end = self.begun.plus(minutes * MINUTE);
        let done = self.act(minutes * 60, Act::Finish(end));
        Sitting::of(&Visit::read(done.id(), &done.state).unwrap(), &framework()).unwrap()
    }
}

pub(crate) fn framework() -> Framework {
    let look_for = |id: &str, kind| LookFor {
        id: id.into(),
        text: String::new(),
        short: String::new(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    };
    let look_fors = vec![
        look_for("goal", Kind::Presence),
        look_for("plan", Kind::Presence),
        look_for("check", Kind::Presence),
        look_for("taps", Kind::Count),
        look_for("talk", Kind::Duration),
        look_for("tasks", Kind::Interval { every_minutes: 2, ask: Ask::NotDoing }),
    ];
    let strands = vec![Strand { id: "all".into(), name: String::new(), look_fors }];
    Framework { title: String::new(), version: 1, effective: date(2026, 8, 1), strands }
}

pub(crate) fn agreement_on(look_for: &str, found: &[Session]) -> domain::calibration::Agreed {
    let framework = framework();
    let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
    let found: Vec<&Session> = found.iter().collect();
    agreed(&found, &frameworks, &framework).into_iter().find(|one| one.look_for.as_str() == look_for).unwrap()
}

pub(crate) fn points(session: &Session) -> Vec<(String, Option<u32>, Vec<Said>)> {
    let framework = framework();
    let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
    let points = talking_points(session, &frameworks, &framework).into_iter();
    points.map(|at| (at.look_for.to_string(), at.minute, at.said.into_iter().map(|(_, said)| said).collect())).collect()
}

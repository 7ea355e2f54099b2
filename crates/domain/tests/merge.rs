//! The laws of the merge, as properties: any order, any grouping and any repetition of edits gives the same state.
//!
//! Ties are made on purpose: few replicas, few moments, few fields and few values, so that most pairs collide.

#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene should fail loudly")]

use domain::edit::{Edit, Pen};
use domain::framework::Segment;
use domain::id::{LookForId, MarkId, NoteId, ReplicaId, SnapshotId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::time::{DAY, Millis, UtcOffset};
use domain::visit::{Answer, Begin, Change, Flag, Mark, Note, Placed, Setting, Snapshot, Source, Visit, What};
use proptest::prelude::*;

fn visit() -> VisitId {
    VisitId::from([1; 16])
}

fn small_id() -> impl Strategy<Value = [u8; 16]> {
    (0_u8..4).prop_map(|n| [n; 16])
}

fn look_for() -> impl Strategy<Value = LookForId> {
    prop_oneof![Just("goal".into()), Just("turns".into())]
}

fn moment() -> impl Strategy<Value = Millis> {
    (0_i64..4).prop_map(|n| Millis(n * 60_000))
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        look_for().prop_map(What::Tap),
        look_for().prop_map(What::TimerStart),
        small_id().prop_map(|id| What::TimerStop(MarkId::from(id))),
        Just(What::Pause),
        small_id().prop_map(|id| What::Resume(MarkId::from(id))),
        Just(What::Segment(Segment::Middle)),
    ]
}

fn setting() -> impl Strategy<Value = Setting> {
    let begin = moment().prop_map(|at| {
        Setting::Begin(Begin {
            school: "cedar".into(),
            observer: "okafor".into(),
            framework: domain::id::DocumentHash::default(),
            at,
            date: domain::time::local(at, UtcOffset(0)).0,
            offset: UtcOffset(0),
            source: Source::Live,
        })
    });
    let answer = prop_oneof![Just(None), Just(Some(Answer::Seen)), Just(Some(Answer::NotSeen))];
    let snapshot = (0_u16..3).prop_map(|n| Snapshot::Students { present: 3, not_doing: n });
    prop_oneof![
        begin,
        (look_for(), answer).prop_map(|(look_for, answer)| Setting::Answer(look_for, answer)),
        (look_for(), small_id(), moment(), snapshot).prop_map(|(look_for, id, at, what)| {
            Setting::Snapshot(look_for, SnapshotId::from(id), Some(Placed { at, what }))
        }),
        (small_id(), moment(), "[ab]{1,2}").prop_map(|(id, at, text)| {
            Setting::Note(NoteId::from(id), Some(Placed { at, what: Note { about: None, text } }))
        }),
        any::<bool>().prop_map(|on| Setting::Flag(Flag::Test, on)),
        proptest::option::of(moment()).prop_map(Setting::Finished),
        any::<bool>().prop_map(Setting::Discarded),
    ]
}

/// One step of somebody's work.
#[derive(Debug, Clone)]
enum Step {
    Add([u8; 16], Mark),
    Void([u8; 16]),
    /// Replaces what this writer has seen so far.
    Set(Setting),
    /// Sees what the other writer has done so far.
    Hear,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (small_id(), moment(), what()).prop_map(|(id, at, what)| Step::Add(id, Placed { at, what })),
        2 => small_id().prop_map(Step::Void),
        5 => setting().prop_map(Step::Set),
        1 => Just(Step::Hear),
    ]
}

/// Two people write, each at one of few moments, sometimes hearing the other. What the server received when is
/// part of the history, and known only for some edits.
fn history() -> impl Strategy<Value = Vec<(Edit, Option<Millis>)>> {
    let work = (any::<bool>(), moment(), step(), proptest::option::of(moment()));
    proptest::collection::vec(work, 0..24).prop_map(|works| {
        let mut pens = [1_u8, 2].map(|n| Pen::new(ReplicaId::from([n; 16]), format!("person {n}").as_str().into()));
        let mut seen = [VisitState::default(), VisitState::default()];
        let mut edits = Vec::new();
        for (second, at, step, received) in works {
            let (me, other) = (usize::from(second), usize::from(!second));
            let change = match step {
                Step::Add(id, mark) => Change::Add(MarkId::from(id), mark),
                Step::Void(id) => Change::Void(MarkId::from(id)),
                Step::Set(setting) => seen[me].setting(setting),
                Step::Hear => {
                    let theirs = seen[other].clone();
                    seen[me].merge(&theirs);
                    continue;
                }
            };
            let edit = pens[me].write(at, &Stream::School("cedar".into()), visit(), change).unwrap();
            seen[me].apply(&edit, None);
            edits.push((edit, received));
        }
        edits
    })
}

fn fold(edits: &[(Edit, Option<Millis>)]) -> VisitState {
    let mut state = VisitState::default();
    for (edit, received) in edits {
        state.apply(edit, *received);
    }
    state
}

fn shuffled(edits: Vec<(Edit, Option<Millis>)>) -> impl Strategy<Value = Vec<(Edit, Option<Millis>)>> {
    let again = proptest::collection::vec(any::<bool>(), edits.len());
    again.prop_flat_map(move |again| {
        let twice = edits.iter().zip(again).filter(|(_, again)| *again).map(|(edit, _)| edit.clone());
        Just(edits.iter().cloned().chain(twice).collect::<Vec<_>>()).prop_shuffle()
    })
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_gives_the_same_state(
        (edits, other) in history().prop_flat_map(|edits| (Just(edits.clone()), shuffled(edits)))
    ) {
        prop_assert_eq!(fold(&edits), fold(&other));
        prop_assert_eq!(Visit::read(visit(), &fold(&edits)), Visit::read(visit(), &fold(&other)));
    }

    #[test]
    fn the_join_is_commutative_associative_and_idempotent(edits in history(), cut in any::<[prop::sample::Index; 2]>()) {
        let mut cuts = cut.map(|index| index.index(edits.len() + 1));
        cuts.sort_unstable();
        let parts = [&edits[..cuts[0]], &edits[cuts[0]..cuts[1]], &edits[cuts[1]..]].map(fold);
        let join = |one: &VisitState, other: &VisitState| {
            let mut joined = one.clone();
            joined.merge(other);
            joined
        };
        let [a, b, c] = &parts;
        prop_assert_eq!(join(a, b), join(b, a));
        prop_assert_eq!(join(&join(a, b), c), join(a, &join(b, c)));
        prop_assert_eq!(&join(a, a), a);
        prop_assert_eq!(join(&join(a, b), c), fold(&edits), "a join of parts is the fold of the whole");
    }

    #[test]
    fn learning_when_an_edit_was_received_keeps_the_earliest_and_never_a_new_value(edits in history()) {
        let unheard: Vec<_> = edits.iter().map(|(edit, _)| (edit.clone(), None)).collect();
        let mut late = fold(&unheard);
        for (edit, received) in &edits {
            late.apply(edit, *received);
        }
        prop_assert_eq!(late, fold(&edits));
    }

    #[test]
    fn a_saved_state_loads_as_it_was_and_crosses_the_network_as_it_was(edits in history()) {
        let state = fold(&edits);
        let saved = domain::saved::save(&state).unwrap();
        prop_assert_eq!(domain::saved::load(Some(saved)), domain::saved::Loaded::Thing(state.clone()));
        let wire = serde_json::to_string(&state).unwrap();
        prop_assert_eq!(serde_json::from_str::<VisitState>(&wire).unwrap(), state);
    }

    #[test]
    fn time_is_never_negative_and_a_timer_never_outruns_the_watch(edits in history()) {
        let Some(read) = Visit::read(visit(), &fold(&edits)) else { return Ok(()) };
        let now = Millis(DAY);
        let watched = read.watched(now);
        prop_assert!(watched >= 0);
        for look_for in read.runs.keys() {
            let ran = read.run_time(look_for, now);
            prop_assert!((0..=watched).contains(&ran), "{ran} of {watched}");
        }
    }
}

#[test]
fn a_void_that_comes_before_its_mark_takes_effect_when_the_mark_arrives() {
    let mut pen = Pen::new(ReplicaId::from([1; 16]), "okafor".into());
    let (stream, mark) = (Stream::School("cedar".into()), MarkId::from([5; 16]));
    let tap = Placed { at: Millis(1), what: What::Tap("turns".into()) };
    let add = pen.write(Millis(1), &stream, visit(), Change::Add(mark, tap)).unwrap();
    let void = pen.write(Millis(2), &stream, visit(), Change::Void(mark)).unwrap();
    let state = fold(&[(void, None), (add, None)]);
    assert_eq!(state.marks().count(), 0);
}

#[test]
fn a_clock_that_is_ahead_wins_nothing_once_the_server_has_seen_it() {
    let stream = Stream::School("cedar".into());
    let write = |replica: u8, at: Millis, answer| {
        let mut pen = Pen::new(ReplicaId::from([replica; 16]), "okafor".into());
        let set = VisitState::default().setting(Setting::Answer("goal".into(), Some(answer)));
        pen.write(at, &stream, visit(), set).unwrap()
    };
    let ahead = write(1, Millis(30 * DAY), Answer::Seen);
    let right = write(2, Millis(DAY + 5), Answer::NotSeen);
    let state = fold(&[(ahead, Some(Millis(DAY))), (right, Some(Millis(DAY + 6)))]);
    let field = domain::visit::Field::Answer("goal".into());
    assert_eq!(state.shown(&field), Some(&Setting::Answer("goal".into(), Some(Answer::NotSeen))));
}

#[test]
fn a_newer_program_s_change_is_kept_until_it_is_understood() {
    let mut pen = Pen::new(ReplicaId::from([1; 16]), "okafor".into());
    let edit = pen.write(Millis(1), &Stream::District, visit(), Change::Void(MarkId::from([5; 16]))).unwrap();
    let newer = edit.text().replace("\"schema\":2", "\"schema\":9").replace("Void", "Unsay");
    let mut state = VisitState::default();
    state.apply(&Edit::read(newer.clone()).unwrap(), None);
    assert_eq!(state.unknown().collect::<Vec<_>>(), [newer.as_str()]);
    state.understand();
    assert_eq!(state.unknown().count(), 1, "still not understood, still kept");
}

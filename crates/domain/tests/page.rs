//! A pulled page in the saved form.

#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene should fail loudly")]

use domain::district::{Document, DocumentKind};
use domain::edit::Pen;
use domain::framework::Segment;
use domain::id::{Bits128, DocumentHash, MarkId, NoteId, ReplicaId, SnapshotId, VisitId};
use domain::merge::VisitState;
use domain::roster::Grade;
use domain::stream::Stream;
use domain::sync::{Cursor, Delivered, PullAnswer, VisitSnapshot};
use domain::time::{Millis, UtcOffset, date};
use domain::visit::{
    Adult, Answer, Begin, Change, Context, Flag, Note, Place, Placed, Seat, Setting, Snapshot, Source, What,
};

fn settings() -> Vec<Setting> {
    let at = Millis(60_000);
    let flags = Flag::ALL.map(|flag| Setting::Flag(flag, true));
    let mut settings = vec![
        Setting::Begin(Begin {
            school: "cedar".into(),
            observer: "okafor".into(),
            framework: DocumentHash::from([3; 16]),
            at,
            date: date(2026, 9, 1),
            offset: UtcOffset(-300),
            source: Source::Live,
        }),
        Setting::Context(Context {
            classroom: Place::Known("204".into()),
            lead: Some(Adult::Known("lee".into())),
            others: vec![Adult::Described("Ms Ortiz".into())],
            grade: Some(Grade(4)),
            subject: Some("mathematics".into()),
            groups: vec!["inclusion".into()],
        }),
        Setting::Answer("goal".into(), Some(Answer::Level(3))),
        Setting::Answer("questions".into(), Some(Answer::Seen)),
        Setting::Answer("turns".into(), Some(Answer::NotSeen)),
        Setting::Answer("writing".into(), Some(Answer::NotApplicable)),
        Setting::Answer("groups".into(), Some(Answer::CouldNotJudge)),
        Setting::Answer("summary".into(), None),
        Setting::Snapshot(
            "engaged".into(),
            SnapshotId::from([4; 16]),
            Some(Placed { at, what: Snapshot::Students { present: 24, not_doing: 2 } }),
        ),
        Setting::Snapshot(
            "writing".into(),
            SnapshotId::from([6; 16]),
            Some(Placed { at, what: Snapshot::Happening(true) }),
        ),
        Setting::Note(
            NoteId::from([5; 16]),
            Some(Placed { at, what: Note { about: Some("goal".into()), text: "Goal on the board".into() } }),
        ),
        Setting::Present(Some(24)),
        Setting::Nothing(false),
        Setting::Finished(Some(at)),
        Setting::Discarded(false),
        Setting::Strength("Every student answered".into()),
        Setting::Question("Who chose the groups?".into()),
        Setting::Seat(Seat { session: Some("KT42".parse().unwrap()), watcher: Some("Reyes".into()), video: true }),
    ];
    settings.extend(flags);
    settings
}

/// The same visit as each source would have it: `Begin` and `Context` with what else they can hold.
fn others() -> Vec<Setting> {
    let Some(Setting::Begin(begin)) = settings().into_iter().next() else { return Vec::new() };
    let context = Context {
        classroom: Place::Described("the greenhouse".into()),
        lead: None,
        others: vec![],
        grade: None,
        subject: None,
        groups: vec![],
    };
    let sources = [Source::Paper, Source::Imported, Source::Calibration];
    let begins = sources.map(|source| Setting::Begin(Begin { source, ..begin.clone() }));
    begins.into_iter().chain([Setting::Context(context)]).collect()
}

fn marks() -> Vec<What> {
    let id = MarkId::from([0; 16]);
    vec![
        What::Tap("turns".into()),
        What::TimerStart("writing".into()),
        What::TimerStop(id),
        What::Pause,
        What::Resume(id),
        What::Segment(Segment::Opening),
        What::Segment(Segment::Middle),
        What::Segment(Segment::Closing),
    ]
}

/// A page with a value of every kind.
fn page() -> PullAnswer {
    let (stream, visit) = (Stream::School("cedar".into()), VisitId::from([1; 16]));
    let mut pen = Pen::new(ReplicaId::from([2; 16]), "okafor".into());
    let mut state = VisitState::default();
    let mut edits = Vec::new();
    let added = (0_u8..).zip(marks()).map(|(n, what)| Change::Add([n; 16].into(), Placed { at: Millis(1), what }));
    let voided = [Change::Void([0; 16].into())];
    for change in added.chain(voided) {
        edits.push(pen.write(Millis(1), &stream, visit, change).unwrap());
    }
    for setting in settings().into_iter().chain([Setting::Discarded(true)]) {
        let change = state.setting(setting);
        let edit = pen.write(Millis(2), &stream, visit, change).unwrap();
        state.apply(&edit, Some(Millis(3)));
        edits.push(edit);
    }
    edits.iter().for_each(|edit| state.apply(edit, Some(Millis(3))));
    // Beside each other, as two tablets would have written them.
    let beside = others().into_iter().map(|setting| {
        let edit = pen.write(Millis(4), &stream, visit, Change::Set { setting, replaces: vec![] }).unwrap();
        state.apply(&edit, None);
        edit
    });
    edits.extend(beside.collect::<Vec<_>>());
    let kinds = [DocumentKind::District, DocumentKind::Framework, DocumentKind::Roster];
    PullAnswer {
        cursor: Cursor { epoch: 1, seq: 43, tag: 6_148_914_691 },
        documents: kinds.map(|kind| Document { kind, text: "{}".into() }).into(),
        visits: vec![VisitSnapshot { visit, state }],
        edits: edits.iter().map(|edit| Delivered { text: edit.text().into(), received: Millis(3) }).collect(),
        removed: vec![VisitId::from([7; 16])],
        more: true,
        total: Some(2),
    }
}

#[test]
fn a_page_reads_back_and_a_part_of_one_does_not() {
    let bytes = page().to_page().unwrap();
    for end in 0..bytes.len() {
        assert_eq!(PullAnswer::from_page(bytes[..end].to_vec()), None, "{end} of {} bytes", bytes.len());
    }
    assert_eq!(PullAnswer::from_page(bytes), Some(page()));
}

#[test]
fn what_a_page_is_made_of_changes_only_with_the_number_of_its_media_type() {
    let made_of = Bits128::hash(&[&page().to_page().unwrap()]).to_string();
    let pinned = ("application/vnd.throughline.page-1", "6b8eb5e6699285408a9258844173b118");
    assert_eq!((domain::sync::PAGE, made_of.as_str()), pinned, "raise the number and pin the new bytes");
}

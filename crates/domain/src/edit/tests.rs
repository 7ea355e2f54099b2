use super::*;
use crate::id::{MarkId, NoteId};
use crate::visit::{Note, Placed, Setting, Snapshot};

fn pen() -> Pen {
    Pen::new(ReplicaId::from([7; 16]), "okafor".into())
}

fn school() -> Stream {
    Stream::School("cedar-ridge".into())
}

fn visit() -> VisitId {
    VisitId::from([1; 16])
}

fn set(setting: Setting) -> Change {
    Change::Set { setting, replaces: vec![] }
}

fn note(text: &str) -> Change {
    let note = Placed { at: Millis(5), what: Note { about: None, text: text.to_owned() } };
    set(Setting::Note(NoteId::from([3; 16]), Some(note)))
}

#[test]
fn an_edit_is_written_like_this() {
    let edit = pen().write(Millis(1_700_000_000_000), &school(), visit(), note("Said \"why\" twice")).unwrap();
    insta::assert_snapshot!(edit.text());
}

#[test]
fn a_reissued_edit_is_the_same_change_under_another_id() {
    let edit = pen().write(Millis(9), &school(), visit(), note("kept")).unwrap();
    let id = EditId { replica: ReplicaId::from([8; 16]), seq: 40 };
    let again = edit.reissue(id).unwrap();
    assert_eq!(
        (again.id(), again.change(), again.stamp(), again.body()),
        (id, edit.change(), edit.stamp(), edit.body())
    );
    assert_ne!(again.hash(), edit.hash());
}

#[test]
fn a_newer_program_s_edit_is_kept_and_not_understood() {
    let edit = pen().write(Millis(9), &school(), visit(), Change::Void(MarkId::from([2; 16]))).unwrap();
    let newer = edit.text().replace("\"schema\":2", "\"schema\":3").replace("\"Void\":", "\"Unsay\":");
    let read = Edit::read(newer.clone()).unwrap();
    assert_eq!((read.body(), read.text()), (&Body::Unknown(Some(visit())), newer.as_str()));
    let ours = newer.replace("\"schema\":3", "\"schema\":2");
    assert!(matches!(Edit::read(ours), Err(Malformed::NotAnEdit { .. })));
}

#[test]
fn a_malformed_change_is_refused_and_the_pen_does_not_move() {
    let mut pen = pen();
    let before = pen.clone();
    let long = "x".repeat(4_001);
    let cases = [
        (note(&long), Malformed::LongText { characters: 4_001, most: 4_000 }),
        (note("a\0b"), Malformed::NullInText),
        (set(Setting::Finished(Some(Millis(-1)))), Malformed::Time(-1)),
        (
            set(Setting::Snapshot(
                "on-task".into(),
                crate::id::SnapshotId::from([4; 16]),
                Some(Placed { at: Millis(1), what: Snapshot::Students { present: 3, not_doing: 4 } }),
            )),
            Malformed::Students { present: 3, not_doing: 4 },
        ),
    ];
    for (change, why) in cases {
        assert_eq!(pen.write(Millis(9), &school(), visit(), change), Err(why));
    }
    assert_eq!(pen, before);
}

#[test]
fn what_is_not_an_edit_says_where_it_stops_being_one() {
    assert_eq!(Edit::read("{\"schema\":1,"), Err(Malformed::NotAnEdit { line: 1, column: 12 }));
    assert!(matches!(Edit::read("x".repeat(MOST_BYTES + 1)), Err(Malformed::TooLong { .. })));
}

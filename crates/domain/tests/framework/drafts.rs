//! Drafts: what a person changes, and what becomes of two who write at once.

use domain::framework::{Clash, Draft, DraftChange, Kind, LookFor, Side, Unfit};
use domain::id::{LookForId, StrandId};
use proptest::prelude::*;

use crate::{framework, look_for};

fn draft() -> Draft {
    Draft::of(&framework())
}

fn written(draft: &Draft) -> Vec<(&str, Vec<&str>)> {
    draft
        .strands
        .iter()
        .map(|strand| (strand.id.as_str(), strand.look_fors.iter().map(|one| one.id.as_str()).collect()))
        .collect()
}

fn reworded(draft: &Draft, id: &str, text: &str) -> Draft {
    let (strand, one) = draft.look_for(&id.into()).unwrap();
    draft.with(DraftChange::LookFor(strand.clone(), LookFor { text: text.to_owned(), ..one.clone() }))
}

fn text<'a>(draft: &'a Draft, id: &str) -> &'a str {
    &draft.look_for(&id.into()).unwrap().1.text
}

#[test]
fn look_fors_and_strands_are_written_placed_and_taken_out() {
    let new = look_for("new", "New", Kind::Presence);
    let next = draft().with(DraftChange::LookFor("assessment".into(), new));
    let next = next.with(DraftChange::Place("talk".into(), "assessment".into(), Some("depth".into())));
    let next = next.with(DraftChange::Place("goal".into(), "instruction".into(), None));
    let next = next.with(DraftChange::PlaceStrand("assessment".into(), Some("instruction".into())));
    let next = next.with(DraftChange::Strand("care".into(), "Care".into()));
    let expected = [
        ("assessment", vec!["engaged", "talk", "depth", "new"]),
        ("instruction", vec!["turns", "goal"]),
        ("care", vec![]),
    ];
    assert_eq!(written(&next), expected);
    let moved = LookFor { text: "Moved".into(), ..next.look_for(&"depth".into()).unwrap().1.clone() };
    let next = next.with(DraftChange::LookFor("care".into(), moved));
    let next = next.with(DraftChange::Remove("goal".into())).with(DraftChange::RemoveStrand("assessment".into()));
    assert_eq!(written(&next), [("instruction", vec!["turns"]), ("care", vec!["depth"])]);
}

#[test]
fn what_the_draft_does_not_have_is_not_changed() {
    let changes = [
        DraftChange::Place("nothing".into(), "assessment".into(), None),
        DraftChange::Place("goal".into(), "nowhere".into(), None),
        DraftChange::Place("goal".into(), "instruction".into(), Some("goal".into())),
        DraftChange::LookFor("nowhere".into(), look_for("goal", "Lost?", Kind::Count)),
        DraftChange::PlaceStrand("nowhere".into(), None),
        DraftChange::Remove("nothing".into()),
        DraftChange::RemoveStrand("nowhere".into()),
    ];
    for change in changes {
        assert_eq!(draft().with(change.clone()), draft(), "{change:?}");
    }
}

#[test]
fn changes_to_different_things_are_both_kept() {
    let was = draft();
    let mine = reworded(&was, "goal", "Mine").with(DraftChange::Title("Ours".into()));
    let mine = mine.with(DraftChange::Place("talk".into(), "instruction".into(), Some("goal".into())));
    let theirs = reworded(&was, "turns", "Theirs").with(DraftChange::Strand("assessment".into(), "Checks".into()));
    let theirs = theirs.with(DraftChange::LookFor("instruction".into(), look_for("new", "New", Kind::Presence)));
    let merged = Draft::merge(&was, &mine, &theirs);
    assert_eq!(merged.clashes, []);
    let draft = merged.draft;
    assert_eq!((draft.title.as_str(), draft.strands[1].name.as_str()), ("Ours", "Checks"));
    assert_eq!((text(&draft, "goal"), text(&draft, "turns")), ("Mine", "Theirs"));
    // They only added, so the order is mine; what is theirs stands behind its neighbour.
    assert_eq!(written(&draft)[0].1, ["talk", "new", "goal", "turns"]);
}

#[test]
fn a_move_stands_while_others_add_and_move_other_things() {
    let was = draft();
    let mine = was.with(DraftChange::Place("turns".into(), "assessment".into(), Some("depth".into())));
    let theirs = was.with(DraftChange::LookFor("assessment".into(), look_for("new", "New", Kind::Presence)));
    let theirs = theirs.with(DraftChange::Place("talk".into(), "instruction".into(), Some("goal".into())));
    let merged = Draft::merge(&was, &mine, &theirs).draft;
    let expected = [("instruction", vec!["talk", "goal"]), ("assessment", vec!["engaged", "turns", "depth", "new"])];
    assert_eq!(written(&merged), expected);
    // And is undone after them.
    let undone = Draft::merge(&mine, &was, &merged).draft;
    assert_eq!(written(&undone)[1].1, ["engaged", "depth", "new"]);
    assert!(written(&undone)[0].1.contains(&"turns"));
}

#[test]
fn a_clash_has_theirs_and_shows_both() {
    let was = draft();
    let (mine, theirs) = (reworded(&was, "goal", "Mine"), reworded(&was, "goal", "Theirs"));
    let merged = Draft::merge(&was, &mine, &theirs);
    assert_eq!(text(&merged.draft, "goal"), "Theirs");
    let [clash @ Clash::LookFor { id, mine: Side::Wrote(..), theirs: Side::Wrote(..) }] = &merged.clashes[..] else {
        panic!("{:?}", merged.clashes);
    };
    assert_eq!(id.as_str(), "goal");
    assert_eq!(text(&clash.with_mine(&merged.draft), "goal"), "Mine");
}

#[test]
fn what_one_takes_out_and_the_other_changes_is_a_clash_that_loses_nothing() {
    let was = draft();
    let gone = was.with(DraftChange::RemoveStrand("assessment".into()));
    let changed = reworded(&was, "depth", "Deeper");
    let merged = Draft::merge(&was, &gone, &changed);
    // The strand stays for the one that they changed; the one that they did not is gone.
    assert_eq!(written(&merged.draft)[1], ("assessment", vec!["depth"]));
    assert_eq!(merged.draft.strands[1].name, "Assessment");
    let [clash @ Clash::LookFor { mine: Side::Removed, .. }] = &merged.clashes[..] else {
        panic!("{:?}", merged.clashes);
    };
    assert!(clash.with_mine(&merged.draft).look_for(&"depth".into()).is_none());
    let other = Draft::merge(&was, &changed, &gone);
    assert!(other.draft.look_for(&"depth".into()).is_none());
    let back = other.clashes[0].with_mine(&other.draft);
    assert_eq!(
        back.look_for(&"depth".into()).map(|(strand, one)| (strand.as_str(), one.text.as_str())),
        Some(("instruction", "Deeper"))
    );
}

#[test]
fn a_form_that_stays_open_writes_over_nobody() {
    let was = draft();
    let (strand, goal) = was.look_for(&"goal".into()).map(|(strand, one)| (strand.clone(), one.clone())).unwrap();
    let mine = LookFor { hint: Some("In the first minute".to_owned()), ..goal.clone() };
    let keep = |now: &Draft| now.rewritten(Some((&strand, &goal)), &strand, mine.clone());
    let alone = keep(&was);
    assert_eq!((alone.draft, alone.clashes.len()), (was.with(DraftChange::LookFor(strand.clone(), mine.clone())), 0));
    // Moved meanwhile: it stays where it was put.
    let other = was.strands[1].id.clone();
    let moved = keep(&was.with(DraftChange::Place("goal".into(), other.clone(), None)));
    assert_eq!((moved.draft.look_for(&"goal".into()), moved.clashes.len()), (Some((&other, &mine)), 0));
    let reworded = keep(&reworded(&was, "goal", "Theirs"));
    assert_eq!((text(&reworded.draft, "goal"), reworded.clashes.len()), ("Theirs", 1));
    assert_eq!(reworded.clashes[0].with_mine(&reworded.draft).look_for(&"goal".into()), Some((&strand, &mine)));
    let gone = keep(&was.with(DraftChange::Remove("goal".into())));
    assert_eq!((gone.draft.look_for(&"goal".into()), gone.clashes.len()), (None, 1));
}

#[test]
fn names_clash_too() {
    let was = draft();
    let call = |title: &str| {
        was.with(DraftChange::Title(title.into()))
            .with(DraftChange::Strand("assessment".into(), format!("{title} checks")))
    };
    let merged = Draft::merge(&was, &call("My"), &call("Their"));
    assert_eq!((merged.draft.title.as_str(), merged.clashes.len()), ("Their", 2));
    let mine = merged.clashes.iter().fold(merged.draft, |draft, clash| clash.with_mine(&draft));
    assert_eq!((mine.title.as_str(), mine.strands[1].name.as_str()), ("My", "My checks"));
}

#[test]
fn a_change_is_undone_after_others_have_written() {
    let was = draft();
    let after = was.with(DraftChange::Remove("turns".into()));
    let theirs = reworded(&after, "goal", "Theirs");
    let undone = Draft::merge(&after, &was, &theirs);
    assert_eq!(undone.clashes, []);
    assert_eq!(written(&undone.draft)[0].1, ["goal", "turns", "talk"]);
    assert_eq!(text(&undone.draft, "goal"), "Theirs");
}

#[test]
fn what_is_there_twice_cannot_be_written_on() {
    let mut twice = draft();
    let again = twice.strands[0].look_fors[0].clone();
    twice.strands[1].look_fors.push(again);
    assert_eq!(twice.check(), Err(Unfit::Twice("goal".into())));
    assert_eq!(draft().check(), Ok(()));
}

const STRANDS: [&str; 4] = ["instruction", "assessment", "care", "more"];
const LOOK_FORS: [&str; 8] = ["goal", "turns", "talk", "engaged", "depth", "n1", "n2", "n3"];

fn change() -> impl Strategy<Value = DraftChange> {
    let strand = || prop::sample::select(&STRANDS[..]).prop_map(StrandId::from);
    let id = || prop::sample::select(&LOOK_FORS[..]).prop_map(LookForId::from);
    prop_oneof![
        "[a-c]".prop_map(DraftChange::Title),
        (strand(), "[a-c]").prop_map(|(id, name)| DraftChange::Strand(id, name)),
        (strand(), prop::option::of(strand())).prop_map(|(id, before)| DraftChange::PlaceStrand(id, before)),
        strand().prop_map(DraftChange::RemoveStrand),
        (strand(), id(), "[a-c]").prop_map(|(strand, id, text)| {
            DraftChange::LookFor(strand, look_for(id.as_str(), &text, Kind::Presence))
        }),
        (id(), strand(), prop::option::of(id()))
            .prop_map(|(id, strand, before)| DraftChange::Place(id, strand, before)),
        id().prop_map(DraftChange::Remove),
    ]
}

fn changed(was: &Draft, changes: Vec<DraftChange>) -> Draft {
    changes.into_iter().fold(was.clone(), |draft, change| draft.with(change))
}

proptest! {
    #[test]
    fn two_who_write_at_once_lose_nothing(
        mine in prop::collection::vec(change(), 0..6),
        theirs in prop::collection::vec(change(), 0..6),
    ) {
        let was = draft();
        let (mine, theirs) = (changed(&was, mine), changed(&was, theirs));
        let merged = Draft::merge(&was, &mine, &theirs);
        prop_assert_eq!(merged.draft.check(), Ok(()));
        let content = |draft: &Draft, id: &LookForId| draft.look_for(id).map(|(_, one)| one.clone());
        let strand = |draft: &Draft, id: &LookForId| draft.look_for(id).map(|(strand, _)| strand.clone());
        for id in LOOK_FORS.map(LookForId::from) {
            let places = [&was, &mine, &theirs, &merged.draft].map(|draft| strand(draft, &id));
            let [was, mine, theirs, found] = [&was, &mine, &theirs, &merged.draft].map(|draft| content(draft, &id));
            let clash = merged.clashes.iter().any(|clash| matches!(clash, Clash::LookFor { id: of, .. } if *of == id));
            prop_assert_eq!(clash, mine != was && theirs != was && mine != theirs, "{:?}", id);
            let expected = if clash || mine == was { theirs } else { mine };
            prop_assert_eq!(&found, &expected, "{:?}", id);
            // A move of one stands, unless the other moved it too or took it out.
            let [was, mine, theirs, found] = places;
            if found.is_some() && theirs == was && mine.is_some() {
                prop_assert_eq!(&found, &mine, "{:?}", id);
            }
            if found.is_some() && mine == was && theirs.is_some() {
                prop_assert_eq!(&found, &theirs, "{:?}", id);
            }
        }
    }

    #[test]
    fn who_writes_alone_gets_what_they_wrote(changes in prop::collection::vec(change(), 0..6)) {
        let was = draft();
        let mine = changed(&was, changes);
        prop_assert_eq!(Draft::merge(&was, &mine, &was).draft, mine.clone());
        prop_assert_eq!(Draft::merge(&was, &was, &mine).draft, mine.clone());
        prop_assert_eq!(Draft::merge(&was, &mine, &mine).draft, mine);
    }
}

//! What a look-for comes from: what can be published, what can be counted, and how it is told.

use domain::framework::{
    CannotCount, Difference, Draft, DraftChange, Framework, FrameworkChanges, FrameworkFile, Kind, LookFor, Succession,
    Unfit,
};
use domain::id::LookForId;
use domain::time::date;

use crate::{framework, look_for};

fn from(id: &str, kind: Kind, of: &[&str], counts: bool) -> LookFor {
    LookFor { succeeds: Some(succession(of, counts)), ..look_for(id, &format!("Now {id}"), kind) }
}

fn succession(of: &[&str], counts: bool) -> Succession {
    Succession { of: of.iter().copied().map(LookForId::from).collect(), counts }
}

/// The framework without some look-fors and with others.
fn draft(without: &[&str], with: &[LookFor]) -> Draft {
    let draft = Draft::of(&framework());
    let draft = without.iter().fold(draft, |draft, id| draft.with(DraftChange::Remove((*id).into())));
    with.iter().fold(draft, |draft, one| draft.with(DraftChange::LookFor("instruction".into(), one.clone())))
}

fn next(draft: Draft) -> Result<Framework, Unfit> {
    draft.version(4, date(2026, 10, 1))
}

#[test]
fn earlier_look_fors_are_gone_and_a_split_counts_for_no_part() {
    let aim = |counts| from("aim", Kind::Presence, &["goal"], counts);
    let why = |counts| from("why", Kind::Presence, &["goal"], counts);
    assert!(next(draft(&["goal"], &[aim(true)])).is_ok());
    assert!(next(draft(&["goal"], &[aim(false), why(false)])).is_ok());
    assert_eq!(next(draft(&[], &[aim(false)])), Err(Unfit::StillThere("aim".into())));
    // Two who write at once can make a split that counts; one who writes alone cannot.
    let both = draft(&["goal"], &[aim(true), why(true)]);
    assert!(both.look_fors().all(|(_, one)| one.succeeds.as_ref().is_none_or(|succession| !succession.counts)));
    let merged = Draft::merge(&draft(&["goal"], &[]), &draft(&["goal"], &[aim(true)]), &draft(&["goal"], &[why(true)]));
    assert_eq!(next(merged.draft.clone()), Err(Unfit::CountedAsPart("goal".into())));
    // Who opens one of them and keeps it puts it right.
    let strand = "instruction".into();
    let kept = merged.draft.rewritten(Some((&strand, &aim(true))), &strand, aim(false));
    assert_eq!((next(kept.draft).err(), kept.clashes.len()), (None, 0));
}

#[test]
fn what_cannot_be_counted_says_why() {
    let can = |without: &[&str], with: &[LookFor]| draft(without, with).can_count(&with[0], [&framework()].into_iter());
    assert_eq!(can(&["goal"], &[from("aim", Kind::Presence, &["goal"], true)]), Ok(()));
    let split = [from("aim", Kind::Presence, &["goal"], true), from("why", Kind::Presence, &["goal"], false)];
    assert_eq!(can(&["goal"], &split), Err(CannotCount::Split { with: "why".into() }));
    let timed = from("aim", Kind::Duration, &["goal"], true);
    assert_eq!(can(&["goal"], &[timed]), Err(CannotCount::OtherRule { before: "goal".into() }));
    let mixed = from("voices", Kind::Count, &["turns", "talk"], true);
    assert_eq!(can(&["turns", "talk"], &[mixed]), Err(CannotCount::OtherRule { before: "talk".into() }));
    // One that stays can take another in, if they add up.
    let stays = LookFor { succeeds: Some(succession(&["talk"], true)), ..framework().strands[0].look_fors[1].clone() };
    assert_eq!(can(&["talk"], &[stays]), Err(CannotCount::OtherRule { before: "talk".into() }));
    // Two timers have no sum: both may have run at once.
    let mut two = framework();
    two.strands[0].look_fors[1].kind = Kind::Duration;
    let timers = from("voices", Kind::Duration, &["turns", "talk"], true);
    assert_eq!(draft(&["turns", "talk"], &[]).can_count(&timers, [&two].into_iter()), Err(CannotCount::NotAdditive));
}

#[test]
fn what_the_earlier_ones_counted_counts_still() {
    let second = next(draft(&["goal"], &[from("aim", Kind::Presence, &["goal"], true)])).unwrap();
    assert_eq!(Succession::from(&["aim".into()], [&second].into_iter(), true), succession(&["aim", "goal"], true));
    let apart = next(draft(&["goal"], &[from("aim", Kind::Presence, &["goal"], false)])).unwrap();
    assert_eq!(Succession::from(&["aim".into()], [&apart].into_iter(), true), succession(&["aim"], true));
}

#[test]
fn a_summary_tells_what_became_of_what() {
    let with = [
        from("aim", Kind::Presence, &["goal"], false),
        from("why", Kind::Presence, &["goal"], false),
        from("voices", Kind::Count, &["turns"], true),
    ];
    let changes = FrameworkChanges::between(Some(&framework()), &next(draft(&["goal", "turns"], &with)).unwrap());
    let told: Vec<(&str, &Difference)> = changes.look_fors.iter().map(|one| (one.id.as_str(), &one.how[0])).collect();
    let succeeds = |before: &str, counts| Difference::Succeeds { before: vec![before.to_owned()], counts };
    let after = |after: &[&str]| Difference::SucceededBy { after: after.iter().map(|one| (*one).to_owned()).collect() };
    assert_eq!(
        told,
        [
            ("aim", &succeeds("The goal is said", false)),
            ("why", &succeeds("The goal is said", false)),
            ("voices", &succeeds("Students take turns", true)),
            ("goal", &after(&["Now aim", "Now why"])),
            ("turns", &after(&["Now voices"])),
        ]
    );
}

#[test]
fn other_parts_of_the_lesson_are_not_told_as_another_rule() {
    let mut next = framework();
    next.strands[0].look_fors[0].segments.clear();
    let changes = FrameworkChanges::between(Some(&framework()), &next);
    assert_eq!(changes.look_fors[0].how, [Difference::Segments]);
}

#[test]
fn a_case_package_says_what_was_replaced_and_reads_back() {
    let with = [from("aim", Kind::Presence, &["goal"], true), from("why", Kind::Presence, &["long-gone"], false)];
    let draft = draft(&["goal"], &with);
    let text = FrameworkFile::case(&draft, "common", "District", date(2026, 10, 1)).unwrap();
    let back = FrameworkFile::read(&text, Some(&draft.clone().as_known(date(2026, 10, 1)))).unwrap();
    assert_eq!(back.draft, draft);
    // Somebody else's program knows the words, and which one came in whose place.
    let strange = FrameworkFile::read(&text, Some(&framework())).unwrap().draft;
    let aim = strange.look_fors().find(|(_, one)| one.text == "Now aim").unwrap().1;
    assert_eq!(aim.succeeds, Some(succession(&["goal"], false)));
}

use std::rc::Rc;

use domain::framework::{
    CannotDraft, Clash, Draft, DraftChange, FromFile, HeldDraft, Kind, LeftOut, LookFor, NotAFramework, PublishedDraft,
    Side, Unfit, WhyLeftOut,
};
use domain::id::{Bits128, LookForId};
use domain::permission::{Me, Role};
use domain::sync::{Failure, ProblemCode};
use throughline::pages::{DraftPage, LookForForm, LookForFormProps};
use throughline::state::{DraftFailure, Drafting, Model};
use throughline::text::Language;
use yew::Callback;

use crate::busy::words;
use crate::support::{at, draw, fresh, model};

async fn page(model: Model) -> String {
    draw::<DraftPage>(model, ()).await
}

fn administrator(model: Model) -> Model {
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    Model { me: Some(Rc::new(me)), ..model }
}

fn with(language: Language, now: Drafting) -> Model {
    Model { drafting: Rc::new(now), ..administrator(model(language)) }
}

fn published() -> Draft {
    let model = model(Language::En);
    Draft::of(model.documents.frameworks.values().next().unwrap())
}

fn reworded(draft: &Draft, id: &LookForId, text: &str) -> Draft {
    let (strand, one) = draft.look_for(id).unwrap();
    draft.with(DraftChange::LookFor(strand.clone(), LookFor { text: text.to_owned(), ..one.clone() }))
}

fn stored(draft: Draft) -> Drafting {
    let held = HeldDraft { draft: draft.clone(), tag: Bits128([7; 16]), by: "Ada Okafor".into(), at: at(9, 5) };
    Drafting { known: true, held: Some(held), mine: Some(draft), ..Drafting::default() }
}

/// One of each thing that a version can change.
fn changed() -> Draft {
    let was = published();
    let ids: Vec<LookForId> = was.look_fors().map(|(_, one)| one.id.clone()).collect();
    let (strand, second) = was.look_for(&ids[1]).map(|(strand, one)| (strand.clone(), one.clone())).unwrap();
    let other = was.strands[1].id.clone();
    let new =
        LookFor { id: "new".into(), text: "Exit tickets are read before the next lesson".into(), ..second.clone() };
    reworded(&was, &ids[0], "The goal is said, and students can say it")
        .with(DraftChange::LookFor(strand.clone(), LookFor { kind: Kind::Count, ..second }))
        .with(DraftChange::Place(ids[2].clone(), other, None))
        .with(DraftChange::Remove(ids[3].clone()))
        .with(DraftChange::LookFor(strand, new))
}

#[tokio::test(flavor = "current_thread")]
async fn only_administrators_write_it() {
    let html = page(model(Language::En)).await;
    assert!(words(&html).contains("Only administrators write the framework"));
    assert!(!html.contains("draft-begin"));
}

#[tokio::test(flavor = "current_thread")]
async fn where_there_is_none_it_offers_what_to_begin_from() {
    let none = Drafting { known: true, ..Drafting::default() };
    let said = words(&page(with(Language::En, none.clone())).await);
    for said_too in ["From version 1", "From the starter framework", "From a file", "From nothing"] {
        assert!(said.contains(said_too), "{said}");
    }
    let first = Model { drafting: Rc::new(none), ..administrator(fresh(Language::En)) };
    let said = words(&page(first).await);
    assert!(said.contains("has no framework yet") && !said.contains("From version"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_draft_says_what_it_would_change() {
    for (language, name) in [(Language::En, "a_draft"), (Language::Es, "a_draft_in_spanish")] {
        insta::assert_snapshot!(name, words(&page(with(language, stored(changed()))).await));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_cannot_be_published_says_why() {
    let was = published();
    let first = was.strands[0].look_fors[0].id.clone();
    let mut empty = was.clone();
    empty.strands.clear();
    for (draft, said_too) in [
        (was.clone(), "Nothing is otherwise than in the version in use."),
        (reworded(&was, &first, " "), "says nothing."),
        (empty, "It has no look-fors yet."),
        (was.with(DraftChange::PlaceStrand(was.strands[0].id.clone(), None)), "Only the order"),
    ] {
        let said = words(&page(with(Language::En, stored(draft))).await);
        assert!(said.contains(said_too), "{said}");
        assert_eq!(said.contains("In use from"), said_too == "Only the order", "{said_too}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_clash_shows_what_differs_in_both() {
    let was = published();
    let (strand, first) = was.look_fors().next().unwrap();
    let side = |text: &str, kind: Kind| {
        Side::Wrote(strand.clone(), Box::new(LookFor { text: text.into(), kind, ..first.clone() }))
    };
    let clash = Clash::LookFor {
        id: first.id.clone(),
        mine: side("Mine", Kind::Count),
        theirs: side("Theirs", Kind::Duration),
    };
    let gone = Clash::LookFor { id: first.id.clone(), mine: side("Mine", Kind::Count), theirs: Side::Removed };
    let title = Clash::Title { mine: "Our framework".into(), theirs: "The framework".into() };
    let mut said = String::new();
    for clashes in [vec![clash, title.clone()], vec![gone], vec![title]] {
        let html = page(with(Language::En, Drafting { clashes, ..stored(was.clone()) })).await;
        let dialog = html.split("id=\"draft-clash\"").nth(1).and_then(|rest| rest.split("dialog-actions").next());
        said += &format!("{}\n", words(&format!("<div {}", dialog.unwrap())));
    }
    insta::assert_snapshot!(said);
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_not_stored_says_so_and_can_be_tried_again() {
    let now = stored(published());
    let mine = reworded(&published(), &published().strands[0].look_fors[0].id, "Said");
    let failure = Some(DraftFailure::Network(Failure::Unreachable));
    let unstored = Drafting { mine: Some(mine), failure, ..now.clone() };
    let html = page(with(Language::En, unstored)).await;
    let said = words(&html);
    assert!(said.contains("Not stored yet") && said.contains("Your last change is not stored yet"), "{said}");
    assert!(said.contains("Try again"), "{said}");
    let button = html.split("id=\"draft-publish-button\"").nth(1).and_then(|rest| rest.split('>').next());
    assert!(button.unwrap().contains("disabled"), "what is not stored is not published");
    let unread = Drafting { failure: Some(DraftFailure::Network(Failure::Unreachable)), ..Drafting::default() };
    let said = words(&page(with(Language::En, unread)).await);
    assert!(said.contains("The draft could not be read") && said.contains("Try again"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_went_wrong_and_what_was_published_is_said_in_words() {
    let first = published().strands[0].look_fors[0].id.clone();
    let cannot = DraftFailure::Cannot;
    let failures = [
        cannot(CannotDraft::Changed(None)),
        cannot(CannotDraft::Changed(stored(published()).held.map(Box::new))),
        cannot(CannotDraft::Overtaken { newest: 3 }),
        cannot(CannotDraft::TooEarly { from: domain::time::date(2027, 1, 4) }),
        cannot(CannotDraft::Unfit(Unfit::NoTitle)),
        cannot(CannotDraft::Same),
        cannot(CannotDraft::Unfit(Unfit::Twice(first.clone()))),
        cannot(CannotDraft::Unfit(Unfit::Levels(first.clone()))),
        cannot(CannotDraft::Unfit(Unfit::Interval(first))),
        cannot(CannotDraft::Unfit(Unfit::StrandTwice("s".into()))),
        DraftFailure::File(NotAFramework::OtherFormat),
        DraftFailure::File(NotAFramework::Newer(9)),
        DraftFailure::File(NotAFramework::NoColumns(vec!["strand".into(), "practice".into()])),
        DraftFailure::File(NotAFramework::NotText(4)),
        DraftFailure::File(NotAFramework::Json { line: 3, column: 7, what: "missing field `title`".into() }),
        DraftFailure::Network(Failure::Problem(ProblemCode::NotAllowed, None)),
    ];
    let mut said = String::new();
    for failure in failures {
        let html = page(with(Language::En, Drafting { failure: Some(failure), ..stored(published()) })).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    let item = |number, why| LeftOut { number, column: None, id: String::new(), why };
    let row = |number, why| LeftOut { number, column: Some("kind".into()), id: String::new(), why };
    let left_out = vec![
        item(2, WhyLeftOut::NoIdentifier),
        item(3, WhyLeftOut::NoStatement),
        item(5, WhyLeftOut::Twice),
        item(8, WhyLeftOut::Circle),
        row(9, WhyLeftOut::NoStrand),
        row(10, WhyLeftOut::NotOneOf { value: "seen".into(), can: vec!["presence".into(), "count".into()] }),
        row(11, WhyLeftOut::NotANumber { value: "often".into(), least: 1, most: 30 }),
        row(12, WhyLeftOut::Levels),
    ];
    let offered = Some(FromFile { draft: changed(), left_out });
    let html = page(with(Language::En, Drafting { offered, ..stored(published()) })).await;
    let panel = html.split("id=\"draft-offered\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap();
    said += &words(&format!("<div {panel}"));
    insta::assert_snapshot!(said);
    let published = Some(PublishedDraft { version: 2, hash: [1; 16].into() });
    let done = words(&page(with(Language::En, Drafting { known: true, published, ..Drafting::default() })).await);
    assert!(done.contains("Version 2 is published"), "{done}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_look_for_is_written_beside_the_row_that_an_observer_will_have() {
    let was = published();
    let mut said = String::new();
    let kinds = was.look_fors().filter(|(_, one)| matches!(one.kind, Kind::Rating { .. } | Kind::Interval { .. }));
    for (strand, look_for) in kinds.take(2) {
        let props = LookForFormProps {
            id: look_for.id.clone(),
            look_for: Some(look_for.clone()),
            strand: strand.clone(),
            strands: was.strands.iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
            on_keep: Callback::noop(),
            on_leave: Callback::noop(),
            on_remove: Callback::noop(),
        };
        let html = draw::<LookForForm>(administrator(model(Language::En)), props).await;
        said += &format!("{}\n", words(&html));
    }
    insta::assert_snapshot!(said);
}

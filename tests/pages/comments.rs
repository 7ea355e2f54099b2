use std::rc::Rc;

use domain::framework::{
    Became, CannotComment, Comment, CommentAnswer, Draft, DraftChange, HeldDraft, HeldRound, Invitation, Round, Uptake,
};
use domain::id::{Bits128, LookForId};
use domain::people::{Member, Membership, People};
use domain::permission::{Me, Role};
use domain::sync::{Failure, ProblemCode};
use domain::time::date;
use throughline::pages::{
    CommentsPage, DraftPage, FrameworkPage, RoundForm, RoundFormProps, WordsForm, WordsFormProps,
};
use throughline::state::{CommentPart, Commenting, Drafting, FileFailure, Members, Model};
use throughline::text::Language;
use yew::Callback;

use crate::busy::words;
use crate::support::{at, draw, model};

async fn page(model: Model) -> String {
    draw::<CommentsPage>(model, ()).await
}

/// The model of whoever is asked.
fn with(language: Language, now: Commenting) -> Model {
    Model { commenting: Rc::new(now), ..model(language) }
}

fn administrator(model: Model) -> Model {
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    let person = |name: &str, role, standing| Member {
        account: name.into(),
        name: name.to_owned(),
        email: format!("{name}@alder.example"),
        role,
        schools: Vec::new(),
        standing,
    };
    let people = vec![
        person("Ben", Role::Observer, Membership::Active),
        person("Cem", Role::Coach, Membership::Invited { until: None }),
        person("Eli", Role::Observer, Membership::Left { at: at(8, 0) }),
    ];
    let members = Members { people: Some(Rc::new(People { people })), ..Members::default() };
    Model { me: Some(Rc::new(me)), members: Rc::new(members), ..model }
}

/// The first strand of what is published, with its first two look-fors.
fn draft() -> Draft {
    let model = model(Language::En);
    let mut draft = Draft::of(model.documents.frameworks.values().next().unwrap());
    draft.strands.truncate(1);
    draft.strands[0].look_fors.truncate(2);
    draft
}

fn ids() -> [LookForId; 2] {
    [0, 1].map(|at| draft().strands[0].look_fors[at].id.clone())
}

fn round() -> Round {
    Round {
        number: 2,
        title: draft().title,
        until: date(2026, 12, 4),
        note: "Is every look-for clear to you?".into(),
        by: "Ada Okafor".into(),
        at: at(8, 30),
        closed: None,
        became: None,
    }
}

fn comment(look_for: Option<LookForId>, who: Option<&str>, text: &str) -> Comment {
    Comment {
        look_for,
        about: "As it was worded then".into(),
        account: who.map(Into::into),
        by: who.map(str::to_owned),
        text: text.to_owned(),
        at: at(9, 0),
        answer: None,
    }
}

fn answered(comment: Comment, uptake: Option<Uptake>) -> Comment {
    let answer = CommentAnswer { text: "It says so now.".into(), uptake, by: "Ada Okafor".into(), at: at(9, 30) };
    Comment { answer: Some(answer), ..comment }
}

/// What the district reads: one answered, one of a look-for that has left the draft, one of the whole.
fn comments() -> Vec<Comment> {
    vec![
        answered(comment(Some(ids()[0].clone()), Some("Ben"), "In which language?"), Some(Uptake::TakenUp)),
        comment(Some("gone".into()), Some("Cem"), "Keep this one"),
        comment(None, Some("Ben"), "Shorter is better"),
    ]
}

fn held(round: Round, comments: Vec<Comment>) -> Commenting {
    let open = round.can_change();
    let held = HeldRound { round, invited: None, comments, draft: open.then(draft), rounds: vec![2] };
    Commenting { known: true, held: Some(Rc::new(held)), ..Commenting::default() }
}

/// The same as it is told to whoever writes the framework.
fn told_to_administrators(round: Round, comments: Vec<Comment>) -> Commenting {
    let mut now = held(round, comments);
    let told = Rc::make_mut(now.held.as_mut().unwrap());
    (told.invited, told.rounds) = (Some(vec!["Ben".into(), "Cem".into()]), vec![1, 2]);
    now
}

/// What Ben and Cem say, as it is told to somebody else who is asked; and what they say themselves.
fn as_asked(mine: Option<Comment>) -> Vec<Comment> {
    let others = comments().into_iter().map(|one| Comment { account: None, by: None, ..one });
    others.chain(mine).collect()
}

fn mine(text: &str) -> Comment {
    let me = model(Language::En).me.unwrap();
    Comment {
        account: Some(me.account.clone()),
        by: Some(me.name.clone()),
        ..comment(Some(ids()[1].clone()), None, text)
    }
}

#[tokio::test(flavor = "current_thread")]
async fn whoever_is_asked_reads_the_draft_and_comments_beside_each_look_for() {
    let now = held(round(), as_asked(Some(mine("How often?"))));
    for (language, name) in [(Language::En, "comments_asked"), (Language::Es, "comments_asked_in_spanish")] {
        insta::assert_snapshot!(name, words(&page(with(language, now.clone())).await));
    }
    let html = page(with(Language::En, now)).await;
    assert!(!html.contains("Ben") && !html.contains("Cem"), "others have no names here");
    assert_eq!(html.matches("Withdraw").count(), 1, "one's own comment and no other");
    assert!(!words(&html).contains("Change the answer"));
}

#[tokio::test(flavor = "current_thread")]
async fn administrators_see_what_waits_first_and_what_has_left_the_draft() {
    let now = told_to_administrators(round(), comments());
    let html = page(administrator(with(Language::En, now))).await;
    let said = words(&html);
    insta::assert_snapshot!("comments_administrator", said);
    let place = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("Keep this one") < place("Shorter is better"));
    assert!(place("Shorter is better") < place("In which language?"));
    assert_eq!(said.matches("This look-for is no longer in the draft.").count(), 1);
    assert!(html.contains("Answer Cem on: As it was worded then"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_answered_is_no_longer_changed_and_an_ended_round_takes_nothing() {
    let own = answered(mine("How often?"), Some(Uptake::NotTakenUp));
    let said = words(&page(with(Language::En, held(round(), vec![own.clone()]))).await);
    assert!(said.contains("Not taken up") && said.contains("It says so now."), "{said}");
    assert!(!said.contains("Withdraw"), "{said}");
    for (round, standing) in [
        (Round { until: date(2026, 11, 18), ..round() }, "Comments were taken until 18 Nov 2026"),
        (Round { closed: Some(at(9, 45)), ..round() }, "Closed 20 Nov, 09:45"),
        // It had run out when the next was opened.
        (
            Round { until: date(2026, 11, 18), closed: Some(at(9, 45)), ..round() },
            "Comments were taken until 18 Nov 2026",
        ),
        (Round { became: Some(Became::Version(3)), ..round() }, "The draft was published as version 3"),
        (Round { became: Some(Became::Discarded), ..round() }, "The draft was discarded"),
    ] {
        let html = page(with(Language::En, held(round, vec![own.clone()]))).await;
        let said = words(&html);
        assert!(said.contains(standing) && said.contains("Answers still arrive here."), "{standing}: {said}");
        assert!(!html.contains("Comment on: "), "{standing}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn ones_own_comment_of_a_look_for_that_has_left_is_still_ones_own_to_change() {
    let gone = Comment { look_for: Some("gone".into()), ..mine("Keep it") };
    let html = page(with(Language::En, held(round(), vec![gone]))).await;
    assert!(html.contains("Change your comment on: As it was worded then"), "{html}");
    assert_eq!(
        words(&html).matches("This look-for is no longer in the draft.").count(),
        2,
        "beside it and in the list"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn who_is_not_asked_is_told_how_they_would_be() {
    let refused = Failure::Problem(ProblemCode::NotAllowed, None);
    let failure = Some((CommentPart::Page, FileFailure::Network(refused)));
    let said = words(&page(with(Language::En, Commenting { known: true, failure, ..Commenting::default() })).await);
    assert!(said.contains("You are not asked for comments just now"), "{said}");
    assert!(!said.contains("could not be read"), "{said}");
    let failure = Some((CommentPart::Page, FileFailure::Network(Failure::Unreachable)));
    let said = words(&page(with(Language::En, Commenting { failure, ..Commenting::default() })).await);
    assert!(said.contains("The comments could not be read") && said.contains("Try again"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_round_is_opened_on_a_draft_and_there_must_be_one() {
    let now = Commenting { known: true, can_open: true, ..Commenting::default() };
    let said = words(&page(administrator(with(Language::En, now.clone()))).await);
    assert!(said.contains("Open the round") && !said.contains("Close it now"), "{said}");
    let none = Commenting { can_open: false, ..now };
    let said = words(&page(administrator(with(Language::En, none))).await);
    assert!(said.contains("Nobody is writing a draft"), "{said}");
}

async fn form(held: Option<Rc<HeldRound>>, now: Commenting) -> String {
    let props = RoundFormProps { held, on_leave: Callback::noop() };
    draw::<RoundForm>(administrator(with(Language::En, now)), props).await
}

#[tokio::test(flavor = "current_thread")]
async fn those_who_work_here_can_be_asked_one_by_one_or_all_at_once() {
    let new = form(None, Commenting::default()).await;
    assert!(words(&new).contains("Everyone") && words(&new).contains("Nobody is chosen"));
    assert!(new.contains("comments-asked-Ben") && new.contains("comments-asked-Cem"));
    assert!(!new.contains("comments-asked-Eli"), "who has left is not asked");
    assert!(new.contains("value=\"2026-12-04\""), "two weeks from today: {new}");
    let mut now = told_to_administrators(round(), Vec::new());
    // Somebody who was asked has left since.
    Rc::make_mut(now.held.as_mut().unwrap()).invited.as_mut().unwrap().push("Eli".into());
    let held = now.held.clone();
    let failed = Commenting { failure: Some((CommentPart::Round, FileFailure::Cannot(CannotComment::Over))), ..now };
    let change = form(held, failed).await;
    assert_eq!(change.matches(" checked").count(), 2, "{change}");
    assert!(words(&change).contains("2 people are chosen") && change.contains("Is every look-for clear to you?"));
    assert!(words(&change).contains("The round has ended meanwhile."));
}

#[tokio::test(flavor = "current_thread")]
async fn what_cannot_be_stored_stays_in_its_form_with_the_reason() {
    let mut said = String::new();
    for why in [
        CannotComment::Words,
        CannotComment::Note,
        CannotComment::Until,
        CannotComment::Nobody,
        CannotComment::Account,
        CannotComment::NoDraft,
        CannotComment::AlreadyOpen,
        CannotComment::Over,
        CannotComment::LookFor,
        CannotComment::Answered,
        CannotComment::Changed,
    ] {
        let part = CommentPart::Own(None);
        let failure = Some((part.clone(), FileFailure::Cannot(why)));
        let props = WordsFormProps {
            part,
            label: "Your comment".into(),
            was: "What I typed".into(),
            children: yew::Html::default(),
            on_keep: Callback::noop(),
            on_leave: Callback::noop(),
        };
        let html = draw::<WordsForm>(with(Language::En, Commenting { failure, ..Commenting::default() }), props).await;
        assert!(html.contains("What I typed"), "{html}");
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!("comments_failures", said);
}

#[tokio::test(flavor = "current_thread")]
async fn the_framework_page_leads_whoever_is_asked_to_the_draft() {
    let invitation = Invitation { round: 2, title: "Common framework".into(), until: date(2026, 12, 4) };
    let now = Commenting { invitation: Some(invitation), ..Commenting::default() };
    let html = draw::<FrameworkPage>(with(Language::En, now), ()).await;
    assert!(words(&html).contains("You are asked for comments until 4 Dec 2026: Common framework"));
    assert!(html.contains("href=\"/framework/comments\""));
    let nothing = draw::<FrameworkPage>(model(Language::En), ()).await;
    assert!(!nothing.contains("/framework/comments"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_draft_says_beside_each_look_for_how_many_comments_wait() {
    let [first, second] = ids();
    let mut all = comments();
    all.push(comment(Some(first.clone()), Some("Cem"), "Why?"));
    let drafting = |draft: Draft| {
        let held = HeldDraft { draft: draft.clone(), tag: Bits128([7; 16]), by: "Ada".into(), at: at(9, 5) };
        Drafting { known: true, held: Some(held), mine: Some(draft), ..Drafting::default() }
    };
    let draw_with = async |now: Commenting, draft: Draft| {
        let model = Model { drafting: Rc::new(drafting(draft)), ..administrator(with(Language::En, now)) };
        draw::<DraftPage>(model, ()).await
    };
    let html = draw_with(told_to_administrators(round(), all.clone()), draft()).await;
    let row = html.split("draft-look-for-text").nth(1).unwrap();
    assert!(words(&format!("<p{row}")).contains("2 comments · 1 without an answer"), "{row}");
    assert!(html.contains(&format!("edit-{second}")));
    assert_eq!(words(&html).matches("without an answer").count(), 2, "beside the first look-for and over the list");
    assert!(words(&html).contains("4 comments · 3 without an answer"));
    // A look-for that is taken out here has left at once.
    let left = words(&draw_with(told_to_administrators(round(), all.clone()), Draft::default()).await);
    assert_eq!(left.matches("This look-for is no longer in the draft.").count(), 3, "{left}");
    // Comments on an earlier draft are not about this one.
    let published = Round { became: Some(Became::Version(2)), ..round() };
    let without = draft().with(DraftChange::Remove(second));
    let html = draw_with(told_to_administrators(published, all), without).await;
    assert!(!words(&html).contains("without an answer") && words(&html).contains("Ask for comments"));
}

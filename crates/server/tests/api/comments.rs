//! A comment round on the draft: who is asked reads and comments, nobody else does, and the district answers.

use axum::http::{Method, Request, header};
use domain::framework::{
    AnswerComment, AskedDraft, AskedForComments, AskedRound, Became, CannotComment, CloseRound, Comment,
    CommentProblem, Draft, DraftChange, HeldDraft, HeldRound, PlanRound, Uptake, WithdrawComment, WriteComment,
};
use domain::permission::{Me, Role};
use domain::sync::ProblemCode;
use domain::time::{DAY, Date, Millis, date};
use serde::Serialize;
use throughline_server::Newcomer;

use crate::support::{NOW, PASSPHRASE, Reply, Server, Tablet, framework, get, person, post};

const COMMENTS: &str = "/api/v1/framework/comments";
const DRAFT: &str = "/api/v1/framework/draft";
/// Three days after the tests' clock begins.
const UNTIL: (i16, i8, i8) = (2026, 11, 13);

fn until() -> Date {
    date(UNTIL.0, UNTIL.1, UNTIL.2)
}

async fn put(tablet: &Tablet<'_>, path: &str, condition: (&str, &str), body: &impl Serialize) -> Reply {
    let request = Request::builder().method(Method::PUT).uri(path).header(header::COOKIE, &tablet.cookie);
    let request = request.header(header::CONTENT_TYPE, "application/json").header(condition.0, condition.1);
    tablet.server.send(request.body(serde_json::to_string(body).unwrap().into()).unwrap()).await
}

async fn say(tablet: &Tablet<'_>, what: &str, body: &impl Serialize) -> Reply {
    tablet.post(&format!("{COMMENTS}/{what}"), serde_json::to_string(body).unwrap()).await
}

async fn plan(tablet: &Tablet<'_>, plan: &PlanRound) -> Reply {
    put(tablet, "/api/v1/framework/comments/round", ("accept", "*/*"), plan).await
}

fn asking(invited: &[&str]) -> PlanRound {
    let invited = invited.iter().map(|who| (*who).into()).collect();
    PlanRound { round: None, seen: None, until: until(), note: " Is it clear? ".into(), invited }
}

/// A change of the round as somebody sees it.
fn changing(held: &HeldRound, plan: PlanRound) -> PlanRound {
    let invited = held.invited.as_deref().unwrap_or_default();
    PlanRound { round: Some(held.round.number), seen: Some(held.round.tag(invited)), ..plan }
}

async fn begin_draft(adams: &Tablet<'_>) -> HeldDraft {
    let begun = put(adams, DRAFT, ("if-none-match", "*"), &Draft::of(&framework())).await;
    begun.read::<AskedDraft>().held.unwrap()
}

/// A draft with a round on it in which these are asked.
async fn open(adams: &Tablet<'_>, invited: &[&str]) -> HeldDraft {
    let draft = begin_draft(adams).await;
    assert_eq!(plan(adams, &asking(invited)).await.status, 200);
    draft
}

fn on(look_for: &str, text: &str) -> WriteComment {
    WriteComment { round: 1, look_for: Some(look_for.into()), text: text.to_owned() }
}

fn on_all(text: &str) -> WriteComment {
    WriteComment { round: 1, look_for: None, text: text.to_owned() }
}

fn answer_to(comment: &Comment, text: &str, uptake: Option<Uptake>) -> AnswerComment {
    let account = comment.account.clone().unwrap();
    let look_for = comment.look_for.clone();
    AnswerComment { round: 1, account, look_for, seen: comment.tag(), text: text.to_owned(), uptake }
}

fn held(reply: &Reply) -> HeldRound {
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.read::<AskedRound>().held.unwrap()
}

async fn round(tablet: &Tablet<'_>) -> HeldRound {
    held(&tablet.get(COMMENTS).await)
}

fn why(reply: &Reply) -> (u16, CannotComment) {
    let problem: CommentProblem = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(problem.code, ProblemCode::Unreadable);
    assert!(problem.message.ends_with("nothing was changed"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

#[tokio::test]
async fn who_is_asked_reads_the_draft_comments_and_sees_the_answer() {
    let server = Server::start().await;
    let (adams, reyes, lin) = (server.tablet("adams").await, server.tablet("reyes").await, server.tablet("lin").await);
    assert_eq!(adams.get(COMMENTS).await.read::<AskedRound>(), AskedRound { held: None, can_open: false });
    let draft = open(&adams, &["reyes", "lin"]).await.draft;
    let asked = reyes.get("/api/v1/framework/comments/asked").await.read::<AskedForComments>().asked.unwrap();
    assert_eq!((asked.round, asked.title.as_str(), asked.until), (1, "Common framework", until()));

    let seen = round(&reyes).await;
    assert_eq!((seen.round.note.as_str(), seen.round.by.as_str()), ("Is it clear?", "adams"));
    assert_eq!((seen.draft, seen.invited, seen.comments), (Some(draft), None, vec![]));
    say(&reyes, "write", &on("goal", " In which language? ")).await;
    server.clock.forward(1_000);
    let wrote = held(&say(&lin, "write", &on_all("Too long")).await);
    // Others' comments have no names for those who are asked, and one's own does.
    let told: Vec<_> = wrote.comments.iter().map(|one| (one.text.as_str(), one.by.as_deref())).collect();
    assert_eq!(told, [("In which language?", None), ("Too long", Some("lin"))]);
    assert!(wrote.comments[0].account.is_none());

    let now = round(&adams).await;
    assert_eq!(now.invited.unwrap().len(), 2);
    let one = now.comments.iter().find(|one| one.look_for == Some("goal".into())).unwrap();
    assert_eq!((one.by.as_deref(), one.about.as_str()), (Some("reyes"), "goal"));
    say(&adams, "answer", &answer_to(one, "In any.", Some(Uptake::TakenUp))).await;
    let seen = round(&reyes).await;
    let answer = seen.comments.iter().find_map(|one| one.answer.clone()).unwrap();
    assert_eq!((answer.text.as_str(), answer.uptake, answer.by.as_str()), ("In any.", Some(Uptake::TakenUp), "adams"));
}

#[tokio::test]
async fn whoever_is_not_asked_is_refused_everywhere() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    open(&adams, &["reyes"]).await;
    say(&server.tablet("reyes").await, "write", &on("goal", "Why?")).await;
    let comment = round(&adams).await.comments.remove(0);
    let outside = |status: u16| (status, ProblemCode::NotAllowed);
    for who in ["okafor", "lin", "berg"] {
        let other = server.tablet(who).await;
        assert_eq!(other.get(COMMENTS).await.problem(), outside(403), "{who}");
        assert_eq!(other.get(&format!("{COMMENTS}?round=1")).await.problem(), outside(403), "{who}");
        assert_eq!(other.get(&format!("{COMMENTS}?round=2")).await.problem(), outside(403), "{who}");
        assert_eq!(say(&other, "write", &on("goal", "Me too")).await.problem(), outside(403), "{who}");
        let gone = WithdrawComment { round: 1, look_for: Some("goal".into()) };
        assert_eq!(say(&other, "withdraw", &gone).await.problem(), outside(403), "{who}");
        let asked = other.get("/api/v1/framework/comments/asked").await.read::<AskedForComments>();
        assert_eq!(asked.asked, None, "{who}");
    }
    // Nor does whoever is asked do what administrators do.
    for who in ["okafor", "lin", "reyes", "berg"] {
        let other = server.tablet(who).await;
        assert_eq!(other.get(DRAFT).await.problem(), outside(403), "{who}");
        assert_eq!(plan(&other, &asking(&[who])).await.problem(), outside(403), "{who}");
        assert_eq!(say(&other, "close", &CloseRound { round: 1 }).await.problem(), outside(403), "{who}");
        assert_eq!(say(&other, "answer", &answer_to(&comment, "So", None)).await.problem(), outside(403), "{who}");
    }
    for path in ["", "/asked"] {
        let reply = server.send(get(&format!("{COMMENTS}{path}"))).await;
        assert_eq!(reply.problem(), (401, ProblemCode::SignedOut));
    }
    assert_eq!(server.send(post("/api/v1/framework/comments/write", "{}")).await.status, 401);
    let (again, comments) = (round(&adams).await, vec![comment]);
    assert_eq!((again.comments, again.round.closed), (comments, None));
}

#[tokio::test]
async fn another_district_sees_and_changes_nothing() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    open(&adams, &["reyes"]).await;
    say(&server.tablet("reyes").await, "write", &on("goal", "Why?")).await;
    let comment = round(&adams).await.comments.remove(0);
    let me = |name: &str, role| Me { district: "birch-county".into(), ..person(name, role, &[]) };
    for (name, role) in [("boss", Role::Administrator), ("guest", Role::Observer)] {
        let newcomer = Newcomer { me: me(name, role), passphrase: PASSPHRASE.into(), since: Millis(NOW.0 - DAY) };
        server.app.add_account(newcomer).await.unwrap();
    }
    let (boss, guest) = (server.tablet("boss").await, server.tablet("guest").await);
    assert_eq!(boss.get(COMMENTS).await.read::<AskedRound>().held, None);
    let nowhere = (404, ProblemCode::NotFound);
    assert_eq!(boss.get(&format!("{COMMENTS}?round=1")).await.problem(), nowhere);
    assert_eq!(say(&boss, "answer", &answer_to(&comment, "So", None)).await.problem(), nowhere);
    assert_eq!(say(&boss, "close", &CloseRound { round: 1 }).await.problem(), nowhere);
    assert_eq!(say(&boss, "write", &on("goal", "So")).await.problem(), nowhere);
    assert_eq!(guest.get(COMMENTS).await.problem(), (403, ProblemCode::NotAllowed));
    // Nobody of another district can be asked.
    let other = PlanRound { round: Some(1), ..asking(&["guest"]) };
    assert_eq!(why(&plan(&adams, &other).await), (422, CannotComment::Account));
    let now = round(&adams).await;
    assert_eq!((now.comments, now.round.closed), (vec![comment], None));
}

#[tokio::test]
async fn ones_own_comment_is_changed_and_withdrawn_until_it_is_answered() {
    let server = Server::start().await;
    let (adams, reyes, lin) = (server.tablet("adams").await, server.tablet("reyes").await, server.tablet("lin").await);
    open(&adams, &["reyes", "lin"]).await;
    say(&reyes, "write", &on("goal", "First")).await;
    server.clock.forward(1_000);
    let again = held(&say(&reyes, "write", &on("goal", "Second")).await);
    let said: Vec<&str> = again.comments.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(said, ["Second"], "one comment of each look-for");
    // Nobody takes away what somebody else has said.
    let gone = WithdrawComment { round: 1, look_for: Some("goal".into()) };
    assert_eq!(why(&say(&lin, "withdraw", &gone).await), (409, CannotComment::Changed));
    assert_eq!(held(&say(&reyes, "withdraw", &gone).await).comments, []);

    say(&reyes, "write", &on("goal", "Third")).await;
    let comment = round(&adams).await.comments.remove(0);
    say(&adams, "answer", &answer_to(&comment, "Yes", None)).await;
    assert_eq!(why(&say(&reyes, "write", &on("goal", "Fourth")).await), (409, CannotComment::Answered));
    assert_eq!(why(&say(&reyes, "withdraw", &gone).await), (409, CannotComment::Answered));
    assert_eq!(round(&reyes).await.comments[0].text, "Third");
}

#[tokio::test]
async fn an_answer_is_changed_and_never_given_to_other_words() {
    let server = Server::start().await;
    let (adams, reyes) = (server.tablet("adams").await, server.tablet("reyes").await);
    open(&adams, &["reyes"]).await;
    say(&reyes, "write", &on_all("Too long")).await;
    let seen = round(&adams).await.comments.remove(0);
    say(&reyes, "write", &on_all("Too short")).await;
    let late = answer_to(&seen, "We cut it", Some(Uptake::TakenUp));
    assert_eq!(why(&say(&adams, "answer", &late).await), (409, CannotComment::Changed));

    let seen = round(&adams).await.comments.remove(0);
    for unfit in [String::new(), " ".into(), "a".repeat(1_001)] {
        assert_eq!(why(&say(&adams, "answer", &answer_to(&seen, &unfit, None)).await), (422, CannotComment::Words));
    }
    let first = answer_to(&seen, "It stays", Some(Uptake::NotTakenUp));
    let answered = held(&say(&adams, "answer", &first).await).comments.remove(0);
    // Of two who answer at once, the second is told.
    assert_eq!(why(&say(&adams, "answer", &first).await), (409, CannotComment::Changed));
    server.clock.forward(DAY);
    let changed = held(&say(&adams, "answer", &answer_to(&answered, "It stays after all", None)).await);
    let answer = changed.comments[0].answer.clone().unwrap();
    assert_eq!((answer.text.as_str(), answer.uptake, answer.at), ("It stays after all", None, Millis(NOW.0 + DAY)));
    let stranger = AnswerComment { account: "okafor".into(), ..answer_to(&changed.comments[0], "So", None) };
    assert_eq!(why(&say(&adams, "answer", &stranger).await), (409, CannotComment::Changed));
}

#[tokio::test]
async fn after_its_last_day_a_round_takes_no_comment_and_still_shows_answers() {
    let server = Server::start().await;
    let (adams, reyes) = (server.tablet("adams").await, server.tablet("reyes").await);
    open(&adams, &["reyes"]).await;
    // 14 November, 11:59 UTC: the 13th ends last at noon.
    server.clock.forward(4 * DAY - 3 * 3_600_000 - 60_000);
    assert_eq!(say(&reyes, "write", &on("goal", "Just in time")).await.status, 200);
    server.clock.forward(60_000);
    for text in ["Late", "Just in time, really"] {
        assert_eq!(why(&say(&reyes, "write", &on("goal", text)).await), (409, CannotComment::Over));
    }
    assert_eq!(why(&say(&adams, "write", &on("goal", "Late too")).await), (409, CannotComment::Over));
    let gone = WithdrawComment { round: 1, look_for: Some("goal".into()) };
    assert_eq!(why(&say(&reyes, "withdraw", &gone).await), (409, CannotComment::Over));
    assert_eq!(reyes.get("/api/v1/framework/comments/asked").await.read::<AskedForComments>().asked, None);
    let comment = round(&adams).await.comments.remove(0);
    assert_eq!(comment.text, "Just in time");
    assert_eq!(say(&adams, "answer", &answer_to(&comment, "Thank you", None)).await.status, 200);
    let seen = round(&reyes).await;
    assert_eq!(seen.comments[0].answer.as_ref().unwrap().text, "Thank you");
    assert_eq!(seen.draft, None, "the draft is read while the round lasts");
    assert!(round(&adams).await.draft.is_some());
    // With a later day it goes on.
    let later = PlanRound { until: date(2026, 11, 20), ..asking(&["reyes"]) };
    let later = changing(&round(&adams).await, later);
    assert_eq!(held(&plan(&adams, &later).await).round.until, date(2026, 11, 20));
    assert_eq!(say(&reyes, "write", &on("turns", "In time again")).await.status, 200);
}

#[tokio::test]
async fn a_round_is_changed_and_closed_early() {
    let server = Server::start().await;
    let (adams, reyes, lin) = (server.tablet("adams").await, server.tablet("reyes").await, server.tablet("lin").await);
    open(&adams, &["reyes"]).await;
    assert_eq!(why(&plan(&adams, &asking(&["lin"])).await), (409, CannotComment::AlreadyOpen));
    say(&reyes, "write", &on("goal", "Why?")).await;
    let before = round(&adams).await;
    let other = PlanRound { until: date(2026, 11, 11), note: String::new(), ..asking(&["lin", "lin"]) };
    let other = changing(&before, other);
    let now = held(&plan(&adams, &other).await);
    assert_eq!((now.round.until, now.round.note.as_str()), (date(2026, 11, 11), ""));
    // Whoever looked before that does not take it back unseen.
    let stale = changing(&before, asking(&["reyes"]));
    assert_eq!(why(&plan(&adams, &stale).await), (409, CannotComment::Changed));
    assert_eq!(round(&adams).await.invited, now.invited);
    assert_eq!((now.invited, now.comments.len()), (Some(vec!["lin".into()]), 1));
    // Who is no longer asked reads nothing more; what they said stays.
    assert_eq!(reyes.get(COMMENTS).await.problem(), (403, ProblemCode::NotAllowed));
    assert_eq!(round(&lin).await.comments.len(), 1);

    assert_eq!(held(&say(&adams, "close", &CloseRound { round: 1 }).await).round.closed, Some(NOW));
    assert_eq!(why(&say(&adams, "close", &CloseRound { round: 1 }).await), (409, CannotComment::Over));
    assert_eq!(why(&plan(&adams, &other).await), (409, CannotComment::Over));
    assert_eq!(why(&say(&lin, "write", &on("goal", "Late")).await), (409, CannotComment::Over));
    let nowhere = (404, ProblemCode::NotFound);
    assert_eq!(say(&adams, "close", &CloseRound { round: 2 }).await.problem(), nowhere);
    assert_eq!(plan(&adams, &PlanRound { round: Some(2), ..asking(&["lin"]) }).await.problem(), nowhere);
    assert!(adams.get(COMMENTS).await.read::<AskedRound>().can_open);
    assert!(!lin.get(COMMENTS).await.read::<AskedRound>().can_open);
    // Another can follow, and the first can still be read.
    let second = held(&plan(&adams, &asking(&["reyes"])).await);
    assert_eq!((second.round.number, second.rounds, second.comments), (2, vec![1, 2], vec![]));
    assert_eq!(held(&adams.get(&format!("{COMMENTS}?round=1")).await).comments.len(), 1);
    assert_eq!(round(&lin).await.round.number, 1, "the newest in which they were asked");
    assert_eq!(lin.get(&format!("{COMMENTS}?round=2")).await.problem(), (403, ProblemCode::NotAllowed));
}

#[tokio::test]
async fn a_round_needs_a_draft_somebody_to_ask_and_a_day_to_come() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    assert_eq!(why(&plan(&adams, &asking(&["reyes"])).await), (422, CannotComment::NoDraft));
    begin_draft(&adams).await;
    let refused = [
        (PlanRound { until: date(2026, 11, 8), ..asking(&["reyes"]) }, CannotComment::Until),
        (PlanRound { note: "n".repeat(1_001), ..asking(&["reyes"]) }, CannotComment::Note),
        (asking(&[]), CannotComment::Nobody),
        (asking(&["reyes", "nobody"]), CannotComment::Account),
    ];
    for (plan_, cannot) in refused {
        assert_eq!(why(&plan(&adams, &plan_).await), (422, cannot));
    }
    let change = serde_json::json!({ "account": "berg", "change": "leave" });
    assert_eq!(adams.post("/api/v1/people/change", change.to_string()).await.status, 204);
    assert_eq!(why(&plan(&adams, &asking(&["berg"])).await), (422, CannotComment::Account));
    assert_eq!(adams.get(COMMENTS).await.read::<AskedRound>().held, None);
}

#[tokio::test]
async fn a_comment_has_words_and_is_about_something_in_the_draft() {
    let server = Server::start().await;
    let (adams, reyes) = (server.tablet("adams").await, server.tablet("reyes").await);
    let draft = open(&adams, &["reyes"]).await;
    for unfit in [String::new(), " \n".into(), "ñ".repeat(1_001), "a\0b".into()] {
        assert_eq!(why(&say(&reyes, "write", &on("goal", &unfit)).await), (422, CannotComment::Words));
    }
    assert_eq!(why(&say(&reyes, "write", &on("nothing", "Why?")).await), (422, CannotComment::LookFor));
    assert_eq!(say(&reyes, "write", &on("goal", &"ñ".repeat(1_000))).await.status, 200);
    // Its look-for leaves the draft: the comment stays, with the words that it was about, and is still one's own to change.
    let without = draft.draft.with(DraftChange::Remove("goal".into()));
    let tag = format!("\"{}\"", draft.tag);
    assert_eq!(put(&adams, DRAFT, ("if-match", &tag), &without).await.status, 200);
    let now = held(&say(&reyes, "write", &on("goal", "Keep it")).await);
    assert!(now.draft.unwrap().look_for(&"goal".into()).is_none());
    assert_eq!((now.comments[0].text.as_str(), now.comments[0].about.as_str()), ("Keep it", "goal"));
    assert_eq!(why(&say(&adams, "write", &on("goal", "Mine")).await), (422, CannotComment::LookFor));
}

#[tokio::test]
async fn comments_outlive_the_draft_that_they_are_about() {
    let server = Server::start().await;
    let (adams, reyes) = (server.tablet("adams").await, server.tablet("reyes").await);
    let draft = open(&adams, &["reyes"]).await;
    say(&reyes, "write", &on("goal", "Why?")).await;
    let tag = format!("\"{}\"", draft.tag);
    let reworded = draft.draft.with(DraftChange::Title("Another".into()));
    let draft: AskedDraft = put(&adams, DRAFT, ("if-match", &tag), &reworded).await.read();
    let tag = format!("\"{}\"", draft.held.unwrap().tag);
    let publish = |body: &'static str| {
        let request = Request::post("/api/v1/framework/draft/publish").header(header::COOKIE, &adams.cookie);
        let request = request.header(header::CONTENT_TYPE, "application/json").header("if-match", &tag);
        server.send(request.body(body.into()).unwrap())
    };
    assert_eq!(publish(r#"{"version":2,"effective":"2027-01-04"}"#).await.status, 200);
    let now = round(&adams).await;
    assert_eq!((now.round.became, now.draft), (Some(Became::Version(2)), None));
    assert_eq!(why(&say(&reyes, "write", &on("goal", "Late")).await), (409, CannotComment::Over));
    assert_eq!(reyes.get("/api/v1/framework/comments/asked").await.read::<AskedForComments>().asked, None);
    let answered = say(&adams, "answer", &answer_to(&now.comments[0], "It says so now", Some(Uptake::TakenUp))).await;
    assert_eq!(held(&answered).comments[0].text, "Why?");
    assert!(round(&reyes).await.comments[0].answer.is_some());

    // The next draft is another: nobody who was asked about the first reads it.
    let second = begin_draft(&adams).await;
    assert_eq!(round(&reyes).await.draft, None);
    let request = Request::delete(DRAFT).header(header::COOKIE, &adams.cookie);
    assert_eq!(plan(&adams, &asking(&["lin"])).await.status, 200);
    let gone = request.header("if-match", format!("\"{}\"", second.tag)).body("".into()).unwrap();
    assert_eq!(server.send(gone).await.status, 204);
    let mut became = Vec::new();
    for number in [1, 2] {
        became.push(held(&adams.get(&format!("{COMMENTS}?round={number}")).await).round.became);
    }
    assert_eq!(became, [Some(Became::Version(2)), Some(Became::Discarded)]);
}

//! What people think of the draft of the framework: `/api/v1/framework/comments*`, for whoever was asked and for those who
//! write it.

use axum::Json;
use axum::extract::{Request, State};
use domain::framework::{
    AnswerComment, AskedForComments, AskedRound, CloseRound, Comment, CommentAnswer, HeldRound, Invitation,
    MOST_DRAFT_BYTES, PlanRound, Round, Uptake, WithdrawComment, WriteComment,
};
use domain::sync::ProblemCode;
use domain::time::{Millis, date};
use serde::Deserialize;
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use crate::app::App;
use crate::comments;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::{ReadJson, ReadQuery, json, must_be_json, whole};

pub(super) const ROUND: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/framework/comments",
    name: "commentRound",
    summary: "A comment round with its comments",
    description: "For whoever was asked, and for administrators. `held` is null before the first round. Whoever was asked reads the \
                  draft while the round lasts, and every comment with its answer, others’ without their names; administrators read \
                  the names, who was asked, and rounds of drafts that have been published or discarded.",
    open: false,
    query: &[("round", "its number; the newest that one may read when absent", false)],
    body: None,
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const ASKED: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/framework/comments/asked",
    name: "askedForComments",
    summary: "Whether one is asked for comments",
    description: "`asked` is null unless a round is open in which whoever asks was invited.",
    open: false,
    query: &[],
    body: None,
    answer: Some(invitation_example),
    problems: &[],
};

pub(super) const PLAN: Operation = Operation {
    method: Method::Put,
    path: "/api/v1/framework/comments/round",
    name: "planCommentRound",
    summary: "Opens a comment round, or changes its last day, its people and its note",
    description: "Without `round` one is opened on the draft. The last day counts until it has ended everywhere. 409 while another is \
                  open, or where the round has ended; 422 where nobody is asked, somebody does not work in the district, or there \
                  is no draft. The problem’s `why` says which.",
    open: false,
    query: &[],
    body: Some(Taken::Json(plan_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const CLOSE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/comments/close",
    name: "closeCommentRound",
    summary: "Closes a comment round early",
    description: "Nothing more is written in it; answers still are. 409 where it has ended.",
    open: false,
    query: &[],
    body: Some(Taken::Json(close_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const WRITE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/comments/write",
    name: "writeComment",
    summary: "Comments on a look-for or on the draft as a whole, or changes one’s own comment",
    description: "One comment of each, 1 to 1000 characters. 409 where the round has ended or the comment has been answered; 422 \
                  where the draft has no such look-for. The problem’s `why` says which.",
    open: false,
    query: &[],
    body: Some(Taken::Json(write_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const WITHDRAW: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/comments/withdraw",
    name: "withdrawComment",
    summary: "Takes one’s own comment away",
    description: "409 where the round has ended, or the comment has been answered or is not there.",
    open: false,
    query: &[],
    body: Some(Taken::Json(withdraw_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const ANSWER: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/comments/answer",
    name: "answerComment",
    summary: "Answers a comment, or changes the answer",
    description: "Also after the round. `seen` is the hash of the comment and its answer as they were seen; 409 where they are \
                  otherwise now.",
    open: false,
    query: &[],
    body: Some(Taken::Json(answer_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

#[derive(Deserialize)]
pub(super) struct RoundQuery {
    round: Option<u32>,
}

pub(super) async fn round(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(RoundQuery { round }): ReadQuery<RoundQuery>,
) -> Result<Json<AskedRound>, ApiError> {
    Ok(Json(comments::asked(&app, &caller.me, round).await?))
}

pub(super) async fn asked(State(app): State<App>, caller: Caller) -> Result<Json<AskedForComments>, ApiError> {
    Ok(Json(comments::asked_for(&app, &caller.me).await?))
}

pub(super) async fn plan(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Json<AskedRound>, ApiError> {
    may(&caller)?;
    let (parts, body) = request.into_parts();
    must_be_json(&parts.headers)?;
    // A district may ask everyone.
    let asked: PlanRound = json(&whole(body, MOST_DRAFT_BYTES).await?)?;
    let number = comments::plan(&app, &caller.me, asked).await?;
    as_it_is(&app, &caller, number).await
}

pub(super) async fn close(
    State(app): State<App>,
    caller: Caller,
    ReadJson(CloseRound { round }): ReadJson<CloseRound>,
) -> Result<Json<AskedRound>, ApiError> {
    may(&caller)?;
    comments::close(&app, &caller.me, round).await?;
    as_it_is(&app, &caller, round).await
}

pub(super) async fn write(
    State(app): State<App>,
    caller: Caller,
    ReadJson(asked): ReadJson<WriteComment>,
) -> Result<Json<AskedRound>, ApiError> {
    let number = asked.round;
    comments::write(&app, &caller.me, asked).await?;
    as_it_is(&app, &caller, number).await
}

pub(super) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    ReadJson(asked): ReadJson<WithdrawComment>,
) -> Result<Json<AskedRound>, ApiError> {
    let number = asked.round;
    comments::withdraw(&app, &caller.me, asked).await?;
    as_it_is(&app, &caller, number).await
}

pub(super) async fn answer(
    State(app): State<App>,
    caller: Caller,
    ReadJson(asked): ReadJson<AnswerComment>,
) -> Result<Json<AskedRound>, ApiError> {
    may(&caller)?;
    let number = asked.round;
    comments::answer(&app, &caller.me, asked).await?;
    as_it_is(&app, &caller, number).await
}

fn may(caller: &Caller) -> Result<(), ApiError> {
    if caller.me.may_write_framework() { Ok(()) } else { Err(ApiError::NotAllowed) }
}

async fn as_it_is(app: &App, caller: &Caller, number: u32) -> Result<Json<AskedRound>, ApiError> {
    Ok(Json(comments::asked(app, &caller.me, Some(number)).await?))
}

fn asked_example() -> Value {
    let round = Round {
        number: 1,
        title: "Common framework".into(),
        until: date(2026, 12, 4),
        note: "Is every look-for clear?".into(),
        by: "Ada Okafor".into(),
        at: Millis(1_795_000_000_000),
        closed: None,
        became: None,
    };
    let answer = CommentAnswer {
        text: "It says so now.".into(),
        uptake: Some(Uptake::TakenUp),
        by: "Ada Okafor".into(),
        at: Millis(1_795_000_000_000),
    };
    let comment = Comment {
        look_for: Some("learning-goal".into()),
        about: "Learning goal stated in words students can repeat".into(),
        account: Some("a-1f0c5a7e9b21".into()),
        by: Some("Ben Reyes".into()),
        text: "In which language?".into(),
        at: Millis(1_795_000_000_000),
        answer: Some(answer),
    };
    let invited = Some(vec!["a-1f0c5a7e9b21".into()]);
    let held = HeldRound { round, invited, comments: vec![comment], draft: None, rounds: vec![1] };
    example(&AskedRound { held: Some(held), can_open: false })
}

fn invitation_example() -> Value {
    let asked = Invitation { round: 1, title: "Common framework".into(), until: date(2026, 12, 4) };
    example(&AskedForComments { asked: Some(asked) })
}

fn plan_example() -> Value {
    example(&PlanRound {
        round: None,
        seen: None,
        until: date(2026, 12, 4),
        note: "Is every look-for clear?".into(),
        invited: vec!["a-1f0c5a7e9b21".into()],
    })
}

fn close_example() -> Value {
    example(&CloseRound { round: 1 })
}

fn write_example() -> Value {
    example(&WriteComment { round: 1, look_for: Some("learning-goal".into()), text: "In which language?".into() })
}

fn withdraw_example() -> Value {
    example(&WithdrawComment { round: 1, look_for: None })
}

fn answer_example() -> Value {
    example(&AnswerComment {
        round: 1,
        account: "a-1f0c5a7e9b21".into(),
        look_for: Some("learning-goal".into()),
        seen: domain::id::Bits128([7; 16]),
        text: "It says so now.".into(),
        uptake: Some(Uptake::TakenUp),
    })
}

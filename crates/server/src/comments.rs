//! People are asked what they think of the draft, and the district answers. Who is not asked learns nothing of it.

use std::collections::BTreeSet;

use domain::framework::{
    AnswerComment, AskedForComments, AskedRound, CannotComment, Comment, HeldRound, Invitation, PlanRound, Round,
    WithdrawComment, WriteComment, takes_part, worded,
};
use domain::id::{AccountId, LookForId};
use domain::permission::Me;
use sqlx::AnyConnection;

use crate::app::App;
use crate::error::ApiError;
use crate::outside::draw_tag;
use crate::store::comments::Place;
use crate::store::{StoreError, Tx, accounts, comment_rounds, comments, commits, framework_drafts};

/// A round with its comments, as far as somebody may know: the one with this number, or else the newest that they may read.
///
/// # Errors
/// When they were never asked, or there is no such round.
pub(crate) async fn asked(app: &App, me: &Me, number: Option<u32>) -> Result<AskedRound, ApiError> {
    let mut tx = app.store().read().await?;
    let now = app.outside().now();
    let readable = readable(&mut tx, me).await?;
    let rounds: Vec<u32> = readable.iter().map(|round| round.number).collect();
    let writes = me.may_write_framework();
    let draft = framework_drafts::get(&mut tx, &me.district).await?.map(|held| held.draft);
    let can_open = writes && draft.is_some() && !readable.iter().any(|round| round.is_open(now));
    let found = match number {
        Some(number) => readable.into_iter().find(|round| round.number == number),
        None => readable.into_iter().next_back(),
    };
    let Some(round) = found else {
        return match (writes, number) {
            (true, None) => Ok(AskedRound { held: None, can_open }),
            (true, Some(_)) => Err(ApiError::NotFound),
            (false, _) => Err(ApiError::NotAllowed),
        };
    };
    let mut all = comments::of(&mut tx, &me.district, round.number).await?;
    let invited = if writes { Some(comment_rounds::asked(&mut tx, &me.district, round.number).await?) } else { None };
    if !writes {
        all.iter_mut().filter(|comment| !comment.is_of(&me.account)).for_each(keep_author_back);
    }
    let shown = round.is_open(now) || (writes && round.became.is_none());
    tx.rollback().await.map_err(StoreError::from)?;
    let held = HeldRound { round, invited, comments: all, draft: draft.filter(|_| shown), rounds };
    Ok(AskedRound { held: Some(held), can_open })
}

/// The open round in which somebody is asked.
///
/// # Errors
/// When the store fails.
pub(crate) async fn asked_for(app: &App, me: &Me) -> Result<AskedForComments, ApiError> {
    let mut tx = app.store().read().await?;
    let now = app.outside().now();
    let asking = comment_rounds::asking(&mut tx, &me.district, &me.account).await?;
    let open = comment_rounds::all(&mut tx, &me.district).await?.into_iter().find(|round| round.is_open(now));
    tx.rollback().await.map_err(StoreError::from)?;
    let open = open.filter(|round| asking.contains(&round.number));
    let asked = open.map(|Round { number, title, until, .. }| Invitation { round: number, title, until });
    Ok(AskedForComments { asked })
}

/// Opens a round, or changes one, and tells its number.
///
/// # Errors
/// Why not.
pub(crate) async fn plan(app: &App, me: &Me, plan: PlanRound) -> Result<u32, ApiError> {
    let now = app.outside().now();
    let plan = PlanRound { note: plan.note.trim().to_owned(), ..plan };
    plan.check(now)?;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    // Of two that change it at once, the second sees what the first has done.
    commits::next(&mut tx, &me.district, tag, now).await?;
    let draft = framework_drafts::get(&mut tx, &me.district).await?.ok_or(CannotComment::NoDraft)?.draft;
    let rounds = comment_rounds::all(&mut tx, &me.district).await?;
    known(&mut tx, me, &plan.invited).await?;
    let number = match plan.round {
        None => {
            if rounds.iter().any(|round| round.is_open(now)) {
                return Err(CannotComment::AlreadyOpen.into());
            }
            let number = rounds.last().map_or(1, |round| round.number + 1);
            let of = (number, draft.title.as_str());
            if !comment_rounds::open(&mut tx, &me.district, of, &plan, (&me.account, now)).await? {
                return Err(CannotComment::AlreadyOpen.into());
            }
            number
        }
        Some(number) => {
            there(&rounds, number)?;
            let asked = comment_rounds::asked(&mut tx, &me.district, number).await?;
            let was = rounds.iter().find(|round| round.number == number).map(|round| round.tag(&asked));
            if !comment_rounds::change(&mut tx, &me.district, (number, &draft.title), &plan).await? {
                return Err(CannotComment::Over.into());
            }
            if was != plan.seen {
                return Err(CannotComment::Changed.into());
            }
            number
        }
    };
    tx.commit().await.map_err(StoreError::from)?;
    Ok(number)
}

/// Closes a round before its last day has passed.
///
/// # Errors
/// When it has ended.
pub(crate) async fn close(app: &App, me: &Me, number: u32) -> Result<(), ApiError> {
    let mut tx = app.store().begin().await?;
    there(&comment_rounds::all(&mut tx, &me.district).await?, number)?;
    let done = comment_rounds::close(&mut tx, &me.district, number, app.outside().now()).await?;
    finish(tx, done, CannotComment::Over).await
}

/// Writes somebody's comment, or writes it anew.
///
/// # Errors
/// When they are not asked, the round has ended, or it has been answered.
pub(crate) async fn write(app: &App, me: &Me, comment: WriteComment) -> Result<(), ApiError> {
    let WriteComment { round, look_for, text } = comment;
    let mut tx = app.store().begin().await?;
    taking(app, &mut tx, me, round).await?;
    let text = worded(&text)?;
    let place = Place { district: &me.district, round, account: &me.account, look_for: look_for.as_ref() };
    let about = about(&mut tx, me, round, look_for.as_ref()).await?;
    let done = comments::write(&mut tx, place, (&about, &text), app.outside().now()).await?;
    finish(tx, done, CannotComment::Answered).await
}

/// Takes somebody's own comment away.
///
/// # Errors
/// When they are not asked, the round has ended, or it has been answered.
pub(crate) async fn withdraw(app: &App, me: &Me, comment: WithdrawComment) -> Result<(), ApiError> {
    let WithdrawComment { round, look_for } = comment;
    let mut tx = app.store().begin().await?;
    taking(app, &mut tx, me, round).await?;
    let place = Place { district: &me.district, round, account: &me.account, look_for: look_for.as_ref() };
    let there = own(&mut tx, me, round, look_for.as_ref()).await?.ok_or(CannotComment::Changed)?;
    let done = there.answer.is_none() && comments::withdraw(&mut tx, place).await?;
    finish(tx, done, CannotComment::Answered).await
}

/// Answers a comment, or answers it anew, in a round that may have ended.
///
/// # Errors
/// When it is no longer what was seen.
pub(crate) async fn answer(app: &App, me: &Me, asked: AnswerComment) -> Result<(), ApiError> {
    let AnswerComment { round, account, look_for, seen, text, uptake } = asked;
    let text = worded(&text)?;
    let mut tx = app.store().begin().await?;
    there(&comment_rounds::all(&mut tx, &me.district).await?, round)?;
    let all = comments::of(&mut tx, &me.district, round).await?;
    let found = all.iter().find(|one| one.is_of(&account) && one.look_for == look_for);
    let found = found.filter(|one| one.tag() == seen).ok_or(CannotComment::Changed)?;
    let place = Place { district: &me.district, round, account: &account, look_for: look_for.as_ref() };
    let by = (&me.account, app.outside().now());
    let done = comments::answer(&mut tx, place, found, (&text, uptake), by).await?;
    finish(tx, done, CannotComment::Changed).await
}

/// The rounds that somebody may read, the oldest first.
async fn readable(tx: &mut AnyConnection, me: &Me) -> Result<Vec<Round>, StoreError> {
    let asking = comment_rounds::asking(tx, &me.district, &me.account).await?;
    let mut rounds = comment_rounds::all(tx, &me.district).await?;
    rounds.retain(|round| takes_part(me, asking.contains(&round.number)));
    Ok(rounds)
}

/// Whether a round takes this person's comments.
async fn taking(app: &App, tx: &mut AnyConnection, me: &Me, number: u32) -> Result<(), ApiError> {
    let readable = readable(tx, me).await?;
    let Some(round) = readable.into_iter().find(|round| round.number == number) else {
        return Err(if me.may_write_framework() { ApiError::NotFound } else { ApiError::NotAllowed });
    };
    if round.is_open(app.outside().now()) { Ok(()) } else { Err(CannotComment::Over.into()) }
}

/// The words of the look-for that a comment is about. One that was commented on before it left the draft keeps its own.
async fn about(tx: &mut AnyConnection, me: &Me, round: u32, look_for: Option<&LookForId>) -> Result<String, ApiError> {
    let Some(id) = look_for else { return Ok(String::new()) };
    let draft = framework_drafts::get(tx, &me.district).await?;
    if let Some((_, one)) = draft.as_ref().and_then(|held| held.draft.look_for(id)) {
        return Ok(one.text.clone());
    }
    let before = own(tx, me, round, look_for).await?;
    Ok(before.ok_or(CannotComment::LookFor)?.about)
}

/// Somebody's own comment of a look-for.
async fn own(
    tx: &mut AnyConnection,
    me: &Me,
    round: u32,
    look_for: Option<&LookForId>,
) -> Result<Option<Comment>, StoreError> {
    let all = comments::of(tx, &me.district, round).await?;
    Ok(all.into_iter().find(|one| one.is_of(&me.account) && one.look_for.as_ref() == look_for))
}

/// Whether everyone to be asked works in the district.
async fn known(tx: &mut AnyConnection, me: &Me, invited: &[AccountId]) -> Result<(), ApiError> {
    let all = accounts::all(tx, &me.district).await?;
    let here: BTreeSet<&AccountId> = all.iter().filter(|one| one.left_at.is_none()).map(|one| &one.account).collect();
    if invited.iter().all(|one| here.contains(one)) { Ok(()) } else { Err(CannotComment::Account.into()) }
}

fn there(rounds: &[Round], number: u32) -> Result<(), ApiError> {
    if rounds.iter().any(|round| round.number == number) { Ok(()) } else { Err(ApiError::NotFound) }
}

/// Those who are asked read what others say without their names.
fn keep_author_back(comment: &mut Comment) {
    (comment.account, comment.by) = (None, None);
}

/// Keeps what was done, or says why it was not.
async fn finish(tx: Tx, done: bool, otherwise: CannotComment) -> Result<(), ApiError> {
    if !done {
        return Err(otherwise.into());
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

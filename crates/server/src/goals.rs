//! What the measures of goals read, by school and student group.

use domain::district::{
    CannotChangeDistrict, CannotSetGoal, District, Figure, FigureChange, FiguresRead, NotFigures, figure_difference,
    figures_changed, read_figures,
};
use domain::id::GoalId;
use domain::permission::{Action, Me};
use domain::time::{UtcOffset, local};
use sqlx::AnyConnection;

use crate::app::App;
use crate::error::ApiError;
use crate::import::BadSheet;
use crate::import::csv::{each, text};
use crate::outside::draw_tag;
use crate::people;
use crate::store::{StoreError, commits, goal_figures};

/// The figures of a goal that somebody may see: those of its whole area, and of the schools whose visits they may compare.
///
/// # Errors
/// When the store fails.
pub(crate) async fn figures(app: &App, me: &Me, goal: &GoalId) -> Result<Vec<Figure>, StoreError> {
    let mut tx = app.store().read().await?;
    let mut figures = goal_figures::get(&mut tx, &me.district, goal).await?;
    tx.rollback().await?;
    figures.retain(|one| one.school.as_ref().is_none_or(|school| me.may(Action::CompareSchool, school)));
    Ok(figures)
}

/// Changes the figures of a goal, all as said or none.
///
/// # Errors
/// When they may not, there is no such goal, or one of the changes cannot be made.
pub(crate) async fn change(app: &App, me: &Me, goal: &GoalId, changes: &[FigureChange]) -> Result<(), ApiError> {
    let now = app.outside().now();
    let today = local(now, UtcOffset(0)).0;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    // Of two that change figures at once, the second sees what the first has done.
    let here = commits::next(&mut tx, &me.district, tag, now).await?;
    let district = people::latest_district(&mut tx, &me.district, here.seq).await?.ok_or(ApiError::NotFound)?;
    let known = district.goals.get(goal).ok_or(ApiError::NotFound)?;
    if !me.sets_goals(&district, &known.area, today) {
        return Err(ApiError::NotAllowed);
    }
    let figures = goal_figures::get(&mut tx, &me.district, goal).await?;
    let changed = figures_changed(&figures, changes, known, &district)?;
    goal_figures::put(&mut tx, &me.district, goal, &changed, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// What a file would change about the figures of a goal, for whoever could change them. It is read, and nothing is stored.
///
/// # Errors
/// When they may not, there is no such goal, or the file cannot be taken.
pub(crate) async fn read(app: &App, me: &Me, goal: &GoalId, file: Vec<u8>) -> Result<FiguresRead, ApiError> {
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, &me.district).await?;
    let district = people::latest_district(&mut tx, &me.district, head.seq).await?.ok_or(ApiError::NotFound)?;
    let known = district.goals.get(goal).ok_or(ApiError::NotFound)?;
    if !me.sets_goals(&district, &known.area, today) {
        return Err(ApiError::NotAllowed);
    }
    let figures = goal_figures::get(&mut tx, &me.district, goal).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    let text = text(file).map_err(NotFigures::NotText)?;
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let read = each(&text, |number, record| {
        rows.push((number, record.iter().map(str::to_owned).collect()));
        Ok::<(), BadSheet>(())
    });
    read.map_err(|_| NotFigures::NoTable)?;
    Ok(figure_difference(&figures, read_figures(rows.into_iter(), known, &district)?))
}

/// Whether what each goal's measure read fits what the goal is to be; nothing fits one that is to be taken out.
///
/// # Errors
/// When it does not, and so nothing may be changed.
pub(crate) async fn still_fit(tx: &mut AnyConnection, was: &District, now: &District) -> Result<(), ApiError> {
    for goal in was.goals.all.iter().filter(|goal| now.goals.get(&goal.id) != Some(*goal)) {
        let figures = goal_figures::get(tx, &now.id, &goal.id).await?;
        let fits = |figure: &Figure| now.goals.get(&goal.id).is_some_and(|goal| figure.check(goal, now).is_ok());
        if !figures.iter().all(fits) {
            return Err(CannotChangeDistrict::Goal(CannotSetGoal::InUse).into());
        }
    }
    Ok(())
}

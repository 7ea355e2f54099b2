//! What the measures of goals read, by school and student group.

use domain::district::{
    Area, CannotChangeDistrict, CannotSetGoal, District, Figure, FigureChange, FiguresRead, Goal, NotFigures,
    figure_difference, figures_changed, read_figures,
};
use domain::id::{DistrictId, GoalId, SchoolId};
use domain::permission::{Action, Me};
use sqlx::AnyConnection;

use crate::app::App;
use crate::district::days;
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
pub(crate) async fn figures(app: &App, me: &Me, goal: &GoalId) -> Result<Vec<Figure>, ApiError> {
    let Known { district, goal, mut figures } = match known(app, &me.district, goal).await {
        Err(ApiError::NotFound) => return Ok(Vec::new()),
        known => known?,
    };
    // What is of a whole area that is one school is of that school.
    let covered = district.schools.iter().map(|school| &school.id);
    let covered: Vec<_> = covered.filter(|id| district.covers(&goal.area, &Area::School((*id).clone()))).collect();
    let alone = match covered[..] {
        [school] => Some(school.clone()),
        _ => None,
    };
    let may = |school: &SchoolId| me.may(Action::CompareSchool, school);
    figures.retain(|one| one.school.as_ref().or(alone.as_ref()).is_none_or(may));
    Ok(figures)
}

/// Changes the figures of a goal, all as said or none.
///
/// # Errors
/// When they may not, there is no such goal, or one of the changes cannot be made.
pub(crate) async fn change(app: &App, me: &Me, goal: &GoalId, changes: &[FigureChange]) -> Result<(), ApiError> {
    put(app, &me.district, goal, changes, |district, goal| may(app, me, district, goal)).await
}

/// What a file would change about the figures of a goal, for whoever could change them. It is read, and nothing is stored.
///
/// # Errors
/// When they may not, there is no such goal, or the file cannot be taken.
pub(crate) async fn read(app: &App, me: &Me, goal: &GoalId, file: Vec<u8>) -> Result<FiguresRead, ApiError> {
    let known = known(app, &me.district, goal).await?;
    may(app, me, &known.district, &known.goal)?;
    Ok(known.read(file)?)
}

fn may(app: &App, me: &Me, district: &District, goal: &Goal) -> Result<(), ApiError> {
    let may = days(app).iter().any(|today| me.sets_goal(district, goal, *today));
    if may { Ok(()) } else { Err(ApiError::NotAllowed) }
}

/// A goal, with all that is known of it.
pub(crate) struct Known {
    district: District,
    goal: Goal,
    pub(crate) figures: Vec<Figure>,
}

/// A goal as it stands.
///
/// # Errors
/// [`ApiError::NotFound`] where there is none, or when the store fails.
pub(crate) async fn known(app: &App, id: &DistrictId, goal: &GoalId) -> Result<Known, ApiError> {
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, id).await?;
    let district = people::latest_district(&mut tx, id, head.seq).await?.ok_or(ApiError::NotFound)?;
    let goal = district.goals.get(goal).cloned().ok_or(ApiError::NotFound)?;
    let figures = goal_figures::get(&mut tx, id, &goal.id).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(Known { district, goal, figures })
}

impl Known {
    /// What a file would change about its figures.
    ///
    /// # Errors
    /// When the file cannot be taken.
    pub(crate) fn read(&self, file: Vec<u8>) -> Result<FiguresRead, NotFigures> {
        let text = text(file).map_err(NotFigures::NotText)?;
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        let read = each(&text, |number, record| {
            rows.push((number, record.iter().map(str::to_owned).collect()));
            Ok::<(), BadSheet>(())
        });
        read.map_err(|_| NotFigures::NoTable)?;
        Ok(figure_difference(&self.figures, read_figures(rows.into_iter(), &self.goal, &self.district)?))
    }
}

/// Changes the figures of a goal in one commit, where `allows` says that it may be done.
///
/// # Errors
/// When it does not, there is no such goal, or one of the changes cannot be made.
pub(crate) async fn put(
    app: &App,
    id: &DistrictId,
    goal: &GoalId,
    changes: &[FigureChange],
    allows: impl FnOnce(&District, &Goal) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let now = app.outside().now();
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    // Of two that change figures at once, the second sees what the first has done.
    let here = commits::next(&mut tx, id, tag, now).await?;
    let district = people::latest_district(&mut tx, id, here.seq).await?.ok_or(ApiError::NotFound)?;
    let known = district.goals.get(goal).ok_or(ApiError::NotFound)?;
    allows(&district, known)?;
    let figures = goal_figures::get(&mut tx, id, goal).await?;
    let changed = figures_changed(&figures, changes, known, &district)?;
    goal_figures::put(&mut tx, id, goal, &changed, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Whether what each goal's measure read fits what the goal is to be; nothing fits one that is to be taken out.
///
/// # Errors
/// When it does not, and so nothing may be changed.
pub(crate) async fn still_fit(tx: &mut AnyConnection, was: &District, now: &District) -> Result<(), ApiError> {
    for goal in was.goals.all.iter().filter(|goal| now.goals.get(&goal.id) != Some(*goal)) {
        let figures = goal_figures::get(tx, &now.id, &goal.id).await?;
        // One that did not fit before, since its school went elsewhere, is in nobody's way.
        let fits = |figure: &Figure| {
            let fit = now.goals.get(&goal.id).is_some_and(|goal| figure.check(goal, now).is_ok());
            fit || figure.check(goal, was).is_err()
        };
        if !figures.iter().all(fits) {
            return Err(CannotChangeDistrict::Goal(CannotSetGoal::InUse).into());
        }
    }
    Ok(())
}

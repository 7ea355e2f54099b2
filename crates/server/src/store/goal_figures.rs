//! What the measures of goals read.

use domain::district::Figure;
use domain::id::{DistrictId, GoalId};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;

/// The figures of a goal; none before the first.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    goal: &GoalId,
) -> Result<Vec<Figure>, StoreError> {
    let sql = "select text from goal_figures where district = $1 and goal = $2";
    let row: Option<(String,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(goal.as_str()).fetch_optional(tx).await?;
    let Some((text,)) = row else { return Ok(Vec::new()) };
    serde_json::from_str(&text).map_err(|_| StoreError::Damaged("goal_figures.text"))
}

/// Keeps them in place of those before.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    goal: &GoalId,
    figures: &[Figure],
    at: Millis,
) -> Result<(), StoreError> {
    let text = serde_json::to_string(figures).map_err(|_| StoreError::Damaged("goal_figures.text"))?;
    let sql = "insert into goal_figures (district, goal, text, at) values ($1, $2, $3, $4) \
               on conflict (district, goal) do update set text = excluded.text, at = excluded.at";
    let put = sqlx::query(sql).bind(district.as_str()).bind(goal.as_str()).bind(text).bind(at.0);
    put.execute(tx).await?;
    Ok(())
}

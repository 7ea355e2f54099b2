//! How a row answers a look-for.

use super::super::incoming::Entry;
use super::super::mapping::{Empty, LookForColumn};
use super::super::meaning::Meaning;
use super::super::refused::Reason;
use super::super::sheet::SheetRow;
use super::when::whole_minutes;
use super::{MOST, Reading};
use crate::framework::Kind;
use crate::visit::Answer;

impl Reading<'_> {
    /// What the cell says; `None` when it leaves the look-for blank. `minutes` is how long was watched.
    pub(super) fn answer(
        &self,
        column: &LookForColumn,
        row: &SheetRow,
        minutes: Option<u16>,
    ) -> Result<Option<Entry>, Reason> {
        let value = self.cell(row, Some(&column.column));
        let id = || column.look_for.clone();
        let meant = match (value.is_empty(), column.empty) {
            (true, Empty::Blank) => Some(Meaning::Blank),
            (true, Empty::NotSeen) => Some(Meaning::NotSeen),
            (false, _) => column.meaning(value),
        };
        if let Some(meaning) = meant {
            return Ok(meaning.answer().map(|answer| Entry::Answer(id(), answer)));
        }
        match self.setup.framework.look_for(&column.look_for).map(|look_for| &look_for.kind) {
            Some(Kind::Count) => match value.parse::<u16>() {
                Ok(0) => Ok(Some(Entry::Answer(id(), Answer::NotSeen))),
                Ok(times) if times <= MOST => Ok(Some(Entry::Times(id(), times))),
                Ok(_) | Err(_) => Err(Reason::NotACount(value.to_owned())),
            },
            Some(Kind::Duration) => match whole_minutes(value) {
                Some(0) => Ok(Some(Entry::Answer(id(), Answer::NotSeen))),
                Some(lasted) if lasted <= minutes.unwrap_or(0) => Ok(Some(Entry::Minutes(id(), lasted))),
                Some(lasted) => Err(Reason::LongerThanVisit(lasted)),
                None => Err(Reason::NotMinutes(value.to_owned())),
            },
            Some(Kind::Presence | Kind::Rating { .. } | Kind::Interval { .. }) | None => {
                Err(Reason::UnknownValue(value.to_owned()))
            }
        }
    }
}

//! When a visit was, and how long it lasted.

use super::super::dates::{self, Written};
use super::super::refused::Reason;
use super::super::sheet::SheetRow;
use super::{MOST, Reading};
use crate::time::Date;

impl Reading<'_> {
    pub(super) fn day(&self, row: &SheetRow) -> Result<(Date, Option<u16>), Reason> {
        let text = self.cell(row, Some(&self.mapping.date));
        if text.is_empty() {
            return Err(Reason::NoDate);
        }
        let read = |(written, minute): (Written, _)| Some((written.date(self.order)?, minute));
        let believable = |(date, _): &(Date, _)| date.year() >= 1970;
        let (date, minute) = dates::read_date(text)
            .and_then(read)
            .filter(believable)
            .ok_or_else(|| Reason::NotADate(text.to_owned()))?;
        if date > self.setup.today { Err(Reason::InTheFuture(date)) } else { Ok((date, minute)) }
    }

    pub(super) fn start(&self, row: &SheetRow) -> Result<Option<u16>, Reason> {
        let text = self.cell(row, self.mapping.start.as_ref());
        if text.is_empty() {
            return Ok(None);
        }
        let beside_a_date = || dates::read_date(text).and_then(|(_, minute)| minute);
        let minute = dates::read_time(text).or_else(beside_a_date);
        minute.map(Some).ok_or_else(|| Reason::NotATime(text.to_owned()))
    }

    pub(super) fn minutes(&self, row: &SheetRow) -> Result<Option<u16>, Reason> {
        let text = self.cell(row, self.mapping.minutes.as_ref());
        if text.is_empty() {
            return Ok(None);
        }
        whole_minutes(text).map(Some).ok_or_else(|| Reason::NotMinutes(text.to_owned()))
    }
}

/// `10`, `10 min`, `10.0`, `0:10`.
pub(super) fn whole_minutes(text: &str) -> Option<u16> {
    let text = text.trim();
    let minutes = match text.split_once(':') {
        Some(_) => dates::read_time(text)?,
        None => {
            let number = text.trim_end_matches(|sign: char| sign.is_alphabetic() || sign == '.' || sign == ' ');
            number.strip_suffix(".0").unwrap_or(number).parse().ok()?
        }
    };
    (minutes <= MOST).then_some(minutes)
}

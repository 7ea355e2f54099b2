//! One row of a table as one visit.

use super::dates::{self, Written};
use super::fold::fold;
use super::known;
use super::mapping::{Empty, LookForColumn, Mapping};
use super::meaning::Meaning;
use super::plan::{Setup, Strangers};
use super::sheet::{Sheet, SheetRow};
use crate::device::Intent;
use crate::framework::Kind;
use crate::id::{Bits128, LookForId, MarkId, NoteId, VisitId};
use crate::time::{Date, MINUTE, Millis, moment};
use crate::visit::{Adult, Answer, Begin, Context, MostText, Note, Place, Placed, Setting, Source, What};

/// The minute of the day of a visit whose row says no time: noon.
pub const UNTIMED: u16 = 12 * 60;

/// More minutes than this were not one visit, and more taps were not counted by a person.
const MOST: u16 = 600;

/// A visit that a row describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The visit's id: its first half says who was where and when, its second what the row holds, both for this source
    /// and school. So the same row is the same visit, and a changed row is known again.
    pub id: VisitId,
    /// How it began.
    pub begin: Begin,
    /// Whose lesson it was.
    pub context: Context,
    /// When it ended; its beginning where no minutes are known.
    pub finished: Millis,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Answer(LookForId, Answer),
    /// Occurrences of a count.
    Times(LookForId, u16),
    /// Minutes of a duration.
    Minutes(LookForId, u16),
    Note(String),
}

/// A row that makes no visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The column, where it is one cell's fault.
    pub column: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why a row makes no visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no date.
    NoDate,
    /// It is no date.
    NotADate(String),
    /// The visit has not happened yet.
    InTheFuture(Date),
    /// It is no time of day.
    NotATime(String),
    /// It is no number of minutes, 0 ..= 600.
    NotMinutes(String),
    /// Neither a classroom nor a teacher is named.
    NoPlace,
    /// The mapping does not say what this value means.
    UnknownValue(String),
    /// It is no number of occurrences, 0 ..= 600, and the mapping does not say what it means.
    NotACount(String),
    /// Something lasted longer than was watched, or nothing says how long was watched.
    LongerThanVisit(u16),
    /// A text has more characters than fit.
    TooLong {
        /// Its length.
        characters: usize,
        /// The most that fit.
        most: usize,
    },
    /// It has cells to the right of the last column that has a name.
    CellsBesides,
    /// Another row says the same to the letter.
    SameAs(u32),
}

impl Incoming {
    /// What to record: ordinary intents, the same for the same row.
    #[must_use]
    pub fn intents(&self) -> Vec<Intent> {
        let at = self.begin.at;
        let mut intents =
            vec![Intent::Set(Setting::Begin(self.begin.clone())), Intent::Set(Setting::Context(self.context.clone()))];
        for (place, entry) in self.entries.iter().enumerate() {
            let id = |number: u16| self.made(place, number);
            match entry {
                Entry::Answer(look_for, answer) => {
                    intents.push(Intent::Set(Setting::Answer(look_for.clone(), Some(*answer))));
                }
                Entry::Times(look_for, times) => {
                    let tap =
                        |number| Intent::Add(MarkId(id(number)), Placed { at, what: What::Tap(look_for.clone()) });
                    intents.extend((0..*times).map(tap));
                }
                Entry::Minutes(look_for, minutes) => {
                    let start = MarkId(id(0));
                    let end = at.plus(i64::from(*minutes) * MINUTE);
                    intents.push(Intent::Add(start, Placed { at, what: What::TimerStart(look_for.clone()) }));
                    intents.push(Intent::Add(MarkId(id(1)), Placed { at: end, what: What::TimerStop(start) }));
                }
                Entry::Note(text) => {
                    let note = Note { about: None, text: text.clone() };
                    intents.push(Intent::Set(Setting::Note(NoteId(id(0)), Some(Placed { at, what: note }))));
                }
            }
        }
        intents.push(Intent::Set(Setting::Finished(Some(self.finished))));
        intents
    }

    fn made(&self, place: usize, number: u16) -> Bits128 {
        Bits128::hash(&[&self.id.0.0, &(place as u64).to_le_bytes(), &number.to_le_bytes()])
    }
}

/// What a row is read with, and what reading finds out beside visits.
pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) mapping: &'a Mapping,
    pub(super) setup: &'a Setup<'a>,
    pub(super) order: Option<dates::DateOrder>,
}

impl Reading<'_> {
    /// The visit, or everything that is wrong with the row.
    pub(super) fn visit(&self, row: &SheetRow, strangers: &mut Strangers) -> Result<Incoming, Vec<Refused>> {
        let mut wrong = Vec::new();
        if row.cells().len() > self.sheet.columns().len() {
            wrong.push(Refused { row: row.number, column: None, reason: Reason::CellsBesides });
        }
        let refuse = |column: Option<&String>, reason| Refused { row: row.number, column: column.cloned(), reason };
        let mut keep = |column: Option<&String>, reason| wrong.push(refuse(column, reason));

        let day = self.day(row).map_err(|reason| keep(Some(&self.mapping.date), reason)).ok();
        let start = self.start(row).map_err(|reason| keep(self.mapping.start.as_ref(), reason)).ok().flatten();
        let minutes = self.minutes(row).map_err(|reason| keep(self.mapping.minutes.as_ref(), reason)).ok().flatten();
        let mut found = strangers.clone();
        let context = self.context(row, &mut found);
        for (column, text) in self.named(row) {
            let characters = text.chars().count();
            if characters > MostText::NAME {
                keep(Some(column), Reason::TooLong { characters, most: MostText::NAME });
            }
        }
        if context.is_none() {
            keep(None, Reason::NoPlace);
        }
        let mut entries = Vec::new();
        for column in &self.mapping.look_fors {
            match self.answer(column, row, minutes) {
                Ok(entry) => entries.extend(entry),
                Err(reason) => keep(Some(&column.column), reason),
            }
        }
        for column in &self.mapping.notes {
            let text = self.cell(row, Some(column));
            let characters = text.chars().count();
            if characters > MostText::NOTE {
                keep(Some(column), Reason::TooLong { characters, most: MostText::NOTE });
            } else if !text.is_empty() {
                entries.push(Entry::Note(text.to_owned()));
            }
        }
        let (Some((date, beside)), Some(context), true) = (day, context, wrong.is_empty()) else {
            return Err(wrong);
        };
        let observer = self.observer(row, &mut found);
        let minute = start.or(beside);
        found.untimed += u32::from(minute.is_none());
        found.unwatched += u32::from(minutes.is_none());
        let at = moment(date, minute.unwrap_or(UNTIMED), self.setup.offset);
        *strangers = found;
        Ok(Incoming {
            row: row.number,
            id: self.id(row, date, minute),
            begin: Begin {
                school: self.setup.school.clone(),
                observer,
                framework: self.setup.document,
                at,
                date,
                offset: self.setup.offset,
                source: Source::Imported,
            },
            context,
            finished: at.plus(i64::from(minutes.unwrap_or(0)) * MINUTE),
            entries,
        })
    }

    /// The cell of a mapped column.
    pub(super) fn cell<'r>(&self, row: &'r SheetRow, column: Option<&String>) -> &'r str {
        column.and_then(|column| self.sheet.place(column)).map_or("", |place| row.cell(place))
    }

    fn day(&self, row: &SheetRow) -> Result<(Date, Option<u16>), Reason> {
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

    fn start(&self, row: &SheetRow) -> Result<Option<u16>, Reason> {
        let text = self.cell(row, self.mapping.start.as_ref());
        if text.is_empty() {
            return Ok(None);
        }
        let beside_a_date = || dates::read_date(text).and_then(|(_, minute)| minute);
        let minute = dates::read_time(text).or_else(beside_a_date);
        minute.map(Some).ok_or_else(|| Reason::NotATime(text.to_owned()))
    }

    fn minutes(&self, row: &SheetRow) -> Result<Option<u16>, Reason> {
        let text = self.cell(row, self.mapping.minutes.as_ref());
        if text.is_empty() {
            return Ok(None);
        }
        whole_minutes(text).map(Some).ok_or_else(|| Reason::NotMinutes(text.to_owned()))
    }

    /// `None` when neither a classroom nor a teacher is named. A roster of today does not say who taught there then, so
    /// nothing is filled in from it.
    fn context(&self, row: &SheetRow, strangers: &mut Strangers) -> Option<Context> {
        let [room, teacher, subject, grade] =
            [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.subject, &self.mapping.grade]
                .map(|column| self.cell(row, column.as_ref()));
        let roster = self.setup.roster;
        let place = |text: &str| match roster.and_then(|roster| known::classroom(roster, text)) {
            Some(id) => Place::Known(id),
            None => Place::Described(text.to_owned()),
        };
        let adult = |text: &str| match roster.and_then(|roster| known::teacher(roster, text)) {
            Some(id) => Adult::Known(id),
            None => Adult::Described(text.to_owned()),
        };
        let lead = (!teacher.is_empty()).then(|| adult(teacher));
        if let Some(Adult::Described(name)) = &lead {
            *strangers.teachers.entry(name.clone()).or_default() += 1;
        }
        let classroom = match (room, teacher) {
            ("", "") => return None,
            ("", teacher) => Place::Described(teacher.to_owned()),
            (room, _) => place(room),
        };
        if let Place::Described(name) = &classroom {
            *strangers.classrooms.entry(name.clone()).or_default() += 1;
        }
        let taught = known::grade(grade);
        if !grade.is_empty() && taught.is_none() {
            *strangers.grades.entry(grade.to_owned()).or_default() += 1;
        }
        Some(Context {
            classroom,
            lead,
            others: Vec::new(),
            grade: taught,
            subject: (!subject.is_empty()).then(|| known::subject(roster, subject)),
            groups: Vec::new(),
        })
    }

    fn observer(&self, row: &SheetRow, strangers: &mut Strangers) -> crate::id::AccountId {
        let text = self.cell(row, self.mapping.observer.as_ref());
        let known = known::observer(self.setup.people, text);
        if !text.is_empty() && known.is_none() {
            *strangers.observers.entry(text.to_owned()).or_default() += 1;
        }
        known.unwrap_or_else(|| self.setup.importer.clone())
    }

    /// The cells whose words become names.
    fn named<'r>(&'r self, row: &'r SheetRow) -> impl Iterator<Item = (&'r String, &'r str)> {
        let columns = [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.subject];
        columns.into_iter().flatten().map(|column| (column, self.cell(row, Some(column))))
    }

    fn answer(&self, column: &LookForColumn, row: &SheetRow, minutes: Option<u16>) -> Result<Option<Entry>, Reason> {
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

    /// See [`Incoming::id`]. The second half does not depend on the mapping, so that a better mapping imports nothing
    /// twice.
    fn id(&self, row: &SheetRow, date: Date, minute: Option<u16>) -> VisitId {
        let (source, school) = (self.setup.source.as_bytes(), self.setup.school.as_str().as_bytes());
        let names = [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.observer];
        let [room, teacher, observer] = names.map(|column| fold(self.cell(row, column.as_ref())));
        let (date, minute) = (date.to_string(), minute.map_or(String::new(), |minute| minute.to_string()));
        let who = [date, minute, room, teacher, observer];
        let half = |label: &[u8], parts: &[String]| {
            let own = [b"import", label, source, school];
            let all: Vec<&[u8]> = own.into_iter().chain(parts.iter().map(String::as_bytes)).collect();
            Bits128::hash(&all).0
        };
        let mut id = half(b"visit", &who);
        id[8..].copy_from_slice(&half(b"row", row.cells())[..8]);
        VisitId::from(id)
    }
}

/// `10`, `10 min`, `10.0`, `0:10`.
fn whole_minutes(text: &str) -> Option<u16> {
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

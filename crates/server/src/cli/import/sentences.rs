//! What `import` says in words.

use std::collections::BTreeMap;

use domain::id::AccountId;
use domain::import::{
    Against, CannotRead, DateOrder, Doubt, Fault, Guess, PastImport, Plan, Reason, Refused, Strangers, Undone,
    UndoneImport,
};
use domain::time::{Millis, UtcOffset, local};

use crate::store::Account;

/// How many of a kind are listed one by one.
const MOST_LISTED: usize = 20;
/// How often it says how far it has come.
const TIMES: usize = 10;
/// Fewer visits than this are stored before anyone asks how far it has come.
const LONG: usize = 2_000;

/// Under a guessed mapping.
pub(super) fn guessed(guess: &Guess) -> String {
    let mut said = String::from(
        "No mapping is remembered for this source. Above is how the file would be read; nothing was stored.\n\
         Save it as a file, correct it, and run the command again with --mapping FILE.\n",
    );
    if !guess.unsure.is_empty() {
        said.push_str("Look at these:\n");
        guess.unsure.iter().for_each(|doubt| said.push_str(&format!("  {}\n", self::doubt(doubt))));
    }
    said
}

fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::NoDate => "no column holds dates: say which is \"date\"".to_owned(),
        Doubt::DateOrder { column, example } => format!(
            "{column:?}: {example:?} can be read both ways: say \"date_order\": \"month_first\" or \"day_first\""
        ),
        Doubt::NoPlace => {
            "no column names classrooms or teachers: say which is \"classroom\" or \"teacher\"".to_owned()
        }
        Doubt::RoughlyAlike { column, look_for } => {
            format!("{column:?}: its words are only roughly those of the look-for {look_for}")
        }
        Doubt::UnknownValues { column, values } => {
            format!("{column:?}: say under \"values\" what these mean: {}", listed(values))
        }
        Doubt::OnlyMarks { column } => format!(
            "{column:?}: has marks and empty cells only. Empty is read as left blank; if it meant not seen in this source, \
             say \"empty\": \"not_seen\""
        ),
        Doubt::NotUsed { column } => format!("{column:?}: is not read"),
    }
}

/// Why a table cannot be read at all.
pub(super) fn cannot_read(why: &CannotRead) -> String {
    match why {
        CannotRead::Mapping(faults) => {
            let mut said = String::from("The mapping cannot be used with this file:");
            faults.iter().for_each(|fault| said.push_str(&format!("\n  {}", self::fault(fault))));
            said
        }
        CannotRead::DateOrder { column, example } => format!(
            "In the column {column:?}, dates such as {example:?} can be read both ways, and no other date of the column \
             tells which is meant.\nSay \"date_order\": \"month_first\" or \"day_first\" in the mapping."
        ),
    }
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NoDate => "\"date\" has no column".to_owned(),
        Fault::NoColumn(column) => format!("the file has no column {column:?}"),
        Fault::ColumnTwice(column) => format!("the column {column:?} is read twice"),
        Fault::NoLookFor(look_for) => format!("the framework has no look-for {:?}", look_for.as_str()),
        Fault::LookForTwice(look_for) => format!("two columns answer the look-for {:?}", look_for.as_str()),
        Fault::DoesNotFit { look_for, value, meaning } => {
            format!("the look-for {:?} cannot be answered {meaning:?}, as {value:?} says", look_for.as_str())
        }
        Fault::Interval(look_for) => {
            format!("the look-for {:?} is made of snapshots, which one cell cannot hold", look_for.as_str())
        }
        Fault::NoPlace => "neither \"classroom\" nor \"teacher\" has a column".to_owned(),
    }
}

/// The dry run in words.
pub(super) fn report(plan: &Plan, against: &Against, importer: &str) -> String {
    let mut said = String::new();
    let mut line = |text: String| said.push_str(&format!("{text}\n"));
    line(format!("{} to import.", visits(against.new.len())));
    if against.already > 0 {
        line(format!("{} already there.", rows(against.already)));
    }
    if plan.elsewhere > 0 {
        line(format!("{} of other schools.", rows(plan.elsewhere)));
    }
    match plan.date_order {
        Some(DateOrder::MonthFirst) => line("Dates are read with the month first.".to_owned()),
        Some(DateOrder::DayFirst) => line("Dates are read with the day first.".to_owned()),
        None => {}
    }
    if !against.changed.is_empty() {
        line(format!(
            "{} changed since they were imported, and are not imported again:",
            rows(u32::try_from(against.changed.len()).unwrap_or(u32::MAX))
        ));
        let changed = against.changed.iter().map(|one| format!("row {}: visit {}", one.row, one.visit));
        some(changed).into_iter().for_each(|text| line(format!("  {text}")));
    }
    let mut refused: Vec<u32> = plan.refused.iter().map(|refused| refused.row).collect();
    refused.dedup();
    if !refused.is_empty() {
        line(format!("{} refused:", rows(u32::try_from(refused.len()).unwrap_or(u32::MAX))));
        some(plan.refused.iter().map(self::refused)).into_iter().for_each(|text| line(format!("  {text}")));
    }
    strangers(&plan.strangers, importer).into_iter().for_each(line);
    said
}

fn strangers(strangers: &Strangers, importer: &str) -> Vec<String> {
    let Strangers { classrooms, teachers, observers, grades, untimed, unwatched } = strangers;
    let named = |what: &str, names: &BTreeMap<String, u32>, then: &str| {
        (!names.is_empty()).then(|| format!("{what} that the district does not know, {then}: {}", listed(names)))
    };
    let counted = |count: u32, what: &str| (count > 0).then(|| format!("{} {what}", rows(count)));
    [
        named("Classrooms", classrooms, "kept as written"),
        named("Teachers", teachers, "kept as written"),
        named("Observers", observers, &format!("for whom {importer} stands")),
        named("Grades", grades, "left open"),
        counted(*untimed, "without a time of day, left out of what is said of times of day."),
        counted(*unwatched, "without minutes: what is counted in them has no rate."),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn refused(Refused { row, column, reason }: &Refused) -> String {
    let place = column.as_ref().map(|column| format!(", {column:?}")).unwrap_or_default();
    format!("row {row}{place}: {}", self::reason(reason))
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::NoDate => "there is no date".to_owned(),
        Reason::NotADate(text) => format!("{text:?} is no date"),
        Reason::InTheFuture(date) => format!("{date} has not come yet"),
        Reason::NotATime(text) => format!("{text:?} is no time of day"),
        Reason::NotMinutes(text) => format!("{text:?} is no number of minutes from 0 to 600"),
        Reason::NoPlace => "neither a classroom nor a teacher is named".to_owned(),
        Reason::UnknownValue(text) => format!("the mapping does not say what {text:?} means"),
        Reason::NotACount(text) => {
            format!("{text:?} is no number from 0 to 600, and the mapping does not say what it means")
        }
        Reason::LongerThanVisit(minutes) => {
            format!("{minutes} minutes are more than were watched, or nothing says how long was watched")
        }
        Reason::TooLong { characters, most } => format!("{characters} characters, {most} at most"),
        Reason::CellsBesides => "there are cells to the right of the last named column".to_owned(),
        Reason::SameAs(row) => format!("says the same as row {row}"),
    }
}

/// Says how far it has come, at each tenth of a long way.
pub(super) struct Progress {
    all: usize,
    /// The tenths that have been said.
    said: usize,
}

impl Progress {
    pub(super) fn of(all: usize) -> Self {
        Self { all, said: 0 }
    }

    pub(super) fn tell(&mut self, stored: usize) {
        let tenths = stored * TIMES / self.all.max(1);
        if self.all >= LONG && tenths > self.said && stored < self.all {
            self.said = tenths;
            eprintln!("{stored} of {} visits", self.all);
        }
    }
}

pub(super) fn stored(count: usize) -> String {
    match count {
        0 => "Nothing was stored.".to_owned(),
        count => format!("Imported {}, marked as imported.", visits(count)),
    }
}

/// The imports that were done.
pub(super) fn imports(all: &[PastImport], accounts: &[Account]) -> String {
    if all.is_empty() {
        return "Nothing has been imported.\n".to_owned();
    }
    let email = |id: &AccountId| {
        let account = accounts.iter().find(|account| account.account == *id);
        account.map_or(id.as_str(), |account| &account.email).to_owned()
    };
    let mut said = String::new();
    for PastImport { import, source, school, by, at, visits, undone } in all {
        let count = self::visits(usize::try_from(*visits).unwrap_or(usize::MAX));
        said.push_str(&format!("{import}  {}  {count} to {school} from {source:?}, by {}", moment(*at), email(by)));
        if let Some(Undone { by, at }) = undone {
            said.push_str(&format!("; undone {} by {}", moment(*at), email(by)));
        }
        said.push('\n');
    }
    said
}

/// To the minute, in UTC: a server does not know where it stands.
fn moment(at: Millis) -> String {
    let (date, minute) = local(at, UtcOffset(0));
    format!("{date} {:02}:{:02} UTC", minute / 60, minute % 60)
}

pub(super) fn undone(undone: &UndoneImport) -> String {
    let UndoneImport { discarded, changed, .. } = undone;
    let all = visits(usize::try_from(*discarded).unwrap_or(usize::MAX));
    match (discarded, changed) {
        (0, _) => "Nothing was left to undo.".to_owned(),
        (_, 0) => format!("Undone: {all} discarded."),
        (_, changed) => format!("Undone: {all} discarded. Somebody had changed {changed} of them since the import."),
    }
}

fn visits(count: usize) -> String {
    if count == 1 { "1 visit".to_owned() } else { format!("{count} visits") }
}

fn rows(count: u32) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}

/// Words and how many cells have them.
fn listed(names: &BTreeMap<String, u32>) -> String {
    some(names.iter().map(|(name, count)| format!("{name:?} ({count})"))).join(", ")
}

/// The first of them, and how many more there are.
fn some(all: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let more = all.len().saturating_sub(MOST_LISTED);
    let mut some: Vec<String> = all.take(MOST_LISTED).collect();
    if more > 0 {
        some.push(format!("and {more} more"));
    }
    some
}

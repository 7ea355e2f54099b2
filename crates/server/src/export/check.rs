//! An exported CSV file, read back and held against what is here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use domain::compare::{AmountTally, Comparison, Ground, Selection, Tally, compare};
use domain::export::{BadRow, Reader};
use domain::fact::{Fact, Pack, PackKey};
use domain::id::{LookForId, SchoolId, VisitId};
use domain::time::Date;

/// What a file says, held against what is here.
#[derive(Debug)]
pub(crate) struct Checked {
    /// Rows below the names of the columns.
    pub(crate) rows: u64,
    /// Visits in the file.
    pub(crate) visits: usize,
    /// Of those, how many are not here.
    pub(crate) not_here: usize,
    /// Visits here of the file's schools, between its first day and its last, that the file does not have.
    pub(crate) not_in_file: usize,
    /// Look-fors that Compare has for the file's visits.
    pub(crate) look_fors: usize,
    /// Those that are tallied otherwise here, over the visits that both have.
    pub(crate) otherwise: Vec<Otherwise>,
}

/// A look-for that is tallied otherwise in a file than here.
#[derive(Debug)]
pub(crate) struct Otherwise {
    pub(crate) look_for: LookForId,
    pub(crate) in_file: Tally,
    pub(crate) here: Tally,
}

/// Why a file cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum NotTheTable {
    /// It is no CSV.
    #[error("{0}")]
    Csv(#[from] csv::Error),
    /// Columns are missing.
    #[error("it has no column {}", .0.join(", "))]
    Columns(Vec<&'static str>),
    /// Rows cannot be read.
    #[error("{} rows cannot be read, the first: {first}", count)]
    Rows {
        /// How many.
        count: usize,
        /// The first of them.
        first: BadRow,
    },
}

pub(super) fn check(ground: &Ground<'_>, today: Date, file: impl Read) -> Result<Checked, NotTheTable> {
    let mut records = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let header: Vec<String> = records.headers()?.iter().map(str::to_owned).collect();
    let mut reader = Reader::new(&header, &ground.frameworks).map_err(NotTheTable::Columns)?;
    let mut rows = 0;
    let mut record = csv::StringRecord::new();
    while records.read_record(&mut record)? {
        rows += 1;
        reader.row(rows + 1, &record.iter().collect::<Vec<_>>());
    }
    let back = reader.finish();
    let count = back.bad.len();
    if let Some(first) = back.bad.into_iter().next() {
        return Err(NotTheTable::Rows { count, first });
    }
    let visits: BTreeSet<VisitId> = back.facts.iter().map(|fact| fact.visit).collect();
    let not_in_file = missing(ground, &back.facts, &visits);
    let here: Vec<Pack> = ground.packs.iter().map(|pack| narrowed(pack, &visits)).collect();
    let found: BTreeSet<VisitId> = here.iter().flat_map(Pack::rows).map(|(visit, _)| visit).collect();
    let in_file = packs(back.facts.into_iter().filter(|fact| found.contains(&fact.visit)));
    let tallied = |packs: &[Pack]| {
        let ground = Ground { packs: packs.iter().collect(), ..ground.clone() };
        tallies(compare(&ground, &Selection::default(), today))
    };
    let (in_file, here) = (tallied(&in_file), tallied(&here));
    let look_fors = here.len();
    let otherwise = here.into_iter().filter(|(look_for, tally)| in_file.get(look_for) != Some(tally));
    let otherwise = otherwise.map(|((look_for, version), (here, _))| {
        let in_file = in_file.get(&(look_for.clone(), version)).map_or(Tally::default(), |(tally, _)| *tally);
        Otherwise { look_for, in_file, here }
    });
    let otherwise = otherwise.collect();
    let not_here = visits.len() - found.len();
    Ok(Checked { rows, visits: visits.len(), not_here, not_in_file, look_fors, otherwise })
}

/// How many visits a file of these facts might have had, by its schools and its days, and does not have.
fn missing(ground: &Ground<'_>, facts: &[Fact], visits: &BTreeSet<VisitId>) -> usize {
    let schools: BTreeSet<&SchoolId> = facts.iter().map(|fact| &fact.key.school).collect();
    let days = || facts.iter().map(|fact| fact.date);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return 0 };
    let rows = ground.packs.iter().filter(|pack| schools.contains(&pack.key.school)).flat_map(|pack| pack.rows());
    rows.filter(|(visit, row)| (first..=last).contains(&row.date()) && !visits.contains(visit)).count()
}

type Tallies = BTreeMap<(LookForId, domain::id::DocumentHash), (Tally, Option<AmountTally>)>;

fn tallies(comparison: Comparison) -> Tallies {
    comparison.rows.into_iter().map(|row| ((row.look_for.id, row.version), (row.tally, row.amount))).collect()
}

/// A pack with these visits only.
fn narrowed(pack: &Pack, visits: &BTreeSet<VisitId>) -> Pack {
    let mut narrowed = pack.clone();
    for (visit, _) in pack.rows().filter(|(visit, _)| !visits.contains(visit)) {
        narrowed.take(visit);
    }
    narrowed
}

fn packs(facts: impl Iterator<Item = Fact>) -> Vec<Pack> {
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for fact in facts {
        packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    packs.into_values().collect()
}

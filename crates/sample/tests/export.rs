//! The tidy table of a made-up district, read back: the same visits, and so the same tallies.

use std::collections::BTreeMap;

use domain::compare::{Comparison, Ground, Selection, compare};
use domain::export::{BadCell, Cell, Column, Reader, Table};
use domain::fact::{Fact, Pack, PackKey};
use domain::framework::Framework;
use domain::id::DocumentHash;
use domain::visit::Source;
use sample::{DEMO_SEED, Sample, Size, district};

fn packs(facts: impl Iterator<Item = Fact>) -> BTreeMap<PackKey, Pack> {
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for fact in facts {
        packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    packs
}

/// The demo district, and the version that its visits were recorded with.
struct World {
    sample: Sample,
    version: DocumentHash,
}

impl World {
    fn new() -> Self {
        let sample = district(DEMO_SEED, Size::demo());
        let version = sample.facts().next().map(|fact| fact.key.framework).unwrap_or_default();
        Self { sample, version }
    }

    fn frameworks(&self) -> BTreeMap<DocumentHash, &Framework> {
        self.sample.frameworks.iter().map(|framework| (self.version, framework)).collect()
    }

    fn ground<'a>(&'a self, packs: &'a BTreeMap<PackKey, Pack>) -> Ground<'a> {
        Ground {
            packs: packs.values().collect(),
            frameworks: self.frameworks(),
            district: &self.sample.district,
            rosters: self.sample.rosters.iter().collect(),
        }
    }

    fn compare(&self, packs: &BTreeMap<PackKey, Pack>, selection: &Selection) -> Comparison {
        compare(&self.ground(packs), selection, Size::demo().until)
    }
}

/// The table as text, as a CSV file would hold it.
fn rows(ground: &Ground<'_>, selection: &Selection) -> Vec<Vec<String>> {
    let table = Table::new(ground, selection);
    let mut rows = Vec::new();
    let done: Result<(), ()> = table.each(|cells| {
        rows.push(cells.iter().map(cell).collect());
        Ok(())
    });
    assert_eq!(done, Ok(()));
    assert_eq!(rows.len() as u64, table.rows());
    rows
}

fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => String::new(),
    }
}

fn header() -> Vec<&'static str> {
    Column::ALL.map(Column::name).to_vec()
}

#[test]
fn the_table_reads_back_into_the_same_facts_and_tallies() {
    let world = World::new();
    let before = packs(world.sample.facts());
    let mut rows = rows(&world.ground(&before), &Selection::default());
    // Researchers sort.
    rows.sort_by(|one, other| one[22].cmp(&other[22]));
    let frameworks = world.frameworks();
    let mut reader = Reader::new(&header(), &frameworks).unwrap();
    for (row, number) in rows.iter().zip(2..) {
        reader.row(number, row);
    }
    let back = reader.finish();
    assert_eq!(back.bad, []);
    let counts = |fact: &Fact| fact.source != Source::Calibration;
    let mut facts: Vec<Fact> = world.sample.facts().filter(counts).collect();
    facts.sort_by_key(|fact| fact.visit);
    assert_eq!(back.facts, facts);
    let after = packs(back.facts.into_iter());
    for selection in [
        Selection::default(),
        Selection { schools: vec!["cedar-ridge".into()], ..Selection::default() },
        Selection { subject: Some("Mathematics".into()), ..Selection::default() },
    ] {
        assert_eq!(world.compare(&after, &selection), world.compare(&before, &selection));
    }
}

#[test]
fn a_narrower_selection_reads_back_into_its_own_tallies() {
    let world = World::new();
    let before = packs(world.sample.facts());
    let selection =
        Selection { schools: vec!["cedar-ridge".into()], strand: Some("instruction".into()), ..Selection::default() };
    let frameworks = world.frameworks();
    let mut reader = Reader::new(&header(), &frameworks).unwrap();
    rows(&world.ground(&before), &selection).iter().for_each(|row| reader.row(0, row));
    let back = reader.finish();
    assert!(back.bad.is_empty() && !back.facts.is_empty());
    let after = packs(back.facts.into_iter());
    assert_eq!(world.compare(&after, &selection), world.compare(&before, &selection));
}

#[test]
fn names_that_would_be_formulas_are_guarded_and_read_back() {
    let world = World::new();
    let mut fact = world.sample.facts().next().unwrap();
    fact.classroom = domain::visit::Place::Described("=cmd|'/c calc'!A1".to_owned());
    fact.lead = Some(domain::visit::Adult::Described("@Ms, \"Q\"\nRoom".to_owned()));
    fact.groups = vec!["-a;b".into()];
    let before = packs(std::iter::once(fact.clone()));
    let rows = rows(&world.ground(&before), &Selection::default());
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '@', '-', '+', '\t', '\r'])));
    let frameworks = world.frameworks();
    let mut reader = Reader::new(&header(), &frameworks).unwrap();
    rows.iter().for_each(|row| reader.row(0, row));
    assert_eq!(reader.finish().facts, [fact]);
}

#[test]
fn a_row_that_cannot_be_read_says_where_and_why() {
    let world = World::new();
    let before = packs(world.sample.facts().take(1));
    let good = rows(&world.ground(&before), &Selection::default());
    let frameworks = world.frameworks();
    let spoilt = |column: Column, cell: &str| {
        let mut reader = Reader::new(&header(), &frameworks).unwrap();
        reader.row(2, &good[0]);
        let mut row = good[1].clone();
        let place = Column::ALL.iter().position(|one| *one == column).unwrap();
        row[place] = cell.to_owned();
        reader.row(3, &row);
        let bad = reader.finish().bad;
        assert_eq!(bad.len(), 1, "{column:?} {cell:?}");
        assert_eq!(bad[0].row, 3);
        (bad[0].column, bad[0].what.clone())
    };
    for column in [
        Column::Visit,
        Column::Date,
        Column::Time,
        Column::Grade,
        Column::Source,
        Column::Circumstances,
        Column::NothingToObserve,
        Column::WatchedSeconds,
        Column::Outcome,
    ] {
        assert_eq!(spoilt(column, "what"), (column, BadCell::NotAllowed("what".to_owned())));
    }
    assert_eq!(spoilt(Column::Framework, &"0".repeat(32)), (Column::Framework, BadCell::UnknownFramework));
    assert_eq!(spoilt(Column::LookForId, "x"), (Column::LookForId, BadCell::UnknownLookFor("x".to_owned())));
    assert_eq!(spoilt(Column::LookForId, &good[0][22]), (Column::LookForId, BadCell::Twice));
    assert_eq!(spoilt(Column::ObserverId, "someone"), (Column::Visit, BadCell::Differs));
    assert_eq!(Reader::new(&["visit"], &frameworks).unwrap_err().len(), 20);
}

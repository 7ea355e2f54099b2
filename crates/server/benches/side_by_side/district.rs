//! The district of the server's budget, and its rows as a table.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use domain::compare::{Ground, Selection, select};
use domain::district::Published;
use domain::fact::{Fact, Pack, PackKey};
use domain::framework::{Framework, LookFor};
use domain::id::DocumentHash;
use domain::time::{Date, day_number};
use domain::visit::Outcome;
use sample::{Sample, Size};

/// What the budget is written for.
const VISITS: usize = 150_000;
const LOOK_FORS: usize = 64;

/// The sample's district with its look-fors again under other names, until there are enough.
pub(crate) struct Wide {
    sample: Sample,
    framework: Framework,
    version: DocumentHash,
    packs: BTreeMap<PackKey, Pack>,
}

impl Wide {
    pub(crate) fn new() -> Self {
        let sample = sample::district(sample::DEMO_SEED, Size::with_visits(VISITS));
        let framework = widened(&sample.frameworks[0]);
        let amounts = framework.look_fors().filter(|one| one.kind.is_amount()).count();
        let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
        for fact in sample.facts() {
            let key = fact.key.clone();
            let wide = Fact {
                outcomes: fact.outcomes.iter().copied().cycle().take(LOOK_FORS).collect(),
                amounts: fact.amounts.iter().copied().cycle().take(amounts).collect(),
                ..fact
            };
            packs.entry(key.clone()).or_insert_with(|| Pack::new(key)).put(wide);
        }
        let written = Published::Framework(sample.frameworks[0].clone()).write();
        let version = written.map(|written| written.hash()).unwrap_or_default();
        Self { sample, framework, version, packs }
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            packs: self.packs.values().collect(),
            frameworks: BTreeMap::from([(self.version, &self.framework)]),
            district: &self.sample.district,
            rosters: self.sample.rosters.iter().collect(),
        }
    }

    pub(crate) fn visits(&self) -> usize {
        self.packs.values().map(Pack::len).sum()
    }

    pub(crate) fn wide(&self) -> usize {
        self.framework.look_fors().count()
    }
}

/// Whole copies of the strands in their order, so that outcomes and amounts repeat as they are.
fn widened(starter: &Framework) -> Framework {
    let mut wide = starter.clone();
    let mut left = LOOK_FORS;
    wide.strands = (0..)
        .flat_map(|copy| starter.strands.iter().map(move |strand| (copy, strand)))
        .map_while(|(copy, strand)| {
            let mut strand = strand.clone();
            strand.id.0 += &format!("-{copy}");
            strand.look_fors.truncate(left);
            left -= strand.look_fors.len();
            for LookFor { id, .. } in strand.look_fors.iter_mut().filter(|_| copy > 0) {
                id.0 += &format!("-{copy}");
            }
            (!strand.look_fors.is_empty()).then_some(strand)
        })
        .collect();
    wide
}

/// Writes one row a visit and look-for, as numbers, and says how many.
pub(crate) fn write_rows(ground: &Ground<'_>, to: &Path) -> io::Result<u64> {
    let mut out = BufWriter::new(File::create(to)?);
    let (mut schools, mut rooms) = (BTreeMap::new(), BTreeMap::new());
    let first = first_week(ground).unwrap_or_default();
    let mut rows = 0;
    let everything = Selection::default();
    let observed = select(ground, &everything).filter(|(_, _, row)| !row.nothing());
    for (visit, (pack, _, row)) in observed.enumerate() {
        let next = schools.len();
        let school = *schools.entry(&pack.key.school).or_insert(next);
        let next = rooms.len();
        let room = *rooms.entry((school, pack.classroom(row))).or_insert(next);
        let week = week(row.date()) - first;
        for (look_for, outcome) in row.outcomes().iter().enumerate() {
            let (shown, looked) = (u8::from(*outcome == Outcome::Shown), u8::from(outcome.looked()));
            writeln!(out, "{visit},{school},{room},{week},{look_for},{shown},{looked}")?;
            rows += 1;
        }
    }
    out.flush()?;
    Ok(rows)
}

/// The first week in which there was something to observe.
pub(crate) fn first_week(ground: &Ground<'_>) -> Option<i32> {
    let everything = Selection::default();
    let observed = select(ground, &everything).filter(|(_, _, row)| !row.nothing());
    observed.map(|(_, _, row)| week(row.date())).min()
}

/// A number that grows by one from week to week.
pub(crate) fn week(date: Date) -> i32 {
    day_number(date.monday()).div_euclid(7)
}

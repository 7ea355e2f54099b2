use std::collections::BTreeSet;

use super::cells::count;
use super::counted::{Counted, Counter, Layout, Seat};
use super::plan::{Planned, Versions, plan};
use super::rooms::InScope;
use super::row::Bar;
use super::select::{Picked, picked};
use super::{Comparison, Coverage, Ground, Selection};
use crate::district::District;
use crate::fact::Row;
use crate::framework::Framework;
use crate::stats::{Rule, Share};
use crate::time::{Date, date_of_day};

/// A selection held against its ground: which packs to read, which rows there will be.
pub(crate) struct Asked<'a> {
    ground: &'a Ground<'a>,
    selection: &'a Selection,
    pub(crate) last_day: Date,
    pub(crate) versions: Versions<'a>,
    pub(crate) rows: Vec<Planned<'a>>,
    /// School by school, in the order of their keys: sums of fractions depend on their order in the last digit, and this
    /// one is the same wherever the packs come from.
    packs: Vec<Picked<'a>>,
    pub(super) in_scope: Option<InScope<'a>>,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(ground: &'a Ground<'a>, selection: &'a Selection, today: Date) -> Self {
        let last_day = selection.last_day(today);
        let packs: Vec<_> = picked(ground, selection).collect();
        let versions = versions(ground, &packs, last_day);
        Self::with(ground, selection, last_day, packs, versions)
    }

    /// The same look-fors, asked of other visits of the same ground.
    pub(super) fn again(&self, selection: &'a Selection) -> Self {
        let packs = picked(self.ground, selection).collect();
        Self::with(self.ground, selection, self.last_day, packs, self.versions.clone())
    }

    fn with(
        ground: &'a Ground<'a>,
        selection: &'a Selection,
        last_day: Date,
        mut packs: Vec<Picked<'a>>,
        versions: Versions<'a>,
    ) -> Self {
        packs.sort_by_key(|picked| &picked.pack.key.school);
        let rows = plan(&versions, selection);
        Self { ground, selection, last_day, versions, rows, packs, in_scope: ground.classrooms_in_scope(selection) }
    }

    /// Of each row, whether visits of the selection could have recorded it; of every one where there are no visits.
    pub(super) fn could_record(&self) -> Vec<bool> {
        let own = versions(self.ground, &self.packs, self.last_day);
        if self.packs.iter().all(|picked| observed(picked).next().is_none()) {
            return vec![true; self.rows.len()];
        }
        self.rows.iter().map(|row| row.held.iter().any(|held| own.contains_key(&held.version))).collect()
    }

    /// The day number of every visit of the selection in which there was something to observe.
    pub(crate) fn days(&self) -> Vec<i32> {
        self.packs.iter().flat_map(observed).map(Row::day).collect()
    }

    /// Counts every visit in its classroom, and in the part and the span that `at` puts it in.
    pub(crate) fn count(&self, layout: Layout, at: impl Fn(Row<'_>) -> Seat) -> Counted {
        let mut counter = Counter::new(self, layout);
        for school in self.packs.chunk_by(|one, next| one.pack.key.school == next.pack.key.school) {
            counter.count(school, &at);
        }
        counter.finish()
    }

    /// What every row is held against.
    pub(crate) fn bar(&self, counted: &Counted) -> Bar<'a> {
        Bar {
            expectations: &self.ground.district.expectations,
            common: self.ground.common(self.selection),
            last_day: self.last_day,
            rule: rule(self.ground.district),
            population: self.classrooms_in_scope().map_or(0, |all| count(all + counted.reach.besides)),
        }
    }

    /// Everything counted and held against what is expected.
    pub(super) fn compared(&self) -> Comparison {
        let counted = self.count(Layout::default(), |_| Seat::default());
        self.comparison(&counted, &self.bar(&counted))
    }

    pub(crate) fn comparison(&self, counted: &Counted, bar: &Bar<'_>) -> Comparison {
        let rows = self.rows.iter().zip(&counted.rows);
        Comparison {
            visits: counted.visits,
            nothing_to_observe: counted.nothing,
            coverage: Coverage {
                visited: count(counted.reach.visited),
                visited_in_scope: count(counted.reach.in_scope),
                in_scope: self.classrooms_in_scope().map(count),
            },
            dates: counted.days.map(|(first, last)| (date_of_day(first.into()), date_of_day(last.into()))),
            margin: bar.rule.margin.get(),
            rows: rows.map(|(planned, seen)| bar.row(planned, &seen.whole)).collect(),
        }
    }

    fn classrooms_in_scope(&self) -> Option<usize> {
        self.in_scope.as_ref().map(|schools| schools.values().map(BTreeSet::len).sum())
    }
}

/// A pack's visits in which there was something to observe.
fn observed<'a>(picked: &Picked<'a>) -> impl Iterator<Item = Row<'a>> {
    let rows = picked.pack.rows().map(|(_, row)| row);
    rows.filter(|row| !row.nothing() && picked.filter.takes(*row))
}

/// The framework versions that visits of the selection were recorded with; when there are none, the one that holds on
/// the last day, so that an empty selection still says what is expected.
fn versions<'a>(ground: &Ground<'a>, packs: &[Picked<'a>], last_day: Date) -> Versions<'a> {
    let mut used = Versions::new();
    for Picked { pack, framework, filter } in packs {
        let version = pack.key.framework;
        let observed = || pack.rows().any(|(_, row)| !row.nothing() && filter.takes(row));
        if !used.contains_key(&version) && observed() {
            used.insert(version, *framework);
        }
    }
    if used.is_empty() {
        let begun = |framework: &Framework| framework.effective <= last_day;
        let holds = ground
            .frameworks
            .iter()
            .max_by_key(|(hash, framework)| (begun(framework), framework.effective, framework.version, **hash));
        used.extend(holds.map(|(hash, framework)| (*hash, *framework)));
    }
    used
}

/// The district's margin and minimum of visits; ten points when its margin is not a share.
fn rule(district: &District) -> Rule {
    let usual = Rule::default();
    Rule {
        margin: Share::new(district.margin).unwrap_or(usual.margin),
        minimum_visits: district.minimum_visits.unwrap_or(usual.minimum_visits),
        ..usual
    }
}

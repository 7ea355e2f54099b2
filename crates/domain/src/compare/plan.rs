use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Selection;
use crate::framework::{Framework, Kind, LookFor, Strand};
use crate::id::DocumentHash;

/// The slot of a look-for that the selection leaves out.
pub(super) const NOWHERE: usize = usize::MAX;

/// Which rows a comparison has, and into which of them each version's outcomes go.
pub(super) struct Plan<'a> {
    /// In reading order.
    pub(super) rows: Vec<Planned<'a>>,
    versions: BTreeMap<DocumentHash, Slots>,
}

/// One row to be: the look-for as its newest version in the selection has it.
#[derive(Clone, Copy)]
pub(super) struct Planned<'a> {
    pub(super) version: DocumentHash,
    pub(super) strand: &'a Strand,
    pub(super) look_for: &'a LookFor,
    pub(super) older: bool,
}

/// Where a version's outcomes and amounts go: a row's position for each, in the version's reading order, or
/// [`NOWHERE`].
#[derive(Default)]
pub(super) struct Slots {
    pub(super) outcomes: Vec<usize>,
    pub(super) amounts: Vec<usize>,
}

impl<'a> Plan<'a> {
    /// Pools look-fors of several versions where id and rule are the same. The newest version gives the text, the
    /// strand and the autonomy; what only older versions have follows at the end of its strand.
    pub(super) fn new(
        versions: &BTreeMap<DocumentHash, &'a Framework>,
        selection: &Selection,
    ) -> Self {
        let mut newest_first: Vec<_> = versions.iter().collect();
        newest_first.sort_by_key(|(hash, framework)| {
            Reverse((framework.effective, framework.version, **hash))
        });

        let mut all: Vec<Planned<'a>> = Vec::new();
        for (age, (version, framework)) in newest_first.into_iter().enumerate() {
            for (strand, look_for) in in_order(framework) {
                if find(&all, look_for).is_none() {
                    all.push(Planned {
                        version: *version,
                        strand,
                        look_for,
                        older: age > 0,
                    });
                }
            }
        }

        let rows = reading_order(&all)
            .filter(|planned| takes(selection, planned))
            .collect::<Vec<_>>();
        let versions = versions
            .iter()
            .map(|(version, framework)| (*version, Slots::of(framework, &rows)))
            .collect();
        Self { rows, versions }
    }

    /// Where the outcomes of a version go; `None` for a version that was not planned for.
    pub(super) fn slots(&self, version: &DocumentHash) -> Option<&Slots> {
        self.versions.get(version)
    }
}

impl Slots {
    fn of(framework: &Framework, rows: &[Planned<'_>]) -> Self {
        let mut slots = Self::default();
        for (_, look_for) in in_order(framework) {
            let slot = find(rows, look_for).unwrap_or(NOWHERE);
            slots.outcomes.push(slot);
            if look_for.kind.is_amount() {
                slots.amounts.push(slot);
            }
        }
        slots
    }
}

/// Whether two ways of observing give outcomes that may be put together. Words may be polished; what counts as
/// shown, and over what an amount is taken, may not differ.
pub(super) fn same_rule(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (
            Kind::Rating { levels, shown_from },
            Kind::Rating {
                levels: other_levels,
                shown_from: other_from,
            },
        ) => levels.len() == other_levels.len() && shown_from == other_from,
        (
            Kind::Presence
            | Kind::Count
            | Kind::Duration
            | Kind::Interval { .. }
            | Kind::Rating { .. },
            _,
        ) => one == other,
    }
}

fn in_order(framework: &Framework) -> impl Iterator<Item = (&Strand, &LookFor)> {
    framework
        .strands
        .iter()
        .flat_map(|strand| strand.look_fors.iter().map(move |one| (strand, one)))
}

fn find(rows: &[Planned<'_>], look_for: &LookFor) -> Option<usize> {
    rows.iter().position(|planned| {
        planned.look_for.id == look_for.id && same_rule(&planned.look_for.kind, &look_for.kind)
    })
}

/// Strand by strand, in the order in which the strands first appear.
fn reading_order<'p, 'a>(all: &'p [Planned<'a>]) -> impl Iterator<Item = Planned<'a>> + 'p {
    let mut strands = Vec::new();
    for planned in all {
        if !strands.contains(&&planned.strand.id) {
            strands.push(&planned.strand.id);
        }
    }
    strands.into_iter().flat_map(|strand| {
        let within = all.iter().filter(move |row| row.strand.id == *strand);
        within.copied()
    })
}

fn takes(selection: &Selection, planned: &Planned<'_>) -> bool {
    let strand = selection.strand.as_ref();
    let autonomy = selection.autonomy;
    strand.is_none_or(|wanted| planned.strand.id == *wanted)
        && autonomy.is_none_or(|wanted| planned.look_for.autonomy == wanted)
}

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Selection;
use super::pooled::Held;
use crate::framework::{Framework, LookFor, Strand};
use crate::id::DocumentHash;

/// The framework versions that visits were recorded with.
pub(crate) type Versions<'a> = BTreeMap<DocumentHash, &'a Framework>;

/// One row to be: the look-for as its newest version in the selection has it.
pub(crate) struct Planned<'a> {
    pub(super) version: DocumentHash,
    pub(super) strand: &'a Strand,
    pub(crate) look_for: &'a LookFor,
    pub(super) older: bool,
    /// Where the facts of each version that observes it alike hold it.
    pub(super) held: Vec<Held>,
    /// Earlier look-fors, of other ids, that it counts.
    pub(super) counts_also: Vec<&'a LookFor>,
    /// What came of it in a newer version.
    pub(super) became: Vec<&'a LookFor>,
}

/// The rows of a comparison, in reading order. Look-fors of several versions pool where rule and id are the same, or where the
/// newer one says that it counts the older. The newest version gives the text, the strand and the autonomy; what only older
/// versions have follows at the end of its strand.
pub(super) fn plan<'a>(versions: &Versions<'a>, selection: &Selection) -> Vec<Planned<'a>> {
    let mut newest_first: Vec<_> = versions.iter().collect();
    newest_first.sort_by_key(|(hash, framework)| Reverse((framework.effective, framework.version, **hash)));

    let mut rows: Vec<Planned<'a>> = Vec::new();
    for (age, (version, framework)) in newest_first.into_iter().enumerate() {
        let mut taken = BTreeSet::new();
        for row in &mut rows {
            let held = Held::of(row.look_for, *version, framework);
            let Some(held) = held.filter(|held| held.looks.iter().all(|look| !taken.contains(look))) else { continue };
            taken.extend(held.looks.iter().copied());
            row.pool(held, framework);
        }
        for (at, (strand, look_for)) in in_order(framework).enumerate() {
            if taken.contains(&at) {
                continue;
            }
            let held = Held::of(look_for, *version, framework).into_iter().collect();
            let came_of = |row: &Planned<'a>| row.look_for.comes_from(&look_for.id).then_some(row.look_for);
            let became = rows.iter().filter_map(came_of).collect();
            let (version, older) = (*version, age > 0);
            rows.push(Planned { version, strand, look_for, older, held, counts_also: Vec::new(), became });
        }
    }
    put_in_reading_order(&mut rows);
    rows.retain(|row| takes(selection, row));
    rows
}

/// By version, the positions of the look-fors that a selection takes: what its rows are tallied from.
pub(crate) fn taken(versions: &Versions<'_>, selection: &Selection) -> BTreeMap<DocumentHash, BTreeSet<usize>> {
    let mut taken: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    for held in plan(versions, selection).into_iter().flat_map(|row| row.held) {
        taken.entry(held.version).or_default().extend(held.looks);
    }
    taken
}

fn in_order(framework: &Framework) -> impl Iterator<Item = (&Strand, &LookFor)> {
    framework.strands.iter().flat_map(|strand| strand.look_fors.iter().map(move |one| (strand, one)))
}

impl<'a> Planned<'a> {
    /// Counts what another version holds of it too.
    fn pool(&mut self, held: Held, framework: &'a Framework) {
        for (_, one) in framework.look_fors().enumerate().filter(|(at, _)| held.looks.contains(at)) {
            let known = one.id == self.look_for.id || self.counts_also.iter().any(|known| known.id == one.id);
            if !known {
                self.counts_also.push(one);
            }
        }
        self.held.push(held);
    }
}

/// Strand by strand, in the order in which the strands first appear.
fn put_in_reading_order(rows: &mut [Planned<'_>]) {
    let mut strands = Vec::new();
    for row in rows.iter() {
        if !strands.contains(&&row.strand.id) {
            strands.push(&row.strand.id);
        }
    }
    rows.sort_by_key(|row| strands.iter().position(|strand| **strand == row.strand.id));
}

fn takes(selection: &Selection, row: &Planned<'_>) -> bool {
    let strand = selection.strand.as_ref();
    let autonomy = selection.autonomy;
    strand.is_none_or(|wanted| row.strand.id == *wanted)
        && autonomy.is_none_or(|wanted| row.look_for.autonomy == wanted)
}

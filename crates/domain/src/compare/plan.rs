use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Selection;
use crate::framework::{Framework, Kind, LookFor, Strand};
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
}

/// Where a version's facts hold a look-for.
#[derive(Clone, Copy)]
pub(crate) struct Held {
    pub(super) version: DocumentHash,
    /// Its position among the outcomes.
    pub(super) look: usize,
    /// Its position among the amounts.
    pub(super) sum: Option<usize>,
}

/// The rows of a comparison, in reading order. Look-fors of several versions pool where id and rule are the same. The
/// newest version gives the text, the strand and the autonomy; what only older versions have follows at the end of its
/// strand.
pub(super) fn plan<'a>(versions: &Versions<'a>, selection: &Selection) -> Vec<Planned<'a>> {
    let mut newest_first: Vec<_> = versions.iter().collect();
    newest_first.sort_by_key(|(hash, framework)| Reverse((framework.effective, framework.version, **hash)));

    let mut rows: Vec<Planned<'a>> = Vec::new();
    for (age, (version, framework)) in newest_first.into_iter().enumerate() {
        for (strand, look_for, held) in positions(*version, framework) {
            match rows.iter_mut().find(|row| pools(row.look_for, look_for)) {
                Some(row) => row.held.push(held),
                None => rows.push(Planned { version: *version, strand, look_for, older: age > 0, held: vec![held] }),
            }
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
        taken.entry(held.version).or_default().insert(held.look);
    }
    taken
}

/// Whether two ways of observing give outcomes that may be put together. Words may be polished; what counts as
/// shown, and over what an amount is taken, may not differ.
pub(crate) fn same_rule(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (Kind::Rating { levels, shown_from }, Kind::Rating { levels: other_levels, shown_from: other_from }) => {
            levels.len() == other_levels.len() && shown_from == other_from
        }
        (Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } | Kind::Rating { .. }, _) => {
            one == other
        }
    }
}

fn pools(one: &LookFor, other: &LookFor) -> bool {
    one.id == other.id && same_rule(&one.kind, &other.kind)
}

fn positions(version: DocumentHash, framework: &Framework) -> impl Iterator<Item = (&Strand, &LookFor, Held)> {
    let in_order = framework.strands.iter().flat_map(|strand| strand.look_fors.iter().map(move |one| (strand, one)));
    let mut sums = 0;
    in_order.enumerate().map(move |(look, (strand, look_for))| {
        let sum = look_for.kind.is_amount().then_some(sums);
        sums += usize::from(sum.is_some());
        (strand, look_for, Held { version, look, sum })
    })
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

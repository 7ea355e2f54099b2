use std::collections::BTreeSet;

use domain::id::VisitId;

use super::item::{Item, Items, Stage};
use crate::state::{Progress, VisitFilter};

/// The visits that match every word in the name of room, teacher or observer, and the observer and progress asked for;
/// by position. Each name is searched once, however many visits carry it.
pub(super) fn found(items: &Items, waiting: &BTreeSet<VisitId>, filter: &VisitFilter) -> Vec<usize> {
    let words: Vec<Vec<bool>> = filter.words.to_lowercase().split_whitespace().map(|word| items.named(word)).collect();
    let observer = filter.observer.as_ref().map(|wanted| {
        let known = items.observers.iter().find(|(id, _)| id == wanted);
        known.map(|(_, at)| *at)
    });
    let takes = |item: &Item| {
        words.iter().all(|named| has(item, named))
            && observer.is_none_or(|wanted| wanted == Some(item.observer))
            && match filter.progress {
                Progress::Any => true,
                Progress::Finished => item.stage == Stage::Finished,
                Progress::Open => item.stage == Stage::Open,
                Progress::Waiting => waiting.contains(&item.visit),
            }
    };
    let rows = items.rows.iter().enumerate();
    rows.filter(|(_, item)| takes(item)).map(|(at, _)| at).collect()
}

fn has(item: &Item, named: &[bool]) -> bool {
    let mut names = [Some(item.room), item.lead, Some(item.observer)].into_iter().flatten();
    names.any(|at| named.get(at) == Some(&true))
}

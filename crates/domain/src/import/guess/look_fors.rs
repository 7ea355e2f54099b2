//! Which column answers which look-for, and what its values mean.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fold::{fold, words};
use super::super::mapping::{Empty, LookForColumn};
use super::super::meaning::{self, Meaning};
use super::super::sheet::Sheet;
use super::{Doubt, values};
use crate::framework::{Framework, Kind, LookFor};
use crate::id::LookForId;

/// A column whose words are this much like a look-for's is taken for it.
const ALIKE: f64 = 0.5;
/// Below this a person should look.
const CLEARLY_ALIKE: f64 = 0.8;
/// A column with more different values than this is not made of answers.
const MOST_VALUES: usize = 12;

/// Each look-for with the column that is most like it; the best pair chooses first.
pub(super) fn look_fors(
    sheet: &Sheet,
    framework: &Framework,
    free: &mut Vec<&String>,
    unsure: &mut Vec<Doubt>,
) -> Vec<LookForColumn> {
    let mut pairs: Vec<(f64, &String, &LookFor)> = Vec::new();
    for look_for in framework.look_fors().filter(|look_for| !matches!(look_for.kind, Kind::Interval { .. })) {
        let alike = free.iter().map(|column| (alike(column, look_for), *column, look_for));
        pairs.extend(alike.filter(|(score, ..)| *score >= ALIKE));
    }
    pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    let mut chosen: BTreeMap<&LookForId, LookForColumn> = BTreeMap::new();
    for (score, column, look_for) in pairs {
        if !free.contains(&column) || chosen.contains_key(&look_for.id) {
            continue;
        }
        let Some((answers, doubt)) = answers(sheet, column, look_for) else {
            continue;
        };
        free.retain(|one| *one != column);
        if score < CLEARLY_ALIKE {
            unsure.push(Doubt::RoughlyAlike { column: column.clone(), look_for: look_for.id.clone() });
        }
        unsure.extend(doubt);
        chosen.insert(&look_for.id, answers);
    }
    framework.look_fors().filter_map(|look_for| chosen.remove(&look_for.id)).collect()
}

/// How a look-for's column answers; `None` when its values are not answers.
fn answers(sheet: &Sheet, column: &str, look_for: &LookFor) -> Option<(LookForColumn, Option<Doubt>)> {
    let mut counted: BTreeMap<String, u32> = BTreeMap::new();
    let mut empty = false;
    for value in values(sheet, column) {
        if value.is_empty() {
            empty = true;
        } else {
            *counted.entry(value.to_owned()).or_default() += 1;
        }
    }
    if look_for.kind.is_amount() {
        counted.retain(|value, _| value.parse::<f64>().is_err());
    }
    if counted.len() > MOST_VALUES {
        return None;
    }
    let mut known = BTreeMap::new();
    for value in counted.keys() {
        if let Some(meaning) = meaning::guess(value, &look_for.kind) {
            known.insert(value.clone(), meaning);
        }
    }
    counted.retain(|value, _| !known.contains_key(value));
    let meanings: BTreeSet<bool> = known.values().map(|meaning| *meaning == Meaning::Seen).collect();
    let doubt = if !counted.is_empty() {
        Some(Doubt::UnknownValues { column: column.to_owned(), values: counted })
    } else if empty && meanings == BTreeSet::from([true]) {
        Some(Doubt::OnlyMarks { column: column.to_owned() })
    } else {
        None
    };
    let (column, look_for) = (column.to_owned(), look_for.id.clone());
    Some((LookForColumn { column, look_for, values: known, empty: Empty::Blank }, doubt))
}

/// How much of the words of a column's name and of a look-for is the same, 0 ..= 1 (Dice's coefficient).
fn alike(column: &str, look_for: &LookFor) -> f64 {
    let name = said(column);
    let best = |text: &str| {
        let words = said(text);
        let shared = name.intersection(&words).count();
        let all = name.len() + words.len();
        if all == 0 { 0.0 } else { count(2 * shared) / count(all) }
    };
    if fold(column) == fold(look_for.id.as_str()) { 1.0 } else { best(&look_for.text).max(best(&look_for.short)) }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Words that say nothing about which practice it is.
const LITTLE: [&str; 16] =
    ["the", "a", "an", "of", "is", "are", "to", "and", "in", "for", "their", "with", "on", "or", "at", "s"];

fn said(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| !LITTLE.contains(&word.as_str())).collect()
}

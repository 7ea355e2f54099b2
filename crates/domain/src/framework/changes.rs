//! What one version of a framework changes about another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Framework, LookFor};
use crate::id::{LookForId, StrandId};

/// What a version changes about the one before it, look-for by look-for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FrameworkChanges {
    /// In reading order: first what the new version has, then what it no longer has.
    pub look_fors: Vec<LookForChange>,
    /// Look-fors that stay as they are, where they are.
    pub same: u32,
}

/// A look-for that is otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookForChange {
    /// Which one.
    pub id: LookForId,
    /// Its text: the new one, or the last one of a look-for that is removed.
    pub text: String,
    /// How it changes; not empty.
    pub how: Vec<Difference>,
}

/// How a look-for changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// It was not there.
    Added,
    /// It takes the place of others, or of a part of one.
    Succeeds {
        /// Their texts, where this version no longer has them.
        before: Vec<String>,
        /// Their visits count for it.
        counts: bool,
    },
    /// It is no longer there.
    Removed,
    /// Others are there in its place.
    SucceededBy {
        /// Their texts.
        after: Vec<String>,
    },
    /// Its text was another.
    Reworded {
        /// What it was.
        before: String,
    },
    /// It is observed otherwise: another kind, other levels. Tallies of the two versions are not pooled.
    Rule,
    /// It can be judged in other parts of the lesson.
    Segments,
    /// It stands in another strand.
    Moved {
        /// The name of the strand that it was in.
        from: String,
    },
    /// Whether schools may adapt it is decided otherwise.
    Autonomy,
    /// Its short name, what counts as seeing it or the words of its levels.
    Hint,
    /// Other visits count for it than before.
    Succession,
}

impl FrameworkChanges {
    /// What a version changes; everything is added where there was none before.
    #[must_use]
    pub fn between(before: Option<&Framework>, after: &Framework) -> Self {
        let was: BTreeMap<&LookForId, (&StrandId, &str, &LookFor)> = before.into_iter().flat_map(placed).collect();
        let is: BTreeMap<&LookForId, (&StrandId, &str, &LookFor)> = placed(after).collect();
        let mut changes = Self::default();
        for look_for in after.look_fors() {
            let how = match was.get(&look_for.id) {
                None => vec![added(look_for, before)],
                Some((strand, name, was)) => {
                    let moved = is.get(&look_for.id).is_some_and(|(here, ..)| here != strand);
                    let moved = moved.then(|| Difference::Moved { from: (*name).to_owned() });
                    differences(was, look_for).into_iter().chain(moved).collect()
                }
            };
            if how.is_empty() {
                changes.same += 1;
            } else {
                changes.look_fors.push(LookForChange { id: look_for.id.clone(), text: look_for.text.clone(), how });
            }
        }
        let gone = before.into_iter().flat_map(Framework::look_fors).filter(|one| !is.contains_key(&one.id));
        changes.look_fors.extend(gone.map(|one| LookForChange {
            id: one.id.clone(),
            text: one.text.clone(),
            how: vec![removed(one, after)],
        }));
        changes
    }

    /// Whether the look-fors are the same, in whatever order.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.look_fors.is_empty()
    }
}

fn placed(framework: &Framework) -> impl Iterator<Item = (&LookForId, (&StrandId, &str, &LookFor))> {
    let strands = framework.strands.iter();
    strands.flat_map(|strand| strand.look_fors.iter().map(|one| (&one.id, (&strand.id, strand.name.as_str(), one))))
}

fn added(look_for: &LookFor, before: Option<&Framework>) -> Difference {
    let Some(succession) = &look_for.succeeds else { return Difference::Added };
    let known = succession.of.iter().filter_map(|id| before?.look_for(id));
    let before: Vec<String> = known.map(|one| one.text.clone()).collect();
    if before.is_empty() { Difference::Added } else { Difference::Succeeds { before, counts: succession.counts } }
}

fn removed(look_for: &LookFor, after: &Framework) -> Difference {
    let came_of = after.look_fors().filter(|one| one.comes_from(&look_for.id));
    let after: Vec<String> = came_of.map(|one| one.text.clone()).collect();
    if after.is_empty() { Difference::Removed } else { Difference::SucceededBy { after } }
}

fn differences(was: &LookFor, is: &LookFor) -> Vec<Difference> {
    let alike = was.kind.observes_like(&is.kind);
    let words = was.hint != is.hint || was.examples != is.examples;
    let all = [
        (was.text != is.text, Difference::Reworded { before: was.text.clone() }),
        (!alike, Difference::Rule),
        (was.segments != is.segments, Difference::Segments),
        (was.autonomy != is.autonomy, Difference::Autonomy),
        (was.short != is.short || words || (alike && was.kind != is.kind), Difference::Hint),
        (was.counted() != is.counted(), Difference::Succession),
    ];
    all.into_iter().filter(|(differs, _)| *differs).map(|(_, how)| how).collect()
}

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::compare::{Flagged, Selection, select};
use domain::id::{AccountId, SchoolId, VisitId};
use domain::roster::Grade;
use domain::time::day_number;
use domain::visit::{Place, Visit};

use super::names::{Name, Names};
use crate::pages::held::Held;
use crate::state::OpenVisit;

/// The visits of a selection, newest first. Names stand once: ten thousand visits have a few hundred of them.
pub(super) struct Items {
    pub(super) rows: Vec<Item>,
    /// How many visits there are on the tablet, whatever is selected.
    pub(super) total: usize,
    /// People who watched any of them, by name.
    pub(super) observers: Vec<(AccountId, usize)>,
    names: Vec<Name>,
}

/// One visit, as the list shows it. Names are positions.
pub(super) struct Item {
    pub(super) visit: VisitId,
    pub(super) school: Rc<SchoolId>,
    pub(super) day: i32,
    /// When it began; `None` when nobody knows.
    pub(super) minute: Option<u16>,
    pub(super) room: usize,
    pub(super) lead: Option<usize>,
    pub(super) observer: usize,
    pub(super) subject: Option<usize>,
    pub(super) grade: Option<Grade>,
    /// Whole seconds.
    pub(super) watched: u32,
    pub(super) nothing: bool,
    pub(super) stage: Stage,
}

/// How far a visit is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Open,
    Finished,
    Discarded,
}

impl Items {
    pub(super) fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", |name| &name.shown)
    }

    /// For every name whether it has a word in it, given in lower case.
    pub(super) fn named(&self, word: &str) -> Vec<bool> {
        self.names.iter().map(|name| name.lower.contains(word)).collect()
    }
}

/// Collects the visits of a selection from facts, and beside them what has no fact: open and discarded visits in memory.
pub(super) fn items(held: &Held, visits: &BTreeMap<VisitId, Rc<OpenVisit>>, selection: &Selection) -> Items {
    let mut names = Names::of(held);
    let mut rows = with_fact(held, selection, &mut names);
    let memory = visits.values().map(|open| &open.visit);
    let others: Vec<&Visit> = memory.filter(|visit| !has_fact(held, visit)).collect();
    let wanted = others.iter().filter(|visit| takes(selection, visit));
    rows.extend(wanted.map(|visit| without_fact(visit, &mut names)));
    rows.sort_unstable_by_key(|item| Reverse((item.day, item.minute, item.visit)));
    let seen: BTreeSet<usize> = rows.iter().map(|item| item.observer).collect();
    let (observers, names) = names.finish(&seen);
    Items { rows, total: held.visits() + others.len(), observers, names }
}

fn with_fact<'a>(held: &'a Held, selection: &Selection, names: &mut Names<'a>) -> Vec<Item> {
    let Some(ground) = held.ground() else {
        return Vec::new();
    };
    let mut school = Rc::new(SchoolId::default());
    let rows = select(&ground, selection).filter_map(|(pack, visit, row)| {
        let here = &pack.key.school;
        if *school != *here {
            school = Rc::new(here.clone());
        }
        Some(Item {
            visit,
            school: Rc::clone(&school),
            day: row.day(),
            minute: row.time(),
            room: names.room(here, pack.classroom(row)?),
            lead: pack.lead(row).map(|lead| names.adult(here, lead)),
            observer: names.observer(pack.observer(row)?),
            subject: pack.subject(row).map(|subject| names.subject(subject)),
            grade: row.grade(),
            watched: row.watched(),
            nothing: row.nothing(),
            stage: Stage::Finished,
        })
    });
    rows.collect()
}

fn without_fact<'a>(visit: &'a Visit, names: &mut Names<'a>) -> Item {
    let (begin, context) = (&visit.begin, visit.context.as_ref());
    let stage = match (visit.discarded, visit.finished) {
        (true, _) => Stage::Discarded,
        (false, Some(_)) => Stage::Finished,
        (false, None) => Stage::Open,
    };
    Item {
        visit: visit.id,
        school: Rc::new(begin.school.clone()),
        day: day_number(begin.date),
        minute: begin.minute(),
        room: names.room(&begin.school, context.map_or(&NOWHERE, |context| &context.classroom)),
        lead: context.and_then(|context| context.lead.as_ref()).map(|lead| names.adult(&begin.school, lead)),
        observer: names.observer(&begin.observer),
        subject: context.and_then(|context| context.subject.as_ref()).map(|subject| names.subject(subject)),
        grade: context.and_then(|context| context.grade),
        watched: visit.finished.map_or(0, |end| visit.watched_seconds(end)),
        nothing: visit.nothing,
        stage,
    }
}

/// The classroom of a visit whose context has not arrived.
static NOWHERE: Place = Place::Described(String::new());

/// Whether a fact pack has it already.
fn has_fact(held: &Held, visit: &Visit) -> bool {
    let school = held.packs.iter().filter(|(key, _)| key.school == visit.begin.school);
    school.filter(|(key, _)| key.framework == visit.begin.framework).any(|(_, pack)| pack.row(visit.id).is_some())
}

/// Whether a selection takes a visit that has no fact, as far as that can be said of one: how its look-for ended cannot.
fn takes(selection: &Selection, visit: &Visit) -> bool {
    let context = visit.context.as_ref();
    let grade = context.and_then(|context| context.grade);
    let subject = context.and_then(|context| context.subject.as_ref());
    let has = |wanted| context.is_some_and(|context| context.groups.contains(wanted));
    selection.drill.is_none()
        && (selection.schools.is_empty() || selection.schools.contains(&visit.begin.school))
        && selection.from.is_none_or(|from| from <= visit.begin.date)
        && selection.to.is_none_or(|to| visit.begin.date <= to)
        && selection.grades.is_none_or(|(low, high)| grade.is_some_and(|grade| (low..=high).contains(&grade)))
        && selection.subject.as_ref().is_none_or(|wanted| subject == Some(wanted))
        && selection.group.as_ref().is_none_or(has)
        && match selection.flagged {
            Flagged::Count => true,
            Flagged::LeaveOut => visit.flags.is_empty(),
            Flagged::Only(flag) => visit.flags.contains(&flag),
        }
}

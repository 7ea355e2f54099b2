use super::pooled::Held;
use super::selection::{Drill, Flagged, Person};
use super::{Ground, Selection, Sources};
use crate::fact::{Pack, Row};
use crate::framework::Framework;
use crate::id::{DocumentHash, VisitId};
use crate::roster::Grade;
use crate::time::{Month, day_number};
use crate::visit::{Adult, Outcome, Source};

/// The visits that a selection takes: in the order of the packs, in a pack in the order of visit ids.
pub fn select<'a>(ground: &Ground<'a>, selection: &Selection) -> impl Iterator<Item = (&'a Pack, VisitId, Row<'a>)> {
    picked(ground, selection).flat_map(|Picked { pack, filter, .. }| {
        pack.rows().filter(move |(_, row)| filter.takes(*row)).map(move |(visit, row)| (pack, visit, row))
    })
}

/// A pack that may hold visits of the selection, with what it takes to tell.
pub(crate) struct Picked<'a> {
    pub(crate) pack: &'a Pack,
    pub(super) framework: &'a Framework,
    pub(crate) filter: Filter,
}

/// The packs worth reading.
pub(crate) fn picked<'a>(ground: &Ground<'a>, selection: &Selection) -> impl Iterator<Item = Picked<'a>> {
    ground.packs.iter().filter_map(|pack| {
        let framework = ground.frameworks.get(&pack.key.framework)?;
        Some(Picked { pack, framework, filter: Filter::compile(ground, selection, pack, framework)? })
    })
}

/// A selection in the terms of one pack: ids looked up once, so that a row costs a few comparisons of numbers.
pub(crate) struct Filter {
    days: (i32, i32),
    grades: Option<(Grade, Grade)>,
    /// A position in the pack's subjects.
    subject: Option<usize>,
    /// By position in the pack's group sets, whether the tag is among them.
    group: Option<Vec<bool>>,
    person: Option<Known>,
    flagged: Flagged,
    sources: Sources,
    /// Where the look-for is among the framework's, and how it ended.
    drill: Option<(Held, Option<Outcome>)>,
}

/// A person in the terms of one pack.
#[derive(Clone, Copy)]
enum Known {
    /// A position in its observers.
    Observer(usize),
    /// A position in its adults.
    Lead(usize),
}

impl Filter {
    /// `None` when no row of the pack can be meant.
    fn compile(ground: &Ground<'_>, selection: &Selection, pack: &Pack, framework: &Framework) -> Option<Self> {
        let month = pack.key.month;
        let too_late = selection.to.is_some_and(|to| Month::from(to) < month);
        let too_early = selection.from.is_some_and(|from| Month::from(from) > month);
        if !selection.takes_school(&pack.key.school) || too_late || too_early {
            return None;
        }
        let subject = match &selection.subject {
            Some(wanted) => Some(pack.subjects().iter().position(|known| known == wanted)?),
            None => None,
        };
        let person = match &selection.person {
            Some(person) => Some(known(pack, person)?),
            None => None,
        };
        let drill = match &selection.drill {
            Some(drill) => Some((held(ground, pack.key.framework, framework, drill)?, drill.outcome)),
            None => None,
        };
        let group = selection.group.as_ref().map(|wanted| {
            let sets = pack.group_sets().iter();
            sets.map(|set| set.contains(wanted)).collect()
        });
        Some(Self {
            days: (selection.from.map_or(i32::MIN, day_number), selection.to.map_or(i32::MAX, day_number)),
            grades: selection.grades,
            subject,
            group,
            person,
            flagged: selection.flagged,
            sources: selection.sources,
            drill,
        })
    }

    pub(crate) fn takes(&self, row: Row<'_>) -> bool {
        (self.days.0..=self.days.1).contains(&row.day())
            && self.takes_circumstances(row)
            && self.takes_class(row)
            && self.takes_outcome(row)
    }

    fn takes_circumstances(&self, row: Row<'_>) -> bool {
        let source = match row.source() {
            Source::Live => true,
            Source::Paper => self.sources.paper,
            Source::Imported => self.sources.imported,
            Source::Calibration => false,
        };
        source
            && match self.flagged {
                Flagged::Count => true,
                Flagged::LeaveOut => !row.is_flagged(),
                Flagged::Only(flag) => row.has(flag),
            }
    }

    fn takes_class(&self, row: Row<'_>) -> bool {
        let grade =
            self.grades.is_none_or(|(low, high)| row.grade().is_some_and(|grade| (low..=high).contains(&grade)));
        let subject = self.subject.is_none() || row.subject() == self.subject;
        let group = self.group.as_ref().is_none_or(|sets| sets.get(row.group_set()) == Some(&true));
        let person = match self.person {
            None => true,
            Some(Known::Observer(at)) => row.observer() == at,
            Some(Known::Lead(at)) => row.lead() == Some(at),
        };
        grade && subject && group && person
    }

    fn takes_outcome(&self, row: Row<'_>) -> bool {
        self.drill.as_ref().is_none_or(|(held, wanted)| {
            let found = held.outcome(row);
            !row.nothing() && found.is_some() && (wanted.is_none() || found == *wanted)
        })
    }
}

/// Where a person stands in a pack; `None` where nothing in it is theirs.
fn known(pack: &Pack, person: &Person) -> Option<Known> {
    match person {
        Person::Observer(id) => pack.observers().iter().position(|known| known == id).map(Known::Observer),
        Person::Teacher(id) => {
            let theirs = |adult: &Adult| *adult == Adult::Known(id.clone());
            pack.leads().iter().position(theirs).map(Known::Lead)
        }
    }
}

/// Where a version has the look-for of a drill-down; `None` where it is missing or observed another way.
fn held(ground: &Ground<'_>, version: DocumentHash, framework: &Framework, drill: &Drill) -> Option<Held> {
    let meant = drill.version.map_or(Some(framework), |version| ground.frameworks.get(&version).copied())?;
    Held::of(meant.look_for(&drill.look_for)?, version, framework)
}

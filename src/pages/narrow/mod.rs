//! The filters that Compare, the weekly page and the list of visits share. Each narrows a [`Selection`], and the
//! selection stands in the address.

mod offered;
mod when;
mod words;

use domain::compare::{Flagged, Person, Selection};
use domain::framework::Autonomy;
use domain::id::SchoolId;
use domain::time::Date;
use domain::visit::Flag;
use yew::prelude::*;

use crate::components::{Choice, FilterSelect};
use crate::text::Text;

pub(super) use offered::Offered;
pub(super) use when::{WhenFilter, this_term};
pub(super) use words::{autonomy, dates, flagged, grades, outcome, person, said, schools};

/// Draws filters of one selection.
pub(super) struct Narrow<'a> {
    /// Before the id of every filter; empty where there is one set of them on the page.
    pub(super) prefix: &'static str,
    pub(super) text: &'a Text,
    pub(super) offered: &'a Offered,
    pub(super) selection: &'a Selection,
    pub(super) today: Date,
    /// Takes the narrowed selection.
    pub(super) on_change: Callback<Selection>,
}

impl Narrow<'_> {
    pub(super) fn school(&self) -> Html {
        let networks = self.offered.networks.iter().map(|(ids, _)| ids.clone());
        let offered = networks.chain(self.offered.schools.iter().map(|(id, _)| vec![id.clone()])).collect();
        let chosen = (!self.selection.schools.is_empty()).then(|| self.selection.schools.clone());
        let name = |ids: &Vec<SchoolId>| schools(self.offered, ids);
        let all = self.text.get("narrow-all-schools");
        self.one_of("narrow-school", self.text.get("narrow-school"), all, offered, chosen, name, |selection, ids| {
            selection.schools = ids.unwrap_or_default();
        })
    }

    pub(super) fn when(&self) -> Html {
        let (selection, on_change) = (self.selection.clone(), self.on_change.clone());
        let on_change = Callback::from(move |(from, to)| {
            on_change.emit(Selection { from, to, ..selection.clone() });
        });
        html! {
            <WhenFilter
                prefix={self.prefix}
                text={self.text.clone()}
                calendar={self.offered.calendar.clone()}
                today={self.today}
                from={self.selection.from}
                to={self.selection.to}
                {on_change}
            />
        }
    }

    pub(super) fn grade(&self) -> Html {
        let (offered, chosen) = (self.offered.grades.clone(), self.selection.grades);
        let all = self.text.get("narrow-all");
        let name = |band: &_| grades(self.text, *band);
        self.one_of("narrow-grade", self.text.get("narrow-grade"), all, offered, chosen, name, |selection, band| {
            selection.grades = band;
        })
    }

    pub(super) fn subject(&self) -> Html {
        let (offered, chosen) = (self.offered.subjects.clone(), self.selection.subject.clone());
        let all = self.text.get("narrow-all");
        let name = ToString::to_string;
        self.one_of("narrow-subject", self.text.get("narrow-subject"), all, offered, chosen, name, |selection, id| {
            selection.subject = id;
        })
    }

    pub(super) fn strand(&self) -> Html {
        let offered = self.offered.strands.iter().map(|(id, _)| id.clone()).collect();
        let chosen = self.selection.strand.clone();
        let all = self.text.get("narrow-all");
        let name = |id: &_| self.offered.strand(id).unwrap_or_default().to_owned();
        self.one_of("narrow-strand", self.text.get("narrow-strand"), all, offered, chosen, name, |selection, id| {
            selection.strand = id;
        })
    }

    pub(super) fn autonomy(&self) -> Html {
        let offered = vec![Autonomy::NonNegotiable, Autonomy::Adaptable];
        let chosen = self.selection.autonomy;
        let all = self.text.get("narrow-all");
        let name = |kind: &Autonomy| autonomy(self.text, *kind);
        self.one_of("narrow-kind", self.text.get("narrow-kind"), all, offered, chosen, name, |selection, kind| {
            selection.autonomy = kind;
        })
    }

    pub(super) fn flags(&self) -> Html {
        let offered = [Flagged::LeaveOut].into_iter().chain(Flag::ALL.map(Flagged::Only)).collect();
        let chosen = (self.selection.flagged != Flagged::Count).then_some(self.selection.flagged);
        let all = self.text.get("narrow-flags-count");
        let name = |flags: &Flagged| flagged(self.text, *flags);
        self.one_of("narrow-flags", self.text.get("narrow-flags"), all, offered, chosen, name, |selection, flags| {
            selection.flagged = flags.unwrap_or_default();
        })
    }

    /// Nothing where there is nothing to leave out.
    pub(super) fn imported(&self) -> Html {
        let left_out = !self.selection.sources.imported;
        if !self.offered.imported && !left_out {
            return html! {};
        }
        let (offered, chosen) = (vec![()], left_out.then_some(()));
        let all = self.text.get("narrow-flags-count");
        let name = |(): &()| self.text.get("narrow-flags-leave-out");
        let label = self.text.get("narrow-imported");
        self.one_of("narrow-imported", label, all, offered, chosen, name, |selection, left_out| {
            selection.sources.imported = left_out.is_none();
        })
    }

    pub(super) fn group(&self) -> Html {
        let (offered, chosen) = (self.offered.groups.clone(), self.selection.group.clone());
        let all = self.text.get("narrow-all");
        let name = ToString::to_string;
        self.one_of("narrow-group", self.text.get("narrow-group"), all, offered, chosen, name, |selection, id| {
            selection.group = id;
        })
    }

    /// One person's own pattern.
    pub(super) fn person(&self) -> Html {
        self.one_of_people(|_| true)
    }

    /// Only those who record visits.
    pub(super) fn observer(&self) -> Html {
        self.one_of_people(|person| matches!(person, Person::Observer(_)))
    }

    fn one_of_people(&self, takes: impl Fn(&Person) -> bool) -> Html {
        let offered = self.offered.people.iter().map(|(person, _)| person.clone()).filter(takes).collect();
        let chosen = self.selection.person.clone();
        let all = self.text.get("trends-everyone");
        let name = |whose: &_| person(self.text, self.offered, whose);
        self.one_of("narrow-person", self.text.get("trends-person"), all, offered, chosen, name, |selection, whose| {
            selection.person = whose;
        })
    }

    /// A filter for one of a few values, or all of them. What the address asks for is offered even where nothing here
    /// has it: a filter never shows something else than it does.
    #[expect(clippy::too_many_arguments, reason = "each is another word of the same sentence, said once a filter")]
    fn one_of<T: Clone + PartialEq + 'static>(
        &self,
        id: &'static str,
        label: String,
        all: String,
        mut offered: Vec<T>,
        chosen: Option<T>,
        name: impl Fn(&T) -> String,
        change: impl Fn(&mut Selection, Option<T>) + 'static,
    ) -> Html {
        offered.extend(chosen.clone().filter(|value| !offered.contains(value)));
        let value = chosen.as_ref().and_then(|value| offered.iter().position(|known| known == value));
        let named = offered.iter().enumerate().map(|(at, value)| Choice::new(at.to_string(), name(value)));
        let options: Vec<_> = std::iter::once(Choice::new("", all)).chain(named).collect();
        let (selection, on_change) = (self.selection.clone(), self.on_change.clone());
        let on_change = Callback::from(move |at: AttrValue| {
            let value = at.parse().ok().and_then(|at: usize| offered.get(at).cloned());
            let mut next = selection.clone();
            change(&mut next, value);
            on_change.emit(next);
        });
        html! {
            <FilterSelect
                id={format!("{}{id}", self.prefix)}
                {label}
                value={value.map_or_else(String::new, |at| at.to_string())}
                {options}
                set={value.is_some()}
                {on_change}
            />
        }
    }
}

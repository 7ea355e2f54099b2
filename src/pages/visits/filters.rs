use domain::compare::Drill;
use yew::prelude::*;

use super::{Page, drill};
use crate::components::{Chip, Choice, FilterSelect, SearchField};
use crate::pages::narrow::Narrow;
use crate::route::Route;
use crate::state::{Command, Progress, VisitFilter};
use crate::text::Text;

impl Page<'_> {
    /// Search and filters; what a drill-down brought stands among them as chips that can be taken off.
    pub(super) fn filters(&self) -> Html {
        let app = self.app;
        let text = &app.model.text;
        let narrow = Narrow {
            prefix: "",
            text,
            offered: self.offered,
            selection: &self.filter.selection,
            today: app.model.today(),
            on_change: self.go(|filter, selection| filter.selection = selection),
        };
        html! {
            <div class="filters" role="search" aria-label={text.get("narrow-label")}>
                <SearchField
                    id="visits-search"
                    label={text.get("visits-search")}
                    value={self.filter.words.clone()}
                    on_input={self.go(|filter, words: AttrValue| filter.words = words.to_string())}
                />
                { narrow.school() }
                { narrow.when() }
                { narrow.grade() }
                { narrow.subject() }
                { self.observer() }
                { self.progress() }
                { narrow.imported() }
                { self.chips() }
                if *self.filter != VisitFilter::default() {
                    <Chip
                        label={text.get("narrow-clear")}
                        on_press={app.on(|()| Command::Go(Route::Visits(VisitFilter::default())))}
                    />
                }
            </div>
        }
    }

    fn observer(&self) -> Html {
        let text = &self.app.model.text;
        let value = self.filter.observer.as_ref().map_or("", |id| id.as_str()).to_owned();
        let known = self.items.observers.iter().map(|(id, at)| (id.to_string(), self.items.name(*at).to_owned()));
        let mut named: Vec<_> = known.collect();
        if !value.is_empty() && named.iter().all(|(id, _)| *id != value) {
            let district = self.held.documents.district.as_ref();
            let name = self.filter.observer.as_ref().and_then(|id| district?.observer(id));
            named.push((value.clone(), name.unwrap_or(&value).to_owned()));
        }
        let all = Choice::new("", text.get("narrow-all"));
        let options: Vec<_> =
            [all].into_iter().chain(named.into_iter().map(|(id, name)| Choice::new(id, name))).collect();
        html! {
            <FilterSelect
                id="visits-observer"
                label={text.get("visits-observer")}
                set={!value.is_empty()}
                {value}
                {options}
                on_change={self.go(|filter, id: AttrValue| {
                    filter.observer = (!id.is_empty()).then(|| id.as_str().into());
                })}
            />
        }
    }

    fn progress(&self) -> Html {
        let text = &self.app.model.text;
        let value = PROGRESS.iter().position(|known| *known == self.filter.progress).unwrap_or_default();
        let named = PROGRESS.iter().enumerate();
        let options: Vec<_> = named.map(|(at, known)| Choice::new(at.to_string(), progress(text, *known))).collect();
        html! {
            <FilterSelect
                id="visits-progress"
                label={text.get("visits-progress")}
                value={value.to_string()}
                {options}
                set={self.filter.progress != Progress::Any}
                on_change={self.go(|filter, at: AttrValue| {
                    let chosen = at.parse().ok().and_then(|at: usize| PROGRESS.get(at));
                    filter.progress = chosen.copied().unwrap_or_default();
                })}
            />
        }
    }

    fn chips(&self) -> Html {
        let text = &self.app.model.text;
        let chip = |words: String, on_press: Callback<()>| {
            html! { <Chip label={text.with("visits-chip", [("words", words.into())])} {on_press} /> }
        };
        let selection = &self.filter.selection;
        let looked_for = selection.drill.as_ref().map(|found: &Drill| {
            chip(drill::words(text, self.held, found), self.go(|filter, ()| filter.selection.drill = None))
        });
        let others = drill::others(text, self.offered, selection)
            .into_iter()
            .map(|words| chip(words, self.go(|filter, ()| drill::widen(&mut filter.selection))));
        html! { <>{ for looked_for }{ for others }</> }
    }

    /// Goes to the list that a changed filter shows.
    fn go<E: 'static>(&self, change: impl Fn(&mut VisitFilter, E) + 'static) -> Callback<E> {
        let filter = self.filter.clone();
        self.app.on(move |event| {
            let mut next = filter.clone();
            change(&mut next, event);
            Command::Go(Route::Visits(next))
        })
    }
}

const PROGRESS: [Progress; 4] = [Progress::Any, Progress::Finished, Progress::Open, Progress::Waiting];

fn progress(text: &Text, progress: Progress) -> String {
    match progress {
        Progress::Any => text.get("narrow-all"),
        Progress::Finished => text.get("visits-progress-finished"),
        Progress::Open => text.get("visits-progress-open"),
        Progress::Waiting => text.get("visits-progress-waiting"),
    }
}

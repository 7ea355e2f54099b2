//! The list of visits, newest first.

mod drill;
mod filters;
mod item;
mod list;
mod names;
mod search;

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::compare::Selection;
use domain::id::VisitId;
use domain::permission::Me;
use yew::prelude::*;

use super::compare::{no_framework, no_visits};
use super::held::Held;
use super::narrow::Offered;
use crate::components::{Button, ButtonKind, ButtonLink, EmptyState, Icon, PageHead};
use crate::route::Route;
use crate::state::{App, Command, VisitFilter, use_app};
use item::{Items, items};
use list::List;

/// What [`VisitsPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct VisitsPageProps {
    /// Which visits.
    pub filter: VisitFilter,
}

/// The list of visits.
#[component]
pub fn VisitsPage(props: &VisitsPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let all = use_items(&app, &held, &props.filter);
    let shown = use_found(&app, &all, &props.filter);
    let page = Page { app: &app, held: &held, offered: &offered, items: &all, shown: &shown, filter: &props.filter };
    html! {
        <>
            { page.head() }
            { page.filters() }
            { page.body() }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    /// Every visit of the selection.
    items: &'a Rc<Items>,
    /// Those that the search and the other filters leave, by position.
    shown: &'a Rc<Vec<usize>>,
    filter: &'a VisitFilter,
}

/// Every visit of the filter's selection: collected and put in order only when visits, documents or selection change.
#[hook]
fn use_items(app: &App, held: &Held, filter: &VisitFilter) -> Rc<Items> {
    let deps = (held.clone(), ByAddress(Rc::clone(&app.model.visits)), filter.selection.clone());
    use_memo(deps, |(held, visits, selection)| items(held, &visits.0, selection))
}

/// The visits that words, observer and progress leave.
#[hook]
fn use_found(app: &App, items: &Rc<Items>, filter: &VisitFilter) -> Rc<Vec<usize>> {
    let waiting: BTreeSet<VisitId> = app.model.waiting.keys().copied().collect();
    let asked = VisitFilter { selection: Default::default(), ..filter.clone() };
    use_memo((ByAddress(Rc::clone(items)), waiting, asked), |(items, waiting, filter)| {
        search::found(&items.0, waiting, filter)
    })
}

/// Equal when it is the very same value: what a model or a memo shares did not change.
pub(super) struct ByAddress<T>(pub(super) Rc<T>);

impl<T> PartialEq for ByAddress<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Page<'_> {
    fn head(&self) -> Html {
        let text = &self.app.model.text;
        let actions = html! {
            <>
                <ButtonLink href={Route::Calibration(Selection::default()).address()}>
                    { text.get("calibration-link") }
                </ButtonLink>
                <ButtonLink href={Route::Export(self.filter.selection.clone()).address()}>
                    { text.get("export-link") }
                </ButtonLink>
                if self.app.model.me.as_deref().is_some_and(Me::may_import) {
                    <ButtonLink href={Route::Import.address()}>{ text.get("import-link") }</ButtonLink>
                }
                <ButtonLink href={Route::Paper.address()}>{ text.get("visits-paper") }</ButtonLink>
                <ButtonLink kind={ButtonKind::Primary} icon={Icon::Add} href={Route::Start.address()}>
                    { text.get("visits-start") }
                </ButtonLink>
            </>
        };
        html! { <PageHead title={text.get("visits-title")} subtitle={self.count()} {actions} /> }
    }

    /// "40 visits", "3 of 40 visits".
    fn count(&self) -> String {
        let (shown, all) = (self.shown.len(), self.items.total);
        let count = [("shown", shown.into()), ("all", all.into())];
        let text = &self.app.model.text;
        if shown == all { text.with("visits-count", count) } else { text.with("visits-count-of", count) }
    }

    fn body(&self) -> Html {
        let text = &self.app.model.text;
        if self.items.total == 0 && self.held.documents.frameworks.is_empty() {
            return no_framework(text);
        }
        if self.items.total == 0 {
            return no_visits(text);
        }
        if self.shown.is_empty() {
            let clear = self.app.on(|()| Command::Go(Route::Visits(VisitFilter::default())));
            let actions = html! {
                <Button kind={ButtonKind::Primary} on_press={clear}>{ text.get("narrow-clear") }</Button>
            };
            return html! {
                <EmptyState title={text.get("visits-none-title")} text={text.get("visits-none-text")} {actions} />
            };
        }
        html! {
            // A list of other visits begins at its top again.
            <List
                key={Route::Visits(self.filter.clone()).address()}
                items={Rc::clone(self.items)}
                shown={Rc::clone(self.shown)}
                app={self.app.clone()}
            />
        }
    }
}

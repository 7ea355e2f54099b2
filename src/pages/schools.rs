//! Where each school stands in each look-for: shapes and colours side by side, sorted as asked, down to the chart.

use domain::compare::{SchoolCell, SchoolLine, Schools, Selection};
use domain::district::{Area, District};
use domain::framework::LookFor;
use domain::id::{LookForId, SchoolId};
use yew::prelude::*;

use super::ask::{Reply, use_schools};
use super::compare::{failed, no_framework, place, shape, standing_word};
use super::held::Held;
use super::narrow::{Narrow, Offered, said};
use crate::components::{
    Button, Choice, FilterSelect, HeatCell, HeatColumn, HeatLine, HeatMap, Icon, PageHead, Skeleton, Sorted,
};
use crate::route::{CompareView, Route, SchoolOrder, SchoolsView, Shown, TrendsView};
use crate::state::{App, Command, Question, use_app};
use crate::text::Text;

/// What [`SchoolsPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct SchoolsPageProps {
    /// Which visits and look-fors.
    pub selection: Selection,
    /// Which columns, and in which order the schools stand.
    pub view: SchoolsView,
}

/// Where each school stands in each look-for.
#[component]
pub fn SchoolsPage(props: &SchoolsPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let reply = use_schools(&app, &held, &props.selection);
    let text = &app.model.text;
    let back = Route::Compare(props.selection.clone(), CompareView::default()).address();
    let subtitle: Vec<String> = std::iter::once(place(&app.model, &offered, &props.selection))
        .chain(super::compare::period(text, &props.selection, None, app.model.today()))
        .chain(said(text, &offered, &props.selection))
        .collect();
    html! {
        <>
            <PageHead
                title={text.get("schools-title")}
                subtitle={subtitle.join(" · ")}
                back={(back.into(), text.get("weekly-back").into())}
                actions={html! {
                    <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                        { text.get("compare-print") }
                    </Button>
                }}
            />
            { filters(&app, &offered, props) }
            { body(&app, &held, &reply, props) }
        </>
    }
}

fn filters(app: &App, offered: &Offered, props: &SchoolsPageProps) -> Html {
    let (text, view) = (&app.model.text, props.view.clone());
    let narrow = Narrow {
        prefix: "",
        text,
        offered,
        selection: &props.selection,
        today: app.model.today(),
        on_change: app.on(move |selection| Command::Go(Route::Schools(selection, view.clone()))),
    };
    html! {
        <div class="filters" role="group" aria-label={text.get("narrow-label")}>
            { narrow.school() }
            { narrow.when() }
            { look_fors(app, props) }
            { narrow.grade() }
            { narrow.subject() }
            { narrow.strand() }
        </div>
    }
}

fn look_fors(app: &App, props: &SchoolsPageProps) -> Html {
    let text = &app.model.text;
    let options = vec![Choice::new("", text.get("trends-focus")), Choice::new(ALL, text.get("trends-all"))];
    // A strand shows all of its own.
    let all = props.view.all || props.selection.strand.is_some();
    let (selection, sort) = (props.selection.clone(), props.view.sort.clone());
    let on_change = app.on(move |chosen: AttrValue| {
        Command::Go(Route::Schools(selection.clone(), SchoolsView { all: chosen == ALL, sort: sort.clone() }))
    });
    html! {
        <FilterSelect
            id="schools-show"
            label={text.get("trends-look-fors")}
            value={if all { ALL } else { "" }}
            {options}
            set={!all}
            {on_change}
        />
    }
}

const ALL: &str = "all";

fn body(app: &App, held: &Held, reply: &Reply<Schools>, props: &SchoolsPageProps) -> Html {
    let text = &app.model.text;
    let Some(district) = held.documents.district.as_ref() else { return no_framework(text) };
    if let Some(failure) = reply.failure {
        return failed(app, Question::Schools(props.selection.clone()), failure);
    }
    match reply.told.as_deref() {
        Some(schools) if reply.current => {
            let focus = district.focus_in(&Area::District, app.model.today());
            Map { text, district, focus, schools, props }.draw()
        }
        Some(_) | None => html! { <Skeleton label={text.get("compare-loading")} rows=6 /> },
    }
}

/// What is drawn.
struct Map<'a> {
    text: &'a Text,
    district: &'a District,
    /// What the whole district watches.
    focus: Vec<LookForId>,
    schools: &'a Schools,
    props: &'a SchoolsPageProps,
}

impl Map<'_> {
    fn draw(&self) -> Html {
        let all = self.props.view.all || self.props.selection.strand.is_some();
        let meant = |(_, look_for): &(usize, &LookFor)| all || self.focus.contains(&look_for.id);
        let shown: Vec<_> = self.schools.look_fors.iter().enumerate().filter(meant).collect();
        let columns: Vec<_> = shown.iter().map(|(_, look_for)| self.column(look_for)).collect();
        let lines: Vec<_> = self.lines().into_iter().map(|line| self.line(line, &shown)).collect();
        let sort = &self.props.view.sort;
        html! {
            <>
                <HeatMap
                    caption={self.text.get("schools-caption")}
                    first={HeatColumn {
                        label: self.text.get("schools-school").into(),
                        title: self.text.get("schools-sort-name").into(),
                        href: self.sorted(SchoolOrder::Name),
                        sorted: (*sort == SchoolOrder::Name).then_some(Sorted::Ascending),
                    }}
                    second={HeatColumn {
                        label: self.text.get("schools-visits").into(),
                        title: self.text.get("schools-sort-visits").into(),
                        href: self.sorted(SchoolOrder::Visits),
                        sorted: (*sort == SchoolOrder::Visits).then_some(Sorted::Descending),
                    }}
                    {columns}
                    {lines}
                />
                <p class="muted small">{ self.text.get("schools-legend") }</p>
            </>
        }
    }

    fn lines(&self) -> Vec<&SchoolLine> {
        match &self.props.view.sort {
            SchoolOrder::Visits => self.schools.by_visits(),
            SchoolOrder::Gap(look_for) => self.schools.by_gap(look_for),
            SchoolOrder::Name => {
                let mut lines: Vec<_> = self.schools.lines.iter().collect();
                lines.sort_by_key(|line| self.name(&line.school));
                lines
            }
        }
    }

    fn column(&self, look_for: &LookFor) -> HeatColumn {
        let sort = SchoolOrder::Gap(look_for.id.clone());
        HeatColumn {
            label: look_for.short.clone().into(),
            title: self.text.with("schools-sort-gap", [("look-for", look_for.text.as_str().into())]).into(),
            sorted: (self.props.view.sort == sort).then_some(Sorted::Descending),
            href: self.sorted(sort),
        }
    }

    fn line(&self, line: &SchoolLine, shown: &[(usize, &LookFor)]) -> HeatLine {
        let alone = Selection { schools: vec![line.school.clone()], ..self.props.selection.clone() };
        let cell = |(at, look_for): &(usize, &LookFor)| {
            let cell = line.cells.get(*at).copied().flatten()?;
            let view = TrendsView { show: Shown::One(look_for.id.clone()), ..TrendsView::default() };
            Some(self.cell(cell, look_for, Route::Trends(alone.clone(), view)))
        };
        HeatLine {
            name: self.name(&line.school).into(),
            href: Route::Compare(alone.clone(), CompareView::default()).address().into(),
            visits: line.visits.to_string().into(),
            cells: shown.iter().map(cell).collect(),
        }
    }

    fn cell(&self, cell: SchoolCell, look_for: &LookFor, to: Route) -> HeatCell {
        let standing = standing_word(self.text, cell.standing);
        let words = [
            ("look-for", look_for.text.as_str().into()),
            ("standing", standing.into()),
            ("visits", cell.visits.into()),
        ];
        HeatCell {
            shape: shape(cell.standing),
            label: self.text.with("schools-cell", words).into(),
            href: to.address().into(),
        }
    }

    fn name(&self, school: &SchoolId) -> String {
        self.district.school(school).map_or_else(|| school.to_string(), |known| known.name.clone())
    }

    fn sorted(&self, sort: SchoolOrder) -> AttrValue {
        let view = SchoolsView { sort, ..self.props.view.clone() };
        Route::Schools(self.props.selection.clone(), view).address().into()
    }
}

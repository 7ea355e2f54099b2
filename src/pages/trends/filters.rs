use domain::compare::Selection;
use domain::stats::trend::Period;
use yew::prelude::*;

use super::Page;
use crate::components::{Chip, Choice, FilterSelect, InputKind, TextField};
use crate::pages::narrow::Narrow;
use crate::route::{Route, Shown, TrendsView};
use crate::state::Command;

impl Page<'_> {
    /// Every filter stands in the address: to choose is to go there.
    pub(super) fn filters(&self) -> Html {
        let (app, view) = (self.app, self.props.view.clone());
        let text = &app.model.text;
        let narrow = Narrow {
            prefix: "",
            text,
            offered: self.offered,
            selection: &self.props.selection,
            today: app.model.today(),
            on_change: {
                let view = view.clone();
                app.on(move |selection| Command::Go(Route::Trends(selection, view.clone())))
            },
        };
        html! {
            <div class="filters" role="group" aria-label={text.get("narrow-label")}>
                { narrow.school() }
                { self.period() }
                { self.look_fors() }
                { narrow.when() }
                if self.more {
                    { narrow.grade() }
                    { narrow.subject() }
                    { narrow.strand() }
                    { narrow.flags() }
                    { narrow.imported() }
                    if !self.offered.groups.is_empty() {
                        { narrow.group() }
                    }
                    { narrow.person() }
                    { self.start() }
                }
                <Chip label={text.get("trends-more-filters")} chosen={self.more} on_press={&self.on_more} />
                if self.props.selection != Selection::default() {
                    <Chip
                        label={text.get("narrow-clear")}
                        on_press={app.on(move |()| Command::Go(Route::Trends(Selection::default(), view.clone())))}
                    />
                }
            </div>
        }
    }

    fn period(&self) -> Html {
        let text = &self.app.model.text;
        let offered = [(Period::Week, "trends-week"), (Period::Month, "trends-month"), (Period::Term, "trends-term")];
        let at = offered.iter().position(|(period, _)| *period == self.props.view.period).unwrap_or(0);
        let options: Vec<_> =
            offered.iter().enumerate().map(|(at, (_, name))| Choice::new(at.to_string(), text.get(name))).collect();
        let on_change = self.change(move |view, chosen| {
            let chosen = chosen.parse().ok().and_then(|at: usize| offered.get(at));
            view.period = chosen.map_or(view.period, |(period, _)| *period);
        });
        html! {
            <FilterSelect
                id="trends-by"
                label={text.get("trends-by")}
                value={at.to_string()}
                {options}
                set=true
                {on_change}
            />
        }
    }

    /// The focus, all, or one alone.
    fn look_fors(&self) -> Html {
        let text = &self.app.model.text;
        let named = self.reply.told.iter().flat_map(|trends| &trends.rows).map(|trend| &trend.row.look_for);
        let one = named.map(|look_for| Choice::new(format!("{ONE}{}", look_for.id), look_for.short.clone()));
        let options: Vec<_> = [Choice::new("", text.get("trends-focus")), Choice::new(ALL, text.get("trends-all"))]
            .into_iter()
            .chain(one)
            .collect();
        // A strand shows all of its own.
        let value = match &self.props.view.show {
            Shown::Focus if self.props.selection.strand.is_none() => String::new(),
            Shown::Focus | Shown::All => String::from(ALL),
            Shown::One(look_for) => format!("{ONE}{look_for}"),
        };
        let on_change = self.change(|view, chosen| {
            view.show = match chosen.strip_prefix(ONE) {
                Some(look_for) => Shown::One(look_for.into()),
                None if chosen == ALL => Shown::All,
                None => Shown::Focus,
            };
        });
        html! {
            <FilterSelect
                id="trends-show"
                label={text.get("trends-look-fors")}
                set={value != ALL}
                {value}
                {options}
                {on_change}
            />
        }
    }

    /// The day on which a plan or a training began.
    fn start(&self) -> Html {
        let text = &self.app.model.text;
        let on_input = self.change(|view, day| view.start = day.parse().ok());
        html! {
            <TextField
                id="trends-start"
                label={text.get("trends-start")}
                kind={InputKind::Date}
                value={self.props.view.start.map_or_else(String::new, |day| day.to_string())}
                {on_input}
            />
        }
    }

    fn change(&self, change: impl Fn(&mut TrendsView, AttrValue) + 'static) -> Callback<AttrValue> {
        let (selection, view) = (self.props.selection.clone(), self.props.view.clone());
        self.app.on(move |value| {
            let mut next = view.clone();
            change(&mut next, value);
            Command::Go(Route::Trends(selection.clone(), next))
        })
    }
}

const ALL: &str = "all";
/// Before the id of one look-for.
const ONE: &str = "one-";

//! Two periods or two groups held against each other: what changed, or differs, and how sure that is.

use domain::compare::{Comparison, Contrast, Selection, contrast};
use domain::stats::trend::Course;
use yew::prelude::*;

use super::ask::{Reply, use_comparison};
use super::compare::{Unit, failed, no_framework, period, place};
use super::held::Held;
use super::narrow::{Narrow, Offered, said};
use crate::components::{Button, Column, DataTable, Icon, PageHead, Skeleton};
use crate::route::{CompareView, Route};
use crate::state::{App, Command, Question, use_app};
use crate::text::Text;

/// What [`ContrastPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct ContrastPageProps {
    /// The visits that are held against.
    pub before: Selection,
    /// The visits that are looked at.
    pub after: Selection,
}

/// Two periods or two groups held against each other.
#[component]
pub fn ContrastPage(props: &ContrastPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let before = use_comparison(&app, &held, &props.before, true);
    let after = use_comparison(&app, &held, &props.after, true);
    let text = &app.model.text;
    let back = Route::Compare(props.after.clone(), CompareView::default()).address();
    let page = Page { app: &app, held: &held, offered: &offered, props, before: &before, after: &after };
    html! {
        <>
            <PageHead
                title={text.get("contrast-title")}
                back={(back.into(), text.get("weekly-back").into())}
                actions={html! {
                    <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                        { text.get("compare-print") }
                    </Button>
                }}
            />
            { page.side("before-", "contrast-before", &props.before, &before) }
            { page.side("after-", "contrast-after", &props.after, &after) }
            { page.body() }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    props: &'a ContrastPageProps,
    before: &'a Reply<Comparison>,
    after: &'a Reply<Comparison>,
}

impl Page<'_> {
    /// One of the two: what it is, and the filters that say so.
    fn side(
        &self,
        prefix: &'static str,
        title: &'static str,
        selection: &Selection,
        reply: &Reply<Comparison>,
    ) -> Html {
        let (app, text) = (self.app, &self.app.model.text);
        let (before, after) = (self.props.before.clone(), self.props.after.clone());
        let first = prefix == "before-";
        let narrow = Narrow {
            prefix,
            text,
            offered: self.offered,
            selection,
            today: app.model.today(),
            on_change: app.on(move |changed| {
                let (before, after) = if first { (changed, after.clone()) } else { (before.clone(), changed) };
                Command::Go(Route::Contrast(before, after))
            }),
        };
        let id = format!("{prefix}title");
        html! {
            <section class="section" aria-labelledby={id.clone()}>
                <div class="section-head">
                    <h2 {id}>{ text.get(title) }</h2>
                    <span class="muted">{ self.what(selection, reply) }</span>
                </div>
                <div class="filters">
                    { narrow.when() }
                    { narrow.school() }
                    { narrow.grade() }
                    { narrow.subject() }
                    if !self.offered.groups.is_empty() {
                        { narrow.group() }
                    }
                </div>
            </section>
        }
    }

    /// "Cedar Ridge · 25 Aug – 20 Nov · 179 visits".
    fn what(&self, selection: &Selection, reply: &Reply<Comparison>) -> String {
        let (model, told) = (&self.app.model, reply.told.as_deref().filter(|_| reply.current));
        let mut parts = vec![place(model, self.offered, selection)];
        parts.extend(period(&model.text, selection, told.and_then(|told| told.dates), model.today()));
        parts.extend(told.map(|told| model.text.with("trends-visits", [("n", told.visits.into())])));
        parts.extend(said(&model.text, self.offered, selection));
        parts.join(" · ")
    }

    fn body(&self) -> Html {
        let text = &self.app.model.text;
        if self.held.documents.frameworks.is_empty() || self.held.documents.district.is_none() {
            return no_framework(text);
        }
        for (reply, selection) in [(self.before, &self.props.before), (self.after, &self.props.after)] {
            if let Some(failure) = reply.failure {
                return failed(self.app, Question::Compare(selection.clone()), failure);
            }
        }
        match (self.before.told.as_deref(), self.after.told.as_deref()) {
            (Some(before), Some(after)) if self.before.current && self.after.current => self.table(before, after),
            (_, _) => html! { <Skeleton label={text.get("compare-loading")} rows=4 /> },
        }
    }

    fn table(&self, before: &Comparison, after: &Comparison) -> Html {
        let text = &self.app.model.text;
        let words = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![
            words("compare-column-look-for"),
            words("contrast-column-change"),
            words("contrast-column-before"),
            words("contrast-column-after"),
        ];
        let found = contrast(before, after);
        let rows: Vec<_> = found.iter().map(|one| cells(text, one)).collect();
        html! {
            <>
                if self.props.before == self.props.after {
                    <p class="strong" role="note">{ text.get("contrast-same") }</p>
                } else if !self.props.before.is_apart_from(&self.props.after) {
                    <p class="strong" role="note">{ text.get("contrast-not-apart") }</p>
                }
                <DataTable caption={text.get("contrast-caption")} {columns} {rows} />
                <p class="muted small">{ text.get("contrast-foot") }</p>
            </>
        }
    }
}

fn cells(text: &Text, one: &Contrast<'_>) -> Vec<Html> {
    let value = |row: Option<&domain::compare::ComparisonRow>| {
        let said = row.and_then(|row| {
            let value = super::compare::estimate(text, row)?;
            Some(text.with("contrast-of-visits", [("value", value.into()), ("n", row.visits.into())]))
        });
        html! { { said.unwrap_or_else(|| text.get("compare-no-number")) } }
    };
    let (sign, words) = change(text, one);
    vec![
        html! { { &one.after.look_for.text } },
        html! {
            <>
                <span class="strong" aria-hidden="true">{ sign }{ "\u{a0}" }</span>
                { words }
            </>
        },
        value(one.before),
        value(Some(one.after)),
    ]
}

/// "12–34 points higher", and its sign.
fn change(text: &Text, one: &Contrast<'_>) -> (&'static str, String) {
    let unit = Unit::of(one.after);
    let (Some(change), Some(course)) = (one.change, one.course) else {
        return ("◇", text.get("contrast-unknown"));
    };
    let (low, high) = (change.interval().low(), change.interval().high());
    let between = |low, high| [("amount", unit.differences(text, low, high).into())];
    let either = || [("down", unit.difference(text, -low).into()), ("up", unit.difference(text, high.max(0.0)).into())];
    match course {
        Course::Rising => ("↗", text.with("contrast-higher", between(low, high))),
        Course::Falling => ("↘", text.with("contrast-lower", between(-high, -low))),
        Course::Steady => ("→", text.with("contrast-alike", either())),
        Course::CannotTell => ("◇", text.with("contrast-cannot-tell", either())),
    }
}

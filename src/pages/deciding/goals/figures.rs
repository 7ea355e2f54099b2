//! How an achievement goal comes along: what its measure read, by school and student group, entered or from a file.

use domain::district::{Course, District, Figure, FigureChange, FiguresRead, Goal, Measure, courses, figure_rows};
use domain::id::GoalId;
use yew::prelude::*;

use super::super::{leaves, offline};
use super::figure_form::FigureForm;
use super::words;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Column, DataTable, EmptyState, Icon, PageHead, Panel, Progress, Skeleton,
};
use crate::pages::words::failure as failed;
use crate::route::Route;
use crate::state::{App, Command, FiguresFailure, FiguresStep, Figuring, use_app};
use crate::text::Text;

/// What [`GoalPage`] needs.
#[derive(Properties, PartialEq)]
pub struct GoalPageProps {
    /// Which goal.
    pub id: GoalId,
}

/// How an achievement goal comes along.
#[component]
pub fn GoalPage(props: &GoalPageProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let open = use_state(|| None::<Open>);
    let send = app.send.clone();
    let known = app.model.documents.district.is_some();
    use_effect_with((props.id.clone(), known), move |(id, known)| {
        if *known {
            send.emit(Command::Figures(FiguresStep::Read(id.clone())));
        }
    });
    let back = (AttrValue::from(Route::Goals.address()), AttrValue::from(text.get("goal-title")));
    let district = app.model.documents.district.as_ref();
    let found = district.and_then(|district| Some((district, district.goals.get(&props.id)?)));
    let Some((district, goal, measure)) = found.and_then(|(district, goal)| Some((district, goal, goal.measure()?)))
    else {
        return html! {
            <>
                <PageHead title={text.get("goal-figures")} {back} />
                <EmptyState title={text.get("goal-gone")} text={text.get("goal-gone-text")} />
            </>
        };
    };
    let sets = app.model.me.as_deref().is_some_and(|me| me.sets_goals(district, &goal.area, app.model.today()));
    let page = Page { app: &app, text, district, goal, measure, now: &app.model.figuring, open: &open, sets };
    html! {
        <>
            <PageHead title={goal.name.clone()} subtitle={words::measure(text, measure)} {back} actions={page.actions()} />
            { offline(&app) }
            <div id={FiguresStep::SAID} tabindex="-1" aria-live="polite">{ page.said() }</div>
            { page.offered() }
            { page.form() }
            { page.body() }
        </>
    }
}

/// Which form is open.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    /// The figure that is corrected; `None` for one more.
    was: Option<Figure>,
    /// How many steps had worked when it was opened: its own closes it.
    done: u32,
}

struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    district: &'a District,
    goal: &'a Goal,
    measure: &'a Measure,
    now: &'a Figuring,
    open: &'a UseStateHandle<Option<Open>>,
    sets: bool,
}

impl Page<'_> {
    fn on(&self, step: FiguresStep) -> Callback<()> {
        self.app.on(move |()| Command::Figures(step.clone()))
    }

    fn actions(&self) -> Html {
        let text = self.text;
        let shut = self.now.busy || self.app.model.syncing.offline || self.shown().is_some();
        let some = self.figures().is_some_and(|figures| !figures.is_empty());
        html! {
            <>
                if self.sets {
                    <Button icon={Icon::Add} id="figure-new" disabled={shut} on_press={self.open_form(None)}>{ text.get("goal-enter") }</Button>
                    <Button id="figures-file" disabled={shut} on_press={self.on(FiguresStep::Choose)}>{ text.get("goal-from-file") }</Button>
                }
                if some {
                    <Button icon={Icon::Save} on_press={self.save()}>{ text.get("goal-save-file") }</Button>
                }
            </>
        }
    }

    fn figures(&self) -> Option<&[Figure]> {
        let of_it = self.now.goal.as_ref() == Some(&self.goal.id);
        self.now.held.as_ref().filter(|_| of_it).map(|held| held.as_slice())
    }

    fn open_form(&self, figure: Option<&Figure>) -> Callback<()> {
        let (open, next) = (self.open.clone(), Open { was: figure.cloned(), done: self.now.done });
        Callback::from(move |()| open.set(Some(next.clone())))
    }

    /// The form that is open: what has been stored closes it.
    fn shown(&self) -> Option<&Open> {
        self.open.as_ref().filter(|open| open.done == self.now.done)
    }

    fn said(&self) -> Html {
        let text = self.text;
        if self.now.busy {
            return html! { <Progress id="figures-progress" label={text.get("goal-busy")} /> };
        }
        if let Some(failure) = &self.now.failure {
            let title = match failure {
                FiguresFailure::File(_) => "goal-file-failed",
                FiguresFailure::Cannot(_) | FiguresFailure::Network(_) => "goal-figures-failed",
            };
            let said = words::failed(text, failure);
            return html! {
                <Banner kind={BannerKind::Warning} title={text.get(title)}>
                    if let [one] = &said[..] {
                        { one }
                    } else {
                        <ul class="stack">{ for said.iter().map(|one| html! { <li>{ one }</li> }) }</ul>
                    }
                </Banner>
            };
        }
        if self.now.done > 0 && self.now.offered.is_none() {
            return html! { <Banner title={text.get("focus-done")}>{ text.get("goal-figures-stored") }</Banner> };
        }
        Html::default()
    }

    /// What a file would change, before it does.
    fn offered(&self) -> Html {
        let text = self.text;
        let Some(FiguresRead { changes, same }) = &self.now.offered else { return Html::default() };
        let new = changes.iter().filter(|change| change.was.is_none()).count();
        let counts = [("new", new.into()), ("changed", (changes.len() - new).into()), ("same", (*same).into())];
        let columns =
            [("goal-whose", false), ("goal-kind", false), ("goal-on", false), ("goal-was", true), ("goal-now", true)];
        let columns = columns.map(|(id, numeric)| Column { label: text.get(id).into(), numeric }).to_vec();
        let rows = changes.iter().filter_map(|change| self.changed(change)).collect::<Vec<_>>();
        html! {
            <Panel id="figures-offered" title={text.get("goal-offered")}>
                <p>{ text.with("goal-offered-counts", counts) }</p>
                if !rows.is_empty() {
                    <DataTable caption={text.get("goal-offered-caption")} {columns} {rows} />
                }
                <div class="cluster">
                    if !changes.is_empty() {
                        <Button kind={ButtonKind::Primary} id="figures-take" disabled={self.now.busy} on_press={self.on(FiguresStep::Take)}>{ text.get("goal-offered-take") }</Button>
                    }
                    <Button on_press={self.on(FiguresStep::Leave)}>{ text.get("draft-offered-leave") }</Button>
                </div>
            </Panel>
        }
    }

    fn changed(&self, FigureChange { was, now }: &FigureChange) -> Option<Vec<Html>> {
        let text = self.text;
        let one = now.as_ref().or(was.as_ref())?;
        let value = |figure: &Option<Figure>| match figure {
            Some(figure) => html! { self.value(figure) },
            None => html! { "–" },
        };
        Some(vec![
            html! { words::whose(text, self.district, one) },
            html! { words::kind(text, one.what) },
            html! { text.full_date(one.on) },
            value(was),
            value(now),
        ])
    }

    /// How much, and of how many students.
    fn value(&self, figure: &Figure) -> String {
        let text = self.text;
        let value = words::reading(text, self.measure.unit, figure.value);
        match figure.students {
            None => value,
            Some(students) => text.with("goal-value-of", [("value", value.into()), ("n", students.into())]),
        }
    }

    fn form(&self) -> Html {
        let Some(Open { was, .. }) = self.shown() else { return Html::default() };
        let title = if was.is_some() { "goal-correct" } else { "goal-enter" };
        let on_leave = leaves(self.open, "goal-courses".to_owned());
        html! {
            <Panel id="figure-form" title={self.text.get(title)}>
                <FigureForm
                    key={format!("{was:?}")}
                    goal={self.goal.clone()}
                    was={was.clone()}
                    {on_leave}
                />
            </Panel>
        }
    }

    fn body(&self) -> Html {
        let text = self.text;
        let Some(figures) = self.figures() else {
            return self.unread().unwrap_or_else(|| html! { <Skeleton label={text.get("goal-reading")} rows=4 /> });
        };
        let unread = self.unread();
        if figures.is_empty() {
            return html! {
                <>
                    { for unread }
                    <EmptyState title={text.get("goal-no-figures")} text={text.get("goal-no-figures-text")} />
                </>
            };
        }
        html! { <>{ for unread }{ self.courses(figures) }{ self.all(figures) }</> }
    }

    /// That they could not be read, or not anew.
    fn unread(&self) -> Option<Html> {
        let (text, failure) = (self.text, self.now.unread?);
        let again = self.on(FiguresStep::Read(self.goal.id.clone()));
        Some(html! {
            <Banner kind={BannerKind::Warning} title={text.get("goal-unread")}>
                { failed(text, failure) }
                <div class="cluster"><Button on_press={again}>{ text.get("goal-read-again") }</Button></div>
            </Banner>
        })
    }

    /// How each school and group stands.
    fn courses(&self, figures: &[Figure]) -> Html {
        let text = self.text;
        let columns = [
            ("goal-whose", false),
            ("goal-progress", false),
            ("goal-latest", true),
            ("goal-baseline", true),
            ("goal-target", true),
        ];
        let columns = columns.map(|(id, numeric)| Column { label: text.get(id).into(), numeric }).to_vec();
        let rows: Vec<Vec<Html>> = courses(self.measure, figures).iter().map(|course| self.course(course)).collect();
        html! {
            <section class="section" aria-labelledby="goal-courses">
                <h2 id="goal-courses" tabindex="-1">{ text.get("goal-courses") }</h2>
                <DataTable caption={text.get("goal-courses-caption")} {columns} {rows} />
                <p class="muted small">{ text.get("goal-courses-note") }</p>
            </section>
        }
    }

    fn course(&self, course: &Course) -> Vec<Html> {
        let text = self.text;
        let dated = |figure: &Figure| {
            let value = self.value(figure);
            html! { <>{ value }<br /><span class="muted small">{ text.full_date(figure.on) }</span></> }
        };
        let none = || html! { "–" };
        let last = course.results.last();
        let since = course.baseline.as_ref().zip(last);
        let since = since.map(|(baseline, last)| words::change(text, baseline.value, last.value));
        let latest = |last: &Figure| {
            let since = since.map(|since| html! { <><br /><span class="muted small">{ since }</span></> });
            html! { <>{ dated(last) }{ for since }</> }
        };
        vec![
            html! { words::of_whom(text, self.district, course.school.as_ref(), course.group.as_ref()) },
            html! { words::progress(text, self.measure, course) },
            last.map_or_else(none, latest),
            course.baseline.as_ref().map_or_else(none, dated),
            dated(&course.target),
        ]
    }

    /// Every figure that was entered, to be corrected.
    fn all(&self, figures: &[Figure]) -> Html {
        if !self.sets {
            return Html::default();
        }
        let text = self.text;
        let columns = [
            ("goal-whose", false),
            ("goal-kind", false),
            ("goal-on", false),
            ("goal-value", true),
            ("goal-correct", false),
        ];
        let columns = columns.map(|(id, numeric)| Column { label: text.get(id).into(), numeric }).to_vec();
        let row = |figure: &Figure| {
            let whose = words::whose(text, self.district, figure);
            let facts = [
                ("whose", whose.clone().into()),
                ("kind", words::kind(text, figure.what).into()),
                ("date", text.full_date(figure.on).into()),
            ];
            let spoken = AttrValue::from(text.with("goal-correct-spoken", facts));
            vec![
                html! { whose },
                html! { words::kind(text, figure.what) },
                html! { text.full_date(figure.on) },
                html! { self.value(figure) },
                html! { <Button kind={ButtonKind::Quiet} {spoken} on_press={self.open_form(Some(figure))}>{ text.get("goal-correct") }</Button> },
            ]
        };
        let rows: Vec<Vec<Html>> = figures.iter().map(row).collect();
        html! {
            <section class="section" aria-labelledby="goal-entered">
                <h2 id="goal-entered">{ text.get("goal-entered") }</h2>
                <DataTable caption={text.get("goal-entered-caption")} {columns} {rows} />
            </section>
        }
    }

    fn save(&self) -> Callback<()> {
        let name = format!("{}.csv", self.text.get("goal-file-name"));
        let rows = self.figures().map(figure_rows).unwrap_or_default();
        self.app.on(move |()| Command::SaveFile { name: name.clone(), kind: "text/csv", contents: csv(&rows) })
    }
}

fn csv(rows: &[Vec<String>]) -> String {
    // Excel takes a table for UTF-8 only where it begins with this mark.
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    // A vector takes everything; nothing can fail.
    let written = rows.iter().try_for_each(|row| writer.write_record(row));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

//! The district's schools, classes and teachers: what there is, and bringing it in from another system. The server reads the
//! files; nothing is stored before the last button, and then exactly what was shown.

mod outcome;
mod words;

use domain::permission::Me;
use domain::rostering::{CannotReadRoster, SchoolSummary};
use yew::prelude::*;

use crate::components::{
    Banner, BannerKind, Button, ButtonKind, ButtonLink, Column, DataTable, EmptyState, PageHead, Panel, Progress,
    Skeleton,
};
use crate::route::Route;
use crate::state::{App, Command, FileFailure, RosterBusy, RosterStep, Rostering, use_app};
use crate::text::Text;

/// Where the server has the plain template.
const TEMPLATE: &str = "/api/v1/roster/template.zip";

/// The district's schools, classes and teachers.
#[component]
pub fn RosterPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let allowed = app.model.me.as_deref().is_some_and(Me::may_import_rosters);
    let send = app.send.clone();
    use_effect_with(allowed, move |allowed| {
        if *allowed {
            send.emit(Command::Roster(RosterStep::ReadSummary));
        }
    });
    let back = (AttrValue::from(Route::Settings.address()), text.get("settings-title").into());
    let head = html! { <PageHead title={text.get("roster-title")} subtitle={text.get("roster-subtitle")} {back} /> };
    if !allowed {
        return html! {
            <>
                { head }
                <EmptyState title={text.get("roster-not-allowed")} text={text.get("roster-not-allowed-text")} />
            </>
        };
    }
    let page = Page { app: &app, text, now: &app.model.rostering };
    html! {
        <>
            { head }
            if app.model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("roster-offline") }</Banner>
            }
            { page.files() }
            <div aria-live="polite">{ page.busy() }{ page.failure() }</div>
            { page.outcome() }
            { page.held() }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    now: &'a Rostering,
}

impl Page<'_> {
    fn on(&self, step: RosterStep) -> Callback<()> {
        self.app.on(move |()| Command::Roster(step))
    }

    fn files(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let chosen = !now.files.is_empty();
        let busy = now.busy.is_some();
        html! {
            <Panel id="roster-files" title={text.get("roster-files")}>
                <p class="reading">{ text.get("roster-intro") }</p>
                <p class="reading muted">{ text.get("roster-students") }</p>
                <div class="cluster">
                    if chosen {
                        <span class="strong">{ now.files.join(", ") }</span>
                        <Button disabled={busy} on_press={self.on(RosterStep::Over)}>{ text.get("roster-over") }</Button>
                    } else {
                        <Button kind={ButtonKind::Primary} disabled={busy} on_press={self.on(RosterStep::Choose)}>
                            { text.get("roster-choose") }
                        </Button>
                        <ButtonLink download={true} href={TEMPLATE}>{ text.get("roster-template") }</ButtonLink>
                    }
                </div>
                if !chosen {
                    <p class="muted small">{ text.get("roster-kinds") }</p>
                }
            </Panel>
        }
    }

    fn busy(&self) -> Html {
        let label = match self.now.busy {
            None => return Html::default(),
            Some(RosterBusy::Looking) => "roster-looking",
            Some(RosterBusy::Storing) => "roster-storing",
        };
        html! { <Progress id="roster-progress" label={self.text.get(label)} /> }
    }

    fn failure(&self) -> Html {
        let text = self.text;
        let (title, why) = match &self.now.failure {
            None => return Html::default(),
            Some(FileFailure::Cannot(why @ CannotReadRoster::Otherwise(_))) => {
                ("roster-otherwise", words::cannot(text, why))
            }
            Some(FileFailure::Cannot(why)) => ("roster-failed", words::cannot(text, why)),
            Some(FileFailure::Network(failure)) => {
                let title = if self.now.files.is_empty() { "roster-unread" } else { "roster-failed" };
                (title, super::words::failure(text, *failure))
            }
        };
        html! { <Banner kind={BannerKind::Warning} title={text.get(title)}>{ why }</Banner> }
    }

    /// What the rosters hold now.
    fn held(&self) -> Html {
        let (text, model) = (self.text, &self.app.model);
        let Some(summary) = &self.now.summary else {
            // What went wrong stands above.
            let failed = self.now.failure.is_some() || model.syncing.offline;
            return if failed {
                Html::default()
            } else {
                html! { <Skeleton label={text.get("roster-reading")} rows=4 /> }
            };
        };
        if summary.schools.is_empty() {
            return html! { <EmptyState title={text.get("roster-none")} text={text.get("roster-none-text")} /> };
        }
        let column = |id: &str, numeric| Column { label: text.get(id).into(), numeric };
        let columns = vec![
            column("narrow-school", false),
            column("roster-classes", true),
            column("roster-not-led", true),
            column("roster-teachers", true),
        ];
        let row = |school: &SchoolSummary| {
            let number = |n: u32| html! { { text.number(f64::from(n)) } };
            vec![
                html! {
                    <>
                        { &school.name }
                        if let Some(network) = &school.network {
                            <div class="muted small">{ network }</div>
                        }
                    </>
                },
                number(school.classes),
                number(school.classes - school.led),
                number(school.teachers),
            ]
        };
        let rows: Vec<_> = summary.schools.iter().map(row).collect();
        let imported = summary.imported.map(|at| {
            let time = super::words::date_and_time(text, at, model.offset);
            text.with("roster-imported", [("time", time.into())])
        });
        html! {
            <section class="section" aria-labelledby="roster-held">
                <h2 id="roster-held">{ text.get("roster-held") }</h2>
                <p class="muted">{ imported.unwrap_or_else(|| text.get("roster-never")) }</p>
                <DataTable caption={text.get("roster-held-caption")} {columns} {rows} />
            </section>
        }
    }
}

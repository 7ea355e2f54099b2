//! The visits of a selection as files, for those who count in other programs.

use domain::compare::{Selection, select};
use yew::prelude::*;

use super::compare::{no_framework, period, place};
use super::held::Held;
use super::narrow::{Narrow, Offered};
use crate::components::{Banner, BannerKind, ButtonKind, ButtonLink, PageHead};
use crate::route::{Route, export_file};
use crate::state::{Command, VisitFilter, use_app};

/// What [`ExportPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct ExportPageProps {
    /// Which visits.
    pub selection: Selection,
}

/// Choose visits, and save them as a table.
#[component]
pub fn ExportPage(props: &ExportPageProps) -> Html {
    let app = use_app();
    let (model, text, selection) = (&app.model, &app.model.text, &props.selection);
    let held = Held::of(model);
    let offered = use_memo((held.clone(), model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let visits = use_memo((held.clone(), selection.clone()), |(held, selection)| {
        held.ground().filter(|_| !held.packs.is_empty()).map(|ground| select(&ground, selection).count())
    });
    let narrow = Narrow {
        prefix: "",
        text,
        offered: &offered,
        selection,
        today: model.today(),
        on_change: app.on(|selection| Command::Go(Route::Export(selection))),
    };
    let subtitle = [Some(place(model, &offered, selection)), period(text, selection, None, model.today())];
    let back = (AttrValue::from(Route::Visits(VisitFilter::default()).address()), text.get("visits-title").into());
    let head = html! {
        <PageHead
            title={text.get("export-title")}
            subtitle={subtitle.into_iter().flatten().collect::<Vec<_>>().join(" · ")}
            {back}
        />
    };
    if held.documents.district.is_none() {
        return html! { <>{ head }{ no_framework(text) }</> };
    }
    let file = |name: &str| export_file(name, selection, model.today());
    html! {
        <>
            { head }
            <div class="filters" role="group" aria-label={text.get("narrow-label")}>
                { narrow.school() }
                { narrow.when() }
                { narrow.grade() }
                { narrow.subject() }
                { narrow.person() }
                { narrow.imported() }
            </div>
            if let Some(visits) = *visits {
                <p>{ text.with("export-visits", [("n", visits.into())]) }</p>
            }
            if model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("export-offline-text") }</Banner>
            }
            if !model.waiting.is_empty() {
                <Banner kind={BannerKind::Info} title={text.get("export-waiting")}>{ text.get("export-waiting-text") }</Banner>
            }
            <div class="cluster">
                <ButtonLink kind={ButtonKind::Primary} download={true} href={file("visits.xlsx")}>{ text.get("export-excel") }</ButtonLink>
                <ButtonLink download={true} href={file("visits.csv")}>{ text.get("export-csv") }</ButtonLink>
                <ButtonLink download={true} href={file("codebook.csv")}>{ text.get("export-codebook") }</ButtonLink>
            </div>
            <p class="muted">{ text.get("export-note") }</p>
        </>
    }
}

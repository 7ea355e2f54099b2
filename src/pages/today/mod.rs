//! Today: what is open, one large button, what is planned, which classrooms have waited longest, and what waits to be sent.

mod figures;
mod nothing_yet;
mod open;
mod planned;
mod rooms;

use yew::prelude::*;

use crate::components::{ButtonKind, ButtonLink, Icon, PageHead};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Model, use_app};
use figures::Figures;
use nothing_yet::{FirstPull, NothingYet};
use open::OpenVisits;
use planned::Planned;
use rooms::Rooms;

/// The page that the app opens on.
#[component]
pub fn TodayPage() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let open = model.open_visits();
    let start = if open.is_empty() { ButtonKind::Primary } else { ButtonKind::Plain };
    html! {
        <>
            <PageHead
                title={text.get("today-title")}
                subtitle={subtitle(model)}
                actions={html! {
                    if records(model) {
                        <ButtonLink kind={start} big={true} icon={Icon::Add} href={Route::Start.address()}>
                            { text.get("today-start") }
                        </ButtonLink>
                    }
                }}
            />
            if !open.is_empty() {
                <OpenVisits />
            }
            if has_rooms(model) {
                <FirstPull />
                <Planned />
                <Figures />
                <Rooms />
            } else {
                <NothingYet />
            }
        </>
    }
}

/// Whether this person records visits on this tablet, and the framework to record against is here.
fn records(model: &Model) -> bool {
    let somewhere = model.me.as_ref().is_some_and(|me| !me.schools.is_empty());
    somewhere && model.documents.framework_on(model.today()).is_some()
}

fn has_rooms(model: &Model) -> bool {
    records(model) && model.documents.rosters.values().any(|roster| !roster.classrooms.is_empty())
}

/// "Friday, 20 Nov · Cedar Ridge Elementary".
fn subtitle(model: &Model) -> String {
    std::iter::once(words::day(&model.text, model.today())).chain(place(model)).collect::<Vec<_>>().join(" · ")
}

/// The one school, how many schools, or the whole district.
fn place(model: &Model) -> Option<String> {
    let (me, district) = (model.me.as_ref()?, model.documents.district.as_ref()?);
    match me.schools.as_slice() {
        [] => Some(district.name.clone()),
        [school] => district.school(school).map(|school| school.name.clone()),
        schools => Some(model.text.with("today-schools", [("n", schools.len().into())])),
    }
}

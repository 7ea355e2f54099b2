//! Edits that the server refused: listed with the reason, and never lost.

use domain::device::Quarantined;
use domain::id::VisitId;
use domain::sync::Refusal;
use yew::prelude::*;

use crate::components::{Button, Column, DataTable, Icon, Panel};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Command, Model, use_app};
use crate::text::Text;

/// What the server refused, and why.
#[component]
pub(super) fn RefusedPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let column = |label: String| Column { label: label.into(), numeric: false };
    let refused = std::rc::Rc::clone(&model.quarantined);
    let save = app.on(move |()| Command::SaveFile {
        name: String::from("throughline-refused.json"),
        kind: "application/json",
        contents: as_file(&refused),
    });
    html! {
        <Panel id="refused" title={text.with("refused-title", [("n", model.quarantined.len().into())])}>
            <p>{ text.get("refused-what") }</p>
            <DataTable
                caption={text.get("refused-caption")}
                columns={vec![column(text.get("refused-visit")), column(text.get("refused-why")), column(text.get("refused-when"))]}
                rows={model.quarantined.iter().map(|(visit, edit)| row(model, *visit, edit)).collect::<Vec<_>>()}
            />
            <div class="cluster">
                <Button icon={Icon::Save} on_press={save}>{ text.get("refused-save") }</Button>
            </div>
        </Panel>
    }
}

fn row(model: &Model, visit: Option<VisitId>, edit: &Quarantined) -> Vec<Html> {
    let text = &model.text;
    vec![
        visit_link(model, visit),
        html! { { reason(text, edit.refusal) } },
        html! { { words::date_and_time(text, edit.at, model.offset) } },
    ]
}

fn visit_link(model: &Model, visit: Option<VisitId>) -> Html {
    let text = &model.text;
    let Some(open) = visit.and_then(|id| model.visit(id)) else { return html! { { text.get("refused-no-visit") } } };
    let room = words::room(&model.documents, &open.at.school, open.visit.context.as_ref());
    let room = room.unwrap_or_else(|| text.get("today-unnamed-room"));
    let date = text.date(open.visit.begin.date);
    let name = text.with("refused-visit-name", [("room", room.into()), ("date", date.into())]);
    html! { <a href={Route::Visit(open.at.school.clone(), open.at.visit).address()}>{ name }</a> }
}

fn reason(text: &Text, refusal: Refusal) -> String {
    match refusal {
        Refusal::Malformed => text.get("refused-malformed"),
        Refusal::NotAssigned => text.get("refused-not-assigned"),
        Refusal::NotYours => text.get("refused-not-yours"),
        Refusal::NotAuthor => text.get("refused-not-author"),
        Refusal::WrongStream => text.get("refused-wrong-stream"),
    }
}

/// The edits as they were first written, in a JSON array: each text is JSON already.
fn as_file(refused: &[(Option<VisitId>, Quarantined)]) -> String {
    let texts: Vec<&str> = refused.iter().map(|(_, edit)| edit.text.as_str()).collect();
    format!("[\n{}\n]\n", texts.join(",\n"))
}

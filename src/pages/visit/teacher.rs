//! One page for the teacher: what was seen, one strength, one question. No scores and no verdicts.

use yew::prelude::*;

use super::hand_over::{Sheet, file_name, page};
use crate::components::{Button, ButtonKind, EmptyState, Icon, PageHead, Panel};
use crate::pages::record::{VisitReached, use_visit, without_visit};
use crate::route::Route;
use crate::state::{Command, VisitRef, use_app};

/// What [`TeacherPage`] needs.
#[derive(Properties, PartialEq)]
pub struct TeacherPageProps {
    /// Which visit.
    pub at: VisitRef,
}

/// The sheet, to be printed or handed over as a file.
#[component]
pub fn TeacherPage(props: &TeacherPageProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let reached = use_visit(&props.at);
    let visit_address = Route::Visit(props.at.school.clone(), props.at.visit).address();
    let back = (AttrValue::from(visit_address), AttrValue::from(text.get("teacher-back")));
    let VisitReached::Here(open, framework) = &reached else {
        return html! { <><PageHead title={text.get("visit-for-teacher")} {back} />{ without_visit(text, &reached) }</> };
    };
    let sheet = Sheet::of(model, open, framework);
    let (name, contents) = (file_name(&sheet), page(text, &sheet));
    let save =
        app.on(move |()| Command::SaveFile { name: name.clone(), kind: "text/html", contents: contents.clone() });
    let actions = html! {
        <>
            <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("visit-print") }</Button>
            <Button kind={ButtonKind::Primary} icon={Icon::Save} on_press={save}>{ text.get("teacher-hand-over") }</Button>
        </>
    };
    html! {
        <>
            <PageHead title={sheet.title.clone()} subtitle={sheet.subtitle.clone()} {back} {actions} />
            <p>{ text.get("teacher-purpose") }</p>
            <Panel id="teacher-seen" title={text.get("teacher-seen")}>
                if sheet.seen.is_empty() {
                    <p>{ text.get("teacher-seen-none") }</p>
                } else {
                    <ul>{ for sheet.seen.iter().map(|words| html! { <li>{ words }</li> }) }</ul>
                }
            </Panel>
            { words(&text.get("visit-strength"), "teacher-strength", &sheet.strength) }
            { words(&text.get("visit-question"), "teacher-question", &sheet.question) }
            if sheet.strength.is_empty() && sheet.question.is_empty() {
                <EmptyState title={text.get("teacher-no-words")} text={text.get("teacher-no-words-text")} />
            }
        </>
    }
}

fn words(title: &str, id: &'static str, words: &str) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! { <Panel {id} title={title.to_owned()}><p class="teacher-words">{ words.to_owned() }</p></Panel> }
}

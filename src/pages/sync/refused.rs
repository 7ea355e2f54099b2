//! Edits that the server refused, visit by visit: each readable, with the reason, and each to be sent again, saved or taken
//! back by itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::device::Quarantined;
use domain::edit::Edit;
use domain::id::VisitId;
use domain::stream::Stream;
use domain::sync::Refusal;
use yew::prelude::*;

use crate::components::{Button, ButtonKind, Icon, Panel};
use crate::pages::entry_words::EntryWords;
use crate::pages::words;
use crate::route::Route;
use crate::state::{App, Command, Model, Refused, use_app};
use crate::text::Text;

/// What somebody has just done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    SentAgain,
    TakenBack,
}

/// What the server refused, and why. Nothing where there is nothing, unless something has just been done about it.
#[component]
pub(super) fn RefusedPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let asking = use_state(|| None::<String>);
    let done = use_state(|| None::<Done>);
    let refused = Rc::clone(&model.quarantined);
    if refused.is_empty() && done.is_none() {
        return html! {};
    }
    let said = done.map(|done| match done {
        Done::SentAgain => text.get("refused-sent-again"),
        Done::TakenBack => text.get("refused-taken-back"),
    });
    let panel = Refusals { app: &app, asking, done };
    let title = match refused.len() {
        0 => text.get("refused-none"),
        many => text.with("refused-title", [("n", many.into())]),
    };
    html! {
        <Panel id="refused" {title}>
            if !refused.is_empty() {
                <p>{ text.get("refused-what") }</p>
            }
            <p role="status">{ said }</p>
            { for by_visit(&refused).into_iter().map(|(visit, edits)| panel.group(visit, &edits)) }
            if refused.len() > 1 {
                <div class="cluster">
                    <Button icon={Icon::Save} on_press={save(&app, Rc::clone(&refused))}>{ text.get("refused-save") }</Button>
                </div>
            }
        </Panel>
    }
}

type OneRefused = (Option<VisitId>, Quarantined);

/// In the order in which they were refused; a visit's stay together.
fn by_visit(refused: &[OneRefused]) -> BTreeMap<Option<VisitId>, Vec<&OneRefused>> {
    let mut visits: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in refused {
        visits.entry(one.0).or_default().push(one);
    }
    visits
}

struct Refusals<'a> {
    app: &'a App,
    /// The entry that somebody may want to take back.
    asking: UseStateHandle<Option<String>>,
    done: UseStateHandle<Option<Done>>,
}

impl Refusals<'_> {
    fn group(&self, visit: Option<VisitId>, edits: &[&OneRefused]) -> Html {
        let key = visit.map(|visit| visit.to_string()).unwrap_or_default();
        html! {
            <section {key} class="stack">
                <h3>{ visit_link(&self.app.model, visit) }</h3>
                <ul class="entries">{ for edits.iter().map(|(visit, edit)| self.entry(*visit, edit)) }</ul>
            </section>
        }
    }

    fn entry(&self, visit: Option<VisitId>, edit: &Quarantined) -> Html {
        let (model, text) = (&self.app.model, &self.app.model.text);
        // What this program cannot read either can only be kept.
        let read = Edit::read(edit.text.as_str()).ok();
        let words = read.as_ref().map_or_else(|| text.get("entry-unreadable"), |edit| entry_words(model, edit));
        let when = words::date_and_time(text, edit.at, model.offset);
        let why = text.with("refused-why-when", [("why", reason(text, edit.refusal).into()), ("when", when.into())]);
        let asked = self.asking.as_deref() == Some(edit.text.as_str());
        let actions =
            if asked { self.confirm(visit, edit, &words) } else { self.actions(visit, edit, &words, read.is_some()) };
        html! {
            <li key={edit.text.clone()} class="entry">
                <div>
                    <p class="strong">{ &words }</p>
                    <p class="muted small">{ why }</p>
                </div>
                { actions }
            </li>
        }
    }

    fn actions(&self, visit: Option<VisitId>, edit: &Quarantined, words: &str, readable: bool) -> Html {
        let text = &self.app.model.text;
        let spoken = |message| text.with(message, [("entry", words.into())]);
        let ask = {
            let (asking, entry) = (self.asking.clone(), edit.text.clone());
            Callback::from(move |()| asking.set(Some(entry.clone())))
        };
        let one = Rc::new(vec![(visit, edit.clone())]);
        html! {
            <div class="cluster">
                if readable {
                    <Button spoken={spoken("refused-again-spoken")} on_press={self.act(visit, edit, Done::SentAgain)}>
                        { text.get("refused-again") }
                    </Button>
                }
                <Button spoken={spoken("refused-save-spoken")} on_press={save(self.app, one)}>
                    { text.get("refused-save-one") }
                </Button>
                if readable {
                    <Button spoken={spoken("refused-take-back-spoken")} expanded={false} on_press={ask}>
                        { text.get("refused-take-back") }
                    </Button>
                }
            </div>
        }
    }

    fn confirm(&self, visit: Option<VisitId>, edit: &Quarantined, words: &str) -> Html {
        let text = &self.app.model.text;
        let keep = {
            let asking = self.asking.clone();
            Callback::from(move |()| asking.set(None))
        };
        let spoken = text.with("refused-take-back-spoken", [("entry", words.into())]);
        html! {
            <div class="stack">
                <p role="status">{ text.get("refused-take-back-what") }</p>
                <div class="cluster">
                    <Button autofocus=true on_press={keep}>{ text.get("refused-keep") }</Button>
                    <Button kind={ButtonKind::Danger} {spoken} on_press={self.act(visit, edit, Done::TakenBack)}>
                        { text.get("refused-take-back") }
                    </Button>
                </div>
            </div>
        }
    }

    fn act(&self, visit: Option<VisitId>, edit: &Quarantined, what: Done) -> Callback<()> {
        let (done, asking) = (self.done.clone(), self.asking.clone());
        let refused = Refused { visit, text: edit.text.clone() };
        let send = self.app.on(move |()| match what {
            Done::SentAgain => Command::SendAgain(refused.clone()),
            Done::TakenBack => Command::TakeBack(refused.clone()),
        });
        Callback::from(move |()| {
            asking.set(None);
            done.set(Some(what));
            send.emit(());
        })
    }
}

fn entry_words(model: &Model, edit: &Edit) -> String {
    let Stream::School(school) = edit.stream() else { return model.text.get("entry-unknown") };
    let open = edit.visit().and_then(|visit| model.visit(visit));
    let framework = open.and_then(|open| model.documents.frameworks.get(&open.visit.begin.framework));
    let offset = open.map_or(model.offset, |open| open.visit.begin.offset);
    EntryWords { model, framework, school, offset }.body(edit.body())
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

fn save(app: &App, refused: Rc<Vec<OneRefused>>) -> Callback<()> {
    app.on(move |()| Command::SaveFile {
        name: String::from("throughline-refused.json"),
        kind: "application/json",
        contents: as_file(&refused),
    })
}

/// The edits as they were first written, in a JSON array: each text is JSON already.
fn as_file(refused: &[OneRefused]) -> String {
    let texts: Vec<&str> = refused.iter().map(|(_, edit)| edit.text.as_str()).collect();
    format!("[\n{}\n]\n", texts.join(",\n"))
}

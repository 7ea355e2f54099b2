//! Two tablets said different things: both stand side by side until somebody chooses.

use domain::framework::Framework;
use domain::merge::Head;
use domain::visit::{Act, Field, Setting, Snapshot};
use yew::prelude::*;

use super::{ActingProps, Part};
use crate::components::{Banner, BannerKind, Button};
use crate::pages::record::{Names, answer_name, flag_name, join, short_name};
use crate::pages::words;
use crate::state::{Model, use_app};
use crate::text::Text;

/// Every field with more than one value, to choose from. Nothing where there is none.
#[component]
pub(super) fn Rivals(props: &ActingProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let part = &props.part;
    if part.open.visit.rivals.is_empty() {
        return html! {};
    }
    html! {
        <section class="section" aria-labelledby="rivals-title">
            <Banner kind={BannerKind::Warning} title={text.get("visit-rivals")}>{ text.get("visit-rivals-text") }</Banner>
            <h2 class="visually-hidden" id="rivals-title">{ text.get("visit-rivals") }</h2>
            { for part.open.visit.rivals.iter().map(|field| choice(&app.model, part, field, &props.on_act)) }
        </section>
    }
}

fn choice(model: &Model, part: &Part, field: &Field, on_act: &Callback<Act>) -> Html {
    let name = field_name(&model.text, &part.framework, field);
    let values = part.open.state.values(field);
    html! {
        <div class="rival" role="group" aria-label={name.clone()}>
            <h3>{ &name }</h3>
            <div class="rival-values">
                { for values.into_iter().map(|(_, head)| value(model, part, &name, head, on_act)) }
            </div>
        </div>
    }
}

fn value(model: &Model, part: &Part, name: &str, head: &Head, on_act: &Callback<Act>) -> Html {
    let text = &model.text;
    let words = setting_words(model, part, &head.setting);
    let district = model.documents.district.as_ref();
    let author = district.and_then(|district| district.observer(&head.author)).map(ToOwned::to_owned);
    let when = words::date_and_time(text, head.stamp.wall, model.offset);
    let spoken = text.with("visit-rival-keep-spoken", [("field", name.into()), ("value", words.as_str().into())]);
    let choose = Act::Choose(head.setting.clone());
    html! {
        <div class="rival-value">
            <p class="strong">{ &words }</p>
            <p class="muted small">{ join(author.into_iter().chain([when])) }</p>
            <Button {spoken} on_press={on_act.reform(move |()| choose.clone())}>{ text.get("visit-rival-keep") }</Button>
        </div>
    }
}

fn field_name(text: &Text, framework: &Framework, field: &Field) -> String {
    match field {
        Field::Answer(look_for) | Field::Snapshot(look_for, _) => short_name(framework, look_for),
        Field::Begin => text.get("visit-field-begin"),
        Field::Context => text.get("visit-field-context"),
        Field::Note(_) => text.get("recorder-note"),
        Field::Flag(flag) => flag_name(text, *flag),
        Field::Present => text.get("recorder-students-present"),
        Field::Nothing => text.get("visit-nothing"),
        Field::Finished => text.get("visit-field-finished"),
        Field::Discarded => text.get("visit-field-discarded"),
        Field::Strength => text.get("visit-strength"),
        Field::Question => text.get("visit-question"),
        Field::Seat => text.get("calibration-code"),
    }
}

fn setting_words(model: &Model, part: &Part, setting: &Setting) -> String {
    let text = &model.text;
    let offset = part.open.visit.begin.offset;
    let yes_no = |yes: bool| if yes { text.get("recorder-yes") } else { text.get("recorder-no") };
    let or_empty = |words: &str| if words.is_empty() { text.get("visit-value-empty") } else { words.to_owned() };
    match setting {
        Setting::Answer(_, answer) => {
            answer.map_or_else(|| text.get("visit-left-blank"), |answer| answer_name(text, answer))
        }
        Setting::Snapshot(_, _, None) | Setting::Note(_, None) | Setting::Present(None) => {
            text.get("visit-value-empty")
        }
        Setting::Snapshot(_, _, Some(taken)) => match taken.what {
            Snapshot::Happening(yes) => yes_no(yes),
            Snapshot::Students { present, not_doing } => {
                text.with("visit-value-students", [("n", not_doing.into()), ("of", present.into())])
            }
        },
        Setting::Begin(begin) => words::date_and_time(text, begin.at, begin.offset),
        Setting::Context(context) => {
            let names = Names::new(model, &part.open.at.school);
            join([names.lesson(context), names.adults(context)])
        }
        Setting::Note(_, Some(note)) => note.what.text.clone(),
        Setting::Flag(_, on) => yes_no(*on),
        Setting::Present(Some(present)) => present.to_string(),
        Setting::Nothing(nothing) => yes_no(*nothing),
        Setting::Finished(at) => at.map_or_else(|| text.get("visit-open"), |at| text.clock(at, offset)),
        Setting::Discarded(discarded) => yes_no(*discarded),
        Setting::Strength(words) | Setting::Question(words) => or_empty(words),
        Setting::Seat(seat) => {
            or_empty(&join(seat.session.iter().map(ToString::to_string).chain(seat.watcher.clone())))
        }
    }
}

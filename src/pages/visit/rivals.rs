//! Two tablets said different things: both stand side by side until somebody chooses.

use domain::merge::Head;
use domain::visit::{Act, Field};
use yew::prelude::*;

use super::{ActingProps, Part};
use crate::components::{Banner, BannerKind, Button};
use crate::pages::entry_words::EntryWords;
use crate::pages::record::join;
use crate::pages::words;
use crate::state::{Model, use_app};

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
    let name = entry_words(model, part).field(field);
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
    let words = entry_words(model, part).setting(&head.setting);
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

fn entry_words<'a>(model: &'a Model, part: &'a Part) -> EntryWords<'a> {
    let offset = part.open.visit.begin.offset;
    EntryWords { model, framework: Some(&part.framework), school: &part.open.at.school, offset }
}

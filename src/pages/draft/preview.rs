use domain::framework::{LookFor, Segment};
use yew::prelude::*;

use crate::components::Segmented;
use crate::pages::record::{RowProps, Same, Standing, row, segment_name};
use crate::state::use_app;

#[derive(Properties, PartialEq)]
pub(super) struct PreviewProps {
    pub(super) look_for: LookFor,
}

/// The row that an observer will have, in each part of the lesson. Nothing in it can be pressed.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let at = use_state(|| 0_usize);
    let segment = Segment::ALL.get(*at).copied().unwrap_or(Segment::Opening);
    let choose = {
        let at = at.clone();
        Callback::from(move |chosen: Option<usize>| at.set(chosen.unwrap_or(*at)))
    };
    let shown = row(RowProps {
        look_for: Same::new(props.look_for.clone()),
        standing: Standing::fresh(&props.look_for, segment),
        text: text.clone(),
        on_act: Callback::noop(),
    });
    let names: Vec<AttrValue> = Segment::ALL.iter().map(|one| segment_name(text, *one).into()).collect();
    html! {
        <section class="draft-preview" aria-labelledby="draft-preview">
            <div class="section-head">
                <h3 id="draft-preview">{ text.get("draft-preview") }</h3>
                <Segmented label={text.get("draft-preview-part")} options={names} chosen={Some(*at)} on_choose={choose} />
            </div>
            <div inert={true}>{ shown }</div>
        </section>
    }
}

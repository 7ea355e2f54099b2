use domain::framework::Segment;
use domain::visit::{Act, Flag, Visit};
use yew::prelude::*;

use super::lesson_fields::LessonFields;
use super::names::{Names, flag_name, segment_name};
use super::rows::PresentEntry;
use crate::components::{Button, ButtonKind, ButtonLink, Chip, Dialog, DialogKind, Segmented, Switch};
use crate::route::Route;
use crate::state::{Command, Preferences, use_app};

/// What [`ContextSheet`] needs.
#[derive(Properties, PartialEq)]
pub struct ContextSheetProps {
    /// The visit.
    pub visit: Visit,
    /// Students on the roster.
    pub enrolled: Option<u16>,
    /// Takes what the observer does.
    pub on_act: Callback<Act>,
    /// Discards the visit and leaves.
    pub on_discard: Callback<()>,
    /// Closes the sheet.
    pub on_close: Callback<()>,
}

/// Segment, circumstances, whose lesson it is, students present, the quiet screen, and a way out.
#[component]
pub fn ContextSheet(props: &ContextSheetProps) -> Html {
    let app = use_app();
    let (model, visit) = (&app.model, &props.visit);
    let text = &model.text;
    let names = Names::new(model, &visit.begin.school);
    let title = visit.context.as_ref().map(|context| names.lesson(context)).unwrap_or_default();
    let current = visit.segment();
    let on_act = props.on_act.clone();
    let on_segment = Callback::from(move |chosen: Option<usize>| {
        // The chosen segment cannot be cleared: a lesson is always in one of them.
        if let Some(segment) = chosen.and_then(|index| Segment::ALL.get(index).copied()) {
            on_act.emit(Act::Segment(segment));
        }
    });
    let flags = Flag::ALL.into_iter().map(|flag| {
        let on = visit.flags.contains(&flag);
        html! {
            <Chip label={flag_name(text, flag)} chosen={on} on_press={props.on_act.reform(move |()| Act::Flag(flag, !on))} />
        }
    });
    let quiet = app.on({
        let preferences = model.preferences;
        move |quiet| Command::Prefer(Preferences { quiet, ..preferences })
    });
    html! {
        <Dialog id="context" kind={DialogKind::Sheet} {title} close_label={text.get("recorder-close")} on_close={props.on_close.clone()}>
            <div class="stack">
                <h3>{ text.get("recorder-segment-label") }</h3>
                <Segmented
                    label={text.get("recorder-segment-label")}
                    options={Segment::ALL.map(|segment| AttrValue::from(segment_name(text, segment))).to_vec()}
                    chosen={Segment::ALL.iter().position(|segment| Some(*segment) == current)}
                    on_choose={on_segment}
                />
            </div>
            <div class="stack">
                <h3 id="context-flags">{ text.get("recorder-flags-label") }</h3>
                <div class="cluster" role="group" aria-labelledby="context-flags">{ for flags }</div>
            </div>
            <PresentEntry
                id="context-present"
                text={text.clone()}
                enrolled={props.enrolled}
                present={visit.present}
                on_present={props.on_act.reform(|present| Act::Present(Some(present)))}
            />
            if let Some(context) = &visit.context {
                <LessonFields
                    id="context"
                    school={visit.begin.school.clone()}
                    context={context.clone()}
                    on_change={props.on_act.reform(Act::Context)}
                />
            }
            <Switch
                label={text.get("recorder-quiet")}
                hint={text.get("recorder-quiet-hint")}
                on={model.preferences.quiet}
                on_toggle={quiet}
            />
            <div class="cluster">
                <ButtonLink href={Route::Today.address()}>{ text.get("recorder-leave") }</ButtonLink>
                <DiscardButton on_discard={props.on_discard.clone()} />
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct DiscardButtonProps {
    on_discard: Callback<()>,
}

/// Asks once more in place: a dialog over a sheet would hide what is being asked about.
#[component]
fn DiscardButton(props: &DiscardButtonProps) -> Html {
    let asked = use_state(|| false);
    let text = use_app().model.text.clone();
    let set = |to: bool| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(to))
    };
    if !*asked {
        return html! {
            <Button kind={ButtonKind::Danger} on_press={set(true)}>{ text.get("recorder-discard") }</Button>
        };
    }
    html! {
        <div class="recorder-confirm" role="alert">
            <p>{ text.get("recorder-discard-sure") }</p>
            <div class="cluster">
                <Button on_press={set(false)}>{ text.get("recorder-discard-keep") }</Button>
                <Button kind={ButtonKind::Danger} on_press={props.on_discard.clone()}>{ text.get("recorder-discard-yes") }</Button>
            </div>
        </div>
    }
}

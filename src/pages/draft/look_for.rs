use domain::framework::{Ask, Autonomy, Level, LookFor, Segment, Strand};
use domain::id::{LookForId, StrandId};
use yew::prelude::*;

use super::fields::{Fields, KindOf, LEAST_LEVELS, MOST_LEVELS, Wrong};
use super::origin::{self, Origin};
use super::preview::Preview;
use super::words;
use crate::components::{Button, ButtonKind, Checkbox, Choice, SelectField, Stepper, TextArea, TextField};
use crate::pages::record::segment_name;
use crate::state::use_app;
use crate::text::Text;

/// A look-for that somebody has written.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What it was when they began, and where; `None` for a new one.
    pub was: Option<(StrandId, Box<LookFor>)>,
    /// Where it is to stand.
    pub strand: StrandId,
    /// What they wrote.
    pub look_for: LookFor,
}

/// What [`LookForForm`] needs.
#[derive(Properties, PartialEq)]
pub struct LookForFormProps {
    /// Which one; a new one has an id that nothing has yet.
    pub id: LookForId,
    /// What is there; `None` for a new one.
    pub look_for: Option<LookFor>,
    /// Where it stands.
    pub strand: StrandId,
    /// Where it could stand.
    pub strands: Vec<(StrandId, String)>,
    /// Written.
    pub on_keep: Callback<Written>,
    /// Left as it was.
    pub on_leave: Callback<()>,
    /// Taken out.
    pub on_remove: Callback<()>,
}

/// One look-for, to be written; below it the row that an observer will have.
#[component]
pub fn LookForForm(props: &LookForFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let fields = use_state(|| match &props.look_for {
        Some(look_for) => Fields::of(props.strand.clone(), look_for),
        None => Fields::new(props.strand.clone()),
    });
    // Somebody else may write it meanwhile.
    let was = use_state(|| props.look_for.clone().map(|one| (props.strand.clone(), Box::new(one))));
    let wrong = use_state(|| None::<Wrong>);
    let form = Form { text, fields: &fields, wrong: *wrong };
    let keep = {
        let (fields, wrong, was) = (fields.clone(), wrong.clone(), was.clone());
        let (id, on_keep, model) = (props.id.clone(), props.on_keep.clone(), app.model.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match fields.read(&id) {
                Ok(look_for) => {
                    let look_for = origin::counted(&model, look_for);
                    on_keep.emit(Written { was: (*was).clone(), strand: fields.strand.clone(), look_for });
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    html! {
        <form class="draft-form" id={format!("form-{}", props.id)} onsubmit={keep} novalidate={true}>
            { form.practice() }
            <div class="form-row">{ form.short() }{ form.strand(&props.strands) }</div>
            <div class="form-row">{ form.kind() }{ form.autonomy() }</div>
            { form.interval() }
            { form.levels() }
            { form.segments() }
            <Origin look_for={fields.preview(&props.id)} on_change={form.on(|fields, succeeds| fields.succeeds = succeeds)} />
            <Preview look_for={fields.preview(&props.id)} />
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true}>{ text.get("draft-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
                if props.look_for.is_some() {
                    <Button kind={ButtonKind::Danger} on_press={props.on_remove.clone()}>{ text.get("draft-archive") }</Button>
                }
            </div>
        </form>
    }
}

struct Form<'a> {
    text: &'a Text,
    fields: &'a UseStateHandle<Fields>,
    wrong: Option<Wrong>,
}

impl Form<'_> {
    /// A callback that changes the form.
    fn on<E: 'static>(&self, change: impl Fn(&mut Fields, E) + 'static) -> Callback<E> {
        let fields = self.fields.clone();
        Callback::from(move |event| {
            let mut next = (*fields).clone();
            change(&mut next, event);
            fields.set(next);
        })
    }

    fn error(&self, of: Wrong) -> Option<AttrValue> {
        (self.wrong == Some(of)).then(|| self.text.get(words::wrong(of)).into())
    }

    fn practice(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        html! {
            <>
                <TextArea
                    id="look-for-text"
                    label={text.get("draft-text")}
                    hint={AttrValue::from(text.get("draft-text-hint"))}
                    value={fields.text.clone()}
                    rows=2
                    error={self.error(Wrong::Text).filter(|_| fields.text.trim().is_empty())}
                    on_input={self.on(|fields, typed: AttrValue| fields.text = typed.to_string())}
                />
                <TextArea
                    id="look-for-hint"
                    label={text.get("draft-hint")}
                    hint={AttrValue::from(text.get("draft-hint-hint"))}
                    value={fields.hint.clone()}
                    rows=2
                    on_input={self.on(|fields, typed: AttrValue| fields.hint = typed.to_string())}
                />
                <TextArea
                    id="look-for-examples"
                    label={text.get("draft-examples")}
                    hint={AttrValue::from(text.get("draft-examples-hint"))}
                    value={fields.examples.clone()}
                    rows=2
                    on_input={self.on(|fields, typed: AttrValue| fields.examples = typed.to_string())}
                />
            </>
        }
    }

    fn short(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        html! {
            <TextField
                id="look-for-short"
                label={text.get("draft-short")}
                hint={AttrValue::from(text.get("draft-short-hint"))}
                value={fields.short.clone()}
                autocomplete="off"
                on_input={self.on(|fields, typed: AttrValue| fields.short = typed.to_string())}
            />
        }
    }

    fn kind(&self) -> Html {
        let text = self.text;
        let options: Vec<Choice> =
            KindOf::ALL.into_iter().map(|kind| Choice::new(kind.name(), text.get(words::kind(kind)))).collect();
        let on_change = self.on(|fields, chosen: AttrValue| {
            let chosen = KindOf::ALL.into_iter().find(|kind| kind.name() == chosen.as_str());
            fields.kind = chosen.unwrap_or(fields.kind);
        });
        html! {
            <SelectField id="look-for-kind" label={text.get("framework-kind")} value={self.fields.kind.name()} {options} {on_change} />
        }
    }

    fn autonomy(&self) -> Html {
        let text = self.text;
        let options = vec![
            Choice::new("fixed", text.get("draft-autonomy-fixed")),
            Choice::new("open", text.get("draft-autonomy-open")),
        ];
        let value = match self.fields.autonomy {
            Autonomy::NonNegotiable => "fixed",
            Autonomy::Adaptable => "open",
        };
        let on_change = self.on(|fields, chosen: AttrValue| {
            fields.autonomy = if chosen == "open" { Autonomy::Adaptable } else { Autonomy::NonNegotiable };
        });
        html! { <SelectField id="look-for-autonomy" label={text.get("draft-autonomy")} {value} {options} {on_change} /> }
    }

    fn strand(&self, strands: &[(StrandId, String)]) -> Html {
        let options: Vec<Choice> = strands.iter().map(|(id, name)| Choice::new(id.0.clone(), name.clone())).collect();
        let on_change = self.on(|fields, chosen: AttrValue| fields.strand = chosen.as_str().into());
        let value = self.fields.strand.0.clone();
        html! { <SelectField id="look-for-strand" label={self.text.get("draft-strand")} {value} {options} {on_change} /> }
    }

    fn interval(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        if fields.kind != KindOf::Interval {
            return Html::default();
        }
        let options = vec![
            Choice::new("students", text.get("draft-ask-students")),
            Choice::new("moment", text.get("draft-ask-moment")),
        ];
        let value = match fields.ask {
            Ask::NotDoing => "students",
            Ask::YesOrNo => "moment",
        };
        let on_change = self.on(|fields, chosen: AttrValue| {
            fields.ask = if chosen == "moment" { Ask::YesOrNo } else { Ask::NotDoing };
        });
        html! {
            <div class="form-row">
                <Stepper
                    label={text.get("draft-minutes")}
                    value={text.number(f64::from(fields.minutes))}
                    minus_label={text.get("draft-minutes-less")}
                    plus_label={text.get("draft-minutes-more")}
                    can_subtract={fields.minutes > 1}
                    can_add={fields.minutes < 30}
                    on_add={self.on(|fields, ()| fields.minutes += 1)}
                    on_subtract={self.on(|fields, ()| fields.minutes -= 1)}
                />
                <SelectField id="look-for-ask" label={text.get("draft-ask")} {value} {options} {on_change} />
            </div>
        }
    }

    /// The levels of a rubric, from the lowest up.
    fn levels(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        if fields.kind != KindOf::Rating {
            return Html::default();
        }
        let count = fields.levels.len();
        let options: Vec<Choice> = (1..)
            .zip(&fields.levels)
            .map(|(number, level)| {
                let name = [("number", number.into()), ("name", level.name.as_str().into())];
                Choice::new(number.to_string(), text.with("framework-level", name))
            })
            .collect();
        let on_change = self.on(|fields, chosen: AttrValue| {
            fields.shown_from = chosen.parse().unwrap_or(fields.shown_from);
        });
        let add = self.on(|fields, ()| {
            fields.levels.push(Level { name: String::new(), descriptor: String::new() });
        });
        let remove = self.on(|fields, ()| {
            fields.levels.pop();
            fields.shown_from = fields.shown_from.min(u8::try_from(fields.levels.len()).unwrap_or(u8::MAX));
        });
        html! {
            <fieldset class="draft-levels">
                <legend class="strong">{ text.get("draft-levels") }</legend>
                { for fields.levels.iter().enumerate().map(|(at, level)| self.level(at, level)) }
                <div class="cluster">
                    <Button disabled={count >= MOST_LEVELS} on_press={add}>{ text.get("draft-level-add") }</Button>
                    <Button disabled={count <= LEAST_LEVELS} on_press={remove}>{ text.get("draft-level-remove") }</Button>
                </div>
                <SelectField
                    id="look-for-shown"
                    label={text.get("draft-shown-from")}
                    hint={AttrValue::from(text.get("draft-shown-from-hint"))}
                    value={fields.shown_from.to_string()}
                    {options}
                    {on_change}
                />
            </fieldset>
        }
    }

    fn level(&self, at: usize, level: &Level) -> Html {
        let text = self.text;
        let number = [("number", (at + 1).into())];
        let name = self.on(move |fields, typed: AttrValue| {
            if let Some(level) = fields.levels.get_mut(at) {
                level.name = typed.to_string();
            }
        });
        let descriptor = self.on(move |fields, typed: AttrValue| {
            if let Some(level) = fields.levels.get_mut(at) {
                level.descriptor = typed.to_string();
            }
        });
        html! {
            <div key={at} class="draft-level">
                <TextField
                    id={format!("level-{at}")}
                    label={text.with("draft-level-name", number.clone())}
                    value={level.name.clone()}
                    autocomplete="off"
                    error={self.error(Wrong::Level(at)).filter(|_| level.name.trim().is_empty())}
                    on_input={name}
                />
                <TextField
                    id={format!("level-{at}-descriptor")}
                    label={text.with("draft-level-descriptor", number)}
                    value={level.descriptor.clone()}
                    autocomplete="off"
                    on_input={descriptor}
                />
            </div>
        }
    }

    /// When it shows: the parts of the lesson in which it can be judged.
    fn segments(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        let part = |segment: Segment| {
            let on_toggle = self.on(move |fields, checked: bool| {
                fields.segments.retain(|one| *one != segment);
                if checked {
                    fields.segments.push(segment);
                }
            });
            let id = format!("look-for-segment-{segment:?}").to_lowercase();
            let checked = fields.segments.contains(&segment);
            html! { <Checkbox {id} label={segment_name(text, segment)} {checked} {on_toggle} /> }
        };
        html! {
            <fieldset class="draft-levels">
                <legend class="strong">{ text.get("draft-segments") }</legend>
                <p class="muted small">{ text.get("draft-segments-hint") }</p>
                <div class="draft-parts">{ for Segment::ALL.into_iter().map(part) }</div>
            </fieldset>
        }
    }
}

/// The strands that a look-for can stand in.
pub(super) fn places(strands: &[Strand]) -> Vec<(StrandId, String)> {
    strands.iter().map(|strand| (strand.id.clone(), strand.name.clone())).collect()
}

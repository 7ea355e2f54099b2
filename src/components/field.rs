use yew::prelude::*;

use super::choice::{Choice, options};
use crate::browser::events::text;

/// What a [`TextField`] takes; decides the tablet's keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Words.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A passphrase.
    Password,
    /// A whole number.
    Number,
    /// A number that may have a fraction, with a point or a comma.
    Decimal,
    /// A calendar date, `yyyy-mm-dd`.
    Date,
    /// A time of day, `hh:mm`.
    Time,
}

impl InputKind {
    /// HTML type and on-screen keyboard. A number is text with digits: no spinner, no lost input.
    const fn attributes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Text => ("text", None),
            Self::Email => ("email", None),
            Self::Password => ("password", None),
            Self::Number => ("text", Some("numeric")),
            Self::Decimal => ("text", Some("decimal")),
            Self::Date => ("date", None),
            Self::Time => ("time", None),
        }
    }
}

/// What [`TextField`] needs.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Unique on the page; ties label, hint and error to the field.
    pub id: AttrValue,
    /// Its name, above it.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What it takes.
    #[prop_or_default]
    pub kind: InputKind,
    /// Help under the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and how to put it right.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// HTML `autocomplete`: "username", "current-password", "off".
    #[prop_or_default]
    pub autocomplete: Option<AttrValue>,
    /// The form cannot go without it.
    #[prop_or_default]
    pub required: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Takes the focus when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
    /// At every change, the whole text.
    pub on_input: Callback<AttrValue>,
}

/// One line of text with its label, hint and error.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let (kind, mode) = props.kind.attributes();
    let frame = Frame { id: &props.id, label: &props.label, hint: props.hint.as_ref(), error: props.error.as_ref() };
    frame.around(html! {
        <input
            class="field-input"
            id={&props.id}
            name={&props.id}
            type={kind}
            inputmode={mode}
            value={&props.value}
            autocomplete={props.autocomplete.clone()}
            aria-describedby={frame.described_by()}
            aria-invalid={props.error.is_some().then_some("true")}
            required={props.required}
            disabled={props.disabled}
            autofocus={props.autofocus}
            oninput={props.on_input.reform(|event: InputEvent| text(&event))}
        />
    })
}

/// What [`TextArea`] needs.
#[derive(Properties, PartialEq)]
pub struct TextAreaProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its name, above it.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// How many lines show.
    #[prop_or(4)]
    pub rows: u32,
    /// Help under the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and how to put it right.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Takes the focus when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
    /// At every change, the whole text.
    pub on_input: Callback<AttrValue>,
}

/// Several lines of text.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let frame = Frame { id: &props.id, label: &props.label, hint: props.hint.as_ref(), error: props.error.as_ref() };
    frame.around(html! {
        <textarea
            class="field-input"
            id={&props.id}
            name={&props.id}
            rows={props.rows.to_string()}
            value={&props.value}
            aria-describedby={frame.described_by()}
            aria-invalid={props.error.is_some().then_some("true")}
            autofocus={props.autofocus}
            oninput={props.on_input.reform(|event: InputEvent| text(&event))}
        />
    })
}

/// What [`SelectField`] needs.
#[derive(Properties, PartialEq)]
pub struct SelectFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its name, above it.
    pub label: AttrValue,
    /// The value of the chosen option.
    pub value: AttrValue,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// Help under the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and how to put it right.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// The value of the newly chosen option.
    pub on_change: Callback<AttrValue>,
}

/// One of many, in the device's own list.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let frame = Frame { id: &props.id, label: &props.label, hint: props.hint.as_ref(), error: props.error.as_ref() };
    frame.around(html! {
        <span class="field-select">
            <select
                class="field-input"
                id={&props.id}
                name={&props.id}
                aria-describedby={frame.described_by()}
                aria-invalid={props.error.is_some().then_some("true")}
                disabled={props.disabled}
                onchange={props.on_change.reform(|event: Event| text(&event))}
            >
                { options(&props.options, &props.value) }
            </select>
        </span>
    })
}

/// Label above, hint, the control, error below: the same for every field.
struct Frame<'a> {
    id: &'a AttrValue,
    label: &'a AttrValue,
    hint: Option<&'a AttrValue>,
    error: Option<&'a AttrValue>,
}

impl Frame<'_> {
    fn around(&self, control: Html) -> Html {
        html! {
            <div class="field">
                <label class="field-label" for={self.id.clone()}>{ self.label.clone() }</label>
                if let Some(hint) = self.hint {
                    <p class="field-hint" id={self.hint_id()}>{ hint.clone() }</p>
                }
                { control }
                if let Some(error) = self.error {
                    <p class="field-error" id={self.error_id()} role="alert">{ error.clone() }</p>
                }
            </div>
        }
    }

    fn described_by(&self) -> Option<String> {
        let ids: Vec<String> =
            [self.hint.map(|_| self.hint_id()), self.error.map(|_| self.error_id())].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }
}

//! With whom a lesson is recorded: the code that the observers share, and who watches.

use std::rc::Rc;

use domain::id::Bits128;
use domain::visit::{MostText, Seat, SessionCode};
use yew::prelude::*;

use crate::components::{Button, Chip, TextField};
use crate::state::{Model, use_app};

/// What was typed of a seat.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct SeatDraft {
    /// Empty until somebody makes one or types that of the others.
    code: AttrValue,
    /// Empty for who has signed in.
    watcher: AttrValue,
    /// What is watched is a video.
    video: bool,
}

impl From<&Seat> for SeatDraft {
    fn from(seat: &Seat) -> Self {
        let code = seat.session.as_ref().map(ToString::to_string).unwrap_or_default();
        Self { code: code.into(), watcher: seat.watcher.clone().unwrap_or_default().into(), video: seat.video }
    }
}

impl SeatDraft {
    /// With a code that nobody else has: from the account and the time.
    fn with_fresh_code(self, model: &Model) -> Self {
        let account = model.me.as_ref().map(|me| me.account.clone()).unwrap_or_default();
        let bits = Bits128::hash(&[account.as_str().as_bytes(), &model.now.0.to_le_bytes()]);
        Self { code: SessionCode::fresh(bits.0).to_string().into(), ..self }
    }

    /// A code that is none is left out: then the room and the time decide.
    pub(crate) fn seat(&self) -> Seat {
        let watcher = self.watcher.trim();
        let watcher = (!watcher.is_empty()).then(|| watcher.chars().take(MostText::NAME).collect());
        Seat { session: self.code.parse().ok(), watcher, video: self.video }
    }

    pub(crate) fn is_wrong(&self) -> bool {
        !self.code.trim().is_empty() && self.code.parse::<SessionCode>().is_err()
    }
}

/// What [`SeatFields`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct SeatFieldsProps {
    /// Begins the ids of its fields.
    #[prop_or("seat".into())]
    pub id: AttrValue,
    /// As typed.
    pub value: SeatDraft,
    /// As typed now.
    pub on_change: Callback<SeatDraft>,
}

/// The code, and who watches.
#[component]
pub(crate) fn SeatFields(props: &SeatFieldsProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let set = |change: fn(SeatDraft, AttrValue) -> SeatDraft| {
        let value = props.value.clone();
        props.on_change.reform(move |typed: AttrValue| change(value.clone(), typed))
    };
    let make = {
        let (model, value) = (Rc::clone(&app.model), props.value.clone());
        props.on_change.reform(move |()| value.clone().with_fresh_code(&model))
    };
    let film = {
        let value = props.value.clone();
        props.on_change.reform(move |()| SeatDraft { video: !value.video, ..value.clone() })
    };
    let error = props.value.is_wrong().then(|| AttrValue::from(text.get("calibration-code-wrong")));
    html! {
        <section class="section" aria-label={text.get("calibration-seat")}>
            <div class="form-row">
                <TextField
                    id={format!("{}-code", props.id)}
                    label={text.get("calibration-code")}
                    value={&props.value.code}
                    hint={text.get("calibration-code-hint")}
                    {error}
                    autocomplete="off"
                    on_input={set(|value, code| SeatDraft { code, ..value })}
                />
                <TextField
                    id={format!("{}-watcher", props.id)}
                    label={text.get("calibration-watcher")}
                    value={&props.value.watcher}
                    hint={text.get("calibration-watcher-hint")}
                    autocomplete="off"
                    on_input={set(|value, watcher| SeatDraft { watcher, ..value })}
                />
            </div>
            <div class="cluster">
                <Button on_press={make}>{ text.get("calibration-code-make") }</Button>
                <Chip label={text.get("calibration-video")} chosen={props.value.video} on_press={film} />
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_seat_is_that_of_who_signed_in_and_a_wrong_code_is_left_out() {
        assert_eq!(SeatDraft::default().seat(), Seat::default());
        let typed = SeatDraft { code: "k7 q4".into(), watcher: " M. Ruiz ".into(), video: true };
        assert_eq!(typed.seat(), Seat { session: "K7Q4".parse().ok(), watcher: Some("M. Ruiz".into()), video: true });
        let wrong = SeatDraft { code: "K7".into(), ..SeatDraft::default() };
        assert!(wrong.is_wrong() && wrong.seat().session.is_none());
    }
}

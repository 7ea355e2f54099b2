//! What lies over the recorder: its sheets, and the question whether somebody is still there.

use domain::time::Millis;
use domain::visit::{Act, Visit};
use yew::prelude::*;

use super::context_sheet::ContextSheet;
use super::finish_sheet::FinishSheet;
use super::found::Form;
use super::note_sheet::NoteSheet;
use super::rows::PresentEntry;
use super::same::Same;
use super::still_there::StillThere;
use crate::components::{Dialog, DialogKind};
use crate::route::Route;
use crate::state::{App, Command, OpenVisit, Saving};

/// Which sheet is open.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sheet {
    None,
    Context,
    Note,
    Present,
    Finish {
        /// The visit should end at its last mark, unless the observer says otherwise.
        at_last_mark: bool,
    },
}

/// What the sheets are made from.
pub(super) struct Over<'a> {
    pub app: &'a App,
    pub open: &'a OpenVisit,
    pub form: &'a Same<Form>,
    pub enrolled: Option<u16>,
    pub on_act: &'a Callback<Act>,
    pub show: &'a Callback<Sheet>,
}

impl Over<'_> {
    pub(super) fn sheet(&self, sheet: Sheet) -> Html {
        match sheet {
            Sheet::None => html! {},
            Sheet::Context => self.context(),
            Sheet::Note => html! {
                <NoteSheet
                    visit={self.visit().clone()}
                    form={self.form.clone()}
                    quiet={self.app.model.preferences.quiet}
                    on_act={self.on_act.clone()}
                    on_close={self.close()}
                />
            },
            Sheet::Present => self.present(),
            Sheet::Finish { at_last_mark } => self.finish(at_last_mark),
        }
    }

    /// Asks after ten quiet minutes; `asking` keeps the page behind out of reach meanwhile.
    pub(super) fn still_there(&self, stayed: &UseStateHandle<Millis>, asking: &UseStateHandle<bool>) -> Html {
        // Answers carry no minute of their own, so a tap that was stored counts as a sign of life too.
        let saved = match self.app.model.saving {
            Saving::Saved(at) => at,
            Saving::Writing => self.app.model.now,
            Saving::Nothing | Saving::Failed { .. } => Millis(0),
        };
        let last_mark = self.visit().last_mark();
        let (stay, ask) = (stayed.setter(), asking.setter());
        html! {
            <StillThere
                text={self.app.model.text.clone()}
                last={last_mark.max(saved).max(**stayed)}
                on_stay={Callback::from(move |now| stay.set(now))}
                on_ask={Callback::from(move |asks| ask.set(asks))}
                on_finish={self.show.reform(|()| Sheet::Finish { at_last_mark: true })}
                on_pause={self.on_act.reform(move |()| Act::PauseSince(last_mark))}
            />
        }
    }

    fn visit(&self) -> &Visit {
        &self.open.visit
    }

    fn close(&self) -> Callback<()> {
        self.show.reform(|()| Sheet::None)
    }

    fn context(&self) -> Html {
        let (at, send) = (self.open.at.clone(), self.app.send.clone());
        let on_discard = Callback::from(move |()| {
            send.emit(Command::Act(at.clone(), Act::Discard(true)));
            send.emit(Command::Go(Route::Today));
        });
        html! {
            <ContextSheet
                visit={self.visit().clone()}
                enrolled={self.enrolled}
                on_act={self.on_act.clone()}
                {on_discard}
                on_close={self.close()}
            />
        }
    }

    fn present(&self) -> Html {
        let text = &self.app.model.text;
        let (on_act, close) = (self.on_act.clone(), self.close());
        let on_present = Callback::from(move |present| {
            on_act.emit(Act::Present(Some(present)));
            close.emit(());
        });
        html! {
            <Dialog
                id="present"
                kind={DialogKind::Sheet}
                title={text.get("recorder-how-many-present")}
                close_label={text.get("recorder-close")}
                on_close={self.close()}
            >
                <PresentEntry
                    id="sheet-present"
                    text={text.clone()}
                    enrolled={self.enrolled}
                    present={self.visit().present}
                    {on_present}
                />
            </Dialog>
        }
    }

    fn finish(&self, at_last_mark: bool) -> Html {
        let (at, send) = (self.open.at.clone(), self.app.send.clone());
        let is_open = self.visit().finished.is_none();
        let on_finish = Callback::from(move |end: Millis| {
            if is_open {
                send.emit(Command::Act(at.clone(), Act::Finish(end)));
            }
            send.emit(Command::Go(Route::Visit(at.school.clone(), at.visit)));
        });
        html! {
            <FinishSheet
                visit={self.visit().clone()}
                form={self.form.clone()}
                {at_last_mark}
                on_act={self.on_act.clone()}
                {on_finish}
                on_close={self.close()}
            />
        }
    }
}

//! The recorder: the one screen that must never lose a tap and never wait.
//!
//! Data flow of a tap: a row emits an [`Act`](domain::visit::Act) through one callback that never changes; the model
//! comes back with the visit read anew; every row is given its `Standing` as plain data, and only
//! those whose data differ are drawn. Clocks tick inside their own small components.

mod clock;
mod context_sheet;
mod desk;
mod dock;
mod finish_sheet;
mod foot;
mod found;
mod head;
mod last_question;
mod lesson_fields;
mod load;
mod names;
mod note_sheet;
mod opening;
mod over;
mod phrases;
mod rows;
mod same;
mod status;
mod still_there;
mod undo;

use yew::prelude::*;

use crate::components::{ButtonLink, EmptyState, PageHead};
use crate::route::Route;
use crate::state::{VisitRef, use_app};
use load::Reached;
use opening::Opening;

// Parts that open at a tap are public so that tests can draw them open; natively nothing can be tapped.
pub use clock::Stopwatch;
pub use context_sheet::{ContextSheet, ContextSheetProps};
pub use dock::{Docked, RecordDock, RecordDockProps, docked};
pub use finish_sheet::{FinishSheet, FinishSheetProps};
pub use found::Form;
pub use note_sheet::{NoteSheet, NoteSheetProps};
pub use same::Same;
pub use still_there::{StillThere, StillThereProps};

pub(super) use found::Standing;
pub(super) use last_question::LastQuestion;
pub(super) use lesson_fields::{LessonFields, lead_choices};
pub(super) use load::{Reached as VisitReached, may_edit, use_visit, without_visit};
pub(super) use names::{
    Names, answer_name, flag_name, grade_choices, join, read_grade, read_subject, segment_name, short_name,
    subject_choices,
};
pub(super) use rows::{RowProps, row};

/// What [`RecordPage`] needs.
#[derive(Properties, PartialEq)]
pub struct RecordPageProps {
    /// The visit to record.
    pub at: VisitRef,
}

/// Records an open visit, or one that is entered from paper.
#[component]
pub fn RecordPage(props: &RecordPageProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let reached = use_visit(&props.at);
    let Reached::Here(open, framework) = &reached else {
        return html! { <main class="page">{ head(text.get("recorder-title")) }{ without_visit(text, &reached) }</main> };
    };
    let visit = &open.visit;
    let over = visit.discarded || visit.nothing || (visit.finished.is_some() && !visit.is_from_paper());
    if over || !may_edit(&app.model, open) {
        let actions = html! {
            <ButtonLink href={Route::Visit(props.at.school.clone(), props.at.visit).address()}>{ text.get("recorder-see-visit") }</ButtonLink>
        };
        return html! {
            <main class="page">
                { head(text.get("recorder-title")) }
                <EmptyState title={text.get("recorder-over")} text={text.get("recorder-over-text")} {actions} />
            </main>
        };
    }
    html! { <Opening key={props.at.visit.to_string()} open={Same::of(open)} framework={framework.clone()} /> }
}

fn head(title: String) -> Html {
    html! { <PageHead {title} /> }
}

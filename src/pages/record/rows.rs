//! One look-for with the control that its kind asks for: in the recorder, and again where a visit is edited afterwards.
//!
//! A row gets plain data and one callback that never changes, so that a tap draws the row it touched and no other.

mod count;
mod duration;
mod interval;
mod other;
mod presence;
mod present;
mod rating;

use domain::framework::{Kind, LookFor};
use domain::visit::Act;
use yew::prelude::*;

use super::found::Standing;
use super::same::Same;
use crate::text::Text;
use count::CountRow;
use duration::DurationRow;
use interval::IntervalRow;
use presence::PresenceRow;
pub(crate) use present::PresentEntry;
use rating::RatingRow;

/// What every row needs.
#[derive(Properties, PartialEq, Clone)]
pub(crate) struct RowProps {
    /// The practice.
    pub look_for: Same<LookFor>,
    /// What was recorded of it.
    pub standing: Standing,
    /// The language.
    pub text: Text,
    /// Takes what the observer does. The same callback from draw to draw.
    pub on_act: Callback<Act>,
}

/// The row of a look-for, keyed so that it stays itself when others come and go.
pub(crate) fn row(props: RowProps) -> Html {
    let key = props.look_for.id.0.clone();
    let elsewhere = if props.standing.elsewhere { "true" } else { "false" };
    let control = match props.look_for.kind {
        Kind::Presence => html! { <PresenceRow ..props /> },
        Kind::Count => html! { <CountRow ..props /> },
        Kind::Duration => html! { <DurationRow ..props /> },
        Kind::Interval { .. } => html! { <IntervalRow ..props /> },
        Kind::Rating { .. } => html! { <RatingRow ..props /> },
    };
    html! { <div key={key} class="recorder-row" data-elsewhere={elsewhere}>{ control }</div> }
}

impl RowProps {
    /// The line under the practice: that it is not applicable by itself, or what counts as seeing it.
    fn hint(&self) -> Option<Html> {
        if self.standing.elsewhere {
            return Some(html! { { self.text.get("recorder-elsewhere") } });
        }
        self.look_for.hint.as_ref().map(|hint| html! { { hint } })
    }

    fn row_id(&self) -> String {
        format!("look-for-{}", self.look_for.id)
    }

    fn act(&self, act: Act) -> Callback<()> {
        self.on_act.reform(move |()| act.clone())
    }
}

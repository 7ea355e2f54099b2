use domain::framework::{Clash, LookFor, Side};
use yew::prelude::*;

use super::{Page, words};
use crate::components::{Button, Dialog, DialogKind, KeyValue, KeyValues};
use crate::state::DraftStep;

impl Page<'_> {
    /// Two people changed one thing: both versions, to choose from. One after the other.
    pub(super) fn clash(&self) -> Html {
        let text = self.text;
        let Some(clash) = self.now.clashes.first() else { return Html::default() };
        let (mine, theirs) = match clash {
            Clash::Title { mine, theirs } | Clash::Strand { mine, theirs, .. } => {
                (html! { <p class="strong">{ mine }</p> }, html! { <p class="strong">{ theirs }</p> })
            }
            Clash::LookFor { mine, theirs, .. } => (self.side(mine, theirs), self.side(theirs, mine)),
        };
        let actions = html! {
            <>
                <Button on_press={self.on(DraftStep::TakeTheirs)} autofocus={true}>{ text.get("draft-clash-theirs") }</Button>
                <Button on_press={self.on(DraftStep::TakeMine)}>{ text.get("draft-clash-mine") }</Button>
            </>
        };
        let more = self.now.clashes.len() - 1;
        html! {
            <Dialog
                id="draft-clash"
                kind={DialogKind::Sheet}
                title={text.get("draft-clash")}
                close_label={text.get("draft-clash-theirs")}
                on_close={self.on(DraftStep::TakeTheirs)}
                {actions}
            >
                <p>{ text.get("draft-clash-text") }</p>
                <div class="grid" data-size="wide">
                    <section class="panel"><h3>{ text.get("draft-clash-they") }</h3>{ theirs }</section>
                    <section class="panel"><h3>{ text.get("draft-clash-you") }</h3>{ mine }</section>
                </div>
                if more > 0 {
                    <p class="muted">{ text.with("draft-clash-more", [("n", more.into())]) }</p>
                }
            </Dialog>
        }
    }

    /// One version, with what it has otherwise than the other.
    fn side(&self, this: &Side, other: &Side) -> Html {
        let text = self.text;
        let Side::Wrote(_, look_for) = this else {
            return html! { <p class="strong">{ text.get("draft-clash-removed") }</p> };
        };
        let other = match other {
            Side::Wrote(_, other) => Some(other.as_ref()),
            Side::Removed => None,
        };
        let all = words::particulars(text, look_for);
        let others = other.map(|other| words::particulars(text, other)).unwrap_or_default();
        let rows: Vec<KeyValue> = all
            .into_iter()
            .filter(|(label, value)| other.is_none() || !others.contains(&(label.clone(), value.clone())))
            .map(|(label, value)| KeyValue { label: label.into(), value: value.into() })
            .collect();
        let LookFor { text: practice, .. } = look_for.as_ref();
        html! { <><p class="strong">{ practice }</p><KeyValues {rows} /></> }
    }
}

use domain::framework::{Draft, FrameworkChanges, FromFile};
use yew::prelude::*;

use super::{Page, words};
use crate::components::{Banner, BannerKind, Button, ButtonKind, Panel};
use crate::state::DraftStep;

impl Page<'_> {
    /// What a file would change, before it does.
    pub(super) fn offered(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let Some(FromFile { draft, left_out }) = &now.offered else { return Html::default() };
        let today = self.app.model.today();
        let here = now.mine.clone().map(|mine| mine.as_known(today));
        let here = here.as_ref().or(self.newest());
        let changes = FrameworkChanges::between(here, &draft.clone().as_known(today));
        let same = here.is_some_and(|here| Draft::of(here) == *draft);
        let listed = left_out.iter().take(MOST_LISTED).map(|item| html! { <li>{ words::left_out(text, item) }</li> });
        html! {
            <Panel id="draft-offered" title={text.get("draft-offered")}>
                if !left_out.is_empty() {
                    <Banner kind={BannerKind::Warning} title={text.with("draft-left-out", [("n", left_out.len().into())])}>
                        <ul class="stack">{ for listed }</ul>
                    </Banner>
                }
                if changes.is_empty() {
                    <p>{ text.get(if same { "draft-offered-same" } else { "draft-only-order" }) }</p>
                } else {
                    { self.changes(&changes) }
                }
                <div class="cluster">
                    <Button kind={ButtonKind::Primary} disabled={now.busy} on_press={self.on(DraftStep::TakeFile)}>{ text.get("draft-offered-take") }</Button>
                    <Button on_press={self.on(DraftStep::LeaveFile)}>{ text.get("draft-offered-leave") }</Button>
                </div>
            </Panel>
        }
    }
}

/// More items of a file than this are not listed.
const MOST_LISTED: usize = 20;

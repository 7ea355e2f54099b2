use std::rc::Rc;

use domain::framework::{CommentCount, Draft, HeldRound};
use domain::id::LookForId;
use yew::prelude::*;

use super::Page;
use crate::components::{ButtonLink, Panel};
use crate::pages::comments::{CommentList, counted, standing};
use crate::route::Route;
use crate::state::{App, Model};

impl Page<'_> {
    /// What people think of the draft.
    pub(super) fn comments(&self, draft: &Draft) -> Html {
        let (app, text) = (self.app, self.text);
        let Some(held) = round(&app.model) else {
            return html! {
                <Panel id="draft-comments" title={text.get("comments-title")}>
                    <p>{ text.get("comments-ask-text") }</p>
                    <div class="cluster">
                        <ButtonLink href={Route::Comments.address()}>{ text.get("comments-ask") }</ButtonLink>
                    </div>
                </Panel>
            };
        };
        html! {
            <>
                <Panel id="draft-comments" title={standing(text, &held.round, app.model.now, app.model.offset)}>
                    <div class="cluster">
                        <ButtonLink href={Route::Comments.address()}>{ text.get("comments-link") }</ButtonLink>
                    </div>
                </Panel>
                <CommentList held={Rc::clone(held)} draft={draft.clone()} />
            </>
        }
    }
}

/// How many comments a look-for of the draft has; nothing where it has none.
pub(super) fn of(app: &App, id: &LookForId) -> Html {
    let text = &app.model.text;
    let Some(held) = round(&app.model) else { return Html::default() };
    let count = CommentCount::of(held.comments.iter().filter(|one| one.look_for.as_ref() == Some(id)));
    if count.all == 0 {
        return Html::default();
    }
    html! { <p class="small strong">{ counted(text, count) }</p> }
}

/// The round on the draft as it is being written, and no earlier one's.
fn round(model: &Model) -> Option<&Rc<HeldRound>> {
    model.commenting.held.as_ref().filter(|held| held.round.became.is_none())
}

use domain::compare::Selection;
use domain::sync::Failure;
use yew::prelude::*;

use super::Page;
use crate::components::{Button, ButtonKind, ButtonLink, EmptyState, ErrorState, Skeleton};
use crate::pages::sampling::SamplingNote;
use crate::pages::words;
use crate::route::Route;
use crate::state::{App, Command, Question};
use crate::text::Text;

impl Page<'_> {
    /// The numbers, or what stands in for them and what to do about it.
    pub(super) fn body(&self) -> Html {
        let text = &self.app.model.text;
        if self.held.documents.frameworks.is_empty() || self.held.documents.district.is_none() {
            return no_framework(text);
        }
        let failure = self
            .answer
            .failure
            .map(|failure| failed(self.app, Question::Compare(self.props.selection.clone()), failure));
        match &self.answer.told {
            None if self.answer.failure.is_some() => html! { { for failure } },
            None => html! { <Skeleton label={text.get("compare-loading")} rows=6 /> },
            Some(comparison) => html! {
                <>
                    { for failure }
                    if !self.answer.current {
                        <p class="muted" role="status">{ self.earlier() }</p>
                    }
                    if comparison.visits > 0 {
                        if !self.answer.asked {
                            <SamplingNote selection={self.props.selection.clone()} />
                        }
                        { self.numbers(comparison) }
                    } else {
                        { self.empty() }
                    }
                </>
            },
        }
    }

    /// Why the numbers below are not those asked for.
    fn earlier(&self) -> String {
        let text = &self.app.model.text;
        match self.answer.failure {
            Some(_) => text.get("compare-earlier"),
            None => text.get("compare-asking"),
        }
    }

    fn empty(&self) -> Html {
        let (app, view) = (self.app, self.props.view);
        let text = &app.model.text;
        if !self.answer.asked && self.held.visits() == 0 {
            return no_visits(text);
        }
        let clear = app.on(move |()| Command::Go(Route::Compare(Selection::default(), view)));
        let actions = html! {
            <Button kind={ButtonKind::Primary} on_press={clear}>{ text.get("narrow-clear") }</Button>
        };
        html! {
            <EmptyState
                title={text.get("compare-none-title")}
                text={text.get("compare-none-text")}
                actions={if self.props.selection == Selection::default() { Html::default() } else { actions }}
            />
        }
    }
}

/// Before the first visit.
pub(crate) fn no_visits(text: &Text) -> Html {
    let actions = html! {
        <ButtonLink kind={ButtonKind::Primary} href={Route::Start.address()}>{ text.get("visits-start") }</ButtonLink>
    };
    html! { <EmptyState title={text.get("visits-empty-title")} text={text.get("visits-empty-text")} {actions} /> }
}

/// Before the first pull.
pub(crate) fn no_framework(text: &Text) -> Html {
    let actions = html! { <ButtonLink href={Route::Sync.address()}>{ text.get("framework-to-sync") }</ButtonLink> };
    html! { <EmptyState title={text.get("framework-empty-title")} text={text.get("framework-empty-text")} {actions} /> }
}

/// The server was asked and did not answer.
pub(crate) fn failed(app: &App, question: Question, failure: Failure) -> Html {
    let text = &app.model.text;
    let actions = html! {
        <Button on_press={app.on(move |()| Command::Ask(question.clone()))}>
            { text.get("compare-failed-again") }
        </Button>
    };
    html! {
        <ErrorState
            happened={words::failure(text, failure)}
            safe={text.get("compare-failed-safe")}
            remedy={text.get("compare-failed-remedy")}
            {actions}
        />
    }
}

//! Asking what visits say: the tablet where it holds them, and otherwise the server.

use std::cell::RefCell;
use std::rc::Rc;

use domain::compare::{Comparison, Schools, Selection};
use domain::coverage::Report;
use domain::permission::{Me, Role};
use domain::sync::Failure;
use domain::trends::{Over, Trends};
use yew::prelude::*;

use super::held::Held;
use crate::state::{App, Command, Question, Told};

/// What is known in answer to a question.
#[derive(Clone, PartialEq)]
pub(super) struct Reply<T> {
    /// The numbers; `None` before there are any.
    pub(super) told: Option<Rc<T>>,
    /// They are of this selection. Otherwise they are the last ones that arrived, kept beside an error or a wait.
    pub(super) current: bool,
    /// The server is asked, because the selection reaches beyond this tablet.
    pub(super) asked: bool,
    /// Why the server's answer did not come.
    pub(super) failure: Option<Failure>,
}

/// The comparison of a selection: computed here, or asked of the server when `ask` allows it.
#[hook]
pub(super) fn use_comparison(app: &App, held: &Held, selection: &Selection, ask: bool) -> Reply<Comparison> {
    use_answer(app, held, &Question::Compare(selection.clone()), ask).of(|told| match told {
        Told::Comparison(comparison) => Some(comparison),
        Told::Trends(_) | Told::Schools(_) | Told::Coverage(_) => None,
    })
}

/// The trends of a selection: computed here, or asked of the server.
#[hook]
pub(super) fn use_trends(app: &App, held: &Held, selection: &Selection, over: Over) -> Reply<Trends> {
    use_answer(app, held, &Question::Trends(selection.clone(), over), true).of(|told| match told {
        Told::Trends(trends) => Some(trends),
        Told::Comparison(_) | Told::Schools(_) | Told::Coverage(_) => None,
    })
}

/// Where each school of a selection stands: computed here, or asked of the server.
#[hook]
pub(super) fn use_schools(app: &App, held: &Held, selection: &Selection) -> Reply<Schools> {
    use_answer(app, held, &Question::Schools(selection.clone()), true).of(|told| match told {
        Told::Schools(schools) => Some(schools),
        Told::Comparison(_) | Told::Trends(_) | Told::Coverage(_) => None,
    })
}

/// What coverage says of a selection: computed here, or asked of the server.
#[hook]
pub(super) fn use_coverage(app: &App, held: &Held, selection: &Selection) -> Reply<Report> {
    use_answer(app, held, &Question::Coverage(selection.clone()), true).of(|told| match told {
        Told::Coverage(report) => Some(report),
        Told::Comparison(_) | Told::Trends(_) | Told::Schools(_) => None,
    })
}

#[hook]
fn use_answer(app: &App, held: &Held, question: &Question, ask: bool) -> Reply<Told> {
    let asked = app.model.me.as_deref().is_some_and(|me| reaches_beyond(me, question.selection()));
    let deps = (held.clone(), question.clone(), app.model.today(), asked);
    let here = use_memo(deps, |(held, question, today, asked)| {
        let ground = held.ground().filter(|_| !asked)?;
        Some(Rc::new(question.answer(&ground, *today)))
    });
    let send = app.send.clone();
    use_effect_with((asked && ask, question.clone()), move |(ask, question)| {
        if *ask {
            send.emit(Command::Ask(question.clone()));
        }
    });
    let kept = use_mut_ref(|| None);
    if asked {
        from_server(app, question, &kept)
    } else {
        Reply { told: (*here).clone(), current: true, asked: false, failure: None }
    }
}

/// The last answer that came for this page, with the question it was given to.
type Kept = Option<(Question, Rc<Told>)>;

fn from_server(app: &App, question: &Question, kept: &RefCell<Kept>) -> Reply<Told> {
    let said = app.model.answers.iter().find(|(of, _)| of == question);
    let failure = match said {
        Some((_, Ok(told))) => {
            kept.replace(Some((question.clone(), Rc::new(told.clone()))));
            None
        }
        Some((_, Err(failure))) => Some(*failure),
        None => None,
    };
    let kept = kept.borrow();
    Reply {
        told: kept.as_ref().map(|(_, told)| Rc::clone(told)),
        current: kept.as_ref().is_some_and(|(of, _)| of == question),
        asked: true,
        failure,
    }
}

impl Reply<Told> {
    fn of<T>(self, pick: impl Fn(&Told) -> Option<&Rc<T>>) -> Reply<T> {
        let told = self.told.as_deref().and_then(pick).map(Rc::clone);
        Reply { told, current: self.current, asked: self.asked, failure: self.failure }
    }
}

/// Whether a selection is about visits that this person's tablet does not hold: an administrator's holds none.
fn reaches_beyond(me: &Me, selection: &Selection) -> bool {
    me.role == Role::Administrator || selection.schools.iter().any(|school| !me.schools.contains(school))
}

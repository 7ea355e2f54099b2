use std::cell::RefCell;
use std::rc::Rc;

use domain::compare::{Comparison, Selection, compare};
use domain::permission::{Me, Role};
use domain::sync::Failure;
use yew::prelude::*;

use super::Drawn;
use crate::pages::held::Held;
use crate::state::{App, Command};

/// What is known about a selection.
#[derive(Clone, PartialEq)]
pub(crate) struct Answer {
    /// The numbers; `None` before there are any.
    pub(crate) comparison: Option<Drawn>,
    /// They are of this selection. Otherwise they are the last ones that arrived, kept beside an error or a wait.
    pub(crate) current: bool,
    /// The server is asked, because the selection reaches beyond this tablet.
    pub(crate) asked: bool,
    /// Why the server's answer did not come.
    pub(crate) failure: Option<Failure>,
}

/// The comparison of a selection: computed here, or asked of the server when `ask` allows it.
#[hook]
pub(crate) fn use_comparison(app: &App, held: &Held, selection: &Selection, ask: bool) -> Answer {
    let asked = app.model.me.as_deref().is_some_and(|me| reaches_beyond(me, selection));
    let deps = (held.clone(), selection.clone(), app.model.today(), asked);
    let here = use_memo(deps, |(held, selection, today, asked)| {
        let ground = held.ground().filter(|_| !asked)?;
        Some(Rc::new(compare(&ground, selection, *today)))
    });
    let send = app.send.clone();
    use_effect_with((asked && ask, selection.clone()), move |(ask, selection)| {
        if *ask {
            send.emit(Command::CompareOnServer(selection.clone()));
        }
    });
    let kept = use_mut_ref(|| None);
    if asked { from_server(app, selection, &kept) } else { from_tablet(here.as_ref()) }
}

fn from_tablet(comparison: &Option<Drawn>) -> Answer {
    Answer { comparison: comparison.clone(), current: true, asked: false, failure: None }
}

/// The last answer that came for this page, with the selection it was given to.
type Kept = Option<(Selection, Drawn)>;

fn from_server(app: &App, selection: &Selection, kept: &RefCell<Kept>) -> Answer {
    let said = app.model.server_comparison.as_deref().filter(|(of, _)| of == selection);
    let failure = match said {
        Some((_, Ok(comparison))) => {
            keep(&mut kept.borrow_mut(), selection, comparison);
            None
        }
        Some((_, Err(failure))) => Some(*failure),
        None => None,
    };
    let kept = kept.borrow();
    Answer {
        comparison: kept.as_ref().map(|(_, comparison)| Rc::clone(comparison)),
        current: kept.as_ref().is_some_and(|(of, _)| of == selection),
        asked: true,
        failure,
    }
}

fn keep(kept: &mut Kept, selection: &Selection, comparison: &Comparison) {
    let known = kept.as_ref().is_some_and(|(of, known)| of == selection && **known == *comparison);
    if !known {
        *kept = Some((selection.clone(), Rc::new(comparison.clone())));
    }
}

/// Whether a selection is about visits that this person's tablet does not hold: an administrator's holds none.
fn reaches_beyond(me: &Me, selection: &Selection) -> bool {
    me.role == Role::Administrator || selection.schools.iter().any(|school| !me.schools.contains(school))
}

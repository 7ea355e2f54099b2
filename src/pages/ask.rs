//! Asking what visits say: the tablet where it holds them, and otherwise the server.

use std::cell::RefCell;
use std::rc::Rc;

use domain::calibration::{Calibrated, Sitting, calibration_visits};
use domain::compare::{Comparison, Schools, Selection};
use domain::coverage::Report;
use domain::permission::{Me, Role};
use domain::sync::Failure;
use domain::trends::{Over, Trends};
use yew::prelude::*;

use super::held::Held;
use crate::state::{App, Command, OpenVisit, Question, Told, VisitRef};

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
    /// So many visits that it should rest on could not be read from the tablet.
    pub(super) unread: usize,
}

/// The comparison of a selection: computed here, or asked of the server when `ask` allows it.
#[hook]
pub(super) fn use_comparison(app: &App, held: &Held, selection: &Selection, ask: bool) -> Reply<Comparison> {
    use_answer(app, held, &Question::Compare(selection.clone()), ask).of(|told| match told {
        Told::Comparison(comparison) => Some(comparison),
        Told::Trends(_) | Told::Schools(_) | Told::Coverage(_) | Told::Calibration(_) => None,
    })
}

/// The trends of a selection: computed here, or asked of the server.
#[hook]
pub(super) fn use_trends(app: &App, held: &Held, selection: &Selection, over: Over) -> Reply<Trends> {
    use_answer(app, held, &Question::Trends(selection.clone(), over), true).of(|told| match told {
        Told::Trends(trends) => Some(trends),
        Told::Comparison(_) | Told::Schools(_) | Told::Coverage(_) | Told::Calibration(_) => None,
    })
}

/// Where each school of a selection stands: computed here, or asked of the server.
#[hook]
pub(super) fn use_schools(app: &App, held: &Held, selection: &Selection) -> Reply<Schools> {
    use_answer(app, held, &Question::Schools(selection.clone()), true).of(|told| match told {
        Told::Schools(schools) => Some(schools),
        Told::Comparison(_) | Told::Trends(_) | Told::Coverage(_) | Told::Calibration(_) => None,
    })
}

/// What coverage says of a selection: computed here, or asked of the server.
#[hook]
pub(super) fn use_coverage(app: &App, held: &Held, selection: &Selection) -> Reply<Report> {
    use_answer(app, held, &Question::Coverage(selection.clone()), true).of(|told| match told {
        Told::Coverage(report) => Some(report),
        Told::Comparison(_) | Told::Trends(_) | Told::Schools(_) | Told::Calibration(_) => None,
    })
}

/// Which lessons were recorded together: read from the visits on the tablet, which are brought into memory first, or asked
/// of the server.
#[hook]
pub(super) fn use_calibration(app: &App, held: &Held, selection: &Selection) -> Reply<Calibrated> {
    let reply = use_answer(app, held, &Question::Calibration(selection.clone()), true).of(|told| match told {
        Told::Calibration(calibrated) => Some(calibrated),
        Told::Comparison(_) | Told::Trends(_) | Told::Schools(_) | Told::Coverage(_) => None,
    });
    let named = use_memo((held.clone(), selection.clone()), |(held, selection)| {
        held.ground().map(|ground| calibration_visits(&ground, selection)).unwrap_or_default()
    });
    let unread = named.iter().filter(|(_, visit)| app.model.unread.contains(visit)).count();
    let missing: Vec<VisitRef> = named
        .iter()
        .filter(|(_, visit)| !reply.asked && app.model.is_to_read(*visit))
        .map(|(school, visit)| VisitRef { school: school.clone(), visit: *visit })
        .collect();
    let all_here = missing.is_empty();
    let send = app.send.clone();
    use_effect_with(missing, move |missing| {
        if !missing.is_empty() {
            send.emit(Command::Load(missing.clone()));
        }
    });
    let (me, visits) = (app.model.me.clone(), Rc::clone(&app.model.visits));
    let open: Vec<Rc<OpenVisit>> = named.iter().filter_map(|(_, visit)| visits.get(visit).cloned()).collect();
    let here = use_memo((held.clone(), selection.clone(), me, open), |(held, selection, me, open)| {
        let (ground, me) = (held.ground()?, me.as_deref()?);
        let read = |open: &Rc<OpenVisit>| Sitting::of(&open.visit, ground.frameworks.get(&open.visit.begin.framework)?);
        Some(Rc::new(Calibrated::of(&ground, selection, me, open.iter().filter_map(read).collect())))
    });
    if reply.asked {
        return reply;
    }
    Reply { told: (*here).clone().filter(|_| all_here), current: true, asked: false, failure: None, unread }
}

#[hook]
fn use_answer(app: &App, held: &Held, question: &Question, ask: bool) -> Reply<Told> {
    let asked = app.model.me.as_deref().is_some_and(|me| reaches_beyond(me, question.selection()));
    let deps = (held.clone(), question.clone(), app.model.today(), asked);
    let here = use_memo(deps, |(held, question, today, asked)| {
        let ground = held.ground().filter(|_| !asked)?;
        question.answer(&ground, *today).map(Rc::new)
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
        Reply { told: (*here).clone(), current: true, asked: false, failure: None, unread: 0 }
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
        unread: 0,
    }
}

impl Reply<Told> {
    fn of<T>(self, pick: impl Fn(&Told) -> Option<&Rc<T>>) -> Reply<T> {
        let told = self.told.as_deref().and_then(pick).map(Rc::clone);
        Reply { told, current: self.current, asked: self.asked, failure: self.failure, unread: self.unread }
    }
}

/// Whether a selection is about visits that this person's tablet does not hold: an administrator's holds none.
fn reaches_beyond(me: &Me, selection: &Selection) -> bool {
    me.role == Role::Administrator || selection.schools.iter().any(|school| !me.schools.contains(school))
}

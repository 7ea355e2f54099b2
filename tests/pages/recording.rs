//! Carries the model's open visit on, act by act, as the tablet would.

use std::rc::Rc;

use domain::device::Intent;
use domain::edit::Pen;
use domain::id::{MarkId, ReplicaId, VisitId};
use domain::stream::Stream;
use domain::time::Millis;
use domain::visit::{Act, Change, Visit};
use throughline::state::{Model, OpenVisit, UndoStep, VisitRef};

/// The visit that [`crate::support::model`] has open since 10:35.
pub(crate) fn open_visit(model: &Model) -> Rc<OpenVisit> {
    Rc::clone(model.visit(VisitId::from([7; 16])).expect("the model has an open visit"))
}

/// Where it is.
pub(crate) fn open_at(model: &Model) -> VisitRef {
    open_visit(model).at.clone()
}

/// The model after these acts in its open visit, each at its moment; the last one sets the model's clock.
pub(crate) fn after(mut model: Model, acts: &[(Millis, Act)]) -> Model {
    let mut open = (*open_visit(&model)).clone();
    let mut pen = Pen::new(ReplicaId::from([8; 16]), open.visit.begin.observer.clone());
    // Ids of a second helping must not repeat those of the first.
    let mut made = u8::try_from(100 + 2 * open.undo.len()).expect("a test does not do that much");
    for (now, act) in acts {
        let mut fresh = || {
            made += 1;
            [made; 16]
        };
        let intents = act.intents(&open.visit, *now, &mut fresh);
        let mut back: Vec<Intent> = Vec::new();
        for intent in intents {
            back.extend(intent.undo(&open.state, MarkId::from([200; 16])));
            let change = match intent {
                Intent::Add(mark, what) => Change::Add(mark, what),
                Intent::Void(mark) => Change::Void(mark),
                Intent::Set(setting) => open.state.setting(setting),
            };
            let stream = Stream::School(open.at.school.clone());
            let edit = pen.write(*now, &stream, open.at.visit, change).expect("the change is well formed");
            open.state.apply(&edit, None);
        }
        open.visit = Visit::read(open.at.visit, &open.state).expect("it has begun");
        open.undo.push(UndoStep { act: act.clone(), back });
        model.now = model.now.max(*now);
    }
    Rc::make_mut(&mut model.visits).insert(open.at.visit, Rc::new(open));
    model
}

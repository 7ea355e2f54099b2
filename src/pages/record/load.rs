//! A visit that a page is about: in memory, on its way, or not on this tablet.

use std::rc::Rc;

use domain::framework::Framework;
use domain::permission::Action;
use yew::prelude::*;

use super::same::Same;
use crate::components::{ButtonLink, EmptyState, Skeleton};
use crate::route::Route;
use crate::state::{Command, Model, OpenVisit, VisitFilter, VisitRef, use_app};
use crate::text::Text;

/// How far a page has come with its visit.
pub(crate) enum Reached {
    /// It is in memory, and so is the framework it was recorded against.
    Here(Rc<OpenVisit>, Same<Framework>),
    /// It is in memory; the framework version it names has not arrived.
    NoFramework,
    /// It is on the tablet and is being read.
    Loading,
    /// It is on the tablet and cannot be read.
    Unreadable,
    /// It is not on this tablet, as far as anyone here knows.
    NotHere,
}

/// Brings a visit into memory and says how far that is.
#[hook]
pub(crate) fn use_visit(at: &VisitRef) -> Reached {
    let app = use_app();
    let model = &app.model;
    let send = app.send.clone();
    use_effect_with((at.clone(), model.is_to_read(at.visit)), move |(at, to_read)| {
        if *to_read {
            send.emit(Command::Load(vec![at.clone()]));
        }
    });
    let hash = model.visit(at.visit).map(|open| open.visit.begin.framework);
    let documents = Same::of(&model.documents);
    let framework = use_memo((hash, documents), |(hash, documents)| {
        let framework = documents.frameworks.get(hash.as_ref()?)?;
        Some(Same::new(framework.clone()))
    });
    match (model.visit(at.visit), framework.as_ref()) {
        (Some(open), Some(framework)) => Reached::Here(Rc::clone(open), framework.clone()),
        (Some(_), None) => Reached::NoFramework,
        (None, _) if is_counted(model, at) && model.unread.contains(&at.visit) => Reached::Unreadable,
        (None, _) if is_counted(model, at) => Reached::Loading,
        (None, _) => Reached::NotHere,
    }
}

/// Whether the tablet's facts know of the visit, so that it must be on the disk.
fn is_counted(model: &Model, at: &VisitRef) -> bool {
    let packs = model.packs.values().filter(|pack| pack.key.school == at.school);
    packs.into_iter().any(|pack| pack.row(at.visit).is_some())
}

/// Whether the person may change a visit: their own, or another's where their role allows it. A visit that they are in the
/// middle of is theirs to finish, whatever has been decided about their schools meanwhile.
pub(crate) fn may_edit(model: &Model, open: &OpenVisit) -> bool {
    model.me.as_ref().is_some_and(|me| {
        let own = open.visit.begin.observer == me.account;
        let under_way = own && open.visit.finished.is_none();
        under_way || me.may(if own { Action::RecordVisit } else { Action::EditOthersVisit }, &open.at.school)
    })
}

/// What a page shows while, or because, there is no visit to show.
pub(crate) fn without_visit(text: &Text, reached: &Reached) -> Html {
    let visits = html! {
        <ButtonLink href={Route::Visits(VisitFilter::default()).address()}>{ text.get("recorder-to-visits") }</ButtonLink>
    };
    match reached {
        Reached::Here(..) | Reached::Loading => html! { <Skeleton label={text.get("recorder-loading")} rows={6} /> },
        Reached::NoFramework => html! {
            <EmptyState title={text.get("recorder-no-framework")} text={text.get("recorder-no-framework-text")} actions={visits} />
        },
        Reached::Unreadable => html! {
            <EmptyState title={text.get("recorder-unreadable")} text={text.get("recorder-unreadable-text")} actions={visits} />
        },
        Reached::NotHere => html! {
            <EmptyState title={text.get("recorder-not-here")} text={text.get("recorder-not-here-text")} actions={visits} />
        },
    }
}

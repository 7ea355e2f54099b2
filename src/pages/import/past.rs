use domain::id::ImportId;
use domain::import::PastImport;
use yew::prelude::*;

use super::Page;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Column, DataTable, Dialog};
use crate::pages::words;
use crate::state::{Command, ImportStep};

impl Page<'_> {
    /// The imports that were done, each of which can be taken back.
    pub(super) fn past(&self, undo: &UseStateHandle<Option<(ImportId, u32)>>) -> Html {
        let text = self.text;
        let Some(past) = self.now.past.as_ref().filter(|past| !past.is_empty()) else { return Html::default() };
        let words = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![
            words("import-source"),
            words("narrow-school"),
            words("import-column-when"),
            Column { label: text.get("compare-column-visits").into(), numeric: true },
            words("import-column-undo"),
        ];
        let rows: Vec<_> = past.iter().map(|one| self.one(one, undo)).collect();
        html! {
            <section class="section" aria-labelledby="import-past">
                <h2 id="import-past">{ text.get("import-past") }</h2>
                <DataTable caption={text.get("import-past-caption")} {columns} {rows} />
                { self.confirm(undo) }
            </section>
        }
    }

    fn one(&self, one: &PastImport, undo: &UseStateHandle<Option<(ImportId, u32)>>) -> Vec<Html> {
        let (text, model) = (self.text, &self.app.model);
        let school = model.documents.district.as_ref().and_then(|district| district.school(&one.school));
        let school = school.map_or_else(|| one.school.to_string(), |school| school.name.clone());
        let moment = |at| words::moment(text, at, model.now, model.offset);
        let on_press = {
            let (undo, which) = (undo.clone(), (one.import, one.visits));
            Callback::from(move |()| undo.set(Some(which)))
        };
        vec![
            html! { { &one.source } },
            html! { { school } },
            html! { { moment(one.at) } },
            html! { { one.visits } },
            match &one.undone {
                Some(undone) => html! { { text.with("import-undone-at", [("time", moment(undone.at).into())]) } },
                None => html! {
                    <Button disabled={self.now.busy.is_some()} {on_press}>{ text.get("import-undo") }</Button>
                },
            },
        ]
    }

    fn confirm(&self, undo: &UseStateHandle<Option<(ImportId, u32)>>) -> Html {
        let text = self.text;
        let Some((import, visits)) = **undo else { return Html::default() };
        let close = {
            let undo = undo.clone();
            Callback::from(move |()| undo.set(None))
        };
        let confirmed = {
            let (undo, send) = (undo.clone(), self.app.send.clone());
            Callback::from(move |()| {
                undo.set(None);
                send.emit(Command::Import(ImportStep::Undo(import)));
            })
        };
        let actions = html! {
            <>
                <Button autofocus=true on_press={close.clone()}>{ text.get("import-undo-keep") }</Button>
                <Button kind={ButtonKind::Danger} on_press={confirmed}>
                    { text.with("import-undo-yes", [("n", visits.into())]) }
                </Button>
            </>
        };
        html! {
            <Dialog
                id="import-undo"
                title={text.get("import-undo-title")}
                close_label={text.get("import-undo-keep")}
                on_close={close}
                {actions}
            >
                <p>{ text.with("import-undo-text", [("n", visits.into())]) }</p>
            </Dialog>
        }
    }

    /// What taking an import back did.
    pub(super) fn undone(&self) -> Html {
        let text = self.text;
        let Some(undone) = self.now.undone else { return Html::default() };
        let changed = [("n", undone.changed.into())];
        html! {
            <Banner kind={BannerKind::Info} title={text.with("import-undone", [("n", undone.discarded.into())])}>
                { if undone.changed > 0 { text.with("import-undone-changed", changed) } else { text.get("import-undone-text") } }
            </Banner>
        }
    }
}

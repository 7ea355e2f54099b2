use domain::district::District;
use domain::framework::{Draft, FileForm, Framework, FrameworkChanges, LookFor, LookForChange, PublishDraft, Unfit};
use domain::time::Date;
use yew::prelude::*;

use super::{Page, words};
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Column, ConfirmButton, DataTable, Dialog, InputKind, Panel, TextField,
};
use crate::state::{Beginning, Command, DraftStep, use_app};

impl Page<'_> {
    /// What the next version changes, and making it one.
    pub(super) fn publish(&self, draft: &Draft) -> Html {
        let text = self.text;
        let newest = self.newest();
        let version = newest.map_or(1, |newest| newest.version + 1);
        let today = self.app.model.today();
        let fit = draft.clone().version(version, today);
        let unfit: Option<Unfit> = fit.as_ref().err().cloned();
        let changes = fit.ok().map(|next| FrameworkChanges::between(newest, &next));
        let same = newest.is_some_and(|newest| Draft::of(newest) == *draft);
        html! {
            <Panel id="draft-publish" title={text.with("draft-publish-title", [("version", version.into())])}>
                if let Some(unfit) = unfit {
                    <Banner kind={BannerKind::Warning} title={text.get("draft-unfit")}>{ words::unfit(text, &unfit, Some(draft)) }</Banner>
                } else if same {
                    <p>{ text.get("draft-same") }</p>
                } else {
                    { for changes.as_ref().map(|changes| self.changes(changes)) }
                    { self.lost_focus(draft) }
                    { self.lost_expectations(draft) }
                    if self.open.is_drawn(draft) {
                        <p class="strong">{ text.get("draft-still-open") }</p>
                    }
                    <Publish
                        key={version}
                        {version}
                        from={newest.map_or(today, |newest| newest.effective.max(today))}
                        disabled={self.now.busy || !self.now.is_stored() || self.open.is_drawn(draft)}
                    />
                }
            </Panel>
        }
    }

    pub(super) fn changes(&self, changes: &FrameworkChanges) -> Html {
        let text = self.text;
        let column = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![column("draft-column-look-for"), column("draft-column-change")];
        let row = |change: &LookForChange| vec![html! { { &change.text } }, html! { { words::how(text, change) } }];
        let rows: Vec<_> = changes.look_fors.iter().take(MOST_ROWS).map(row).collect();
        let more = changes.look_fors.len().saturating_sub(MOST_ROWS);
        html! {
            <>
                if rows.is_empty() {
                    <p>{ text.get("draft-only-order") }</p>
                } else {
                    <DataTable caption={text.with("draft-changes", [("n", changes.look_fors.len().into())])} {columns} {rows} />
                }
                if more > 0 {
                    <p class="muted">{ text.with("roster-more", [("n", more.into())]) }</p>
                }
                if changes.same > 0 {
                    <p class="muted">{ text.with("draft-changes-same", [("n", changes.same.into())]) }</p>
                }
            </>
        }
    }

    /// Look-fors in focus that the draft does not have.
    fn lost_focus(&self, draft: &Draft) -> Html {
        let text = self.text;
        let focus = self.app.model.documents.district.as_ref().map(District::watched).unwrap_or_default();
        let newest = self.newest();
        let lost = focus.iter().filter(|id| draft.look_for(id).is_none());
        let names: Vec<&str> =
            lost.filter_map(|id| newest?.look_for(id)).map(|look_for| look_for.text.as_str()).collect();
        if names.is_empty() {
            return Html::default();
        }
        html! {
            <Banner kind={BannerKind::Warning} title={text.with("draft-lost-focus", [("n", names.len().into())])}>
                { names.join("; ") }
            </Banner>
        }
    }

    /// Look-fors that something is expected of and the draft does not have: what is expected does not go over to others.
    fn lost_expectations(&self, draft: &Draft) -> Html {
        let text = self.text;
        let newest = self.newest();
        let district = self.app.model.documents.district.as_ref();
        let expected = |one: &&LookFor| {
            let mut all = district.into_iter().flat_map(|district| &district.expectations);
            all.any(|expectation| expectation.look_for == one.id)
        };
        let look_fors = newest.into_iter().flat_map(Framework::look_fors);
        let lost = look_fors.filter(|one| draft.look_for(&one.id).is_none()).filter(expected);
        let names: Vec<&str> = lost.map(|one| one.text.as_str()).collect();
        if names.is_empty() {
            return Html::default();
        }
        html! {
            <Banner kind={BannerKind::Warning} title={text.with("draft-lost-expectations", [("n", names.len().into())])}>
                { names.join("; ") }
            </Banner>
        }
    }

    /// The draft as a file, another one in its place, and none at all.
    pub(super) fn files(&self) -> Html {
        let text = self.text;
        let save = |form| self.on(DraftStep::Save(form));
        html! {
            <Panel id="draft-files" title={text.get("draft-files")}>
                <div class="cluster">
                    <Button on_press={save(FileForm::Json)}>{ text.get("draft-save-json") }</Button>
                    <Button on_press={save(FileForm::Csv)}>{ text.get("draft-save-csv") }</Button>
                    <Button on_press={save(FileForm::Case)}>{ text.get("draft-save-case") }</Button>
                </div>
                <div class="cluster">
                    <Button disabled={self.now.busy} on_press={self.on(DraftStep::Begin(Beginning::File))}>
                        { text.get("draft-open-file") }
                    </Button>
                    <ConfirmButton
                        id="draft-discard"
                        label={text.get("draft-discard")}
                        title={text.get("draft-discard-title")}
                        text={text.get("draft-discard-text")}
                        keep_label={text.get("draft-keep-it")}
                        on_confirm={self.on(DraftStep::Discard)}
                    />
                </div>
                <p class="muted small">{ text.get("draft-files-note") }</p>
            </Panel>
        }
    }
}

/// More changes than this are not drawn.
const MOST_ROWS: usize = 100;

#[derive(Properties, PartialEq)]
struct PublishProps {
    version: u32,
    /// The first day from which it can be in use.
    from: Date,
    disabled: bool,
}

/// From when on, and the button that asks once more.
#[component]
fn Publish(props: &PublishProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let from = props.from;
    let typed = use_state(|| AttrValue::from(from.to_string()));
    let asked = use_state(|| false);
    let date: Option<Date> = typed.parse().ok();
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |date: AttrValue| typed.set(date))
    };
    let open = |now: bool| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(now))
    };
    let publish = {
        let (send, asked, version) = (app.send.clone(), asked.clone(), props.version);
        Callback::from(move |()| {
            asked.set(false);
            if let Some(date) = date {
                send.emit(Command::Draft(DraftStep::Publish(PublishDraft { version, effective: date })));
            }
        })
    };
    let version = [("version", props.version.into())];
    let title = text.with("draft-publish-title", version.clone());
    let actions = html! {
        <>
            <Button autofocus={true} on_press={open(false)}>{ text.get("draft-not-yet") }</Button>
            <Button kind={ButtonKind::Primary} on_press={publish}>{ text.with("draft-publish", version) }</Button>
        </>
    };
    html! {
        <>
            <div class="form">
                <TextField
                    id="draft-effective"
                    label={text.get("draft-effective")}
                    hint={AttrValue::from(text.get("draft-effective-hint"))}
                    kind={InputKind::Date}
                    value={(*typed).clone()}
                    error={date.is_none().then(|| AttrValue::from(text.get("draft-effective-wrong")))}
                    {on_input}
                />
            </div>
            <div class="cluster">
                <Button
                    kind={ButtonKind::Primary}
                    id="draft-publish-button"
                    disabled={props.disabled || date.is_none()}
                    on_press={open(true)}
                >{ title.clone() }</Button>
            </div>
            if *asked {
                <Dialog id="draft-sure" {title} close_label={text.get("draft-not-yet")} on_close={open(false)} {actions}>
                    <p>{ text.with("draft-sure", [("date", date.map_or_else(String::new, |date| text.full_date(date)).into())]) }</p>
                </Dialog>
            }
        </>
    }
}

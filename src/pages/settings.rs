use domain::permission::Me;
use yew::prelude::*;

use crate::components::{Button, ButtonLink, PageHead, Panel, Segmented, Switch, TextArea};
use crate::route::Route;
use crate::state::{App, Command, DockSide, Preferences, TextSize, Theme, use_app};
use crate::text::Language;

/// How a person likes the app, and their phrases.
#[component]
pub fn SettingsPage() -> Html {
    let app = use_app();
    let (text, now) = (&app.model.text, app.model.preferences);
    let languages = Language::ALL.map(|language| (language, AttrValue::from(language.own_name())));
    let themes = [
        (Theme::System, text.get("settings-theme-system").into()),
        (Theme::Light, text.get("settings-theme-light").into()),
        (Theme::Dark, text.get("settings-theme-dark").into()),
    ];
    let sizes = [
        (TextSize::Normal, text.get("settings-size-normal").into()),
        (TextSize::Large, text.get("settings-size-large").into()),
        (TextSize::Larger, text.get("settings-size-larger").into()),
    ];
    let sides = [
        (DockSide::Left, text.get("settings-hand-left").into()),
        (DockSide::Right, text.get("settings-hand-right").into()),
    ];
    html! {
        <>
            <PageHead title={text.get("settings-title")} subtitle={text.get("settings-subtitle")} />
            <div class="grid" data-size="wide">
                <Panel id="looks" title={text.get("settings-looks")}>
                    { choice(&app, text.get("settings-language"), now.language, languages, move |language| Preferences { language, ..now }) }
                    { choice(&app, text.get("settings-theme"), now.theme, themes, move |theme| Preferences { theme, ..now }) }
                    { choice(&app, text.get("settings-size"), now.text_size, sizes, move |text_size| Preferences { text_size, ..now }) }
                </Panel>
                <Panel id="recording" title={text.get("settings-recording")}>
                    { choice(&app, text.get("settings-hand"), now.dock_side, sides, move |dock_side| Preferences { dock_side, ..now }) }
                    <Switch
                        label={text.get("settings-quiet")}
                        hint={text.get("settings-quiet-hint")}
                        on={now.quiet}
                        on_toggle={app.on(move |quiet| Command::Prefer(Preferences { quiet, ..now }))}
                    />
                </Panel>
                <Phrases />
                if app.model.me.as_deref().is_some_and(Me::may_manage_people) {
                    <Panel id="district" title={text.get("settings-district")}>
                        <div class="cluster">
                            <ButtonLink href={Route::People.address()}>{ text.get("people-link") }</ButtonLink>
                            <ButtonLink href={Route::Roster.address()}>{ text.get("roster-link") }</ButtonLink>
                        </div>
                    </Panel>
                }
            </div>
        </>
    }
}

/// One setting of a few; tapping the chosen one again changes nothing.
fn choice<T: Copy + PartialEq + 'static, const N: usize>(
    app: &App,
    label: String,
    now: T,
    options: [(T, AttrValue); N],
    change: impl Fn(T) -> Preferences + 'static,
) -> Html {
    let values = options.clone().map(|(value, _)| value);
    let chosen = values.iter().position(|value| *value == now);
    let on_choose = app.on(move |picked: Option<usize>| {
        let value = picked.and_then(|index| values.get(index)).copied().unwrap_or(now);
        Command::Prefer(change(value))
    });
    html! {
        <div class="stack">
            <span class="strong" aria-hidden="true">{ label.clone() }</span>
            <div><Segmented {label} options={options.map(|(_, words)| words).to_vec()} {chosen} {on_choose} /></div>
        </div>
    }
}

/// The observer's own phrases for notes, one a line.
#[component]
fn Phrases() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let draft = use_state(|| None::<AttrValue>);
    let written = draft.as_ref().cloned().unwrap_or_else(|| model.phrases.join("\n").into());
    let phrases = lines(&written);
    let kept = phrases == *model.phrases;
    let keep = {
        let phrases = phrases.clone();
        app.on(move |()| Command::KeepPhrases(phrases.clone()))
    };
    html! {
        <Panel id="phrases" title={text.get("settings-phrases")}>
            <TextArea
                id="phrases-text"
                label={text.get("settings-phrases-label")}
                hint={text.get("settings-phrases-hint")}
                value={written}
                rows={6}
                on_input={Callback::from(move |value| draft.set(Some(value)))}
            />
            <div class="cluster">
                <Button on_press={keep} disabled={kept}>{ text.get("settings-phrases-keep") }</Button>
                <span class="muted" role="status">
                    if kept {
                        { text.with("settings-phrases-kept", [("n", phrases.len().into())]) }
                    } else {
                        { text.get("settings-phrases-changed") }
                    }
                </span>
            </div>
        </Panel>
    }
}

/// The lines that say something, without the spaces around them.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

//! The published framework: readable, searchable, with what is expected of each look-for.

mod expected;
pub(super) mod look_for;
mod version;

use domain::framework::{Framework, Kind, LookFor, Strand};
use domain::id::DocumentHash;
use domain::permission::Me;
use yew::prelude::*;

use super::compare::no_framework;
use crate::components::{Banner, Button, ButtonLink, Choice, EmptyState, FilterSelect, Icon, PageHead, SearchField};
use crate::route::Route;
use crate::state::{App, Command, CommentStep, use_app};
use version::{in_use, latest_first};

/// The published framework.
#[component]
pub fn FrameworkPage() -> Html {
    let app = use_app();
    let words = use_state(String::new);
    let chosen = use_state(|| None::<DocumentHash>);
    let text = &app.model.text;
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::Comment(CommentStep::Asked)));
    let Some((hash, framework)) = in_use(&app.model, *chosen) else {
        let actions = writes(&app, "draft-link-first");
        return html! {
            <>
                <PageHead title={text.get("framework-title")} {actions} />
                { asked(&app) }
                { no_framework(text) }
            </>
        };
    };
    let on_words = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed.to_string()))
    };
    let show_all = {
        let words = words.clone();
        Callback::from(move |()| words.set(String::new()))
    };
    let on_version = Callback::from(move |version: AttrValue| chosen.set(version.parse().ok()));
    html! {
        <>
            { head(&app, framework) }
            { asked(&app) }
            <div class="filters" role="search">
                <SearchField
                    id="framework-search"
                    label={text.get("framework-search")}
                    value={(*words).clone()}
                    on_input={on_words}
                />
                { versions(&app, hash, on_version) }
            </div>
            { strands(&app, framework, &words, show_all) }
        </>
    }
}

fn head(app: &App, framework: &Framework) -> Html {
    let text = &app.model.text;
    let facts = [
        ("title", framework.title.as_str().into()),
        ("version", framework.version.to_string().into()),
        ("date", text.full_date(framework.effective).into()),
    ];
    let subtitle = if framework.effective <= app.model.today() {
        text.with("framework-subtitle", facts)
    } else {
        text.with("framework-subtitle-later", facts)
    };
    let actions = html! {
        <>
            { writes(app, "draft-link") }
            { decides(app) }
            <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("framework-print") }</Button>
        </>
    };
    html! { <PageHead title={text.get("framework-title")} {subtitle} {actions} /> }
}

/// The way to the draft for whoever is asked what they think of it.
fn asked(app: &App) -> Html {
    let text = &app.model.text;
    let Some(asked) = &app.model.commenting.invitation else { return Html::default() };
    let facts = [("date", text.full_date(asked.until).into()), ("title", asked.title.as_str().into())];
    let actions =
        html! { <ButtonLink href={Route::Comments.address()}>{ text.get("comments-invitation-link") }</ButtonLink> };
    html! {
        <Banner title={text.with("comments-invitation", facts)} {actions}>{ text.get("comments-invitation-text") }</Banner>
    }
}

/// The way to the draft, for whoever may write it.
fn writes(app: &App, words: &str) -> Html {
    if !app.model.me.as_deref().is_some_and(Me::may_write_framework) {
        return Html::default();
    }
    html! { <ButtonLink icon={Icon::Note} href={Route::FrameworkDraft.address()}>{ app.model.text.get(words) }</ButtonLink> }
}

/// The way to what is expected, and to what is in focus or who decides it.
fn decides(app: &App) -> Html {
    let (text, today) = (&app.model.text, app.model.today());
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        return Html::default();
    };
    html! {
        <>
            <ButtonLink href={Route::Goals.address()}>{ text.get("goal-link") }</ButtonLink>
            <ButtonLink href={Route::Expectations.address()}>{ text.get("expect-link") }</ButtonLink>
            if me.chooses_some_focus(district, today) {
                <ButtonLink href={Route::Deciding.address()}>{ text.get("focus-link") }</ButtonLink>
            } else {
                <ButtonLink href={Route::WhoDecides.address()}>{ text.get("who-link") }</ButtonLink>
            }
        </>
    }
}

/// A switch, where there is more than one version.
fn versions(app: &App, shown: DocumentHash, on_change: Callback<AttrValue>) -> Html {
    let text = &app.model.text;
    let all = latest_first(&app.model.documents);
    if all.len() < 2 {
        return Html::default();
    }
    let name = |framework: &Framework| {
        let facts =
            [("version", framework.version.to_string().into()), ("date", text.full_date(framework.effective).into())];
        text.with("framework-version-one", facts)
    };
    let options: Vec<_> = all.iter().map(|(hash, framework)| Choice::new(hash.to_string(), name(framework))).collect();
    html! {
        <FilterSelect
            id="framework-version"
            label={text.get("framework-version")}
            value={shown.to_string()}
            {options}
            {on_change}
        />
    }
}

fn strands(app: &App, framework: &Framework, words: &str, show_all: Callback<()>) -> Html {
    let text = &app.model.text;
    let words = words.to_lowercase();
    let all = framework.look_fors().count();
    let shown: Vec<(&Strand, Vec<&LookFor>)> = framework
        .strands
        .iter()
        .map(|strand| (strand, strand.look_fors.iter().filter(|one| has(one, &words)).collect::<Vec<_>>()))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let found: usize = shown.iter().map(|(_, found)| found.len()).sum();
    if found == 0 {
        let actions = html! { <Button on_press={show_all}>{ text.get("framework-none-all") }</Button> };
        return html! {
            <EmptyState title={text.get("framework-none-title")} text={text.get("framework-none-text")} {actions} />
        };
    }
    let count = [("shown", found.into()), ("n", all.into())];
    html! {
        <>
            <p class="muted" role="status">
                { if found == all { text.with("framework-count", count) } else { text.with("framework-count-of", count) } }
            </p>
            { for shown.iter().map(|(strand, found)| section(app, strand, found)) }
        </>
    }
}

fn section(app: &App, strand: &Strand, found: &[&LookFor]) -> Html {
    let id = format!("strand-{}", strand.id);
    html! {
        <section key={id.clone()} class="section" aria-labelledby={id.clone()}>
            <h2 {id}>{ &strand.name }</h2>
            { for found.iter().map(|one| look_for::card(app, one)) }
        </section>
    }
}

/// Whether every word stands somewhere in what a person reads of a look-for.
fn has(look_for: &LookFor, words: &str) -> bool {
    let mut read = vec![look_for.text.as_str(), &look_for.short];
    read.extend(look_for.hint.as_deref());
    if let Kind::Rating { levels, .. } = &look_for.kind {
        read.extend(levels.iter().flat_map(|level| [level.name.as_str(), &level.descriptor]));
    }
    let read = read.join(" ").to_lowercase();
    words.split_whitespace().all(|word| read.contains(word))
}

//! Who works in the district: inviting people, what they may do and where, new links, leaving and coming back.

mod form;
mod words;

use domain::people::{ChangeMember, Invite, Member, MemberChange, Membership};
use domain::permission::Me;
use yew::prelude::*;

use crate::components::{
    Banner, BannerKind, Button, ButtonKind, ButtonLink, ConfirmButton, EmptyState, Icon, PageHead, Panel, Skeleton,
};
use crate::pages::words::{date_and_time, role};
use crate::route::Route;
use crate::state::{App, Command, FileFailure, Members, PeopleStep, use_app};
use crate::text::Text;
use form::Fields;

// Opens at a tap: public so that tests can draw it open.
pub use form::{MemberForm, MemberFormProps};

/// What is open on the page.
#[derive(Debug, Clone, PartialEq)]
enum Open {
    Nothing,
    Invitation,
    Member(domain::id::AccountId),
}

/// Who works in the district.
#[component]
pub fn PeoplePage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let open = use_state(|| Open::Nothing);
    let allowed = app.model.me.as_deref().is_some_and(Me::may_manage_people);
    let send = app.send.clone();
    use_effect_with(allowed, move |allowed| {
        if *allowed {
            send.emit(Command::People(PeopleStep::Read));
        }
    });
    {
        // What worked is closed; what did not stays open, as it was typed.
        let open = open.clone();
        use_effect_with(app.model.members.done, move |_| open.set(Open::Nothing));
    }
    let page = Page { app: &app, text, now: &app.model.members, open: &open };
    let back = (AttrValue::from(Route::Settings.address()), text.get("settings-title").into());
    let head = html! { <PageHead title={text.get("people-title")} subtitle={text.get("people-subtitle")} {back} /> };
    if !allowed {
        return html! {
            <>
                { head }
                <EmptyState title={text.get("people-not-allowed")} text={text.get("people-not-allowed-text")} />
            </>
        };
    }
    html! {
        <>
            { head }
            if app.model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("people-offline") }</Banner>
            }
            <div aria-live="polite" class="stack">{ page.link() }{ page.failure() }</div>
            { page.invitation() }
            { page.everyone() }
        </>
    }
}

struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    now: &'a Members,
    open: &'a UseStateHandle<Open>,
}

impl Page<'_> {
    fn on(&self, step: PeopleStep) -> Callback<()> {
        self.app.on(move |()| Command::People(step.clone()))
    }

    fn opens(&self, what: Open) -> Callback<()> {
        let open = self.open.clone();
        Callback::from(move |()| open.set(what.clone()))
    }

    /// A link that was just made. Nobody can ask for it again.
    fn link(&self) -> Html {
        let text = self.text;
        let Some(link) = &self.now.link else { return Html::default() };
        let until = date_and_time(text, link.until, self.app.model.offset);
        let copy = html! { <Button on_press={self.on(PeopleStep::CopyLink)}>{ text.get("people-copy") }</Button> };
        html! {
            <div id={PeopleStep::LINK} tabindex="-1">
                <Banner kind={BannerKind::Info} title={text.with("people-made", [("name", link.name.as_str().into())])} actions={copy}>
                    { text.with("people-made-text", [("until", until.into())]) }
                    <p class="people-address">{ &link.address }</p>
                </Banner>
            </div>
        }
    }

    fn failure(&self) -> Html {
        let text = self.text;
        let Some(failure) = &self.now.failure else { return Html::default() };
        let unread = self.now.people.is_none();
        let why = match failure {
            FileFailure::Cannot(why) => text.get(words::cannot(*why)),
            FileFailure::Network(failure) => super::words::failure(text, *failure),
        };
        let title = text.get(if unread { "people-unread" } else { "people-failed" });
        let again = unread.then(|| {
            html! { <Button on_press={self.on(PeopleStep::Read)}>{ text.get("draft-again") }</Button> }
        });
        html! {
            <Banner kind={BannerKind::Warning} {title} actions={again.unwrap_or_default()}>{ why }</Banner>
        }
    }

    fn invitation(&self) -> Html {
        let text = self.text;
        if **self.open != Open::Invitation {
            return html! {
                <div class="cluster">
                    <Button
                        kind={ButtonKind::Primary}
                        icon={Icon::Add}
                        disabled={self.now.busy || self.app.model.syncing.offline}
                        on_press={self.opens(Open::Invitation)}
                    >{ text.get("people-invite") }</Button>
                    <ButtonLink href={Route::Roster.address()}>{ text.get("roster-link") }</ButtonLink>
                </div>
            };
        }
        let on_keep = self.app.on(|Fields { name, email, role, schools }| {
            Command::People(PeopleStep::Invite(Invite { name, email, role, schools }))
        });
        html! {
            <Panel id="people-invitation" title={text.get("people-invite")}>
                <p class="reading muted">{ text.get("people-invite-text") }</p>
                <MemberForm member={None::<Member>} busy={self.now.busy} {on_keep} on_leave={self.opens(Open::Nothing)} />
            </Panel>
        }
    }

    fn everyone(&self) -> Html {
        let text = self.text;
        let Some(people) = &self.now.people else {
            let failed = self.now.failure.is_some() || self.app.model.syncing.offline;
            return if failed {
                Html::default()
            } else {
                html! { <Skeleton label={text.get("people-reading")} rows=4 /> }
            };
        };
        html! {
            <section class="section" aria-labelledby="people-all">
                <h2 id="people-all">{ text.with("people-count", [("n", people.people.len().into())]) }</h2>
                <ul class="people">{ for people.people.iter().map(|one| self.member(one)) }</ul>
            </section>
        }
    }

    fn member(&self, one: &Member) -> Html {
        let text = self.text;
        let opened = **self.open == Open::Member(one.account.clone());
        let spoken = text.with("people-change-spoken", [("name", one.name.as_str().into())]);
        let toggle = if opened { Open::Nothing } else { Open::Member(one.account.clone()) };
        html! {
            <li key={one.account.0.clone()} class="person">
                <div class="person-head">
                    <div>
                        <p class="strong">{ &one.name }</p>
                        <p class="muted small">{ &one.email }</p>
                    </div>
                    <div>
                        <p>{ role(text, one.role) }</p>
                        <p class="muted small">{ self.where_they_work(one) }</p>
                    </div>
                    <Button kind={ButtonKind::Quiet} expanded={opened} {spoken} on_press={self.opens(toggle)}>
                        { text.get(if opened { "people-close" } else { "people-change" }) }
                    </Button>
                </div>
                if let Some(standing) = self.standing(one) {
                    <p class="small strong">{ standing }</p>
                }
                if opened {
                    { self.change(one) }
                }
            </li>
        }
    }

    fn where_they_work(&self, one: &Member) -> String {
        let district = self.app.model.documents.district.as_ref();
        let name = |id| {
            let school = district.and_then(|district| district.school(id));
            school.map_or_else(|| id.to_string(), |school| school.name.clone())
        };
        match (one.role, one.schools.is_empty()) {
            (domain::permission::Role::Administrator, true) => self.text.get("people-everywhere"),
            (_, true) => self.text.get("people-nowhere"),
            (_, false) => one.schools.iter().map(name).collect::<Vec<_>>().join(", "),
        }
    }

    fn standing(&self, one: &Member) -> Option<String> {
        let text = self.text;
        let time = |at| date_and_time(text, at, self.app.model.offset);
        match one.standing {
            Membership::Active => None,
            Membership::Invited { until: Some(until) } => {
                Some(text.with("people-invited", [("until", time(until).into())]))
            }
            Membership::Invited { until: None } => Some(text.get("people-invited-ended")),
            Membership::Left { at } => Some(text.with("people-left", [("at", time(at).into())])),
        }
    }

    /// What can be done about somebody.
    fn change(&self, one: &Member) -> Html {
        let text = self.text;
        let account = one.account.clone();
        let busy = self.now.busy || self.app.model.syncing.offline;
        let becomes =
            |change: MemberChange| self.on(PeopleStep::Change(ChangeMember { account: account.clone(), change }));
        if matches!(one.standing, Membership::Left { .. }) {
            return html! {
                <div class="cluster">
                    <Button disabled={busy} on_press={becomes(MemberChange::Return)}>{ text.get("people-return") }</Button>
                    <span class="muted">{ text.get("people-return-note") }</span>
                </div>
            };
        }
        let on_keep = {
            let account = account.clone();
            self.app.on(move |Fields { role, schools, .. }| {
                let change = MemberChange::Work { role, schools };
                Command::People(PeopleStep::Change(ChangeMember { account: account.clone(), change }))
            })
        };
        let link = match one.standing {
            Membership::Invited { .. } => "people-new-link",
            Membership::Active | Membership::Left { .. } => "people-forgot",
        };
        html! {
            <>
                <MemberForm member={Some(one.clone())} {busy} {on_keep} on_leave={self.opens(Open::Nothing)} />
                <div class="cluster">
                    <Button disabled={busy} on_press={self.on(PeopleStep::Link(account.clone()))}>{ text.get(link) }</Button>
                    <ConfirmButton
                        id="people-leave"
                        label={text.get("people-leave")}
                        title={text.with("people-leave-title", [("name", one.name.as_str().into())])}
                        text={text.get("people-leave-note")}
                        keep_label={text.get("people-leave-not")}
                        disabled={busy}
                        on_confirm={becomes(MemberChange::Leave)}
                    />
                </div>
            </>
        }
    }
}

use std::rc::Rc;

use domain::framework::{CannotComment, HeldRound, PlanRound};
use domain::id::AccountId;
use domain::people::{Member, Membership};
use yew::prelude::*;

use super::words;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Checkbox, InputKind, TextArea, TextField};
use crate::pages::words::role;
use crate::state::{App, Command, CommentPart, CommentStep, use_app};

/// How many days a round lasts unless somebody says otherwise.
const USUAL_DAYS: i64 = 14;

/// What [`RoundForm`] needs.
#[derive(Properties, PartialEq)]
pub struct RoundFormProps {
    /// The round that is changed; `None` for a new one.
    pub held: Option<Rc<HeldRound>>,
    /// Left as it was.
    pub on_leave: Callback<()>,
}

/// What stands in the form.
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    until: String,
    note: String,
    invited: Vec<AccountId>,
}

/// Until when people are asked, what they are told, and who they are.
#[component]
pub fn RoundForm(props: &RoundFormProps) -> Html {
    let app = use_app();
    let (text, now) = (&app.model.text, &app.model.commenting);
    let fields = use_state(|| match &props.held {
        Some(held) => Fields {
            until: held.round.until.to_string(),
            note: held.round.note.clone(),
            invited: held.invited.clone().unwrap_or_default(),
        },
        None => Fields {
            until: app.model.today().plus_days(USUAL_DAYS).to_string(),
            note: String::new(),
            invited: Vec::new(),
        },
    });
    let wrong = use_state(|| None::<CannotComment>);
    let on = |change: fn(&mut Fields, AttrValue)| {
        let fields = fields.clone();
        Callback::from(move |typed: AttrValue| {
            let mut next = (*fields).clone();
            change(&mut next, typed);
            fields.set(next);
        })
    };
    let keep = {
        let (fields, wrong, send) = (fields.clone(), wrong.clone(), app.send.clone());
        let here: Vec<AccountId> = work_here(&app).map(|one| one.account.clone()).collect();
        let round = props.held.as_ref().map(|held| held.round.number);
        let seen = props.held.as_ref().and_then(|held| Some(held.round.tag(held.invited.as_deref()?)));
        let (at, busy) = (app.model.now, now.busy);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let until = fields.until.parse().map_err(|_| CannotComment::Until);
            // Who was asked and has left since is not asked again.
            let invited = fields.invited.iter().filter(|one| here.contains(one)).cloned().collect();
            let note = fields.note.trim().to_owned();
            let plan = until.map(|until| PlanRound { round, seen, until, note, invited });
            match plan.and_then(|plan| plan.check(at).map(|()| plan)) {
                Ok(plan) => {
                    wrong.set(None);
                    // Pressed twice, it is opened once.
                    if !busy {
                        send.emit(Command::Comment(CommentStep::Plan(plan)));
                    }
                }
                Err(why) => wrong.set(Some(why)),
            }
        })
    };
    let error = |of: CannotComment| (*wrong == Some(of)).then(|| AttrValue::from(text.get(words::cannot(of))));
    let failure = now.failure.as_ref().filter(|(part, _)| *part == CommentPart::Round);
    html! {
        <form class="form" onsubmit={keep} novalidate={true}>
            <TextField
                id="comments-until"
                label={text.get("comments-until-field")}
                hint={AttrValue::from(text.get("comments-until-hint"))}
                kind={InputKind::Date}
                value={fields.until.clone()}
                error={error(CannotComment::Until)}
                on_input={on(|fields, typed| fields.until = typed.to_string())}
            />
            <TextArea
                id="comments-note"
                label={text.get("comments-note")}
                hint={AttrValue::from(text.get("comments-note-hint"))}
                rows=3
                value={fields.note.clone()}
                error={error(CannotComment::Note)}
                on_input={on(|fields, typed| fields.note = typed.to_string())}
            />
            { people(&app, &fields, error(CannotComment::Nobody)) }
            if let Some((_, failure)) = failure {
                <Banner kind={BannerKind::Danger} title={text.get("comments-not-stored")}>{ words::failure(text, failure) }</Banner>
            }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={app.model.syncing.offline}>
                    { text.get(if props.held.is_some() { "comments-keep" } else { "comments-open" }) }
                </Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
            </div>
        </form>
    }
}

/// Whoever works in the district, to be chosen.
fn people(app: &App, fields: &UseStateHandle<Fields>, error: Option<AttrValue>) -> Html {
    let (text, members) = (&app.model.text, &app.model.members);
    if members.people.is_none() {
        let words = if members.failure.is_some() { "people-unread" } else { "people-reading" };
        return html! {
            <>
                <p role="status">{ text.get(words) }</p>
                if let Some(error) = error {
                    <p class="field-error" role="alert">{ error }</p>
                }
            </>
        };
    }
    let here: Vec<&Member> = work_here(app).collect();
    let everyone: Vec<AccountId> = here.iter().map(|one| one.account.clone()).collect();
    let chosen = here.iter().filter(|one| fields.invited.contains(&one.account)).count();
    let all = chosen == here.len();
    let choose = {
        let fields = fields.clone();
        Callback::from(move |()| {
            let invited = if all { Vec::new() } else { everyone.clone() };
            fields.set(Fields { invited, ..(*fields).clone() });
        })
    };
    let person = |one: &&Member| {
        let (fields, account) = (fields.clone(), one.account.clone());
        let checked = fields.invited.contains(&account);
        let on_toggle = Callback::from(move |asked: bool| {
            let mut next = (*fields).clone();
            next.invited.retain(|other| *other != account);
            next.invited.extend(asked.then(|| account.clone()));
            fields.set(next);
        });
        html! {
            <Checkbox
                key={one.account.0.clone()}
                id={format!("comments-asked-{}", one.account)}
                label={one.name.clone()}
                hint={AttrValue::from(role(text, one.role))}
                {checked}
                {on_toggle}
            />
        }
    };
    html! {
        <fieldset class="comments-people">
            <legend class="strong">{ text.get("comments-people") }</legend>
            <div class="cluster">
                <Button on_press={choose}>{ text.get(if all { "comments-nobody" } else { "comments-everyone" }) }</Button>
                <p class="muted" role="status">{ text.with("comments-chosen", [("n", chosen.into())]) }</p>
            </div>
            { for here.iter().map(person) }
            if let Some(error) = error {
                <p class="field-error" role="alert">{ error }</p>
            }
        </fieldset>
    }
}

/// Everyone who can be asked.
fn work_here(app: &App) -> impl Iterator<Item = &Member> {
    let people = app.model.members.people.iter().flat_map(|people| &people.people);
    people.filter(|one| match one.standing {
        Membership::Left { .. } => false,
        Membership::Active | Membership::Invited { .. } => true,
    })
}

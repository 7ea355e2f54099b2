use domain::id::SchoolId;
use domain::people::Member;
use domain::permission::Role;
use yew::prelude::*;

use crate::components::{Button, ButtonKind, Checkbox, Choice, InputKind, SelectField, TextField};
use crate::pages::words::role;
use crate::state::use_app;

/// What is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Fields {
    /// As people say it.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Where.
    pub schools: Vec<SchoolId>,
}

/// What [`MemberForm`] needs.
#[derive(Properties, PartialEq)]
pub struct MemberFormProps {
    /// Whose place it is; `None` for somebody new, who gets a name and an email too.
    pub member: Option<Member>,
    /// Something is under way.
    pub busy: bool,
    /// Kept.
    pub on_keep: Callback<Fields>,
    /// Left as it was.
    pub on_leave: Callback<()>,
}

/// The roles, each with the value that stands for it in the list.
const ROLES: [(&str, Role); 4] = [
    ("principal", Role::Principal),
    ("coach", Role::Coach),
    ("observer", Role::Observer),
    ("administrator", Role::Administrator),
];

/// What somebody may do, and where.
#[component]
pub fn MemberForm(props: &MemberFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let fields = use_state(|| match &props.member {
        Some(member) => Fields {
            name: member.name.clone(),
            email: member.email.clone(),
            role: member.role,
            schools: member.schools.clone(),
        },
        None => Fields { name: String::new(), email: String::new(), role: Role::Principal, schools: Vec::new() },
    });
    let tried = use_state(|| false);
    let change = |put: fn(&mut Fields, AttrValue)| {
        let fields = fields.clone();
        Callback::from(move |value: AttrValue| {
            let mut next = (*fields).clone();
            put(&mut next, value);
            fields.set(next);
        })
    };
    let new = props.member.is_none();
    let unnamed = new && fields.name.trim().is_empty();
    let no_email = new && !fields.email.contains('@');
    let nowhere = fields.schools.is_empty() && fields.role != Role::Administrator;
    let keep = {
        let (fields, tried, on_keep) = (fields.clone(), tried.clone(), props.on_keep.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if !unnamed && !no_email && !nowhere {
                on_keep.emit((*fields).clone());
            }
        })
    };
    let wrong = |is: bool, message: &str| (*tried && is).then(|| AttrValue::from(text.get(message)));
    let options: Vec<Choice> = ROLES.iter().map(|(value, one)| Choice::new(*value, role(text, *one))).collect();
    let value = ROLES.iter().find(|(_, one)| *one == fields.role).map_or("", |(value, _)| *value);
    let choose = change(|fields, chosen| {
        let chosen = ROLES.iter().find(|(value, _)| *value == chosen.as_str());
        fields.role = chosen.map_or(fields.role, |(_, role)| *role);
    });
    let id = props.member.as_ref().map_or_else(|| "new".to_owned(), |member| member.account.to_string());
    let schools = app.model.documents.district.as_ref().map_or(&[][..], |district| &district.schools);
    // Told apart from the same school in another form.
    let form = &id;
    let school = |school: &domain::district::School| {
        let (fields, id) = (fields.clone(), school.id.clone());
        let checked = fields.schools.contains(&id);
        let on_toggle = Callback::from(move |checked: bool| {
            let mut next = (*fields).clone();
            next.schools.retain(|one| *one != id);
            if checked {
                next.schools.push(id.clone());
            }
            fields.set(next);
        });
        html! {
            <Checkbox
                key={school.id.0.clone()}
                id={format!("school-{form}-{}", school.id)}
                label={school.name.clone()}
                {checked}
                {on_toggle}
            />
        }
    };
    html! {
        <form class="form" onsubmit={keep} novalidate={true}>
            if new {
                <TextField
                    id="person-name"
                    label={text.get("people-name")}
                    hint={AttrValue::from(text.get("people-name-hint"))}
                    value={fields.name.clone()}
                    autocomplete="off"
                    error={wrong(unnamed, "people-wrong-name")}
                    on_input={change(|fields, typed| fields.name = typed.to_string())}
                />
                <TextField
                    id="person-email"
                    label={text.get("people-email")}
                    kind={InputKind::Email}
                    value={fields.email.clone()}
                    autocomplete="off"
                    error={wrong(no_email, "people-wrong-email")}
                    on_input={change(|fields, typed| fields.email = typed.to_string())}
                />
            }
            <SelectField id={format!("role-{id}")} label={text.get("account-role")} {value} {options} on_change={choose} />
            if fields.role == Role::Administrator {
                <p class="muted">{ text.get("people-administrator") }</p>
            } else {
                <fieldset class="people-schools">
                    <legend class="strong">{ text.get("people-schools") }</legend>
                    if schools.is_empty() {
                        <p class="muted">{ text.get("people-no-schools") }</p>
                    }
                    { for schools.iter().map(school) }
                    if let Some(error) = wrong(nowhere, "people-wrong-school") {
                        <p class="field-error" role="alert">{ error }</p>
                    }
                </fieldset>
            }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={props.busy}>
                    { text.get(if new { "people-make-link" } else { "draft-keep" }) }
                </Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
            </div>
        </form>
    }
}

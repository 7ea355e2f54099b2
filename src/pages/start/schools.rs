use domain::id::SchoolId;
use domain::permission::Action;
use yew::prelude::*;

use crate::components::{Choice, FilterSelect};
use crate::state::{Model, use_app};

/// The schools on this tablet where the person may record visits.
pub(crate) fn my_schools(model: &Model) -> Vec<SchoolId> {
    let Some(me) = &model.me else {
        return Vec::new();
    };
    model.documents.rosters.keys().filter(|school| me.may(Action::RecordVisit, school)).cloned().collect()
}

/// A school as people say it.
pub(crate) fn school_name(model: &Model, school: &SchoolId) -> String {
    let known = model.documents.district.as_ref().and_then(|district| district.school(school));
    known.map_or_else(|| school.0.clone(), |school| school.name.clone())
}

/// What [`SchoolSwitch`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct SchoolSwitchProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Those to choose from.
    pub schools: Vec<SchoolId>,
    /// The chosen one.
    pub chosen: SchoolId,
    /// Another one.
    pub on_choose: Callback<SchoolId>,
}

/// Which school; nothing for those who have one.
#[component]
pub(super) fn SchoolSwitch(props: &SchoolSwitchProps) -> Html {
    let app = use_app();
    if props.schools.len() < 2 {
        return html! {};
    }
    let options: Vec<Choice> =
        props.schools.iter().map(|school| Choice::new(school.0.clone(), school_name(&app.model, school))).collect();
    html! {
        <FilterSelect
            id={&props.id}
            label={app.model.text.get("start-school")}
            value={props.chosen.0.clone()}
            {options}
            on_change={props.on_choose.reform(|value: AttrValue| SchoolId::from(value.as_str()))}
        />
    }
}

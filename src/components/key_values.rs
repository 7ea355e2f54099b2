use yew::prelude::*;

/// One line of [`KeyValues`].
#[derive(Clone, Debug, PartialEq)]
pub struct KeyValue {
    /// What it is.
    pub label: AttrValue,
    /// How much, or how it stands.
    pub value: AttrValue,
}

/// What [`KeyValues`] needs.
#[derive(Properties, PartialEq)]
pub struct KeyValuesProps {
    /// The lines, in order.
    pub rows: Vec<KeyValue>,
}

/// Names at the left, values at the right: the sync ledger, the particulars of a visit.
#[component]
pub fn KeyValues(props: &KeyValuesProps) -> Html {
    html! {
        <dl class="key-values">
            { for props.rows.iter().map(|row| html! {
                <div class="key-values-row"><dt>{ &row.label }</dt><dd>{ &row.value }</dd></div>
            }) }
        </dl>
    }
}

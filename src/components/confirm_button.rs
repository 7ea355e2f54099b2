use yew::prelude::*;

use super::{Button, ButtonKind, Dialog};

/// What [`ConfirmButton`] needs.
#[derive(Properties, PartialEq)]
pub struct ConfirmButtonProps {
    /// Of the dialog; unique on the page.
    pub id: AttrValue,
    /// What happens, on the button and in the dialog.
    pub label: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// What it means.
    pub text: AttrValue,
    /// The way out.
    pub keep_label: AttrValue,
    /// It cannot be pressed now.
    #[prop_or_default]
    pub disabled: bool,
    /// The person has said so twice.
    pub on_confirm: Callback<()>,
}

/// A button for what cannot be taken back, or not easily: it asks once more.
#[component]
pub fn ConfirmButton(props: &ConfirmButtonProps) -> Html {
    let asked = use_state(|| false);
    let open = |now: bool| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(now))
    };
    let confirm = {
        let (asked, on_confirm) = (asked.clone(), props.on_confirm.clone());
        Callback::from(move |()| {
            asked.set(false);
            on_confirm.emit(());
        })
    };
    let actions = html! {
        <>
            <Button autofocus={true} on_press={open(false)}>{ &props.keep_label }</Button>
            <Button kind={ButtonKind::Danger} on_press={confirm}>{ &props.label }</Button>
        </>
    };
    html! {
        <>
            <Button kind={ButtonKind::Danger} disabled={props.disabled} on_press={open(true)}>{ &props.label }</Button>
            if *asked {
                <Dialog id={&props.id} title={&props.title} close_label={&props.keep_label} on_close={open(false)} {actions}>
                    <p>{ &props.text }</p>
                </Dialog>
            }
        </>
    }
}

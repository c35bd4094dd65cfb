//! Revoking, holding and releasing: what it means is said, and asked once.

mod done;
mod form;

use super::deed::use_doing;
use super::row::name;
use super::view::{Asked, What};
use crate::hooks::{focus_soon, use_texts};
use crate::texts::Texts;
use certwright::authority::Row;
use done::Done;
use form::Form;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Asking`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is to be done, and with what.
    pub asked: Asked,
    /// Called when the user is through with it; tells whether it was done.
    pub onclose: Callback<bool>,
}

const ASKING: &str = "asking";
const DONE: &str = "asking-done";

/// The question, and what came of it. It has the focus; Escape leaves it.
#[component]
pub fn Asking(props: &Props) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let is_done = doing.is_done();
    // What was done stays said, whatever becomes of the rows meanwhile.
    let what = use_state_eq(|| props.asked.what);
    use_effect_with((), |()| focus_soon(ASKING.into()));
    use_effect_with(is_done, |is_done| {
        if *is_done {
            focus_soon(DONE.into());
        }
    });
    let rows = props.asked.rows.iter();
    let rows: Rc<[Row]> = rows.filter(|row| what.fits(row.state)).cloned().collect();
    let onclose = props.onclose.reform(move |_: MouseEvent| is_done);
    let onkeydown = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                onclose.emit(is_done);
            }
        })
    };
    html! {
        <section class="cw-panel cw-asking" role="dialog" id={ASKING} tabindex="-1" aria-labelledby="asking-title" {onkeydown}>
            <h4 class="pf-v6-c-title pf-m-md" id="asking-title">{ title(&texts, *what, &rows) }</h4>
            if is_done {
                <Done what={*what} {rows} {onclose} />
            } else {
                <Form {what} {rows} can_hold={props.asked.rows.iter().any(|row| What::Hold.fits(row.state))} {doing} {onclose} />
            }
        </section>
    }
}

fn title(texts: &Texts, what: What, rows: &[Row]) -> String {
    let (one, many) = match what {
        What::Revoke => ("asking-revoke-one", "asking-revoke-many"),
        What::Hold => ("asking-hold-one", "asking-hold-many"),
        What::Release => ("asking-release-one", "asking-release-many"),
    };
    match rows {
        [row] => texts.with(one, &[("name", name(texts, row).into())]),
        rows => texts.with(many, &[("count", rows.len().into())]),
    }
}

//! A row of the table.

use super::view::Action;
use super::words;
use crate::components::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::authority::Row;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`CertificateRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it says.
    pub row: Row,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// What its authority is called, where there are several.
    pub issuer: Option<AttrValue>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The id of the button that opens a certificate, where the focus comes back to.
pub fn opener_id(id: u32) -> String {
    format!("cert-open-{id}")
}

/// A row, or on a narrow page a card.
#[component]
pub fn CertificateRow(props: &Props) -> Html {
    let texts = use_texts();
    let Props {
        row,
        is_ticked,
        issuer,
        act,
    } = props;
    let id = row.id;
    let name = name(&texts, row);
    let ontick = {
        let (act, row) = (act.clone(), row.clone());
        Callback::from(move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Action::Tick(row.clone(), is_on));
        })
    };
    let cell = |name: &'static str, value: Html| {
        html! { <td role="cell" data-label={texts.get(name)}><div class="cw-cell">{ value }</div></td> }
    };
    html! {
        <tr role="row">
            <td role="cell" class="cw-certs-tick">
                <label class="cw-tick">
                    <input type="checkbox" checked={*is_ticked} onchange={ontick} />
                    <span class="pf-v6-screen-reader">{ texts.with("certs-tick", &[("name", name.clone().into())]) }</span>
                </label>
            </td>
            <td role="cell" class="cw-certs-name">
                <button type="button" class="cw-bond-link" id={opener_id(id)} onclick={act.reform(move |_: MouseEvent| Action::Open(Some(id)))}>{ name.clone() }</button>
                { names(&texts, row, &name) }
            </td>
            { cell("certs-state", words::state_mark(&texts, row.state)) }
            { cell("certs-ends", words::until(&texts, row.not_after)) }
            { cell("serial", html! { <span class="cw-code" title={row.serial.to_hex()}>{ words::short_serial(&row.serial) }</span> }) }
            { cell("certs-profile", html! {
                <>
                    { wording::profile_name(&texts, &row.profile) }
                    if row.has_key {
                        <span class="cw-note cw-has-key"><Symbol icon={Icon::Key} />{ texts.get("certs-key-kept") }</span>
                    }
                </>
            }) }
            if let Some(issuer) = issuer {
                { cell("certs-issuer", html! { { issuer } }) }
            }
        </tr>
    }
}

/// What one calls it by; a certificate can have neither subject nor names.
pub fn name(texts: &Texts, row: &Row) -> String {
    match row.name.trim() {
        "" => texts.with(
            "certs-nameless",
            &[("serial", row.serial.to_string().into())],
        ),
        name => wording::shortened(name),
    }
}

/// The names that it vouches for, but for the one that it is called by.
fn names(texts: &Texts, row: &Row, name: &str) -> Html {
    let others = row.names.iter().filter(|it| it.as_str() != name);
    let mut others: Vec<String> = others.map(|it| wording::shortened(it)).collect();
    if row.more > 0 {
        others.push(texts.with("and-more", &[("count", row.more.into())]));
    }
    if others.is_empty() {
        return Html::default();
    }
    html! { <span class="cw-note">{ texts.list(&others) }</span> }
}

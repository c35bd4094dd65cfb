//! The pages of a table.

use super::words::number;
use crate::hooks::use_texts;
use yew::prelude::*;

/// Properties of [`Paging`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it turns the pages of.
    pub label: AttrValue,
    /// What says which rows are shown.
    #[prop_or("certs-range")]
    pub range: &'static str,
    /// How many are passed over.
    pub skip: u32,
    /// How many a page has.
    #[prop_or(PAGE)]
    pub count: u32,
    /// How many there are altogether.
    pub total: u32,
    /// Called with how many are to be passed over.
    pub onskip: Callback<u32>,
}

/// How many rows are on a page.
pub const PAGE: u32 = 50;

/// Which rows are shown, and the way to others.
#[component]
pub fn Paging(props: &Props) -> Html {
    let texts = use_texts();
    let (skip, total) = (props.skip, props.total);
    let count = props.count.max(1);
    let last = total.saturating_sub(1) / count * count;
    let end = skip.saturating_add(count).min(total);
    let range = [
        ("from", number(&texts, (skip + 1).min(total)).into()),
        ("to", number(&texts, end).into()),
        ("total", number(&texts, total).into()),
    ];
    // A button that cannot be used now stays where it is: the focus may be on it.
    let button = |name: &'static str, to: Option<u32>| {
        let onclick = props.onskip.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                onclick.emit(to);
            }
        });
        let off = to.is_none().then_some("pf-m-aria-disabled");
        html! {
            <button type="button" class={classes!("pf-v6-c-button", "pf-m-secondary", "pf-m-small", off)} aria-disabled={to.is_none().to_string()} {onclick}>
                <span class="pf-v6-c-button__text">{ texts.get(name) }</span>
            </button>
        }
    };
    let back = (skip > 0).then(|| skip.saturating_sub(count));
    let on = (end < total).then(|| skip.saturating_add(count).min(last));
    html! {
        <nav class="cw-paging" aria-label={props.label.clone()}>
            <p role="status">{ texts.with(props.range, &range) }</p>
            if total > count || skip > 0 {
                <div class="cw-actions">
                    { button("certs-first", back.map(|_| 0)) }
                    { button("certs-previous", back) }
                    { button("certs-next", on) }
                    { button("certs-last", on.map(|_| last)) }
                </div>
            }
        </nav>
    }
}

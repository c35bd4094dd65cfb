//! The octets around the element that is looked at, which stands out among them.

use crate::hooks::use_texts;
use certwright::engine::Outline;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`Dump`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The elements and octets.
    pub parsed: Rc<Outline>,
    /// The element that is looked at.
    pub chosen: usize,
    /// Called with an octet's offset when it is clicked.
    pub onoctet: Callback<u32>,
}

/// How many octets are drawn.
const WINDOW: usize = 1024;
/// How many octets a row has.
const ROW: usize = 16;

/// The octets.
#[component]
pub fn Dump(props: &Props) -> Html {
    let texts = use_texts();
    let octets = &props.parsed.octets;
    let Some(node) = props.parsed.tree.nodes.get(props.chosen) else {
        return Html::default();
    };
    let (begin, end) = (node.offset as usize, node.end as usize);
    let body = begin + usize::from(node.header);
    let first = begin.saturating_sub(2 * ROW) / ROW * ROW;
    let last = (first + WINDOW).min(octets.len());
    let class = |at: usize| match at {
        at if at < begin || at >= end => None,
        at if at < body => Some("cw-octet-head"),
        _ => Some("cw-octet-body"),
    };
    let octet = |at: usize| {
        let value = octets.get(at).copied().unwrap_or_default();
        html! { <span data-at={at.to_string()} class={class(at)}>{ format!("{value:02X}") }</span> }
    };
    let row = |start: usize| {
        let places = start..(start + ROW).min(last);
        let signs: String = places
            .clone()
            .map(|at| sign(octets.get(at).copied().unwrap_or_default()))
            .collect();
        html! {
            <div key={start}>
                <span class="cw-octet-at">{ format!("{start:06X}") }</span>
                <span class="cw-octets">{ for places.map(octet) }</span>
                <span class="cw-octet-signs" aria-hidden="true">{ signs }</span>
            </div>
        }
    };
    let onoctet = props.onoctet.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(at) = octet_of(&event) {
            onoctet.emit(at);
        }
    });
    html! {
        <>
            <div class="cw-dump cw-code" tabindex="0" role="group" aria-label={texts.get("tree-octets")} {onclick}>
                { for (first..last).step_by(ROW).map(row) }
            </div>
            if last < end {
                <p class="cw-note">{ texts.with("tree-octets-more", &[("count", (end - last).into())]) }</p>
            }
        </>
    }
}

fn octet_of(event: &MouseEvent) -> Option<u32> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.get_attribute("data-at")?.parse().ok()
}

/// An octet as a character, where it is one that everybody can see.
fn sign(octet: u8) -> char {
    match octet {
        0x20..=0x7e => char::from(octet),
        _ => '·',
    }
}

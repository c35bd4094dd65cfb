//! Where clients look for the lists.

use super::Props;
use crate::components::copy_button::CopyButton;
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use yew::prelude::*;

/// The addresses that certificates carry, or what it means that there are none.
#[component]
pub fn Places(props: &Props) -> Html {
    let texts = use_texts();
    let addresses = &props.authority.addresses.lists;
    html! {
        <section class="cw-stack" aria-labelledby="crl-places">
            <h4 class="pf-v6-c-title pf-m-md" id="crl-places">{ texts.get("crl-places") }</h4>
            if addresses.is_empty() {
                <Notice tone={Tone::Info} title={texts.get("crl-no-places")}>{ texts.get("crl-no-places-advice") }</Notice>
            } else {
                <p class="cw-text">{ texts.get("crl-places-note") }</p>
                <ul role="list">
                    { for addresses.iter().map(|address| html! {
                        <li class="cw-code-line"><span class="cw-code cw-wrap">{ address.as_str() }</span><CopyButton name={address.to_string()} text={address.to_string()} /></li>
                    }) }
                </ul>
            }
        </section>
    }
}

//! The digests that tell a key from all others.

use crate::components::copy_button::CopyButton;
use crate::hooks::use_texts;
use crate::wording;
use certwright::engine::KeyFacts;
use yew::prelude::*;

/// Properties of [`Fingerprints`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The key.
    pub of: KeyFacts,
}

/// One line each, to be copied.
#[component]
pub fn Fingerprints(props: &Props) -> Html {
    let texts = use_texts();
    let key = &props.of;
    let lines = [
        ("SPKI SHA-256", Some(wording::colons(&key.sha256))),
        ("SPKI SHA-1", Some(wording::colons(&key.sha1))),
        ("OpenSSH", key.openssh.clone()),
        ("JWK (RFC 7638)", Some(key.thumbprint.clone())),
    ];
    html! {
        <section>
            <h4 class="cw-group-label">{ texts.get("fingerprints") }</h4>
            <dl class="cw-facts">
                { for lines.into_iter().filter_map(|(name, value)| Some((name, value?))).map(|(name, value)| html! {
                    <div>
                        <dt>{ name }</dt>
                        <dd><span class="cw-code">{ &value }</span><CopyButton {name} text={value} /></dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

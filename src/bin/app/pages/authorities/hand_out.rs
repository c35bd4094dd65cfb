//! An authority's files: certificate, key, PKCS #12, its whole directory.

mod certificate;
mod pkcs12;
mod secret;
mod take_out;

use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use certificate::Certificate;
use certwright::engine::office::CaFacts;
use pkcs12::Pkcs12;
use secret::{Kind, Secret};
use std::rc::Rc;
use take_out::TakeOut;
use yew::prelude::*;

/// Properties of [`HandOut`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// An authority's files: certificate, key, PKCS #12, its whole directory.
#[component]
pub fn HandOut(props: &Props) -> Html {
    let texts = use_texts();
    let authority = &props.authority;
    let of = authority.id;
    let key = authority.certificate.key.as_ref();
    let algorithm = key.ok().map(|key| key.algorithm);
    html! {
        <section class="cw-stack" aria-labelledby="hand-out">
            <h2 class="pf-v6-c-title pf-m-lg" id="hand-out" tabindex="-1">{ texts.get("hand-out") }</h2>
            <Certificate authority={authority.clone()} />
            if authority.has_key {
                <Notice tone={Tone::Warning} title={texts.get("hand-key-warning")}>{ texts.get("hand-key-warning-advice") }</Notice>
                // One authority's password is not another's.
                <Secret key={format!("directory {of}")} {of} {algorithm} kind={Kind::Directory} />
                <Pkcs12 key={format!("pkcs12 {of}")} authority={authority.clone()} />
                <Secret key={format!("key {of}")} {of} {algorithm} kind={Kind::Key} />
            } else {
                <p class="cw-note">{ texts.get("hand-no-key") }</p>
            }
            <TakeOut key={format!("desk {of}")} authority={authority.clone()} />
        </section>
    }
}

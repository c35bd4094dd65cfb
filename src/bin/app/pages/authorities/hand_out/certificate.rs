//! An authority's certificate as a file.

use super::Props;
use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::icon::Icon;
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::hooks::use_texts;
use certwright::engine::office::{OfficeAsk, OfficeFile};
use certwright::pki::command::{self, Source};
use certwright::pki::{Encoding, Format};
use yew::prelude::*;

/// A button for each form.
#[component]
pub fn Certificate(props: &Props) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let of = props.authority.id;
    let save = |encoding: Encoding, chain: bool| {
        let (asking, texts) = (asking.clone(), texts.clone());
        Callback::from(move |_: MouseEvent| {
            let texts = texts.clone();
            let file = OfficeFile::Certificate {
                of,
                encoding,
                chain,
            };
            asking.ask(OfficeAsk::Save(file), move |_| texts.get("hand-saved"));
        })
    };
    let source = Source::new("cacert.pem", Format::Certificate, Encoding::Pem);
    let line = command::convert(source, Encoding::Der, "cacert.der");
    html! {
        <section class="cw-panel" aria-labelledby="hand-certificate">
            <h3 class="pf-v6-c-title pf-m-md" id="hand-certificate">{ texts.get("hand-certificate") }</h3>
            <p class="cw-note">{ texts.get("hand-certificate-note") }</p>
            <div class="cw-actions">
                <Button label={texts.get("hand-pem")} icon={Icon::Download} onclick={save(Encoding::Pem, false)} />
                <Button label={texts.get("hand-der")} icon={Icon::Download} onclick={save(Encoding::Der, false)} />
                if props.authority.parent.is_some() {
                    <Button label={texts.get("hand-chain")} icon={Icon::Download} onclick={save(Encoding::Pem, true)} />
                }
            </div>
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("saving")} />
            <Command text={line.map(AttrValue::from)} describedby="hand-certificate" />
        </section>
    }
}

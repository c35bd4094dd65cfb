//! The last lists as files.

use super::Props;
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::hooks::use_texts;
use crate::pages::authorities::certificates::use_doing;
use certwright::engine::office::OfficeFile;
use certwright::pki::Encoding;
use yew::prelude::*;

/// The last full list, and the last delta if there is one.
#[component]
pub fn SavedLists(props: &Props) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let authority = props.authority.id;
    let save = |encoding: Encoding, is_delta: bool| {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| {
            doing.save(OfficeFile::List {
                authority,
                encoding,
                is_delta,
            });
        })
    };
    let buttons = |id: &'static str, title: &'static str, is_delta: bool| {
        html! {
            <div>
                <h5 class="cw-group-label" {id}>{ texts.get(title) }</h5>
                <div class="cw-actions">
                    <Button label={texts.get("save-der")} icon={Icon::Download} describedby={id} onclick={save(Encoding::Der, is_delta)} />
                    <Button label={texts.get("save-pem")} icon={Icon::Download} describedby={id} onclick={save(Encoding::Pem, is_delta)} />
                </div>
            </div>
        }
    };
    html! {
        <section class="cw-panel cw-stack" aria-labelledby="crl-save">
            <h4 class="pf-v6-c-title pf-m-md" id="crl-save">{ texts.get("crl-save") }</h4>
            { buttons("crl-save-full", "crl-full", false) }
            if props.authority.list.delta.is_some() {
                { buttons("crl-save-delta", "crl-delta-list", true) }
            }
            <p class="cw-note">{ texts.get("crl-save-help") }</p>
            { doing.notice(&texts, texts.get("certs-saved")) }
        </section>
    }
}

//! What is to be published for a challenge.

use super::line::Line;
use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, use_texts};
use certwright::engine::{Ask, Challenge};
use certwright::pki::{DnsName, command};
use yew::prelude::*;

/// Properties of [`Answers`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the authority wants to see.
    pub challenge: Challenge,
    /// For which token.
    pub token: AttrValue,
    /// And which domain.
    pub domain: DnsName,
}

/// On the web server, or among the domain's names: either will do.
#[component]
pub fn Answers(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div class="cw-stack">
            <h3 class="pf-v6-c-title pf-m-lg" id="answers" tabindex="-1">{ texts.get("acme-publish") }</h3>
            if props.challenge.is_short {
                <Notice tone={Tone::Warning} title={texts.get("acme-token-short")} />
            }
            <div class="cw-halves">
                if props.domain.is_wildcard() {
                    <Notice tone={Tone::Info} title={texts.get("acme-domain-wildcard")} />
                } else {
                    <OnTheWeb ..props.clone() />
                }
                <AmongNames ..props.clone() />
            </div>
        </div>
    }
}

#[component]
fn OnTheWeb(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let Challenge {
        key_authorization,
        http_path,
        ..
    } = &props.challenge;
    let address = format!("http://{}{http_path}", props.domain.as_str());
    let save = {
        let (name, text) = (props.token.to_string(), key_authorization.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(engine) = &engine {
                let (name, text) = (name.clone(), text.clone());
                engine.ask(Ask::SaveText { name, text }, Callback::noop());
            }
        })
    };
    html! {
        <section class="cw-panel" aria-labelledby="http-01">
            <h4 class="pf-v6-c-title pf-m-md" id="http-01">{ texts.get("acme-http") }</h4>
            <p class="cw-note">{ texts.get("acme-http-note") }</p>
            <dl class="cw-facts">
                <Line name={texts.get("acme-http-path")} value={http_path.clone()} />
                <Line name={texts.get("acme-http-content")} value={key_authorization.clone()} />
            </dl>
            <div class="cw-actions"><Button label={texts.get("acme-http-save")} icon={Icon::Download} onclick={save} /></div>
            <Command text={AttrValue::from(command::write(key_authorization, &props.token))} describedby="http-01" />
            <Command name="acme-check" text={AttrValue::from(command::fetch(&address))} describedby="http-01" />
        </section>
    }
}

#[component]
fn AmongNames(props: &Props) -> Html {
    let texts = use_texts();
    let Challenge {
        key_authorization,
        dns_name,
        dns_value,
        ..
    } = &props.challenge;
    html! {
        <section class="cw-panel" aria-labelledby="dns-01">
            <h4 class="pf-v6-c-title pf-m-md" id="dns-01">{ texts.get("acme-dns") }</h4>
            <p class="cw-note">{ texts.get("acme-dns-note") }</p>
            <dl class="cw-facts">
                <Line name={texts.get("acme-dns-name")} value={dns_name.clone()} />
                <Line name={texts.get("acme-dns-value")} value={dns_value.clone()} />
                <Line name={texts.get("acme-dns-zone")} value={format!("{dns_name}. 300 IN TXT \"{dns_value}\"")} />
            </dl>
            <Command text={AttrValue::from(command::base64url_digest(key_authorization))} describedby="dns-01" />
            <Command name="acme-check" text={AttrValue::from(command::txt_record(dns_name))} describedby="dns-01" />
        </section>
    }
}

//! An authority's key and certificate in one PKCS #12 file.

use super::Props;
use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::filtered::filtered;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::components::password_input::PasswordInput;
use crate::components::select::Select;
use crate::hooks::{focus, use_texts};
use crate::wording::TARGETS;
use certwright::engine::office::{CaFacts, OfficeAsk, OfficeFile};
use certwright::pki::command::{self, Source};
use certwright::pki::{Encoding, Format, Password, pkcs12, pkcs12::Target};
use yew::prelude::*;
use zeroize::Zeroizing;

/// For whom, the password, and the button.
#[component]
pub fn Pkcs12(props: &Props) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let text = use_state_eq(|| Zeroizing::new(String::new()));
    let target = use_state_eq(|| Target::Modern);
    let is_missing = use_state_eq(|| false);
    let of = props.authority.id;
    let onsubmit = {
        let (texts, asking, text) = (texts.clone(), asking.clone(), text.clone());
        let (target, is_missing) = (*target, is_missing.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(password) = Password::new(text.to_string()) else {
                is_missing.set(true);
                return focus(PASSWORD);
            };
            if asking.is_running() {
                return;
            }
            let texts = texts.clone();
            let file = OfficeFile::Pkcs12 {
                of,
                password,
                target,
            };
            asking.ask(OfficeAsk::Save(file), move |_| texts.get("hand-saved"));
        })
    };
    let oninput = {
        let (asking, text, is_missing) = (asking.clone(), text.setter(), is_missing.setter());
        Callback::from(move |typed: String| {
            asking.forget();
            is_missing.set(false);
            text.set(Zeroizing::new(typed));
        })
    };
    let ontarget = {
        let (asking, target) = (asking.clone(), target.setter());
        let set = Callback::from(move |chosen: Target| {
            asking.forget();
            target.set(chosen);
        });
        filtered(&set, |place: usize| TARGETS.get(place).map(|it| it.0))
    };
    let place = TARGETS.iter().position(|it| it.0 == *target);
    let place = place.unwrap_or_default();
    let help = TARGETS[place].2;
    let choices = TARGETS.map(|(_, words, _)| AttrValue::from(texts.get(words)));
    let password = Password::new(text.to_string());
    let not_for_java = password.is_some_and(|password| !pkcs12::java_opens(&password));
    let problem = is_missing.then(|| AttrValue::from(texts.get("problem-empty")));
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true aria-labelledby="hand-pkcs12" {onsubmit}>
            <h3 class="pf-v6-c-title pf-m-md" id="hand-pkcs12">{ texts.get("hand-pkcs12") }</h3>
            <p class="cw-note">{ texts.get("hand-pkcs12-note") }</p>
            <Field id="hand-target" label={texts.get("bundle-kind")} help={AttrValue::from(texts.get(help))}>
                <Select id="hand-target" choices={choices.to_vec()} chosen={place} onchange={ontarget} />
            </Field>
            if *target == Target::OlderDevices {
                <Notice tone={Tone::Warning} title={texts.get("bundle-older-warning")} />
            }
            <Field id={PASSWORD} label={texts.get("password")} remark={AttrValue::from(texts.get("required"))} {problem}>
                <PasswordInput id={PASSWORD} new=true value={text.to_string()} invalid={*is_missing} describedby="hand-pkcs12" {oninput} />
            </Field>
            if not_for_java {
                <Notice tone={Tone::Warning} title={texts.get("java-needs-ascii")} />
            }
            <div class="cw-actions"><Button label={texts.get("hand-pkcs12-save")} icon={Icon::Download} submits=true /></div>
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("saving")} />
            <Command text={line(&props.authority, *target).map(AttrValue::from)} describedby="hand-pkcs12" />
        </form>
    }
}

/// The same in the authority's directory; the certificates above it are what is saved with it as a chain.
fn line(authority: &CaFacts, target: Target) -> Option<String> {
    let key = Source::new("private/cakey.pem", Format::Pkcs8, Encoding::Pem);
    let file = match authority.parent {
        Some(_) => "chain.pem",
        None => "cacert.pem",
    };
    let certificates = Source::new(file, Format::Certificate, Encoding::Pem);
    command::pkcs12(
        Some(key),
        &[certificates],
        &authority.label,
        target,
        "ca.p12",
    )
}

const PASSWORD: &str = "hand-pkcs12-password";

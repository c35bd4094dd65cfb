//! Certificate, key and the issuers' certificates in one PKCS #12 file.

use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::components::select::Select;
use crate::hooks::{focus, use_texts};
use crate::pages::authorities::certificates::deed::use_doing;
use crate::wording::TARGETS;
use certwright::engine::office::OfficeFile;
use certwright::pki::{
    Password,
    pkcs12::{self, Target},
};
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`BundleFile`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The entry's number.
    pub of: u32,
}

const PASSWORD: &str = "cert-bundle-password";

/// The choice of who is to read it, its password, and the button.
#[component]
pub fn BundleFile(props: &Props) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let place = use_state_eq(|| 0);
    let password = use_state(|| Rc::new(Zeroizing::new(String::new())));
    let is_missing = use_state_eq(|| false);
    {
        // It has done its work, and need not lie in the page's memory any longer.
        let (password, is_done) = (password.setter(), doing.is_done());
        use_effect_with(is_done, move |is_done| {
            if *is_done {
                password.set(Rc::default());
            }
        });
    }
    let (target, _, help) = TARGETS.get(*place).copied().unwrap_or(TARGETS[0]);
    let not_for_java =
        Password::new(password.to_string()).is_some_and(|it| !pkcs12::java_opens(&it));
    let onplace = {
        let (doing, place) = (doing.clone(), place.setter());
        Callback::from(move |chosen| {
            doing.forget();
            place.set(chosen);
        })
    };
    let oninput = {
        let (doing, password, is_missing) = (doing.clone(), password.setter(), is_missing.setter());
        Callback::from(move |text| {
            doing.forget();
            is_missing.set(false);
            password.set(Rc::new(Zeroizing::new(text)));
        })
    };
    let onsubmit = {
        let (doing, of, text) = (doing.clone(), props.of, Rc::clone(&password));
        let is_missing = is_missing.setter();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(password) = Password::new(text.to_string()) else {
                is_missing.set(true);
                return focus(PASSWORD);
            };
            doing.save(OfficeFile::Pkcs12 {
                of,
                password,
                target,
            });
        })
    };
    let problem = is_missing.then(|| AttrValue::from(texts.get("problem-empty")));
    html! {
        <form class="pf-v6-c-form" novalidate=true {onsubmit}>
            <h5 class="cw-group-label" id="cert-bundle">{ texts.get("cert-bundle") }</h5>
            <Field id="cert-bundle-kind" label={texts.get("bundle-kind")} help={AttrValue::from(texts.get(help))}>
                <Select id="cert-bundle-kind" choices={TARGETS.map(|(_, name, _)| AttrValue::from(texts.get(name))).to_vec()} chosen={*place} onchange={onplace} />
            </Field>
            if target == Target::OlderDevices {
                <Notice tone={Tone::Warning} title={texts.get("bundle-older-warning")} />
            }
            <Field id={PASSWORD} label={texts.get("password")} remark={AttrValue::from(texts.get("required"))} {problem}>
                <PasswordInput id={PASSWORD} new=true value={password.to_string()} invalid={*is_missing} {oninput} />
            </Field>
            if not_for_java {
                <Notice tone={Tone::Warning} title={texts.get("java-needs-ascii")} />
            }
            <div class="cw-actions"><Button label={texts.get("cert-save-bundle")} icon={Icon::Download} submits=true /></div>
            { doing.notice(&texts, texts.get("certs-saved")) }
        </form>
    }
}

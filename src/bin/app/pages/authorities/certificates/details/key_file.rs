//! The private key that is kept, as a file.

use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::hooks::{focus_soon, use_texts};
use crate::pages::authorities::certificates::deed::{Deed, use_doing};
use certwright::engine::office::OfficeFile;
use certwright::pki::Password;
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`KeyFile`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The entry's number.
    pub of: u32,
}

const ASKING: &str = "cert-key-plain";
const PASSWORD: &str = "cert-key-password";

/// Under a password; without one it is asked first.
#[component]
pub fn KeyFile(props: &Props) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let password = use_state(|| Rc::new(Zeroizing::new(String::new())));
    let asking = use_state_eq(|| false);
    {
        // It has done its work, and need not lie in the page's memory any longer.
        let (password, is_done) = (password.setter(), doing.is_done());
        use_effect_with(is_done, move |is_done| {
            if *is_done {
                password.set(Rc::default());
            }
        });
    }
    let oninput = {
        let (doing, password, asking) = (doing.clone(), password.setter(), asking.setter());
        Callback::from(move |text| {
            doing.forget();
            asking.set(false);
            password.set(Rc::new(Zeroizing::new(text)));
        })
    };
    let save = {
        let (doing, of) = (doing.clone(), props.of);
        move |password: Option<Password>| doing.save(OfficeFile::Key { of, password })
    };
    let onsubmit = {
        let (save, asking, text) = (save.clone(), asking.setter(), Rc::clone(&password));
        let is_running = doing.deed == Deed::Running;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_running {
                return;
            }
            match Password::new(text.to_string()) {
                None => {
                    asking.set(true);
                    focus_soon(ASKING.into());
                }
                password => save(password),
            }
        })
    };
    let onplain = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            save(None);
            focus_soon(PASSWORD.into());
        })
    };
    let onkeep = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            focus_soon(PASSWORD.into());
        })
    };
    html! {
        <form class="pf-v6-c-form" novalidate=true {onsubmit}>
            <h5 class="cw-group-label" id="cert-key">{ texts.get("cert-private-key") }</h5>
            <Field id={PASSWORD} label={texts.get("new-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("new-password-help"))}>
                <PasswordInput id={PASSWORD} new=true value={password.to_string()} {oninput} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("save-key")} icon={Icon::Download} submits=true /></div>
            if *asking {
                <div id={ASKING} class="cw-question" tabindex="-1">
                    <Notice tone={Tone::Warning} title={texts.get("cert-key-plain-question")}
                        actions={html! {
                            <>
                                <Button label={texts.get("cert-key-plain-yes")} onclick={onplain} />
                                <Button label={texts.get("cert-key-plain-no")} onclick={onkeep} />
                            </>
                        }}
                    >{ texts.get("saved-without-password") }</Notice>
                </div>
            }
            { doing.notice(&texts, texts.get("certs-saved")) }
        </form>
    }
}

//! Whether a certificate leads to a root that is trusted, and if not, why.

mod fields;
mod form;
mod line;
mod more;
mod outcome;
mod own;
mod path;
mod roots;

pub use form::{Action as VerifyAction, VerifyForm};

use crate::components::open_zone::OpenZone;
use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, Heard, focus_soon, use_focus_on_answer, use_texts};
use certwright::engine::{Answer, Content, ItemSummary};
use fields::Fields;
use outcome::Outcome;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Verify`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen and typed.
    pub form: UseReducerHandle<VerifyForm>,
}

/// The page.
#[component]
pub fn Verify(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    use_focus_on_answer(form.answered, "verdict");
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let heard = Callback::from(|heard: Heard| {
        if matches!(heard, Ok(Answer::Opened(_))) {
            focus_soon("verify-what".into());
        }
    });
    let desk = &engine.state.desk;
    let has_certificates = desk.iter().any(is_certificate);
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("verify") }</h1>
                <p class="cw-lead">{ texts.get("verify-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <OpenZone id="verify-files" compact={has_certificates} label={texts.get("verify-files")} help={texts.get("verify-files-help")} onopened={heard} />
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.general_trouble() {
                    <TroubleNotice trouble={trouble.clone()} />
                }
            </section>
            <section class="pf-v6-c-page__main-section" aria-labelledby="verify-what">
                <h2 class="pf-v6-c-title pf-m-xl" id="verify-what" tabindex="-1">{ texts.get("verify-what") }</h2>
                if has_certificates {
                    <Fields {form} />
                } else {
                    <p class="cw-text">{ texts.get("verify-none") }</p>
                }
            </section>
            <div aria-live="polite">
                if let Some(said) = form.said.as_ref().filter(|said| Rc::ptr_eq(&said.desk, desk)) {
                    <Outcome said={said.clone()} timed={!form.fields.time.is_empty()} />
                }
            </div>
        </>
    }
}

fn is_certificate(item: &ItemSummary) -> bool {
    matches!(item.content, Content::Certificate(_))
}

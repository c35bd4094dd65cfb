//! What the request will say, and what is odd about it, before anything is made.

use crate::components::card::Card;
use crate::components::findings::remarks;
use crate::forms::application::{Form, Purpose, Reading, outline};
use crate::hooks::{use_asked, use_texts};
use certwright::engine::{Answer, Ask};
use certwright::pki::lint::Scope;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
}

/// The request to be.
#[component]
pub fn Preview(props: &Props) -> Html {
    let texts = use_texts();
    let application = &props.reading.application;
    let names = match props.reading.names.as_slice() {
        [] => texts.get("request-names-none").into(),
        names => outline::names(&texts, names),
    };
    html! {
        <aside class="cw-preview" aria-label={texts.get("request-preview")}>
            <Card>
                <h2 class="cw-preview__title">{ texts.get("request-preview") }</h2>
                <dl class="cw-facts">
                    <dt>{ texts.get("subject") }</dt>
                    <dd class="cw-code">{ outline::subject(&texts, application) }</dd>
                    <dt>{ texts.get("alt-names") }</dt>
                    <dd class="cw-code">{ names }</dd>
                    { outline::extensions(&texts, application) }
                    <dt>{ texts.get("key") }</dt>
                    <dd>{ texts.with("request-signed", &[("algorithm", props.form.algorithm.to_string().into()), ("signature", props.form.signature.to_string().into())]) }</dd>
                </dl>
                <Oddities form={props.form.clone()} reading={props.reading.clone()} />
            </Card>
        </aside>
    }
}

/// What is odd. It is said while the form is filled in, and hinders nobody.
#[component]
fn Oddities(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let scope = match form.purpose {
        Purpose::Acme => Scope::PublicTls,
        _ => Scope::Private,
    };
    let has_begun =
        !props.reading.application.subject.is_empty() || !props.reading.names.is_empty();
    let about = (
        has_begun,
        props.reading.application.clone(),
        form.algorithm,
        form.signature,
        scope,
    );
    let answer = use_asked(
        about,
        |(has_begun, application, algorithm, signature, scope)| {
            // An empty form is not odd.
            has_begun.then(|| Ask::LintApplication {
                application: application.clone(),
                algorithm: *algorithm,
                signature: Some(*signature),
                scope: *scope,
            })
        },
    );
    html! {
        <div aria-live="polite">
            if let Some(Ok(Answer::Linted(found))) = answer.as_deref() {
                { remarks(&texts, found.iter().map(|it| (None, it))) }
            }
        </div>
    }
}

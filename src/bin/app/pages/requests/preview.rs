//! What the request will say, and what is odd about it, before anything is made.

use crate::components::card::Card;
use crate::components::findings::remarks;
use crate::forms::application::{self, Form, Purpose, Reading};
use crate::hooks::{use_asked, use_texts};
use crate::wording;
use certwright::engine::{Answer, Ask};
use certwright::pki::lint::Scope;
use certwright::pki::{Extension, ExtensionValue};
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
    let subject = match application.subject.is_empty() {
        true => texts.get("request-subject-none"),
        false => wording::visible_text(&application.subject.to_string()),
    };
    let others = application.extensions.iter();
    let others: Vec<_> = others
        .filter(|it| !matches!(it.value, ExtensionValue::SubjectAltName(_)))
        .collect();
    html! {
        <aside class="cw-preview" aria-label={texts.get("request-preview")}>
            <Card>
                <h2 class="cw-preview__title">{ texts.get("request-preview") }</h2>
                <dl class="cw-facts">
                    <dt>{ texts.get("subject") }</dt>
                    <dd class="cw-code">{ subject }</dd>
                    <dt>{ texts.get("alt-names") }</dt>
                    <dd class="cw-code">{ names(props, &texts) }</dd>
                    { for others.into_iter().map(|it| fact(&texts, it)) }
                    <dt>{ texts.get("key") }</dt>
                    <dd>{ texts.with("request-signed", &[("algorithm", props.form.algorithm.to_string().into()), ("signature", props.form.signature.to_string().into())]) }</dd>
                </dl>
                <Oddities form={props.form.clone()} reading={props.reading.clone()} />
            </Card>
        </aside>
    }
}

fn names(props: &Props, texts: &crate::texts::Texts) -> Html {
    let names = &props.reading.names;
    if names.is_empty() {
        return html! { { texts.get("request-names-none") } };
    }
    html! {
        <>
            { for names.iter().take(MOST_NAMES).map(|name| html! { <span class="cw-name">{ wording::visible_text(&wording::both_forms(name)) }</span> }) }
            if names.len() > MOST_NAMES {
                <span class="cw-name">{ texts.with("and-more", &[("count", (names.len() - MOST_NAMES).into())]) }</span>
            }
        </>
    }
}

fn fact(texts: &crate::texts::Texts, extension: &Extension) -> Html {
    html! {
        <>
            <dt>{ application::extension_name(texts, extension) }</dt>
            <dd>{ application::extension(texts, extension) }</dd>
        </>
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

/// Of a long list the first are enough to see what it will be.
const MOST_NAMES: usize = 12;

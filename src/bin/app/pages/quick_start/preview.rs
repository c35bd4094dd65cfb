//! What the form will become, before anything is made.

use super::form::Form;
use crate::components::card::Card;
use crate::components::findings::remarks;
use crate::components::icon::{Icon, Symbol};
use crate::hooks::{use_asked, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::authority::{Plan, Role};
use certwright::engine::{Answer, Ask};
use certwright::pki::{AltName, Name, Time, Validity};
use certwright::web;
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Form,
}

/// The three certificates to be, as far as the form is filled in.
#[component]
pub fn Preview(props: &Props) -> Html {
    let texts = use_texts();
    let plan = props.form.plan().ok();
    let missing = match props.form.server_names().is_empty() {
        true => "preview-empty",
        false => "preview-faulty",
    };
    html! {
        <aside class="cw-preview" aria-label={texts.get("preview")}>
            <Card>
                <h2 class="cw-preview__title">{ texts.get("preview") }</h2>
                if let Some(plan) = plan {
                    { outline(&texts, &plan, web::now()) }
                    <Remarks {plan} />
                } else {
                    <p>{ texts.get(missing) }</p>
                }
            </Card>
        </aside>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RemarksProps {
    plan: Plan,
}

/// What the lint says of it. It hinders nobody.
#[component]
fn Remarks(props: &RemarksProps) -> Html {
    let texts = use_texts();
    let answer = use_asked(props.plan.clone(), |plan| {
        let (plan, now) = (Box::new(plan.clone()), web::now());
        Some(Ask::LintPlan { plan, now })
    });
    let whose = |role: &Role| match role {
        Role::Authority => "role-authority",
        Role::Server => "role-server",
        Role::Client => "role-client",
    };
    html! {
        <div aria-live="polite">
            if let Some(Ok(Answer::LintedPlan(found))) = answer.as_deref() {
                { remarks(&texts, found.iter().map(|(role, it)| (Some(whose(role)), it))) }
            }
        </div>
    }
}

fn outline(texts: &Texts, plan: &Plan, now: Time) -> Html {
    let years = Validity::years(now, plan.authority_years).ok();
    let days = Validity::days(now, plan.certificate_days).ok();
    let emails: Vec<_> = plan
        .client_email
        .iter()
        .cloned()
        .map(AltName::Email)
        .collect();
    let server = plan.server_subject().unwrap_or_default();
    html! {
        <ol class="cw-tree">
            <li>
                { entry(texts, Icon::Authority, "role-authority", &plan.authority_subject(), &[], years, "use-authority") }
                <ol class="cw-tree">
                    <li>{ entry(texts, Icon::Server, "role-server", &server, &plan.server_names, days, "use-server") }</li>
                    <li>{ entry(texts, Icon::Client, "role-client", &plan.client_subject(), &emails, days, "use-client") }</li>
                </ol>
            </li>
        </ol>
    }
}

fn entry(
    texts: &Texts,
    icon: Icon,
    role: &'static str,
    subject: &Name,
    names: &[AltName],
    validity: Option<Validity>,
    usage: &'static str,
) -> Html {
    html! {
        <div class="cw-entry">
            <p class="cw-entry__role"><Symbol {icon} />{ texts.get(role) }</p>
            <dl>
                <dt>{ texts.get("subject") }</dt>
                <dd class="cw-code">{ if subject.is_empty() { texts.get("subject-none") } else { subject.to_string() } }</dd>
                if !names.is_empty() {
                    <dt>{ texts.get("alt-names") }</dt>
                    <dd class="cw-code">{ for names.iter().take(MOST_NAMES).map(|name| html! { <span class="cw-name">{ wording::both_forms(name) }</span> }) }
                        if names.len() > MOST_NAMES {
                            <span class="cw-name">{ texts.with("and-more", &[("count", (names.len() - MOST_NAMES).into())]) }</span>
                        }</dd>
                }
                if let Some(validity) = validity {
                    <dt>{ texts.get("valid-until") }</dt>
                    <dd>{ wording::date(texts, validity.not_after) }</dd>
                }
                <dt>{ texts.get("usage") }</dt>
                <dd>{ texts.get(usage) }</dd>
            </dl>
        </div>
    }
}

/// Of a long list the first are enough to see what it will be.
const MOST_NAMES: usize = 12;

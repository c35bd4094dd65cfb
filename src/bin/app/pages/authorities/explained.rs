//! What an authority is, and what its certificate can say, each in a sentence.

use crate::components::card::Card;
use crate::forms::application::{Action, Form, Line, LineField, ListField, Place, Reading};
use crate::hooks::use_texts;
use std::rc::Rc;
use yew::prelude::*;

/// For those who have not had one.
#[component]
pub fn WhatIsAuthority() -> Html {
    let texts = use_texts();
    let steps = [
        ("explained-root", "explained-root-says"),
        ("explained-intermediate", "explained-intermediate-says"),
        ("explained-certificate", "explained-certificate-says"),
        ("explained-list", "explained-list-says"),
    ];
    html! {
        <Card title={texts.get("explained")}>
            <p>{ texts.get("explained-lead") }</p>
            <dl class="cw-explained">
                { for steps.into_iter().map(|(term, says)| html! {
                    <><dt>{ texts.get(term) }</dt><dd>{ texts.get(says) }</dd></>
                }) }
            </dl>
        </Card>
    }
}

/// Properties of [`AuthorityFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// What it says.
    pub reading: Rc<Reading>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// What an authority's certificate limits. Empty, nothing is limited.
#[component]
pub fn AuthorityFields(props: &Props) -> Html {
    let texts = use_texts();
    let Props { form, reading, act } = props;
    let list = |line, label, help| {
        html! {
            <ListField form={form.clone()} reading={reading.clone()} {act} place={Place::Line(line)} {label} {help} />
        }
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("limits") }</legend>
            <p class="cw-note">{ texts.get("limits-note") }</p>
            <LineField form={form.clone()} reading={reading.clone()} {act} place={Place::PathLength} label="limits-path" help="limits-path-help" />
            <div class="cw-pair">
                { list(Line::Permitted, "limits-permitted", "limits-permitted-help") }
                { list(Line::Excluded, "limits-excluded", "limits-excluded-help") }
            </div>
            <p class="cw-note">{ texts.get("limits-purposes") }</p>
        </fieldset>
    }
}

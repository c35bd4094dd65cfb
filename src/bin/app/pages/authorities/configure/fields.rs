//! The fields of how an authority issues.

use super::form::{Action, Form, Place};
use crate::components::field::Field;
use crate::components::filtered::filtered;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::components::text_area::TextArea;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::office::CaFacts;
use certwright::pki::SignatureAlgorithm;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Fields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
    /// What was filled in.
    pub form: Rc<Form>,
    /// Why it was refused, and the field that this is about.
    pub refused: Option<(Place, Error)>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// All of them.
#[component]
pub fn Fields(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <>
            { line(props, &texts, Place::Label, "configure-label", "configure-label-help") }
            <div class="cw-pair">
                { line(props, &texts, Place::Days, "configure-days", "configure-days-help") }
                { line(props, &texts, Place::ListDays, "configure-list-days", "configure-list-days-help") }
            </div>
            <Signature ..props.clone() />
            <Numbers ..props.clone() />
            <fieldset class="cw-group">
                <legend>{ texts.get("configure-addresses") }</legend>
                <p class="cw-note">{ texts.get("configure-addresses-note") }</p>
                { lines(props, &texts, Place::Lists, "configure-lists", "configure-lists-help", "http://pki.example.com/ca.crl") }
                { lines(props, &texts, Place::Deltas, "configure-deltas", "configure-deltas-help", "http://pki.example.com/delta.crl") }
                { lines(props, &texts, Place::Issuers, "configure-issuers", "configure-issuers-help", "http://pki.example.com/ca.crt") }
                { lines(props, &texts, Place::Ocsp, "configure-ocsp", "configure-ocsp-help", "http://ocsp.example.com") }
            </fieldset>
        </>
    }
}

/// How serial numbers come about.
#[component]
fn Numbers(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let ways = [
        (false, "configure-random", "configure-random-help"),
        (true, "configure-counted", "configure-counted-help"),
    ];
    let way = |(is_counted, name, help): (bool, &'static str, &'static str)| {
        let onchange = props
            .act
            .reform(move |_: Event| Action::Counted(is_counted));
        html! {
            <div class="pf-v6-c-radio">
                <input class="pf-v6-c-radio__input" type="radio" name="configure-serials" id={name} checked={form.is_counted == is_counted} aria-describedby={help} {onchange} />
                <label class="pf-v6-c-radio__label" for={name}>{ texts.get(name) }</label>
                <span class="pf-v6-c-radio__description" id={help}>{ texts.get(help) }</span>
            </div>
        }
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("configure-serials") }</legend>
            <div class="cw-choices">{ for ways.map(way) }</div>
            if form.is_counted {
                { line(props, &texts, Place::Next, "configure-next", "configure-next-help") }
            }
        </fieldset>
    }
}

/// How it signs, where its key knows more than one way.
#[component]
fn Signature(props: &Props) -> Html {
    let texts = use_texts();
    let key = props.authority.certificate.key.as_ref();
    let ways = key.map_or_else(|_| Vec::new(), |key| key.algorithm.signatures());
    if ways.len() < 2 {
        return Html::default();
    }
    let chosen = ways.iter().position(|it| *it == props.form.signature);
    let words = ways.iter().map(SignatureAlgorithm::to_string);
    let words: Vec<AttrValue> = words.map(AttrValue::from).collect();
    let onchange = filtered(&props.act, move |place: usize| {
        let way = ways.get(place).copied();
        way.map(Action::Signature)
    });
    html! {
        <>
            <Field id="configure-signature" label={texts.get("request-signature")} help={AttrValue::from(texts.get("configure-signature-help"))}>
                <Select id="configure-signature" choices={words} chosen={chosen.unwrap_or_default()} {onchange} />
            </Field>
            if props.form.signature.is_weak() {
                <Notice tone={Tone::Warning} title={texts.get("configure-sha1")} />
            }
        </>
    }
}

fn problem(props: &Props, texts: &Texts, place: Place) -> Option<AttrValue> {
    let own = props.form.fault(place).map(|fault| fault.words(texts));
    let refused = props.refused.as_ref().filter(|(about, _)| *about == place);
    let refused = refused.map(|(_, error)| wording::error(texts, error));
    own.or(refused).map(AttrValue::from)
}

/// One line to type into.
fn line(
    props: &Props,
    texts: &Texts,
    place: Place,
    label: &'static str,
    help: &'static str,
) -> Html {
    let problem = problem(props, texts, place);
    let is_number = matches!(place, Place::Days | Place::ListDays);
    let oninput = props.act.reform(move |text| Action::Text(place, text));
    html! {
        <Field id={place.id()} label={texts.get(label)} help={AttrValue::from(texts.get(help))} problem={problem.clone()}>
            <TextInput
                id={place.id()}
                inputmode={is_number.then_some("numeric")}
                required=true
                monospace={place == Place::Next}
                value={props.form.text(place).to_owned()}
                invalid={problem.is_some()}
                {oninput}
            />
        </Field>
    }
}

/// Addresses, one a line.
fn lines(
    props: &Props,
    texts: &Texts,
    place: Place,
    label: &'static str,
    help: &'static str,
    example: &'static str,
) -> Html {
    let problem = problem(props, texts, place);
    let oninput = props.act.reform(move |text| Action::Text(place, text));
    html! {
        <Field id={place.id()} label={texts.get(label)} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get(help))} problem={problem.clone()}>
            <TextArea
                id={place.id()}
                rows=2
                monospace=true
                placeholder={AttrValue::from(example)}
                value={props.form.text(place).to_owned()}
                invalid={problem.is_some()}
                {oninput}
            />
        </Field>
    }
}

//! What few need: uses and extensions, addresses, the signature, a serial number.

use super::draft::{Complaint, Spot};
use super::{Act, Part, PartProps};
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::forms::application::{Line, ListField, Place, Uses};
use crate::hooks::use_texts;
use certwright::pki::SignatureAlgorithm;
use yew::prelude::*;

/// Properties of [`More`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub part: Part,
    /// What is wrong, here or elsewhere.
    pub complaint: Option<Complaint>,
}

/// Behind "More choices".
#[component]
pub fn More(props: &Props) -> Html {
    let texts = use_texts();
    let Part {
        draft,
        reading,
        act,
        ..
    } = &props.part;
    let complaint = props
        .complaint
        .as_ref()
        .filter(|it| it.spot == Spot::Serial);
    let problem = complaint.map(|it| AttrValue::from(it.problem.words(&texts)));
    let id = Spot::Serial.id();
    html! {
        <Uses form={draft.form.clone()} reading={reading.clone()} act={act.reform(Act::Form)} summary={texts.get("issue-more")} is_wrong={problem.is_some()}>
            <Addresses part={props.part.clone()} />
            <Signature part={props.part.clone()} />
            <Field {id} label={texts.get("issue-serial")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("issue-serial-help"))} problem={problem.clone()}>
                <TextInput {id} monospace=true value={draft.serial.clone()} invalid={problem.is_some()} oninput={act.reform(Act::Serial)} />
            </Field>
        </Uses>
    }
}

/// Where those who verify find what they need, and by which rules it is issued.
#[component]
fn Addresses(props: &PartProps) -> Html {
    let texts = use_texts();
    let Part {
        draft,
        reading,
        act,
        ..
    } = &props.part;
    let list = |line, label, help| {
        html! {
            <ListField form={draft.form.clone()} reading={reading.clone()} act={act.reform(Act::Form)} place={Place::Line(line)} {label} {help} />
        }
    };
    html! {
        <section>
            <h3 class="cw-group-label">{ texts.get("issue-addresses") }</h3>
            <p class="cw-note">{ texts.get("issue-addresses-note") }</p>
            <div class="cw-pair">
                { list(Line::Lists, "issue-lists", "issue-lists-help") }
                { list(Line::Issuers, "issue-issuers", "issue-issuers-help") }
                { list(Line::Ocsp, "issue-ocsp", "issue-ocsp-help") }
                { list(Line::Policies, "issue-policies", "issue-policies-help") }
            </div>
        </section>
    }
}

/// How it is signed: in the issuer's own way, or in another that its key can.
#[component]
fn Signature(props: &PartProps) -> Html {
    let texts = use_texts();
    let Part {
        draft, issuer, act, ..
    } = &props.part;
    let algorithm = match issuer {
        Some(issuer) => issuer
            .certificate
            .key
            .as_ref()
            .ok()
            .map(|key| key.algorithm),
        None => Some(draft.algorithm),
    };
    let signatures = algorithm.map(|it| it.signatures()).unwrap_or_default();
    if signatures.len() < 2 {
        return Html::default();
    }
    let usual = issuer
        .as_ref()
        .map(|it| it.signature)
        .or(signatures.first().copied());
    let usual = usual.map(|it| it.to_string()).unwrap_or_default();
    let mut choices = vec![AttrValue::from(
        texts.with("issue-signature-usual", &[("signature", usual.into())]),
    )];
    choices.extend(signatures.iter().map(|it| AttrValue::from(it.to_string())));
    let chosen = draft
        .signature
        .and_then(|it| signatures.iter().position(|other| *other == it));
    let is_weak = draft.signature.is_some_and(SignatureAlgorithm::is_weak);
    let onchange = act.reform(move |place: usize| {
        let place = place.checked_sub(1);
        Act::Signature(place.and_then(|place| signatures.get(place).copied()))
    });
    html! {
        <>
            <Field id="issue-signature" label={texts.get("issue-signature")}>
                <Select id="issue-signature" {choices} chosen={chosen.map_or(0, |place| place + 1)} {onchange} />
            </Field>
            if is_weak {
                <Notice tone={Tone::Warning} title={texts.get("issue-sha1")}>{ texts.get("issue-sha1-advice") }</Notice>
            }
        </>
    }
}

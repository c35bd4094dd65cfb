//! More choices: the time, the rules, revocation lists, policies.

use super::form::{Action, Fields, Problems, REVOCATION, RULES};
use crate::components::checkbox::checkbox;
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::texts::Texts;
use crate::wording;
use yew::prelude::*;

/// The fields that few need.
pub fn more(texts: &Texts, fields: &Fields, problems: &Problems, act: &Callback<Action>) -> Html {
    let typed = |put: fn(&mut Fields, String)| act.reform(move |text| Action::Type(put, text));
    let chosen = |put: fn(&mut Fields, usize)| act.reform(move |place| Action::Choose(put, place));
    let tick = |id: &str, name, is_on, put: fn(&mut Fields, bool)| {
        let onchange = act.reform(move |is_on| Action::Tick(put, is_on));
        checkbox(id.to_owned(), &texts.get(name), is_on, onchange)
    };
    let help = |id| AttrValue::from(texts.get(id));
    let problem = |is_wrong: bool, id| is_wrong.then(|| AttrValue::from(texts.get(id)));
    let time = problem(problems.time, "problem-time");
    let depth = problem(problems.depth, "problem-depth");
    let policies = problems.policies.as_ref();
    let policies = policies.map(|error| AttrValue::from(wording::error(texts, error)));
    let rules = RULES
        .map(|(_, name, _)| AttrValue::from(texts.get(name)))
        .to_vec();
    let revocation = REVOCATION
        .map(|(_, name)| AttrValue::from(texts.get(name)))
        .to_vec();
    html! {
        <details class="cw-more">
            <summary>{ texts.get("more-choices") }</summary>
            <div class="cw-more-body">
                <Field id="time" label={texts.get("verify-time")} problem={time.clone()} help={help("verify-time-help")}>
                    <TextInput id="time" kind="datetime-local" value={fields.time.clone()} invalid={time.is_some()} oninput={typed(|fields, text| fields.time = text)} />
                </Field>
                <Field id="rules" label={texts.get("verify-rules")} help={help(RULES[fields.rules].2)}>
                    <Select id="rules" choices={rules} chosen={fields.rules} onchange={chosen(|fields, place| fields.rules = place)} />
                </Field>
                <Field id="revocation" label={texts.get("verify-revocation")} help={help("verify-revocation-help")}>
                    <Select id="revocation" choices={revocation} chosen={fields.revocation} onchange={chosen(|fields, place| fields.revocation = place)} />
                </Field>
                <Field id="policies" label={texts.get("verify-policies")} problem={policies.clone()} help={help("verify-policies-help")}>
                    <TextInput id="policies" monospace=true value={fields.policies.clone()} invalid={policies.is_some()} oninput={typed(|fields, text| fields.policies = text)} />
                </Field>
                <div class="cw-checks">
                    { tick("explicit", "verify-explicit", fields.require_explicit, |fields, is_on| fields.require_explicit = is_on) }
                    { tick("inhibit-any", "verify-inhibit-any", fields.inhibit_any, |fields, is_on| fields.inhibit_any = is_on) }
                    { tick("inhibit-mapping", "verify-inhibit-mapping", fields.inhibit_mapping, |fields, is_on| fields.inhibit_mapping = is_on) }
                </div>
                <Field id="depth" label={texts.get("verify-depth")} problem={depth.clone()} help={help("verify-depth-help")}>
                    <TextInput id="depth" inputmode="numeric" value={fields.depth.clone()} invalid={depth.is_some()} oninput={typed(|fields, text| fields.depth = text)} />
                </Field>
                <div class="cw-checks">
                    { tick("weak", "verify-weak", fields.allows_weak_algorithms, |fields, is_on| fields.allows_weak_algorithms = is_on) }
                </div>
            </div>
        </details>
    }
}

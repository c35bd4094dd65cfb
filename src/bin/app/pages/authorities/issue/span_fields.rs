//! How long it is to be valid.

use super::draft::{Complaint, Spot, Way};
use super::{Act, Part};
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::wording;
use certwright::web;
use yew::prelude::*;

/// Properties of [`SpanFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub part: Part,
    /// What is wrong, here or elsewhere.
    pub complaint: Option<Complaint>,
}

/// In days, or until a day; and what that comes to.
#[component]
pub fn SpanFields(props: &Props) -> Html {
    let texts = use_texts();
    let Part {
        draft, issuer, act, ..
    } = &props.part;
    let way = draft.span.way;
    let ways = [
        (Way::Days, "issue-way-days"),
        (Way::Until, "issue-way-until"),
    ];
    let chosen = ways.iter().position(|(it, _)| *it == way);
    let onway =
        act.reform(move |place: usize| Act::Way(if place == 0 { Way::Days } else { Way::Until }));
    let (spot, value) = match way {
        Way::Days => (Spot::Days, &draft.span.days),
        Way::Until => (Spot::Until, &draft.span.until),
    };
    // A date that is not yet there is no mistake until the form is handed in.
    let is_due = !value.is_empty() || draft.form.handed_in > 0;
    let problem = props
        .complaint
        .as_ref()
        .filter(|it| it.spot == spot && is_due);
    let problem = problem.map(|it| match way {
        Way::Days => AttrValue::from(it.problem.words(&texts)),
        Way::Until => AttrValue::from(texts.get("issue-until-problem")),
    });
    let period = draft.period(web::now(), issuer.as_deref()).ok();
    let comes_to = period.map(|period| {
        let until = [(
            "date",
            wording::date(&texts, period.validity.not_after).into(),
        )];
        match period.is_cut {
            true => texts.with("issue-ends-with-issuer", &until),
            false => texts.with("issue-ends", &until),
        }
    });
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("valid-for") }</legend>
            <div class="cw-pair">
                <Field id="issue-way" label={texts.get("issue-way")}>
                    <Select id="issue-way" choices={ways.map(|(_, id)| AttrValue::from(texts.get(id))).to_vec()} chosen={chosen.unwrap_or_default()} onchange={onway} />
                </Field>
                if way == Way::Days {
                    <Field key="days" id={spot.id()} label={texts.get("issue-days")} problem={problem.clone()}>
                        <TextInput id={spot.id()} inputmode="numeric" value={value.clone()} invalid={problem.is_some()} oninput={act.reform(Act::Days)} />
                    </Field>
                } else {
                    <Field key="until" id={spot.id()} label={texts.get("issue-until")} help={AttrValue::from(texts.get("issue-until-help"))} problem={problem.clone()}>
                        <TextInput id={spot.id()} kind="date" value={value.clone()} invalid={problem.is_some()} oninput={act.reform(Act::Until)} />
                    </Field>
                }
            </div>
            <p class="cw-note" role="status">{ comes_to.unwrap_or_default() }</p>
        </fieldset>
    }
}

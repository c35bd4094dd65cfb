//! What the lint finds in a thing.

use crate::components::field::Field;
use crate::components::findings::findings;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::hooks::{use_asked, use_texts};
use crate::wording::{self, SCOPES};
use certwright::engine::{Answer, Ask, ItemSummary};
use yew::prelude::*;

/// Properties of [`Checks`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The thing.
    pub item: ItemSummary,
}

/// The choice of rules, and what is found.
#[component]
pub fn Checks(props: &Props) -> Html {
    let texts = use_texts();
    let place = use_state_eq(|| 0_usize);
    let (scope, _, help) = SCOPES[*place];
    let answer = use_asked((props.item.id, scope), |(id, scope)| {
        Some(Ask::Lint {
            item: *id,
            scope: *scope,
        })
    });
    let onchange = use_callback(place.setter(), |chosen, place| place.set(chosen));
    html! {
        <section class="cw-side">
            <div class="cw-narrow">
                <Field id="scope" label={texts.get("scope")} help={AttrValue::from(texts.get(help))}>
                    <Select id="scope" choices={SCOPES.map(|(_, name, _)| AttrValue::from(texts.get(name))).to_vec()} chosen={*place} {onchange} />
                </Field>
            </div>
            <div aria-live="polite">
                { match answer.as_deref() {
                    Some(Ok(Answer::Linted(found))) if found.is_empty() => html! {
                        <Notice tone={Tone::Success} title={texts.get("lint-none")} />
                    },
                    Some(Ok(Answer::Linted(found))) => findings(&texts, found),
                    Some(Err(error)) => html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> },
                    _ => html! { <p class="cw-note">{ texts.get("reading") }</p> },
                } }
            </div>
            <div class="cw-actions"><a class="pf-v6-c-button pf-m-link" href="#/rules"><span class="pf-v6-c-button__text">{ texts.get("lint-all-rules") }</span></a></div>
        </section>
    }
}

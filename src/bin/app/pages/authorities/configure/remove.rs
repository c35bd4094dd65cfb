//! The end of an authority here.

use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, focus, focus_soon, use_texts};
use crate::wording;
use certwright::engine::office::{CaFacts, OfficeAsk};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Remove`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// What would go with it; its name has to be typed.
#[component]
pub fn Remove(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let asking = use_asking();
    let is_open = use_state_eq(|| false);
    let typed = use_state_eq(String::new);
    let is_wrong = use_state_eq(|| false);
    let authority = &props.authority;
    let all = engine.map(|engine| engine.state.authorities.clone());
    let (below, certificates) = all.map_or((0, 0), |all| lost(&all, authority));
    let open = use_callback(is_open.clone(), |_: MouseEvent, is_open| {
        if !**is_open {
            focus_soon(TITLE.into());
        }
        is_open.set(!**is_open);
    });
    let close = use_callback(
        (is_open.setter(), typed.setter(), is_wrong.setter()),
        |_: MouseEvent, (is_open, typed, is_wrong)| {
            is_open.set(false);
            typed.set(String::new());
            is_wrong.set(false);
            focus_soon(OPENER.into());
        },
    );
    let oninput = use_callback(
        (typed.setter(), is_wrong.setter()),
        |text: String, (typed, is_wrong)| {
            typed.set(text);
            is_wrong.set(false);
        },
    );
    let onsubmit = {
        let (asking, typed, is_wrong) = (asking.clone(), typed.clone(), is_wrong.setter());
        let (id, label) = (authority.id, authority.label.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if typed.trim() != label.trim() {
                is_wrong.set(true);
                return focus(NAME);
            }
            if !asking.is_running() {
                asking.ask(OfficeAsk::Remove { authority: id }, |_| {
                    // This form goes with the authority.
                    focus_soon("page-title".into());
                    String::new()
                });
            }
        })
    };
    let label = wording::shortened(&authority.label);
    let values = [
        ("below", below.into()),
        ("certificates", certificates.into()),
    ];
    let problem = is_wrong.then(|| AttrValue::from(texts.get("configure-remove-other")));
    html! {
        <section class="cw-stack" aria-labelledby={HEADING}>
            <h3 class="pf-v6-c-title pf-m-md" id={HEADING}>{ texts.get("configure-remove") }</h3>
            <p class="cw-note">{ texts.get("configure-remove-note") }</p>
            <div class="cw-actions"><Button id={OPENER} label={texts.get("configure-remove-open")} icon={Icon::Remove} look={Look::Link} expanded={*is_open} onclick={open} /></div>
            if *is_open {
                <form class="pf-v6-c-form cw-question" novalidate=true {onsubmit}>
                    <div id={TITLE} tabindex="-1">
                        <Notice tone={Tone::Danger} title={texts.with("configure-remove-question", &[("label", label.clone().into())])}>
                            <p>{ texts.with("configure-remove-loss", &values) }</p>
                            <p>{ texts.get("configure-remove-first") }</p>
                        </Notice>
                    </div>
                    <Field id={NAME} label={texts.get("configure-remove-type")} help={AttrValue::from(label)} {problem}>
                        <TextInput id={NAME} value={(*typed).clone()} invalid={*is_wrong} {oninput} />
                    </Field>
                    <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("configure-removing")} />
                    <div class="cw-actions">
                        <Button label={texts.get("configure-remove-yes")} look={Look::Danger} submits=true />
                        <Button label={texts.get("configure-remove-no")} look={Look::Link} onclick={close} />
                    </div>
                </form>
            }
        </section>
    }
}

/// How many authorities there are below, and how many certificates all of them issued.
fn lost(all: &[CaFacts], authority: &CaFacts) -> (usize, u32) {
    let mut gone = BTreeSet::from([authority.id]);
    // Parents stand before their children.
    for it in all {
        if it.parent.is_some_and(|parent| gone.contains(&parent)) {
            gone.insert(it.id);
        }
    }
    let counts = all.iter().filter(|it| gone.contains(&it.id));
    let counts = counts.flat_map(|it| it.counts);
    (gone.len() - 1, counts.fold(0, u32::saturating_add))
}

const HEADING: &str = "configure-remove-title";
const TITLE: &str = "configure-remove-question";
const OPENER: &str = "configure-remove-opener";
const NAME: &str = "configure-remove-name";

//! Takes things off the desk, and asks first where a key would be lost.

use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use certwright::engine::Ask;
use yew::prelude::*;

/// Properties of [`Remove`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Their numbers.
    pub items: Vec<u32>,
    /// What the button says.
    pub label: AttrValue,
    /// Where the focus goes, since the button goes with what it removes.
    #[prop_or("desk")]
    pub then: &'static str,
    /// Whether it is an icon.
    #[prop_or_default]
    pub icon_only: bool,
}

/// The button, and the question.
#[component]
pub fn Remove(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let asking = use_state_eq(|| false);
    let Some(engine) = engine else {
        return Html::default();
    };
    let is_unsaved = props
        .items
        .iter()
        .any(|id| engine.state.unsaved_items.contains(id));
    let id = format!("remove-{}", props.items.first().copied().unwrap_or(0));
    let id = if props.icon_only {
        id
    } else {
        "remove-all".to_owned()
    };
    let forget = {
        let (engine, items, asking) = (engine.clone(), props.items.clone(), asking.clone());
        let then = props.then;
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            let answer = Callback::from(move |_: Heard| focus_soon(then.to_owned()));
            engine.ask(Ask::Forget(items.clone()), answer);
        })
    };
    let opener = format!("{id}-opener");
    let keep = use_callback(
        (asking.setter(), opener.clone()),
        |_: MouseEvent, (asking, opener)| {
            asking.set(false);
            focus_soon(opener.clone());
        },
    );
    let ask_first = use_callback(
        (asking.setter(), id.clone()),
        |_: MouseEvent, (asking, id)| {
            asking.set(true);
            focus_soon(id.clone());
        },
    );
    let look = if props.icon_only {
        Look::Plain
    } else {
        Look::Link
    };
    let onclick = if is_unsaved {
        ask_first
    } else {
        forget.clone()
    };
    html! {
        <>
            <Button id={opener} label={&props.label} icon={Icon::Remove} icon_only={props.icon_only} {look} {onclick} />
            if *asking && is_unsaved {
                <div {id} class="cw-question" tabindex="-1">
                    <Notice tone={Tone::Warning} title={texts.get("remove-unsaved")}
                        actions={html! {
                            <>
                                <Button label={texts.get("remove-unsaved-yes")} onclick={forget} />
                                <Button label={texts.get("remove-unsaved-no")} look={Look::Link} onclick={keep} />
                            </>
                        }}
                    >{ texts.get("remove-unsaved-advice") }</Notice>
                </div>
            }
        </>
    }
}

//! Something encrypted, and the field for its password.

use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::password_input::PasswordInput;
use crate::hooks::{EngineContext, Heard, focus, use_texts, use_tickets};
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use certwright::pki::Password;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`Unlock`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is encrypted.
    pub item: ItemSummary,
    /// The ids of what says which it is, where there are several.
    pub describedby: AttrValue,
    /// Called with what was in it.
    pub onopened: Callback<Vec<ItemSummary>>,
}

/// What has become of the last try.
#[derive(Clone, PartialEq)]
enum Attempt {
    None,
    Running,
    Failed(Error),
    Empty,
}

/// The field for the password.
#[component]
pub fn Unlock(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let text = use_state_eq(|| Zeroizing::new(String::new()));
    let attempt = use_state_eq(|| Attempt::None);
    let tickets = use_tickets();
    let Content::Locked(algorithm) = &props.item.content else {
        return Html::default();
    };
    let id = format!("unlock-{}", props.item.id);
    let item = props.item.id;
    let submit = {
        let (text, attempt, id) = (text.clone(), attempt.clone(), id.clone());
        let (onopened, tickets) = (props.onopened.clone(), tickets.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(password) = Password::new(text.to_string()) else {
                attempt.set(Attempt::Empty);
                return focus(&id);
            };
            let Some(engine) = &engine else { return };
            attempt.set(Attempt::Running);
            let (attempt, id, onopened) = (attempt.clone(), id.clone(), onopened.clone());
            let ticket = tickets.draw();
            let answer = Callback::from(move |heard: Heard| match heard {
                Ok(Answer::Unlocked { items, .. }) => onopened.emit(items),
                Ok(_) => {}
                // It is about a password that stands there no more.
                Err(_) if !ticket.is_valid() => {}
                Err(error) => {
                    attempt.set(Attempt::Failed(error));
                    focus(&id);
                }
            });
            engine.ask(Ask::Unlock { item, password }, answer);
        })
    };
    let oninput = {
        let (text, attempt) = (text.clone(), attempt.clone());
        Callback::from(move |typed: String| {
            tickets.void();
            text.set(Zeroizing::new(typed));
            attempt.set(Attempt::None);
        })
    };
    let problem = match &*attempt {
        Attempt::Failed(error) => Some(wording::error(&texts, error)),
        Attempt::Empty => Some(texts.get("problem-empty")),
        Attempt::None | Attempt::Running => None,
    };
    html! {
        <form class="pf-v6-c-form" novalidate=true onsubmit={submit}>
            <Field
                id={id.clone()}
                label={texts.get("password")}
                help={AttrValue::from(texts.with("locked-by", &[("algorithm", wording::shortened(&algorithm.to_string()).into())]))}
                problem={problem.clone().map(AttrValue::from)}
            >
                <PasswordInput {id} value={text.to_string()} invalid={problem.is_some()} describedby={props.describedby.clone()} {oninput} />
            </Field>
            <div class="cw-actions">
                if *attempt == Attempt::Running {
                    <p role="status">{ texts.get("unlocking") }</p>
                } else {
                    <Button label={texts.get("unlock")} look={Look::Secondary} submits=true describedby={props.describedby.clone()} />
                }
            </div>
        </form>
    }
}

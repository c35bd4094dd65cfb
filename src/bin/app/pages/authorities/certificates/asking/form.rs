//! How something is revoked, and what that means.

use crate::components::button::{Button, Look};
use crate::components::checkbox::checkbox;
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, focus, use_texts};
use crate::pages::authorities::certificates::command;
use crate::pages::authorities::certificates::deed::Doing;
use crate::pages::authorities::certificates::row::name;
use crate::pages::authorities::certificates::view::What;
use crate::pages::authorities::certificates::words;
use crate::texts::Texts;
use certwright::authority::{Revocation, Row};
use certwright::engine::office::OfficeAsk;
use certwright::pki::{Time, chain::Reason};
use js_sys::Date;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is to be done; revoking and holding can be changed for each other.
    pub what: UseStateHandle<What>,
    /// With which certificates.
    pub rows: Rc<[Row]>,
    /// Whether any of them can be held.
    pub can_hold: bool,
    /// The way to have it done.
    pub doing: Doing,
    /// Called when it is not to be done.
    pub onclose: Callback<MouseEvent>,
}

/// Why something is revoked, but for authorities.
const REASONS: [Reason; 6] = [
    Reason::Unspecified,
    Reason::KeyCompromise,
    Reason::AffiliationChanged,
    Reason::Superseded,
    Reason::CessationOfOperation,
    Reason::PrivilegeWithdrawn,
];

const SINCE: &str = "asking-since";
/// How many certificates are named before it is done.
const MOST_NAMED: usize = 10;

/// What it means, the reason, since when, and the button.
#[component]
pub fn Form(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let (place, since) = (use_state_eq(|| 0), use_state_eq(String::new));
    let refused = use_state_eq(|| false);
    let Props {
        what,
        rows,
        can_hold,
        doing,
        ..
    } = props;
    let authorities = engine.as_ref().map(|engine| &engine.state.authorities);
    let is_authority = authorities.is_some_and(|all| {
        let is_own = |row: &Row| all.iter().any(|it| it.entry == Some(row.id));
        rows.iter().any(is_own)
    });
    let mut reasons = REASONS.to_vec();
    if is_authority {
        reasons.insert(2, Reason::CaCompromise);
    }
    let reason = match **what {
        What::Hold => Reason::CertificateHold,
        _ => reasons.get(*place).copied().unwrap_or(Reason::Unspecified),
    };
    let invalid_since = read_past(&since);
    let problem = (*refused && invalid_since.is_err()).then(|| texts.get("asking-since-wrong"));
    let onsubmit = {
        let (doing, refused, what) = (doing.clone(), refused.setter(), **what);
        let entries: Vec<u32> = rows.iter().map(|row| row.id).collect();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let entries = entries.clone();
            if what == What::Release {
                return doing.ask(OfficeAsk::Release { entries });
            }
            refused.set(invalid_since.is_err());
            let Ok(invalid_since) = invalid_since else {
                return focus(SINCE);
            };
            let revocation = Revocation {
                reason,
                at: None,
                invalid_since,
            };
            doing.ask(OfficeAsk::Revoke {
                entries,
                revocation,
            });
        })
    };
    let onhold = {
        let (what, doing) = (what.setter(), doing.clone());
        Callback::from(move |is_on: bool| {
            doing.forget();
            what.set(if is_on { What::Hold } else { What::Revoke });
        })
    };
    let onsince = {
        let (since, doing) = (since.setter(), doing.clone());
        Callback::from(move |text| {
            doing.forget();
            since.set(text);
        })
    };
    let onreason = {
        let (place, doing) = (place.setter(), doing.clone());
        Callback::from(move |chosen| {
            doing.forget();
            place.set(chosen);
        })
    };
    let (means, button, look) = match **what {
        What::Revoke => ("asking-revoke-means", "certs-revoke", Look::Danger),
        What::Hold => ("asking-hold-means", "certs-hold", Look::Primary),
        What::Release => ("asking-release-means", "certs-release", Look::Primary),
    };
    let choices = reasons
        .iter()
        .map(|it| texts.get(words::reason(*it)).into());
    let choices: Vec<AttrValue> = choices.collect();
    let line = invalid_since.ok();
    let line = line.and_then(|since| command::revoke(rows, **what, reason, since));
    html! {
        <form class="pf-v6-c-form" novalidate=true {onsubmit}>
            { named(&texts, rows) }
            <Notice tone={Tone::Warning} title={texts.get(means)}>{ texts.get("asking-clients-learn") }</Notice>
            if is_authority && **what != What::Release {
                <Notice tone={Tone::Warning} title={texts.get("asking-authority")} />
            }
            if **what == What::Revoke {
                <Field id="asking-reason" label={texts.get("asking-reason")} help={AttrValue::from(texts.get("asking-reason-help"))}>
                    <Select id="asking-reason" {choices} chosen={*place} onchange={onreason} />
                </Field>
            }
            if **what != What::Release {
                <Field id={SINCE} label={texts.get("asking-since")} remark={AttrValue::from(texts.get("optional"))} problem={problem.clone().map(AttrValue::from)} help={AttrValue::from(texts.get("asking-since-help"))}>
                    <TextInput id={SINCE} kind="datetime-local" value={(*since).clone()} invalid={problem.is_some()} oninput={onsince} />
                </Field>
                if *can_hold {
                    { checkbox("asking-hold".into(), &texts.get("asking-hold-instead"), **what == What::Hold, onhold) }
                }
            }
            <div class="cw-actions">
                <Button label={texts.get(button)} {look} submits=true />
                <Button label={texts.get("asking-no")} look={Look::Link} onclick={&props.onclose} />
            </div>
            { doing.notice(&texts, String::new()) }
            if problem.is_none() {
                <Command text={line.map(AttrValue::from)} none="command-none-here" describedby="asking-title" />
            }
        </form>
    }
}

/// Which they are, where there are several.
fn named(texts: &Texts, rows: &[Row]) -> Html {
    if rows.len() < 2 {
        return Html::default();
    }
    let names = rows.iter().take(MOST_NAMED);
    let rest = rows.len().saturating_sub(MOST_NAMED);
    html! {
        <ul class="cw-notes">
            { for names.map(|row| html! { <li class="cw-wrap">{ name(texts, row) }</li> }) }
            if rest > 0 {
                <li>{ texts.with("and-more", &[("count", rest.into())]) }</li>
            }
        </ul>
    }
}

/// What the browser's field has, in the device's time: nothing, or a time that is past.
fn read_past(text: &str) -> Result<Option<Time>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let milliseconds = Date::parse(text);
    if milliseconds >= 0.0 && milliseconds <= Date::now() {
        Ok(Some(Time::from_unix((milliseconds / 1000.0) as u64)))
    } else {
        Err(())
    }
}

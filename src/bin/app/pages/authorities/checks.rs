//! Whether a certificate can be issued, asked for while the form is filled in: what the authority refuses, and what
//! is odd but nobody's to forbid.

use crate::components::findings::remarks;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, HeardOfOffice, use_texts, use_tickets};
use crate::wording;
use certwright::Error;
use certwright::engine::office::{IssueFault, OfficeAnswer, OfficeAsk, Order};
use certwright::pki::Time;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// What the engine says of an order.
#[derive(Clone, PartialEq)]
pub struct Verdict {
    /// Of which.
    about: Rc<Order>,
    /// What.
    pub says: Result<IssueFault, Error>,
}

impl Verdict {
    /// Whether this very order is refused. Its time goes on with the clock, and makes no other one of it.
    pub fn refuses(&self, order: &Order) -> bool {
        let mut same = order.clone();
        let (then, now) = (self.about.issuance.validity, order.issuance.validity);
        if is_near(then.not_before, now.not_before) && is_near(then.not_after, now.not_after) {
            same.issuance.validity = then;
        }
        *self.about == same && !self.reasons().is_empty()
    }

    /// Why the authority refuses.
    fn reasons(&self) -> Vec<&Error> {
        match &self.says {
            Ok(fault) => fault.refused.iter().collect(),
            Err(error) => vec![error],
        }
    }
}

/// Nobody asks for another moment within the same ten minutes.
fn is_near(one: Time, other: Time) -> bool {
    one.unix().abs_diff(other.unix()) < 600
}

/// What the engine says of an order. It is asked when nothing has been typed for a moment; the last answer is shown
/// until the next one is there.
#[hook]
pub fn use_check(engine: &EngineContext, order: Option<Rc<Order>>) -> Option<Rc<Verdict>> {
    let verdict = use_state(|| None);
    let tickets = use_tickets();
    {
        let (engine, verdict) = (engine.clone(), verdict.setter());
        let changes = engine.state.office_changes;
        use_effect_with((order, changes), move |(order, _)| {
            let ticket = tickets.draw();
            let asking = match order.clone() {
                None => {
                    verdict.set(None);
                    None
                }
                Some(about) => Some(Timeout::new(PAUSE, move || {
                    let ask = OfficeAsk::Check(Box::new((*about).clone()));
                    let heard = Callback::from(move |heard: HeardOfOffice| {
                        let says = match heard {
                            Ok(OfficeAnswer::Checked(fault)) => Ok(fault),
                            Ok(_) => return,
                            Err(error) => Err(error),
                        };
                        if ticket.is_valid() {
                            let about = about.clone();
                            verdict.set(Some(Rc::new(Verdict { about, says })));
                        }
                    });
                    engine.office(ask, heard);
                })),
            };
            move || drop(asking)
        });
    }
    (*verdict).clone()
}

/// Properties of [`Refusal`] and [`Oddities`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the engine says.
    pub verdict: Option<Rc<Verdict>>,
}

/// Why the authority refuses. It stands beside the button, which does nothing as long as it is there.
#[component]
pub fn Refusal(props: &Props) -> Html {
    let texts = use_texts();
    let reasons = props.verdict.iter().flat_map(|verdict| verdict.reasons());
    let reasons: Vec<String> = reasons.map(|it| wording::error(&texts, it)).collect();
    html! {
        <div id={REFUSAL} tabindex="-1" aria-live="polite">
            if !reasons.is_empty() {
                <Notice tone={Tone::Danger} title={texts.get("issue-refused")}>
                    <ul class="cw-remarks">{ for reasons.into_iter().map(|it| html! { <li>{ it }</li> }) }</ul>
                </Notice>
            }
        </div>
    }
}

/// What is odd. It hinders nobody.
#[component]
pub fn Oddities(props: &Props) -> Html {
    let texts = use_texts();
    let says = props.verdict.as_ref().map(|verdict| &verdict.says);
    html! {
        <div aria-live="polite">
            if let Some(Ok(fault)) = says {
                { remarks(&texts, fault.findings.iter().map(|it| (None, it))) }
                if fault.refused.is_empty() {
                    <p class="cw-note">{ texts.get("issue-allowed") }</p>
                }
            }
        </div>
    }
}

/// The id of the place where a refusal stands.
pub const REFUSAL: &str = "issue-refused";
/// In milliseconds: shorter than one waits, longer than between two keys.
const PAUSE: u32 = 200;

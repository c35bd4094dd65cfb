//! What a table would come to, before it is issued from.

use super::form::Form;
use super::settings::is_of_days;
use crate::components::command::Command;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, HeardOfOffice, use_texts, use_tickets};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::authority::BadRow;
use certwright::engine::office::{BatchFacts, OfficeAnswer, OfficeAsk};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// What was found out last, about which edition of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    edition: u32,
    heard: Option<Result<Rc<BatchFacts>, Error>>,
}

impl Check {
    /// What the form's table would come to; nothing while that is being found out.
    pub fn of(&self, form: &Form) -> Option<Result<&BatchFacts, &Error>> {
        let heard = self.heard.as_ref().filter(|_| self.edition == form.edition);
        heard.map(|heard| heard.as_ref().map(|facts| &**facts))
    }
}

/// Has the table checked whenever the form has changed, or what the authority keeps, while it is looked at.
#[hook]
pub fn use_check(form: &Form, issuer: u32, is_shown: bool) -> Check {
    let engine = use_context::<EngineContext>();
    let check = use_state_eq(Check::default);
    let tickets = use_tickets();
    let state = engine.as_ref().map(|engine| &engine.state);
    let changes = state.map_or((0, 0), |state| (state.office_changes, state.deaths));
    {
        let (check, form) = (check.setter(), form.clone());
        let deps = (form.edition, issuer, changes, is_shown);
        use_effect_with(deps, move |(edition, ..)| {
            let (ticket, edition) = (tickets.draw(), *edition);
            let ask = move || {
                if !is_shown {
                    return;
                }
                let (Some(engine), Some((order, file))) = (engine, form.order(issuer)) else {
                    return;
                };
                let heard = Callback::from(move |heard: HeardOfOffice| {
                    let heard = match heard {
                        Ok(OfficeAnswer::BatchChecked(facts)) => Ok(Rc::new(facts)),
                        Ok(_) => return,
                        Err(error) => Err(error),
                    };
                    if ticket.is_valid() {
                        let heard = Some(heard);
                        check.set(Check { edition, heard });
                    }
                });
                let files = file.into_iter().collect();
                engine.office_with(OfficeAsk::CheckBatch(order), files, heard);
            };
            // Not at every key: thousands of rows take a moment.
            let soon = Timeout::new(PAUSE, ask);
            move || drop(soon)
        });
    }
    (*check).clone()
}

/// In milliseconds.
const PAUSE: u32 = 300;

/// Properties of [`Checked`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub form: Rc<Form>,
    /// What was found out.
    pub check: Check,
}

/// Says it.
#[component]
pub fn Checked(props: &Props) -> Html {
    let texts = use_texts();
    let found = props.check.of(&props.form);
    let words = match &found {
        None if props.form.days().is_none() => String::new(),
        None => texts.get("batch-checking"),
        Some(Err(_)) => String::new(),
        Some(Ok(facts)) => summary(&texts, facts),
    };
    html! {
        <section class="cw-stack" aria-labelledby="batch-checked">
            <h3 class="cw-group-label" id="batch-checked">{ texts.get("batch-checked") }</h3>
            <p role="status">{ words }</p>
            <div aria-live="polite">
                if let Some(Err(error)) = &found && !is_of_days(error) {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
            </div>
            if let Some(Ok(facts)) = found {
                { bad_rows(&texts, &facts.bad, facts.more_bad) }
                { first(&texts, facts) }
                { command(&texts, facts) }
            }
        </section>
    }
}

fn summary(texts: &Texts, facts: &BatchFacts) -> String {
    let bad = all_bad(&facts.bad, facts.more_bad);
    let good = texts.with("batch-good", &[("count", facts.good.into())]);
    match bad {
        0 => good,
        bad => texts.sentences(&[good, texts.with("batch-bad", &[("count", bad.into())])]),
    }
}

fn all_bad(bad: &[BadRow], more: u32) -> usize {
    bad.len() + usize::try_from(more).unwrap_or_default()
}

/// The rows that cannot be issued from: line, column, and why.
pub fn bad_rows(texts: &Texts, bad: &[BadRow], more: u32) -> Html {
    if bad.is_empty() {
        return Html::default();
    }
    let rest = all_bad(bad, more).saturating_sub(MOST_BAD);
    html! {
        <Notice tone={Tone::Warning} title={texts.get("batch-bad-rows")}>
            <ul class="cw-remarks">{ for bad.iter().take(MOST_BAD).map(|row| bad_row(texts, row)) }</ul>
            if rest > 0 {
                <p>{ texts.with("and-more", &[("count", rest.into())]) }</p>
            }
        </Notice>
    }
}

fn bad_row(texts: &Texts, row: &BadRow) -> Html {
    let place = match &row.column {
        None => texts.with("batch-line", &[("line", row.line.into())]),
        Some(column) => texts.with(
            "batch-line-column",
            &[
                ("line", row.line.into()),
                ("column", wording::shortened(column).into()),
            ],
        ),
    };
    html! { <li><strong>{ place }</strong><span>{ wording::error(texts, &row.error) }</span></li> }
}

/// The first of the good rows.
fn first(texts: &Texts, facts: &BatchFacts) -> Html {
    if facts.first.is_empty() {
        return Html::default();
    }
    let rest = facts.good as usize - facts.first.len().min(facts.good as usize);
    let row = |(subject, names): &(String, Vec<String>)| {
        let shown = names.iter().take(MOST_NAMES);
        let mut words: Vec<String> = shown.map(|name| wording::shortened(name)).collect();
        if names.len() > MOST_NAMES {
            let more = names.len() - MOST_NAMES;
            words.push(texts.with("and-more", &[("count", more.into())]));
        }
        html! {
            <li>
                <span class="cw-code">{ wording::shortened(subject) }</span>
                <span class="cw-note">{ texts.list(&words) }</span>
            </li>
        }
    };
    html! {
        <>
            <h4 class="cw-group-label">{ texts.get("batch-first") }</h4>
            <ul class="cw-remarks">{ for facts.first.iter().map(row) }</ul>
            if rest > 0 {
                <p class="cw-note">{ texts.with("and-more", &[("count", rest.into())]) }</p>
            }
        </>
    }
}

/// The same at a shell, as far as it is shown.
fn command(texts: &Texts, facts: &BatchFacts) -> Html {
    if facts.good == 0 {
        return Html::default();
    }
    let is_part = facts.command.is_some() && facts.commanded < facts.good;
    let count = [("count", facts.commanded.into())];
    html! {
        <>
            <Command text={facts.command.clone().map(AttrValue::from)} none="command-none-here" describedby="batch-checked" />
            if is_part {
                <p class="cw-note">{ texts.with("batch-command-part", &count) }</p>
            }
        </>
    }
}

/// How many rows are told what is wrong with them.
const MOST_BAD: usize = 50;
/// How many names of a row are shown.
const MOST_NAMES: usize = 6;

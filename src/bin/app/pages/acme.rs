//! What a client of a public authority needs beside a request: its account's key, answers to
//! challenges, signed messages.

mod account;
mod answers;
mod challenge;
mod form;
mod key_name;
mod line;
mod message;
mod new_account;
mod open_account;
mod signed;

pub use form::AcmeForm;

use crate::components::trouble::TroubleNotice;
use crate::hooks::{EngineContext, Making, focus, use_texts};
use account::{Account, Choice};
use certwright::engine::ItemSummary;
use challenge::ChallengeForm;
use form::Action;
use message::MessageForm;
use new_account::NewAccount;
use open_account::OpenAccount;
use yew::prelude::*;

/// Properties of [`Acme`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was typed.
    pub form: UseReducerHandle<AcmeForm>,
}

/// The page.
#[component]
pub fn Acme(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_focus_on_new(&engine);
    use_made_account(&engine, form);
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("acme") }</h1>
                <p class="cw-lead">{ texts.get("acme-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-halves">
                    <NewAccount {form} />
                    <OpenAccount {form} />
                </div>
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.trouble_with(Making::Account) {
                    <TroubleNotice trouble={trouble.clone()} />
                }
            </section>
            { accounts(&engine, form, &texts.get("acme-accounts"), &texts.get("acme-none")) }
            <section class="pf-v6-c-page__main-section" aria-labelledby="acme-request">
                <h2 class="pf-v6-c-title pf-m-xl" id="acme-request">{ texts.get("acme-request") }</h2>
                <p class="cw-text">{ texts.get("acme-request-note") }</p>
                <div class="cw-actions"><a class="pf-v6-c-button pf-m-secondary" href="#/requests"><span class="pf-v6-c-button__text">{ texts.get("acme-request-link") }</span></a></div>
            </section>
        </>
    }
}

/// The account in use and what it does; what to do while there is none.
fn accounts(
    engine: &EngineContext,
    form: &UseReducerHandle<AcmeForm>,
    title: &str,
    none: &str,
) -> Html {
    let accounts = engine.state.desk.iter();
    let accounts = accounts.filter(|item| engine.state.is_account(item.id));
    let accounts: Vec<ItemSummary> = accounts.cloned().collect();
    let chosen = |item: &&ItemSummary| form.account == Some(item.id);
    let used = accounts.iter().find(chosen).or(accounts.last());
    let facts = used.and_then(|item| engine.state.accounts.get(&item.id));
    html! {
        <>
            <section class="pf-v6-c-page__main-section" aria-labelledby="accounts">
                <h2 class="pf-v6-c-title pf-m-xl" id="accounts" tabindex="-1">{ title }</h2>
                if let (Some(item), Some(facts)) = (used, facts) {
                    if accounts.len() > 1 {
                        <Choice {form} accounts={accounts.clone()} chosen={item.id} />
                    }
                    <Account item={item.clone()} facts={facts.clone()} />
                } else {
                    <p class="cw-text">{ none }</p>
                }
            </section>
            if let Some(item) = used {
                <ChallengeForm {form} account={item.clone()} />
                <MessageForm {form} account={item.clone()} />
            }
        </>
    }
}

/// An account key that was made is the one in use, whichever was before.
#[hook]
fn use_made_account(engine: &EngineContext, form: &UseReducerHandle<AcmeForm>) {
    let made = engine.state.made_account.and_then(|id| {
        let facts = engine.state.accounts.get(&id)?;
        Some((id, facts.thumbprint.clone()))
    });
    let form = form.dispatcher();
    use_effect_with(made, move |made| {
        if let Some((id, thumbprint)) = made {
            form.dispatch(Action::Made(*id, thumbprint.clone()));
        }
    });
}

/// The focus goes to what changed: to the progress when a key is begun, to the account when there is
/// another, to what went wrong.
#[hook]
fn use_focus_on_new(engine: &EngineContext) {
    let working = engine.state.work_on(Making::Account).is_some();
    let failed = engine.state.trouble_with(Making::Account).is_some();
    let count = engine.state.accounts.len();
    let before = use_mut_ref(|| (working, count));
    use_effect_with((working, count), move |(working, count)| {
        let (worked, counted) = before.replace((*working, *count));
        if *count > counted {
            focus("accounts");
        } else if *working && !worked {
            focus("working");
        } else if worked && !working && failed {
            focus("trouble");
        }
    });
}

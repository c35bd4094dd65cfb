//! A key's numbers, the secret ones hidden until asked for, and whether they are sound.

use super::item_card::described_by;
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::notice::{Notice, Tone};
use crate::components::source_file::SourceFile;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts, use_tickets};
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use certwright::pki::{Secrets, command};
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`Inside`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The key.
    pub item: ItemSummary,
}

/// What the engine said last.
#[derive(Clone, PartialEq)]
enum Said {
    Nothing,
    Text(Zeroizing<String>, Secrets),
    Sound,
    Refused(Error),
}

/// What `openssl pkey -text` and `openssl rsa -check` say.
#[component]
pub fn Inside(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let said = use_state_eq(|| Said::Nothing);
    let checked = use_state_eq(|| Said::Nothing);
    let asking = use_state_eq(|| false);
    let tickets = use_tickets();
    let item = props.item.id;
    let id = |name: &str| format!("{name}-{item}");
    let private = match &props.item.content {
        Content::PrivateKey(key) => Some(key.algorithm),
        _ => None,
    };
    let show = |secrets: Secrets| {
        let (engine, said, asking) = (engine.clone(), said.clone(), asking.clone());
        let (numbers, tickets) = (id("numbers"), tickets.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            let Some(engine) = &engine else { return };
            let (said, numbers) = (said.clone(), numbers.clone());
            let ticket = tickets.draw();
            let answer = Callback::from(move |heard: Heard| {
                // They were hidden again before they were there.
                if !ticket.is_valid() {
                    return;
                }
                said.set(match heard {
                    Ok(Answer::Text(text)) => Said::Text(text, secrets),
                    Ok(_) => Said::Nothing,
                    Err(error) => Said::Refused(error),
                });
                // The question went with its buttons.
                if secrets == Secrets::Shown {
                    focus_soon(numbers.clone());
                }
            });
            engine.ask(Ask::Text { item, secrets }, answer);
        })
    };
    let hide = {
        let (said, tickets) = (said.setter(), tickets.clone());
        Callback::from(move |_: MouseEvent| {
            tickets.void();
            said.set(Said::Nothing);
        })
    };
    let (question, opener) = (id("secrets"), id("show-secrets"));
    let ask_first = use_callback(
        (asking.setter(), question.clone()),
        |_, (asking, question)| {
            asking.set(true);
            focus_soon(question.clone());
        },
    );
    let keep_hidden = use_callback((asking.setter(), opener.clone()), |_, (asking, opener)| {
        asking.set(false);
        focus_soon(opener.clone());
    });
    let check = {
        let (engine, checked) = (engine.clone(), checked.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(engine) = &engine else { return };
            let checked = checked.clone();
            let answer = Callback::from(move |heard: Heard| {
                checked.set(match heard {
                    Ok(_) => Said::Sound,
                    Err(error) => Said::Refused(error),
                });
            });
            engine.ask(Ask::Check { item }, answer);
        })
    };
    let source = SourceFile::of(&props.item);
    let text = props
        .item
        .key()
        .and_then(|key| command::text(source.source(), key.algorithm));
    let text = text.map(AttrValue::from);
    let describedby = format!("{} {}", described_by(item), id("inside"));
    html! {
        <section>
            <h4 class="cw-group-label" id={id("inside")}>{ texts.get("look-inside") }</h4>
            <div class="cw-actions">
                if matches!(*said, Said::Text(..)) {
                    <Button label={texts.get("hide-numbers")} onclick={hide} />
                } else {
                    <Button label={texts.get("show-numbers")} onclick={show(Secrets::Hidden)} />
                }
                if private.is_some() {
                    <Button label={texts.get("check-key")} onclick={check} />
                }
            </div>
            <div aria-live="polite">
                { verdict(&texts, &checked) }
                { verdict(&texts, &said) }
            </div>
            if let Said::Text(text, secrets) = &*said {
                <pre id={id("numbers")} class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("look-inside")}>{ text.as_str() }</pre>
                if private.is_some() && *secrets == Secrets::Hidden {
                    if *asking {
                        <div id={question} tabindex="-1">
                            <Notice tone={Tone::Warning} title={texts.get("show-secrets-question")}
                                actions={html! {
                                    <>
                                        <Button label={texts.get("show-secrets-yes")} onclick={show(Secrets::Shown)} />
                                        <Button label={texts.get("show-secrets-no")} look={Look::Link} onclick={keep_hidden} />
                                    </>
                                }}
                            >{ texts.get("show-secrets-advice") }</Notice>
                        </div>
                    } else {
                        <Button label={texts.get("show-secrets")} look={Look::Link} id={opener} onclick={ask_first} />
                    }
                }
            }
            <Command text={text} describedby={describedby.clone()} />
            if let Some(algorithm) = private {
                <Command name="command-check" text={command::check(source.source(), algorithm).map(AttrValue::from)} {describedby} />
            }
        </section>
    }
}

fn verdict(texts: &crate::texts::Texts, said: &Said) -> Html {
    match said {
        Said::Sound => html! { <Notice tone={Tone::Success} title={texts.get("key-sound")} /> },
        Said::Refused(error) => html! {
            <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
        },
        Said::Nothing | Said::Text(..) => Html::default(),
    }
}

//! A thing as OpenSSL prints it.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::notice::{Notice, Tone};
use crate::components::source_file::SourceFile;
use crate::hooks::{use_asked, use_texts};
use crate::wording;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use certwright::pki::{Secrets, command};
use yew::prelude::*;

/// Properties of [`Printed`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The thing.
    pub item: ItemSummary,
}

/// How many lines are drawn at first: a browser takes its time for a million.
const LINES: usize = 2_000;

/// The text, to be copied.
#[component]
pub fn Printed(props: &Props) -> Html {
    let texts = use_texts();
    let whole = use_state_eq(|| false);
    let item = &props.item;
    let answer = use_asked(item.id, |id| {
        Some(Ask::Text {
            item: *id,
            secrets: Secrets::Hidden,
        })
    });
    let text = match answer.as_deref() {
        None => return html! { <p class="cw-note" role="status">{ texts.get("reading") }</p> },
        Some(Ok(Answer::Text(text))) => visible(text),
        Some(Ok(_)) => return Html::default(),
        Some(Err(error)) => {
            return html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> };
        }
    };
    let beginning = beginning(&text).filter(|_| !*whole);
    let onclick = show(&whole);
    let source = SourceFile::of(item);
    let command = match &item.content {
        Content::PrivateKey(it) | Content::PublicKey(it) => {
            command::text(source.source(), it.algorithm)
        }
        _ => command::describe(source.source()),
    };
    html! {
        <section class="cw-side">
            <div class="cw-actions"><CopyButton name={texts.get("side-text")} text={text.clone()} /></div>
            <pre class="cw-output cw-output-tall cw-code" tabindex="0" role="group" aria-label={texts.get("side-text")}>{ beginning.unwrap_or(&text) }</pre>
            if beginning.is_some() {
                <div class="cw-actions"><Button label={texts.with("show-all-lines", &[("count", text.lines().count().into())])} look={Look::Link} {onclick} /></div>
            }
            <Command text={command.map(AttrValue::from)} />
        </section>
    }
}

/// The same text, but for what would not be seen, or would turn the rest around.
fn visible(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(wording::visible_text).collect();
    lines.join("\n")
}

fn show(whole: &UseStateHandle<bool>) -> Callback<MouseEvent> {
    let whole = whole.clone();
    Callback::from(move |_| whole.set(true))
}

/// The first lines of a text that has many.
fn beginning(text: &str) -> Option<&str> {
    let (end, _) = text.match_indices('\n').nth(LINES)?;
    text.get(..end)
}

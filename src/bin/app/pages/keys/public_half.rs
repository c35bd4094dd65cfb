//! The public half of a key, in any of its forms.

use super::item_card::described_by;
use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::select::Select;
use crate::components::source_file::SourceFile;
use crate::hooks::{EngineContext, Heard, use_texts, use_tickets};
use crate::wording;
use certwright::engine::{Answer, Ask, ItemSummary, KeyFacts, Writing};
use certwright::pki::{Encoding, PublicForm, command};
use yew::prelude::*;

/// Properties of [`PublicHalf`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it is the public half of.
    pub item: ItemSummary,
    /// The key.
    pub of: KeyFacts,
}

/// The form, the text, and the file.
#[component]
pub fn PublicHalf(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let choices = PublicForm::files(props.of.algorithm);
    let chosen = use_state_eq(|| 0_usize);
    let text = use_state_eq(|| None::<String>);
    let tickets = use_tickets();
    let (form, encoding) = choices[(*chosen).min(choices.len() - 1)];
    let item = props.item.id;
    {
        // The text follows the choice.
        let (engine, text) = (engine.clone(), text.clone());
        use_effect_with((form, encoding, item), move |(form, encoding, item)| {
            text.set(None);
            let ticket = tickets.draw();
            if let (Some(engine), Encoding::Pem) = (engine, encoding) {
                let answer = Callback::from(move |heard: Heard| {
                    if let (Ok(Answer::Text(shown)), true) = (heard, ticket.is_valid()) {
                        text.set(Some(shown.to_string()));
                    }
                });
                engine.ask(
                    Ask::Copy(Writing::PublicKey {
                        item: *item,
                        form: *form,
                        encoding: *encoding,
                    }),
                    answer,
                );
            }
        });
    }
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(engine) = &engine {
            let writing = Writing::PublicKey {
                item,
                form,
                encoding,
            };
            engine.ask(Ask::Save(writing), Callback::noop());
        }
    });
    let id = format!("public-form-{item}");
    let heading = format!("public-half-{item}");
    let source = SourceFile::of(&props.item);
    let file = props.item.saved_as(form.ending(encoding));
    let onchange = use_callback(chosen.setter(), |index, chosen| chosen.set(index));
    html! {
        <section>
            <h4 class="cw-group-label" id={heading.clone()}>{ texts.get("public-half") }</h4>
            <Field id={id.clone()} label={texts.get("public-form")}>
                <Select {id} choices={choices.iter().map(|(form, encoding)| AttrValue::from(wording::public_form(&texts, *form, *encoding))).collect::<Vec<_>>()} chosen={*chosen} {onchange} />
            </Field>
            if let Some(text) = &*text {
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get("public-half")}>{ text }</pre>
            }
            <div class="cw-actions">
                <Button label={texts.get("save-public")} icon={Icon::Download} onclick={save} />
                if let Some(text) = &*text {
                    <CopyButton name={texts.get("public-half")} text={text.clone()} />
                }
            </div>
            <Command text={command::public_key(source.source(), props.of.algorithm, form, encoding, &file).map(AttrValue::from)} describedby={format!("{} {heading}", described_by(item))} />
        </section>
    }
}

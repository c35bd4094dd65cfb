//! What a thing is, for whom, until when, what it may do, and what is odd about it.

mod extensions;
mod facts;

use super::oddities::oddities;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{use_asked, use_texts};
use crate::wording;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use extensions::extensions;
use facts::{certificate, key, list, request};
use yew::prelude::*;

/// Properties of [`Overview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The thing.
    pub item: ItemSummary,
}

/// The first look.
#[component]
pub fn Overview(props: &Props) -> Html {
    let texts = use_texts();
    let item = &props.item;
    let is_key = matches!(item.content, Content::PrivateKey(_) | Content::PublicKey(_));
    let answer = use_asked((item.id, is_key), |(id, is_key)| {
        (!is_key).then_some(Ask::Inspect { item: *id })
    });
    let inspection = match answer.as_deref() {
        Some(Ok(Answer::Inspected(inspection))) => Some(inspection),
        Some(Err(error)) => {
            return html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> };
        }
        _ => None,
    };
    let facts = match (
        &item.content,
        inspection.and_then(|it| it.overview.as_ref()),
    ) {
        (Content::Certificate(it), Some(facts)) => certificate(&texts, it, facts),
        (Content::Request(it), Some(facts)) => request(&texts, it, facts),
        (Content::RevocationList(it), _) => list(&texts, it),
        (Content::PrivateKey(it) | Content::PublicKey(it), _) => key(&texts, it),
        _ => Vec::new(),
    };
    html! {
        <section class="cw-side">
            if let Some(inspection) = inspection {
                { oddities(&texts, &inspection.odd) }
            }
            <dl class="cw-table">{ for facts }</dl>
            if let Some(inspection) = inspection {
                { extensions(&texts, inspection) }
            }
        </section>
    }
}

//! An authority's list, to be made on the spot.

use super::deed::use_doing;
use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::hooks::{EngineContext, use_texts};
use certwright::engine::office::OfficeAsk;
use yew::prelude::*;

/// Properties of [`PublishOffer`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority's number.
    pub authority: u32,
}

/// The button that makes a full list, for as long as the authority's lists are good.
#[component]
pub fn PublishOffer(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let doing = use_doing();
    let mut authorities = engine.iter().flat_map(|it| it.state.authorities.iter());
    let Some(authority) = authorities.find(|it| it.id == props.authority) else {
        return Html::default();
    };
    let label = [("authority", authority.label.clone().into())];
    if !authority.has_key {
        return html! { <p class="cw-note">{ texts.with("asking-list-no-key", &label) }</p> };
    }
    let onclick = {
        let (doing, authority, days) = (doing.clone(), authority.id, authority.list.days);
        Callback::from(move |_: MouseEvent| {
            doing.ask(OfficeAsk::Publish {
                authority,
                days,
                is_delta: false,
            });
        })
    };
    html! {
        <div class="cw-stack">
            <div class="cw-actions"><Button label={texts.with("asking-make-list", &label)} icon={Icon::Download} look={Look::Primary} {onclick} /></div>
            { doing.notice(&texts, texts.get("crl-made")) }
        </div>
    }
}

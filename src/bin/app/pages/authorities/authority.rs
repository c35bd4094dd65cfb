//! One authority: how it stands, what can be done with it, and all that belongs to it.

mod facts;
pub mod standing;

use super::batch::Batch;
use super::certificates::Certificates;
use super::configure::Configure;
use super::hand_out::HandOut;
use super::history::History;
use super::lists::Lists;
use super::view::{Go, Shown, Start, Tab};
use crate::components::button::Button;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, use_texts};
use crate::wording;
use certwright::engine::office::CaFacts;
use facts::Facts;
use standing::{Standing, StandingLabel};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Authority`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
    /// Which part of it is shown.
    pub tab: Tab,
    /// Called with what the user wants to see.
    pub go: Callback<Go>,
}

/// The authority.
#[component]
pub fn Authority(props: &Props) -> Html {
    let texts = use_texts();
    let (authority, id) = (&props.authority, props.authority.id);
    let all = use_context::<EngineContext>().map_or(0, |it| it.state.authorities.len());
    let standing = Standing::of(authority);
    // Its table stays as it is behind the other parts, once it was opened.
    let batch_of = use_mut_ref(|| None);
    if props.tab == Tab::Batch {
        *batch_of.borrow_mut() = Some(id);
    }
    let has_batch = *batch_of.borrow() == Some(id);
    html! {
        <div class="cw-inspect-detail">
            <div class="cw-desk-head">
                <h2 class="pf-v6-c-title pf-m-xl cw-wrap" id="authority" tabindex="-1">{ wording::shortened(&authority.label) }</h2>
                <StandingLabel {standing} />
            </div>
            if let Some(advice) = standing.advice() {
                <Notice tone={Tone::Warning} title={texts.get(advice)} />
            }
            <Facts authority={authority.clone()} />
            { deeds(&texts, standing, authority, all > 1, &props.go) }
            { tabs(&texts, props) }
            { match props.tab {
                Tab::Certificates => {
                    let onrenew = props.go.reform(|of: u32| Go::Form(Start::Renewal { of }));
                    let onissue = props.go.reform(move |()| Go::Form(Start::Certificate { issuer: id }));
                    html! { <Certificates authority={Some(authority.clone())} {onrenew} {onissue} /> }
                }
                // The form is more than this authority's, and comes after; so does the table.
                Tab::Issue | Tab::Batch => Html::default(),
                Tab::Lists => html! { <Lists key={id} authority={authority.clone()} /> },
                Tab::Files => html! { <HandOut key={id} authority={authority.clone()} /> },
                Tab::Settings => html! { <Configure key={id} authority={authority.clone()} /> },
                Tab::History => html! { <History key={id} authority={Some(authority.clone())} /> },
            } }
            if has_batch {
                <Batch key={id} authority={authority.clone()} shown={props.tab == Tab::Batch} />
            }
        </div>
    }
}

/// What makes another authority, or another certificate of this one.
fn deeds(
    texts: &crate::texts::Texts,
    standing: Standing,
    authority: &CaFacts,
    has_others: bool,
    go: &Callback<Go>,
) -> Html {
    // One that somebody else signed is theirs to renew.
    let is_ours =
        authority.parent.is_some() || authority.certificate.subject == authority.certificate.issuer;
    let id = authority.id;
    let to = |start: Start| go.reform(move |_: MouseEvent| Go::Form(start));
    html! {
        <div class="cw-actions">
            if standing.can_issue() {
                <Button label={texts.get("authority-below")} onclick={to(Start::Below { issuer: id })} />
            }
            if is_ours {
                <Button label={texts.get("authority-renew")} onclick={to(Start::Renewal { of: id })} />
            }
            if standing.can_issue() && has_others {
                <Button label={texts.get("authority-cross")} onclick={to(Start::Cross { issuer: id })} />
            }
        </div>
    }
}

fn tabs(texts: &crate::texts::Texts, props: &Props) -> Html {
    let id = props.authority.id;
    let tab = |(tab, word): (Tab, &'static str)| {
        let onclick = props
            .go
            .reform(move |_: MouseEvent| Go::To(Shown::Authority(id, tab)));
        let is_on = props.tab == tab;
        html! {
            <button type="button" class={classes!("cw-tab", is_on.then_some("cw-tab-on"))} aria-pressed={is_on.to_string()} {onclick}>{ texts.get(word) }</button>
        }
    };
    let all = [
        (Tab::Certificates, "tab-certificates"),
        (Tab::Issue, "tab-issue"),
        (Tab::Lists, "tab-lists"),
        (Tab::Batch, "tab-batch"),
        (Tab::Files, "tab-files"),
        (Tab::Settings, "tab-settings"),
        (Tab::History, "tab-history"),
    ];
    html! { <div class="cw-tabs" role="group" aria-label={texts.get("authority-tabs")}>{ for all.into_iter().map(tab) }</div> }
}

//! Authorities: the tree of them, and what they issue and keep.

mod authority;
mod batch;
mod certificates;
mod checks;
mod configure;
mod create;
mod explained;
mod from_request;
mod hand_out;
mod history;
mod import;
mod issue;
mod issued;
mod lists;
mod renew;
mod templates;
mod tree;
mod view;

use crate::components::button::{Button, Look};
use crate::components::trouble::TroubleNotice;
use crate::components::vault_notice::VaultNotice;
use crate::hooks::{EngineContext, Making, focus_soon, use_focus_on_work, use_texts};
use authority::Authority;
use certificates::Certificates;
use certwright::engine::office::{CaFacts, OfficeAsk, Safety};
use create::Create;
use history::History;
use import::Import;
use issue::Issue;
use std::rc::Rc;
use templates::Templates;
use tree::Tree;
use view::{Go, Shown, Start, Tab, View, Wide};
use yew::prelude::*;

/// Properties of [`Authorities`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether this is the page of the address; hidden, it keeps what was filled in.
    pub shown: bool,
}

/// The page.
#[component]
pub fn Authorities(props: &Props) -> Html {
    let texts = use_texts();
    let view = use_reducer(View::default);
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_authorities(&engine, &view);
    use_first(&engine, &view);
    let go = use_callback(view.dispatcher(), |go: Go, view| {
        let is_chosen = matches!(go, Go::To(Shown::Authority(..)));
        view.dispatch(go);
        if is_chosen {
            focus_soon("authority".into());
        }
    });
    let safety = engine.state.vault.as_ref().map(|vault| vault.safety);
    let is_locked = safety == Some(Safety::Locked);
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id={props.shown.then_some("page-title")} tabindex="-1">{ texts.get("authorities") }</h1>
                <p class="cw-lead">{ texts.get("authorities-lead") }</p>
                <VaultNotice />
            </section>
            // Locked, it shows nothing, but what was being filled in is there again afterwards.
            <div hidden={is_locked}>
                <Content shown={props.shown && !is_locked} view={(*view).clone()} {go} authorities={engine.state.authorities.clone()} />
            </div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ContentProps {
    shown: bool,
    view: View,
    go: Callback<Go>,
    authorities: Rc<Vec<CaFacts>>,
}

/// The tree, and beside it what is chosen; on a phone, below it.
#[component]
fn Content(props: &ContentProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let ContentProps {
        view,
        go,
        authorities,
        ..
    } = props;
    // The form is one for all authorities, and stays what it is behind whatever else is shown.
    let form = match view.start {
        Some(start) => html! {
            <Issue {start} name={view.name.clone()} opened={view.opened} shown={props.shown && view.is_form()} {go} />
        },
        None => html! { <AfterQuick /> },
    };
    let chosen = match view.shown {
        Shown::Authority(id, tab) => {
            let found = authorities.iter().find(|it| it.id == id);
            found.map(|it| (Rc::new(it.clone()), tab))
        }
        _ => None,
    };
    // Before there is anything, there is nothing to choose from.
    let is_bare =
        authorities.is_empty() && matches!(view.shown, Shown::First | Shown::Authority(..));
    let trouble = engine.and_then(|it| it.state.trouble_with(Making::Certificate).cloned());
    let onchoose = {
        let tab = chosen.as_ref().map_or(Tab::Certificates, |(_, tab)| *tab);
        // The form has its own list of authorities, and is not opened by looking around.
        let tab = if tab == Tab::Issue {
            Tab::Certificates
        } else {
            tab
        };
        go.reform(move |id: u32| Go::To(Shown::Authority(id, tab)))
    };
    html! {
        <section class={classes!("pf-v6-c-page__main-section", (!is_bare).then_some("cw-inspect"))}>
            if !is_bare {
                <div class="cw-inspect-list cw-stack">
                    <Tree authorities={authorities.clone()} chosen={chosen.as_ref().map(|(it, _)| it.id)} {onchoose} />
                    { wide(&texts, view, go, authorities.is_empty()) }
                </div>
            }
            <div class="cw-inspect-detail">
                if let Some((authority, tab)) = &chosen {
                    <Authority authority={authority.clone()} tab={*tab} {go} />
                }
                { match view.shown {
                    Shown::Wide(part) => part_of_all(part, go),
                    _ if is_bare => html! { <Create {go} /> },
                    _ => Html::default(),
                } }
                if let Some(trouble) = trouble.filter(|_| is_bare) {
                    <div class="cw-outcome" aria-live="polite"><TroubleNotice {trouble} shown={props.shown} /></div>
                }
                { form }
            </div>
        </section>
    }
}

/// Without the form, the focus goes to the authority that was made from a name alone.
#[component]
fn AfterQuick() -> Html {
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_focus_on_work(&engine, Making::Certificate, "authority".into());
    Html::default()
}

/// What is about all authorities, or makes another root.
fn wide(texts: &crate::texts::Texts, view: &View, go: &Callback<Go>, is_empty: bool) -> Html {
    let button = |(part, word): (Wide, &'static str)| {
        let onclick = go.reform(move |_: MouseEvent| Go::To(Shown::Wide(part)));
        let pressed = view.shown == Shown::Wide(part);
        html! { <li><Button label={texts.get(word)} look={Look::Link} {pressed} {onclick} /></li> }
    };
    let all = [
        (Wide::Certificates, "wide-certificates"),
        (Wide::Templates, "wide-templates"),
        (Wide::Import, "wide-import"),
        (Wide::History, "wide-history"),
    ];
    let root = go.reform(|_: MouseEvent| Go::Root(None));
    let first = go.reform(|_: MouseEvent| Go::To(Shown::First));
    html! {
        <div>
            <div class="cw-actions">
                <Button label={texts.get("wide-root")} onclick={root} />
                if is_empty {
                    <Button label={texts.get("wide-first")} look={Look::Link} onclick={first} />
                }
            </div>
            <ul class="cw-wide" role="list" aria-label={texts.get("wide")}>{ for all.into_iter().map(button) }</ul>
        </div>
    }
}

fn part_of_all(part: Wide, go: &Callback<Go>) -> Html {
    match part {
        Wide::Certificates => {
            let onrenew = go.reform(|of: u32| Go::Form(Start::Renewal { of }));
            let onissue = go.reform(|()| Go::To(Shown::First));
            html! { <Certificates authority={None::<Rc<CaFacts>>} {onrenew} {onissue} /> }
        }
        Wide::Templates => html! { <Templates /> },
        Wide::Import => html! { <Import /> },
        Wide::History => html! { <History authority={None::<Rc<CaFacts>>} /> },
    }
}

/// The authorities are asked for whenever anything has changed; one that is gone is shown no more.
#[hook]
fn use_authorities(engine: &EngineContext, view: &UseReducerHandle<View>) {
    {
        let engine = engine.clone();
        let changes = engine.state.office_changes;
        use_effect_with(changes, move |_| {
            engine.office(OfficeAsk::Authorities, Callback::noop());
        });
    }
    let view = view.dispatcher();
    let all = engine.state.authorities.iter();
    let known: Vec<u32> = all.map(|it| it.id).collect();
    use_effect_with(known, move |known| view.dispatch(Go::Known(known.clone())));
}

/// The first authority that there is, or that was made without the form, is shown.
#[hook]
fn use_first(engine: &EngineContext, view: &UseReducerHandle<View>) {
    let first = engine.state.authorities.first().map(|it| it.id);
    let is_first = view.shown == Shown::First;
    let view = view.dispatcher();
    use_effect_with((first, is_first), move |(first, is_first)| {
        if let (Some(first), true) = (*first, *is_first) {
            view.dispatch(Go::To(Shown::Authority(first, Tab::Certificates)));
        }
    });
}

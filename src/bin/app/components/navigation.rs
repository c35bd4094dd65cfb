//! The pages, in the order of a person's needs.

use crate::hooks::use_texts;
use crate::route::Route;
use yew::prelude::*;
use yew_router::prelude::*;

const PAGES: [(Route, &str); 9] = [
    (Route::QuickStart, "quick-start"),
    (Route::Authorities, "authorities"),
    (Route::Requests, "requests"),
    (Route::Keys, "keys"),
    (Route::Inspect, "inspect"),
    (Route::Verify, "verify"),
    (Route::Acme, "acme"),
    (Route::Random, "random"),
    (Route::Settings, "settings"),
];

/// Properties of [`Navigation`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Called when a page is chosen, also the one that is shown already.
    pub onchoose: Callback<()>,
}

/// Links to the pages.
#[component]
pub fn Navigation(props: &Props) -> Html {
    let texts = use_texts();
    let here = use_route::<Route>();
    html! {
        <nav class="pf-v6-c-nav" aria-label={texts.get("navigation")}>
            <ul class="pf-v6-c-nav__list" role="list">
                { for PAGES.map(|(route, name)| {
                    let current = here == Some(route);
                    html! {
                        <li class="pf-v6-c-nav__item">
                            <a
                                class={classes!("pf-v6-c-nav__link", current.then_some("pf-m-current"))}
                                href={format!("#{}", route.to_path())}
                                aria-current={current.then_some("page")}
                                onclick={props.onchoose.reform(|_| ())}
                            ><span class="pf-v6-c-nav__link-text">{ texts.get(name) }</span></a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

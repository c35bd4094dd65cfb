//! The whole page: language, theme, engine and offline state at the top, the route's page below.

use crate::components::button::{Button, Look};
use crate::components::notice::{Notice, Tone};
use crate::components::shell::Shell;
use crate::hooks::{
    EngineContext, Heard, InspectContext, Office, Offline, focus, use_auto_lock, use_drop_anywhere,
    use_engine, use_launch, use_office, use_offline, use_texts,
};
use crate::pages::{
    acme::{Acme, AcmeForm},
    authorities::Authorities,
    inspect::Inspect,
    keys::Keys,
    not_found::NotFound,
    quick_start::QuickStart,
    random::Random,
    requests::Requests,
    rules::Rules,
    settings::Settings,
    verify::{Verify, VerifyAction, VerifyForm},
};
use crate::preferences::{self, Theme};
use crate::route::Route;
use crate::texts::{Language, Texts};
use certwright::engine::Answer;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew_router::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let texts = use_state_eq(|| Texts::new(preferences::language()));
    let theme = use_theme();
    let engine = use_engine();
    let office = use_office(&engine);
    use_auto_lock(&office);
    let offline = use_offline();
    use_farewell(&engine);
    {
        let texts = (*texts).clone();
        use_effect_with(texts, |texts| {
            preferences::show_language(texts.language());
        });
    }
    let on_language = use_callback(texts.setter(), |language: Language, texts| {
        preferences::set_language(language);
        texts.set(Texts::new(language));
    });
    let on_theme = use_callback(theme.clone(), |chosen: Theme, theme| {
        preferences::set_theme(chosen);
        theme.set(chosen);
    });
    let settings =
        html! { <Settings theme={*theme} on_theme={&on_theme} on_language={&on_language} /> };
    html! {
        <ContextProvider<Texts> context={(*texts).clone()}>
        <ContextProvider<EngineContext> context={engine}>
        <ContextProvider<Office> context={office}>
        <ContextProvider<Offline> context={offline}>
            <HashRouter>
                <Shell theme={*theme} {on_theme} {on_language} banner={html! { <NewVersion /> }}>
                    <Pages {settings} />
                </Shell>
            </HashRouter>
        </ContextProvider<Offline>>
        </ContextProvider<Office>>
        </ContextProvider<EngineContext>>
        </ContextProvider<Texts>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PagesProps {
    settings: Html,
}

/// The page of the address. The forms of the quick start and of requests stay mounted behind the
/// others, the latter once it was seen, so that nothing that was filled in is lost.
#[component]
fn Pages(props: &PagesProps) -> Html {
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let (engine, navigator) = (use_context::<EngineContext>(), use_navigator());
    use_title(route);
    let acme = use_reducer(AcmeForm::default);
    let verify = use_reducer(VerifyForm::default);
    let inspected = use_state_eq(|| None);
    {
        let (form, inspected) = (verify.dispatcher(), inspected.setter());
        let deaths = engine.as_ref().map_or(0, |engine| engine.state.deaths);
        use_effect_with(deaths, move |deaths| {
            if *deaths > 0 {
                form.dispatch(VerifyAction::Lose);
                inspected.set(None);
            }
        });
    }
    // Whatever is dropped where nothing waits for it lies on the desk then, and so does what the operating
    // system opens with this page.
    let open = |route: Route| {
        let (engine, navigator) = (engine.clone(), navigator.clone());
        let inspected = inspected.setter();
        Callback::from(move |files| {
            if let (Some(engine), Some(navigator)) = (&engine, &navigator) {
                let inspected = inspected.clone();
                let heard = Callback::from(move |heard: Heard| {
                    if let Ok(Answer::Opened(items)) = heard {
                        inspected.set(items.first().map(|item| item.id));
                    }
                });
                engine.open(files, heard);
                navigator.push(&route);
            }
        })
    };
    use_drop_anywhere(open(match route {
        Route::Inspect | Route::Verify => route,
        _ => Route::Keys,
    }));
    use_launch(open(Route::Inspect));
    let onverify = {
        let (form, navigator) = (verify.dispatcher(), use_navigator());
        Callback::from(move |leaf: u32| {
            form.dispatch(VerifyAction::Leaf(leaf));
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Verify);
            }
        })
    };
    let navigator = use_navigator();
    let oninspect = use_callback(
        (inspected.setter(), navigator),
        |item: u32, (inspected, navigator)| {
            inspected.set(Some(item));
            if let Some(navigator) = navigator {
                navigator.push(&Route::Inspect);
            }
        },
    );
    let first = use_mut_ref(|| true);
    let seen = use_mut_ref(|| false);
    if route == Route::Requests {
        seen.replace(true);
    }
    let has_requests = *seen.borrow();
    let has_authorities = use_mut_ref(|| false);
    if route == Route::Authorities {
        has_authorities.replace(true);
    }
    let has_authorities = *has_authorities.borrow();
    use_effect_with(route, move |_| {
        // A new page is announced by the focus on its heading, but the first one leaves the focus
        // where the browser puts it.
        if !first.replace(false) {
            focus("page-title");
        }
    });
    html! {
        <ContextProvider<InspectContext> context={InspectContext(oninspect)}>
            <div hidden={route != Route::QuickStart}><QuickStart shown={route == Route::QuickStart} /></div>
            if has_requests {
                <div hidden={route != Route::Requests}><Requests shown={route == Route::Requests} /></div>
            }
            if has_authorities {
                <div hidden={route != Route::Authorities}><Authorities shown={route == Route::Authorities} /></div>
            }
            { match route {
                Route::QuickStart | Route::Requests | Route::Authorities => Html::default(),
                Route::Acme => html! { <Acme form={acme} /> },
                Route::Inspect => html! { <Inspect chosen={inspected} {onverify} /> },
                Route::Rules => html! { <Rules /> },
                Route::Verify => html! { <Verify form={verify} /> },
                Route::Keys => html! { <Keys /> },
                Route::Random => html! { <Random /> },
                Route::Settings => props.settings.clone(),
                Route::NotFound => html! { <NotFound /> },
            } }
        </ContextProvider<InspectContext>>
    }
}

/// What browser tabs, history and screen readers call the page.
#[hook]
fn use_title(route: Route) {
    let texts = use_texts();
    use_effect_with((route, texts), |(route, texts)| {
        let title = match route.name() {
            Some(name) => texts.with("title-of-page", &[("page", texts.get(name).into())]),
            None => texts.get("title"),
        };
        document().set_title(&title);
    });
}

/// A new version is offered, never forced.
#[component]
fn NewVersion() -> Html {
    let texts = use_texts();
    let offline = use_context::<Offline>().unwrap_or_default();
    let update = use_callback(offline.clone(), |_, offline| offline.update());
    let Offline::NewVersion(_) = offline else {
        return Html::default();
    };
    let actions =
        html! { <Button label={texts.get("update-now")} look={Look::Link} onclick={update} /> };
    html! {
        <section class="pf-v6-c-page__main-section" role="status">
            <Notice tone={Tone::Info} title={texts.get("update-title")} {actions}>{ texts.get("update-advice") }</Notice>
        </section>
    }
}

/// The theme chosen, shown on the document, also when the system changes its own.
#[hook]
fn use_theme() -> UseStateHandle<Theme> {
    let theme = use_state_eq(preferences::theme);
    use_effect_with(*theme, |theme| {
        let theme = *theme;
        let query = window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten();
        preferences::show_theme(theme, query.as_ref().is_some_and(|query| query.matches()));
        let listener = query.map(|query| {
            let changed = query.clone();
            EventListener::new(&query, "change", move |_| {
                preferences::show_theme(theme, changed.matches())
            })
        });
        move || drop(listener)
    });
    theme
}

/// The browser asks before the tab is closed over private keys that were not saved, or authorities that are in
/// memory only.
#[hook]
fn use_farewell(engine: &EngineContext) {
    let unsaved = engine.state.has_unsaved();
    use_effect_with(unsaved, |unsaved| {
        let listener = unsaved.then(|| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                event.prevent_default();
                event
                    .unchecked_ref::<web_sys::BeforeUnloadEvent>()
                    .set_return_value("unsaved");
            })
        });
        move || drop(listener)
    });
}

//! The table with all that is around it.

use super::bar::Bar;
use super::deed::use_doing;
use super::keeping::{DAYS_BEFORE, Keeping, read_days};
use super::paging::Paging;
use super::question::Question;
use super::table::Table;
use super::ticked::Ticked;
use super::view::{Action, View};
use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, focus_soon, use_texts, use_told};
use crate::wording;
use certwright::authority::Rows;
use certwright::engine::office::{CaFacts, OfficeAnswer, OfficeAsk, OfficeFile};
use certwright::pki::Encoding;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Overview`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown.
    pub view: Rc<View>,
    /// The authority; all, where there is none.
    pub authority: Option<Rc<CaFacts>>,
    /// Called with what the user does.
    pub act: Callback<Action>,
    /// Called when something is to be issued.
    pub onissue: Callback<()>,
}

/// The id of the heading.
pub const HEADING: &str = "certs-heading";

/// The table with its search, its pages, and what can be done with it.
#[component]
pub fn Overview(props: &Props) -> Html {
    let texts = use_texts();
    let Props { view, act, .. } = props;
    let days = use_state_eq(|| DAYS_BEFORE.to_string());
    let query = view.query(props.authority.as_ref().map(|it| it.id));
    let told = use_told(query.clone(), |query| Some(OfficeAsk::Rows(query.clone())));
    {
        let (act, answer) = (act.clone(), told.clone());
        use_effect_with(told.as_ref().map(Rc::as_ptr), move |_| {
            let heard = answer.as_deref().map(|told| &told.heard);
            if let Some(Ok(OfficeAnswer::Rows(rows))) = heard {
                act.emit(Action::Seen(rows.rows.clone(), rows.total));
            }
        });
    }
    let body = match told.as_deref().map(|told| (&told.heard, told.about.skip)) {
        None => html! { <p class="cw-note" role="status">{ texts.get("certs-loading") }</p> },
        Some((Err(error), _)) => html! {
            <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
        },
        Some((Ok(OfficeAnswer::Rows(rows)), _)) if rows.of == 0 => html! {
            <Nothing authority={props.authority.clone()} onissue={&props.onissue} />
        },
        Some((Ok(OfficeAnswer::Rows(rows)), skip)) => {
            let ondays = Callback::from({
                let days = days.setter();
                move |text| days.set(text)
            });
            html! {
                <>
                    <Bar view={view.clone()} profiles={rows.profiles.clone()} act={act.clone()} />
                    <Ticked view={view.clone()} days_before={read_days(&days).unwrap_or(DAYS_BEFORE)} act={act.clone()} />
                    if view.open.is_none() {
                        <Question view={view.clone()} heading={HEADING} act={act.clone()} />
                    }
                    <Found rows={rows.clone()} {skip} view={view.clone()} is_all={props.authority.is_none()} act={act.clone()} />
                    <Keeping {query} days={(*days).clone()} {ondays} />
                </>
            }
        }
        Some((Ok(_), _)) => Html::default(),
    };
    let heading = match props.authority {
        Some(_) => "certs",
        None => "wide-certificates",
    };
    html! {
        <section class="cw-stack cw-certs-box" aria-labelledby={HEADING}>
            <h3 class="pf-v6-c-title pf-m-lg" id={HEADING} tabindex="-1">{ texts.get(heading) }</h3>
            { body }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FoundProps {
    rows: Rows,
    skip: u32,
    view: Rc<View>,
    is_all: bool,
    act: Callback<Action>,
}

/// The rows that were found, or that there are none.
#[component]
fn Found(props: &FoundProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let FoundProps {
        rows, view, act, ..
    } = props;
    if rows.total == 0 {
        let clear = act.reform(|_: MouseEvent| {
            focus_soon("certs-search".into());
            Action::Clear
        });
        return html! {
            <div role="status">
                <Notice tone={Tone::Info} title={texts.get("certs-none-found")} actions={html! { <Button label={texts.get("certs-clear")} onclick={clear} /> }}>
                    { texts.get("certs-none-found-advice") }
                </Notice>
            </div>
        };
    }
    let issuers = props.is_all.then(|| {
        let authorities = engine.iter().flat_map(|it| it.state.authorities.iter());
        let labels = authorities.map(|it| (it.id, it.label.clone()));
        labels.collect::<Vec<_>>()
    });
    let (onskip, label) = (act.reform(Action::Skip), texts.get("certs-pages"));
    html! {
        <>
            <Table view={view.clone()} rows={rows.rows.clone()} {issuers} act={act.clone()} />
            <Paging {label} skip={props.skip} total={rows.total} {onskip} />
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NothingProps {
    authority: Option<Rc<CaFacts>>,
    onissue: Callback<()>,
}

/// Nothing was issued yet.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let texts = use_texts();
    // Without its key an authority issues nothing.
    let can_issue = props.authority.as_ref().is_none_or(|it| it.has_key);
    let root = props.authority.as_ref().filter(|it| it.parent.is_none());
    html! {
        <div class="cw-empty">
            <p class="cw-text">{ texts.get("certs-empty") }</p>
            if let Some(root) = root {
                <Trust authority={root.id} />
            }
            <p class="cw-note">{ texts.get(if can_issue { "certs-empty-advice" } else { "certs-empty-no-key" }) }</p>
            if can_issue {
                <div class="cw-actions"><Button label={texts.get("certs-issue")} look={Look::Primary} onclick={props.onissue.reform(|_| ())} /></div>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TrustProps {
    authority: u32,
}

/// A root's first step: nobody believes what it issues before they have its certificate.
#[component]
fn Trust(props: &TrustProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let of = props.authority;
    let save = {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| {
            doing.save(OfficeFile::Certificate {
                of,
                encoding: Encoding::Pem,
                chain: false,
            });
        })
    };
    html! {
        <>
            <p class="cw-note">{ texts.get("issued-trust") }</p>
            <div class="cw-actions"><Button label={texts.get("certs-save-root")} icon={Icon::Download} onclick={save} /></div>
            { doing.notice(&texts, texts.get("certs-saved")) }
        </>
    }
}

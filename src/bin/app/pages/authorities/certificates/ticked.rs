//! What can be done with all that is ticked.

use super::deed::use_doing;
use super::view::{Action, Asked, View, What};
use super::words::number;
use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::hooks::use_texts;
use certwright::engine::office::OfficeFile;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Ticked`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown.
    pub view: Rc<View>,
    /// How many days before an end the calendar reminds of it.
    pub days_before: u32,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// How many are ticked, and the buttons for them. Its place is there before anything is ticked, so that it is heard.
#[component]
pub fn Ticked(props: &Props) -> Html {
    let texts = use_texts();
    let Props {
        view,
        days_before,
        act,
    } = props;
    let doing = use_doing();
    let ids: Vec<u32> = view.ticked.keys().copied().collect();
    {
        let doing = doing.clone();
        use_effect_with(ids.clone(), move |_| doing.forget());
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let calendar = {
        let (doing, ids) = (doing.clone(), ids);
        let (days_before, language) = (*days_before, texts.language());
        Callback::from(move |_: MouseEvent| {
            doing.save(OfficeFile::CalendarOf {
                entries: ids.clone(),
                days_before,
                language,
            });
        })
    };
    let button = |what: What, label: &'static str, id: &'static str| {
        let rows = view.ticked_for(what);
        if rows.is_empty() {
            return Html::default();
        }
        let many = number(&texts, u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let onclick = act.reform(move |_: MouseEvent| {
            Action::Ask(Some(Asked {
                what,
                rows: rows.clone(),
                opener: id.into(),
            }))
        });
        html! { <Button {id} label={texts.with(label, &[("count", many.into())])} small=true {onclick} /> }
    };
    html! {
        <div class="cw-ticked">
            <p role="status" class="cw-ticked-count">
                { if count > 0 { texts.with("certs-ticked", &[("count", number(&texts, count).into())]) } else { String::new() } }
            </p>
            if count > 0 {
                <div class="cw-actions">
                    { button(What::Revoke, "certs-revoke-count", "ticked-revoke") }
                    { button(What::Hold, "certs-hold-count", "ticked-hold") }
                    { button(What::Release, "certs-release-count", "ticked-release") }
                    <Button label={texts.get("certs-save-calendar")} icon={Icon::Download} small=true onclick={calendar} />
                    <Button label={texts.get("certs-tick-none")} look={Look::Link} small=true onclick={act.reform(|_| Action::TickNone)} />
                </div>
            }
            { doing.notice(&texts, texts.get("certs-saved")) }
        </div>
    }
}

//! The table and its dates as files.

use super::deed::use_doing;
use crate::components::button::Button;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::text_input::TextInput;
use crate::hooks::{focus, use_texts};
use certwright::authority::Query;
use certwright::engine::office::OfficeFile;
use yew::prelude::*;

/// Properties of [`Keeping`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the table shows.
    pub query: Query,
    /// How many days before an end the calendar reminds of it, as typed.
    pub days: AttrValue,
    /// Called with another number of days.
    pub ondays: Callback<String>,
}

/// The table as CSV, and when certificates end as a calendar.
#[component]
pub fn Keeping(props: &Props) -> Html {
    let texts = use_texts();
    let (table, calendar) = (use_doing(), use_doing());
    {
        let table = table.clone();
        use_effect_with(props.query.clone(), move |_| table.forget());
    }
    let onsave = {
        let (table, query) = (table.clone(), props.query.clone());
        Callback::from(move |_: MouseEvent| {
            // Not only the page that is shown.
            table.save(OfficeFile::Table(Query {
                skip: 0,
                count: u32::MAX,
                ..query.clone()
            }));
        })
    };
    let days = read_days(&props.days);
    let problem = days.is_none().then(|| texts.get("certs-days-before-wrong"));
    let ondays = {
        let (calendar, ondays) = (calendar.clone(), props.ondays.clone());
        Callback::from(move |text| {
            calendar.forget();
            ondays.emit(text);
        })
    };
    let onsubmit = {
        let (calendar, authority) = (calendar.clone(), props.query.authority);
        let language = texts.language();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(days_before) = days else {
                return focus(DAYS);
            };
            calendar.save(OfficeFile::Calendar {
                authority,
                entry: None,
                days_before,
                language,
            });
        })
    };
    html! {
        <details class="cw-more">
            <summary>{ texts.get("certs-keep") }</summary>
            <div class="cw-halves">
                <div class="cw-stack">
                    <p class="cw-note">{ texts.get("certs-csv-help") }</p>
                    <div class="cw-actions"><Button label={texts.get("certs-save-csv")} icon={Icon::Download} onclick={onsave} /></div>
                    { table.notice(&texts, texts.get("certs-saved")) }
                </div>
                <form class="pf-v6-c-form" novalidate=true {onsubmit}>
                    <p class="cw-note">{ texts.get("certs-calendar-help") }</p>
                    <Field id={DAYS} label={texts.get("certs-days-before")} problem={problem.clone().map(AttrValue::from)}>
                        <TextInput id={DAYS} inputmode="numeric" value={&props.days} invalid={problem.is_some()} oninput={ondays} />
                    </Field>
                    <div class="cw-actions"><Button label={texts.get("certs-save-all-dates")} icon={Icon::Download} submits=true /></div>
                    { calendar.notice(&texts, texts.get("certs-saved")) }
                </form>
            </div>
        </details>
    }
}

/// A number of days before an end; at most ten years.
pub fn read_days(text: &str) -> Option<u32> {
    let days = text.trim().parse().ok();
    days.filter(|days| *days <= MOST_DAYS)
}

/// As many days before are usual.
pub const DAYS_BEFORE: u32 = 30;

const MOST_DAYS: u32 = 3_650;
const DAYS: &str = "certs-days-before";

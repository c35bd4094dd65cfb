//! What narrows the table down, and the order that no column has.

use super::view::{Action, View};
use super::words::FILTERS;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::wording;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown.
    pub view: Rc<View>,
    /// The profiles that occur.
    pub profiles: Vec<String>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The search, the states and the profiles.
#[component]
pub fn Bar(props: &Props) -> Html {
    let texts = use_texts();
    let Props {
        view,
        profiles,
        act,
    } = props;
    let mut profiles = profiles.clone();
    // What is chosen stays a choice, even if there is none left of it.
    profiles.extend(view.profile.clone().filter(|it| !profiles.contains(it)));
    let states = FILTERS.map(|(_, words)| AttrValue::from(texts.get(words)));
    let state = FILTERS.iter().position(|(it, _)| *it == view.filter);
    let all = [AttrValue::from(texts.get("certs-all-profiles"))];
    let names = profiles
        .iter()
        .map(|name| wording::profile_name(&texts, name).into());
    let choices: Vec<AttrValue> = all.into_iter().chain(names).collect();
    let profile = view.profile.as_ref();
    let profile = profile.and_then(|it| profiles.iter().position(|name| name == it));
    let onstate = act.reform(|place: usize| {
        let filter = FILTERS.get(place).unwrap_or(&FILTERS[0]);
        Action::Filter(filter.0)
    });
    let onprofile = act.reform(move |place: usize| {
        let name = place.checked_sub(1).and_then(|place| profiles.get(place));
        Action::Profile(name.cloned())
    });
    html! {
        <div class="cw-certs-bar" role="search" aria-label={texts.get("certs-narrow")}>
            <Field id="certs-search" label={texts.get("search")} help={AttrValue::from(texts.get("certs-search-help"))}>
                <TextInput id="certs-search" kind="search" value={view.search.clone()} oninput={act.reform(Action::Search)} />
            </Field>
            <Field id="certs-state" label={texts.get("certs-state")}>
                <Select id="certs-state" choices={states.to_vec()} chosen={state.unwrap_or_default()} onchange={onstate} />
            </Field>
            <Field id="certs-profile" label={texts.get("certs-profile")}>
                <Select id="certs-profile" {choices} chosen={profile.map_or(0, |place| place + 1)} onchange={onprofile} />
            </Field>
            <Button label={texts.get("certs-latest")} look={Look::Secondary} pressed={view.is_latest_first()} onclick={act.reform(|_| Action::Latest)} />
        </div>
    }
}

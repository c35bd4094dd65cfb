//! Two certificates or requests side by side.

use crate::components::checkbox::checkbox;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::hooks::{use_asked, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask, Content, ItemSummary};
use certwright::pki::inspect::{Comparison, Difference, Field as Part};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Compare`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that lies on the desk.
    pub desk: Rc<Vec<ItemSummary>>,
}

/// How many are offered.
const MOST_CHOICES: usize = 200;

/// The choice of two, and in what they differ. It shows when there are two.
#[component]
pub fn Compare(props: &Props) -> Html {
    let texts = use_texts();
    let open = use_state_eq(|| false);
    let chosen = use_state_eq(|| (None::<u32>, None::<u32>));
    let all = use_state_eq(|| false);
    let offered: Vec<&ItemSummary> = props
        .desk
        .iter()
        .filter(|it| matches!(it.content, Content::Certificate(_) | Content::Request(_)))
        .take(MOST_CHOICES)
        .collect();
    // The first two, until others are chosen; numbers, since places change.
    let place = |id: Option<u32>, otherwise: usize| {
        let place = offered.iter().position(|item| Some(item.id) == id);
        place.unwrap_or(otherwise)
    };
    let places = (place(chosen.0, 0), place(chosen.1, 1));
    let id = |place: usize| offered.get(place).map(|item| item.id);
    let pair = id(places.0).zip(id(places.1)).filter(|_| *open);
    let answer = use_asked(pair, |pair| {
        let (left, right) = (*pair)?;
        Some(Ask::Compare { left, right })
    });
    if offered.len() < 2 {
        return Html::default();
    }
    let choices: Vec<AttrValue> = match *open {
        true => wording::told_apart(&texts, &offered)
            .into_iter()
            .map(AttrValue::from)
            .collect(),
        false => Vec::new(),
    };
    let ids: Rc<[u32]> = offered.iter().map(|item| item.id).collect();
    let choose = |is_left: bool| {
        let (chosen, ids) = (chosen.clone(), ids.clone());
        Callback::from(move |place: usize| {
            let id = ids.get(place).copied();
            chosen.set(match is_left {
                true => (id, chosen.1),
                false => (chosen.0, id),
            });
        })
    };
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let details: web_sys::Element = event.target_unchecked_into();
            open.set(details.has_attribute("open"));
        })
    };
    let onall = show_all(&all);
    html! {
        <section class="pf-v6-c-page__main-section">
            <details class="cw-compare" {ontoggle}>
                <summary><h2 class="pf-v6-c-title pf-m-xl">{ texts.get("compare") }</h2></summary>
                <div class="cw-pair">
                    <Field id="compare-left" label={texts.get("compare-left")}>
                        <Select id="compare-left" choices={choices.clone()} chosen={places.0} onchange={choose(true)} />
                    </Field>
                    <Field id="compare-right" label={texts.get("compare-right")}>
                        <Select id="compare-right" {choices} chosen={places.1} onchange={choose(false)} />
                    </Field>
                </div>
                <div aria-live="polite">
                    { match answer.as_deref() {
                        Some(Ok(Answer::Compared(found))) => comparison(&texts, found, *all, onall),
                        Some(Err(error)) => html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> },
                        _ => Html::default(),
                    } }
                </div>
            </details>
        </section>
    }
}

fn show_all(all: &UseStateHandle<bool>) -> Callback<bool> {
    let all = all.setter();
    Callback::from(move |only_different: bool| all.set(!only_different))
}

fn comparison(texts: &Texts, found: &Comparison, all: bool, onall: Callback<bool>) -> Html {
    let rows: Vec<&Difference> = found
        .rows
        .iter()
        .filter(|row| all || !row.is_same)
        .collect();
    if found.rows.iter().all(|row| row.is_same) {
        return html! { <Notice tone={Tone::Success} title={texts.get("compare-same")} /> };
    }
    html! {
        <>
            { checkbox("compare-only".into(), &texts.get("compare-only-different"), !all, onall) }
            <div class="cw-scroll" tabindex="0" role="group" aria-label={texts.get("compare")}>
                <table class="cw-differences">
                    <thead><tr><th scope="col">{ texts.get("compare-field") }</th><th scope="col">{ texts.get("compare-left") }</th><th scope="col">{ texts.get("compare-right") }</th></tr></thead>
                    <tbody>{ for rows.iter().map(|row| difference(texts, row)) }</tbody>
                </table>
            </div>
            if found.is_cut_short {
                <p class="cw-note">{ texts.get("tree-cut-short") }</p>
            }
        </>
    }
}

fn difference(texts: &Texts, row: &Difference) -> Html {
    let cell = |value: &Option<String>| match value {
        Some(value) => html! { <span class="cw-code cw-wrap">{ value }</span> },
        None => html! { <span class="cw-note">{ texts.get("compare-none") }</span> },
    };
    html! {
        <tr class={(!row.is_same).then_some("cw-differs")}>
            <th scope="row">{ part(texts, &row.field) }</th>
            <td>{ cell(&row.left) }</td>
            <td>{ cell(&row.right) }</td>
        </tr>
    }
}

/// What a field is called.
fn part(texts: &Texts, part: &Part) -> String {
    let of = |id, more: &str| format!("{}, {more}", texts.get(id));
    let aspect = |oid, id| format!("{}, {}", wording::oid_name(oid), texts.get(id));
    match part {
        Part::Kind => texts.get("fact-what"),
        Part::Version => texts.get("part-version"),
        Part::Serial => texts.get("serial"),
        Part::SignatureAlgorithm => texts.get("fact-signature"),
        Part::Issuer(kind) => of("fact-issuer", kind),
        Part::IssuerOrder => of("fact-issuer", &texts.get("part-order")),
        Part::NotBefore => texts.get("part-not-before"),
        Part::NotAfter => texts.get("valid-until"),
        Part::Subject(kind) => of("subject", kind),
        Part::SubjectOrder => of("subject", &texts.get("part-order")),
        Part::KeyAlgorithm => texts.get("part-key-algorithm"),
        Part::KeyParameters => texts.get("part-key-parameters"),
        Part::Key => texts.get("key"),
        Part::Extension(oid) => wording::oid_name(*oid),
        Part::Critical(oid) => aspect(*oid, "extension-is-critical"),
        Part::ExtensionOrder(oid) => aspect(*oid, "part-order"),
        Part::Extensions => of("extensions", &texts.get("part-order")),
        Part::Attribute(oid) => wording::oid_name(*oid),
        Part::Signature => texts.get("part-signature"),
    }
}

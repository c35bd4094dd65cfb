//! All rules of the lint.

use crate::components::field::Field;
use crate::components::findings::severity;
use crate::components::icon::Symbol;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording::SCOPES;
use certwright::pki::lint::{Rule, Scope, Source};
use yew::prelude::*;

/// Who says so.
const SOURCES: [(Option<Source>, &str); 9] = [
    (None, "source-all"),
    (Some(Source::Rfc5280), "source-rfc5280"),
    (Some(Source::Rfc), "source-rfc"),
    (Some(Source::Itu), "source-itu"),
    (Some(Source::BaselineRequirements), "source-br"),
    (Some(Source::Apple), "source-apple"),
    (Some(Source::Chromium), "source-chromium"),
    (Some(Source::Nss), "source-nss"),
    (Some(Source::Practice), "source-practice"),
];

/// The page.
#[component]
pub fn Rules() -> Html {
    let texts = use_texts();
    let (search, place) = (use_state_eq(String::new), use_state_eq(|| 0_usize));
    let source = use_state_eq(|| 0_usize);
    let scope = SCOPES[*place].0;
    let (only, _) = SOURCES[*source];
    let words = search.trim().to_lowercase();
    let rows: Vec<Html> = Rule::ALL
        .iter()
        .filter(|rule| rule.applies(scope))
        .filter(|rule| only.is_none_or(|only| rule.source() == only))
        .filter(|rule| words.is_empty() || text(&texts, **rule).contains(&words))
        .map(|rule| row(&texts, *rule, scope))
        .collect();
    let oninput = use_callback(search.setter(), |text, search| search.set(text));
    let onchange = use_callback(place.setter(), |chosen, place| place.set(chosen));
    let onsource = use_callback(source.setter(), |chosen, source| source.set(chosen));
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("rules") }</h1>
                <p class="cw-lead">{ texts.get("rules-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-pair">
                    <Field id="rules-scope" label={texts.get("scope")}>
                        <Select id="rules-scope" choices={SCOPES.map(|(_, name, _)| AttrValue::from(texts.get(name))).to_vec()} chosen={*place} {onchange} />
                    </Field>
                    <Field id="rules-source" label={texts.get("rules-source")}>
                        <Select id="rules-source" choices={SOURCES.map(|(_, name)| AttrValue::from(texts.get(name))).to_vec()} chosen={*source} onchange={onsource} />
                    </Field>
                    <Field id="rules-search" label={texts.get("search")}>
                        <TextInput id="rules-search" kind="search" value={(*search).clone()} {oninput} />
                    </Field>
                </div>
                <p class="cw-note" role="status">{ texts.with("search-found", &[("found", rows.len().into()), ("all", Rule::ALL.len().into())]) }</p>
                <ul class="cw-findings" role="list">{ for rows }</ul>
            </section>
        </>
    }
}

fn row(texts: &Texts, rule: Rule, scope: Scope) -> Html {
    let Some(level) = rule.severity(scope) else {
        return Html::default();
    };
    let (word, icon, class) = severity(level);
    let (says, fix) = texts.rule(rule.id());
    html! {
        <li key={rule.id()} {class}>
            <Symbol {icon} />
            <div>
                <p class="cw-fault"><span class="cw-severity">{ texts.get(word) }</span>{ " " }{ says }</p>
                <p>{ fix }</p>
                <p class="cw-remark">{ rule.section() }{ " · " }<span class="cw-code">{ rule.id() }</span></p>
            </div>
        </li>
    }
}

/// What is searched in.
fn text(texts: &Texts, rule: Rule) -> String {
    let (says, fix) = texts.rule(rule.id());
    format!("{says}\n{fix}\n{}\n{}", rule.section(), rule.id()).to_lowercase()
}

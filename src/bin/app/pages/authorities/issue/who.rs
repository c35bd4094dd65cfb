//! Who signs, and what the certificate is made from.

use super::super::authority::standing::Standing;
use super::super::templates::Known;
use super::super::view::{Go, Start};
use super::{Act, Part};
use crate::components::field::Field;
use crate::components::select::Select;
use crate::hooks::{EngineContext, use_texts};
use crate::wording;
use certwright::authority::Template;
use certwright::engine::office::{CaFacts, Subject};
use certwright::pki::ExtensionValue;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Who`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub part: Part,
    /// The templates, built-in ones first.
    pub templates: Known,
    /// Called with another authority's form.
    pub go: Callback<Go>,
}

/// The two lists. What is renewed has the issuer and the profile that it had.
#[component]
pub fn Who(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let draft = &props.part.draft;
    if let Start::Renewal { .. } = draft.start {
        return Html::default();
    }
    let authorities = engine.map(|engine| engine.state.authorities.clone());
    let authorities = authorities.unwrap_or_default();
    let has_issuer = draft.start != Start::Root;
    let has_profile = !matches!(draft.start, Start::Cross { .. });
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("issue-who") }</legend>
            <div class="cw-pair">
                if has_issuer {
                    <Issuer part={props.part.clone()} {authorities} go={&props.go} />
                }
                if has_profile {
                    <Profile part={props.part.clone()} templates={props.templates.clone()} />
                }
            </div>
            if draft.start == Start::Root {
                <p class="cw-note">{ texts.get("issue-root-note") }</p>
            }
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct IssuerProps {
    part: Part,
    authorities: Rc<Vec<CaFacts>>,
    go: Callback<Go>,
}

/// Those that can issue, and the one that is chosen.
#[component]
fn Issuer(props: &IssuerProps) -> Html {
    let texts = use_texts();
    let draft = &props.part.draft;
    let other = match draft.subject {
        Subject::Authority(other) => Some(other),
        _ => None,
    };
    let fits = |it: &&CaFacts| {
        let is_chosen = draft.issuer == Some(it.id);
        is_chosen || (Standing::of(it).can_issue() && other != Some(it.id))
    };
    let fitting: Vec<&CaFacts> = props.authorities.iter().filter(fits).collect();
    let ids: Vec<u32> = fitting.iter().map(|it| it.id).collect();
    let chosen = ids.iter().position(|id| Some(*id) == draft.issuer);
    let choices: Vec<AttrValue> = fitting
        .iter()
        .map(|it| wording::shortened(&it.label).into())
        .collect();
    let start = draft.start;
    let onchange = props.go.reform(move |place: usize| {
        let issuer = ids.get(place).copied().unwrap_or_default();
        Go::Form(match start {
            Start::Below { .. } => Start::Below { issuer },
            Start::Cross { .. } => Start::Cross { issuer },
            _ => Start::Certificate { issuer },
        })
    });
    let ends = props.part.issuer.as_ref();
    let ends = ends.map(|it| wording::date(&texts, it.certificate.validity.not_after));
    let help =
        ends.map(|date| AttrValue::from(texts.with("issue-issuer-help", &[("date", date.into())])));
    html! {
        <Field id={ISSUER} label={texts.get("issue-issuer")} {help}>
            <Select id={ISSUER} {choices} chosen={chosen.unwrap_or_default()} {onchange} />
        </Field>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ProfileProps {
    part: Part,
    templates: Known,
}

/// The profiles that are built in, and the user's templates.
#[component]
fn Profile(props: &ProfileProps) -> Html {
    let texts = use_texts();
    let draft = &props.part.draft;
    let mut names = names(draft.start, &props.templates);
    if !names.contains(&draft.profile) {
        names.push(draft.profile.clone());
    }
    let chosen = names.iter().position(|name| *name == draft.profile);
    let choices: Vec<AttrValue> = names
        .iter()
        .map(|name| wording::profile_name(&texts, name).into())
        .collect();
    let help = wording::profile_help(&texts, &draft.profile);
    let help = help.unwrap_or_else(|| texts.get("issue-profile-own"));
    let onchange = props
        .part
        .act
        .reform(move |place: usize| Act::Profile(names.get(place).cloned().unwrap_or_default()));
    html! {
        <Field id="issue-profile" label={texts.get("issue-profile")} help={AttrValue::from(help)}>
            <Select id="issue-profile" {choices} chosen={chosen.unwrap_or_default()} {onchange} />
        </Field>
    }
}

/// A root is made from what makes authorities, and nothing else from what makes roots.
fn names(start: Start, templates: &[(Option<u32>, Template)]) -> Vec<String> {
    // Built-in ones have no number.
    let own = templates.iter().filter(|(id, _)| id.is_some());
    let own = own.map(|(_, template)| template);
    let own = own.filter(|it| match start {
        Start::Root | Start::Below { .. } => makes_authority(it),
        _ => true,
    });
    let built_in = wording::PROFILES.iter().map(|(name, ..)| *name);
    let built_in = built_in.filter(|name| match start {
        Start::Root => *name == "root",
        Start::Below { .. } => *name == "intermediate",
        _ => *name != "root",
    });
    let built_in = built_in.map(str::to_owned);
    built_in.chain(own.map(|it| it.name.clone())).collect()
}

fn makes_authority(template: &Template) -> bool {
    let mut all = template.extensions.iter();
    all.any(|it| matches!(it.value, ExtensionValue::BasicConstraints { ca: true, .. }))
}

/// The id of the list of authorities.
pub const ISSUER: &str = "issue-issuer";

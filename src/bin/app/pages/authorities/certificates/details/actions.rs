//! What can be done with one certificate.

use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{use_inspect, use_texts};
use crate::pages::authorities::certificates::command;
use crate::pages::authorities::certificates::deed::{Deed, use_doing};
use crate::pages::authorities::certificates::view::{Action, Asked, What};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::office::{EntryFacts, OfficeAnswer, OfficeAsk};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Actions`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The certificate.
    pub facts: Rc<EntryFacts>,
    /// Called with the number of an entry that is to be renewed.
    pub onrenew: Callback<u32>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The buttons, and what came of those that ask nothing more.
#[component]
pub fn Actions(props: &Props) -> Html {
    let texts = use_texts();
    let Props { facts, act, .. } = props;
    let (inspecting, making) = (use_doing(), use_doing());
    let inspect = use_inspect();
    {
        let (deed, inspecting) = (inspecting.deed.clone(), inspecting.clone());
        use_effect_with(deed, move |deed| {
            if let Deed::Done(answer) = deed
                && let OfficeAnswer::TakenOut(items) = answer.as_ref()
                && let Some(first) = items.first()
            {
                inspecting.forget();
                inspect.emit(first.id);
            }
        });
    }
    let id = facts.row.id;
    let take_out = {
        let inspecting = inspecting.clone();
        Callback::from(move |_: MouseEvent| {
            inspecting.ask(OfficeAsk::TakeOut {
                of: vec![id],
                with_keys: false,
            });
        })
    };
    let template = {
        let making = making.clone();
        Callback::from(move |_: MouseEvent| making.ask(OfficeAsk::TemplateOf { entry: id }))
    };
    let ask = |what: What, label: &'static str, opener: &'static str| {
        if !what.fits(facts.row.state) {
            return Html::default();
        }
        let rows = Rc::from([facts.row.clone()]);
        let onclick = act.reform(move |_: MouseEvent| {
            Action::Ask(Some(Asked {
                what,
                rows: Rc::clone(&rows),
                opener: opener.into(),
            }))
        });
        html! { <Button id={opener} label={texts.get(label)} {onclick} /> }
    };
    let line = facts.certificate.as_ref();
    let line = line.and_then(|_| command::show(&facts.row));
    html! {
        <>
            <div class="cw-actions">
                if facts.certificate.is_some() {
                    <Button label={texts.get("cert-inspect")} onclick={take_out} />
                    <Button label={texts.get("cert-renew")} onclick={props.onrenew.reform(move |_: MouseEvent| id)} />
                }
                { ask(What::Revoke, "certs-revoke", "cert-revoke") }
                { ask(What::Hold, "certs-hold", "cert-hold") }
                { ask(What::Release, "certs-release", "cert-release") }
                if facts.certificate.is_some() {
                    <Button label={texts.get("cert-template")} onclick={template} />
                }
            </div>
            <div aria-live="polite">
                if let Deed::Failed(error) = &inspecting.deed {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                }
            </div>
            { making.notice(&texts, template_made(&texts, &making.deed)) }
            if let Some(line) = line {
                <Command text={AttrValue::from(line)} describedby="cert-title" />
            }
        </>
    }
}

/// Where the template is now, and under which name: the last of those that the engine tells.
fn template_made(texts: &Texts, deed: &Deed) -> String {
    let Deed::Done(answer) = deed else {
        return String::new();
    };
    match answer.as_ref() {
        OfficeAnswer::Templates(all) if !all.is_empty() => {
            let last = all.iter().max_by_key(|(id, _)| *id);
            let name = last.map_or_else(String::new, |(_, it)| wording::shortened(&it.name));
            texts.with("cert-template-named", &[("name", name.into())])
        }
        _ => texts.get("cert-template-made"),
    }
}

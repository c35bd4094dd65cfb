//! One certificate of the set, with its files.

use crate::components::button::{Button, Look};
use crate::components::card::Card;
use crate::components::copy_button::CopyButton;
use crate::components::icon::{Icon, Symbol};
use crate::hooks::{EngineContext, use_texts};
use crate::wording;
use certwright::authority::Role;
use certwright::engine::{Export, FileSummary, Summary};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CertificateCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The set's public part.
    pub summary: Rc<Summary>,
    /// Which of its certificates.
    pub index: usize,
}

/// One certificate of the set.
#[component]
pub fn CertificateCard(props: &Props) -> Html {
    let texts = use_texts();
    let certificate = &props.summary.certificates[props.index];
    let (icon, role) = match certificate.role {
        Role::Authority => (Icon::Authority, "role-authority"),
        Role::Server => (Icon::Server, "role-server"),
        Role::Client => (Icon::Client, "role-client"),
    };
    html! {
        <article aria-labelledby={role}>
        <Card full_height=true>
            <h3 class="cw-card-title" id={role}><Symbol {icon} />{ texts.get(role) }</h3>
            <dl class="cw-facts">
                <dt>{ texts.get("subject") }</dt>
                <dd class="cw-code">{ &certificate.subject }</dd>
                if !certificate.alt_names.is_empty() {
                    <dt>{ texts.get("alt-names") }</dt>
                    <dd class="cw-code">{ for certificate.alt_names.iter().map(|name| html! { <span class="cw-name">{ wording::both_forms(name) }</span> }) }</dd>
                }
                <dt>{ texts.get("valid") }</dt>
                <dd>{ wording::period(&texts, certificate.validity) }</dd>
                <dt>{ texts.get("serial") }</dt>
                <dd class="cw-code">{ &certificate.serial }</dd>
                <dt>{ texts.get("fingerprint") }</dt>
                <dd class="cw-code">{ wording::colons(&certificate.fingerprint) }</dd>
                <dt>{ texts.get("key") }</dt>
                <dd>{ certificate.algorithm.to_string() }</dd>
            </dl>
            <ul>
                { for props.summary.files.iter().filter(|file| file.role == certificate.role).map(|file| html! { <FileRow file={file.clone()} /> }) }
            </ul>
        </Card>
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FileProps {
    file: FileSummary,
}

/// One file: its name, its download, and its text to copy when it is public.
#[component]
fn FileRow(props: &FileProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let name = &props.file.name;
    let private = props.file.text.is_none();
    let download = use_callback((engine, name.clone()), |_: MouseEvent, (engine, name)| {
        if let Some(engine) = engine {
            engine.export(Export::File(name.clone()));
        }
    });
    html! {
        <li class="cw-file">
            <span class="cw-file__name">
                if private {
                    <Symbol icon={Icon::Lock} />
                }
                <span>
                    <span class="cw-code">{ name }</span>
                    <span class="cw-note">{ texts.get(wording::file(name)) }</span>
                </span>
            </span>
            <span class="cw-file__actions">
                if let Some(text) = &props.file.text {
                    <CopyButton name={name.clone()} text={text.clone()} />
                }
                <Button label={texts.with("download-file", &[("name", name.clone().into())])} short_label={texts.get("download")} icon={Icon::Download} look={Look::Link} small=true onclick={download} />
            </span>
        </li>
    }
}

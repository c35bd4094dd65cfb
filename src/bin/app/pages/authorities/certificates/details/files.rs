//! The files of one certificate.

use super::bundle_file::BundleFile;
use super::key_file::KeyFile;
use crate::components::button::Button;
use crate::components::copy_button::CopyButton;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::text_input::TextInput;
use crate::hooks::{focus, use_texts};
use crate::pages::authorities::certificates::deed::use_doing;
use crate::pages::authorities::certificates::keeping::{DAYS_BEFORE, read_days};
use certwright::engine::office::{EntryFacts, OfficeFile};
use certwright::pki::Encoding;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Files`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The certificate.
    pub facts: Rc<EntryFacts>,
}

/// The certificate, its key if that is kept, both in one, and its end as a calendar.
#[component]
pub fn Files(props: &Props) -> Html {
    let texts = use_texts();
    let facts = &props.facts;
    let (of, has_key) = (facts.row.id, facts.row.has_key);
    html! {
        <section class="cw-panel" aria-labelledby="cert-files">
            <h4 class="pf-v6-c-title pf-m-md" id="cert-files">{ texts.get("cert-files") }</h4>
            <div class="cw-details cw-details-first">
                if let Some(pem) = &facts.pem {
                    <CertificateFiles {of} pem={pem.clone()} />
                }
                if has_key {
                    <KeyFile {of} />
                }
                if has_key && facts.certificate.is_some() {
                    <BundleFile {of} />
                }
                <Calendar {of} />
            </div>
            if !has_key {
                <p class="cw-note">{ texts.get("cert-no-key-files") }</p>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CertificateProps {
    of: u32,
    pem: String,
}

/// The certificate, alone and with those above it.
#[component]
fn CertificateFiles(props: &CertificateProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let save = |encoding: Encoding, chain: bool| {
        let (doing, of) = (doing.clone(), props.of);
        Callback::from(move |_: MouseEvent| {
            doing.save(OfficeFile::Certificate {
                of,
                encoding,
                chain,
            });
        })
    };
    html! {
        <div>
            <h5 class="cw-group-label" id="cert-file">{ texts.get("item-certificate") }</h5>
            <div class="cw-actions">
                <Button label={texts.get("save-pem")} icon={Icon::Download} describedby="cert-file" onclick={save(Encoding::Pem, false)} />
                <Button label={texts.get("save-der")} icon={Icon::Download} describedby="cert-file" onclick={save(Encoding::Der, false)} />
                <Button label={texts.get("cert-save-chain")} icon={Icon::Download} describedby="cert-file" onclick={save(Encoding::Pem, true)} />
                <CopyButton name={texts.get("item-certificate")} text={props.pem.clone()} shown={AttrValue::from(texts.get("cert-copy"))} describedby="cert-file" />
            </div>
            <p class="cw-note">{ texts.get("cert-chain-help") }</p>
            { doing.notice(&texts, texts.get("certs-saved")) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CalendarProps {
    of: u32,
}

/// When it ends, for a calendar.
#[component]
fn Calendar(props: &CalendarProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let days = use_state_eq(|| DAYS_BEFORE.to_string());
    let days_before = read_days(&days);
    let problem = days_before
        .is_none()
        .then(|| texts.get("certs-days-before-wrong"));
    let ondays = {
        let (doing, days) = (doing.clone(), days.setter());
        Callback::from(move |text| {
            doing.forget();
            days.set(text);
        })
    };
    let onsubmit = {
        let (doing, entry, language) = (doing.clone(), props.of, texts.language());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(days_before) = days_before else {
                return focus(DAYS);
            };
            doing.save(OfficeFile::Calendar {
                authority: None,
                entry: Some(entry),
                days_before,
                language,
            });
        })
    };
    html! {
        <form class="pf-v6-c-form" novalidate=true {onsubmit}>
            <h5 class="cw-group-label" id="cert-calendar">{ texts.get("cert-calendar") }</h5>
            <Field id={DAYS} label={texts.get("certs-days-before")} problem={problem.clone().map(AttrValue::from)}>
                <TextInput id={DAYS} inputmode="numeric" value={(*days).clone()} invalid={problem.is_some()} oninput={ondays} />
            </Field>
            <div class="cw-actions"><Button label={texts.get("cert-save-date")} icon={Icon::Download} submits=true /></div>
            { doing.notice(&texts, texts.get("certs-saved")) }
        </form>
    }
}

const DAYS: &str = "cert-days-before";

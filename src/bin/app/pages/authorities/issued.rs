//! What was issued: its files, a closer look, and what comes next.

mod equivalent;

use super::certificates::{Files, use_doing};
use super::view::{Go, Shown, Start, Tab};
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::findings::findings;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, use_inspect, use_texts, use_told};
use crate::wording;
use certwright::engine::CertificateFacts;
use certwright::engine::office::{
    CaFacts, Certified, EntryFacts, OfficeAnswer, OfficeAsk, OfficeFile, Order, Subject,
};
use certwright::pki::Encoding;
use equivalent::{Known, equivalent};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Issued`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was issued.
    pub certified: Rc<Certified>,
    /// What it was made from.
    pub order: Rc<Order>,
    /// Called with what the user wants to see then.
    pub go: Callback<Go>,
}

/// The certificate, and the authority if it is one's.
#[component]
pub fn Issued(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let certified = &props.certified;
    let told = use_told(certified.entry, |entry| entry.map(OfficeAsk::Entry));
    let entry = told.as_deref().and_then(|told| match &told.heard {
        Ok(OfficeAnswer::Entry(facts)) => Some(Rc::new(EntryFacts::clone(facts))),
        _ => None,
    });
    let renewed = match props.order.subject {
        Subject::Entry(former) => Some(former),
        _ => None,
    };
    let renewed = use_told(renewed, |entry| entry.map(OfficeAsk::Entry));
    let former = renewed.as_deref().and_then(|told| match &told.heard {
        Ok(OfficeAnswer::Entry(facts)) => Some(&facts.row.serial),
        _ => None,
    });
    let issuer = engine.as_ref().and_then(|engine| {
        let wanted = props.order.issuance.issuer?;
        let mut all = engine.state.authorities.iter();
        all.find(|it| it.id == wanted).cloned()
    });
    let authority = engine.and_then(|engine| {
        let wanted = certified.authority?;
        let all = engine.state.authorities.iter();
        all.clone().find(|it| it.id == wanted).cloned().map(Rc::new)
    });
    let certificate = match (&entry, &authority) {
        (Some(entry), _) => entry.certificate.clone(),
        (None, Some(authority)) => Some(authority.certificate.clone()),
        (None, None) => None,
    };
    // While it is not known what it is, there is no command for it.
    let is_known = entry.is_some() || authority.is_some();
    let line = is_known.then(|| {
        equivalent(&Known {
            order: &props.order,
            entry: entry.as_deref(),
            authority: authority.as_deref(),
            issuer: issuer.as_ref(),
            former,
        })
    });
    let line = line.flatten();
    // Cross-signed, an authority keeps its own certificate: what was issued is another.
    let own = authority.filter(|authority| {
        let issued = certificate.as_ref().map(|it| it.fingerprint);
        issued == Some(authority.certificate.fingerprint)
    });
    let title = match certified.authority {
        Some(_) => texts.get("issued-authority"),
        None => texts.get("issued-certificate"),
    };
    html! {
        <section class="cw-results cw-stack" aria-labelledby="issued">
            <h2 class="pf-v6-c-title pf-m-xl" id="issued" tabindex="-1">{ texts.get("issued") }</h2>
            <Notice tone={Tone::Success} {title}>{ texts.get("issued-note") }</Notice>
            if let Some(certificate) = certificate {
                { facts(&texts, &certificate) }
            }
            <Next entry={certified.entry} authority={certified.authority} makes={own.is_some()} go={&props.go} issuer={props.order.issuance.issuer} />
            if let Some(authority) = own {
                <AuthorityFiles {authority} go={&props.go} />
            } else if let Some(facts) = entry {
                <Files {facts} />
            }
            if !certified.findings.is_empty() {
                <section aria-labelledby="issued-findings">
                    <h3 class="cw-group-label" id="issued-findings">{ texts.get("issued-findings") }</h3>
                    { findings(&texts, &certified.findings) }
                </section>
            }
            if let Some(line) = line {
                <Command text={Some(AttrValue::from(line))} describedby="issued" />
            }
        </section>
    }
}

/// Who it is for, how long, and how to know it again.
fn facts(texts: &crate::texts::Texts, certificate: &CertificateFacts) -> Html {
    // Without a subject it is called by another name.
    let called = match certificate.subject.is_empty() {
        true => texts.get("certs-name"),
        false => texts.get("subject"),
    };
    html! {
        <dl class="cw-facts">
            <dt>{ called }</dt>
            <dd class="cw-code">{ wording::visible_text(&certificate.called()) }</dd>
            <dt>{ texts.get("valid-for") }</dt>
            <dd>{ wording::period(texts, certificate.validity) }</dd>
            <dt>{ texts.get("issue-serial") }</dt>
            <dd class="cw-code">{ &certificate.serial }</dd>
            <dt>{ texts.get("issued-fingerprint") }</dt>
            <dd class="cw-code">{ wording::colons(&certificate.fingerprint) }</dd>
        </dl>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NextProps {
    entry: Option<u32>,
    authority: Option<u32>,
    /// Whether it is the authority's own certificate, with which it goes on.
    makes: bool,
    issuer: Option<u32>,
    go: Callback<Go>,
}

/// A closer look, and what one does after this.
#[component]
fn Next(props: &NextProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let oninspect = use_inspect();
    let NextProps {
        entry, authority, ..
    } = *props;
    let own = authority.filter(|_| props.makes);
    {
        let taken = match &doing.deed {
            super::certificates::Deed::Done(answer) => Some(answer.clone()),
            _ => None,
        };
        let oninspect = oninspect.clone();
        use_effect_with(taken, move |taken| {
            if let Some(OfficeAnswer::TakenOut(items)) = taken.as_deref()
                && let Some(first) = items.first()
            {
                oninspect.emit(first.id);
            }
        });
    }
    let inspect = {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| {
            doing.ask(OfficeAsk::TakeOut {
                of: entry.or(authority).into_iter().collect(),
                with_keys: false,
            });
        })
    };
    let go = |to: Go| {
        let (go, to) = (props.go.clone(), Rc::new(to));
        Callback::from(move |_: MouseEvent| go.emit((*to).clone()))
    };
    let table = props
        .issuer
        .map(|id| Go::To(Shown::Authority(id, Tab::Certificates)));
    html! {
        <div>
            <div class="cw-actions">
                if let Some(id) = own {
                    <Button label={texts.get("issued-first")} look={Look::Primary} onclick={go(Go::Form(Start::Certificate { issuer: id }))} />
                    <Button label={texts.get("issued-below")} onclick={go(Go::Form(Start::Below { issuer: id }))} />
                }
                <Button label={texts.get("issued-inspect")} onclick={inspect} />
                if let Some(table) = table {
                    <Button label={texts.get("issued-table")} look={Look::Link} onclick={go(table)} />
                }
            </div>
            if own.is_some() {
                <p class="cw-note">{ texts.get("issued-trust") }</p>
            }
            { doing.notice(&texts, texts.get("issued-on-desk")) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AuthorityFilesProps {
    authority: Rc<CaFacts>,
    go: Callback<Go>,
}

/// What others need to trust it; the rest has a place of its own.
#[component]
fn AuthorityFiles(props: &AuthorityFilesProps) -> Html {
    let texts = use_texts();
    let doing = use_doing();
    let of = props.authority.id;
    let save = |encoding: Encoding, chain: bool| {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| {
            doing.save(OfficeFile::Certificate {
                of,
                encoding,
                chain,
            });
        })
    };
    let files = props
        .go
        .reform(move |_: MouseEvent| Go::To(Shown::Authority(of, Tab::Files)));
    let has_chain = props.authority.parent.is_some();
    html! {
        <section class="cw-panel cw-start" aria-labelledby="issued-files">
            <h3 class="cw-card-title" id="issued-files">{ texts.get("issued-files") }</h3>
            <div class="cw-actions">
                <Button label={texts.get("save-pem")} icon={Icon::Download} describedby="issued-files" onclick={save(Encoding::Pem, false)} />
                <Button label={texts.get("save-der")} icon={Icon::Download} describedby="issued-files" onclick={save(Encoding::Der, false)} />
                if has_chain {
                    <Button label={texts.get("issued-chain")} icon={Icon::Download} describedby="issued-files" onclick={save(Encoding::Pem, true)} />
                }
                <Button label={texts.get("issued-all-files")} look={Look::Link} onclick={files} />
            </div>
            { doing.notice(&texts, texts.get("issued-saved")) }
        </section>
    }
}

//! A thing as ASN.1: its elements, and the octets that they are made of.

mod dump;
mod nodes;

use crate::components::button::Button;
use crate::components::command::Command;
use crate::components::copy_button::CopyButton;
use crate::components::notice::{Notice, Tone};
use crate::components::source_file::SourceFile;
use crate::hooks::{focus_soon, use_asked, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask, Content, ItemSummary, Outline as Parsed};
use certwright::pki::inspect::{Node, TreeFault};
use certwright::pki::{Secrets, command};
use dump::Dump;
use nodes::Nodes;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Outline`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The thing.
    pub item: ItemSummary,
}

/// The tree, after a question where it would show a private key.
#[component]
pub fn Outline(props: &Props) -> Html {
    let texts = use_texts();
    let is_secret = matches!(props.item.content, Content::PrivateKey(_));
    let agreed = use_state_eq(|| false);
    let secrets = match *agreed {
        true => Secrets::Shown,
        false => Secrets::Hidden,
    };
    let about = (props.item.id, secrets, is_secret);
    let answer = use_asked(about, |(id, secrets, is_secret)| {
        let ask = Ask::Tree {
            item: *id,
            secrets: *secrets,
        };
        (!is_secret || *secrets == Secrets::Shown).then_some(ask)
    });
    let parsed = use_memo(answer.clone(), |answer| match answer.as_deref() {
        Some(Ok(Answer::Tree(parsed))) => Some(Rc::new(parsed.clone())),
        _ => None,
    });
    let agree = {
        let agreed = agreed.clone();
        Callback::from(move |_| {
            agreed.set(true);
            focus_soon("asn1".into());
        })
    };
    if is_secret && !*agreed {
        return html! {
            <Notice tone={Tone::Warning} title={texts.get("tree-secret")}
                actions={html! { <Button label={texts.get("show-secrets-yes")} onclick={agree} /> }}
            >{ texts.get("show-secrets-advice") }</Notice>
        };
    }
    if let Some(parsed) = &*parsed {
        return html! { <Explorer parsed={parsed.clone()} item={props.item.clone()} /> };
    }
    match answer.as_deref() {
        Some(Err(error)) => {
            html! { <Notice tone={Tone::Danger} title={wording::error(&texts, error)} /> }
        }
        _ => html! { <p class="cw-note" role="status">{ texts.get("reading") }</p> },
    }
}

/// Properties of [`Explorer`].
#[derive(Clone, PartialEq, Properties)]
struct ExplorerProps {
    parsed: Rc<Parsed>,
    item: ItemSummary,
}

/// Elements and octets side by side.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let texts = use_texts();
    let chosen = use_state_eq(|| 0_usize);
    let parsed = &props.parsed;
    let onchoose = use_callback(chosen.setter(), |index: usize, chosen| chosen.set(index));
    let onoctet = {
        let (parsed, chosen) = (parsed.clone(), chosen.setter());
        Callback::from(move |at: u32| {
            if let Some(index) = innermost(&parsed.tree.nodes, at) {
                chosen.set(index);
            }
        })
    };
    let node = parsed.tree.nodes.get(*chosen);
    let source = SourceFile::of(&props.item);
    html! {
        <section class="cw-side" id="asn1" tabindex="-1" aria-label={texts.get("side-tree")}>
            if let Some((at, fault)) = &parsed.tree.fault {
                <Notice tone={Tone::Warning} title={fault_words(&texts, *at, fault)} />
            }
            if parsed.tree.is_cut_short {
                <Notice tone={Tone::Info} title={texts.get("tree-cut-short")} />
            }
            <div class="cw-asn1">
                <Nodes parsed={parsed.clone()} chosen={*chosen} {onchoose} />
                if let Some(node) = node {
                    <div class="cw-asn1-octets">
                        <p class="cw-note">{ place(&texts, node) }</p>
                        <div class="cw-actions">{ copies(&texts, parsed, *chosen) }</div>
                        <Dump parsed={parsed.clone()} chosen={*chosen} {onoctet} />
                    </div>
                }
            </div>
            <Command text={command::parse(source.source()).map(AttrValue::from)} />
        </section>
    }
}

/// The element that an octet belongs to: the last one that begins before it and does not end before.
fn innermost(nodes: &[Node], at: u32) -> Option<usize> {
    nodes
        .iter()
        .rposition(|node| node.offset <= at && at < node.end)
}

fn place(texts: &Texts, node: &Node) -> String {
    let values = [
        ("offset", node.offset.to_string().into()),
        ("header", u32::from(node.header).to_string().into()),
        ("length", node.length.to_string().into()),
    ];
    texts.with("tree-place", &values)
}

/// The subtree, to be copied.
fn copies(texts: &Texts, parsed: &Rc<Parsed>, chosen: usize) -> Html {
    let made = |write: fn(&[u8]) -> String| {
        let parsed = parsed.clone();
        Callback::from(move |()| {
            let node = parsed.tree.nodes.get(chosen);
            node.map_or(String::new(), |node| write(node.octets(&parsed.octets)))
        })
    };
    html! {
        <>
            <CopyButton name={texts.get("tree-as-hex")} shown={texts.get("tree-as-hex")} made={made(hex)} />
            <CopyButton name={texts.get("tree-as-base64")} shown={texts.get("tree-as-base64")} made={made(wording::base64)} />
        </>
    }
}

fn hex(octets: &[u8]) -> String {
    wording::colons(octets).replace(':', "")
}

fn fault_words(texts: &Texts, at: u32, fault: &TreeFault) -> String {
    let words = match fault {
        TreeFault::Empty => "tree-fault-empty",
        TreeFault::Header => "tree-fault-header",
        TreeFault::TagNumber => "tree-fault-tag",
        TreeFault::Length => "tree-fault-length",
        TreeFault::TooLong { .. } => "tree-fault-too-long",
        TreeFault::Indefinite => "tree-fault-indefinite",
        TreeFault::NoEnd => "tree-fault-no-end",
        TreeFault::UnexpectedEnd => "tree-fault-unexpected-end",
    };
    let says = texts.get(words);
    texts.with(
        "tree-fault",
        &[("offset", at.to_string().into()), ("says", says.into())],
    )
}

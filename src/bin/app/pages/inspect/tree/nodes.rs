//! The elements, a row each, those within others indented and folded away.

use crate::components::button::{Button, Look};
use crate::hooks::use_texts;
use crate::texts::Texts;
use certwright::engine::Outline;
use certwright::pki::inspect::{Class, Node};
use std::collections::HashSet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Nodes`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The elements.
    pub parsed: Rc<Outline>,
    /// The one that is looked at.
    pub chosen: usize,
    /// Called with another.
    pub onchoose: Callback<usize>,
}

/// How many rows there are at first, and how many more each time.
const STEP: usize = 400;
/// Elements with more others in them are folded at first.
const LARGE: u32 = 150;
/// How far in, by depth; it goes no further.
const DEPTHS: [&str; 11] = [
    "cw-depth-0",
    "cw-depth-1",
    "cw-depth-2",
    "cw-depth-3",
    "cw-depth-4",
    "cw-depth-5",
    "cw-depth-6",
    "cw-depth-7",
    "cw-depth-8",
    "cw-depth-9",
    "cw-depth-10",
];

/// The rows.
#[component]
pub fn Nodes(props: &Props) -> Html {
    let texts = use_texts();
    let nodes = &props.parsed.tree.nodes;
    // Those that are not as they were at first.
    let turned = use_state(HashSet::<usize>::new);
    let limit = use_state_eq(|| STEP);
    let is_open = |index: usize, node: &Node| {
        let is_small = index == 0 || node.children_end - index as u32 <= LARGE;
        is_small != turned.contains(&index)
    };
    let turn = |index: usize| {
        let turned = turned.clone();
        Callback::from(move |_: MouseEvent| {
            let mut now = (*turned).clone();
            if !now.remove(&index) {
                now.insert(index);
            }
            turned.set(now);
        })
    };
    let mut rows = Vec::new();
    let mut index = 0;
    while let Some(node) = nodes.get(index) {
        if rows.len() == *limit {
            break;
        }
        let has_parts = node.children_end as usize > index + 1;
        let open = has_parts.then(|| is_open(index, node));
        let onclick = props.onchoose.reform(move |_| index);
        rows.push(row(
            &texts,
            node,
            open,
            index == props.chosen,
            turn(index),
            onclick,
        ));
        index = match open {
            Some(false) => node.children_end as usize,
            _ => index + 1,
        };
    }
    let is_more = index < nodes.len();
    let onmore = {
        let limit = limit.clone();
        Callback::from(move |_| limit.set(*limit + STEP))
    };
    html! {
        <div class="cw-asn1-nodes">
            <ul role="list">{ for rows }</ul>
            if is_more {
                <Button label={texts.get("tree-more")} look={Look::Link} onclick={onmore} />
            }
        </div>
    }
}

fn row(
    texts: &Texts,
    node: &Node,
    open: Option<bool>,
    is_chosen: bool,
    turn: Callback<MouseEvent>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let depth = DEPTHS[usize::from(node.depth).min(DEPTHS.len() - 1)];
    let name = tag_name(node);
    html! {
        <li key={node.offset.to_string() + &node.depth.to_string()} class={classes!("cw-node", depth)}>
            if let Some(open) = open {
                <button type="button" class="cw-fold" aria-expanded={open.to_string()} aria-label={texts.with("tree-fold", &[("name", name.clone().into())])} onclick={turn}>{ if open { "▾" } else { "▸" } }</button>
            } else {
                <span class="cw-fold"></span>
            }
            <button type="button" class={classes!("cw-node-words", is_chosen.then_some("cw-picked"))} aria-current={is_chosen.then_some("true")} {onclick}>
                <span class="cw-kind">{ name }</span>
                if let Some(name) = &node.oid_name {
                    { " " }<strong>{ name }</strong>
                }
                if let Some(value) = &node.value {
                    { " " }<span class="cw-code">{ value }</span>
                }
            </button>
        </li>
    }
}

/// `SEQUENCE`, or `[0]`.
fn tag_name(node: &Node) -> String {
    let name = match (&node.type_name, node.tag.class) {
        (Some(name), _) => name.clone(),
        (None, Class::Context) => format!("[{}]", node.tag.number),
        (None, class) => format!("[{class:?} {}]", node.tag.number),
    };
    match node.is_encapsulated {
        true => format!("⤷ {name}"),
        false => name,
    }
}

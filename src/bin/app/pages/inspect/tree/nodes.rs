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
const LARGE: usize = 150;
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
    use_reveal(props, &turned, &limit);
    let is_open = |index: usize, node: &Node| is_small(index, node) != turned.contains(&index);
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
            index,
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

/// Whether it is unfolded at first.
fn is_small(index: usize, node: &Node) -> bool {
    index == 0 || node.children_end as usize - index <= LARGE
}

/// What is chosen is to be seen: whatever it is in is unfolded then.
#[hook]
fn use_reveal(
    props: &Props,
    turned: &UseStateHandle<HashSet<usize>>,
    limit: &UseStateHandle<usize>,
) {
    let (parsed, turned, limit) = (props.parsed.clone(), turned.clone(), limit.clone());
    use_effect_with(props.chosen, move |chosen| {
        let chosen = *chosen;
        let nodes = parsed.tree.nodes.iter().enumerate().take(chosen);
        let is_above = |(_, node): &(usize, &Node)| node.children_end as usize > chosen;
        let is_folded =
            |(index, node): &(usize, &Node)| is_small(*index, node) == turned.contains(index);
        let folded: Vec<usize> = nodes
            .filter(is_above)
            .filter(is_folded)
            .map(|(it, _)| it)
            .collect();
        if !folded.is_empty() {
            let mut now = (*turned).clone();
            for index in folded {
                if !now.remove(&index) {
                    now.insert(index);
                }
            }
            turned.set(now);
        }
        if chosen >= *limit {
            limit.set(chosen + STEP);
        }
    });
}

fn row(
    index: usize,
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
        <li key={index} class={classes!("cw-node", depth)}>
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
                if !node.is_der || node.is_indefinite {
                    { " " }<span class="cw-remark">{ texts.get("tree-not-der") }</span>
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

//! The authorities as a tree, roots first.

use super::authority::standing::{Standing, StandingLabel};
use crate::components::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use crate::wording;
use certwright::engine::office::CaFacts;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Tree`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All authorities, parents before their children.
    pub authorities: Rc<Vec<CaFacts>>,
    /// The one that is shown.
    pub chosen: Option<u32>,
    /// Called with another.
    pub onchoose: Callback<u32>,
}

/// The tree. Lists within lists of buttons: every screen reader says how deep one is.
#[component]
pub fn Tree(props: &Props) -> Html {
    let texts = use_texts();
    let branches = Branches::of(&props.authorities);
    html! {
        <nav aria-label={texts.get("authorities-tree")}>
            { list(props, &branches, &branches.roots, 0) }
        </nav>
    }
}

/// Who stands below whom.
struct Branches {
    roots: Vec<usize>,
    below: BTreeMap<u32, Vec<usize>>,
}

impl Branches {
    /// One whose parent is not here, or comes later, stands at the top: nothing is hidden, and there is no circle.
    fn of(all: &[CaFacts]) -> Self {
        let (mut roots, mut below, mut seen) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        for (place, authority) in all.iter().enumerate() {
            match authority.parent.filter(|parent| seen.contains(parent)) {
                Some(parent) => below.entry(parent).or_insert_with(Vec::new).push(place),
                None => roots.push(place),
            }
            seen.insert(authority.id);
        }
        Self { roots, below }
    }
}

fn list(props: &Props, branches: &Branches, places: &[usize], depth: usize) -> Html {
    let here = places
        .iter()
        .filter_map(|place| props.authorities.get(*place));
    // A long line of authorities does not leave a phone's screen, nor the program's stack.
    let class = (depth < DEEPEST_INDENT).then_some("cw-tree");
    html! {
        <ul class={classes!("cw-authorities", class)} role="list">
            { for here.map(|authority| {
                let below = branches.below.get(&authority.id);
                html! {
                    <li key={authority.id}>
                        <Node
                            label={authority.label.clone()}
                            standing={Standing::of(authority)}
                            ends={authority.certificate.validity.not_after.unix()}
                            counts={authority.counts}
                            chosen={props.chosen == Some(authority.id)}
                            onclick={let id = authority.id; props.onchoose.reform(move |_: MouseEvent| id)}
                        />
                        if let Some(below) = below.filter(|_| depth < DEEPEST) {
                            { list(props, branches, below, depth + 1) }
                        }
                    </li>
                }
            }) }
        </ul>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NodeProps {
    label: AttrValue,
    standing: Standing,
    ends: u64,
    counts: [u32; 4],
    chosen: bool,
    onclick: Callback<MouseEvent>,
}

/// An authority in short.
#[component]
fn Node(props: &NodeProps) -> Html {
    let texts = use_texts();
    let ends = certwright::pki::Time::from_unix(props.ends);
    let ends = wording::date(&texts, ends);
    let says = texts.with("authority-ends", &[("date", ends.into())]);
    html! {
        <button
            type="button"
            class={classes!("cw-pick", props.chosen.then_some("cw-picked"))}
            aria-current={props.chosen.then_some("true")}
            onclick={&props.onclick}
        >
            <Symbol icon={Icon::Authority} />
            <span class="cw-pick-words">
                <strong>{ wording::shortened(&props.label) }</strong>
                <StandingLabel standing={props.standing} />
                <span class="cw-remark">{ says }</span>
                <span class="cw-remark">{ counted(&texts, props.counts) }</span>
            </span>
        </button>
    }
}

/// How many certificates it has issued.
fn counted(texts: &crate::texts::Texts, [good, expired, held, revoked]: [u32; 4]) -> String {
    let mut words = vec![texts.with("authority-good", &[("count", good.into())])];
    let others = [
        (expired, "authority-expired"),
        (held, "authority-held"),
        (revoked, "authority-revoked"),
    ];
    for (count, id) in others {
        if count > 0 {
            words.push(texts.with(id, &[("count", count.into())]));
        }
    }
    texts.list(&words)
}

/// From here on nothing is moved to the side.
const DEEPEST_INDENT: usize = 4;
/// No chain that anything verifies is as long.
const DEEPEST: usize = 100;

//! What belongs together: who issued whom, whose key is whose, what is there twice, what is missing.

use super::graph::graph;
use super::rows::name;
use crate::components::icon::{Icon, Symbol};
use crate::hooks::{use_asked, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask, ItemSummary};
use certwright::pki::inspect::{KeyGroup, Missing, Relations, Renewal};
use std::collections::HashMap;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Together`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that lies on the desk.
    pub desk: Rc<Vec<ItemSummary>>,
    /// Called with what is to be looked at.
    pub onchoose: Callback<u32>,
}

/// How many of each are drawn.
const MOST: usize = 40;

/// Chains, keys, duplicates, and what is missing.
#[component]
pub fn Together(props: &Props) -> Html {
    let texts = use_texts();
    let answer = use_asked(props.desk.clone(), |_| Some(Ask::Relate));
    let Some(Ok(Answer::Related(found))) = answer.as_deref() else {
        return Html::default();
    };
    let drawing = Drawing {
        texts: &texts,
        items: props.desk.iter().map(|item| (item.id, item)).collect(),
        onchoose: &props.onchoose,
        found,
    };
    let parts = drawing.parts();
    if parts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pf-v6-c-page__main-section cw-together" aria-labelledby="together">
            <h2 class="pf-v6-c-title pf-m-xl" id="together">{ texts.get("together") }</h2>
            { graph(&texts, &drawing.items, found, &props.onchoose) }
            { for parts }
            if found.is_cut_short {
                <p class="cw-note">{ texts.get("together-cut-short") }</p>
            }
        </section>
    }
}

struct Drawing<'a> {
    texts: &'a Texts,
    items: HashMap<u32, &'a ItemSummary>,
    onchoose: &'a Callback<u32>,
    found: &'a Relations,
}

impl Drawing<'_> {
    fn parts(&self) -> Vec<Html> {
        let found = self.found;
        let chains: Vec<&Vec<u32>> = found.chains.iter().filter(|it| it.len() > 1).collect();
        let mut parts = Vec::new();
        self.part(&mut parts, "together-chains", &chains, |it| self.chain(it));
        let missing: Vec<&Missing> = found.missing.iter().collect();
        self.part(&mut parts, "together-missing", &missing, |it| {
            self.missing(it)
        });
        let cycles: Vec<&Vec<u32>> = found.cycles.iter().collect();
        self.part(&mut parts, "together-cycles", &cycles, |it| {
            html! { <li>{ self.several(it) }</li> }
        });
        let keys: Vec<&KeyGroup> = found.keys.iter().filter(|it| is_worth_it(it)).collect();
        self.part(&mut parts, "together-keys", &keys, |it| self.keys(it));
        let renewals: Vec<&Renewal> = found.renewals.iter().collect();
        self.part(&mut parts, "together-renewals", &renewals, |it| {
            let word = match it.is_cross_signed {
                true => "together-cross-signed",
                false => "together-renewed",
            };
            html! { <li>{ self.several(&it.certificates) }<span class="cw-remark">{ self.texts.get(word) }</span></li> }
        });
        let duplicates: Vec<&Vec<u32>> = found.duplicates.iter().collect();
        self.part(&mut parts, "together-duplicates", &duplicates, |it| {
            html! { <li>{ self.several(it) }</li> }
        });
        let lists: Vec<(u32, u32)> = found.lists.iter().map(|it| (it.list, it.issuer)).collect();
        self.part(&mut parts, "together-lists", &lists, |(list, issuer)| {
            html! { <li>{ self.several(&[*list, *issuer]) }</li> }
        });
        parts
    }

    /// A heading and a row each, if there are any.
    fn part<T>(
        &self,
        parts: &mut Vec<Html>,
        title: &'static str,
        all: &[T],
        row: impl Fn(&T) -> Html,
    ) {
        if all.is_empty() {
            return;
        }
        let rest = all.len().saturating_sub(MOST);
        parts.push(html! {
            <section>
                <h3 class="cw-group-label">{ self.texts.get(title) }</h3>
                <ul class="cw-bonds" role="list">{ for all.iter().take(MOST).map(row) }</ul>
                if rest > 0 {
                    <p class="cw-note">{ self.texts.with("and-more", &[("count", rest.into())]) }</p>
                }
            </section>
        });
    }

    /// From the root down to the leaf, each a step to the right.
    fn chain(&self, chain: &[u32]) -> Html {
        let steps = chain.iter().rev();
        let one = |id: &u32| {
            let is_missing = self.found.missing.iter().any(|it| it.subject == *id);
            html! {
                <li>
                    if is_missing {
                        <span class="cw-gap"><Symbol icon={Icon::Warning} />{ " " }{ self.texts.get("together-gap") }</span>
                    }
                    { self.link(*id) }
                </li>
            }
        };
        html! { <li><ol class="cw-chain" role="list">{ for steps.map(one) }</ol></li> }
    }

    fn missing(&self, it: &Missing) -> Html {
        let says = wording::no_issuer(self.texts, &it.issuer, it.key.as_deref());
        html! {
            <li>
                { self.link(it.subject) }
                <p>{ says }</p>
                if !it.namesakes.is_empty() {
                    <p>{ self.texts.get("together-namesakes") }{ " " }{ self.several(&it.namesakes) }</p>
                }
            </li>
        }
    }

    fn keys(&self, it: &KeyGroup) -> Html {
        let all = [
            &it.private_keys,
            &it.public_keys,
            &it.requests,
            &it.certificates,
        ];
        let all: Vec<u32> = all.into_iter().flatten().copied().collect();
        html! { <li>{ self.several(&all) }</li> }
    }

    fn several(&self, ids: &[u32]) -> Html {
        html! { <span class="cw-bond">{ for ids.iter().take(MOST).map(|id| self.link(*id)) }</span> }
    }

    fn link(&self, id: u32) -> Html {
        let Some(item) = self.items.get(&id) else {
            return Html::default();
        };
        let onclick = self.onchoose.reform(move |_: MouseEvent| id);
        let file = wording::shortened(&item.file);
        html! {
            <button type="button" class="cw-bond-link" {onclick}><Symbol icon={super::rows::icon(&item.content)} />{ " " }{ name(self.texts, item) }
                if !file.is_empty() {
                    <span class="cw-remark">{ file }</span>
                }
            </button>
        }
    }
}

/// Several certificates of one key say nothing new: they are renewals or duplicates.
fn is_worth_it(it: &KeyGroup) -> bool {
    let kinds = [
        &it.private_keys,
        &it.public_keys,
        &it.requests,
        &it.certificates,
    ];
    kinds.into_iter().filter(|kind| !kind.is_empty()).count() > 1
}

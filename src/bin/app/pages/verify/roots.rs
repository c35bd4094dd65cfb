//! Who is trusted.

use super::form::{Action, VerifyForm, is_self_issued};
use super::own::OwnAuthorities;
use crate::components::checkbox::checkbox;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::ItemSummary;
use yew::prelude::*;

/// Where the focus goes when there are more of them.
pub const LEGEND: &str = "verify-roots";

/// How many boxes there are: of a longer list nobody ticks anything.
const MOST_BOXES: usize = 200;

/// A box for each certificate that is signed by itself; for the others behind "more".
pub fn roots(
    texts: &Texts,
    form: &UseReducerHandle<VerifyForm>,
    certificates: &[&ItemSummary],
    leaf: u32,
    act: &Callback<Action>,
) -> Html {
    let boxes = |own: bool| -> (Vec<Html>, usize) {
        let of_kind = certificates.iter().copied();
        let of_kind: Vec<&ItemSummary> = of_kind.filter(|it| is_self_issued(it) == own).collect();
        let shown: Vec<&ItemSummary> = of_kind.iter().copied().take(MOST_BOXES).collect();
        let row = |(item, label): (&&ItemSummary, String)| {
            let id = item.id;
            let onchange = act.reform(move |is_on| Action::Trust(id, is_on));
            let is_trusted = form.fields.trusts(item, Some(leaf));
            checkbox(format!("trust-{id}"), &label, is_trusted, onchange)
        };
        let labels = wording::told_apart(texts, &shown);
        let rows = shown.iter().zip(labels).map(row).collect();
        (rows, of_kind.len() - shown.len())
    };
    let ((own, more), (others, _)) = (boxes(true), boxes(false));
    html! {
        <fieldset class="cw-checks">
            <legend class="cw-group-label" id={LEGEND} tabindex="-1">{ texts.get("verify-roots") }</legend>
            if own.is_empty() {
                <p class="cw-note">{ texts.get("verify-roots-none") }</p>
            } else {
                <p class="cw-note">{ texts.get("verify-roots-note") }</p>
                { for own }
                if more > 0 {
                    <p class="cw-note">{ texts.with("verify-roots-more", &[("count", more.into())]) }</p>
                }
            }
            <OwnAuthorities />
            if !others.is_empty() {
                <details class="cw-more">
                    <summary>{ texts.get("verify-roots-others") }</summary>
                    <div class="cw-checks">{ for others }</div>
                </details>
            }
        </fieldset>
    }
}

//! Characters in names that hide something, said in words.

use crate::components::notice::{Notice, Tone};
use crate::texts::Texts;
use crate::wording;
use certwright::pki::inspect::{OddText, Oddity, Place};
use yew::prelude::*;

/// A warning with all that is odd; nothing where nothing is.
pub fn oddities(texts: &Texts, odd: &[OddText]) -> Html {
    if odd.is_empty() {
        return Html::default();
    }
    html! {
        <Notice tone={Tone::Warning} title={texts.get("odd-characters")}>
            <ul class="cw-odd-texts" role="list">{ for odd.iter().map(|it| text(texts, it)) }</ul>
        </Notice>
    }
}

fn text(texts: &Texts, it: &OddText) -> Html {
    let place = match &it.place {
        Place::Subject(kind) => format!("{}, {kind}", texts.get("subject")),
        Place::Issuer(kind) => format!("{}, {kind}", texts.get("fact-issuer")),
        Place::Names(oid, kind) => format!("{}, {kind}", wording::oid_name(*oid)),
    };
    let says: Vec<String> = it.oddities.iter().map(|it| oddity(texts, it)).collect();
    html! {
        <li>
            <strong>{ place }</strong>{ " " }<span class="cw-code cw-wrap">{ &it.shown }</span>
            if let Some(decoded) = &it.decoded {
                { " " }<span class="cw-remark">{ decoded }</span>
            }
            <br />{ texts.sentences(&says) }
        </li>
    }
}

fn oddity(texts: &Texts, oddity: &Oddity) -> String {
    let character = |id, c: char| {
        let number = format!("U+{:04X}", u32::from(c));
        texts.with(id, &[("character", number.into())])
    };
    match oddity {
        Oddity::NulByte => texts.get("oddity-nul"),
        Oddity::Control(c) => character("oddity-control", *c),
        Oddity::Invisible(c) => character("oddity-invisible", *c),
        Oddity::Bidirectional(c) => character("oddity-bidirectional", *c),
        Oddity::Space(c) => character("oddity-space", *c),
        Oddity::OuterSpace => texts.get("oddity-outer-space"),
        Oddity::DoubleSpace => texts.get("oddity-double-space"),
        Oddity::MixedScripts { word, scripts } => {
            let values = [
                ("word", word.clone().into()),
                ("scripts", texts.list(scripts).into()),
            ];
            texts.with("oddity-mixed", &values)
        }
        Oddity::Confusable {
            character,
            looks_like,
        } => {
            let number = format!("{character} (U+{:04X})", u32::from(*character));
            let values = [
                ("character", number.into()),
                ("like", looks_like.to_string().into()),
            ];
            texts.with("oddity-confusable", &values)
        }
        Oddity::WholeScriptConfusable { script, looks_like } => {
            let values = [
                ("script", script.clone().into()),
                ("like", looks_like.clone().into()),
            ];
            texts.with("oddity-whole", &values)
        }
        Oddity::NonCanonical(c) => character("oddity-non-canonical", *c),
        Oddity::BrokenPunycode { label } => {
            texts.with("oddity-punycode", &[("label", label.clone().into())])
        }
    }
}

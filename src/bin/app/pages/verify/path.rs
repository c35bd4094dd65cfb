//! A path drawn: the leaf, whoever is above it, and what was checked of each.

use crate::components::icon::{Icon, Symbol};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{JudgedPath, Member};
use certwright::pki::chain::{Check, Fault};
use yew::prelude::*;

/// From the leaf up to the root.
pub fn path(texts: &Texts, path: &JudgedPath, roots: &[u32]) -> Html {
    let last = path.certificates.len().saturating_sub(1);
    let members = path.certificates.iter().enumerate().rev();
    let one = |(at, member): (usize, &Member)| {
        let is_trusted = member.item.is_some_and(|id| roots.contains(&id));
        let role = match at {
            _ if at == last && last > 0 => "path-leaf",
            _ if is_trusted && at == 0 => "path-root",
            0 if last == 0 => "path-leaf",
            _ => "path-authority",
        };
        let checks: Vec<&Check> = path.checks.iter().filter(|check| check.at == at).collect();
        certificate(texts, member, role, &checks)
    };
    html! { <ol class="cw-path" role="list">{ for members.map(one) }</ol> }
}

fn certificate(texts: &Texts, member: &Member, role: &'static str, checks: &[&Check]) -> Html {
    let failed = || {
        checks
            .iter()
            .filter_map(|check| Some((check, check.outcome.as_ref().err()?)))
    };
    let passed: Vec<&&Check> = checks
        .iter()
        .filter(|check| check.outcome.is_ok())
        .collect();
    let is_sound = failed().next().is_none();
    let (icon, mark) = match is_sound {
        true => (Icon::Success, "cw-path-sound"),
        false => (Icon::Danger, "cw-path-faulty"),
    };
    html! {
        <li class={classes!("cw-path-item", mark)}>
            <div class="cw-card-title"><Symbol {icon} /><span>{ wording::visible_text(&member.subject) }</span></div>
            <p class="cw-note">{ texts.groups(&[texts.get(role), wording::period(texts, member.validity)]) }</p>
            if !is_sound {
                <ul class="cw-faults" role="list">{ for failed().map(|(_, it)| fault(texts, it)) }</ul>
            }
            if !passed.is_empty() {
                <details class="cw-more">
                    <summary>{ texts.with("path-passed", &[("count", passed.len().into())]) }</summary>
                    <ul class="cw-passed" role="list">
                        { for passed.iter().map(|check| html! {
                            <li><Symbol icon={Icon::Success} />{ " " }{ texts.get(wording::step(check.step)) }<span class="cw-remark">{ check.step.section() }</span></li>
                        }) }
                    </ul>
                </details>
            }
        </li>
    }
}

/// What is wrong, what others call it, and what would help.
fn fault(texts: &Texts, fault: &Fault) -> Html {
    html! {
        <li>
            <p class="cw-fault">{ wording::fault(texts, fault) }</p>
            <p>{ texts.get(wording::remedy(fault.remedy())) }</p>
            { places(texts, fault) }
            <p class="cw-remark"><span class="cw-code">{ fault.openssl_name() }</span>{ " · " }{ fault.section() }</p>
        </li>
    }
}

/// Where a missing issuer is to be had. It is text, not a link: the address is a stranger's.
fn places(texts: &Texts, fault: &Fault) -> Html {
    match fault {
        Fault::NoIssuer { places, .. } if !places.is_empty() => html! {
            <p>{ texts.get("fault-places") }{ " " }<span class="cw-code cw-wrap">{ wording::visible_text(&texts.list(places)) }</span></p>
        },
        _ => Html::default(),
    }
}

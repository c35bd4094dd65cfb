//! The subject and the attributes of a request, asked for or given.

use std::collections::BTreeSet;

use super::{
    super::name::{Attribute, Key},
    settings::Wanted,
    *,
};
use crate::pki::{self, AttributeType, Name, Oid, RelativeName, application};

/// The subject's attributes, each with the setting that its value stands in.
pub(super) fn attributes(source: &mut Source, wanted: &Wanted) -> Vec<(Option<usize>, Attribute)> {
    let mut all = Vec::new();
    let mut is_first_lost = false;
    for (name, answer) in answers(source, wanted, wanted.subject.as_ref()) {
        let Some(key) = Key::parse(source, &name) else {
            is_first_lost = true;
            source.remark(answer.entry, Reason::Name { name });
            continue;
        };
        let text = answer.value.unwrap_or_default();
        let attribute = Attribute {
            oid: key.oid,
            text,
            // Not to what stands before the one that it would belong to.
            is_joined: key.is_joined && !is_first_lost,
        };
        is_first_lost = false;
        all.push((answer.entry, attribute));
    }
    if let Some(named) = &wanted.subject
        && !wanted.is_given
        && all.is_empty()
        && has_settings(source, named)
    {
        source.remark(named.entry, Reason::Questions);
    }
    all
}

/// The name; what it cannot hold is noted. With `moved`, its e-mail addresses stand elsewhere.
pub(super) fn name(
    source: &mut Source,
    attributes: Vec<(Option<usize>, Attribute)>,
    moved: bool,
) -> Name {
    let mut relative: Vec<Vec<pki::Attribute>> = Vec::new();
    for (entry, attribute) in attributes {
        // Opened even if nothing comes of it: what is joined to it is not joined to another.
        if !attribute.is_joined || relative.is_empty() {
            relative.push(Vec::new());
        }
        if moved && attribute.oid == EMAIL {
            continue;
        }
        let kind = AttributeType::of_oid(attribute.oid);
        let held = match pki::Attribute::new(kind, &attribute.text) {
            Ok(held) => held,
            Err(error) => {
                source.remark(entry, Reason::Refused(Box::new(error)));
                continue;
            }
        };
        if held.value() != attribute.text {
            let text = held.value().to_owned();
            source.remark(entry, Reason::Changed { text });
        }
        match relative.last_mut() {
            Some(last) if !last.iter().any(|other| other.kind() == kind) => last.push(held),
            _ => {
                source.remark(entry, Reason::Repeated);
                relative.push(vec![held]);
            }
        }
    }
    let relative = relative
        .into_iter()
        .filter_map(|members| RelativeName::new(members).ok());
    relative.fold(Name::default(), Name::with_rdn)
}

pub(super) fn request_attributes(
    source: &mut Source,
    wanted: &Wanted,
    application: &mut Application,
) {
    for (name, answer) in answers(source, wanted, wanted.attributes.as_ref()) {
        let oid = source.objects.find(&name).ok();
        let field = match oid.and_then(Oid::name) {
            Some("challengePassword") => &mut application.challenge_password,
            Some("unstructuredName") => &mut application.unstructured_name,
            _ => {
                source.remark(answer.entry, Reason::Name { name });
                continue;
            }
        };
        let text = answer.value.unwrap_or_default();
        match oid.map(|oid| application::text(oid, &text)).transpose() {
            Ok(_) => *field = Some(text),
            Err(error) => source.remark(answer.entry, Reason::Refused(Box::new(error))),
        }
    }
}

fn has_settings(source: &Source, named: &Item) -> bool {
    let section = named.value.as_deref().unwrap_or_default();
    let entries = source.config.entries_of(section);
    entries.is_some_and(|entries| !entries.is_empty())
}

/// What a section says of each of its names, in their order.
fn answers(source: &mut Source, wanted: &Wanted, named: Option<&Item>) -> Vec<(String, Item)> {
    let Some(named) = named else {
        return Vec::new();
    };
    let section = named.value.as_deref().unwrap_or_default();
    let items = match source.section(section) {
        Ok(items) => items,
        Err(trouble) => {
            source.remark(named.entry, trouble.reason);
            return Vec::new();
        }
    };
    let mut all = Vec::new();
    if wanted.is_given {
        all.extend(items.into_iter().map(|item| (item.name.clone(), item)));
    } else {
        for item in items.iter().filter(|item| !prompt::is_beside(&item.name)) {
            if is_unknown(source, &item.name) {
                let name = item.name.clone();
                source.remark(item.entry, Reason::Name { name });
                continue;
            }
            let answer = prompt::answer(source, section, &item.name);
            all.extend(answer.map(|answer| (item.name.clone(), answer)));
        }
        stray(source, &items);
    }
    for (_, answer) in &all {
        let text = answer.value.as_deref().unwrap_or_default();
        if !text.is_ascii() && source.config.is_utf8 && !wanted.is_utf8 {
            source.remark(answer.entry, Reason::Utf8);
        }
    }
    all
}

fn is_unknown(source: &Source, name: &str) -> bool {
    Key::parse(source, name).is_none()
}

/// A `_default` for which there is no question is never asked for.
fn stray(source: &mut Source, items: &[Item]) {
    let names: BTreeSet<&str> = items.iter().map(|item| &*item.name).collect();
    for item in items.iter().filter(|item| prompt::is_beside(&item.name)) {
        let question = item.name.rsplit_once('_').map(|(question, _)| question);
        if !question.is_some_and(|question| names.contains(question)) {
            let name = item.name.clone();
            source.remark(item.entry, Reason::Name { name });
        }
    }
}

//! The message catalogue: every text of the page, in every language.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;
use std::rc::Rc;
use unic_langid::LanguageIdentifier;

pub use certwright::authority::Language;

/// The texts in one language.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundle: Rc<FluentBundle<FluentResource>>,
}

/// A value to be filled into a text.
pub type Value = FluentValue<'static>;

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Texts {
    /// The catalogue of a language.
    pub fn new(language: Language) -> Self {
        let identifier: LanguageIdentifier = tag(language).parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        // The marks that isolate a filled-in value would become part of accessible names and of
        // what is copied.
        bundle.set_use_isolating(false);
        for text in catalogue(language) {
            // A part that does not parse is left out; `tests/texts.rs` sees to it that there is none.
            let resource = FluentResource::try_new(text.to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
        }
        Self {
            language,
            bundle: Rc::new(bundle),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text without values.
    pub fn get(&self, id: &'static str) -> String {
        self.with(id, &[])
    }

    /// Several words in one line.
    pub fn list(&self, words: &[String]) -> String {
        words.join(&self.get("list-separator"))
    }

    /// Several lists, or what has commas of its own, in one line.
    pub fn groups(&self, groups: &[String]) -> String {
        groups.join(&self.get("group-separator"))
    }

    /// Several sentences, one after the other.
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(&self.get("sentence-separator"))
    }

    /// A text with values filled in. A text that the catalogue lacks shows its name.
    pub fn with(&self, id: &'static str, values: &[(&'static str, Value)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let arguments: FluentArgs = values
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.clone()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }
}

impl Texts {
    /// What a rule of the lint says, and what to do where it is broken.
    pub fn rule(&self, id: &str) -> (String, String) {
        let message = self.bundle.get_message(&format!("lint-{id}"));
        let fix = message.as_ref().and_then(|it| it.get_attribute("fix"));
        let patterns = [
            message.as_ref().and_then(|it| it.value()),
            fix.map(|it| it.value()),
        ];
        let [says, fix] = patterns.map(|pattern| match pattern {
            Some(pattern) => {
                let text = self.bundle.format_pattern(pattern, None, &mut Vec::new());
                text.into_owned()
            }
            None => String::new(),
        });
        (says, fix)
    }
}

/// The language's tag for `lang` attributes and the browser's date formats.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::ZhHans => "zh-Hans",
    }
}

/// A file a page, and what all have in common.
fn catalogue(language: Language) -> [&'static str; 14] {
    match language {
        Language::En => [
            include_str!("texts/en/page.ftl"),
            include_str!("texts/en/desk.ftl"),
            include_str!("texts/en/keys.ftl"),
            include_str!("texts/en/requests.ftl"),
            include_str!("texts/en/acme.ftl"),
            include_str!("texts/en/inspect.ftl"),
            include_str!("texts/en/lint.ftl"),
            include_str!("texts/en/verify.ftl"),
            include_str!("texts/en/random.ftl"),
            include_str!("texts/en/vault.ftl"),
            include_str!("texts/en/authorities.ftl"),
            include_str!("texts/en/certificates.ftl"),
            include_str!("texts/en/batch.ftl"),
            include_str!("texts/en/errors.ftl"),
        ],
        Language::ZhHans => [
            include_str!("texts/zh-Hans/page.ftl"),
            include_str!("texts/zh-Hans/desk.ftl"),
            include_str!("texts/zh-Hans/keys.ftl"),
            include_str!("texts/zh-Hans/requests.ftl"),
            include_str!("texts/zh-Hans/acme.ftl"),
            include_str!("texts/zh-Hans/inspect.ftl"),
            include_str!("texts/zh-Hans/lint.ftl"),
            include_str!("texts/zh-Hans/verify.ftl"),
            include_str!("texts/zh-Hans/random.ftl"),
            include_str!("texts/zh-Hans/vault.ftl"),
            include_str!("texts/zh-Hans/authorities.ftl"),
            include_str!("texts/zh-Hans/certificates.ftl"),
            include_str!("texts/zh-Hans/batch.ftl"),
            include_str!("texts/zh-Hans/errors.ftl"),
        ],
    }
}

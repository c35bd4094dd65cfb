//! The message catalogue: both languages say the same things, and the page says nothing else.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use certwright::pki::lint::Rule;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// Each message with the values that are filled in.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    assert_eq!(catalogue("en"), catalogue("zh-Hans"));
}

#[test]
fn every_message_is_used_and_every_one_used_is_there() {
    let known: BTreeSet<_> = catalogue("en").into_keys().collect();
    let source: String = sources(Path::new("src/bin/app"))
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let literals: BTreeSet<_> = source
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    // Those of the lint's rules are named after them.
    let of_rules = |id: &&String| Rule::ALL.iter().any(|rule| **id == of_rule(*rule));
    let unused: Vec<_> = known
        .difference(&literals)
        .filter(|id| !of_rules(id))
        .collect();
    assert!(unused.is_empty(), "no source names {unused:?}");

    let asked = [".get(\"", ".with(\""]
        .iter()
        .flat_map(|call| source.split(call).skip(1));
    let asked: BTreeSet<_> = asked
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    let missing: Vec<_> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "the catalogue lacks {missing:?}");
}

#[test]
fn every_rule_says_what_is_wrong_and_what_to_do() {
    for language in ["en", "zh-Hans"] {
        let text = text(language);
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let with_fix: BTreeSet<String> = resource
            .body
            .into_iter()
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some(message),
                _ => None,
            })
            .filter(|message| message.value.is_some())
            .filter(|message| message.attributes.iter().any(|it| it.id.name == "fix"))
            .map(|message| message.id.name)
            .collect();
        let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| of_rule(*rule)).collect();
        assert_eq!(with_fix, rules, "{language}");
    }
}

/// None is put in words that are another's: what the page does not know is of a later version.
#[test]
fn every_fault_has_words_of_its_own() {
    let words = fs::read_to_string("src/bin/app/wording/fault.rs").unwrap();
    for (file, kind) in [
        ("src/pki/chain/fault.rs", "Fault"),
        ("src/pki/chain/list/fault.rs", "ListFault"),
        ("src/pki/chain.rs", "Step"),
    ] {
        let source = fs::read_to_string(file).unwrap();
        let start = format!("pub enum {kind} {{\n");
        let (_, rest) = source.split_once(&start).expect(kind);
        let (variants, _) = rest.split_once("\n}").unwrap();
        let variants = variants
            .lines()
            .filter_map(|line| line.strip_prefix("    "));
        let variants: Vec<_> = variants
            .filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()))
            .map(|line| line.split([' ', ',', '(']).next().unwrap())
            .collect();
        assert!(variants.len() > 10, "{variants:?}");
        let is_named = |variant: &&&str| {
            [" =>", " {", "("]
                .iter()
                .any(|end| words.contains(&format!(" {kind}::{variant}{end}")))
        };
        let missing: Vec<_> = variants.iter().filter(|it| !is_named(it)).collect();
        assert!(missing.is_empty(), "no words for {kind}'s {missing:?}");
    }
    // Two of them share none.
    let ids = words
        .split("\"list-fault-")
        .skip(1)
        .map(|rest| rest.split('"').next());
    let mut ids: Vec<_> = ids.flatten().filter(|id| *id != "broken").collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

fn of_rule(rule: Rule) -> String {
    format!("lint-{}", rule.id())
}

#[test]
fn chinese_is_chinese() {
    let same_in_both = [
        "kind-ipv4",
        "kind-ipv6",
        "server-names-example",
        "title-of-page",
    ];
    let (english, chinese) = (text("en"), text("zh-Hans"));
    for line in chinese
        .lines()
        .filter(|line| line.contains(" = ") && !line.contains("->"))
    {
        let (name, words) = line.split_once(" = ").unwrap();
        if same_in_both.contains(&name) || !has_words(words) {
            continue;
        }
        assert!(
            words
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            "not translated: {line}"
        );
        assert!(!english.lines().any(|other| other == line), "{line}");
    }
}

/// Whether anything is said besides the values that are filled in.
fn has_words(message: &str) -> bool {
    let between = message.split('{').map(|part| part.rsplit('}').next());
    between
        .flatten()
        .any(|part| part.chars().any(char::is_alphabetic))
}

/// All files of a language.
fn text(language: &str) -> String {
    let folder = format!("src/bin/app/texts/{language}");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    texts.collect()
}

fn catalogue(language: &str) -> Catalogue {
    let text = text(language);
    let resource =
        parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut catalogue = Catalogue::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut values = BTreeSet::new();
            collect(&message.value.expect("a message has words"), &mut values);
            assert!(
                catalogue.insert(message.id.name.clone(), values).is_none(),
                "{language}: {} twice",
                message.id.name
            );
        }
    }
    catalogue
}

fn collect(pattern: &Pattern<String>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => note(inline, values),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                note(selector, values);
                variants
                    .iter()
                    .for_each(|variant| collect(&variant.value, values));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn note(expression: &InlineExpression<String>, values: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = expression {
        values.insert(id.name.clone());
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect()
}

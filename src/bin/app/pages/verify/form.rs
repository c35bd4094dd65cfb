//! The page's form: what was chosen and typed, and what the engine said to it. It outlives the page, so that
//! nothing is lost on the way to another.

use certwright::Error;
use certwright::engine::{Content, Inquiry, ItemSummary, Verdict};
use certwright::pki::chain::{Peer, Policies, Purpose, Revocation, Rules};
use certwright::pki::{Oid, Time};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;
use yew::Reducible;

/// The form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyForm {
    /// What was chosen and typed.
    pub fields: Fields,
    /// Whether it was handed in, so that problems are shown.
    pub handed_in: bool,
    /// What the engine says to what stands there.
    pub said: Option<Said>,
    /// How often the engine has answered.
    pub answered: u32,
    /// How often something was changed: an answer to what stood there before comes too late.
    edition: u32,
}

/// An answer, and to what.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What was asked.
    pub inquiry: Rc<Inquiry>,
    /// What lay on the desk: with anything else there it would be another question.
    pub desk: Rc<Vec<ItemSummary>>,
    /// What the engine says.
    pub verdict: Result<Rc<Verdict>, Error>,
}

/// What was chosen and typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// The certificate, if one was chosen.
    pub leaf: Option<u32>,
    /// Which others were said to be trusted, or not to be.
    pub trusted: BTreeMap<u32, bool>,
    /// The place of the purpose.
    pub purpose: usize,
    /// Whom it is for.
    pub peer: String,
    /// The time in UTC, as the browser's field has it; now, where it is empty.
    pub time: String,
    /// The place of the rules.
    pub rules: usize,
    /// The place of what lists are asked for.
    pub revocation: usize,
    /// Policies that are wanted.
    pub policies: String,
    /// A policy is needed.
    pub require_explicit: bool,
    /// `anyPolicy` is none.
    pub inhibit_any: bool,
    /// Policies are not mapped.
    pub inhibit_mapping: bool,
    /// How many authorities there may be between.
    pub depth: String,
    /// SHA-1 counts.
    pub allows_weak_algorithms: bool,
}

/// What is wrong with a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    /// With whom it is for.
    pub peer: Option<Error>,
    /// With the time.
    pub time: bool,
    /// With the policies.
    pub policies: Option<Error>,
    /// With the depth.
    pub depth: bool,
}

/// What happens to it.
pub enum Action {
    /// This text is typed, and put where this function puts it.
    Type(fn(&mut Fields, String), String),
    /// What stands at this place is chosen, likewise.
    Choose(fn(&mut Fields, usize), usize),
    /// A box is ticked or not, likewise.
    Tick(fn(&mut Fields, bool), bool),
    /// This certificate is to be judged.
    Leaf(u32),
    /// This one is trusted, or not.
    Trust(u32, bool),
    /// It is handed in.
    HandIn,
    /// What the engine says to this edition.
    Heard(u32, Said),
    /// The engine died, and with it all that was chosen from.
    Lose,
}

/// What it can be asked for.
pub const PURPOSES: [Purpose; 7] = [
    Purpose::TlsServer,
    Purpose::TlsClient,
    Purpose::Email,
    Purpose::CodeSigning,
    Purpose::TimeStamping,
    Purpose::OcspSigning,
    Purpose::Any,
];

/// By whose rules.
pub const RULES: [(Rules, &str, &str); 3] = [
    (Rules::Profile, "rules-profile", "rules-profile-help"),
    (Rules::Browsers, "rules-browsers", "rules-browsers-help"),
    (Rules::Path, "rules-path", "rules-path-help"),
];

/// What lists are asked for.
pub const REVOCATION: [(Revocation, &str); 3] = [
    (Revocation::IfThere, "revocation-if-there"),
    (Revocation::Required, "revocation-required"),
    (Revocation::Ignored, "revocation-ignored"),
];

impl Reducible for VerifyForm {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Type(put, text) => form.change(|fields| put(fields, text)),
            Action::Choose(put, place) => form.change(|fields| put(fields, place)),
            Action::Tick(put, is_on) => form.change(|fields| put(fields, is_on)),
            Action::Leaf(leaf) => form.change(|fields| fields.leaf = Some(leaf)),
            Action::Trust(id, is_on) => form.change(|fields| {
                fields.trusted.insert(id, is_on);
            }),
            Action::HandIn => form.handed_in = true,
            Action::Heard(edition, said) => {
                if edition == form.edition {
                    form.said = Some(said);
                    form.answered += 1;
                }
            }
            Action::Lose => form.change(|fields| {
                fields.leaf = None;
                fields.trusted.clear();
            }),
        }
        form.into()
    }
}

impl VerifyForm {
    /// What an answer has to come back with.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// What was said is about what stood there.
    fn change(&mut self, change: impl FnOnce(&mut Fields)) {
        change(&mut self.fields);
        self.said = None;
        self.edition += 1;
    }
}

impl Fields {
    /// The certificate that is chosen, or the one that nobody here was issued by.
    pub fn leaf<'a>(&self, certificates: &[&'a ItemSummary]) -> Option<&'a ItemSummary> {
        let chosen = certificates.iter().find(|item| self.leaf == Some(item.id));
        let issuers: HashSet<&str> = certificates
            .iter()
            .filter_map(|item| certificate(item))
            .map(|(_, issuer)| issuer)
            .collect();
        let is_last = |item: &&&ItemSummary| {
            certificate(item).is_some_and(|(subject, _)| !issuers.contains(subject))
        };
        let chosen = chosen.or_else(|| certificates.iter().find(is_last));
        chosen.or(certificates.first()).copied()
    }

    /// Whether a certificate is trusted: as was said, or if it is signed by itself.
    pub fn trusts(&self, item: &ItemSummary, leaf: Option<u32>) -> bool {
        let said = self.trusted.get(&item.id).copied();
        said.unwrap_or_else(|| is_self_issued(item) && leaf != Some(item.id))
    }

    /// What is asked of the engine, or what is wrong.
    pub fn inquiry(&self, leaf: u32, roots: Vec<u32>, now: Time) -> Result<Inquiry, Box<Problems>> {
        let mut problems = Problems::default();
        let peer = match self.peer.trim() {
            "" => None,
            text => Peer::parse(text)
                .map_err(|error| problems.peer = Some(error))
                .ok(),
        };
        let time = match self.time.as_str() {
            "" => Some(now),
            text => read_time(text),
        };
        problems.time = time.is_none();
        let wanted = self.policies.split([',', ' ', ';', '\n']);
        let wanted: Result<BTreeSet<Oid>, Error> = wanted
            .filter(|text| !text.is_empty())
            .map(Oid::parse)
            .collect();
        let wanted = wanted.map_err(|error| problems.policies = Some(error));
        let max_depth = match self.depth.trim() {
            "" => None,
            text => text.parse().map_err(|_| problems.depth = true).ok(),
        };
        if problems != Problems::default() {
            return Err(Box::new(problems));
        }
        Ok(Inquiry {
            leaf,
            roots,
            time: time.unwrap_or(now),
            purpose: PURPOSES[self.purpose],
            peer,
            rules: RULES[self.rules].0,
            revocation: REVOCATION[self.revocation].0,
            policies: Policies {
                wanted: wanted.unwrap_or_default(),
                require_explicit: self.require_explicit,
                inhibit_any: self.inhibit_any,
                inhibit_mapping: self.inhibit_mapping,
            },
            max_depth,
            allows_weak_algorithms: self.allows_weak_algorithms,
        })
    }
}

/// Whether a certificate's subject is its issuer.
pub fn is_self_issued(item: &ItemSummary) -> bool {
    certificate(item).is_some_and(|(subject, issuer)| subject == issuer)
}

fn certificate(item: &ItemSummary) -> Option<(&str, &str)> {
    match &item.content {
        Content::Certificate(it) => Some((&it.subject, &it.issuer)),
        _ => None,
    }
}

/// What the browser's field has, in UTC.
fn read_time(text: &str) -> Option<Time> {
    let milliseconds = js_sys::Date::parse(&format!("{text}Z"));
    (milliseconds >= 0.0).then(|| Time::from_unix((milliseconds / 1000.0) as u64))
}

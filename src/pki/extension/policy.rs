//! By which rules a certificate was issued.

use der::{Any, Tag, Tagged};
use serde::{Deserialize, Serialize};
use x509_cert::ext::pkix::certpolicy::{PolicyInformation, PolicyQualifierInfo};

use super::{encode::Refusal, text::ascii};
use crate::{
    ExtensionFault,
    pki::{Oid, Uri, is_invisible, text::text_of},
};

/// One policy (RFC 5280, section 4.2.1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The policy.
    pub oid: Oid,
    /// Where more about it stands.
    pub qualifiers: Vec<Qualifier>,
}

/// Where more about a policy stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Qualifier {
    /// `CPS`: where the certification practice statement is.
    Cps(Uri),
    /// `userNotice`: up to 200 characters for people, without a reference to a numbered text.
    UserNotice {
        /// The `explicitText`.
        text: String,
        /// How it is written.
        string: NoticeString,
    },
}

/// The type of string that a user notice is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NoticeString {
    /// UTF8String, as RFC 5280 asks; OpenSSL's `explicitText = UTF8:…`.
    #[default]
    Utf8,
    /// VisibleString, which RFC 5280 forbids and OpenSSL writes by default: visible ASCII.
    Visible,
}

impl From<Oid> for Policy {
    fn from(oid: Oid) -> Self {
        let qualifiers = Vec::new();
        Self { oid, qualifiers }
    }
}

pub(super) fn to_x509(policy: &Policy) -> Result<PolicyInformation, Refusal> {
    let qualifiers = policy.qualifiers.iter().map(qualifier);
    let qualifiers = qualifiers.collect::<Result<Vec<_>, _>>()?;
    Ok(PolicyInformation {
        policy_identifier: policy.oid.0,
        policy_qualifiers: Some(qualifiers).filter(|qualifiers| !qualifiers.is_empty()),
    })
}

pub(super) fn of_x509(policy: &PolicyInformation) -> Option<Policy> {
    let qualifiers = policy.policy_qualifiers.iter().flatten();
    Some(Policy {
        oid: Oid(policy.policy_identifier),
        qualifiers: qualifiers.map(of_qualifier).collect::<Option<_>>()?,
    })
}

fn qualifier(qualifier: &Qualifier) -> Result<PolicyQualifierInfo, Refusal> {
    let (oid, value) = match qualifier {
        Qualifier::Cps(uri) => (CPS, ascii(Tag::Ia5String, uri.as_str())?),
        Qualifier::UserNotice { text, string } => (USER_NOTICE, notice(text, *string)?),
    };
    Ok(PolicyQualifierInfo {
        policy_qualifier_id: oid.0,
        qualifier: Some(value),
    })
}

/// ```text
/// UserNotice ::= SEQUENCE {
///     noticeRef     NoticeReference OPTIONAL,
///     explicitText  DisplayText OPTIONAL }
/// ```
fn notice(text: &str, string: NoticeString) -> Result<Any, Refusal> {
    let length = text.chars().count();
    match length {
        0 => return Err(ExtensionFault::Empty.into()),
        1..=LONGEST_NOTICE => {}
        _ => {
            let limit = LONGEST_NOTICE;
            return Err(ExtensionFault::TooLong { length, limit }.into());
        }
    }
    let text = match string {
        NoticeString::Visible => ascii(Tag::VisibleString, text)?,
        NoticeString::Utf8 => match text.chars().find(|c| is_invisible(*c)) {
            Some(character) => return Err(ExtensionFault::Character { character }.into()),
            None => Any::new(Tag::Utf8String, text.as_bytes())?,
        },
    };
    Ok(Any::encode_from(&vec![text])?)
}

fn of_qualifier(info: &PolicyQualifierInfo) -> Option<Qualifier> {
    let value = info.qualifier.as_ref()?;
    if info.policy_qualifier_id == CPS.0 {
        return Uri::parse(&text_of(value)?).ok().map(Qualifier::Cps);
    }
    let parts: Vec<Any> = value.decode_as().ok()?;
    let string = match parts.first()?.tag() {
        Tag::Utf8String => NoticeString::Utf8,
        Tag::VisibleString => NoticeString::Visible,
        _ => return None,
    };
    let text = text_of(parts.first()?)?;
    (info.policy_qualifier_id == USER_NOTICE.0).then_some(Qualifier::UserNotice { text, string })
}

/// RFC 5280, appendix A.2: `SIZE (1..200)`.
const LONGEST_NOTICE: usize = 200;

const CPS: Oid = Oid::of("1.3.6.1.5.5.7.2.1");
const USER_NOTICE: Oid = Oid::of("1.3.6.1.5.5.7.2.2");

//! Why a line of a configuration file does not count.

use serde::{Deserialize, Serialize};

use crate::{ConfigFault, Error};

/// Why a line was not understood, not used, or used otherwise than OpenSSL would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// A later line sets the same again.
    #[error("line {by} sets it again")]
    Overridden {
        /// The later line's number.
        by: u32,
    },

    /// It needs an environment variable, and there is no environment here.
    #[error("it needs the environment variable {name}, and there is no environment here")]
    Environment {
        /// The variable.
        name: String,
    },

    /// It includes another file, and there are no other files here.
    #[error("it includes another file, and there are no other files here")]
    Include,

    /// A `.pragma` other than `dollarid`.
    #[error("it is an instruction to OpenSSL's reader")]
    Pragma,

    /// Nothing that the request is made of refers to its section.
    #[error("nothing in the request uses the section {section:?}")]
    Section {
        /// The section.
        section: String,
    },

    /// Its name means nothing in this section, as far as requests go.
    #[error("the name {name:?} means nothing to a request here")]
    Name {
        /// The name.
        name: String,
    },

    /// The subject's section has questions for the terminal and not one answer: no `_default`, and no
    /// `prompt = no` that would make its values answers.
    #[error("its section asks for a subject and has none; prompt = no makes its values one")]
    Questions,

    /// It is understood, and about files, prompts or a way of working that does not exist here.
    #[error("it is about how the openssl program works and has no meaning here")]
    Program,

    /// It copies from the issuer's certificate, and a request has no issuer yet.
    #[error("it is taken from the issuer, and a request has none yet")]
    Issuer,

    /// The file wants strings of other types. Names are written as UTF8String here, as OpenSSL does
    /// unless told otherwise and RFC 5280, section 4.1.2.4, says.
    #[error("names are written as UTF8String")]
    StringMask,

    /// Understood as UTF-8. OpenSSL takes each octet for a character of Latin-1: always in a
    /// `dirName`, and elsewhere unless it is told `utf8 = yes`.
    #[error("it is read as UTF-8; OpenSSL takes it for Latin-1, in a subject unless utf8 = yes")]
    Utf8,

    /// The value is written in another way, such as a country in capitals.
    #[error("it is written {text:?}")]
    Changed {
        /// As what.
        text: String,
    },

    /// An attribute of a type that its relative name has already, which X.501 does not allow; here
    /// it stands on its own.
    #[error("its relative name has an attribute of this type already")]
    Repeated,

    /// A value has fewer octets than its `_min`.
    #[error("the value has {given} bytes, fewer than the {min} that its _min asks for")]
    TooShort {
        /// How many it has.
        given: u64,
        /// How many it must have.
        min: u64,
    },

    /// A value has more octets than its `_max`.
    #[error("the value has {given} bytes, more than the {max} that its _max allows")]
    TooLong {
        /// How many it has.
        given: u64,
        /// How many it can have.
        max: u64,
    },

    /// RSA keys of this length are not made here.
    #[error("no RSA keys of {text:?} bits are made here")]
    KeySize {
        /// What is asked for.
        text: String,
    },

    /// Requests are not signed with this digest here.
    #[error("nothing is signed with {text:?} here")]
    Digest {
        /// What is asked for.
        text: String,
    },

    /// It is wrong.
    #[error("{0}")]
    Fault(ConfigFault),

    /// A name or extension that cannot be put into a request.
    #[error("{0}")]
    Refused(Box<Error>),
}

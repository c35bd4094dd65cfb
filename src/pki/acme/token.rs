//! Tokens: what an authority asks to be answered with.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{Error, TokenFault};

/// A challenge's token (RFC 8555, section 8.1): characters of Base64url's alphabet. No others are
/// taken, since a token becomes part of a path and of a signed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Token(String);

impl Token {
    /// Reads a token, with white space around it.
    ///
    /// # Errors
    /// [`Error::Token`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        match fault(text) {
            Some(fault) => Err(Error::Token {
                text: text.chars().take(LONGEST_SHOWN).collect(),
                fault,
            }),
            None => Ok(Self(text.into())),
        }
    }

    /// The token's characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it cannot have the 128 bits of entropy that section 8.1 asks for: below 22 characters.
    /// The authority's fault, or a part of it was not copied.
    pub fn is_short(&self) -> bool {
        self.0.len() < SHORTEST
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Token {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::parse(&text)
    }
}

impl From<Token> for String {
    fn from(token: Token) -> Self {
        token.0
    }
}

fn fault(text: &str) -> Option<TokenFault> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if text.is_empty() {
        return Some(TokenFault::Empty);
    }
    if let Some(character) = text.chars().find(|c| !allowed(*c)) {
        return Some(TokenFault::Character { character });
    }
    (text.len() > LONGEST).then_some(TokenFault::TooLong {
        length: text.len(),
        limit: LONGEST,
    })
}

/// 128 bits at six bits a character.
const SHORTEST: usize = 22;

/// Let's Encrypt's have 43.
const LONGEST: usize = 1_024;
const LONGEST_SHOWN: usize = 64;

//! The page's form: what was typed, and what the engine said to it. It outlives the page, so that
//! nothing typed is lost on the way to another.

use certwright::Error;
use certwright::engine::Challenge;
use certwright::pki::DnsName;
use certwright::pki::acme::{SignedMessage, Token};
use std::rc::Rc;
use yew::Reducible;

/// The form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcmeForm {
    /// The place of the kind that a new account key is to have.
    pub kind: usize,
    /// The account that was chosen or made last; the newest where none was.
    pub account: Option<u32>,
    /// The thumbprint of the account key that was made last.
    made: Option<String>,
    /// The challenge's token.
    pub token: String,
    /// The domain name.
    pub domain: String,
    /// Whether token and domain were handed in, so that their problems are shown.
    pub handed_in: bool,
    /// What is to be published, by the account of this thumbprint: numbers come again after a crash.
    challenge: Option<(String, Result<Challenge, Error>)>,
    /// How often the engine has answered to what stands there.
    pub answered: u32,
    /// The protected header; the example while nothing was typed.
    pub header: Option<String>,
    /// The payload; likewise.
    pub payload: Option<String>,
    /// The signed message, by the account of this thumbprint.
    signed: Option<(String, Result<SignedMessage, Error>)>,
    /// How often the engine has signed what stands there, or refused to.
    pub signings: u32,
}

/// What the engine was asked for a challenge. An answer to what stands there no more is too late.
#[derive(Clone)]
pub struct ChallengeQuestion {
    /// The account's thumbprint.
    pub account: String,
    /// The token's text.
    pub token: String,
    /// The domain's text.
    pub domain: String,
}

/// What it was asked to sign.
#[derive(Clone)]
pub struct MessageQuestion {
    /// The account's thumbprint.
    pub account: String,
    /// The header, if one was typed.
    pub header: Option<String>,
    /// The payload, likewise.
    pub payload: Option<String>,
}

/// What happens to it.
pub enum Action {
    /// Another kind of key.
    Kind(usize),
    /// Another account.
    Account(u32),
    /// An account key was made, under this number and with this thumbprint. Said more than once, it counts
    /// once, so that a choice since then stays.
    Made(u32, String),
    /// The token's text.
    Token(String),
    /// The domain's text.
    Domain(String),
    /// Token and domain are handed in.
    HandIn,
    /// What the engine says to them.
    Answered(ChallengeQuestion, Result<Challenge, Error>),
    /// The header's text.
    Header(String),
    /// The payload's text.
    Payload(String),
    /// What the engine says to them.
    Signed(MessageQuestion, Result<SignedMessage, Error>),
}

impl Reducible for AcmeForm {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Kind(kind) => form.kind = kind,
            Action::Account(account) => form.account = Some(account),
            Action::Made(account, thumbprint) => {
                if form.made.as_ref() != Some(&thumbprint) {
                    form.account = Some(account);
                    form.made = Some(thumbprint);
                }
            }
            Action::Token(token) => {
                form.token = token;
                form.challenge = None;
            }
            Action::Domain(domain) => {
                form.domain = domain;
                form.challenge = None;
            }
            Action::HandIn => form.handed_in = true,
            Action::Answered(asked, heard) => {
                if asked.token == form.token && asked.domain == form.domain {
                    form.challenge = Some((asked.account, heard));
                    form.answered += 1;
                }
            }
            Action::Header(header) => {
                form.header = Some(header);
                form.signed = None;
            }
            Action::Payload(payload) => {
                form.payload = Some(payload);
                form.signed = None;
            }
            Action::Signed(asked, heard) => {
                if asked.header == form.header && asked.payload == form.payload {
                    form.signed = Some((asked.account, heard));
                    form.signings += 1;
                }
            }
        }
        form.into()
    }
}

impl AcmeForm {
    /// The token, or what is wrong with it.
    pub fn read_token(&self) -> Result<Token, Error> {
        Token::parse(&self.token)
    }

    /// The domain, or what is wrong with it.
    pub fn read_domain(&self) -> Result<DnsName, Error> {
        DnsName::parse(self.domain.trim())
    }

    /// What the account of this thumbprint is to publish.
    pub fn challenge_of(&self, account: &str) -> Option<&Result<Challenge, Error>> {
        let (of, heard) = self.challenge.as_ref()?;
        (of == account).then_some(heard)
    }

    /// What the account of this thumbprint signed.
    pub fn signed_by(&self, account: &str) -> Option<&Result<SignedMessage, Error>> {
        let (by, heard) = self.signed.as_ref()?;
        (by == account).then_some(heard)
    }
}

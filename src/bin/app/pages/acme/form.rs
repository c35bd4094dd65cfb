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
    /// The account that was chosen; the newest where none was.
    pub account: Option<u32>,
    /// The challenge's token.
    pub token: String,
    /// The domain name.
    pub domain: String,
    /// Whether token and domain were handed in, so that their problems are shown.
    pub handed_in: bool,
    /// What is to be published, by which account.
    pub challenge: Option<(u32, Result<Challenge, Error>)>,
    /// The protected header; the example while nothing was typed.
    pub header: Option<String>,
    /// The payload; likewise.
    pub payload: Option<String>,
    /// The signed message, by which account.
    pub signed: Option<(u32, Result<SignedMessage, Error>)>,
}

/// What happens to it.
pub enum Action {
    /// Another kind of key.
    Kind(usize),
    /// Another account.
    Account(u32),
    /// The token's text.
    Token(String),
    /// The domain's text.
    Domain(String),
    /// Token and domain are handed in.
    HandIn,
    /// What the engine says to them.
    Answered(u32, Result<Challenge, Error>),
    /// The header's text.
    Header(String),
    /// The payload's text.
    Payload(String),
    /// What the engine says to them.
    Signed(u32, Result<SignedMessage, Error>),
}

impl Reducible for AcmeForm {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut form = (*self).clone();
        match action {
            Action::Kind(kind) => form.kind = kind,
            Action::Account(account) => form.account = Some(account),
            Action::Token(token) => {
                form.token = token;
                form.challenge = None;
            }
            Action::Domain(domain) => {
                form.domain = domain;
                form.challenge = None;
            }
            Action::HandIn => form.handed_in = true,
            Action::Answered(account, heard) => form.challenge = Some((account, heard)),
            Action::Header(header) => {
                form.header = Some(header);
                form.signed = None;
            }
            Action::Payload(payload) => {
                form.payload = Some(payload);
                form.signed = None;
            }
            Action::Signed(account, heard) => form.signed = Some((account, heard)),
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

    /// What this account is to publish.
    pub fn challenge_of(&self, account: u32) -> Option<&Result<Challenge, Error>> {
        let (of, heard) = self.challenge.as_ref()?;
        (*of == account).then_some(heard)
    }

    /// What this account signed.
    pub fn signed_by(&self, account: u32) -> Option<&Result<SignedMessage, Error>> {
        let (by, heard) = self.signed.as_ref()?;
        (*by == account).then_some(heard)
    }
}

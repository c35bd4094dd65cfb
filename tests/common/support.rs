//! What every story needs: a fixed time, seeded randomness, a plan, and the `openssl` program.

#![allow(dead_code, reason = "every story uses a part of it")]

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::Command,
};

use certwright::{
    authority::{KeyPair, Plan, Set},
    pki::{Algorithm, AltName, Attribute, AttributeType, EmailAddress, Password, Time},
};
use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
use tempfile::TempDir;

/// 2026-11-19 14:26:40 UTC.
pub const NOW: u64 = 1_795_098_400;
pub const PASSWORD: &str = "correct horse 马 battery";

pub fn now() -> Time {
    Time::from_unix(NOW)
}

pub fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub fn password() -> Password {
    Password::new(PASSWORD.into()).unwrap()
}

pub fn attribute(kind: AttributeType, text: &str) -> Attribute {
    Attribute::new(kind, text).unwrap()
}

pub fn plan(algorithm: Algorithm) -> Plan {
    let names = [
        "www.example.com",
        "*.例え.example",
        "192.0.2.7",
        "2001:db8::7",
    ];
    Plan {
        authority_name: attribute(AttributeType::CommonName, "Acme Root"),
        organization: Some(attribute(
            AttributeType::Organization,
            "Acme, Gänse & Söhne",
        )),
        country: Some(attribute(AttributeType::Country, "cn")),
        server_names: names.map(|name| AltName::server(name).unwrap()).to_vec(),
        client_name: attribute(AttributeType::CommonName, "王小明"),
        client_email: Some(EmailAddress::parse("ming@example.com").unwrap()),
        algorithm,
        authority_years: 30,
        certificate_days: 398,
    }
}

pub fn set(plan: &Plan, password: Option<&Password>, now: Time, seed: u8) -> Set {
    let rng = &mut rng(seed);
    let keys = [(); 3].map(|()| KeyPair::generate(plan.algorithm, password, rng).unwrap());
    Set::create(plan, keys, now, rng).unwrap()
}

/// The set's files in a folder of their own.
pub fn folder(set: &Set) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in set.files().unwrap() {
        fs::write(folder.path().join(file.name), &*file.contents).unwrap();
    }
    folder
}

pub struct Outcome {
    pub ok: bool,
    /// Standard output, then standard error.
    pub text: String,
}

impl Outcome {
    pub fn expect(self, what: &str) -> String {
        assert!(self.ok, "{what} failed:\n{}", self.text);
        self.text
    }

    pub fn expect_failure(self) -> String {
        assert!(!self.ok, "this was to fail:\n{}", self.text);
        self.text
    }

    pub fn expect_refusal(self, what: &str, because: &str) {
        assert!(!self.ok, "{what} was accepted:\n{}", self.text);
        assert!(
            self.text.contains(because),
            "{what}, refused otherwise:\n{}",
            self.text
        );
    }
}

/// For whoever runs the tests: what was left out, and figures.
#[expect(
    clippy::explicit_write,
    reason = "a test that passes swallows `eprintln!`"
)]
pub fn say(text: &str) {
    writeln!(io::stderr(), "{text}").unwrap();
}

/// Runs `openssl` with arguments separated by spaces.
pub fn openssl(folder: &Path, arguments: &str) -> Outcome {
    openssl_with(folder, &arguments.split_whitespace().collect::<Vec<_>>())
}

pub fn openssl_with(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut command = Command::new("openssl");
    let run = command.args(arguments).current_dir(folder).output();
    let output = run.expect("these tests need the `openssl` program (3.0 or later) on the PATH");
    let (stdout, stderr) = (output.stdout, output.stderr);
    let text = [stdout, stderr].map(|octets| String::from_utf8_lossy(&octets).into_owned());
    Outcome {
        ok: output.status.success(),
        text: text.concat(),
    }
}

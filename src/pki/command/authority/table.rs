//! A key and a certificate for each row of a table.

use core::fmt::Write;

use super::{
    super::{for_openssl_3_5, key, object},
    CA, CERTIFICATE, Line, by_authority, end_of, extensions_of, here,
};
use crate::pki::{
    Algorithm, AltName, Application, ExtensionValue, SignatureAlgorithm, pkcs12::Target,
};

/// What a table comes to.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The first of its rows, or all.
    pub rows: &'a [TableLine<'a>],
    /// How the authority signs.
    pub signature: SignatureAlgorithm,
    /// Whether keys are encrypted.
    pub is_encrypted: bool,
    /// For whom each gets a PKCS #12 file.
    pub pkcs12: Option<Target>,
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct TableLine<'a> {
    /// What its files are called, without ending: a name without marks that a shell or a file system minds.
    pub file: &'a str,
    /// What its certificate says.
    pub application: &'a Application,
    /// The kind of its key.
    pub algorithm: Algorithm,
    /// For how many days it is valid.
    pub days: u32,
}

/// Makes a key, a request and a certificate of each row, in loops: one for rows that differ in nothing but their
/// subject and their names. The files are `<file>.key`, `.csr`, `.crt` and `.p12`, of which the directory itself has
/// none; each certificate is kept there, too. Where keys are encrypted, the password is the first line of a file,
/// `password.txt`, as a comment says.
///
/// `None` where a subject or a name has a mark that ends it here.
pub fn table(table: &Table<'_>) -> Option<String> {
    let mut groups: Vec<Group> = Vec::new();
    for row in table.rows {
        let line = format!("{}|{}|{}", row.file, subject(row)?, names(row)?);
        let extensions = extensions(row);
        let is_it = |group: &&mut Group| {
            (group.algorithm, group.days) == (row.algorithm, row.days)
                && group.extensions == extensions
        };
        match groups.iter_mut().find(is_it) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group {
                algorithm: row.algorithm,
                days: row.days,
                extensions,
                lines: vec![line],
            }),
        }
    }
    let groups = (1..).zip(&groups);
    let loops = groups.map(|(number, group)| group.script(number, table));
    let loops: Vec<String> = loops.collect();
    let password = match table.is_encrypted {
        true => "# password.txt: the password, in its first line\n",
        false => "",
    };
    // What goes wrong ends it all, and the last line says so; a shell in which it was typed stays open.
    let script = || {
        format!(
            "{password}failed=\n{}\n[ -z \"$failed\" ]",
            loops.join("\n")
        )
    };
    (!loops.is_empty()).then(script)
}

/// Rows that differ in nothing but their subject and their names.
struct Group {
    algorithm: Algorithm,
    days: u32,
    extensions: String,
    lines: Vec<String>,
}

impl Group {
    fn script(&self, number: u32, table: &Table<'_>) -> String {
        let extfile = match number {
            1 => "table.ext".to_owned(),
            number => format!("table-{number}.ext"),
        };
        let password = |option: &str| match table.is_encrypted {
            true => format!(" {option}"),
            false => String::new(),
        };
        let key = Line::new("openssl genpkey").option(&key::options(self.algorithm));
        let key = match table.is_encrypted {
            true => key.option("-aes-256-cbc -pass file:password.txt"),
            false => key,
        };
        let ca = by_authority(Line::new(CA), Some(table.signature)).done();
        let mut steps = vec![
            key.option("-out \"$file.key\"").done(),
            format!(
                "openssl req -new -utf8 -key \"$file.key\"{} -subj \"$subject\" -out \"$file.csr\"",
                password(PASSWORD_IN)
            ),
            format!(
                "NAMES=$names {ca} -batch -notext -preserveDN -in \"$file.csr\" -utf8 -subj \"$subject\" -days {} -extfile {extfile} -extensions extensions -out \"$file.crt\"",
                self.days
            ),
        ];
        if let Some(target) = table.pkcs12 {
            steps.push(format!(
                "openssl pkcs12 -export -inkey \"$file.key\"{} -in \"$file.crt\" -certfile {CERTIFICATE} -name \"$file\" {}{} -out \"$file.p12\"",
                password(PASSWORD_IN),
                object::protection(target),
                password(PASSWORD_OUT)
            ));
        }
        let mut script = here(&extfile, &self.extensions);
        let steps = steps.join(" &&\n  ");
        let text = self.lines.join("\n");
        let end = end_of(&text);
        write!(
            script,
            "\n[ \"$failed\" ] || while IFS='|' read -r file subject names <&3; do\n  {steps} ||\n  {{ failed=yes; break; }}\ndone 3<<'{end}'\n{text}\n{end}"
        )
        .ok();
        for_openssl_3_5(self.algorithm.is_ml_dsa(), script)
    }
}

fn subject(row: &TableLine<'_>) -> Option<String> {
    let subject = &row.application.subject;
    let text = match subject.is_empty() {
        true => "/".to_owned(),
        false => subject.to_subj(),
    };
    (!text.contains(['|', '\n', '\r'])).then_some(text)
}

/// What the certificate vouches for, as OpenSSL takes it in one line.
fn names(row: &TableLine<'_>) -> Option<String> {
    let values = row.application.extensions.iter().map(|it| &it.value);
    let all = values.filter_map(|value| match value {
        ExtensionValue::SubjectAltName(names) => Some(names),
        _ => None,
    });
    let names: Option<Vec<String>> = all.flatten().map(name).collect();
    names.map(|names| names.join(","))
}

/// Nothing ends a name but a comma; the kinds that are missing refer to sections.
fn name(name: &AltName) -> Option<String> {
    let is_plain = !matches!(name, AltName::Directory(_) | AltName::Other(_));
    let text = name.to_config();
    let ends = |c: char| c == ',' || c.is_whitespace() || c.is_control();
    (is_plain && !text.contains(ends)).then_some(text)
}

/// With the shell's variable where the names are.
fn extensions(row: &TableLine<'_>) -> String {
    let mut application = row.application.clone();
    for extension in &mut application.extensions {
        if let ExtensionValue::SubjectAltName(names) = &mut extension.value {
            names.clear();
            names.extend(AltName::dns(PLACEHOLDER));
        }
    }
    let text = extensions_of(&application);
    let text = text.replace(&format!("\n[names]\nDNS.1 = {PLACEHOLDER}\n"), "");
    text.replace(
        "subjectAltName = @names\n",
        "subjectAltName = ${ENV::NAMES}\n",
    )
    .replace(
        "subjectAltName = critical, @names\n",
        "subjectAltName = critical, ${ENV::NAMES}\n",
    )
}

const PASSWORD_IN: &str = "-passin file:password.txt";
/// Another name of the same file: of one that is named twice, OpenSSL takes the second line here.
const PASSWORD_OUT: &str = "-passout file:./password.txt";

const PLACEHOLDER: &str = "row.invalid";

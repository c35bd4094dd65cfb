//! The same question to OpenSSL.

use crate::components::source_file::SourceFile;
use certwright::engine::{Content, Inquiry, ItemSummary};
use certwright::pki::command::{self, Verification};
use std::collections::HashSet;

/// The command, if OpenSSL has one for these files.
pub fn line(inquiry: &Inquiry, desk: &[ItemSummary], timed: bool) -> Option<String> {
    let trusted: HashSet<u32> = inquiry.roots.iter().copied().collect();
    let is_root = |item: &ItemSummary| trusted.contains(&item.id);
    let is_certificate = |item: &ItemSummary| matches!(item.content, Content::Certificate(_));
    let leaf = desk.iter().find(|item| item.id == inquiry.leaf)?;
    let files = |wanted: &dyn Fn(&ItemSummary) -> bool| -> Vec<SourceFile<'_>> {
        let items = desk.iter().filter(|item| wanted(item));
        items.map(SourceFile::of).collect()
    };
    let roots = files(&|item| is_root(item));
    let pool = files(&|item| is_certificate(item) && !is_root(item) && item.id != inquiry.leaf);
    let lists = files(&|item| matches!(item.content, Content::RevocationList(_)));
    let [roots, pool, lists] = [&roots, &pool, &lists]
        .map(|files| files.iter().map(SourceFile::source).collect::<Vec<_>>());
    let leaf = SourceFile::of(leaf);
    command::verify(&Verification {
        leaf: leaf.source(),
        roots: &roots,
        pool: &pool,
        lists: &lists,
        revocation: inquiry.revocation,
        time: timed.then_some(inquiry.time),
        purpose: inquiry.purpose,
        peer: inquiry.peer.as_ref(),
        rules: inquiry.rules,
        policies: &inquiry.policies,
        max_depth: inquiry.max_depth,
        allows_weak_algorithms: inquiry.allows_weak_algorithms,
    })
}

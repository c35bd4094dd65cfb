//! Random octets and passphrases: as many as asked for, written as other programs write them, and
//! each as likely as any other.

#[path = "common/support.rs"]
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use certwright::{
    Error, Unit,
    random::{MOST_SAVED, MOST_SHOWN, Notation, Recipe, octets, passphrase, text},
};
use support::*;

fn amount(unit: Unit, (min, max): (u32, u32), given: u32) -> Error {
    Error::Amount {
        unit,
        min,
        max,
        given,
    }
}

#[test]
fn as_many_octets_as_asked_for() {
    let rng = &mut rng(80);
    for count in [1, 2, 31, 32, 33, 1000, MOST_SHOWN] {
        assert_eq!(
            octets(count, MOST_SHOWN, rng).unwrap().len(),
            count as usize
        );
    }
    for (count, most) in [
        (0, MOST_SHOWN),
        (MOST_SHOWN + 1, MOST_SHOWN),
        (0, MOST_SAVED),
        (MOST_SAVED + 1, MOST_SAVED),
        (u32::MAX, MOST_SAVED),
    ] {
        let answer = octets(count, most, rng).map(|octets| octets.len());
        assert_eq!(answer, Err(amount(Unit::Octets, (1, most), count)));
    }
    assert_eq!(octets(MOST_SAVED, MOST_SAVED, rng).unwrap().len(), 64 << 20);
    let [one, other] = [(); 2].map(|()| octets(32, MOST_SHOWN, rng).unwrap());
    assert_ne!(one, other);
}

#[test]
fn notations_are_those_of_openssl_and_xxd() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(81);
    for count in [1, 2, 3, 47, 48, 49, 95, 96, 97, 1000] {
        let octets = octets(count, MOST_SHOWN, rng).unwrap();
        fs::write(folder.path().join("octets"), &*octets).unwrap();
        let theirs = openssl(folder.path(), "base64 -in octets").expect("openssl base64");
        assert_eq!(*text(&octets, Notation::Base64), theirs, "{count}");
        let mut xxd = Command::new("xxd");
        let run = xxd
            .args(["-p", "-c", "1000000", "octets"])
            .current_dir(folder.path())
            .output();
        match run {
            Ok(output) => {
                let theirs = String::from_utf8(output.stdout).unwrap().replace('\n', "");
                assert_eq!(*text(&octets, Notation::Hex), theirs + "\n", "{count}");
            }
            Err(error) => say(&format!("SKIPPED: no xxd: {error}")),
        }
        let ours = text(&octets, Notation::Hex);
        assert!(ours.ends_with('\n') && ours.len() == 2 * count as usize + 1);
        assert_eq!(
            base16ct::lower::decode_vec(ours.trim_end()).unwrap(),
            *octets
        );
    }
}

#[test]
fn passphrases_of_words() {
    let rng = &mut rng(82);
    let known: BTreeSet<&str> = bip39::Language::English
        .word_list()
        .iter()
        .copied()
        .collect();
    assert_eq!(known.len(), 2048);
    let beginnings: BTreeSet<&str> = known
        .iter()
        .map(|word| &word[..word.len().min(4)])
        .collect();
    assert_eq!(beginnings.len(), 2048);
    for count in 4..=24 {
        let recipe = Recipe::Words(count);
        let phrase = passphrase(recipe, rng).unwrap();
        let words: Vec<&str> = phrase.split('-').collect();
        assert_eq!(words.len(), count as usize, "{}", *phrase);
        assert!(words.iter().all(|word| known.contains(word)), "{}", *phrase);
        assert!((recipe.bits() - 11.0 * f64::from(count)).abs() < 1e-9);
    }
    for count in [0, 3, 25, u32::MAX] {
        let answer = passphrase(Recipe::Words(count), rng).map(|_| ());
        assert_eq!(answer, Err(amount(Unit::Words, (4, 24), count)));
    }
}

#[test]
fn passphrases_of_characters() {
    let rng = &mut rng(83);
    for recipe in [Recipe::Characters, Recipe::CharactersAndMarks] {
        for count in [8, 9, 127, 128] {
            let phrase = passphrase(recipe(count), rng).unwrap();
            assert_eq!(phrase.chars().count(), count as usize);
            assert!(phrase.chars().all(|c| c.is_ascii_graphic()));
            assert!(!phrase.contains(['0', 'O', '1', 'l', 'I']), "{}", *phrase);
        }
        for count in [0, 7, 129, u32::MAX] {
            let answer = passphrase(recipe(count), rng).map(|_| ());
            assert_eq!(answer, Err(amount(Unit::Characters, (8, 128), count)));
        }
    }
    for (recipe, alphabet) in [
        (Recipe::Characters(100), 57_f64),
        (Recipe::CharactersAndMarks(100), 66_f64),
    ] {
        assert!((recipe.bits() - 100.0 * alphabet.log2()).abs() < 1e-9);
    }
}

/// How far the counts are from even, in standard deviations of the chi-square distribution.
fn unevenness<T: Ord>(draws: impl Iterator<Item = T>, kinds: usize) -> f64 {
    let mut counts = BTreeMap::new();
    let mut total = 0_u32;
    for draw in draws {
        *counts.entry(draw).or_insert(0_u32) += 1;
        total += 1;
    }
    assert_eq!(counts.len(), kinds);
    let expected = f64::from(total) / kinds as f64;
    let square = |count: &u32| (f64::from(*count) - expected).powi(2) / expected;
    let chi_square: f64 = counts.values().map(square).sum();
    let freedom = kinds as f64 - 1.0;
    (chi_square - freedom) / (2.0 * freedom).sqrt()
}

/// A draw of 16 bits modulo 57 or 66 without any thrown away would be uneven by 1 in 1149 or 992:
/// too little for this to see, but a shorter draw, or an end that is left out, it does see.
#[test]
fn every_word_and_character_is_as_likely() {
    let rng = &mut rng(84);
    let mut letters = |recipe: Recipe, times: usize| -> Vec<char> {
        let phrases = (0..times).map(|_| passphrase(recipe, rng).unwrap());
        phrases
            .flat_map(|phrase| phrase.chars().collect::<Vec<_>>())
            .collect()
    };
    let plain = unevenness(letters(Recipe::Characters(128), 20_000).into_iter(), 57);
    let marked = unevenness(
        letters(Recipe::CharactersAndMarks(128), 20_000).into_iter(),
        66,
    );
    let phrases: Vec<_> = (0..20_000)
        .map(|_| passphrase(Recipe::Words(24), rng).unwrap())
        .collect();
    let words = phrases.iter().flat_map(|phrase| phrase.split('-'));
    let words = unevenness(words, 2048);
    let octets = octets(1 << 20, MOST_SAVED, rng).unwrap();
    let octets = unevenness(octets.iter(), 256);
    for (what, uneven) in [
        ("plain", plain),
        ("marked", marked),
        ("words", words),
        ("octets", octets),
    ] {
        assert!(uneven.abs() < 5.0, "{what}: {uneven} standard deviations");
    }
}

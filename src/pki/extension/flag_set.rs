//! Sets of what has a bit each.

use core::{fmt, marker::PhantomData};

use serde::{Deserialize, Serialize};

/// Something that has a bit in an extension.
pub trait Flag: Copy + 'static {
    /// All of them, in the order of the standard's bits; at most sixteen.
    const EVERY: &'static [Self];

    /// Its bit's number, from 0.
    fn number(self) -> u16;
}

/// A set of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16", bound = "T: Flag")]
pub struct FlagSet<T>(u16, PhantomData<T>);

impl<T: Flag> FlagSet<T> {
    /// Whether it is among them.
    pub fn contains(self, flag: T) -> bool {
        self.0 & bit(flag) != 0
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, flag: T) -> Self {
        Self(self.0 | bit(flag), PhantomData)
    }

    /// The set without one.
    #[must_use]
    pub fn without(self, flag: T) -> Self {
        Self(self.0 & !bit(flag), PhantomData)
    }

    /// All of them, in the order of the standard's bits.
    pub fn iter(self) -> impl Iterator<Item = T> {
        let every = T::EVERY.iter().copied();
        every.filter(move |flag| self.contains(*flag))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl<T> Default for FlagSet<T> {
    fn default() -> Self {
        Self(0, PhantomData)
    }
}

impl<T: Flag + fmt::Debug> fmt::Debug for FlagSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Flag> FromIterator<T> for FlagSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(flags: I) -> Self {
        flags.into_iter().fold(Self::default(), Self::with)
    }
}

impl<T: Flag, const N: usize> From<[T; N]> for FlagSet<T> {
    fn from(flags: [T; N]) -> Self {
        flags.into_iter().collect()
    }
}

/// Bits that stand for nothing are dropped.
impl<T: Flag> From<u16> for FlagSet<T> {
    fn from(bits: u16) -> Self {
        let is_set = |flag: &T| bits & bit(*flag) != 0;
        T::EVERY.iter().copied().filter(is_set).collect()
    }
}

/// The first of the standard's bits is the lowest here.
impl<T> From<FlagSet<T>> for u16 {
    fn from(flags: FlagSet<T>) -> Self {
        flags.0
    }
}

fn bit<T: Flag>(flag: T) -> u16 {
    1_u16.checked_shl(flag.number().into()).unwrap_or(0)
}

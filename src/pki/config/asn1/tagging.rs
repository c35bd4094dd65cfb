//! Modifiers: what is put around a value, and what takes its tag's place.

use super::*;

#[derive(Default)]
pub(super) struct Tagging {
    /// Not yet used up.
    implicit: Option<Tag>,
    /// The outermost first.
    wrappers: Vec<Wrapper>,
}

#[derive(Clone, Copy)]
struct Tag {
    class: u8,
    number: u32,
}

struct Wrapper {
    tag: Tag,
    is_constructed: bool,
    /// The octet of unused bits at the start of a BIT STRING.
    has_unused: bool,
}

impl Tagging {
    pub(super) fn add(
        &mut self,
        word: &str,
        upper: &str,
        argument: Option<&str>,
    ) -> Result<(), ConfigFault> {
        let universal = |number| Tag {
            class: class::UNIVERSAL,
            number,
        };
        match upper {
            "IMP" | "IMPLICIT" if self.implicit.is_some() => Err(illegal(word)),
            "IMP" | "IMPLICIT" => {
                self.implicit = Some(Tag::parse(argument)?);
                Ok(())
            }
            "EXP" | "EXPLICIT" if self.implicit.is_some() => Err(illegal(word)),
            "EXP" | "EXPLICIT" => self.wrap(Tag::parse(argument)?, true, false),
            "SEQWRAP" => self.wrap(universal(tag::SEQUENCE), true, false),
            "SETWRAP" => self.wrap(universal(tag::SET), true, false),
            "OCTWRAP" => self.wrap(universal(tag::OCTET_STRING), false, false),
            "BITWRAP" => self.wrap(universal(tag::BIT_STRING), false, true),
            _ => Err(ConfigFault::UnknownWord { text: word.into() }),
        }
    }

    pub(super) fn apply(self, source: &mut Source, inner: Vec<u8>) -> Result<Vec<u8>, Trouble> {
        let mut der = match self.implicit {
            Some(implicit) => implicit.replace(&inner)?,
            None => inner,
        };
        for wrapper in self.wrappers.iter().rev() {
            source.spend(der.len())?;
            der = wrapper.around(der);
        }
        Ok(der)
    }

    fn wrap(
        &mut self,
        tag: Tag,
        is_constructed: bool,
        has_unused: bool,
    ) -> Result<(), ConfigFault> {
        if self.wrappers.len() == WRAPPERS {
            return Err(ConfigFault::Nesting);
        }
        self.wrappers.push(Wrapper {
            tag: self.implicit.take().unwrap_or(tag),
            is_constructed,
            has_unused,
        });
        Ok(())
    }
}

impl Tag {
    /// `3`, `3C`, `3U`, `3A` or `3P`; the class is context-specific when it is not given, the number
    /// zero.
    fn parse(text: Option<&str>) -> Result<Self, ConfigFault> {
        let text = text.unwrap_or_default();
        let bad = || illegal(text);
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let (number, class) = text
            .split_at_checked(text.len() - digits.len())
            .ok_or_else(bad)?;
        Ok(Self {
            number: match number {
                "" => 0,
                number => number.parse().map_err(|_| bad())?,
            },
            class: match class.chars().next() {
                None | Some('C') => class::CONTEXT,
                Some('U') => class::UNIVERSAL,
                Some('A') => class::APPLICATION,
                Some('P') => class::PRIVATE,
                _ => return Err(bad()),
            },
        })
    }

    /// In place of the encoding's own; what is constructed stays so.
    fn replace(self, der: &[u8]) -> Result<Vec<u8>, ConfigFault> {
        let is_sequence = matches!(self.number, tag::SEQUENCE | tag::SET);
        let constructed = match self.class == class::UNIVERSAL && is_sequence {
            true => CONSTRUCTED,
            false => der.first().map_or(0, |first| first & CONSTRUCTED),
        };
        let contents = contents(der).ok_or(ConfigFault::Nesting)?;
        Ok(tlv(self.class | constructed, self.number, contents))
    }
}

impl Wrapper {
    fn around(&self, mut inner: Vec<u8>) -> Vec<u8> {
        if self.has_unused {
            inner.insert(0, 0);
        }
        let constructed = if self.is_constructed { CONSTRUCTED } else { 0 };
        tlv(self.tag.class | constructed, self.tag.number, &inner)
    }
}

fn illegal(text: &str) -> ConfigFault {
    ConfigFault::Tag { text: text.into() }
}

/// OpenSSL's own limit.
const WRAPPERS: usize = 20;

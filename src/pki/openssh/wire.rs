//! SSH's data types (RFC 4251, section 5).

use zeroize::Zeroizing;

use crate::Damage;

/// Reads without copying: a part of what is read is secret.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(octets: &'a [u8]) -> Self {
        Self(octets)
    }

    pub(super) fn octets(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let truncated = Damage::Truncated {
            expected: length as u64,
            present: self.0.len() as u64,
        };
        let (octets, rest) = self.0.split_at_checked(length).ok_or(truncated)?;
        self.0 = rest;
        Ok(octets)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Damage> {
        let octets = self.octets(4)?.first_chunk();
        octets
            .copied()
            .map(u32::from_be_bytes)
            .ok_or(Damage::Structure)
    }

    pub(super) fn string(&mut self) -> Result<&'a [u8], Damage> {
        let length = usize::try_from(self.u32()?).map_err(|_| Damage::Structure)?;
        self.octets(length)
    }

    /// A name: printable ASCII.
    pub(super) fn name(&mut self) -> Result<&'a str, Damage> {
        let octets = self.string()?;
        let name = core::str::from_utf8(octets).map_err(|_| Damage::Structure)?;
        let printable = !name.is_empty() && name.bytes().all(|octet| octet.is_ascii_graphic());
        printable.then_some(name).ok_or(Damage::Structure)
    }

    /// A positive number. Zeros before it are let through, as OpenSSH does.
    pub(super) fn mpint(&mut self) -> Result<&'a [u8], Damage> {
        let octets = self.string()?;
        if octets.first().is_some_and(|first| first & 0x80 != 0) {
            return Err(Damage::Structure);
        }
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        let number = octets.get(zeros..).unwrap_or_default();
        (!number.is_empty())
            .then_some(number)
            .ok_or(Damage::Structure)
    }

    pub(super) fn rest(self) -> &'a [u8] {
        self.0
    }

    pub(super) fn finish(self) -> Result<(), Damage> {
        match self.0.len() as u64 {
            0 => Ok(()),
            octets => Err(Damage::Trailing { octets }),
        }
    }
}

/// Room from the start: what grows leaves copies behind, and no key's parts are longer.
pub(super) struct Writer(Zeroizing<Vec<u8>>);

impl Writer {
    pub(super) fn new() -> Self {
        Self(Zeroizing::new(Vec::with_capacity(ROOM)))
    }

    /// For what is not secret: the room need not hold everything, and less has to be wiped.
    pub(super) fn public() -> Self {
        Self(Zeroizing::new(Vec::with_capacity(PUBLIC_ROOM)))
    }

    pub(super) fn octets(&mut self, octets: &[u8]) -> &mut Self {
        self.0.extend_from_slice(octets);
        self
    }

    pub(super) fn u32(&mut self, number: u32) -> &mut Self {
        self.octets(&number.to_be_bytes())
    }

    /// Everything written here is far below 4 GiB.
    pub(super) fn string(&mut self, octets: &[u8]) -> &mut Self {
        self.u32(octets.len() as u32).octets(octets)
    }

    pub(super) fn mpint(&mut self, number: &[u8]) -> &mut Self {
        let zeros = number.iter().take_while(|octet| **octet == 0).count();
        let number = number.get(zeros..).unwrap_or_default();
        let sign = number.first().is_some_and(|first| first & 0x80 != 0);
        self.u32((number.len() + usize::from(sign)) as u32)
            .octets(if sign { &[0] } else { &[] })
            .octets(number)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn finish(self) -> Zeroizing<Vec<u8>> {
        self.0
    }
}

const ROOM: usize = 16_384;
/// An RSA key of 4096 bits.
const PUBLIC_ROOM: usize = 600;

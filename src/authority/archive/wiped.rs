//! A file in memory that leaves no copies of what was written.

use std::{
    cell::Cell,
    io::{self, Seek, SeekFrom, Write},
    rc::Rc,
};

use zeroize::Zeroizing;

/// Octets that are wiped when they are dropped, and when they move to where there is more room.
#[derive(Default)]
pub(super) struct Wiped {
    octets: Zeroizing<Vec<u8>>,
    place: usize,
    room: Rc<Room>,
}

/// What is known about a file from outside while it is written.
#[derive(Default)]
pub(super) struct Room {
    /// How many octets it has.
    pub(super) written: Cell<usize>,
    /// How many it will have, as far as can be told.
    pub(super) expected: Cell<usize>,
}

impl Wiped {
    pub(super) fn room(&self) -> Rc<Room> {
        Rc::clone(&self.room)
    }

    pub(super) fn into_octets(self) -> Zeroizing<Vec<u8>> {
        self.octets
    }

    /// A vector that grows by itself leaves its old octets behind.
    fn reserve(&mut self, length: usize) {
        if length <= self.octets.capacity() {
            return;
        }
        // Moved seldom: meanwhile the octets are in both places.
        let room = self.octets.len() / 2 * 3;
        let room = room.max(length).max(LEAST).max(self.room.expected.get());
        let mut wider = Vec::new();
        if wider.try_reserve_exact(room).is_err() {
            // It was a guess; what is needed is needed.
            wider.reserve_exact(length);
        }
        wider.extend_from_slice(&self.octets);
        self.octets = Zeroizing::new(wider);
    }
}

impl Write for Wiped {
    fn write(&mut self, new: &[u8]) -> io::Result<usize> {
        let end = self.place.checked_add(new.len()).ok_or_else(too_long)?;
        self.reserve(end);
        if self.octets.len() < end {
            self.octets.resize(end, 0);
        }
        let place = self.octets.get_mut(self.place..end).ok_or_else(too_long)?;
        place.copy_from_slice(new);
        self.place = end;
        self.room.written.set(self.octets.len());
        Ok(new.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Wiped {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let end = self.octets.len() as u64;
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(offset) => end.checked_add_signed(offset),
            SeekFrom::Current(offset) => (self.place as u64).checked_add_signed(offset),
        };
        let place = place.filter(|place| *place <= end).ok_or_else(too_long)?;
        self.place = usize::try_from(place).map_err(|_| too_long())?;
        Ok(place)
    }
}

fn too_long() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidInput)
}

/// In octets.
const LEAST: usize = 64 << 10;

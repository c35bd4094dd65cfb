//! `index.txt` as a whole.

use std::collections::BTreeMap;

use super::{files::Folder, line::Line};
use crate::{DirectoryFault, Error, pki::Serial};

/// Its lines in their order, and where each serial number is among them.
pub(super) struct Index {
    pub(super) lines: Vec<Line>,
    pub(super) places: BTreeMap<Vec<u8>, usize>,
}

impl Index {
    /// What cannot be read is left out, line by line.
    pub(super) fn read(
        folder: &Folder,
        left_out: &mut Vec<(String, Error)>,
    ) -> Result<Self, Error> {
        let file = folder.file("index.txt").ok_or(DirectoryFault::NoIndex)?;
        let text = String::from_utf8_lossy(&file.octets);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut index = Self {
            lines: Vec::new(),
            places: BTreeMap::new(),
        };
        for (number, text) in (1..).zip(text.split('\n')) {
            let text = text.strip_suffix('\r').unwrap_or(text);
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if index.lines.len() + left_out.len() >= MOST_LINES {
                return Err(DirectoryFault::TooLarge.into());
            }
            if let Err(field) = Line::read(text).and_then(|line| index.add(line)) {
                let (line, field) = (number, field.to_owned());
                let name = format!("{}{}", folder.path, file.name);
                left_out.push((name, DirectoryFault::IndexLine { line, field }.into()));
            }
        }
        Ok(index)
    }

    pub(super) fn place(&self, serial: &Serial) -> Option<usize> {
        self.places.get(serial.as_octets()).copied()
    }

    /// No number is given twice.
    fn add(&mut self, line: Line) -> Result<(), &'static str> {
        let octets = line.serial.as_octets().to_vec();
        if self.places.contains_key(&octets) {
            return Err("serial");
        }
        self.places.insert(octets, self.lines.len());
        self.lines.push(line);
        Ok(())
    }
}

const MOST_LINES: usize = 200_000;

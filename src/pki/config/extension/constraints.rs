//! What an authority below may do (RFC 5280, sections 4.2.1.9 to 4.2.1.11).

use super::{super::tlv::around, *};

/// `CA:TRUE, pathlen:0`.
pub(super) fn basic(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let (mut authority, mut path_length) = (false, Vec::new());
    for item in items(source, text)? {
        let at = |fault: ConfigFault| Trouble::from(fault).at(item.entry);
        match &*item.name {
            "CA" => authority = boolean(item.value()?).map_err(at)?,
            "pathlen" => {
                let number = integer(item.value()?).map_err(at)?;
                path_length = universal(tag::INTEGER, &number);
            }
            _ => return Err(unknown(&item)),
        }
    }
    let authority = match authority {
        true => universal(tag::BOOLEAN, &[0xff]),
        // The default is not written.
        false => Vec::new(),
    };
    Ok(sequence(&[authority, path_length].concat()))
}

/// `requireExplicitPolicy:3, inhibitPolicyMapping:0`.
pub(super) fn policy(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let (mut require, mut inhibit) = (Vec::new(), Vec::new());
    for item in items(source, text)? {
        let number = integer(item.value()?);
        let number = number.map_err(|fault| Trouble::from(fault).at(item.entry))?;
        match &*item.name {
            "requireExplicitPolicy" => require = instead(0, &number),
            "inhibitPolicyMapping" => inhibit = instead(1, &number),
            _ => return Err(unknown(&item)),
        }
    }
    Ok(sequence(&[require, inhibit].concat()))
}

/// `permitted;DNS:example.com, excluded;IP:192.0.2.0/255.255.255.0`.
pub(super) fn names(source: &mut Source, text: &str) -> Result<Vec<u8>, Trouble> {
    let (mut permitted, mut excluded) = (Vec::new(), Vec::new());
    for item in items(source, text)? {
        let (side, kind) = item.name.split_once(';').ok_or_else(|| unknown(&item))?;
        let trees = match side {
            "permitted" => &mut permitted,
            "excluded" => &mut excluded,
            _ => return Err(unknown(&item)),
        };
        let base = Item {
            name: kind.into(),
            ..item.clone()
        };
        let base = general_name::constraint(source, &base);
        trees.extend(sequence(&base.map_err(|trouble| trouble.at(item.entry))?));
    }
    let sides = [(0, permitted), (1, excluded)];
    let sides = sides.into_iter().filter(|(_, trees)| !trees.is_empty());
    let sides: Vec<_> = sides
        .map(|(number, trees)| around(number, &trees))
        .collect();
    Ok(sequence(&sides.concat()))
}

//! JSON (RFC 8259), as far as keys and signed headers need it: texts, lists and objects.

use core::fmt;
use std::collections::BTreeMap;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use zeroize::Zeroizing;

/// A value. Texts can be secret, and are wiped.
pub(crate) enum Json {
    Text(Zeroizing<String>),
    List(Vec<Json>),
    Object(Object),
    /// A number, a truth value or null.
    Other,
}

/// An object that knows whether a member came twice: other readers take one of the two silently,
/// and not all the same one.
#[derive(Default)]
pub(crate) struct Object {
    members: BTreeMap<String, Json>,
    /// The first member that is there twice.
    pub(crate) duplicate: Option<String>,
}

impl Object {
    pub(crate) fn member(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.member(name) {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

/// `None` for what is no JSON, is nested deeper than 128 levels, or has a number that nobody can
/// hold.
pub(crate) fn read(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// What stands between the quotation marks (RFC 8259, section 7).
pub(crate) fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"'));
    inner.unwrap_or_default().into()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(Zeroizing::new(text.into())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut object = Object::default();
        while let Some((name, value)) = access.next_entry::<String, Json>()? {
            if object.members.insert(name.clone(), value).is_some() {
                let shown = || name.chars().take(LONGEST_NAME).collect();
                object.duplicate.get_or_insert_with(shown);
            }
        }
        Ok(Json::Object(object))
    }
}

/// Of what is shown, in characters.
const LONGEST_NAME: usize = 64;

//! A JSON object as PowerShell writes it: keys in any case, numbers as numbers
//! or as text, nulls for what is not known.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::device::Place;

/// One key with a value that is not null.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// Of which object it is, where a file has several.
    owner: Option<&'static str>,
    pub key: &'a str,
    pub value: &'a Value,
}

/// The first of `names` that has a value; case does not count.
pub(super) fn find<'a>(object: &'a Map<String, Value>, names: &[&str]) -> Option<Entry<'a>> {
    names.iter().find_map(|name| {
        let (key, value) = object.iter().find(|(key, value)| {
            key.eq_ignore_ascii_case(name) && !value.is_null() && value.as_str() != Some("")
        })?;
        Some(Entry { owner: None, key, value })
    })
}

impl<'a> Entry<'a> {
    /// Names the object that has the key, since others have the same.
    pub fn of(self, owner: &'static str) -> Self {
        Self { owner: Some(owner), ..self }
    }

    pub fn place(self) -> Place {
        match self.owner {
            Some(owner) => Place::Key(Arc::from(format!("{owner}.{}", self.key))),
            None => Place::Key(Arc::from(self.key)),
        }
    }

    /// The text and its place.
    pub fn with_place(self) -> Option<(String, Place)> {
        Some((self.text()?, self.place()))
    }

    /// A text or a number as text; `None` for lists and objects.
    pub fn text(self) -> Option<String> {
        match self.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(answer) => Some(answer.to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// A whole number, also as text.
    pub fn number(self) -> Option<i64> {
        match self.value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Yes or no, also as text.
    pub fn answer(self) -> Option<bool> {
        match self.value {
            Value::Bool(answer) => Some(*answer),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// The objects of a list, or the one object.
    pub fn objects(self) -> impl Iterator<Item = &'a Map<String, Value>> {
        let list = match self.value {
            Value::Array(list) => list.as_slice(),
            one => std::slice::from_ref(one),
        };
        list.iter().filter_map(Value::as_object)
    }
}

//! Objects of CIM classes, one class or several: as JSON, in lists and under
//! names of choice, and as a console prints them.
//!
//! PowerShell 7 adds a description of the class to each object of JSON, of which
//! only the name counts.

mod asked;
mod class;
mod classes;
mod columns;
mod printed;
mod text;
mod wide;

use serde_json::{Map, Value};

use super::computerinfo;
use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use super::text::Text;
use asked::Asked;
use class::Class;
use classes::Classes;

pub(super) use text::READER as TEXT;

pub(super) const READER: Reader = Reader { format: Format::CimJson, recognise, read };

type Object = Map<String, Value>;

fn recognise(content: &Content) -> Option<String> {
    let document = content.document()?;
    if (computerinfo::READER.recognise)(content).is_some() {
        return None;
    }
    let (class, _) = objects(&document.value).into_iter().next()?;
    Some(format!("The JSON has an object of the class {}.", class.title()))
}

/// Whether it is an object of a class that is read.
pub(super) fn is_object(object: &Object) -> bool {
    class::class_of(object).is_some()
}

/// Whether a text is taken for an object because of its only key.
pub(super) fn is_guess(text: &Text) -> bool {
    printed::objects(text).iter().all(|one| one.is_guess)
}

/// The class of the first object of a text.
pub(super) fn first_class(text: &Text) -> Option<Class> {
    printed::objects(text).first().map(|one| one.class)
}

/// Whether a command says what it prints, unlike one that runs a script.
pub(super) fn tells_what_it_prints(command: &str) -> bool {
    Asked::by(command) != Asked::Anything
}

pub(super) use printed::{are_names, begins_table};

/// The objects of known classes: those at the top, and those in lists or under
/// names of the person's own choice.
fn objects(value: &Value) -> Vec<(Class, &Object)> {
    const DEEPEST: usize = 4;
    let mut found = Vec::new();
    gather(value, DEEPEST, &mut found);
    found
}

fn gather<'a>(value: &'a Value, depth: usize, found: &mut Vec<(Class, &'a Object)>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(list) => list.iter().for_each(|one| gather(one, depth, found)),
        Value::Object(object) => match class::class_of(object) {
            Some(class) => found.push((class, object)),
            None if object.contains_key("CimClass") || object.contains_key("content") => {}
            None => object.values().for_each(|one| gather(one, depth, found)),
        },
        _ => {}
    }
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(document) = content.document() else { return };
    Classes { objects: objects(&document.value), findings }.read();
}

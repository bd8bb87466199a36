//! JSON that collects what several commands answered, or what one command
//! answered of several computers. Each answer becomes a report of its own.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::content::Content;
use super::error::Problem;
use super::format::Format;
use super::json::Document;
use super::transcript::Part;
use super::{cim, reader_of};

/// How deep answers are looked for.
const DEEPEST: usize = 5;

/// With more objects it is no collection of answers.
const MOST: usize = 2_000;

/// The reports of a part that collects several; else the part as it is.
pub(super) fn apart(part: Part) -> Vec<Part> {
    let is_list = part.content.document().is_some_and(|document| document.value.is_array());
    if part.reader.format != Format::CimJson && !is_list {
        return vec![part];
    }
    let reports = reports(&part.content);
    if reports.len() < 2 { vec![part] } else { reports }
}

/// The reports in JSON, wherever they stand in it.
pub(super) fn reports(content: &Content) -> Vec<Part> {
    let Some(document) = content.document() else { return Vec::new() };
    let file = &content.file;
    let mut answers = Answers { file, whole: Vec::new(), by_computer: Vec::new(), objects: 0 };
    answers.gather(&document.value, DEEPEST);
    if answers.objects > MOST {
        return Vec::new();
    }
    let mut problems = document.problems.clone();
    answers.into_values().filter_map(|value| report(file, value, &mut problems)).collect()
}

/// A value as a report of its own. The first one takes the problems of all.
fn report(file: &Arc<str>, value: Value, problems: &mut Vec<Problem>) -> Option<Part> {
    let document = Document { value, problems: std::mem::take(problems) };
    let content = Content::of_document(file, document);
    let (reader, because) = reader_of(&content)?;
    Some(Part { content, reader, because })
}

/// What was found.
struct Answers<'a> {
    file: &'a Arc<str>,
    /// Objects that are a report each.
    whole: Vec<Value>,
    /// Objects of CIM classes, by the name of the computer that remote commands
    /// add.
    by_computer: Vec<(Option<&'a str>, Vec<Value>)>,
    objects: usize,
}

impl<'a> Answers<'a> {
    fn gather(&mut self, value: &'a Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1).filter(|_| self.objects <= MOST) else { return };
        match value {
            Value::Array(list) => list.iter().for_each(|one| self.gather(one, depth)),
            Value::Object(object) => self.take(object, depth),
            _ => {}
        }
    }

    fn take(&mut self, object: &'a Map<String, Value>, depth: usize) {
        self.objects += 1;
        if cim::is_object(object) {
            let name =
                ["PSComputerName", "__SERVER"].iter().find_map(|key| object.get(*key)?.as_str());
            let one = Value::Object(object.clone());
            match self.by_computer.iter_mut().find(|(known, _)| *known == name) {
                Some((_, list)) => list.push(one),
                None => self.by_computer.push((name, vec![one])),
            }
        } else if self.is_whole(object) {
            self.whole.push(Value::Object(object.clone()));
        } else {
            object.values().for_each(|one| self.gather(one, depth));
        }
    }

    fn is_whole(&self, object: &Map<String, Value>) -> bool {
        let document = Document { value: Value::Object(object.clone()), problems: Vec::new() };
        let reader = reader_of(&Content::of_document(self.file, document));
        // A class within something else is not the whole of it.
        reader.is_some_and(|(reader, _)| reader.format != Format::CimJson)
    }

    /// Objects without a name are those of the only computer that has one.
    fn computers(&self) -> usize {
        let named = self.by_computer.iter().filter(|(name, _)| name.is_some()).count();
        if named > 1 { self.by_computer.len() } else { self.by_computer.len().min(1) }
    }

    fn into_values(self) -> impl Iterator<Item = Value> {
        let are_one = self.computers() == 1;
        let mut lists: Vec<Vec<Value>> =
            self.by_computer.into_iter().map(|(_, list)| list).collect();
        if are_one {
            lists = vec![lists.concat()];
        }
        self.whole.into_iter().chain(lists.into_iter().map(Value::Array))
    }
}

//! JSON within a file: bounded, tolerant of a cut-off end, errors with a place.

use std::sync::Arc;

use memchr::memchr_iter;
use serde_json::Value;
use serde_json::error::Category;

use super::error::{Problem, ReadError};
use super::text::Text;

/// The most JSON that is read, in bytes.
const LARGEST_JSON: usize = 16 * 1024 * 1024;

/// The most objects that are read. A short one takes a hundred times as much
/// memory as room in its file; the report of a device has a few thousand.
const MOST_OBJECTS: usize = 100_000;

/// The most values that are read, of which each takes some thirty bytes.
const MOST_VALUES: usize = 1_500_000;

/// The first JSON value of a file.
#[derive(Debug)]
pub(super) struct Document {
    pub value: Value,
    /// What is wrong with it although it could be read.
    pub problems: Vec<Problem>,
}

impl Document {
    /// The object, or the first object of a list.
    pub fn object(&self) -> Option<&serde_json::Map<String, Value>> {
        match &self.value {
            Value::Array(list) => list.first()?.as_object(),
            value => value.as_object(),
        }
    }

    /// How many devices the document speaks of.
    pub fn len(&self) -> usize {
        self.value.as_array().map_or(1, Vec::len)
    }
}

/// Looks for JSON and reads it; `None` when the file holds none.
pub(super) fn find(file: &Arc<str>, text: &Text) -> Option<Result<Document, ReadError>> {
    let first = text.filled().next()?;
    let start = if starts_json(first.text) {
        first.number
    } else if !text.holds("{\"") {
        return None;
    } else {
        text.filled().find(|line| line.text.trim_start().starts_with("{\""))?.number
    };
    let json = text.parsed_from(start);
    Some(Source { file, json: &json, line: start }.read())
}

/// Whether a text begins as JSON does, and not as `[System Summary]`.
pub(super) fn starts_json(line: &str) -> bool {
    let in_list = line.strip_prefix('[').map(str::trim_start);
    let starts_value = |rest: &str| rest.is_empty() || rest.starts_with(['{', '[', ']', '"']);
    let in_object = line.strip_prefix('{').map(str::trim_start);
    in_object.is_some_and(|rest| !is_braced(rest)) || in_list.is_some_and(starts_value)
}

/// Whether behind a brace goes on `90160000-008C-…}`, as installers name
/// software, or `10, 24}`, as PowerShell prints lists.
fn is_braced(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_digit())
        || rest.bytes().take_while(u8::is_ascii_hexdigit).count() == 8
}

/// How many brackets are open behind a line, of so many before it. No text goes
/// on in the next line.
pub(super) fn open_brackets(line: &str, before: usize) -> usize {
    structure(line).fold(before, |open, (_, letter)| match letter {
        '{' | '[' => open + 1,
        '}' | ']' => open.saturating_sub(1),
        _ => open,
    })
}

/// A text that begins as JSON does.
struct Source<'a> {
    file: &'a Arc<str>,
    json: &'a str,
    /// The line of the file in which it begins, counted from 1.
    line: u32,
}

impl Source<'_> {
    fn file(&self) -> Arc<str> {
        Arc::clone(self.file)
    }

    fn read(&self) -> Result<Document, ReadError> {
        if self.json.len() > LARGEST_JSON {
            return Err(ReadError::TooLarge { file: self.file(), limit: LARGEST_JSON });
        }
        // Counting those within texts, too, does no harm.
        let count = |sign| memchr_iter(sign, self.json.as_bytes()).count();
        if count(b'{') > MOST_OBJECTS || count(b',') > MOST_VALUES {
            return Err(ReadError::TooMany { file: self.file() });
        }
        let mut values = serde_json::Deserializer::from_str(self.json).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let problems = self.left_over(values.byte_offset()).into_iter().collect();
                Ok(Document { value, problems })
            }
            Some(Err(fault)) if fault.classify() == Category::Eof => self.mend(&fault),
            Some(Err(fault)) => Err(self.refuse(&fault)),
            None => Err(ReadError::Empty { file: self.file() }),
        }
    }

    /// What stands behind the value, which ends at a byte.
    fn left_over(&self, end: usize) -> Option<Problem> {
        let (before, rest) = self.json.split_at_checked(end)?;
        let rest = Text::new(rest);
        let first = rest.filled().next()?;
        let lines_before = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
        // The value and the first line of the rest share a line.
        let line = self.line.saturating_add(lines_before).saturating_add(first.number - 1);
        let message = "What follows the JSON was left aside. Give each report its own file.";
        Some(Problem::at(self.file, line, 0, message))
    }

    fn refuse(&self, fault: &serde_json::Error) -> ReadError {
        let file = self.file();
        let (line, column) = self.place(fault);
        let message = fault.to_string();
        if message.starts_with("recursion limit exceeded") {
            return ReadError::TooDeep { file, line, column };
        }
        let fault = message.split(" at line ").next().unwrap_or_default().to_owned();
        ReadError::Malformed { file, line, column, fault }
    }

    /// Line and column in the file.
    fn place(&self, fault: &serde_json::Error) -> (u32, u32) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let line = count(fault.line()).saturating_add(self.line).saturating_sub(1);
        (line, count(fault.column()))
    }

    /// Reads a file that ends too soon: drops what is not complete and closes
    /// what is open.
    fn mend(&self, fault: &serde_json::Error) -> Result<Document, ReadError> {
        let mended = close(self.json).and_then(|closed| serde_json::from_str(&closed).ok());
        let value = mended.ok_or_else(|| self.refuse(fault))?;
        let (line, column) = self.place(fault);
        let message = "The file ends in the middle of its JSON. What stands before was read; \
                       save the output again to get the rest.";
        Ok(Document { value, problems: vec![Problem::at(self.file, line, column, message)] })
    }
}

/// The text up to its last comma, with every bracket that is open there closed.
fn close(json: &str) -> Option<String> {
    let (end, _) = structure(json).filter(|(_, letter)| *letter == ',').last()?;
    let whole = json.get(..end)?;
    let mut open: Vec<char> = Vec::new();
    for (_, letter) in structure(whole) {
        match letter {
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    let closers: String = open.into_iter().rev().collect();
    Some(format!("{whole}{closers}"))
}

/// The letters outside of texts, with their places.
fn structure(json: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut in_text, mut escaped) = (false, false);
    json.char_indices().filter(move |(_, letter)| {
        let was_in_text = in_text;
        if in_text {
            in_text = escaped || *letter != '"';
            escaped = !escaped && *letter == '\\';
        } else {
            in_text = *letter == '"';
        }
        !was_in_text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Result<Document, ReadError>> {
        find(&Arc::from("a.json"), &Text::new(text))
    }

    #[test]
    fn a_cut_end_keeps_what_stands_before() {
        let document = parse("{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": \"x").unwrap().unwrap();
        assert_eq!(document.value, serde_json::json!({"a": 1, "b": {"c": [1, 2]}}));
        assert!(document.problems[0].message.contains("ends in the middle"));
    }

    #[test]
    fn depth_is_refused_with_its_place() {
        let refused = parse(&"[".repeat(5000)).unwrap().unwrap_err();
        assert_eq!(refused.problem().line, 1);
        assert!(refused.to_string().contains("nested too deeply"), "{refused}");
    }

    #[test]
    fn values_without_end_are_refused() {
        for values in ["{\"\":0},".repeat(MOST_OBJECTS + 1), "0,".repeat(MOST_VALUES + 1)] {
            let refused = parse(&format!("{{\"a\": [{values}0]}}")).unwrap().unwrap_err();
            assert!(refused.to_string().contains("one device"), "{refused}");
        }
    }

    #[test]
    fn a_fault_names_its_line() {
        let refused = parse("\n{\n  \"a\": nope\n}").unwrap().unwrap_err();
        assert_eq!(refused.problem().line, 3);
    }

    #[test]
    fn words_around_the_json_are_left_aside() {
        let document = parse("Done.\n{\"a\": 1}\nBye.").unwrap().unwrap();
        assert_eq!(document.value, serde_json::json!({"a": 1}));
        assert_eq!(document.problems[0].line, 3);
    }

    #[test]
    fn plain_text_holds_no_json() {
        assert!(parse("Host Name: A\n   [01]: B").is_none());
        assert!(parse("[System Summary]\nItem\tValue").is_none());
        assert!(parse("{90160000-008C-0000-1000-0000000FF1CE}  Office").is_none());
        assert!(parse("{ABCD0000-008C-0000-1000-0000000FF1CE}  Office").is_none());
        assert!(parse("{10, 24}").is_none());
    }
}

//! A strict little reader for what was written, independent of the writer.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element as it was read back.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Read {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Read>,
    pub comments: Vec<String>,
}

impl Read {
    /// The first element below this one on a path such as `Settings/Customizations`.
    pub fn at(&self, path: &str) -> Option<&Read> {
        path.split('/').try_fold(self, |at, name| at.children.iter().find(|c| c.name == name))
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every comment, from outside to inside.
    pub fn all_comments(&self) -> Vec<String> {
        let below = self.children.iter().flat_map(Read::all_comments);
        self.comments.iter().cloned().chain(below).collect()
    }
}

/// Reads a document; panics when it is not well formed.
pub fn read(text: &str) -> Read {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut stack = vec![Read::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => stack.push(element(&start)),
            Event::Empty(start) => close(&mut stack, element(&start)),
            Event::End(_) => {
                let done = stack.pop().unwrap();
                close(&mut stack, done);
            }
            Event::Text(text) => push_text(&mut stack, &text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => {
                let resolved =
                    reference.resolve_char_ref().unwrap().unwrap_or_else(|| match &*reference {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "apos" => '\'',
                        "quot" => '"',
                        other => panic!("unknown entity {other}"),
                    });
                push_text(&mut stack, &resolved.to_string());
            }
            Event::Comment(comment) => {
                let text = comment.to_string();
                stack.last_mut().unwrap().comments.push(text);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?} has no place in this file"),
        }
    }
    assert_eq!(stack.len(), 1, "every element is closed");
    let mut document = stack.pop().unwrap();
    assert_eq!(document.children.len(), 1, "one root");
    let mut root = document.children.remove(0);
    drop_layout(&mut root);
    root
}

fn element(start: &BytesStart<'_>) -> Read {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_owned();
        (key, attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned())
    });
    Read {
        name: start.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Read::default()
    }
}

fn close(stack: &mut [Read], done: Read) {
    stack.last_mut().unwrap().children.push(done);
}

fn push_text(stack: &mut [Read], text: &str) {
    stack.last_mut().unwrap().text.push_str(text);
}

/// Blanks between elements are layout, not text.
fn drop_layout(read: &mut Read) {
    if !read.children.is_empty() || !read.comments.is_empty() {
        assert_eq!(read.text.trim(), "", "no text beside elements");
        read.text.clear();
    }
    read.children.iter_mut().for_each(drop_layout);
}

/// The element below which the settings stand.
pub const COMMON: &str = "Settings/Customizations/Common";

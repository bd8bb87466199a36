//! A small tree of XML elements and how it is written.
//!
//! Windows Configuration Designer writes two blanks a level and Windows line
//! ends; so does this. The byte order mark is added when a file is made of it.

use quick_xml::escape::escape;

/// One element. Its children stay in the order in which they were added.
pub(super) struct Element {
    pub name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// What can stand inside an element.
pub(super) enum Node {
    Element(Element),
    Text(String),
    /// A comment in place of the element of this name.
    LeftOut {
        element: &'static str,
        comment: String,
    },
}

impl Node {
    /// The name by which settings are ordered.
    fn order(&self) -> &'static str {
        match self {
            Self::Element(element) => element.name,
            Self::LeftOut { element, .. } => element,
            Self::Text(_) => "",
        }
    }
}

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// An element with a text.
    pub(super) fn text(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, attributes: Vec::new(), children: vec![Node::Text(text.into())] }
    }

    /// A group of settings: in alphabetical order, as the designer writes them.
    pub(super) fn group(name: &'static str, children: impl IntoIterator<Item = Node>) -> Self {
        let mut children: Vec<Node> = children.into_iter().collect();
        children.sort_by_key(Node::order);
        Self { name, attributes: Vec::new(), children }
    }

    /// Nested groups with one setting or group in the innermost.
    pub(super) fn nested(names: &[&'static str], innermost: Node) -> Node {
        names.iter().rev().fold(innermost, |inner, name| Self::group(name, [inner]).into())
    }

    pub(super) fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    pub(super) fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// The document, with the declaration and the line ends of Windows.
    pub(super) fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n");
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        indent(out, depth);
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            push(out, &[" ", name, "=\"", &escaped(value), "\""]);
        }
        match self.children.as_slice() {
            [] => out.push_str(" />\r\n"),
            [Node::Text(text)] => {
                push(out, &[">", &escaped(text), "</", self.name, ">\r\n"]);
            }
            children => {
                out.push_str(">\r\n");
                for child in children {
                    child.write(out, depth + 1);
                }
                indent(out, depth);
                push(out, &["</", self.name, ">\r\n"]);
            }
        }
    }
}

impl Node {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Element(element) => element.write(out, depth),
            Self::Text(text) => out.push_str(&escaped(text)),
            Self::LeftOut { comment, .. } => {
                indent(out, depth);
                push(out, &["<!-- ", &comment.replace("--", "- -"), " -->\r\n"]);
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// Whether XML 1.0 can hold this character at all.
pub(super) const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// A text as it stands in content or in an attribute. Line ends and tabs are
/// written as references, so that a reader gives them back unchanged; characters
/// that XML cannot hold are dropped. The field rules refuse both beforehand.
fn escaped(text: &str) -> String {
    let kept: String = text.chars().filter(|c| is_allowed(*c)).collect();
    escape(kept.as_str()).replace('\t', "&#9;").replace('\n', "&#10;")
}

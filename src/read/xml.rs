//! XML within a file: streamed, bounded, no entity of the document's own.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use super::content::Content;
use super::findings::Findings;

/// The most XML that is read, in bytes.
const LARGEST_XML: usize = 16 * 1024 * 1024;

/// How deep elements may stand in each other; a report needs ten.
const DEEPEST: usize = 64;

/// One step through a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// An element begins.
    Open {
        name: &'a str,
    },
    /// A piece of text; one text may come in several.
    Text(&'a str),
    Close,
}

/// Whether the file's first element is this one; nothing else is read.
pub(super) fn begins_with(content: &Content, root: &str) -> bool {
    const PROLOGUE: usize = 20;
    let start = format!("<{root}");
    let mut lines = content.text.filled().take(PROLOGUE).map(|line| line.text).peekable();
    let opens = |line: &str| {
        let rest = line.split_once(start.as_str()).map(|(_, rest)| rest);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['>', ' ', '\t', '/']))
    };
    lines.peek().is_some_and(|first| first.starts_with('<')) && lines.any(opens)
}

/// Walks through the document up to its end or its first fault, which becomes
/// a problem.
pub(super) fn walk(content: &Content, findings: &mut Findings, mut take: impl FnMut(Step<'_>)) {
    let xml = content.text.parsed_from(1);
    let place = |at: u64| {
        let end = usize::try_from(at).unwrap_or(usize::MAX).min(xml.len());
        let lines = xml.as_bytes().iter().take(end).filter(|byte| **byte == b'\n').count();
        u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1)
    };
    if xml.len() > LARGEST_XML {
        return findings.problem(
            0,
            format!(
                "The XML is larger than {} MiB, the most that is read. Save the report as text.",
                LARGEST_XML / (1024 * 1024)
            ),
        );
    }
    let mut reader = Reader::from_str(&xml);
    if let Err(message) = steps(&mut reader, &mut take) {
        findings.problem(place(reader.buffer_position()), message);
    }
}

fn steps(reader: &mut Reader<&[u8]>, take: &mut impl FnMut(Step<'_>)) -> Result<(), &'static str> {
    const DAMAGED: &str = "The XML is damaged or ends here. What stands before was read; save the \
                           report again to get the rest.";
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| DAMAGED)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err("The XML is nested too deeply here. Choose the unchanged report.");
                }
                take(Step::Open { name: element.local_name().into_inner() });
            }
            Event::Empty(element) => {
                take(Step::Open { name: element.local_name().into_inner() });
                take(Step::Close);
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                take(Step::Close);
            }
            Event::Text(text) => take(Step::Text(&text.xml10_content())),
            Event::CData(text) => take(Step::Text(&text.into_inner())),
            Event::GeneralRef(entity) => {
                if let Some(letter) = letter(&entity) {
                    take(Step::Text(letter.encode_utf8(&mut [0; 4])));
                }
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(DAMAGED),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A letter by number, or one of the five that XML itself names. What the
/// document declares is not looked up.
fn letter(entity: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return Some(letter);
    }
    match &*entity.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn text_of(xml: &str) -> (String, Vec<u32>) {
        let file = Arc::from("a.nfo");
        let mut findings = Findings::new(&file);
        let mut text = String::new();
        walk(&Content::new(&file, xml), &mut findings, |step| {
            if let Step::Text(piece) = step {
                text.push_str(piece);
            }
        });
        (text, findings.problems.iter().map(|problem| problem.line).collect())
    }

    #[test]
    fn no_entity_of_the_document_is_expanded() {
        let xml = "<!DOCTYPE a [<!ENTITY b \"bomb\">]><a>x &amp; &#65;&b;<![CDATA[<c>]]></a>";
        assert_eq!(text_of(xml), ("x & A<c>".to_owned(), Vec::new()));
    }

    #[test]
    fn a_cut_document_keeps_what_stands_before_and_names_its_line() {
        assert_eq!(text_of("<a>\n<b>x</b>\n<c"), ("\nx\n".to_owned(), vec![3]));
        assert_eq!(text_of("<a><b>x</b>"), ("x".to_owned(), vec![1]));
    }

    #[test]
    fn depth_is_bounded() {
        let (_, problems) = text_of(&"<a>".repeat(100_000));
        assert_eq!(problems, [1]);
    }
}

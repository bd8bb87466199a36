//! Cells and rows of the tables of a page, escaped.

use quick_xml::escape::escape;

use super::template::one_line;
use super::words::words;

/// A text that can stand in a page and in its attributes.
pub(super) fn escaped(text: &str) -> String {
    escape(one_line(text)).into_owned()
}

pub(super) fn cell(text: &str) -> String {
    format!("<td>{}</td>", escaped(text))
}

pub(super) fn cells(texts: &[&str]) -> String {
    texts.iter().map(|text| cell(text)).collect()
}

/// A cell for a hash or another long code, which may break anywhere.
pub(super) fn code_cell(code: &str) -> String {
    format!("<td class=\"code\">{}</td>", escaped(code))
}

/// A cell with a result, in the tone of a style class.
pub(super) fn mark_cell(result: &str, tone: &'static str) -> String {
    format!("<td><span class=\"mark {tone}\">{}</span></td>", escaped(result))
}

/// Table rows of ready cells; one row says so when there are none.
pub(super) fn rows(columns: usize, each: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = each.map(|cells| format!("<tr>{cells}</tr>\n")).collect();
    if !rows.is_empty() {
        return rows.concat();
    }
    format!("<tr><td colspan=\"{columns}\">{}</td></tr>\n", escaped(&words().nothing_noted))
}

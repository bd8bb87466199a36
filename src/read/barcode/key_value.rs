//! Codes that name their values: labels, pairs of a QR code, JSON, addresses.

use serde_json::Value;

use super::words::words;
use super::{Choice, Part, PartKind, Scan, Why, gs1};

/// The most pairs of a code that are looked at.
const MOST_PAIRS: usize = 64;

/// Reads a code that names at least one of its values; `None` otherwise.
pub(super) fn read(text: &str) -> Option<Scan> {
    let text = gs1::without_prefix(text);
    let found = if text.starts_with('{') {
        json(text).map(|parts| (parts, Why::Labelled))
    } else if is_address(text) {
        address(text)
    } else {
        pairs(text).map(|parts| (parts, Why::Labelled))
    };
    found.map(|(parts, why)| Scan::of(vec![Choice { parts, why }]))
}

/// `{"serial": "5CG1234ABC", "model": "Notebook 3"}`
fn json(text: &str) -> Option<Vec<Part>> {
    let Value::Object(object) = serde_json::from_str(text).ok()? else { return None };
    let values = object.iter().take(MOST_PAIRS).filter_map(|(label, value)| {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        part(label, &text)
    });
    some(values.collect())
}

fn is_address(text: &str) -> bool {
    let start = text.split("://").next().unwrap_or_default();
    text.contains("://") && ["http", "https"].iter().any(|one| start.eq_ignore_ascii_case(one))
}

/// `https://support.contoso.com/?sn=5CG1234ABC`, or the serial as the last part
/// of the path at makers that do so.
fn address(text: &str) -> Option<(Vec<Part>, Why)> {
    let (_, rest) = text.split_once("://")?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let query = query.split('#').next().unwrap_or_default();
    let values = query.split('&').take(MOST_PAIRS).filter_map(|pair| {
        let (label, value) = pair.split_once('=')?;
        part(label, &decoded(value))
    });
    if let Some(parts) = some(values.collect()) {
        return Some((parts, Why::Link));
    }
    let host = path.split('/').next()?.to_ascii_lowercase();
    let of_maker = |maker: &String| host == *maker || host.ends_with(&format!(".{maker}"));
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    let is_tag = last.len() == 7 && last.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let known = is_tag && path.contains('/') && words().serial_in_path.iter().any(of_maker);
    known.then(|| (vec![Part::new(PartKind::Serial, last.to_ascii_uppercase())], Why::Link))
}

/// `%20` and `+` of an address.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = (*first == b'%').then(|| behind.get(..2)).flatten();
        let code = code.and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = code.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(if *first == b'+' { b' ' } else { *first });
            rest = behind;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `S/N: 5CG1234ABC`, alone or one of several.
fn pairs(text: &str) -> Option<Vec<Part>> {
    let ends = ['\n', '\r', ';', ',', '|', '\t', '\u{1d}', '\u{1e}'];
    let values = text.split(ends).take(MOST_PAIRS).filter_map(|pair| {
        let (label, value) = pair.split_once([':', '=', '#'])?;
        part(label, value)
    });
    some(values.collect())
}

fn part(label: &str, value: &str) -> Option<Part> {
    let kind = words().label(label)?;
    let value = value.trim();
    let text = match kind {
        PartKind::Manufacturer => value.to_owned(),
        _ => value.to_ascii_uppercase(),
    };
    (!value.is_empty()).then(|| Part::new(kind, text))
}

/// The parts in the order in which they are shown; `None` when there are none.
fn some(mut parts: Vec<Part>) -> Option<Vec<Part>> {
    parts.sort_by_key(|part| part.kind);
    (!parts.is_empty()).then_some(parts)
}

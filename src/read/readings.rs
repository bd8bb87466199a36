//! The document of `joinbench read --json` and `joinbench probe --json`, read
//! again: a computer asked over there is checked over here.
//!
//! Each value keeps the place it was read from first, as the key of its place
//! here.

use serde_json::{Map, Value as Json};

use super::content::Content;
use super::findings::{Findings, bounded};
use super::format::{Format, Reader};
use crate::device::{Field, Kind, Place, Value};

pub(super) const READER: Reader = Reader { format: Format::Readings, recognise, read };

type Object = Map<String, Json>;

fn recognise(content: &Content) -> Option<String> {
    let object = content.document()?.value.as_object()?;
    let ours = object.get("schema")?.is_u64()
        && object.get("device")?.is_object()
        && object.get("conflicts")?.is_array()
        && object.get("sources")?.is_array();
    ours.then(|| "The JSON has the keys device, conflicts and sources of Joinbench.".to_owned())
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(object) = content.document().and_then(|document| document.value.as_object()) else {
        return;
    };
    for (name, known) in object.get("device").and_then(Json::as_object).into_iter().flatten() {
        match name.parse() {
            Ok(field) => keep(findings, field, known),
            Err(_) => {
                findings.problem(0, format!("{} is no field of a device here.", bounded(name)));
            }
        }
    }
    for conflict in objects(object, "conflicts") {
        let field = conflict.get("field").and_then(Json::as_str).and_then(|name| name.parse().ok());
        // The first one is in force, and stands under device.
        for other in objects(conflict, "readings").skip(1) {
            if let Some(field) = field {
                keep(findings, field, &Json::Object(other.clone()));
            }
        }
    }
    for problem in objects(object, "problems") {
        let text = |key: &str| bounded(problem.get(key).and_then(Json::as_str).unwrap_or_default());
        findings.problem(0, format!("{}: {}", text("file"), text("message")));
    }
}

fn objects<'a>(object: &'a Object, key: &str) -> impl Iterator<Item = &'a Object> {
    let list = object.get(key).and_then(Json::as_array).into_iter().flatten();
    list.filter_map(Json::as_object)
}

/// One reading: `{"value": …, "raw": "…", "from": "…"}`.
fn keep(findings: &mut Findings, field: Field, known: &Json) {
    let text = |key: &str| known.get(key).and_then(Json::as_str).unwrap_or_default();
    let value = known.get("value").and_then(|value| value_of(field, value));
    let Some(value) = value else {
        return findings.problem(0, format!("{field} has no value that fits."));
    };
    findings.put(field, value, text("raw"), Place::Key(bounded(text("from")).into()));
}

fn value_of(field: Field, value: &Json) -> Option<Value> {
    match (field.kind(), value) {
        (Kind::YesNo, Json::Bool(answer)) => Some(Value::from(*answer)),
        (Kind::Number { .. }, Json::Number(number)) => number.as_i64().map(Value::from),
        (Kind::Choice(_) | Kind::Text, Json::String(text)) => field.kind().parse(text).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::device::{Device, Field};
    use crate::read::read;

    #[test]
    fn sources_that_differed_there_differ_here() {
        let text = r#"{"schema": 1, "device": {
            "memory_mb": {"value": 16384, "raw": "16 GB", "from": "a.txt:3"}},
            "conflicts": [{"field": "memory_mb", "readings": [
                {"value": 16384, "raw": "16 GB", "from": "a.txt:3"},
                {"value": 8192, "raw": "8 GB", "from": "b.txt:9"}]}],
            "problems": [], "sources": []}"#;
        let mut device = Device::default();
        let reports = read("pc.json", text.as_bytes()).unwrap();
        device.add_all(reports.into_iter().flat_map(|report| report.readings));
        let conflict = device.conflicts().next().unwrap();
        assert_eq!(conflict.field, Field::MemoryMb);
        let from = conflict.readings.iter().map(|reading| reading.from.to_string());
        assert_eq!(from.collect::<Vec<_>>(), ["pc.json:a.txt:3", "pc.json:b.txt:9"]);
    }
}

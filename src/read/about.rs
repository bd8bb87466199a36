//! What the button Copy of Settings > System > About writes: a row each, label
//! and value separated by a tab, or by blanks where a chat made them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use super::text::Line;
use super::{os_name, product_key, system};
use crate::device::{Field, Place};
use crate::wizard::{self, WizardError};

pub(super) const READER: Reader = Reader { format: Format::SettingsAbout, recognise, read };

/// The labels of one language, in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    device_name: Vec<String>,
    processor: Vec<String>,
    memory: Vec<String>,
    storage: Vec<String>,
    product_id: Vec<String>,
    system_type: Vec<String>,
    edition: Vec<String>,
    release: Vec<String>,
    build: Vec<String>,
}

static LANGUAGES: LazyLock<Result<Vec<Language>, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("formats/about.ron")?));

/// The rows of a text, and the language whose labels they have.
struct Page<'a> {
    language: &'static Language,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    label: &'a str,
    value: &'a str,
    line: u32,
}

/// A page with the memory or the build, which no other report labels so, and
/// one row more.
fn page(content: &Content) -> Option<Page<'_>> {
    if content.document().is_some() {
        return None;
    }
    let languages = LANGUAGES.as_ref().ok()?;
    let rows = || content.text.filled().filter_map(row);
    let is_own = |language: &&Language| {
        let own = |row: &Row<'_>| is(row, &language.memory) || is(row, &language.build);
        rows().any(|row| own(&row))
    };
    let language = languages.iter().find(is_own)?;
    let rows: Vec<Row<'_>> = rows().filter(|row| language.knows(row)).collect();
    (rows.len() >= 2).then_some(Page { language, rows })
}

fn row(line: Line<'_>) -> Option<Row<'_>> {
    let (label, value) = line.text.split_once('\t').or_else(|| line.text.split_once("  "))?;
    // With a colon or an equals sign it is a row of another report.
    if label.is_empty() {
        return None;
    }
    let plain = !label.contains([':', '=']) && !value.trim_start().starts_with([':', '=']);
    plain.then(|| Row { label: label.trim(), value: value.trim(), line: line.number })
}

fn is(row: &Row<'_>, labels: &[String]) -> bool {
    let label = row.label.to_lowercase();
    labels.contains(&label)
}

impl Language {
    fn knows(&self, row: &Row<'_>) -> bool {
        [
            &self.device_name,
            &self.processor,
            &self.memory,
            &self.storage,
            &self.product_id,
            &self.system_type,
            &self.edition,
            &self.release,
            &self.build,
        ]
        .into_iter()
        .any(|labels| is(row, labels))
    }
}

/// Whether a text has the rows of this page, some of which `msinfo32` has, too.
pub(super) fn is_page(content: &Content) -> bool {
    page(content).is_some()
}

fn recognise(content: &Content) -> Option<String> {
    let page = page(content)?;
    let first = page.rows.first()?;
    Some(format!("Line {} has the row {} of Settings > System > About.", first.line, first.label))
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(page) = page(content) else { return };
    let find = |labels: &[String]| page.rows.iter().find(|row| is(row, labels));
    let mut put = |field, row: &Row<'_>, value: Option<String>| {
        findings.put_some(field, value, row.value, Place::Line(row.line));
    };
    let labels = page.language;
    if let Some(row) = find(&labels.device_name) {
        put(Field::Hostname, row, row.value.split('.').next().map(str::to_owned));
    }
    if let Some(row) = find(&labels.processor) {
        put(Field::CpuName, row, Some(row.value.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    if let Some(row) = find(&labels.system_type) {
        put(Field::Architecture, row, architecture(row.value).map(str::to_owned));
    }
    if let Some(row) = find(&labels.edition)
        && let Some(name) = os_name::read(row.value)
    {
        put(Field::EditionId, row, name.edition_id);
        put(Field::InstallationType, row, Some(system::installation(name.server).to_owned()));
    }
    if let Some(row) = find(&labels.release) {
        put(Field::Release, row, Some(row.value.to_owned()));
    }
    amounts(&page, findings);
}

fn amounts(page: &Page<'_>, findings: &mut Findings) {
    let find = |labels: &[String]| page.rows.iter().find(|row| is(row, labels));
    if let Some(row) = find(&page.language.memory) {
        // The part that Windows can use stands in brackets.
        let installed = row.value.split('(').next().and_then(system::megabytes);
        findings.put_some(Field::MemoryMb, installed, row.value, Place::Line(row.line));
    }
    if let Some(row) = find(&page.language.storage) {
        let bytes = storage(row.value);
        findings.put_some(Field::StorageBytes, bytes, row.value, Place::Line(row.line));
        let kind = bytes.map(|_| "disk");
        findings.put_some(Field::StorageKind, kind, row.value, Place::Line(row.line));
    }
    if let Some(row) = find(&page.language.build) {
        let mut numbers = row.value.split('.').map(|part| part.trim().parse::<u32>().ok());
        let (build, revision) = (numbers.next().flatten(), numbers.next().flatten());
        findings.put_some(Field::Build, build, row.value, Place::Line(row.line));
        findings.put_some(Field::Revision, revision, row.value, Place::Line(row.line));
    }
    if let Some(row) = find(&page.language.product_id) {
        product_key::put_group(findings, row.value, Place::Line(row.line));
    }
}

/// `64-bit operating system, ARM-based processor`. A Windows of 32 bits runs on
/// other processors, too.
fn architecture(value: &str) -> Option<&'static str> {
    let value = value.to_lowercase();
    match (value.starts_with("32"), value.contains("arm")) {
        (true, _) => Some("x86"),
        (false, true) => Some("arm64"),
        (false, false) => system::architecture(&value),
    }
}

/// The larger amount of `180 GB of 477 GB used`; Windows counts in binary.
fn storage(value: &str) -> Option<i64> {
    const MEBIBYTE: i64 = 1024 * 1024;
    let words: Vec<&str> = value.split_whitespace().collect();
    let amounts = words.windows(2).filter_map(|pair| system::megabytes(&pair.join(" ")));
    amounts.max()?.checked_mul(MEBIBYTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_lower_case_and_mean_one_row() {
        for language in LANGUAGES.as_ref().unwrap() {
            let own = language.memory.iter().chain(&language.build);
            for label in own {
                assert_eq!(*label, label.to_lowercase());
            }
        }
    }

    #[test]
    fn the_kind_of_windows_counts_before_that_of_the_processor() {
        for (value, expected) in [
            ("64-bit operating system, x64-based processor", Some("x64")),
            ("64-bit operating system, ARM-based processor", Some("arm64")),
            ("32-bit operating system, x64-based processor", Some("x86")),
            ("64-Bit-Betriebssystem, x64-basierter Prozessor", Some("x64")),
            ("unknown", None),
        ] {
            assert_eq!(architecture(value), expected, "{value}");
        }
    }

    #[test]
    fn storage_is_the_whole_of_it() {
        const GIBIBYTE: i64 = 1024 * 1024 * 1024;
        assert_eq!(storage("180 GB of 477 GB used"), Some(477 * GIBIBYTE));
        assert_eq!(storage("477 GB SSD NVMe"), Some(477 * GIBIBYTE));
        assert_eq!(storage("none"), None);
    }
}

//! Whether Windows 11 takes a processor, from `wizard/facts/processors.ron`.
//!
//! Family, model and stepping decide, as they do in Windows setup. Where they
//! are not known the name decides, but only if it is recognised: a name that
//! no row knows is "not known", never a "no".

mod gate;
mod pattern;

use serde::Deserialize;

use self::gate::{GateRow, Signature};
use self::pattern::Pattern;
use super::fact::{Fact, Facts};
use super::rule::Reference;
use crate::device::Field;
use crate::device::processor_name::Words;
use crate::wizard::{self, WizardError};

/// What the tables say of a processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProcessorAnswer {
    Supported,
    TooOld,
    /// There is a name or number, and no row knows it.
    Unrecognized,
    /// Neither name nor numbers are known.
    Missing,
}

/// The processors that Windows 11 takes and those it does not.
#[derive(Debug, Clone)]
pub struct Processors {
    gate: Vec<GateRow>,
    /// Sorted by brand; each brand with its rows of the file, in order.
    brands: Vec<Brand>,
    exceptions: Vec<Exception>,
}

#[derive(Debug, Clone)]
struct Brand {
    words: String,
    rows: Vec<NameRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcessorFile {
    #[allow(dead_code, reason = "read by people and by the test of sources")]
    sources: Vec<Reference>,
    gate: Vec<GateRow>,
    names: Vec<NameRow>,
    exceptions: Vec<Exception>,
}

/// Processors of some brands, by the word behind the brand. The first pattern
/// that fits decides: first those that are taken, then the old ones.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameRow {
    brands: Vec<String>,
    #[serde(default)]
    supported: Vec<Pattern>,
    #[serde(default)]
    old: Vec<Pattern>,
    #[serde(default)]
    #[allow(dead_code, reason = "explains the row where it stands")]
    note: String,
}

/// A processor that is taken in some models only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// Part of the name.
    name: String,
    models: Vec<String>,
}

impl Processors {
    /// The processors of `wizard/facts/processors.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let file: ProcessorFile = wizard::parse(&wizard::built_in("facts/processors.ron")?)?;
        let mut brands: Vec<Brand> = Vec::new();
        for row in &file.names {
            for words in &row.brands {
                match brands.iter_mut().find(|brand| brand.words == *words) {
                    Some(brand) => brand.rows.push(row.clone()),
                    None => brands.push(Brand { words: words.clone(), rows: vec![row.clone()] }),
                }
            }
        }
        brands.sort_by(|a, b| a.words.cmp(&b.words));
        Ok(Self { gate: file.gate, brands, exceptions: file.exceptions })
    }

    /// Whether Windows 11 takes the device's processor.
    #[must_use]
    pub fn answer(&self, facts: &Facts<'_>) -> ProcessorAnswer {
        let name = facts.text(Fact::Device(Field::CpuName));
        if name.is_some_and(|name| self.is_exception(name, facts)) {
            return ProcessorAnswer::Supported;
        }
        let signature = Signature::of(facts, name);
        let by_number = signature.and_then(|signature| gate::answer(&self.gate, &signature));
        by_number.or_else(|| name.map(|name| self.by_name(name))).unwrap_or_else(|| {
            if signature.is_some() {
                ProcessorAnswer::Unrecognized
            } else {
                ProcessorAnswer::Missing
            }
        })
    }

    /// What the name alone tells.
    #[must_use]
    pub fn by_name(&self, name: &str) -> ProcessorAnswer {
        let words = Words::of(name);
        let text = words.as_bytes();
        let ends = text.iter().enumerate().filter(|(_, c)| **c == b' ').map(|(at, _)| at);
        let mut brand_ends = [0; MOST_BRAND_WORDS];
        let mut found = 0;
        for (place, end) in brand_ends.iter_mut().zip(ends.chain([text.len()])) {
            *place = end;
            found += 1;
        }
        let longest_first = brand_ends.iter().take(found).rev().copied();
        longest_first
            .chain([0])
            .find_map(|end| self.by_brand(text, end))
            .unwrap_or(ProcessorAnswer::Unrecognized)
    }

    /// The answer if the first `end` bytes are a brand.
    fn by_brand(&self, text: &[u8], end: usize) -> Option<ProcessorAnswer> {
        let (brand, rest) = text.split_at_checked(end)?;
        let at = self.brands.binary_search_by(|row| row.words.as_bytes().cmp(brand)).ok()?;
        let number = rest.trim_ascii_start().split(|c| *c == b' ').next().unwrap_or_default();
        let rows = &self.brands.get(at)?.rows;
        rows.iter().find_map(|row| {
            if row.supported.iter().any(|pattern| pattern.fits(number)) {
                Some(ProcessorAnswer::Supported)
            } else if row.old.iter().any(|pattern| pattern.fits(number)) {
                Some(ProcessorAnswer::TooOld)
            } else {
                None
            }
        })
    }

    fn is_exception(&self, name: &str, facts: &Facts<'_>) -> bool {
        let model = facts.text(Fact::Device(Field::Model));
        self.exceptions.iter().any(|exception| {
            name.contains(&exception.name)
                && model.is_some_and(|model| {
                    exception.models.iter().any(|other| other.eq_ignore_ascii_case(model.trim()))
                })
        })
    }
}

/// The longest brand: `ryzen ai 9 hx pro`.
const MOST_BRAND_WORDS: usize = 5;

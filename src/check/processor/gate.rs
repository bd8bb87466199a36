//! The gate by family, model and stepping, as Windows setup applies it.

use serde::Deserialize;

use super::ProcessorAnswer;
use crate::check::fact::{Fact, Facts};
use crate::device::Field;

/// Who made the processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Maker {
    Intel,
    Amd,
}

/// The numbers a processor gives of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signature {
    maker: Maker,
    family: i64,
    model: Option<i64>,
    stepping: Option<i64>,
}

impl Signature {
    /// The numbers, if maker and family are known. Where no report names the
    /// maker, the name does.
    pub fn of(facts: &Facts<'_>, name: Option<&str>) -> Option<Self> {
        let vendor = facts.text(Fact::Device(Field::CpuVendor));
        let maker = vendor.and_then(maker).or_else(|| name.and_then(maker))?;
        let number = |field| facts.number(Fact::Device(field));
        Some(Self {
            maker,
            family: number(Field::CpuFamily)?,
            model: number(Field::CpuModel),
            stepping: number(Field::CpuStepping),
        })
    }
}

fn maker(text: &str) -> Option<Maker> {
    let holds = |word: &str| {
        text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    match (holds("intel"), holds("amd")) {
        (true, false) => Some(Maker::Intel),
        (false, true) => Some(Maker::Amd),
        _ => None,
    }
}

/// One row of the gate. Ranges hold both ends.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GateRow {
    maker: Maker,
    family: (i64, i64),
    /// None: whatever the model is.
    #[serde(default)]
    models: Option<(i64, i64)>,
    #[serde(default)]
    stepping: Option<i64>,
    answer: GateAnswer,
    #[allow(dead_code, reason = "explains the row where it stands")]
    note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum GateAnswer {
    Supported,
    TooOld,
    /// Chips on both sides share these numbers; their names differ.
    ByName,
}

/// The first row that holds decides; a row that cannot be decided leaves the
/// answer open.
pub(super) fn answer(rows: &[GateRow], processor: &Signature) -> Option<ProcessorAnswer> {
    for row in rows {
        match row.holds(processor) {
            Some(false) => {}
            Some(true) => {
                return match row.answer {
                    GateAnswer::Supported => Some(ProcessorAnswer::Supported),
                    GateAnswer::TooOld => Some(ProcessorAnswer::TooOld),
                    GateAnswer::ByName => None,
                };
            }
            None => return None,
        }
    }
    None
}

impl GateRow {
    fn holds(&self, processor: &Signature) -> Option<bool> {
        let within = |(low, high): (i64, i64), number| low <= number && number <= high;
        if self.maker != processor.maker || !within(self.family, processor.family) {
            return Some(false);
        }
        if let Some(models) = self.models
            && !within(models, processor.model?)
        {
            return Some(false);
        }
        match self.stepping {
            Some(stepping) => Some(processor.stepping? == stepping),
            None => Some(true),
        }
    }
}

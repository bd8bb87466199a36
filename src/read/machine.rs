//! Whether a device is a virtual machine, as its maker and model tell.

use std::sync::LazyLock;

use serde::Deserialize;

use super::findings::Findings;
use crate::device::{Field, Place};
use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Machines {
    virtual_models: Vec<String>,
    virtual_makers: Vec<String>,
    real_makers: Vec<String>,
    real_models: Vec<String>,
}

static MACHINES: LazyLock<Result<Machines, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/machines.ron")?));

/// `None` when maker and model do not tell.
pub(super) fn is_virtual(maker: &str, model: &str) -> Option<bool> {
    let machines = MACHINES.as_ref().ok()?;
    let starts = |text: &str, list: &[String]| {
        let text = text.trim().to_lowercase();
        list.iter().any(|start| text.starts_with(start.as_str()))
    };
    if starts(model, &machines.virtual_models) || starts(maker, &machines.virtual_makers) {
        Some(true)
    } else if starts(maker, &machines.real_makers) || starts(model, &machines.real_models) {
        Some(false)
    } else {
        None
    }
}

/// Keeps maker, model and what they tell.
pub(crate) fn put<T: AsRef<str>>(
    findings: &mut Findings,
    maker: Option<(T, Place)>,
    model: Option<(T, Place)>,
) {
    let (maker_text, model_text) = (text_of(maker.as_ref()), text_of(model.as_ref()));
    let raw = format!("{maker_text} {model_text}");
    if let Some((_, place)) = model.as_ref().or(maker.as_ref()) {
        let answer = is_virtual(maker_text, model_text);
        findings.put_some(Field::VirtualMachine, answer, &raw, place.clone());
    }
    if let Some((text, place)) = maker {
        findings.put_text(Field::Manufacturer, text.as_ref(), place);
    }
    if let Some((text, place)) = model {
        findings.put_text(Field::Model, text.as_ref(), place);
    }
}

fn text_of<T: AsRef<str>>(found: Option<&(T, Place)>) -> &str {
    found.map_or("", |(text, _)| text.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_tells() {
        let machines = MACHINES.as_ref().unwrap();
        let unknown = "Fabrikam";
        let check = |words: &[String], is_model: bool, expected| {
            for word in words {
                let full = format!("{} 9", word.to_uppercase());
                let (maker, model) =
                    if is_model { (unknown, full.as_str()) } else { (full.as_str(), unknown) };
                assert_eq!(is_virtual(maker, model), Some(expected), "{word}");
            }
        };
        check(&machines.virtual_models, true, true);
        check(&machines.virtual_makers, false, true);
        check(&machines.real_makers, false, false);
        check(&machines.real_models, true, false);
    }

    #[test]
    fn maker_and_model_tell_virtual_from_real() {
        for (maker, model, expected) in [
            ("Microsoft Corporation", "Virtual Machine", Some(true)),
            ("Microsoft Corporation", "Surface Laptop 5", Some(false)),
            ("VMware, Inc.", "VMware7,1", Some(true)),
            ("innotek GmbH", "VirtualBox", Some(true)),
            ("QEMU", "Standard PC (Q35 + ICH9, 2009)", Some(true)),
            ("LENOVO", "20LFS06600", Some(false)),
            ("Fabrikam", "Notebook 3", None),
        ] {
            assert_eq!(is_virtual(maker, model), expected, "{maker} {model}");
        }
    }
}

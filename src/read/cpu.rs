//! The processor as Windows identifies it, for example
//! `Intel64 Family 6 Model 142 Stepping 10 GenuineIntel ~1992 Mhz`.

use crate::device::{Field, Place};

use super::findings::Findings;

/// What an identification says; a missing part is not known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Identification<'a> {
    /// `x64`, `x86` or `arm64`, from the first word.
    pub architecture: Option<&'static str>,
    pub family: Option<u32>,
    pub model: Option<u32>,
    pub stepping: Option<u32>,
    pub vendor: Option<&'a str>,
    pub mhz: Option<u32>,
}

/// Reads an identification; `None` when the text is none.
///
/// On Arm the numbers are of another kind (part and variant), so only maker
/// and clock are taken.
pub(super) fn identify(text: &str) -> Option<Identification<'_>> {
    let family_at = text.find(" Family ")?;
    let kind = text.get(..family_at)?.split_whitespace().next_back()?;
    let arm = text.contains("ARM");
    let architecture = match kind {
        _ if arm => Some("arm64"),
        "Intel64" | "AMD64" | "EM64T" => Some("x64"),
        "x86" => Some("x86"),
        _ => None,
    };
    let number = |label: &str| {
        if arm { None } else { after(text, label)?.split_whitespace().next()?.parse().ok() }
    };
    Some(Identification {
        architecture,
        family: number(" Family "),
        model: number(" Model "),
        stepping: number(" Stepping "),
        vendor: vendor(text),
        mhz: after(text, "~").and_then(|rest| rest.split_whitespace().next()?.parse().ok()),
    })
}

fn after<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.split_once(label).map(|(_, rest)| rest)
}

/// The words behind the last number and before the clock.
fn vendor(text: &str) -> Option<&str> {
    let tail = after(text, " Stepping ").or_else(|| after(text, " Revision "))?;
    let tail = tail.trim_start().split_once(' ')?.1;
    let vendor = tail.split('~').next()?.trim();
    (!vendor.is_empty()).then_some(vendor)
}

/// Keeps what an identification says.
pub(crate) fn put(findings: &mut Findings, text: &str, place: &Place) {
    let Some(found) = identify(text) else { return };
    findings.put_some(Field::CpuFamily, found.family, text, place.clone());
    findings.put_some(Field::CpuModel, found.model, text, place.clone());
    findings.put_some(Field::CpuStepping, found.stepping, text, place.clone());
    findings.put_some(Field::CpuMhz, found.mhz, text, place.clone());
    if let Some(vendor) = found.vendor {
        findings.put_text(Field::CpuVendor, vendor, place.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intel_identification_is_read_whole() {
        let found = identify("[01]: Intel64 Family 6 Model 142 Stepping 10 GenuineIntel ~1992 Mhz");
        let expected = Identification {
            architecture: Some("x64"),
            family: Some(6),
            model: Some(142),
            stepping: Some(10),
            vendor: Some("GenuineIntel"),
            mhz: Some(1992),
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn a_caption_without_maker_and_clock_is_enough() {
        let found = identify("AMD64 Family 25 Model 80 Stepping 0").unwrap();
        assert_eq!((found.family, found.vendor, found.mhz), (Some(25), None, None));
    }

    #[test]
    fn on_arm_part_numbers_are_not_taken_for_models() {
        let text =
            "ARMv8 (64-bit) Family 8 Model D4B Revision   0 Qualcomm Technologies Inc ~2995 Mhz";
        let found = identify(text).unwrap();
        assert_eq!((found.architecture, found.family, found.model), (Some("arm64"), None, None));
        assert_eq!((found.vendor, found.mhz), (Some("Qualcomm Technologies Inc"), Some(2995)));
    }
}

//! What the hash says of the TPM:
//! `TPM-Version:2.0 -Level:0-Revision:1.38-VendorID:'IFX '-Firmware:983062.1103101952`.

/// What the text names; a missing part is not known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct TpmText<'a> {
    pub version: Option<&'static str>,
    pub vendor: Option<&'a str>,
    pub firmware: Option<String>,
}

pub(super) fn read(text: &str) -> TpmText<'_> {
    let version = after(text, "TPM-Version:").map(|rest| word(rest, &[' ', '-']));
    let vendor = after(text, "VendorID:'").and_then(|rest| Some(rest.split_once('\'')?.0.trim()));
    TpmText {
        version: ["2.0", "1.2"].into_iter().find(|known| version == Some(known)),
        vendor: vendor.filter(|vendor| !vendor.is_empty()),
        firmware: after(text, "Firmware:").and_then(|rest| firmware(word(rest, &[' ']))),
    }
}

fn after<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.split_once(label).map(|(_, rest)| rest)
}

fn word<'a>(text: &'a str, ends: &[char]) -> &'a str {
    text.split(ends).next().unwrap_or_default()
}

/// A TPM 2.0 tells two numbers of 32 bits, each of which holds two of the
/// version that Windows shows: `983062.1103101952` is `15.22.16832.0`.
fn firmware(text: &str) -> Option<String> {
    let numbers: Option<Vec<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [first, second] if *first > u32::from(u16::MAX) => {
            let halves = |number: u32| (number >> 16, number & 0xffff);
            let ((a, b), (c, d)) = (halves(*first), halves(*second));
            Some(format!("{a}.{b}.{c}.{d}"))
        }
        _ => Some(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, version: Option<&str>, vendor: Option<&str>, firmware: Option<&str>) {
        let read = read(text);
        assert_eq!(read.version, version, "{text}");
        assert_eq!(read.vendor, vendor, "{text}");
        assert_eq!(read.firmware.as_deref(), firmware, "{text}");
    }

    #[test]
    fn version_maker_and_firmware_are_told_apart() {
        check(
            "TPM-Version:2.0 -Level:0-Revision:1.38-VendorID:'IFX '-Firmware:983062.1103101952",
            Some("2.0"),
            Some("IFX"),
            Some("15.22.16832.0"),
        );
        check(
            "TPM-Version:1.2 -Level:2-Revision:3-VendorID:'STM '-Firmware:4.40",
            Some("1.2"),
            Some("STM"),
            Some("4.40"),
        );
    }

    #[test]
    fn what_is_missing_or_strange_is_not_known() {
        check("", None, None, None);
        check("TPM-Version:3.0 -VendorID:'", None, None, None);
        check("TPM-Version:2.0 -Firmware:new", Some("2.0"), None, None);
    }
}

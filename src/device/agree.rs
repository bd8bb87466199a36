//! Whether two sources say the same of a field, in their own words. What only
//! looks different is no conflict; what is different stays one.

use uuid::Uuid;

use super::field::Field;
use super::processor_name::Words;
use super::same_name;
use super::value::Value;

impl Field {
    /// Whether two sources say the same of this field.
    #[must_use]
    pub fn agree(self, a: &Value, b: &Value) -> bool {
        self.kind().agree(a, b)
            || match (a, b) {
                (Value::Text(a), Value::Text(b)) => self.agree_in_words(a.trim(), b.trim()),
                (Value::Number(a), Value::Number(b)) => self.agree_in_number(*a, *b),
                _ => false,
            }
    }

    fn agree_in_words(self, a: &str, b: &str) -> bool {
        match self {
            // Each report has the time it was taken; and whether its storage is a
            // disk or a volume goes with how large it is.
            Self::ObservedAt | Self::StorageKind => true,
            // Most reports cannot tell a Server Core.
            Self::InstallationType => a.starts_with("Server") && b.starts_with("Server"),
            Self::Domain => is_same_domain(a, b),
            Self::Manufacturer => same_name::is_same_maker(a, b),
            Self::Model => same_name::is_same_model(a, b),
            Self::Chassis => same_name::is_same_chassis(a, b),
            Self::CpuVendor => same_name::is_same_processor_maker(a, b),
            Self::TpmVendor => same_name::is_same_tpm_maker(a, b),
            Self::TpmFirmware => is_beginning(a, b) || is_beginning(b, a),
            Self::CpuName => is_same_processor(a, b),
            Self::Uuid => is_same_uuid(a, b),
            _ => false,
        }
    }

    fn agree_in_number(self, a: i64, b: i64) -> bool {
        match self {
            // A device has several keys, such as the one in its firmware and the
            // one that Windows runs on; the first one stands. Updates raise the
            // revision from report to report; the newest one stands.
            Self::KeyGroup | Self::Revision => true,
            Self::MemoryMb => is_seen_of(a.min(b), a.max(b)),
            _ => false,
        }
    }
}

/// Reports name a domain in its short form (`CORP`) or its long one
/// (`corp.contoso.com`); the short one usually is the first label of the long one.
fn is_same_domain(a: &str, b: &str) -> bool {
    let first = |name: &str| name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let one_is_short = !a.contains('.') || !b.contains('.');
    if one_is_short { first(a) == first(b) } else { a.eq_ignore_ascii_case(b) }
}

/// Whether a version is another one, cut behind a dot.
fn is_beginning(short: &str, long: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| !short.is_empty() && rest.starts_with('.'))
}

/// Whether so much memory can be what Windows sees of what is installed: the
/// graphics take up to some 18 percent, and leave no whole gigabytes.
fn is_seen_of(seen: i64, installed: i64) -> bool {
    const GIGABYTE: i64 = 1024;
    const MOST_TAKEN: i64 = 18;
    let taken = installed.saturating_sub(seen).saturating_mul(100);
    installed % GIGABYTE == 0
        && seen % GIGABYTE != 0
        && taken <= installed.saturating_mul(MOST_TAKEN)
}

/// Whether the plain words are the same, or one name is the model number of the
/// other: `i7-8550U`.
fn is_same_processor(a: &str, b: &str) -> bool {
    let (a, b) = (Words::of(a), Words::of(b));
    if a.as_bytes().is_empty() || b.as_bytes().is_empty() {
        return false;
    }
    let (short, long) = if a.as_bytes().len() <= b.as_bytes().len() { (a, b) } else { (b, a) };
    let is_blank = |byte: &u8| *byte == b' ';
    let short: Vec<&[u8]> = short.as_bytes().split(is_blank).collect();
    let long: Vec<&[u8]> = long.as_bytes().split(is_blank).collect();
    let has_number =
        short.iter().any(|word| word.iter().filter(|b| b.is_ascii_digit()).count() > 2);
    short == long || has_number && long.ends_with(&short)
}

/// SMBIOS writes the first three groups of a UUID either way round.
pub(crate) fn is_same_uuid(a: &str, b: &str) -> bool {
    match (Uuid::try_parse(a), Uuid::try_parse(b)) {
        (Ok(a), Ok(b)) => a == b || Uuid::from_bytes_le(a.into_bytes()) == b,
        _ => false,
    }
}

/// One text for a UUID, whichever way round it is written.
pub(crate) fn uuid_key(text: &str) -> String {
    match Uuid::try_parse(text.trim()) {
        Ok(uuid) => uuid.min(Uuid::from_bytes_le(uuid.into_bytes())).to_string(),
        Err(_) => text.trim().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What two sources say of a field, each as a person would type it.
    fn check(rows: &[(Field, &str, &str)], expected: bool) {
        for (field, a, b) in rows {
            let value = |text: &str| field.kind().parse(text).unwrap();
            for (a, b) in [(a, b), (b, a)] {
                assert_eq!(field.agree(&value(a), &value(b)), expected, "{field}: {a} and {b}");
            }
        }
    }

    const UUID: &str = "4c4c4544-0051-3010-8052-b4c04f4a3132";

    #[test]
    fn what_only_looks_different_is_no_conflict() {
        use Field::*;
        check(
            &[
                (Manufacturer, "Dell Inc.", "Dell"),
                (Manufacturer, "HP", "Hewlett-Packard"),
                (Manufacturer, "HP Inc.", "Hewlett-Packard Company"),
                (Manufacturer, "Microsoft Corporation", "Microsoft"),
                (Manufacturer, "ASUSTeK COMPUTER INC.", "ASUS"),
                (Manufacturer, "LENOVO", "Lenovo"),
                (Manufacturer, "Contoso", "Contoso Ltd."),
                (Model, "Dell Latitude 7440", "Latitude 7440"),
                (Model, "HP EliteBook 840 G8", "EliteBook  840 g8"),
                (Model, "Dell Inc. Latitude 7440", "LATITUDE 7440"),
                (Model, "Microsoft Surface Laptop 5", "Surface Laptop 5"),
                (StorageKind, "disk", "system-volume"),
                (CpuName, "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz", "Intel Core i7-8550U"),
                (CpuName, "Intel® Core™ i7-8550U", "Intel(R)  Core(TM)  i7-8550U"),
                (CpuName, "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz", "i7-8550U"),
                (CpuName, "AMD Ryzen 5 5600U with Radeon Graphics", "AMD Ryzen 5 5600U"),
                (CpuVendor, "GenuineIntel", "Intel Corporation"),
                (CpuVendor, "AuthenticAMD", "Advanced Micro Devices, Inc."),
                (Chassis, "Laptop", "Notebook"),
                (Uuid, UUID, "44454c4c-5100-1030-8052-b4c04f4a3132"),
                (Uuid, UUID, "4C4C4544-0051-3010-8052-B4C04F4A3132"),
                (TpmVendor, "INTC", "Intel"),
                (TpmVendor, "IFX", "Infineon Technologies AG"),
                (TpmFirmware, "7.2", "7.2.3.1"),
                (Revision, "4123", "4652"),
                (MemoryMb, "8192", "7270"),
                (MemoryMb, "4096", "3480"),
                (MemoryMb, "16384", "14230"),
                (MemoryMb, "16384", "16265"),
                (Domain, "CORP", "corp.contoso.com"),
            ],
            true,
        );
    }

    #[test]
    fn what_is_different_stays_a_conflict() {
        use Field::*;
        check(
            &[
                (Manufacturer, "Dell Inc.", "HP Inc."),
                (Manufacturer, "Contoso Ltd.", "Fabrikam Ltd."),
                (Manufacturer, "Microsoft", "Micro-Star"),
                (Model, "Latitude 7440", "Latitude 7430"),
                (Model, "Dell Latitude 7440", "HP Latitude 7430"),
                (Model, "Surface Laptop 5", "Surface Laptop"),
                (Model, "Dell", "HP"),
                (Serial, "CTS0001", "CTS0002"),
                (CpuName, "Intel(R) Core(TM) i7-8550U", "Intel(R) Core(TM) i7-8650U"),
                (CpuName, "Intel(R) Core(TM) i7-8550U", "i7-8550"),
                (CpuName, "AMD Ryzen 5 PRO 5650U", "AMD Ryzen 5 5650U"),
                (CpuName, "Intel Core i7", "Intel Core i5"),
                (CpuVendor, "GenuineIntel", "AuthenticAMD"),
                (Chassis, "Laptop", "Desktop"),
                (Chassis, "Notebook", "Convertible"),
                (Uuid, UUID, "4c4c4544-0051-3010-8052-b4c04f4a3133"),
                (TpmVendor, "INTC", "AMD"),
                (TpmFirmware, "7.2", "7.21"),
                (TpmFirmware, "7.2.1", "7.2.2"),
                (Build, "22631", "26100"),
                (MemoryMb, "8192", "16384"),
                (MemoryMb, "20480", "24576"),
                (MemoryMb, "4096", "3200"),
                (Domain, "corp.contoso.com", "corp.fabrikam.com"),
                (Domain, "CORP", "contoso.com"),
                (SecureBoot, "on", "off"),
            ],
            false,
        );
    }
}

//! What a single cell says, by the meaning of its column.

use super::amount;
use super::fits::bounded;
use super::meaning::{Meaning, Scale};
use super::trim::first_line;
use super::values;
use super::varied;
use crate::device::{Field, Value};
use crate::read::{chassis, junk, os_name, system};

/// Fields and values, of one cell.
pub(super) type Said = Vec<(Field, Value)>;

/// What a cell says; nothing when it is not understood.
pub(super) fn interpret(meaning: Meaning, scale: Option<Scale>, cell: &str) -> Said {
    let text = first_line(cell);
    if junk::is_junk(text) && !is_number_of_kind(meaning) {
        return Said::new();
    }
    match meaning {
        Meaning::SkuNumber => said_text(Field::SkuNumber, text),
        Meaning::Chassis => one(Field::Chassis, form_factor(text)),
        Meaning::EditionId => said_text(Field::EditionId, text),
        Meaning::CpuName => said_text(Field::CpuName, text),
        Meaning::TpmVendor => said_text(Field::TpmVendor, text),
        Meaning::TpmFirmware => said_text(Field::TpmFirmware, text),
        Meaning::GroupTag => said_text(Field::GroupTag, text),
        Meaning::TenantId => guid(Field::TenantId, text),
        Meaning::Architecture => one(Field::Architecture, values::architecture(text)),
        Meaning::Os => os_or_version(text),
        Meaning::OsVersion => version_or_name(text),
        Meaning::Build => version(text),
        Meaning::Release => one(Field::Release, release(text)),
        Meaning::SkuFamily => one(Field::EditionId, values::edition_of_family(text)),
        Meaning::Sku => number(Field::Sku, text),
        Meaning::Memory => one(Field::MemoryMb, amount::memory_of_lines(cell, scale)),
        Meaning::Storage => one(Field::StorageBytes, amount::storage_bytes(text, scale)),
        Meaning::CpuMhz => one(Field::CpuMhz, amount::megahertz(text, scale)),
        Meaning::CpuCores => number(Field::CpuCores, text),
        Meaning::CpuThreads => number(Field::CpuThreads, text),
        Meaning::TpmVersion => one(Field::TpmVersion, values::tpm(text)),
        Meaning::Firmware => one(Field::Firmware, values::firmware(text)),
        Meaning::SecureBoot => one(Field::SecureBoot, values::secure_boot(text)),
        Meaning::JoinType => join(text),
        Meaning::Domain => domain(text),
        Meaning::DomainJoined => one(Field::DomainJoined, values::yes_no(text)),
        Meaning::EntraJoined => one(Field::EntraJoined, values::yes_no(text)),
        Meaning::Managed => one(Field::MdmEnrolled, values::yes_no(text)),
        Meaning::ManagedBy => one(Field::MdmEnrolled, values::is_mdm(text).then_some(true)),
        Meaning::Serial
        | Meaning::Hostname
        | Meaning::Manufacturer
        | Meaning::Model
        | Meaning::MachineType
        | Meaning::Uuid
        | Meaning::DeviceId
        | Meaning::LastSeen
        | Meaning::AssignedUser
        | Meaning::ProductId
        | Meaning::HardwareHash
        | Meaning::Check => Said::new(),
    }
}

/// Where `0` is a value and no placeholder.
fn is_number_of_kind(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Architecture
            | Meaning::SecureBoot
            | Meaning::DomainJoined
            | Meaning::EntraJoined
            | Meaning::Managed
            | Meaning::JoinType
    )
}

fn one(field: Field, value: Option<impl Into<Value>>) -> Said {
    value.map(|value| (field, value.into())).into_iter().collect()
}

fn said_text(field: Field, text: &str) -> Said {
    vec![(field, Value::Text(bounded(text)))]
}

fn number(field: Field, text: &str) -> Said {
    let count = text.parse::<u32>().ok().filter(|count| *count > 0);
    one(field, count)
}

fn guid(field: Field, text: &str) -> Said {
    one(field, varied::guid(text).map(varied::Text::into_owned))
}

/// The name of a system; a column "Windows" may have its version alone, or all
/// that stands behind the word: `11 Pro`.
fn os_or_version(text: &str) -> Said {
    let mut said = if ["10 ", "11 "].iter().any(|number| text.starts_with(number)) {
        os(&format!("Windows {text}"))
    } else {
        os(text)
    };
    if said.is_empty() {
        said = version(text);
    }
    said
}

/// The name of a Windows: edition, and whether it is a server. `Windows` alone
/// tells neither.
fn os(text: &str) -> Said {
    let lower = text.to_lowercase();
    let mut said = Said::new();
    if let Some(known) = os_name::read(text) {
        said.extend(one(Field::EditionId, known.edition_id.clone()));
        let has_release = text.chars().any(|c| c.is_ascii_digit());
        if known.server || lower.contains("server") {
            said.push((Field::InstallationType, Value::from("Server")));
        } else if known.edition_id.is_some() || has_release {
            said.push((Field::InstallationType, Value::from("Client")));
        }
    }
    let mut words = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'));
    said.extend(one(Field::Release, words.find_map(half_year)));
    said
}

/// `10.0.26100.4061`, `10.0 (22631)`, `22H2`, `26100`, `26100.4061`.
fn version(text: &str) -> Said {
    let pieces = || text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    if let Some((build, revision)) = pieces().find_map(system::build) {
        let mut said = one(Field::Build, Some(build));
        said.extend(one(Field::Revision, revision));
        return said;
    }
    let mut said = one(Field::Release, pieces().find_map(half_year));
    let mut builds = pieces().filter_map(|piece| {
        let (build, revision) = match piece.split_once('.') {
            Some((build, revision)) => (build, Some(revision.parse::<u32>().ok()?)),
            None => (piece, None),
        };
        let revision = revision.filter(|_| !is_maybe_rounded(text));
        let build: u32 = build.parse().ok().filter(|build| (7_600..100_000).contains(build))?;
        Some((build, revision))
    });
    if let Some((build, revision)) = builds.next_back() {
        said.extend(one(Field::Build, Some(build)));
        said.extend(one(Field::Revision, revision));
    }
    said
}

/// Whether a spreadsheet that took a build for a number may have dropped a zero
/// at its end: `19045.501` may have been `19045.5010`.
fn is_maybe_rounded(text: &str) -> bool {
    const SURE: usize = 4;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.')
        .is_some_and(|(build, revision)| digits(build) && digits(revision) && revision.len() < SURE)
}

/// A version, also behind the name of the system: `Windows 11 Pro 24H2`.
fn version_or_name(text: &str) -> Said {
    let mut said = version(text);
    if text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("win")) {
        let is_release = said.iter().any(|(field, _)| *field == Field::Release);
        said.extend(
            os(text).into_iter().filter(|(field, _)| *field != Field::Release || !is_release),
        );
    }
    said
}

/// `22H2`, in any case.
fn half_year(word: &str) -> Option<String> {
    let word = word.to_ascii_uppercase();
    match word.as_bytes() {
        [b'1'..=b'9', b'0'..=b'9', b'H', b'1' | b'2'] => Some(word),
        _ => None,
    }
}

/// A half-year, or the four digits of an earlier release.
fn release(text: &str) -> Option<String> {
    const EARLIER: [&str; 10] =
        ["1507", "1511", "1607", "1703", "1709", "1803", "1809", "1903", "1909", "2004"];
    let words = || text.split(|c: char| !c.is_ascii_alphanumeric());
    let earlier = || words().find(|word| EARLIER.contains(word)).map(str::to_owned);
    words().find_map(half_year).or_else(earlier)
}

/// `Notebook`, or the number that stands for it.
fn form_factor(text: &str) -> Option<Value> {
    match text.trim_matches(['{', '}']).trim().parse::<u8>() {
        Ok(number) => chassis::name(number).map(Value::from),
        Err(_) => values::is_form_factor(text).then(|| Value::Text(bounded(text))),
    }
}

fn join(text: &str) -> Said {
    let Some(join) = values::join(text) else { return Said::new() };
    let mut said = one(Field::EntraJoined, join.entra_joined);
    said.extend(one(Field::DomainJoined, join.domain_joined));
    said.extend(one(Field::EntraRegistered, join.entra_registered));
    said
}

/// A workgroup is no domain; whether the device joined a domain that is named
/// here, the name alone does not tell.
fn domain(text: &str) -> Said {
    if values::is_workgroup(text) {
        one(Field::DomainJoined, Some(false))
    } else {
        said_text(Field::Domain, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(meaning: Meaning, cell: &str, expected: &[(&str, &str)]) {
        let said = interpret(meaning, None, cell);
        let found: Vec<(&str, String)> =
            said.iter().map(|(field, value)| (field.id(), value.to_string())).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(id, v)| (*id, v.as_str())).collect();
        assert_eq!(found, expected, "{cell}");
    }

    #[test]
    fn versions_give_build_revision_and_release() {
        for meaning in [Meaning::OsVersion, Meaning::Build] {
            check(meaning, "10.0.26100.4061", &[("build", "26100"), ("revision", "4061")]);
            check(meaning, "10.0.19045", &[("build", "19045")]);
            check(meaning, "10.0 (22631)", &[("build", "22631")]);
            check(meaning, "22631.4460", &[("build", "22631"), ("revision", "4460")]);
            check(meaning, "26100", &[("build", "26100")]);
            check(meaning, "19045.501", &[("build", "19045")]);
            check(meaning, "10.0.19045.501", &[("build", "19045"), ("revision", "501")]);
            check(meaning, "10.0.17763.0", &[("build", "17763")]);
            check(meaning, "24h2", &[("release", "24H2")]);
            check(
                meaning,
                "Version 22H2 (OS Build 19045.3803)",
                &[("release", "22H2"), ("build", "19045"), ("revision", "3803")],
            );
            check(meaning, "17.5.1", &[]);
            check(meaning, "14.5", &[]);
        }
        check(
            Meaning::OsVersion,
            "Windows 11 Pro 24H2",
            &[("release", "24H2"), ("edition_id", "Professional"), ("installation_type", "Client")],
        );
        check(Meaning::Release, "1809", &[("release", "1809")]);
        check(Meaning::Release, "2009", &[]);
    }

    #[test]
    fn a_name_of_windows_gives_what_it_tells() {
        check(
            Meaning::Os,
            "Microsoft Windows 11 Pro",
            &[("edition_id", "Professional"), ("installation_type", "Client")],
        );
        check(Meaning::Os, "Windows", &[]);
        check(Meaning::Os, "Windows 10/11", &[("installation_type", "Client")]);
        check(
            Meaning::Os,
            "Microsoft Windows NT Workstation 10.0",
            &[("installation_type", "Client")],
        );
        check(
            Meaning::Os,
            "Microsoft Windows NT Advanced Server 10.0",
            &[("installation_type", "Server")],
        );
        check(Meaning::Os, "Ubuntu 24.04", &[]);
        check(
            Meaning::Os,
            "11 Pro",
            &[("edition_id", "Professional"), ("installation_type", "Client")],
        );
        check(
            Meaning::Os,
            "Windows 10 Enterprise 64-bit",
            &[("edition_id", "Enterprise"), ("installation_type", "Client")],
        );
        check(Meaning::Os, "10.0.26100", &[("build", "26100")]);
    }

    #[test]
    fn junk_says_nothing_and_a_zero_is_an_architecture() {
        check(Meaning::CpuName, "To be filled by O.E.M.", &[]);
        check(Meaning::Memory, "0", &[]);
        check(Meaning::Architecture, "0", &[("architecture", "x86")]);
    }

    #[test]
    fn a_form_factor_may_be_a_number() {
        check(Meaning::Chassis, "10", &[("chassis", "Notebook")]);
        check(Meaning::Chassis, "{10}", &[("chassis", "Notebook")]);
        check(Meaning::Chassis, "Laptop", &[("chassis", "Laptop")]);
        check(Meaning::Chassis, "2", &[]);
    }

    #[test]
    fn a_long_text_is_cut_as_in_a_report() {
        let said = interpret(Meaning::CpuName, None, &"long ".repeat(100));
        let long = said.first().and_then(|(_, value)| value.as_text()).unwrap();
        assert_eq!(long.chars().count(), 256);
        check(Meaning::CpuName, "Contoso\tOne", &[("cpu_name", "Contoso One")]);
    }

    #[test]
    fn of_several_values_in_a_cell_the_first_counts() {
        check(Meaning::CpuName, "Contoso One\nContoso Two", &[("cpu_name", "Contoso One")]);
    }

    #[test]
    fn a_tpm_that_is_not_named_is_not_known() {
        check(Meaning::TpmVersion, "2.0, 0, 1.38", &[("tpm_version", "2.0")]);
        check(Meaning::TpmVersion, "None", &[]);
    }
}

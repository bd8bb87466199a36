//! The Windows that runs here, as its registry tells.

use super::registry::{self, Spot};
use super::sources::Sources;
use crate::device::Field;
use crate::probe::probed::Gathering;

/// Whether this is the Windows of a setup stick or of the repair tools. It runs
/// in memory and says nothing of the one on the disk.
pub(super) fn is_setup_environment(sources: &Sources) -> bool {
    [registry::INSTALLATION_TYPE, registry::EDITION_ID]
        .into_iter()
        .filter_map(|spot| sources.registry.text(spot))
        .any(|text| text.eq_ignore_ascii_case("WindowsPE"))
}

pub(super) fn read(sources: &Sources, gathering: &mut Gathering) {
    texts(sources, gathering);
    numbers(sources, gathering);
    architecture(sources, gathering);
    flags(sources, gathering);
}

fn texts(sources: &Sources, gathering: &mut Gathering) {
    for (field, spot) in [
        (Field::Hostname, registry::HOST_NAME),
        (Field::EditionId, registry::EDITION_ID),
        (Field::Release, registry::RELEASE),
        (Field::Release, registry::OLD_RELEASE),
    ] {
        if let Some(text) = sources.registry.text(spot) {
            gathering.findings.put_text(field, text, spot.place());
        }
    }
    let spot = registry::INSTALLATION_TYPE;
    let kinds = ["Client", "Server", "Server Core"];
    if let Some(text) = sources.registry.text(spot) {
        let kind = kinds.into_iter().find(|kind| kind.eq_ignore_ascii_case(text));
        gathering.findings.put_some(Field::InstallationType, kind, text, spot.place());
    }
}

fn numbers(sources: &Sources, gathering: &mut Gathering) {
    let findings = &mut gathering.findings;
    if let Some(raw) = sources.registry.text(registry::BUILD) {
        let build = raw.trim().parse::<u32>().ok();
        findings.put_some(Field::Build, build, raw, registry::BUILD.place());
    }
    if let Some(revision) = sources.registry.number(registry::REVISION) {
        let raw = revision.to_string();
        findings.put(Field::Revision, revision, &raw, registry::REVISION.place());
    }
}

pub(super) fn architecture(sources: &Sources, gathering: &mut Gathering) {
    let spot = registry::ARCHITECTURE;
    let Some(raw) = sources.registry.text(spot) else { return };
    let architecture = match raw.to_ascii_lowercase().as_str() {
        "amd64" => Some("x64"),
        "arm64" => Some("arm64"),
        "x86" => Some("x86"),
        _ => None,
    };
    gathering.findings.put_some(Field::Architecture, architecture, raw, spot.place());
}

/// Values that are 1, 0 or not there.
fn flags(sources: &Sources, gathering: &mut Gathering) {
    let flag = |spot: Spot| match sources.registry.number(spot) {
        Some(1) => Some(true),
        Some(0) => Some(false),
        _ => None,
    };
    let findings = &mut gathering.findings;
    if let Some(on) = flag(registry::S_MODE) {
        let raw = u8::from(on).to_string();
        findings.put(Field::SMode, on, &raw, registry::S_MODE.place());
    }
    if let Some(shows) = flag(registry::FIRST_SCREENS) {
        let state = if shows { "new" } else { "in-use" };
        let raw = u8::from(shows).to_string();
        findings.put(Field::SetupState, state, &raw, registry::FIRST_SCREENS.place());
    }
}

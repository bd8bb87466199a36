//! Puts the files of an export together.

use jiff::civil::Date;

use super::bundle::{Bundle, ExportFile, ExportKind};
use super::customizations::{customizations_xml, package_id};
use super::description::{
    DescribedDevice, DescribedOrganization, Description, SCHEMA, secret_states,
};
use super::problem::{FieldProblem, problems};
use super::record::Record;
use super::secrets::Secrets;
use super::settings::PackageSettings;
use super::template::fill;
use super::{build_command, devices_csv, handover, readme, words};
use crate::check::Organization;
use crate::device::Device;

/// The mark by which Windows tools tell UTF-8; spreadsheets need it, and the
/// designer writes it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What an export is made of.
#[derive(Debug, Clone, Copy)]
pub struct ExportInput<'a> {
    pub settings: &'a PackageSettings,
    pub secrets: &'a Secrets,
    pub device: &'a Device,
    pub organization: &'a Organization,
    /// What was found, done and proven.
    pub record: &'a Record,
    /// Only these files; empty means all that apply.
    pub only: &'a [ExportKind],
    pub today: Date,
}

/// Why nothing is exported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportRefused {
    /// The settings have problems that block; each names its field.
    #[error("{}", blocked_message(.0))]
    Blocked(Vec<FieldProblem>),
    #[error(
        "None of the files asked for applies. customizations and build need a package setting \
         that is turned on; devices needs something known of the device."
    )]
    Nothing,
    #[error("{file} cannot be written: {message}")]
    Unwritable { file: &'static str, message: String },
}

fn blocked_message(problems: &[FieldProblem]) -> String {
    let count = problems.len();
    let noun = if count == 1 { "field needs" } else { "fields need" };
    let each: Vec<String> =
        problems.iter().map(|p| format!("{}: {}", p.field.label(), p.message)).collect();
    format!("{count} {noun} a correction. {}", each.join(" "))
}

/// What the writers of the single files share.
pub(super) struct Context<'a> {
    pub settings: &'a PackageSettings,
    pub secrets: &'a Secrets,
    pub organization: &'a Organization,
    pub record: &'a Record,
    pub devices: Vec<DescribedDevice>,
    pub left_out: Vec<String>,
    /// The files that will be there, in order.
    pub kinds: Vec<ExportKind>,
    pub today: Date,
}

/// Every file of the export, in a fixed order.
///
/// # Errors
/// Refuses when a package is to be written whose settings have a problem that
/// blocks, and when nothing that was asked for applies.
pub fn export(input: &ExportInput<'_>) -> Result<Bundle, ExportRefused> {
    let kinds = applying_kinds(input);
    if kinds.is_empty() {
        return Err(ExportRefused::Nothing);
    }
    refuse_blocked(input, &kinds)?;
    let settings = input.settings.fitted_to(input.device);
    let device = DescribedDevice::of(input.device, &settings);
    let context = Context {
        settings: &settings,
        secrets: input.secrets,
        organization: input.organization,
        record: input.record,
        devices: if input.device.is_empty() { Vec::new() } else { vec![device] },
        left_out: left_out(&settings, input.secrets),
        kinds,
        today: input.today,
    };
    let mut files: Vec<ExportFile> = Vec::new();
    for kind in &context.kinds {
        let file = write_file(*kind, &context, &files)?;
        files.push(file);
    }
    Ok(Bundle { files, left_out: context.left_out })
}

fn applying_kinds(input: &ExportInput<'_>) -> Vec<ExportKind> {
    let asked = |kind: &ExportKind| input.only.is_empty() || input.only.contains(kind);
    let applies = |kind: &ExportKind| match kind {
        ExportKind::Customizations | ExportKind::Build => !input.settings.set_nothing(),
        ExportKind::Devices => !input.device.is_empty(),
        ExportKind::Readme | ExportKind::Handover | ExportKind::Package => true,
    };
    ExportKind::ALL.iter().copied().filter(|kind| asked(kind) && applies(kind)).collect()
}

/// Problems block a package; a record can be handed over all the same.
fn refuse_blocked(input: &ExportInput<'_>, kinds: &[ExportKind]) -> Result<(), ExportRefused> {
    let package = [ExportKind::Customizations, ExportKind::Build];
    if !kinds.iter().any(|kind| package.contains(kind)) {
        return Ok(());
    }
    let mut found = problems(input.settings, input.secrets, input.device, input.today);
    found.retain(FieldProblem::blocks);
    if found.is_empty() { Ok(()) } else { Err(ExportRefused::Blocked(found)) }
}

fn left_out(settings: &PackageSettings, secrets: &Secrets) -> Vec<String> {
    if settings.set_nothing() {
        return vec![words::words().left_out_package.clone()];
    }
    let missing = settings.needs().into_iter().filter(|kind| !secrets.has(*kind));
    missing.map(|kind| fill(&words::words().left_out_secret, &[("secret", kind.label())])).collect()
}

fn write_file(
    kind: ExportKind,
    context: &Context<'_>,
    before: &[ExportFile],
) -> Result<ExportFile, ExportRefused> {
    let text = match kind {
        ExportKind::Customizations => {
            let id = package_id(context.settings, context.organization);
            BYTE_ORDER_MARK.to_owned() + &customizations_xml(context.settings, context.secrets, id)
        }
        ExportKind::Build => build_command::build_command(&context.settings.name),
        ExportKind::Devices => {
            let csv = devices_csv::devices_csv(&context.devices, context.record);
            BYTE_ORDER_MARK.to_owned() + &csv.map_err(|fault| unwritable(kind, &fault))?
        }
        ExportKind::Readme => readme::readme(context),
        ExportKind::Handover => handover::handover(context, before),
        ExportKind::Package => {
            description(context, before).to_ron().map_err(|fault| unwritable(kind, &fault))?
        }
    };
    Ok(ExportFile::new(kind, text.into_bytes(), holds_secrets(kind, context)))
}

fn unwritable(kind: ExportKind, fault: &dyn std::fmt::Display) -> ExportRefused {
    ExportRefused::Unwritable { file: kind.file_name(), message: fault.to_string() }
}

/// Only customizations.xml can hold secrets.
pub(super) fn holds_secrets(kind: ExportKind, context: &Context<'_>) -> bool {
    kind == ExportKind::Customizations
        && context.settings.needs().into_iter().any(|needed| context.secrets.has(needed))
}

fn description(context: &Context<'_>, before: &[ExportFile]) -> Description {
    Description {
        schema: SCHEMA,
        exported: context.today,
        package_id: package_id(context.settings, context.organization),
        organization: DescribedOrganization::of(context.organization),
        settings: context.settings.clone(),
        secrets: secret_states(context.settings, context.secrets),
        devices: context.devices.clone(),
        record: context.record.clone(),
        left_out: context.left_out.clone(),
        files: before.iter().map(ExportFile::described).collect(),
    }
}

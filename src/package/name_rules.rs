//! Rules of the device name in the settings.

use super::device_name::{NameProblem, Template, device_name_preview};
use super::field::PackageField;
use super::field_rules::as_values;
use super::problem::FieldProblem;
use super::saying::Saying;
use super::settings::{DeviceName, PackageSettings};
use crate::device::{Device, Field};

/// The longest name that every tool shows (its `NetBIOS` length), in characters.
pub const LONGEST_DEVICE_NAME: usize = 15;
/// The longest `DNSComputerName`; macros do not count.
pub const LONGEST_DNS_NAME: usize = 63;

/// The problems of the device name; `settings` are those fitted to the device.
pub(super) fn device_name(settings: &PackageSettings, device: &Device) -> Vec<FieldProblem> {
    let Some(name) = &settings.device_name else { return Vec::new() };
    let serial = device.text(Field::Serial);
    let fault = if name.as_dns_name {
        dns_name(name, serial)
    } else {
        device_name_preview(&name.template, serial).err().map(|fault| problem(&fault))
    };
    let edge = name.template.starts_with('-') || name.template.ends_with('-');
    let edge =
        edge.then(|| FieldProblem::plain(PackageField::DeviceName, Saying::DeviceNameEdgeHyphen));
    fault.into_iter().chain(edge).collect()
}

/// A DNS name may be longer, but only its first 15 characters are the device's
/// name everywhere.
fn dns_name(name: &DeviceName, serial: Option<&str>) -> Option<FieldProblem> {
    let template = match Template::parse(&name.template) {
        Ok(template) => template,
        Err(fault) => return Some(problem(&fault)),
    };
    let literal = template.literal_length();
    if literal > LONGEST_DNS_NAME {
        let fault = NameProblem::TooLong { count: literal, most: LONGEST_DNS_NAME };
        return Some(problem(&fault));
    }
    match template.fill(serial, LONGEST_DEVICE_NAME) {
        Err(NameProblem::TooLong { count, .. }) => Some(shortened(count)),
        // Not one character of the serial number fits.
        Err(NameProblem::NoRoomForSerial) => Some(shortened(LONGEST_DEVICE_NAME + 1)),
        Err(fault) => Some(problem(&fault)),
        Ok(_) => None,
    }
}

fn shortened(count: usize) -> FieldProblem {
    let values = [("count", count.to_string()), ("most", LONGEST_DEVICE_NAME.to_string())];
    FieldProblem::new(PackageField::DeviceName, Saying::DnsNameShortened, &as_values(&values))
}

fn problem(fault: &NameProblem) -> FieldProblem {
    let (saying, values) = fault.words();
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    FieldProblem::new(PackageField::DeviceName, saying, &values)
}

//! The files as they are written, to the byte. The secrets in them are invented.

use joinbench::package::{ExportKind, Secrets, WifiSecurity, export};

use crate::examples::{Example, all_secrets, everything, nothing};

fn text(example: &Example, kind: ExportKind) -> String {
    let bundle = export(&example.input()).unwrap();
    String::from_utf8(bundle.file(kind).unwrap().bytes.clone()).unwrap()
}

/// A snapshot shows line ends and the byte order mark, which an editor hides.
fn visible(text: &str) -> String {
    text.replace('\u{feff}', "[BOM]").replace('\r', "[CR]")
}

#[test]
fn every_file_of_a_full_export() {
    let example = Example::new(everything(), all_secrets());
    for kind in ExportKind::ALL {
        insta::assert_snapshot!(kind.file_name(), visible(&text(&example, *kind)));
    }
}

#[test]
fn customizations_without_secrets() {
    let example = Example::new(everything(), Secrets::default());
    insta::assert_snapshot!(visible(&text(&example, ExportKind::Customizations)));
}

#[test]
fn customizations_for_an_older_device_on_an_open_network() {
    let mut settings = everything();
    settings.wifi.as_mut().unwrap().security = WifiSecurity::Open;
    settings.bulk_join = None;
    settings.edition_upgrade = false;
    let mut example = Example::new(settings, all_secrets());
    example.device.type_in(joinbench::device::Field::Build, "18363").unwrap();
    insta::assert_snapshot!(visible(&text(&example, ExportKind::Customizations)));
}

#[test]
fn readme_of_an_export_without_secrets() {
    let example = Example::new(everything(), Secrets::default());
    insta::assert_snapshot!(visible(&text(&example, ExportKind::Readme)));
}

#[test]
fn readme_of_a_record_without_a_package() {
    let example = Example::new(nothing(), Secrets::default());
    insta::assert_snapshot!(visible(&text(&example, ExportKind::Readme)));
}

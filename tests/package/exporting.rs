use joinbench::check::Organization;
use joinbench::device::{Device, Field};
use joinbench::package::{
    Bundle, Description, ExportInput, ExportKind, ExportRefused, PackageField, SecretKind,
    SecretState, Secrets, export, package_id,
};

use crate::examples::{Example, all_secrets, everything, nothing};
use crate::xml::{Read, read};

fn names(bundle: &Bundle) -> Vec<&str> {
    bundle.files.iter().map(|file| file.name.as_str()).collect()
}

fn text(bundle: &Bundle, kind: ExportKind) -> String {
    String::from_utf8(bundle.file(kind).unwrap().bytes.clone()).unwrap()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let make = || export(&Example::new(everything(), all_secrets()).input()).unwrap();
    assert_eq!(make(), make());
}

#[test]
fn the_files_stand_in_a_fixed_order_with_the_description_last() {
    let bundle = export(&Example::new(everything(), all_secrets()).input()).unwrap();
    assert_eq!(
        names(&bundle),
        [
            "customizations.xml",
            "build-package.cmd",
            "devices.csv",
            "README.txt",
            "handover.html",
            "package.ron"
        ]
    );
    assert_eq!(bundle.left_out, Vec::<String>::new());
}

#[test]
fn the_description_holds_the_hash_of_every_other_file() {
    let bundle = export(&Example::new(everything(), all_secrets()).input()).unwrap();
    let description = Description::from_ron(&text(&bundle, ExportKind::Package)).unwrap();
    let (last, others) = bundle.files.split_last().unwrap();
    assert_eq!(last.name, "package.ron");
    assert_eq!(description.files.len(), others.len());
    for (described, file) in description.files.iter().zip(others) {
        assert_eq!((&described.name, &described.sha256), (&file.name, &file.sha256()));
        assert_eq!(described.holds_secrets, file.holds_secrets);
    }
}

#[test]
fn the_description_comes_back_as_it_was_written() {
    let example = Example::new(everything(), Secrets::default());
    let bundle = export(&example.input()).unwrap();
    let text = text(&bundle, ExportKind::Package);
    let description = Description::from_ron(&text).unwrap();
    assert_eq!(description.to_ron().unwrap(), text);
    assert_eq!(description.settings, example.settings);
    assert_eq!(description.record, example.record);
    assert_eq!(description.devices[0].name.as_deref(), Some("CT-7XK2P13"));
}

#[test]
fn the_description_tells_which_secrets_went_in() {
    use SecretState::{Included, Missing, NotNeeded};
    let mut settings = everything();
    settings.edition_upgrade = false;
    let mut secrets = Secrets::default();
    secrets.set(SecretKind::WifiKey, "not a real key".to_owned());
    let bundle = export(&Example::new(settings, secrets).input()).unwrap();
    let description = Description::from_ron(&text(&bundle, ExportKind::Package)).unwrap();
    let states: Vec<_> = description.secrets.into_values().collect();
    assert_eq!(states, [Missing, Included, Missing, NotNeeded]);
    assert_eq!(description.left_out, bundle.left_out);
    assert_eq!(bundle.left_out.len(), 2);
    let readme = text(&bundle, ExportKind::Readme);
    assert!(readme.contains("Bulk token") && !readme.contains("- Product key"), "{readme}");
}

#[test]
fn the_known_hash_of_a_known_text() {
    let mut file = export(&Example::new(nothing(), Secrets::default()).input()).unwrap().files;
    file[0].bytes = b"abc".to_vec();
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(file[0].sha256(), expected);
}

#[test]
fn a_blocking_problem_refuses_the_package_and_names_its_field() {
    let mut settings = everything();
    settings.local_admin = None;
    let example = Example::new(settings, all_secrets());
    let refused = export(&example.input()).unwrap_err();
    let message = refused.to_string();
    let ExportRefused::Blocked(problems) = refused else { panic!("{message}") };
    assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), [PackageField::HideOobe]);
    assert!(message.starts_with("1 field needs a correction. Skip the first setup"), "{message}");
}

#[test]
fn a_record_can_be_handed_over_while_the_package_is_unfinished() {
    let mut settings = everything();
    settings.name = String::new();
    let example = Example::new(settings, Secrets::default());
    let only = [ExportKind::Handover, ExportKind::Package];
    let bundle = export(&ExportInput { only: &only, ..example.input() }).unwrap();
    assert_eq!(names(&bundle), ["handover.html", "package.ron"]);
}

#[test]
fn what_does_not_apply_is_not_written() {
    let mut example = Example::new(nothing(), all_secrets());
    let bundle = export(&example.input()).unwrap();
    assert_eq!(names(&bundle), ["devices.csv", "README.txt", "handover.html", "package.ron"]);
    assert_eq!(bundle.left_out.len(), 1);
    example.device = Device::default();
    let bundle = export(&example.input()).unwrap();
    assert_eq!(names(&bundle), ["README.txt", "handover.html", "package.ron"]);
    let only = [ExportKind::Devices, ExportKind::Build];
    let refused = export(&ExportInput { only: &only, ..example.input() });
    assert_eq!(refused, Err(ExportRefused::Nothing));
}

#[test]
fn the_id_follows_the_name_and_the_tenant() {
    let organization =
        |tenant: &str| Organization { tenant_id: tenant.to_owned(), ..Organization::default() };
    let id = |name: &str, tenant: &str| {
        let mut settings = everything();
        name.clone_into(&mut settings.name);
        package_id(&settings, &organization(tenant))
    };
    let first = id("A", "3f2a8c10-5b7d-4e6a-9c1b-0d2e4f6a8b90");
    assert_eq!(first, id("A", " 3F2A8C10-5B7D-4E6A-9C1B-0D2E4F6A8B90 "));
    assert_ne!(first, id("B", "3f2a8c10-5b7d-4e6a-9c1b-0d2e4f6a8b90"));
    assert_ne!(first, id("A", ""));
    assert_eq!(first.get_version_num(), 5);
    let mut newer = everything();
    newer.version = "9.9".to_owned();
    assert_eq!(
        package_id(&newer, &organization("t")),
        package_id(&everything(), &organization("t"))
    );
}

#[test]
fn the_build_command_is_ascii_with_windows_line_ends_and_a_safe_name() {
    let mut settings = everything();
    settings.name = "%PATH% & \"del\" Büro <x>".to_owned();
    let bundle = export(&Example::new(settings, all_secrets()).input()).unwrap();
    let command = text(&bundle, ExportKind::Build);
    assert!(command.is_ascii());
    assert_eq!(command.matches('\n').count(), command.matches("\r\n").count());
    assert!(command.contains("set \"PACKAGE=PATH-del-B-ro-x.ppkg\"\r\n"), "{command}");
    assert!(command.contains(
        "\"%ICD%\" /Build-ProvisioningPackage /CustomizationXML:\"customizations.xml\" \
         /PackagePath:\"%PACKAGE%\" /StoreFile:\"%STORE%\" +Overwrite\r\n"
    ));
    // A label that is jumped to and not there would end the batch file without a word.
    for line in command.lines().filter(|line| !line.starts_with("rem")) {
        if let Some((_, label)) = line.split_once("goto :") {
            assert!(command.lines().any(|line| line == format!(":{label}")), "{label}");
        }
    }
}

#[test]
fn the_build_command_stops_at_the_comment_that_stands_for_a_secret() {
    let bundle = export(&Example::new(everything(), Secrets::default()).input()).unwrap();
    let command = text(&bundle, ExportKind::Build);
    let (_, rest) = command.split_once("findstr /L /C:\"").unwrap();
    let (looked_for, _) = rest.split_once('"').unwrap();
    assert!(text(&bundle, ExportKind::Customizations).contains(looked_for));
    let complete = export(&Example::new(everything(), all_secrets()).input()).unwrap();
    assert!(!text(&complete, ExportKind::Customizations).contains(looked_for));
}

#[test]
fn the_spreadsheet_guards_cells_that_look_like_formulas() {
    let mut example = Example::new(nothing(), Secrets::default());
    example.device.type_in(Field::Manufacturer, "=HYPERLINK(\"x\")").unwrap();
    example.device.type_in(Field::Model, "Slate, \"5\"").unwrap();
    let csv = text(&export(&example.input()).unwrap(), ExportKind::Devices);
    let row = csv.trim_start_matches('\u{feff}').lines().nth(1).unwrap();
    let expected =
        "7XK2P13,\"'=HYPERLINK(\"\"x\"\")\",\"Slate, \"\"5\"\"\",Professional,26100,,fix,package";
    assert_eq!(row, expected);
}

#[test]
fn the_handover_page_is_self_contained_and_escapes_what_it_is_given() {
    let mut example = Example::new(everything(), all_secrets());
    example.organization.name = "<script>alert(1)</script> & Sons {checklist}".to_owned();
    example.record.findings[0].because = "<img src=x onerror=alert(1)>".to_owned();
    example.record.steps[0].title = "a\n</td>".to_owned();
    let page = text(&export(&example.input()).unwrap(), ExportKind::Handover);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons {checklist}"));
    assert!(!page.contains("url(") && !page.contains("@import"));
    let elements = all_elements(&read(&as_xml(&page)));
    assert!(elements.len() > 100);
    for element in &elements {
        let fetches = ["script", "img", "link", "iframe", "object", "base"];
        assert!(!fetches.contains(&&*element.name), "{}", element.name);
        for attribute in ["src", "href", "style", "onerror", "onload"] {
            assert_eq!(element.attribute(attribute), None, "{}", element.name);
        }
    }
    let count = |name: &str| elements.iter().filter(|element| element.name == name).count();
    assert_eq!(count("input"), count("label"));
    assert!(count("input") >= 10 && count("h1") == 1);
    assert!(!page.replace("{checklist}", "").contains("{device"), "every value is filled in");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
}

/// The page with its void elements closed, so that the XML reader takes it.
fn as_xml(page: &str) -> String {
    let closed = page.replace("<input type=\"checkbox\">", "<input type=\"checkbox\"/>");
    let lines = closed.lines().filter(|l| !l.starts_with("<meta") && !l.starts_with("<!DOCTYPE"));
    lines.collect::<Vec<_>>().join("\n")
}

fn all_elements(root: &Read) -> Vec<Read> {
    let below = root.children.iter().flat_map(all_elements);
    std::iter::once(root.clone()).chain(below).collect()
}

#[test]
fn names_cannot_start_lines_of_their_own_in_the_readme() {
    let mut example = Example::new(everything(), all_secrets());
    example.organization.name = "Contoso\r\npackage.ron\r\n  HOLDS SECRETS.".to_owned();
    let readme = text(&export(&example.input()).unwrap(), ExportKind::Readme);
    assert_eq!(readme.lines().filter(|line| *line == "package.ron").count(), 1);
}

#[test]
fn the_settings_file_is_what_the_designer_writes() {
    let bundle = export(&Example::new(everything(), all_secrets()).input()).unwrap();
    let file = text(&bundle, ExportKind::Customizations);
    let document = file.strip_prefix('\u{feff}').unwrap();
    assert!(document.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    let root = read(document);
    assert_eq!(
        root.at("PackageConfig").unwrap().attribute("xmlns"),
        Some("urn:schemas-Microsoft-com:Windows-ICD-Package-Config.v1.0")
    );
    assert_eq!(
        root.at("Settings").unwrap().attribute("xmlns"),
        Some("urn:schemas-microsoft-com:windows-provisioning")
    );
}

#[test]
fn the_manifest_is_the_contract_of_the_command_line() {
    let bundle = export(&Example::new(nothing(), Secrets::default()).input()).unwrap();
    let manifest = serde_json::to_value(bundle.manifest("out")).unwrap();
    assert_eq!(manifest["schema"], 1);
    assert_eq!(manifest["dir"], "out");
    assert_eq!(manifest["files"][0]["name"], "devices.csv");
    assert_eq!(manifest["files"][0]["holds_secrets"], false);
    assert_eq!(manifest["files"][0]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(manifest["files"].as_array().unwrap().len(), bundle.files.len());
}

#[test]
fn saved_settings_hold_no_secret_and_refuse_what_they_do_not_know() {
    use joinbench::package::PackageSettings;
    let saved = ron::to_string(&everything()).unwrap();
    assert_eq!(ron::from_str::<PackageSettings>(&saved).unwrap(), everything());
    assert_eq!(ron::from_str::<PackageSettings>("()").unwrap(), PackageSettings::default());
    assert!(ron::from_str::<PackageSettings>("(bulk_token: \"not-a-real-token\")").is_err());
    assert!(
        ron::from_str::<PackageSettings>("(wifi: Some((ssid: \"a\", security: Open, key: \"b\")))")
            .is_err()
    );
}

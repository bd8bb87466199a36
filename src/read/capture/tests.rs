//! The scripts and the reader fit each other, and the scripts keep their word.

use std::collections::BTreeSet;

use super::*;

/// The keys that a script writes, told from its text.
fn keys(script: Script) -> BTreeSet<String> {
    let text = script.text();
    let starts: &[&str] = match script {
        Script::PowerShell => &["Add-Value '", "Add-RegistryValue '", "Add-Row '"],
        Script::CommandPrompt => &["call :put ", "call :registry "],
    };
    let behind = starts.iter().flat_map(|start| text.split(start).skip(1));
    let word = |rest: &str| rest.split(['\'', ' ']).next().unwrap_or_default().to_owned();
    // `call :put "%~1"` is how one helper calls another.
    behind.map(word).filter(|key| !key.starts_with('"')).collect()
}

fn known() -> BTreeSet<String> {
    KEYS.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn the_reader_knows_every_key_that_a_script_writes_and_no_other() {
    let (powershell, prompt) = (keys(Script::PowerShell), keys(Script::CommandPrompt));
    assert!(powershell.len() > 40 && prompt.len() > 40, "{powershell:?} {prompt:?}");
    let written: BTreeSet<String> = powershell.union(&prompt).cloned().collect();
    assert_eq!(written, known());
}

#[test]
fn the_readme_lists_every_key() {
    let readme = include_str!("../../../assets/capture/README.md");
    for key in KEYS {
        assert!(readme.contains(&format!("\n| `{key}` |")), "{key}");
    }
    let listed = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    assert!(listed.clone().count() >= KEYS.len());
    for key in listed {
        assert!(is_key(key), "{key} is in the README only");
    }
}

#[test]
fn the_reader_asks_for_every_key_by_its_name() {
    let reader = include_str!("values.rs").split("#[cfg(test)]").next().unwrap();
    for key in KEYS {
        assert!(reader.contains(&format!("\"{key}\"")), "{key}");
    }
}

#[test]
fn the_short_form_writes_keys_that_are_known() {
    let line = Script::PowerShell.line();
    let values = line.split("values=@{").nth(1).unwrap().split("}}|").next().unwrap();
    let keys: Vec<&str> = values.split(';').filter_map(|pair| pair.split('=').next()).collect();
    assert!(keys.len() > 25, "{keys:?}");
    for key in keys {
        assert!(is_key(key), "{key}");
    }
}

fn texts() -> Vec<String> {
    Script::ALL.iter().flat_map(|script| [script.text(), script.line()]).collect()
}

#[test]
fn the_scripts_are_plain_ascii_with_the_line_ends_of_windows() {
    for text in texts() {
        assert!(text.is_ascii() && text.len() > 100, "{text}");
    }
    for script in Script::ALL {
        let text = script.text();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(!script.line().contains(['\r', '\n']));
    }
}

#[test]
fn no_script_asks_for_a_secret_or_changes_anything() {
    const FORBIDDEN: [&str; 19] = [
        "BackupProductKey",
        "OA3x",
        "DigitalProductId",
        "DeviceHardwareData",
        "LAPS",
        "RecoveryPassword",
        "BitLocker",
        "key=clear",
        "netsh",
        "$env:USERNAME",
        "%USERNAME%",
        "UserName",
        "/debug",
        "reg add",
        "reg delete",
        "Set-ItemProperty",
        "Remove-Item",
        "Invoke-Expression",
        "http",
    ];
    for text in texts() {
        for word in FORBIDDEN {
            let found = text.to_lowercase().contains(&word.to_lowercase());
            assert!(!found, "a script has {word}");
        }
    }
}

#[test]
fn the_powershell_script_spells_its_commands_out() {
    const ALIASES: [&str; 10] =
        ["gci", "gwmi", "gcim", "iex", "iwr", "select", "where", "foreach-object %", "gp", "sc"];
    for text in [Script::PowerShell.text(), Script::PowerShell.line()] {
        for alias in ALIASES {
            for before in ["| ", "|", "; ", "{ ", "("] {
                let used = format!("{before}{alias} ");
                assert!(!text.to_lowercase().contains(&used), "{used}");
            }
        }
    }
}

/// 2,953 bytes fit into the largest code; one of 137 by 137 modules, which a
/// screen still shows large enough, holds 1,732.
#[test]
fn the_short_forms_fit_into_a_code_that_can_be_scanned() {
    for script in Script::ALL {
        let bytes = script.line().len();
        assert!((50..=1732).contains(&bytes), "{script:?}: {bytes}");
    }
}

/// The command prompt looks for a label from where it is to the end, so every
/// call needs its label.
#[test]
fn every_label_that_is_called_is_there() {
    let text = Script::CommandPrompt.text();
    let labels: BTreeSet<&str> =
        text.lines().filter_map(|line| line.strip_prefix(':')).map(str::trim).collect();
    let called = text.split("call :").chain(text.split("goto :")).skip(1);
    for rest in called {
        let label = rest.split_whitespace().next().unwrap_or_default().trim_end_matches(')');
        if !label.starts_with("rem") && !label.starts_with('@') {
            assert!(labels.contains(label), "{label}");
        }
    }
}

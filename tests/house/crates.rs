//! The dependency tree, and the papers about it.

use crate::sources::text;

/// The names of all crates of Cargo.lock, on every system.
fn locked() -> Vec<String> {
    let lock = text("Cargo.lock");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let names: Vec<String> = names.map(str::to_owned).collect();
    assert!(names.len() > 100 && names.contains(&"egui".to_owned()), "{} names", names.len());
    names
}

/// The crates that deny.toml bans.
fn banned() -> Vec<String> {
    let deny = text("deny.toml");
    let list = deny.split("\ndeny = [").nth(1).unwrap().split(']').next().unwrap();
    let names = list.split('"').skip(1).step_by(2);
    let names: Vec<String> = names.map(str::to_owned).collect();
    for sure in ["reqwest", "hyper", "ureq", "curl", "tokio-tungstenite", "rustls"] {
        assert!(names.contains(&sure.to_owned()), "{sure} is not banned");
    }
    names
}

/// The crates that Cargo.toml names, for the program and for its tests.
fn direct() -> Vec<String> {
    let manifest = text("Cargo.toml");
    let mut names = Vec::new();
    let mut counts = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            counts = line.ends_with("dependencies]");
        } else if counts && let Some((name, _)) = line.split_once('=') {
            names.push(name.trim().to_owned());
        }
    }
    assert!(names.contains(&"serde".to_owned()) && names.contains(&"insta".to_owned()));
    names
}

#[test]
fn no_crate_opens_a_network_connection() {
    let locked = locked();
    let found: Vec<String> = banned().into_iter().filter(|name| locked.contains(name)).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn every_crate_has_its_reason() {
    let contributing = text("CONTRIBUTING.md");
    for name in direct() {
        assert!(contributing.contains(&format!("\n| `{name}` | ")), "{name} has no reason");
    }
}

#[test]
fn every_reason_has_its_crate() {
    let contributing = text("CONTRIBUTING.md");
    let direct = direct();
    let rows = contributing.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    for name in rows {
        assert!(direct.contains(&name.to_owned()), "{name} is no longer used");
    }
}
